package mail

import (
	"errors"
	"path/filepath"

	"lysark/report/mail/ledger"
)

// SecretFor is the secret of the plan that is in the folder already: all plans of an id have the same one, so that a
// member has one key, whatever is planned anew. When there is none, or none that can be read, which Freeze judges, it
// is the fresh one; an extension is refused then.
func SecretFor(dir, id string, extend bool, fresh []byte) ([]byte, error) {
	if id == "" {
		return fresh, nil
	}
	before, err := ReadOpening(dir)
	switch {
	case err == nil && before.Forgotten:
		return nil, Refusef("%s: %w; give the next sending another id", dir, ErrForgotten)
	case errors.Is(err, ErrNoPlan) && extend:
		return nil, Refusef("there is no plan in %s to extend; leave --extend out", dir)
	case err != nil && extend:
		return nil, err
	case err == nil && len(before.Secret) > 0:
		return before.Secret, nil
	}
	return fresh, nil
}

// Grow adds the new members to the plan that is in the folder, and freezes the two as one.
func (f *Frozen) Grow(dir, tool string) (*Growth, error) {
	before, err := ReadPlan(dir)
	if err != nil {
		return nil, err
	}
	e, err := f.Extend(before)
	var changed *ChangedError
	switch {
	case errors.As(err, &changed):
		return nil, Refusef("%w; those who are new get what the others got: "+
			"put it back, or give the next sending another id", err)
	case err != nil:
		return nil, err
	}
	if err := f.Commit(dir, tool); err != nil {
		return nil, err
	}
	v, err := ledger.Read(filepath.Join(dir, LedgerName))
	if err != nil {
		return nil, err
	}
	return &Growth{e, Counts(v, f.Plan.Recipients)}, nil
}

// Commit is Freeze that says what to do about a plan that mail was sent with.
func (f *Frozen) Commit(dir, tool string) error {
	err := f.Freeze(dir, tool)
	if errors.Is(err, ErrSent) {
		return Refusef("%w; add new members with --extend, or give the next sending another id", err)
	}
	return err
}
