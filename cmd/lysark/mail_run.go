package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"lysark/report/mail"
	"lysark/report/mail/ledger"
)

// sendMail sends. The first Ctrl-C ends the context, after which nothing begins any more; the second drops what the
// server has not got whole.
func sendMail(ctx context.Context, ui *ui, s mail.Sending) (mail.Result, error) {
	ui.drains.Store(true)
	signals := make(chan os.Signal, 2)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	defer signal.Stop(signals)
	hard, drop := context.WithCancel(context.WithoutCancel(ctx))
	defer drop()
	go func() {
		for range 2 {
			select {
			case <-signals:
			case <-hard.Done():
				return
			}
		}
		drop()
	}()
	s.Drain = ctx.Done()
	return mail.Send(hard, s)
}

// outlive keeps a reader that goes away, as in send | head, from ending the program: what is said goes nowhere then, and
// mail goes on with the same exit code. It holds until the program ends, as it speaks until then. The signal is caught
// and not ignored, since programs that give passwords would inherit that.
func outlive() { signal.Notify(make(chan os.Signal, 1), syscall.SIGPIPE) }

// watchMail shows how far a run has come. The speed is that since the last wait: what was waited for does not make the
// rest slower.
func watchMail(ui *ui, all int, drain <-chan struct{}) func(mail.Progress) {
	ui.started = time.Time{} // a wait may begin at once, and is to be seen
	var last time.Time
	var waited string
	begun, before := time.Now(), 0
	return func(p mail.Progress) {
		if ended(drain) {
			ui.progress("%d of %d sent; finishing those under way, Ctrl-C again drops them", p.Sent, all)
			return
		}
		now := time.Now()
		if p.Waiting != "" {
			begun, before = p.Next, p.Sent
		}
		if now.Sub(last) < 100*time.Millisecond && p.Waiting == waited {
			return // a wait is always told, as nothing may come after it for long
		}
		last, waited = now, p.Waiting
		ui.progress("%s", progressText(p, all, p.Sent-before, now.Sub(begun)))
	}
}

func ended(done <-chan struct{}) bool {
	select {
	case <-done:
		return true
	default:
		return false
	}
}

// progressText is one line; sent is how many went out within the time.
func progressText(p mail.Progress, all, sent int, within time.Duration) string {
	const enough = 5 // to tell the speed by
	text := fmt.Sprintf("%d of %d sent", p.Sent, all)
	switch {
	case p.Waiting != "":
		return fmt.Sprintf("%s; waiting until %s: %s", text, p.Next.Format("15:04:05"), p.Waiting)
	case sent < enough || within < time.Second:
		return text
	}
	left := within / time.Duration(sent) * time.Duration(p.Left)
	return fmt.Sprintf("%s, %.0f a minute, %s left", text, float64(sent)/within.Minutes(), left.Round(time.Second))
}

// reportMail tells how a run ended.
func reportMail(ui *ui, file string, out mail.Result, err error) error {
	ui.clearProgress()
	ui.print("%s", countsText(out))
	if n := out.Counts[ledger.StateFailed]; n > 0 {
		ui.note("%d failed for good; who and why: lysark mail status %s", n, file)
	}
	if out.Stop != nil && err == nil {
		ui.note("stopped: %s", out.Stop.Why)
		ui.note("  hint: %s", stopHint(out.Stop.Cause, file))
	}
	code := out.Exit()
	switch {
	case err != nil:
		return exitError{exitRefused, fmt.Errorf("nothing more is sent: %w", err)}
	case out.Counts[ledger.StateUnknown] > 0 && !lostAnswers(out): // else the hint has said it
		ui.note("of some nobody knows whether they got the mail; look them up in the server's log, and settle them: lysark mail resolve %s ADDRESS", file)
	}
	if left := out.Counts[ledger.StatePending] + out.Counts[ledger.StateDeferred]; left > 0 {
		ui.note("%d are left; run it again to go on", left)
	}
	if code == exitFine {
		return nil
	}
	return exitError{code: code}
}

// lostAnswers tells that so many of them stopped the run.
func lostAnswers(out mail.Result) bool { return out.Stop != nil && out.Stop.Cause == mail.StopUnknowns }

// stopHint is what to do about a run that stopped.
func stopHint(cause mail.Cause, file string) string {
	switch cause {
	case mail.StopUntil:
		return "run it again when you like"
	case mail.StopDaily, mail.StopQuota:
		return "run it again when the day is over: 24 hours after the first mails"
	case mail.StopSecret:
		return "put right what gives the password or token of [mail.smtp], then run it again"
	case mail.StopUnknowns:
		return "each of them may have got the mail: look into the server's log, or ask them, and settle one by one, lysark mail resolve " + file + " ADDRESS with --sent or --resend; find out why answers are lost before you go on"
	case mail.StopRefusals:
		return "find out why and put it right; then take those back who were refused, lysark mail resolve " + file + " ADDRESS --resend; --keep-going sends on regardless"
	}
	return "lysark mail check " + file + " goes the same way step by step"
}

// countsText is how the recipients stand, in the order of what is good.
func countsText(out mail.Result) string {
	parts := []string{fmt.Sprintf("%d sent", out.Counts[ledger.StateSent])}
	switch n := out.Counts[ledger.StateSent]; {
	case n > 0 && out.Sent == 0:
		parts[0] = fmt.Sprintf("%d sent before, none now", n)
	case n != out.Sent:
		parts[0] = fmt.Sprintf("%d sent, %d of them now", n, out.Sent)
	}
	for _, state := range []ledger.State{ledger.StatePending, ledger.StateDeferred, ledger.StateFailed, ledger.StateUnknown, ledger.StateSkipped} {
		if n := out.Counts[state]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, state))
		}
	}
	return strings.Join(parts, ", ")
}
