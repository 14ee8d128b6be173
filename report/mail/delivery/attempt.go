package delivery

import (
	"context"
	"fmt"
	"time"

	"lysark/report/mail/ledger"
	"lysark/report/mail/message"
	"lysark/report/mail/submission"
)

// line is a connection with what has gone over it.
type line struct {
	session Session
	mails   int
}

// report is how an attempt went.
type report struct {
	letter  *letter
	outcome submission.Outcome
	dial    error // the server could not be reached, and the letter was not tried
	broken  error // of the ledger or the mail: nothing may be sent any more
	line    *line // nil when there is none that can be used
	again   bool  // the letter waits for another try
}

// attempt tries a letter once and writes down what became of it.
func (r *run) attempt(ctx context.Context, l *letter, via *line) report {
	rep := report{letter: l, line: via}
	date, err := r.date(l.Key)
	if err != nil {
		rep.broken = err
		return rep
	}
	m, err := r.Letters.Compose(l.Recipient, date)
	if err != nil {
		rep.broken = fmt.Errorf("row %d: %w", l.Row, err)
		return rep
	}
	c := &committing{run: r, letter: l}
	c.record = ledger.Record{Event: ledger.EventCommit, Key: l.Key, Attempt: l.attempts + 1, Digest: m.Fingerprint(),
		Bytes: m.Size(), Date: date.Format(time.RFC1123Z)}
	if via != nil {
		rep.send(ctx, m, c)
	}
	if via == nil || diedIdle(rep.outcome) && ctx.Err() == nil {
		session, err := r.Dial(ctx)
		if err != nil {
			rep.dial, rep.again = err, true
			return rep
		}
		rep.line = &line{session: session}
		rep.send(ctx, m, c)
	}
	r.writeDown(ctx, &rep, c)
	return rep
}

func (rep *report) send(ctx context.Context, m *message.Message, c *committing) {
	rep.outcome = rep.line.session.Send(ctx, c.run.From, rep.letter.Address, m, c.commit)
	rep.line.mails++
	if !rep.outcome.Usable {
		rep.line.session.Close() // again, if Send has: nothing is left open
		rep.line = nil
	}
}

// diedIdle tells of a connection that was used before whether it had ended since, as servers end them after some time
// or some mails. That is no trouble, and the letter has not begun.
func diedIdle(o submission.Outcome) bool {
	early := o.Phase == submission.AtMail || o.Phase == submission.AtReset
	return o.Kind == submission.Lost && early && !o.Usable && (o.Code == 0 || o.Code == 421)
}

// date is that of the mail's first commit, so that a mail sent again is the same mail.
func (r *run) date(k ledger.Key) (time.Time, error) {
	e := r.Ledger.Entry(k)
	if e.Commit == nil {
		return r.Clock.Now().Truncate(time.Second), nil
	}
	date, err := time.Parse(time.RFC1123Z, e.Commit.Date)
	if err != nil {
		return time.Time{}, fmt.Errorf("the ledger has a commit with the date %q: %w", e.Commit.Date, err)
	}
	return date, nil
}

// committing is the moment between body and dot.
type committing struct {
	run    *run
	letter *letter
	record ledger.Record
	done   bool
	failed error
	at     time.Time
}

func (c *committing) commit() error {
	c.at = c.run.Clock.Now()
	c.record.Time = c.at
	c.failed = c.run.Ledger.Append(c.record)
	c.done = c.failed == nil
	return c.failed
}

// writeDown writes the outcome into the ledger.
func (r *run) writeDown(ctx context.Context, rep *report, c *committing) {
	l, o := rep.letter, rep.outcome
	switch {
	case c.failed != nil:
		rep.broken = c.failed
		return
	case o.Kind == submission.Aborted && ctx.Err() == nil:
		rep.broken = fmt.Errorf("the mail of row %d: %w", l.Row, o.Err)
	}
	now := r.Clock.Now()
	record, told := c.outcome(o, now)
	l.tried(o.Kind, now, r.Pace)
	rep.again = l.waits(o.Kind, r.Pace)
	if !told {
		return
	}
	if o.Kind == submission.Deferred {
		record.Next = l.next
	}
	l.attempts = record.Attempt
	if err := r.Ledger.Append(record); err != nil && rep.broken == nil {
		rep.broken = err
	}
}

// tried decides when the letter may be tried again.
func (l *letter) tried(kind submission.Kind, now time.Time, p Pace) {
	l.tries++
	if l.first.IsZero() {
		l.first = now
	}
	switch {
	case kind == submission.Deferred:
		l.next = now.Add(p.step(l.tries))
	case kind == submission.Lost && l.tries > 1: // whoever loses every connection shall not keep the others waiting
		l.next = now.Add(p.step(l.tries - 1))
	}
}

// waits tells whether the letter is tried again in this run.
func (l *letter) waits(kind submission.Kind, p Pace) bool {
	switch kind {
	case submission.Deferred, submission.Lost:
		return l.next.Before(l.first.Add(p.GiveUp))
	case submission.Stopped, submission.Aborted:
		return true // it was not the letter's fault, and it stays as it was
	}
	return false
}

// outcome is the record of what became of the mail; none when nothing did that a later run has to know.
func (c *committing) outcome(o submission.Outcome, now time.Time) (ledger.Record, bool) {
	r := ledger.Record{
		Time: now, Key: c.letter.Key, Attempt: c.record.Attempt,
		Phase: string(o.Phase), Code: o.Code, Enhanced: o.Enhanced, Reply: o.Reply,
	}
	if c.done {
		r.MS = int(now.Sub(c.at).Milliseconds())
	}
	if o.Err != nil && o.Code == 0 {
		r.Err = o.Err.Error()
	}
	switch o.Kind {
	case submission.Accepted:
		r.Event = ledger.EventAccepted
	case submission.Deferred:
		r.Event = ledger.EventDeferred
	case submission.Failed:
		r.Event = ledger.EventFailed
	case submission.Unknown:
		r.Event = ledger.EventUnknown
	case submission.Lost:
		r.Event = ledger.EventConnlost
	case submission.Stopped:
		r.Event = ledger.EventDeferred // the server has said no to us, so nothing was delivered
		return r, c.done
	default: // aborted before the dot
		r.Event = ledger.EventConnlost
		return r, c.done
	}
	return r, true
}
