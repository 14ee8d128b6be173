package delivery

import (
	"fmt"
	"time"
)

// Progress is how far a run has come.
type Progress struct {
	Sent    int       // in this run
	Left    int       // waiting or under way
	Waiting string    // what the run waits for; empty when it does not
	Next    time.Time // when it goes on then
}

// Meter tells how far a run has come in a line of words. The speed is that since the last wait: what was waited for
// does not make the rest slower.
type Meter struct {
	all   int // mails of the run
	clock Clock
	drain <-chan struct{}

	last   time.Time // when it told something
	waited string    // for what, then
	begun  time.Time // when sending went on after the last wait
	before int       // mails that were sent until then
}

// NewMeter is for a run of so many mails that drain may end.
func NewMeter(all int, clock Clock, drain <-chan struct{}) *Meter {
	return &Meter{all: all, clock: clock, drain: drain, begun: clock.Now()}
}

// Line is the line; empty when there is nothing new for eyes. A wait is always told, as nothing may come after it for
// long.
func (m *Meter) Line(p Progress) string {
	select {
	case <-m.drain:
		return fmt.Sprintf("%d of %d sent; finishing those under way, Ctrl-C again drops them", p.Sent, m.all)
	default:
	}
	now := m.clock.Now()
	if p.Waiting != "" {
		m.begun, m.before = p.Next, p.Sent
	}
	if now.Sub(m.last) < 100*time.Millisecond && p.Waiting == m.waited {
		return ""
	}
	m.last, m.waited = now, p.Waiting
	return p.line(m.all, p.Sent-m.before, now.Sub(m.begun))
}

// line is told of a run of all mails of which so many went out within the time.
func (p Progress) line(all, sent int, within time.Duration) string {
	const enough = 5 // to tell the speed by
	text := fmt.Sprintf("%d of %d sent", p.Sent, all)
	switch {
	case p.Waiting != "":
		return fmt.Sprintf("%s; waiting until %s: %s", text, p.Next.Format("15:04:05"), p.Waiting)
	case sent < enough || within < time.Second:
		return text
	}
	left := within / time.Duration(sent) * time.Duration(p.Left)
	return fmt.Sprintf("%s, %.0f a minute, %s left", text, float64(sent)/within.Minutes(), left.Round(time.Second))
}

// tell tells the observer.
func (r *run) tell() {
	if r.Watch == nil {
		return
	}
	now := r.Clock.Now()
	p := Progress{Sent: r.sent, Left: r.queue.len() + r.busy}
	if r.waiting != "" && r.speed.next.After(now) {
		p.Waiting, p.Next = r.waiting, r.speed.next
	}
	r.Watch(p)
}
