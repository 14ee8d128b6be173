package delivery

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"time"

	"lysark/report/mail"
	"lysark/report/mail/ledger"
	"lysark/report/mail/message"
	"lysark/report/mail/submission"
)

// The rules of sending:
//   - At most once. Who was sent the mail, is failed, skipped or unknown is never begun again; only a person settles
//     that.
//   - A commit is in the ledger, on the disk, before the final dot leaves. When the ledger fails, no dot leaves any
//     more.
//   - What happens to one member touches no other: a refusal is followed by RSET, a broken connection is dropped.
//   - What happens to the account or the server touches all: the run waits, or stops and leaves the others as they are.
//   - One goroutine decides; each mail under way has a goroutine of its own that ends with it.

// Sending is one run of a campaign: what is left of it goes out, at most as fast as Pace says.
type Sending struct {
	Plan       string           // its digest, for the ledger
	Tool       string           // the program and its version, for the ledger
	From       string           // of the envelope
	Letters    Letters          // gives the mails
	Recipients []mail.Recipient // in the order of sending
	Ledger     *ledger.Ledger
	Dial       func(context.Context) (Session, error)
	Pace       Pace
	First      int           // so many go first, and then the run waits and looks how they fared; 0 for no such trial
	FirstPause time.Duration // how long it waits
	Limit      int           // most recipients of this run; 0 for all
	Until      time.Time     // no mail begins after it; zero for never
	KeepGoing  bool          // refusals that repeat do not stop the run
	Clock      Clock
	Drain      <-chan struct{} // once closed no mail begins any more; those under way are finished
	Watch      func(Progress)  // called from one goroutine; may be nil
}

// New is a run of the campaign, but for who gets mail and when. tool is the program and its version.
func New(c *mail.Campaign, l *ledger.Ledger, tool string, getenv func(string) string) (Sending, error) {
	s := c.Plan.Settings
	server, err := ServerOf(s.Server, c.Beside, getenv)
	if err != nil {
		return Sending{}, err
	}
	return Sending{
		Plan: c.Plan.Digest, Tool: tool, From: s.EnvelopeFrom, Letters: c, Ledger: l,
		Dial: Dialer(server), Pace: PaceOf(s.Server), Clock: Wall{},
	}, nil
}

// LeftOf is how many mails a run to these recipients would send, limit at most; 0 for any number.
func LeftOf(l *ledger.Ledger, recipients []mail.Recipient, limit int) int {
	left := mail.Left(mail.Counts(l.View(), recipients))
	if limit > 0 {
		left = min(left, limit)
	}
	return left
}

// Letters composes the mail of a recipient.
type Letters interface {
	Compose(r mail.Recipient, date time.Time) (*message.Message, error)
}

// Session is a connection to the server, as submission.Session is.
type Session interface {
	Send(ctx context.Context, from, to string, m submission.Body, commit func() error) submission.Outcome
	Quit() error
	Close() error
}

// Clock is the time, or a test's idea of it.
type Clock interface {
	Now() time.Time
	After(time.Duration) <-chan time.Time
}

// Wall is the time.
type Wall struct{}

func (Wall) Now() time.Time                         { return time.Now() }
func (Wall) After(d time.Duration) <-chan time.Time { return time.After(d) }

// run is one Send.
type run struct {
	Sending
	queue     queue
	speed     speed
	idle      []*line // open and not in use
	busy      int     // mails under way
	reports   chan report
	quitting  sync.WaitGroup
	trial     int  // recipients that may still begin before the first look; -1 when that is over
	begun     int  // recipients of the trial
	refused   int  // of them
	dialled   bool // the server was reached once
	streak    streak
	stop      *Stop
	drained   bool
	started   time.Time
	sent      int    // in this run
	waiting   string // for what
	lastError string
}

// Send sends to all recipients that are left. When the context ends, connections that are not past the final dot are
// dropped, and the others waited for as long as the server's Grace says. The error is of the ledger's or a mail's:
// nothing may be sent until it is looked into. No connection and no goroutine is left.
func Send(ctx context.Context, s Sending) (Result, error) {
	r := newRun(s)
	if err := r.open(); err != nil {
		return r.result(), err
	}
	drain := s.Drain
	for {
		wake := r.feed(ctx)
		if r.busy == 0 && (r.ended() || r.queue.empty()) {
			break
		}
		r.tell()
		var alarm <-chan time.Time
		if !wake.IsZero() {
			alarm = r.Clock.After(wake.Sub(r.Clock.Now()))
		}
		select {
		case rep := <-r.reports:
			r.take(rep)
		case <-alarm:
		case <-drain:
			r.drained, drain = true, nil
		case <-ctx.Done():
			r.drained = true
			if r.busy > 0 {
				r.take(<-r.reports)
			}
		}
	}
	return r.close()
}

