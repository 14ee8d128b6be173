package ledger

import (
	"fmt"
	"slices"
	"strings"
)

// State is how a recipient stands.
type State string

// The states that a reader sees.
const (
	StatePending  State = "pending"  // to be sent; a recipient without a record is pending
	StateDeferred State = "deferred" // to be sent again, not before Next
	StateSending  State = "sending"  // under way in a program that is sending now; only Read tells it
	StateSent     State = "sent"
	StateFailed   State = "failed"
	StateUnknown  State = "unknown" // sent or not, nobody knows: only a person may settle it
	StateSkipped  State = "skipped"
)

// Both are unknown to a reader, but for a committed one while its session goes on. The session that wrote a commit may
// still write its outcome, a later one may not.
const (
	stateCommitted State = "committed"
	stateLost      State = "lost"
)

// rule is what an event may follow and where it leads.
type rule struct {
	from  []State
	to    State
	needs string // said when the event follows anything else
}

// ruleOf is the state machine: all that can happen to a recipient.
func ruleOf(r Record) (rule, bool) {
	before := []State{StatePending, StateDeferred}
	open := []State{StatePending, StateDeferred, stateCommitted}
	ended := []State{stateCommitted, stateLost, StateUnknown, StateSent, StateFailed}
	switch r.Event {
	case EventCommit:
		return rule{before, stateCommitted, "a recipient that is to be sent, or that was resolved as resend"}, true
	case EventAccepted:
		return rule{[]State{stateCommitted}, StateSent, "a commit of the same session before it"}, true
	case EventDeferred:
		return rule{open, StateDeferred, "a recipient that is not settled"}, true
	case EventConnlost:
		return rule{open, StatePending, "a recipient that is not settled"}, true
	case EventFailed:
		return rule{open, StateFailed, "a recipient that is not settled"}, true
	case EventUnknown:
		return rule{[]State{stateCommitted, stateLost}, StateUnknown, "a commit before it"}, true
	case EventSkipped:
		return rule{append(open, stateLost, StateUnknown, StateFailed), StateSkipped, "a recipient that has not got the mail"}, true
	case EventBounced:
		return rule{ended, StateFailed, "a message that was sent"}, true
	case EventResolved:
		to, ok := map[string]State{AsSent: StateSent, AsFailed: StateFailed, AsResend: StatePending}[r.As]
		return rule{append(ended, StateDeferred, StateSkipped), to, "something to settle"}, ok
	}
	return rule{}, false
}

// check tells what is wrong with a record whatever came before it.
func (r Record) check() error {
	switch {
	case r.Time.IsZero():
		return fmt.Errorf("%q has no time", r.Event)
	case r.Attempt < 0 || r.Bytes < 0 || r.MS < 0 || r.Code < 0:
		return fmt.Errorf("%q has a negative number", r.Event)
	case !plain(r.Counts):
		return fmt.Errorf("%q counts what is no state or event", r.Event)
	}
	switch r.Event {
	case EventOpen, EventPause, EventInterrupt, EventClose:
		if r.Key != "" {
			return fmt.Errorf("%q belongs to the campaign and has a key", r.Event)
		}
		return nil
	case EventCommit:
		if r.Attempt == 0 || r.Date == "" || r.Digest == "" {
			return fmt.Errorf("%q needs its attempt, date and digest", r.Event)
		}
	case EventResolved:
		if r.As != AsSent && r.As != AsFailed && r.As != AsResend {
			return fmt.Errorf("%q is as %s, %s or %s", r.Event, AsSent, AsFailed, AsResend)
		}
	}
	if _, ok := ruleOf(r); !ok {
		return fmt.Errorf("no event has that name")
	}
	if !r.Key.valid() {
		return fmt.Errorf("%q has no key of %d letters and digits", r.Event, keyLen)
	}
	return nil
}

// plain holds that counts are by names of states or events, as a map can hold an address, too.
func plain(counts map[string]int) bool {
	for name, n := range counts {
		if n < 0 || len(name) > keyLen || strings.Trim(name, "abcdefghijklmnopqrstuvwxyz") != "" {
			return false
		}
	}
	return true
}

// trail is what is kept of a recipient.
type trail struct {
	state    State
	attempts int
	left     bool    // sending again is out of the question, though something may still be to settle
	session  int     // in which the last commit was written
	attempt  int     // of the last commit
	commit   *Record // the first
	last     Record
}

// after is the trail with one record more.
func (t trail) after(r Record, session int) (trail, error) {
	r.Prev = "" // what links it to the line before belongs to the file
	t.state = t.stateIn(session)
	rule, _ := ruleOf(r)
	if !slices.Contains(rule.from, t.state) {
		return t, fmt.Errorf("%q of %s, which is %s: it needs %s", r.Event, r.Key, t.state, rule.needs)
	}
	if t.state == stateCommitted && !byOthers(r.Event) && r.Attempt != t.attempt {
		return t, fmt.Errorf("%q of %s is of attempt %d, but its commit is of %d", r.Event, r.Key, r.Attempt, t.attempt)
	}
	if r.Event == EventCommit {
		if err := t.sameAs(r); err != nil {
			return t, err
		}
		if t.commit == nil {
			t.commit = &r
		}
		t.attempt, t.session = r.Attempt, session
	}
	t.state, t.left = t.follow(r, rule.to)
	t.last = r
	t.attempts = max(t.attempts, r.Attempt)
	return t, nil
}

// follow is the state after a record. Who is skipped while it is unknown or failed stays so, as that is what happened;
// but resend leads to skipped then, so that settling many at once sends nothing to who left. Once more, and it is
// meant.
func (t trail) follow(r Record, to State) (state State, left bool) {
	switch {
	case r.Event == EventSkipped && t.state != StatePending && t.state != StateDeferred:
		return t.state, true
	case r.Event == EventResolved && r.As == AsResend:
		if t.left {
			return StateSkipped, false
		}
	}
	return to, t.left
}

// byOthers tells of events that are no outcome of an attempt.
func byOthers(e Event) bool { return e == EventResolved || e == EventBounced || e == EventSkipped }

// stateIn is the state as the session sees it.
func (t trail) stateIn(session int) State {
	switch {
	case t.state == "":
		return StatePending
	case t.state == stateCommitted && t.session != session:
		return stateLost
	}
	return t.state
}

// sameAs holds that a message sent again is the same message: mailboxes know it by that, and show it once.
func (t trail) sameAs(r Record) error {
	switch {
	case t.commit == nil:
		return nil
	case t.commit.Date != r.Date:
		return fmt.Errorf("%q of %s has another date than its first commit", r.Event, r.Key)
	case t.commit.Digest != r.Digest:
		return fmt.Errorf("%q of %s has another digest than its first commit", r.Event, r.Key)
	}
	return nil
}
