package delivery

import (
	"errors"
	"fmt"
	"time"

	"lysark/report/mail/submission"
)

// streak is what has happened several times in a row.
type streak struct {
	code     int // of refusals of the mail
	refusals int
	member   int // code of refusals of members
	members  int
	unknowns int
}

const (
	refusalsToStop = 3
	membersToStop  = 10 // a list may well have some dead addresses in a row
	unknownsToStop = 3
)

// take takes an attempt back and decides what it means for the others.
func (r *run) take(rep report) {
	r.busy--
	r.queue.back(rep.letter, rep.again)
	now := r.Clock.Now()
	switch {
	case rep.broken != nil:
		r.end(Stop{Cause: StopLedger, Why: "the ledger or a mail is not as it has to be", err: rep.broken})
	case rep.dial != nil:
		r.unreached(rep.dial, now)
	default:
		r.dialled = true
		r.judge(rep.letter, rep.outcome, now)
	}
	r.keep(rep.line)
}

// keep leaves a connection open for the next mail, unless it has had its share or there are too many.
func (r *run) keep(l *line) {
	switch {
	case l == nil:
	case r.Pace.PerConnection > 0 && l.mails >= r.Pace.PerConnection,
		len(r.idle)+r.busy >= r.speed.allowed,
		r.ended():
		r.quit(l)
	default:
		r.idle = append(r.idle, l)
	}
}

// judge looks what an outcome says of the server.
func (r *run) judge(l *letter, o submission.Outcome, now time.Time) {
	if o.Err != nil {
		r.lastError = o.Err.Error()
	}
	switch o.Kind {
	case submission.Accepted:
		r.sent++
		r.streak = streak{}
		r.speed.answered()
	case submission.Failed:
		r.refusal(o)
		r.speed.answered()
	case submission.Deferred:
		if o.Phase == submission.AtMail { // nobody was named yet: it is about us
			r.trouble(o.Err, now)
			return
		}
		r.speed.answered()
	case submission.Lost:
		r.trouble(o.Err, now)
	case submission.Unknown:
		r.streak.unknowns++
		r.trouble(o.Err, now)
		if r.streak.unknowns >= unknownsToStop && !r.KeepGoing {
			r.stopFor(StopUnknowns, "the connection was lost %d times in a row before the server had said "+
				"whether it took the mail", unknownsToStop)
		}
	case submission.Stopped:
		s := stopOf(o.Reason, o.Err)
		if o.Phase != submission.AtMail && l.Row > 0 { // it may be for this member alone, who is to be found
			s.Why = fmt.Sprintf("at the mail of row %d: %s", l.Row, s.Why)
		}
		r.end(s)
	case submission.Aborted: // by the end of the context, which drains
	}
}

// refusal counts equal ones: those after the member was taken are about the mail, which is nearly the same for all, and
// many of members in a row are about us.
func (r *run) refusal(o submission.Outcome) {
	r.refused++
	if o.Phase == submission.AtRcpt {
		r.refusedMember(o)
		return
	}
	if o.Code != r.streak.code {
		r.streak.code, r.streak.refusals = o.Code, 0
	}
	r.streak.refusals++
	if r.streak.refusals >= refusalsToStop && !r.KeepGoing {
		r.stopFor(StopRefusals, "%d mails in a row were refused with %d: %s", refusalsToStop, o.Code, o.Reply)
	}
}

func (r *run) refusedMember(o submission.Outcome) {
	if o.Code == 0 { // by us: the address cannot go into a command
		return
	}
	if o.Code != r.streak.member {
		r.streak.member, r.streak.members = o.Code, 0
	}
	r.streak.members++
	if r.streak.members >= membersToStop && !r.KeepGoing {
		r.stopFor(StopRefusals, "%d members in a row were refused with %d: %s", membersToStop, o.Code, o.Reply)
	}
}

// unreached judges a connection that did not come about.
func (r *run) unreached(err error, now time.Time) {
	switch submission.KindOf(err) {
	case submission.Aborted:
		return // by the end of the context, which drains
	case submission.Stopped:
		r.end(stopOf(reasonOf(err), err))
		return
	}
	r.trouble(err, now)
	if !r.dialled && r.speed.troubles >= troublesToPause {
		r.stopFor(StopUnreachable, "%s: %v", unreachedAt(submission.PhaseOf(err)), err)
	}
}

// unreachedAt says how far we came.
func unreachedAt(at submission.Phase) string {
	switch at {
	case submission.AtConnect:
		return "the server cannot be reached"
	case submission.AtStartTLS, submission.AtHandshake:
		return "the server was reached, but the connection cannot be made secret"
	case submission.AtLogin:
		return "the server was reached, but the login does not come about"
	}
	return "the server was reached, but does not let us in"
}

// trouble slows the run down, and ends it when there was nothing else for too long.
func (r *run) trouble(err error, now time.Time) {
	if r.speed.troubled(now) {
		r.waiting = err.Error()
	}
	for len(r.idle) > 0 && len(r.idle)+r.busy > r.speed.allowed {
		r.quit(r.idle[0])
		r.idle = r.idle[1:]
	}
	if now.Sub(r.speed.since) > r.Pace.GiveUp {
		r.stopFor(StopUnreachable, "the server is in trouble, and has been for long: %v", err)
	}
}

func reasonOf(err error) submission.Reason {
	var refusal *submission.Refusal
	var failure *submission.Failure
	switch {
	case errors.As(err, &refusal):
		return refusal.Reason
	case errors.As(err, &failure):
		return failure.Reason
	}
	return ""
}

func stopOf(reason submission.Reason, err error) Stop {
	s := Stop{Cause: StopPolicy, Why: err.Error()}
	switch reason {
	case submission.ByQuota:
		s.Cause = StopQuota
	case submission.ByLogin:
		s.Cause = StopLogin
	case submission.BySecret:
		s.Cause = StopSecret
	case submission.BySender:
		s.Cause = StopSender
	}
	return s
}