func newRun(s Sending) *run {
	s.Pace = s.Pace.complete()
	r := &run{
		Sending: s,
		speed:   newSpeed(s.Pace),
		reports: make(chan report, s.Pace.Connections),
		trial:   -1,
		started: s.Clock.Now(),
	}
	r.queue = newQueue(s.Recipients, s.Ledger, s.Limit, r.started.Add(slices.Max(s.Pace.Retry)))
	if s.Pace.Daily > 0 {
		r.speed.today = sentSince(s.Ledger, r.started.Add(-day))
	}
	if s.First > 0 && s.Ledger.Counts()[ledger.StateSent] == 0 && r.queue.len() > s.First {
		r.trial = s.First
	}
	return r
}

// open makes sure of room before anything is sent, and begins a session in the ledger.
func (r *run) open() error {
	if err := r.Ledger.Reserve(r.queue.len()); err != nil {
		return fmt.Errorf("before anything was sent: %w", err)
	}
	return r.Ledger.Append(ledger.Record{Time: r.started, Event: ledger.EventOpen, Plan: r.Plan, Tool: r.Tool})
}

// close says goodbye on all connections and ends the session in the ledger.
func (r *run) close() (Result, error) {
	for _, l := range r.idle {
		r.quit(l)
	}
	r.quitting.Wait()
	out := r.result()
	if r.stop != nil && r.stop.err != nil {
		return out, r.stop.err
	}
	event := ledger.Record{Time: r.Clock.Now(), Event: ledger.EventClose, Counts: out.names()}
	if r.drained {
		event.Event = ledger.EventInterrupt
	}
	return out, r.Ledger.Append(event)
}

// ended tells that no mail may begin any more.
func (r *run) ended() bool { return r.stop != nil || r.drained }

// feed begins what may begin, and tells when to look again; zero for not before something happens.
func (r *run) feed(ctx context.Context) (wake time.Time) {
	for {
		now := r.Clock.Now()
		if !r.Until.IsZero() && !now.Before(r.Until) && !r.queue.empty() {
			r.stopFor(StopUntil, "the time that was set has come")
		}
		if r.ended() || r.queue.empty() || r.busy >= r.speed.allowed {
			return time.Time{}
		}
		if r.trial == 0 {
			if r.busy > 0 {
				return time.Time{}
			}
			r.look(now)
			continue
		}
		if r.speed.isSpent(now) {
			r.stopFor(StopDaily, "%d mails within 24 hours is the limit", r.Pace.Daily)
			continue
		}
		wake = r.speed.next
		if wake.After(now) {
			return r.sleep(now, wake)
		}
		l, due := r.queue.next(now, r.Pace.PerDomain)
		if l == nil {
			return r.sleep(now, due)
		}
		r.begin(ctx, l, now)
	}
}

// sleep closes connections before a long wait, as servers end idle ones, and ends the run when the wait leads past its
// end.
func (r *run) sleep(now, wake time.Time) time.Time {
	if wake.IsZero() || r.busy > 0 {
		return wake
	}
	if !r.Until.IsZero() && !wake.Before(r.Until) {
		r.stopFor(StopUntil, "what is left may not be tried before the time that was set")
		return time.Time{}
	}
	if wake.Sub(now) > idleLimit {
		for _, l := range r.idle {
			r.quit(l)
		}
		r.idle = nil
	}
	return wake
}

const (
	idleLimit = 20 * time.Second
	day       = 24 * time.Hour
)

// look judges the first mails before the others follow.
func (r *run) look(now time.Time) {
	r.trial = -1
	if !r.KeepGoing && 2*r.refused > r.begun {
		r.stopFor(StopRefusals, "%d of the first %d mails were refused", r.refused, r.begun)
		return
	}
	r.waiting = "looking how the first ones fared"
	r.speed.pauseUntil(now.Add(r.FirstPause))
}

func (r *run) begin(ctx context.Context, l *letter, now time.Time) {
	r.waiting = ""
	r.busy++
	r.speed.began(now)
	if r.trial > 0 {
		r.trial--
		r.begun++
	}
	var via *line
	if n := len(r.idle); n > 0 {
		via, r.idle = r.idle[n-1], r.idle[:n-1]
	}
	go func() { r.reports <- r.attempt(ctx, l, via) }()
}

// stopFor ends the run for a reason that is the server's or somebody's who set a limit.
func (r *run) stopFor(cause Cause, format string, args ...any) {
	r.end(Stop{Cause: cause, Why: fmt.Sprintf(format, args...)})
}

// end ends the run for the first reason that there is.
func (r *run) end(s Stop) {
	if r.stop != nil {
		return
	}
	r.stop = &s
	if s.err != nil {
		return
	}
	if err := r.Ledger.Append(ledger.Record{Time: r.Clock.Now(), Event: ledger.EventPause, Why: s.Why}); err != nil {
		r.stop = &Stop{Cause: StopLedger, Why: "the ledger cannot be written", err: err}
	}
}

// quit says goodbye without keeping anybody waiting.
func (r *run) quit(l *line) {
	r.quitting.Go(func() { l.session.Quit() }) // what it says matters to nobody: all mails have their answers
}
