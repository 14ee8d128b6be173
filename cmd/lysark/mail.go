package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"lysark/config"
	"lysark/config/diag"
	"lysark/report/mail"
	"lysark/report/mail/ledger"
)

// Exit codes of mail beside the others. Of several the highest holds.
const (
	exitSomeFailed  = mail.ExitFailed
	exitNotFinished = mail.ExitUnfinished
	exitUnknown     = mail.ExitUnknown
	exitStopped     = mail.ExitStopped
	exitRefused     = mail.ExitRefused
)

// exitError ends the program with a code of its own. Without an error all has been said.
type exitError struct {
	code int
	err  error
}

func (e exitError) Error() string { return fmt.Sprintf("exit code %d: %v", e.code, e.err) }

func (e exitError) Unwrap() error { return e.err }

// refusef is a safety check that says no.
func refusef(format string, args ...any) error {
	return exitError{exitRefused, fmt.Errorf(format, args...)}
}

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
			return advised(does(cmd, args))
		}
		cmd.AddCommand(verb)
	}
	return cmd
}

// advised says of a disk that does not take what is written what to do: every verb that sends or settles writes.
func advised(err error) error {
	advice := ""
	var file *fs.PathError
	switch {
	case errors.Is(err, syscall.EROFS):
		advice = "the disk can only be read, and the plan's folder has to be written to: mount it for writing and run this again"
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

// garbage is how much of it there may be, in per cent of what is in use: a mailing may run for hours beside other work, and
// keeps below 80 MB for 10,000 members and a PDF of 5 MB.
const garbage = 40

// mailVerbs are in the order in which they are used.
func mailVerbs(ui *ui) []*cobra.Command {
	return []*cobra.Command{
		newMailCheck(ui), newMailPlan(ui), newMailPreview(ui), newMailTrial(ui), newMailSend(ui), newMailStatus(ui),
		newMailResolve(ui, os.Getenv), newMailSuppress(ui), newMailForget(ui),
	}
}

// mailFile reads a mail file, or a layout with the table [mail].
func mailFile(name string) (*config.MailFile, diag.List) { return config.ReadMail(name, os.ReadFile) }

// planFolder is the folder of the plan that the command line names: itself, or the one beside the mail file.
func planFolder(name string) (string, error) {
	if info, err := os.Stat(name); err == nil && info.IsDir() {
		return filepath.Clean(name), nil
	}
	f, list := mailFile(name)
	if f.Mail.ID.V == "" {
		for _, d := range list {
			return "", fmt.Errorf("%s: %s", d.Pos, d.Message)
		}
		return "", fmt.Errorf("%s names no sending", name)
	}
	return mail.Folder(name, f.Mail.ID.V), nil
}

// refused gives what a safety check said its exit code.
func refused(err error) error {
	var changed *mail.ChangedError
	var damage *ledger.DamageError
	for _, known := range []error{mail.ErrSent, mail.ErrNotOurs, mail.ErrForgotten, ledger.ErrLocked, ledger.ErrMissing} {
		if errors.Is(err, known) {
			return exitError{exitRefused, err}
		}
	}
	if errors.As(err, &changed) || errors.As(err, &damage) {
		return exitError{exitRefused, err}
	}
	return err
}

// openCampaign opens the plan that the command line names, and refuses one of which anything has changed, the files
// that it was made from among them.
func openCampaign(name string) (*mail.Campaign, error) {
	dir, err := planFolder(name)
	if err != nil {
		return nil, err
	}
	c, err := mail.Open(dir)
	switch {
	case errors.Is(err, mail.ErrNoPlan):
		return nil, noPlan(dir, name)
	case err != nil:
		return nil, refused(err)
	}
	if names := c.ChangedSources(); len(names) > 0 {
		return nil, refusef("%w; plan once more: lysark mail plan %s", &mail.ChangedError{What: names}, name+extending(c))
	}
	return c, nil
}

// extending is the flag that a plan needs once mail was sent with it.
func extending(c *mail.Campaign) string {
	v, err := ledger.Read(c.LedgerPath())
	if err == nil && v.Counts()[ledger.StateSent] > 0 {
		return " --extend"
	}
	return ""
}

func noPlan(dir, name string) error {
	return refusef("there is no plan in %s; make one: lysark mail plan %s", dir, name)
}

// person is an address as it may be shown: in CI, where others read what is printed, only where it belongs.
func (u *ui) person(address string) string {
	if !u.public {
		return address
	}
	_, domain, _ := strings.Cut(address, "@")
	return "…@" + domain
}
