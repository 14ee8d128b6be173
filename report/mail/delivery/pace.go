package delivery

import (
	"slices"
	"time"
)

// Pace is how fast a server may be used. A zero is without a limit, but for Connections and PerDomain, which are 1.
type Pace struct {
	Every         time.Duration // from one mail's beginning to the next one's
	Connections   int           // at once
	PerConnection int           // mails over one
	PerDomain     int           // mails at once to one domain
	Daily         int           // mails within 24 hours
	Retry         []time.Duration
	GiveUp        time.Duration // after it a mail is not tried again in this run
}

const mostConnections = 4

func (p Pace) complete() Pace {
	p.Connections = min(max(p.Connections, 1), mostConnections)
	p.PerDomain = max(p.PerDomain, 1)
	if len(p.Retry) == 0 {
		p.Retry = []time.Duration{time.Minute, 5 * time.Minute, 15 * time.Minute, time.Hour}
	}
	if p.GiveUp == 0 {
		p.GiveUp = 4 * time.Hour
	}
	return p
}

// step is how long to wait after so many tries.
func (p Pace) step(tries int) time.Duration {
	return p.Retry[min(max(tries, 1), len(p.Retry))-1]
}

// speed is the pace as a run goes: slower when the server is in trouble, and in time back to what it was.
type speed struct {
	Pace
	allowed  int       // connections
	next     time.Time // no mail begins before
	troubles int       // in a row
	smooth   int       // mails since the last trouble
	since    time.Time // of the first trouble in the row
	today    []time.Time
}

const (
	troublesToPause = 3
	shortestPause   = time.Minute
	longestPause    = 15 * time.Minute
	smoothToGrow    = 25
)

func newSpeed(p Pace) speed { return speed{Pace: p, allowed: p.Connections} }

func (s *speed) began(now time.Time) {
	s.today = append(s.today, now)
	s.pauseUntil(now.Add(s.Every))
}

func (s *speed) pauseUntil(t time.Time) {
	if t.After(s.next) {
		s.next = t
	}
}

// isSpent tells that the day's mails have been sent.
func (s *speed) isSpent(now time.Time) bool {
	if s.Daily == 0 || len(s.today) < s.Daily {
		return false
	}
	s.today = slices.DeleteFunc(s.today, func(t time.Time) bool { return !t.After(now.Add(-day)) })
	return len(s.today) >= s.Daily
}

// troubled halves the connections. From the third trouble in a row on nothing begins for a minute, then two, then four.
func (s *speed) troubled(now time.Time) (paused bool) {
	if s.troubles == 0 {
		s.since = now
	}
	s.troubles++
	s.smooth = 0
	s.allowed = max(1, s.allowed/2)
	over := s.troubles - troublesToPause
	if over < 0 {
		return false
	}
	s.pauseUntil(now.Add(min(shortestPause<<min(over, 10), longestPause)))
	return true
}

// answered ends a row of troubles: the server works.
func (s *speed) answered() {
	s.troubles = 0
	s.smooth++
	if s.smooth >= smoothToGrow && s.allowed < s.Connections {
		s.allowed++
		s.smooth = 0
	}
}
