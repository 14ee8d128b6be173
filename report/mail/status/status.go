// Package status tells what has become of a plan: as text, as a table with the rows of the list, and as JSON. It reads
// the plan and its ledger, also while mail is sent, and changes nothing.
package status

import (
	"cmp"
	"fmt"
	"io"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"lysark/report/mail"
	"lysark/report/mail/address"
	"lysark/report/mail/ledger"
)

// Status is a plan and what became of it.
type Status struct {
	Dir    string // of the plan
	Plan   *mail.Plan
	View   *ledger.View
	Counts map[ledger.State]int

	File     bool                // it goes into a file
	Public   bool                // others read it: nobody is named
	Harmless func(string) string // a cell's text as no spreadsheet takes it for a formula
}

// Read reads the plan that somebody names: by its mail file or its folder.
func Read(name string) (Status, error) {
	plan, dir, err := mail.PlanNamed(name)
	if err != nil {
		return Status{}, err
	}
	view, err := ledger.Read(filepath.Join(dir, mail.LedgerName))
	if err != nil {
		return Status{}, err
	}
	return Status{Dir: dir, Plan: plan, View: view, Counts: mail.Counts(view, plan.Recipients)}, nil
}

// Text tells how many mails stand how, and who has to be looked at.
func (s Status) Text(w io.Writer) error {
	fmt.Fprintf(w, "%s: %d mails, planned %s\n\n", s.Plan.ID, len(s.Plan.Recipients), stamp(s.Plan.Created))
	for _, state := range states() {
		if n := s.Counts[state]; n > 0 {
			fmt.Fprintf(w, "  %-9s %5d\n", state, n)
		}
	}
	if s.Plan.Forgotten {
		fmt.Fprintf(w, "\nwho the members are was forgotten\n")
	}
	if now := s.now(); now != "" {
		fmt.Fprintf(w, "\n%s\n", now)
	}
	for _, state := range []ledger.State{ledger.StateFailed, ledger.StateUnknown} {
		if s.Counts[state] > 0 {
			fmt.Fprintf(w, "\n%s\n", heading(state))
		}
		for _, r := range s.Plan.Recipients {
			if e := s.View.Entry(r.Key); e.State == state {
				why := cmp.Or(said(e.Last), "the program was stopped")
				fmt.Fprintf(w, "  %s  %s  %s\n", s.who(r), stamp(e.Last.Time), why)
			}
		}
	}
	return nil
}

// states are in the order in which they are told.
func states() []ledger.State {
	return []ledger.State{
		ledger.StateSent, ledger.StateSending, ledger.StatePending, ledger.StateDeferred, ledger.StateFailed,
		ledger.StateUnknown, ledger.StateSkipped,
	}
}

// now tells whether somebody is at work, or was stopped at it.
func (s Status) now() string {
	switch {
	case !s.View.Since.IsZero():
		text := "mail is being sent, since " + stamp(s.View.Since)
		if n := s.Counts[ledger.StateSending]; n > 0 {
			text += fmt.Sprintf("; of %d the server's answer is awaited", n)
		}
		return text
	case s.View.InUse:
		return "another lysark is about to send, or settling"
	case s.View.Torn != nil:
		return "the ledger ends in the middle of a record: the machine stopped while mail was sent"
	}
	return ""
}

// heading tells what a state means for those under it.
func heading(state ledger.State) string {
	if state == ledger.StateUnknown {
		return "unknown: the connection was lost after the mail and before the server's answer, " +
			"or the program was stopped; settle them with lysark mail resolve"
	}
	return "failed: the server will not take the mail"
}

// who names a member: with the row, and the address where that may be shown.
func (s Status) who(r mail.Recipient) string {
	if s.Plan.Forgotten {
		return string(r.Key)
	}
	row := fmt.Sprintf("row %d", r.Row)
	if r.Row == 0 {
		row = "archive"
	}
	return row + "  " + s.address(address.Shown(r.Address))
}

func (s Status) address(a string) string {
	if s.Public {
		return address.Hidden(a)
	}
	return a
}

func stamp(t time.Time) string { return t.Local().Format("2006-01-02 15:04") }

// said is what the server answered, or what else is known.
func said(r ledger.Record) string {
	var parts []string
	if r.Code > 0 {
		parts = append(parts, strconv.Itoa(r.Code))
	}
	for _, text := range []string{r.Enhanced, r.Reply, r.Err, r.Why, r.Note} {
		if text != "" {
			parts = append(parts, text)
		}
	}
	return strings.Join(parts, " ")
}
