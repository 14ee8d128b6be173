// Command lysark turns a TOML layout and a survey file into a branded PDF deck.
//
// One file per verb: flags in, exit code out. ui.go alone writes to the terminal; build.go is the whole
// line from files to PDF on one screen.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"
)

// Exit codes, as the help tells them.
const (
	exitFine        = 0
	exitDiagnostics = 1 // something in the files is wrong, or a file could not be read or written
	exitUsage       = 2 // the command line is wrong
	exitInterrupted = 130
)

// patience is how long a stage may go on after an interruption before the program ends without it.
const patience = 2 * time.Second

func main() { os.Exit(run(os.Args[1:], newUI(os.Stdout, os.Stderr, os.Getenv))) }

// run is main without the process: tests call it.
func run(args []string, ui *ui) (code int) {
	defer func() {
		// our own bugs panic; here they become a message that can be reported
		if bug := recover(); bug != nil {
			ui.bug(bug, args)
			code = exitDiagnostics
		}
	}()
	ctx, stop := signal.NotifyContext(context.Background(), endings()...)
	defer stop()
	forget := context.AfterFunc(ctx, func() {
		if ui.drains.Load() {
			return // the verb hears the second Ctrl-C itself
		}
		stop() // a second Ctrl-C ends the program at once
		time.AfterFunc(patience, func() { os.Exit(exitCode(ctx, ctx.Err(), ui)) })
	})
	defer forget() // before stop, which ends ctx, too
	root := newRoot(ui)
	root.SetArgs(args)
	root.SetOut(ui.out)
	root.SetErr(ui.err)
	err := root.ExecuteContext(ctx)
	ui.clearProgress()
	return exitCode(ctx, err, ui)
}

// endings are the signals that end the program in good order: also that of a terminal which is closed, or an ssh that
// is cut off, unless nohup says otherwise.
func endings() []os.Signal {
	all := []os.Signal{os.Interrupt, syscall.SIGTERM}
	if !signal.Ignored(syscall.SIGHUP) {
		all = append(all, syscall.SIGHUP)
	}
	return all
}

func exitCode(ctx context.Context, err error, ui *ui) int {
	var usage usageError
	var own exitError
	switch {
	case errors.As(err, &own):
		if own.err != nil {
			ui.failure(own.err)
		}
		return own.code
	case ctx.Err() != nil && !ui.drains.Load():
		ui.failure(errors.New("interrupted; nothing was written"))
		return exitInterrupted
	case err == nil:
		return exitFine
	case errors.Is(err, errDiagnostics):
		return exitDiagnostics // they have been printed
	case errors.As(err, &usage) || isCobraUsage(err):
		ui.failure(err)
		return exitUsage
	}
	ui.failure(err)
	return exitDiagnostics
}

// errDiagnostics says that the build stopped for diagnostics that have been printed.
var errDiagnostics = errors.New("diagnostics")

// usageError is a wrong command line.
type usageError struct{ error }

func usagef(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// one is the rule of a verb that takes one argument.
func one(what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) == 0:
			return usagef("name %s: %s", what, cmd.UseLine())
		case len(args) > 1:
			return usagef("%s takes one argument, %s, and not %q as well", cmd.Name(), what, args[1])
		}
		return nil
	}
}

// isCobraUsage knows the errors that cobra makes itself before any verb runs; it gives them no type.
func isCobraUsage(err error) bool {
	for _, begin := range []string{"unknown command", "unknown flag", "unknown shorthand", "accepts ", "requires ", "flag needs", "invalid argument", "required flag"} {
		if strings.HasPrefix(err.Error(), begin) {
			return true
		}
	}
	return false
}

func newRoot(ui *ui) *cobra.Command {
	root := &cobra.Command{
		Use:   "lysark",
		Short: "Turn a TOML layout and a survey file into a branded PDF deck",
		Long: `lysark turns a TOML layout and a survey file into a branded PDF deck.

Exit codes: 0 fine; 1 something in the files is wrong, or a file could not be
read or written; 2 the command line is wrong; 130 interrupted.`,
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.PersistentFlags().StringVar(&ui.format, "format", "text", `how problems are printed: "text" or "json"`)
	root.PersistentFlags().BoolVar(&ui.strict, "strict", false, "make warnings errors")
	root.PersistentPreRunE = func(*cobra.Command, []string) error {
		if ui.format != "text" && ui.format != "json" {
			return usagef(`--format is %q; use "text" or "json"`, ui.format)
		}
		return nil
	}
	root.AddCommand(newBuild(ui), newCheck(ui), newCharts(ui), newFigures(ui), newCompare(ui), newInspect(ui),
		newDiff(ui), newMail(ui), newNew(ui), newSchema(ui), newVersion(ui))
	return root
}
