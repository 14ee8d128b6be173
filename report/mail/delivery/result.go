package delivery

import (
	"lysark/report/mail"
	"lysark/report/mail/ledger"
)

// Cause is why a run stopped before all was done.
type Cause string

const (
	StopUntil       Cause = "until"       // the time that was set has come
	StopDaily       Cause = "daily"       // so many were sent today
	StopQuota       Cause = "quota"       // the server says that so many were sent today
	StopUnreachable Cause = "unreachable" // the server does not answer
	StopLogin       Cause = "login"
	StopSecret      Cause = "secret" // it cannot be had; the server has nothing to do with it
	StopSender      Cause = "sender"
	StopPolicy      Cause = "policy"
	StopRefusals    Cause = "refusals" // so many refusals that the next mails would fare alike
	StopUnknowns    Cause = "unknowns" // so many answers lost that the next would be, too; those mails may have come
	StopLedger      Cause = "ledger"   // the ledger cannot be trusted or written
)

// Stop is the end of a run that comes before all was done.
type Stop struct {
	Cause Cause
	Why   string
	err   error
}

// Result is how a run ended, and how its recipients stand now.
type Result struct {
	Counts      map[ledger.State]int
	Sent        int   // in this run
	Stop        *Stop // nil when the run did all that it could
	Interrupted bool
	LastError   string // the last thing that went wrong with a mail or a connection
}

// The exit codes of mail. 1 and 2 are those of every verb.
const (
	ExitProblem     = 1   // something in the files is wrong, and nothing was sent
	ExitFailed      = 3   // done, and some failed
	ExitUnfinished  = 4   // some are left: run it again
	ExitUnknown     = 5   // of some it is unknown whether they got it
	ExitStopped     = 6   // by the server
	ExitRefused     = 7   // by a safety check
	ExitInterrupted = 130 // by the user, and all is known
)

// Exit is the exit code: the worst that holds.
func (r Result) Exit() int {
	left := mail.Left(r.Counts)
	switch cause := r.cause(); {
	case cause == StopLedger:
		return ExitRefused
	case cause == StopLogin || cause == StopSender || cause == StopPolicy || cause == StopRefusals:
		return ExitStopped
	case r.Counts[ledger.StateUnknown] > 0:
		return ExitUnknown
	case cause == StopSecret && r.Sent == 0:
		return ExitProblem
	case r.Interrupted && left > 0:
		return ExitInterrupted
	case left > 0:
		return ExitUnfinished
	case r.Counts[ledger.StateFailed] > 0:
		return ExitFailed
	}
	return 0
}

func (r Result) cause() Cause {
	if r.Stop == nil {
		return ""
	}
	return r.Stop.Cause
}

// names are the counts as the ledger writes them.
func (r Result) names() map[string]int {
	counts := map[string]int{}
	for state, n := range r.Counts {
		counts[string(state)] = n
	}
	return counts
}

func (r *run) result() Result {
	return Result{Counts: mail.Counts(r.Ledger.View(), r.Recipients), Sent: r.sent, Stop: r.stop,
		Interrupted: r.drained, LastError: r.lastError}
}
