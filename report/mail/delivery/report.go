package delivery

import (
	"fmt"
	"strings"

	"lysark/report/mail"
	"lysark/report/mail/ledger"
)

// String is how the recipients stand, in the order of what is good.
func (r Result) String() string {
	n := r.Counts[ledger.StateSent]
	parts := []string{fmt.Sprintf("%d sent", n)}
	switch {
	case n > 0 && r.Sent == 0:
		parts[0] = fmt.Sprintf("%d sent before, none now", n)
	case n != r.Sent:
		parts[0] = fmt.Sprintf("%d sent, %d of them now", n, r.Sent)
	}
	for _, state := range []ledger.State{
		ledger.StatePending, ledger.StateDeferred, ledger.StateFailed, ledger.StateUnknown, ledger.StateSkipped,
	} {
		if n := r.Counts[state]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, state))
		}
	}
	return strings.Join(parts, ", ")
}

// Notes are what has to be known of a run's end, and done about it; file names the plan. broken tells that the run
// failed, which is told by itself.
func (r Result) Notes(file string, broken bool) []string {
	var notes []string
	note := func(format string, args ...any) { notes = append(notes, fmt.Sprintf(format, args...)) }
	if n := r.Counts[ledger.StateFailed]; n > 0 {
		note("%d failed for good; who and why: lysark mail status %s", n, file)
	}
	if broken {
		return notes
	}
	if r.Stop != nil {
		notes = append(notes, r.Stop.Notes(file)...)
	}
	if r.Counts[ledger.StateUnknown] > 0 && r.cause() != StopUnknowns { // else the hint has said it
		note("of some nobody knows whether they got the mail; look them up in the server's log, and settle them: "+
			"lysark mail resolve %s ADDRESS", file)
	}
	if left := mail.Left(r.Counts); left > 0 {
		note("%d are left; run it again to go on", left)
	}
	return notes
}

// Notes are why a run stopped, and what to do about it.
func (s Stop) Notes(file string) []string {
	return []string{"stopped: " + s.Why, "  hint: " + s.hint(file)}
}

func (s Stop) hint(file string) string {
	switch s.Cause {
	case StopUntil:
		return "run it again when you like"
	case StopDaily, StopQuota:
		return "run it again when the day is over: 24 hours after the first mails"
	case StopSecret:
		return "put right what gives the password or token of [mail.smtp], then run it again"
	case StopUnknowns:
		return "each of them may have got the mail: look into the server's log, or ask them, and settle one by one, " +
			"lysark mail resolve " + file + " ADDRESS with --sent or --resend; " +
			"find out why answers are lost before you go on"
	case StopRefusals:
		return "find out why and put it right; then take those back who were refused, " +
			"lysark mail resolve " + file + " ADDRESS --resend; --keep-going sends on regardless"
	}
	return "lysark mail check " + file + " goes the same way step by step"
}
