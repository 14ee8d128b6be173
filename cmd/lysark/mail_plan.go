package main

import (
	"context"
	"crypto/rand"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"lysark/config/diag"
	"lysark/config/nearby"
	"lysark/report/mail"
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
	told := mail.Summary{File: o.file, Dir: mail.Folder(o.file, f.Mail.ID.V), Public: ui.public}
	fresh := make([]byte, 32)
	rand.Read(fresh) // never fails
	secret, err := mail.SecretFor(told.Dir, f.Mail.ID.V, o.extend, fresh)
	if err != nil {
		return err
	}
	in := mail.Inputs{Mail: f, Lang: "nb", Secret: secret, Now: time.Now(), Read: nearby.Read}
	more, err := o.bring(ctx, ui, &in)
	if err != nil {
		return err
	}
	list.Add(more)
	ui.progress("making the mails")
	told.Frozen, more = mail.MakePlan(in)
	list.Add(more)
	if ui.problems(list); ui.stops(list) {
		return errDiagnostics
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if o.extend {
		told.Growth, err = told.Frozen.Grow(told.Dir, mailTool())
	} else {
		err = told.Frozen.Commit(told.Dir, mailTool())
	}
	if err != nil {
		return err
	}
	ui.clearProgress()
	if ui.format == "json" {
		return told.JSON(ui.out)
	}
	ui.print("%s", strings.TrimSuffix(told.Text(), "\n"))
	return nil
}
