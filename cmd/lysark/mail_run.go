package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"

	"lysark/report/mail/delivery"
)

// sendMail sends. The first Ctrl-C ends the context, after which nothing begins any more; the second drops what the
// server has not got whole.
func sendMail(ctx context.Context, ui *ui, s delivery.Sending) (delivery.Result, error) {
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
	return delivery.Send(hard, s)
}

// outlive keeps a reader that goes away, as in send | head, from ending the program: what is said goes nowhere then,
// and mail goes on with the same exit code. It holds until the program ends, as it speaks until then. The signal is
// caught and not ignored, since programs that give passwords would inherit that.
func outlive() { signal.Notify(make(chan os.Signal, 1), syscall.SIGPIPE) }

// watchMail shows how far a run of so many mails has come.
func watchMail(ui *ui, all int, drain <-chan struct{}) func(delivery.Progress) {
	ui.started = time.Time{} // a wait may begin at once, and is to be seen
	meter := delivery.NewMeter(all, delivery.Wall{}, drain)
	return func(p delivery.Progress) {
		if line := meter.Line(p); line != "" {
			ui.progress("%s", line)
		}
	}
}

// reportMail tells how a run ended.
func reportMail(ui *ui, file string, out delivery.Result, err error) error {
	ui.clearProgress()
	ui.print("%s", out)
	for _, note := range out.Notes(file, err != nil) {
		ui.note("%s", note)
	}
	if err != nil {
		return exitError{exitRefused, fmt.Errorf("nothing more is sent: %w", err)}
	}
	if code := out.Exit(); code != exitFine {
		return exitError{code: code}
	}
	return nil
}
