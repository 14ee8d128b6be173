package mail

import (
	"errors"
	"fmt"

	"lysark/report/mail/ledger"
)

// Refusal is a safety check that says no, and what to do about it.
type Refusal struct{ error }

func (r Refusal) Unwrap() error { return r.error }

// Refusef makes a refusal.
func Refusef(format string, args ...any) error { return Refusal{fmt.Errorf(format, args...)} }

// Refuses tells an error that is a safety check's from one of the world.
func Refuses(err error) bool {
	for _, known := range []error{ErrSent, ErrNotOurs, ErrForgotten, ledger.ErrLocked, ledger.ErrMissing} {
		if errors.Is(err, known) {
			return true
		}
	}
	var refusal Refusal
	var changed *ChangedError
	var damage *ledger.DamageError
	return errors.As(err, &refusal) || errors.As(err, &changed) || errors.As(err, &damage)
}
