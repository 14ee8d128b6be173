package ledger

import (
	"errors"
	"fmt"
)

var (
	// ErrMissing tells that there is no ledger at the path.
	ErrMissing = errors.New("the ledger is missing")
	// ErrLocked tells that another program holds the ledger.
	ErrLocked = errors.New("another lysark is sending or settling; wait until it has ended")
	// ErrRefused tells that a record was not written as it cannot follow what is written. The ledger goes on.
	ErrRefused = errors.New("the record was refused")
	// ErrClosed tells that the ledger was closed.
	ErrClosed = errors.New("the ledger is closed")
)

// DamageError is a ledger that cannot be trusted. Nothing may be sent with it.
type DamageError struct {
	Path string
	Line int    // from 1
	Why  string // what is wrong
	Hint string // what to do
}

func (e *DamageError) Error() string {
	return fmt.Sprintf("%s:%d: %s; %s", e.Path, e.Line, e.Why, e.Hint)
}

const (
	hintRestore = "send nothing with it; put back a copy of the ledger that is just as new, as an older one makes " +
		"members get the mail twice"
	hintHistory = "send nothing with it; somebody changed the file, or two programs wrote to it: put back a whole " +
		"copy, or find out from the mail server's log what this recipient got"
	hintChain = "send nothing with it; somebody changed the file, or two programs wrote to it: put back a copy " +
		"that is whole and just as new, or find out from the mail server's log who got the mail"
	hintCopy = "send nothing with it; it is an older copy or its end was cut off, and members would get the mail " +
		"twice: put back the newest one"
	hintMark    = "put back a copy that is just as new as the ledger"
	hintOlder   = "use the version of lysark that wrote it"
	hintNewer   = "use the version of lysark that wrote it, or a newer one"
	hintUnsaved = "if the machine stopped while it was sending, take the last line out of the file and settle its " +
		"recipient by the mail server's log; or else put back a copy of the ledger that is just as new"
)
