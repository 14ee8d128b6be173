package main

import (
	"context"
	"crypto/rand"
	"errors"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"lysark/config/diag"
	"lysark/report/mail"
	"lysark/report/mail/ledger"
)

// mailPlanOptions are the flags of mail plan.
type mailPlanOptions struct {
	file   string
	pdf    string
	extend bool
	deck   buildOptions
}

func newMailPlan(ui *ui) *cobra.Command {
	var o mailPlanOptions
	cmd := &cobra.Command{
		Use:   "plan FILE",
		Short: "Make every mail, check it, and freeze them all",
		Long: `Plan reads the mail FILE, or a layout with the table [mail], the list of members,
the texts and the PDF; it makes every mail and tells all that is wrong. If nothing
is, it freezes all of it in the folder ID.mail beside FILE and prints who gets mail,
who does not and why, how large it is, how long it takes, and the plan's code. Send
takes that code and sends what was frozen, and nothing else.

A plan that nothing was sent with is replaced by the next one, which has the same
code when nothing has changed. After that --extend adds members who are new in the
list; those who were planned before keep their mail.`,
		Example: `  lysark mail plan mail.toml
  lysark mail plan mail.toml --pdf report.pdf
  lysark mail plan mail.toml --data svar=svar-2026.csv --set year=2026
  lysark mail plan mail.toml --extend`,
		Args: one("the mail FILE"),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.file = args[0]
			return runMailPlan(cmd.Context(), ui, o)
		},
	}
	cmd.Flags().StringVar(&o.pdf, "pdf", "", "send this PDF instead of building the deck")
	cmd.Flags().BoolVar(&o.extend, "extend", false, "add new members to a plan that mail was sent with")
	addYearFlags(cmd, &o.deck)
	return cmd
}

func runMailPlan(ctx context.Context, ui *ui, o mailPlanOptions) error {
	ui.progress("reading %s", o.file)
	ui.pipe = true // standard output is for the plan
	f, list := mailFile(o.file)
	if f.Mail.Pos == (diag.Pos{}) { // there is no [mail] to go on with
		ui.problems(list)
		return errDiagnostics
	}
	in := mail.Inputs{Mail: f, Lang: "nb", Now: time.Now(), Read: os.ReadFile}
	dir := mail.Folder(o.file, f.Mail.ID.V)
	var err error
	if in.Secret, err = secretBefore(dir, f.Mail.ID.V, o); err != nil {
		return err
	}
	more, err := o.bring(ctx, ui, &in)
	if err != nil {
		return err
	}
	list.Add(more)
	ui.progress("making the mails")
	frozen, more := mail.MakePlan(in)
	list.Add(more)
	if ui.problems(list); ui.stops(list) {
		return errDiagnostics
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if !o.extend {
		if err := frozen.Freeze(dir, "lysark "+version()); err != nil {
			return o.notFrozen(err)
		}
		ui.clearProgress()
		return ui.planned(o.file, dir, frozen, nil)
	}
	grown, err := o.grow(frozen, dir)
	if err != nil {
		return err
	}
	ui.clearProgress()
	return ui.planned(o.file, dir, frozen, grown)
}

// secretBefore is the secret of the plan that is there already: all plans of an id have the same one, so that a member
// has one key, whatever is planned anew. When there is none, or none that can be read, which Freeze judges, it is new.
func secretBefore(dir, id string, o mailPlanOptions) ([]byte, error) {
	if id == "" {
		return newSecret(), nil
	}
	before, err := mail.ReadOpening(dir)
	switch {
	case err == nil && before.Forgotten:
		return nil, refusef("%s: %w; give the next sending another id", dir, mail.ErrForgotten)
	case errors.Is(err, mail.ErrNoPlan) && o.extend:
		return nil, refusef("there is no plan in %s to extend; leave --extend out", dir)
	case err != nil && o.extend:
		return nil, refused(err)
	case err == nil && len(before.Secret) > 0:
		return before.Secret, nil
	}
	return newSecret(), nil
}

func newSecret() []byte {
	secret := make([]byte, 32)
	rand.Read(secret) // never fails
	return secret
}

// grow adds the new members to the plan that is there.
func (o mailPlanOptions) grow(f *mail.Frozen, dir string) (*growth, error) {
	before, err := mail.ReadPlan(dir)
	if err != nil {
		return nil, refused(err)
	}
	e, err := f.Extend(before)
	if err != nil {
		return nil, notGrown(err)
	}
	if err := f.Freeze(dir, "lysark "+version()); err != nil {
		return nil, o.notFrozen(err)
	}
	v, err := ledger.Read(filepath.Join(dir, mail.LedgerName))
	if err != nil {
		return nil, refused(err)
	}
	return &growth{e, mail.Counts(v, f.Plan.Recipients)}, nil
}

// notGrown says what to do about a plan that is another one by now.
func notGrown(err error) error {
	var changed *mail.ChangedError
	if errors.As(err, &changed) {
		return refusef("%w; those who are new get what the others got: put it back, or give the next sending another id", err)
	}
	return refused(err)
}

// notFrozen says what to do about a plan that could not be written.
func (o mailPlanOptions) notFrozen(err error) error {
	if errors.Is(err, mail.ErrSent) {
		return refusef("%w; add new members with --extend, or give the next sending another id", err)
	}
	return refused(err)
}
