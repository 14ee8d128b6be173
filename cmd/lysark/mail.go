package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime/debug"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"lysark/config/diag"
	"lysark/config/nearby"
	"lysark/report/mail"
	"lysark/report/mail/address"
	"lysark/report/mail/delivery"
	"lysark/report/mail/ledger"
	"lysark/report/mail/mailfile"
)

// exitRefused is a safety check that says no. The other exit codes of mail are what a run came to.
const exitRefused = delivery.ExitRefused

// exitError ends the program with a code of its own. Without an error all has been said.
type exitError struct {
	code int
	err  error
}

func (e exitError) Error() string { return fmt.Sprintf("exit code %d: %v", e.code, e.err) }

func (e exitError) Unwrap() error { return e.err }

func newMail(ui *ui) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "mail",
		Short: "Send the finished PDF to a list of members",
		Long: `Mail sends the finished PDF to a list of members: each exactly once, none by
accident. First plan, then look at it with preview and test, then send.

FILE is the mail file, or a layout with the table [mail]. Once there is a plan,
its folder ID.mail can be named instead.

Exit codes: 0 fine, all sent; 1 something in the files is wrong; 2 the command
line is wrong; 3 some members cannot be reached; 4 not finished, run it again;
5 of some nobody knows whether they got it; 6 the server refuses all; 7 a safety
check refuses; 130 interrupted. Of several the highest holds.`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error { return noVerb(cmd, args) },
	}
	for _, verb := range mailVerbs(ui) {
		does := verb.RunE
		verb.RunE = func(cmd *cobra.Command, args []string) error {
			defer debug.SetGCPercent(debug.SetGCPercent(garbage))
			return advised(refused(does(cmd, args)))
		}
		cmd.AddCommand(verb)
	}
	return cmd
}

// mailVerbs are in the order in which they are used.
func mailVerbs(ui *ui) []*cobra.Command {
	return []*cobra.Command{
		newMailCheck(ui), newMailPlan(ui), newMailPreview(ui), newMailTrial(ui), newMailSend(ui), newMailStatus(ui),
		newMailResolve(ui, os.Getenv), newMailSuppress(ui), newMailForget(ui),
	}
}

// garbage is how much of it there may be, in per cent of what is in use: a mailing may run for hours beside other work,
// and keeps below 80 MB for 10,000 members and a PDF of 5 MB; a check of 90,000 answers to 84 questions below 300 MB.
const garbage = 40

// refused gives what a safety check said its exit code.
func refused(err error) error {
	var own exitError
	if mail.Refuses(err) && !errors.As(err, &own) {
		return exitError{exitRefused, err}
	}
	return err
}

// advised says of a disk that does not take what is written what to do: every verb that sends or settles writes.
func advised(err error) error {
	advice := ""
	var file *fs.PathError
	switch {
	case errors.Is(err, syscall.EROFS):
		advice = "the disk can only be read, and the plan's folder has to be written to: " +
			"mount it for writing and run this again"
	case errors.As(err, &file) && errors.Is(err, fs.ErrPermission):
		advice = "see to it that you may read the file, and write to the folder it is in"
	case errors.Is(err, syscall.ENOSPC):
		advice = "the disk is full: make room and run this again"
	default:
		return err
	}
	var own exitError
	if errors.As(err, &own) && own.err != nil {
		return exitError{own.code, fmt.Errorf("%w\n  hint: %s", own.err, advice)}
	}
	return fmt.Errorf("%w\n  hint: %s", err, advice)
}

// noVerb tells which verbs there are.
func noVerb(cmd *cobra.Command, args []string) error {
	var verbs []string
	for _, v := range cmd.Commands() {
		verbs = append(verbs, v.Name())
	}
	if len(args) == 0 {
		return usagef("name a verb, such as lysark mail plan FILE: %s", strings.Join(verbs, ", "))
	}
	return usagef("lysark mail has no verb %q: %s", args[0], diag.DidYouMean(args[0], verbs))
}

// mailFile reads a mail file, or a layout with the table [mail].
func mailFile(name string) (*mailfile.File, diag.List) { return mailfile.Read(name, nearby.Read) }

// mailTool is the program as a ledger names it.
func mailTool() string { return "lysark " + version() }

// openMailLedger takes a ledger for this program alone.
func openMailLedger(ui *ui, path string) (*ledger.Ledger, error) {
	l, err := mail.OpenLedger(path)
	if err == nil && l.Torn() != nil {
		ui.note("%s: the last line was cut off when the machine stopped; nothing was sent on its strength", path)
	}
	return l, err
}

// memberAt finds who has the address.
func memberAt(p *mail.Plan, text string) (mail.Recipient, error) {
	a, fault := address.Parse(text)
	if fault != nil {
		return mail.Recipient{}, usagef("the address %s", fault.Why)
	}
	return p.At(a)
}
