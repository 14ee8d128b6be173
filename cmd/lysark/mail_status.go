package main

import (
	"cmp"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"lysark/report/mail"
	"lysark/report/mail/address"
	"lysark/report/mail/ledger"
	"lysark/report/tables"
)

func newMailStatus(ui *ui) *cobra.Command {
	var format, out string
	var asCSV bool
	cmd := &cobra.Command{
		Use:   "status FILE|DIR",
		Short: "Tell how the sending stands, and who has to be looked at",
		Long: `Status tells how many mails stand how, and lists those that failed and those of which
nobody knows whether they were delivered. It can be asked while mail is sent.

pending: to be sent. deferred: the server said later. sending: under way in the lysark
that is sending now. sent: the server took it. failed: the server said never.
unknown: the connection was lost before the answer, or the program was stopped; settle
it with lysark mail resolve. skipped: gets none.

--csv gives the rows of the list with state, reply, time and message ID.`,
		Example: `  lysark mail status mail.toml
  lysark mail status mail.toml --csv -o status.csv`,
		Args: one("the mail FILE or the plan's folder"),
		RunE: func(_ *cobra.Command, args []string) error {
			if asCSV {
				format = "csv"
			}
			return runMailStatus(ui, args[0], format, out)
		},
	}
	addFormatFlag(cmd, &format, statusFormats(ui))
	cmd.Flags().BoolVar(&asCSV, "csv", false, "the same as --format csv")
	cmd.Flags().StringVarP(&out, "out", "o", "", "the file to write to instead of standard output")
	return cmd
}

func runMailStatus(ui *ui, name, format, out string) error {
	write, err := chooseFormat(statusFormats(ui), format)
	if err != nil {
		return err
	}
	s, err := readStatus(name)
	if err != nil {
		return err
	}
	s.file = out != "" && out != "-"
	s.masked = ui.public && !s.file
	return hand(ui, out, write, s)
}

// mailStatus is a plan and what became of it.
type mailStatus struct {
	dir    string
	plan   *mail.Plan
	view   *ledger.View
	counts map[ledger.State]int
	file   bool // it goes into a file
	masked bool // others read it
}

func readStatus(name string) (mailStatus, error) {
	dir, err := planFolder(name)
	if err != nil {
		return mailStatus{}, err
	}
	plan, err := mail.ReadPlan(dir)
	switch {
	case errors.Is(err, mail.ErrNoPlan):
		return mailStatus{}, noPlan(dir, name)
	case err != nil:
		return mailStatus{}, refused(err)
	}
	view, err := ledger.Read(filepath.Join(dir, mail.LedgerName))
	if err != nil {
		return mailStatus{}, refused(err)
	}
	s := mailStatus{dir: dir, plan: plan, view: view, counts: map[ledger.State]int{}}
	for _, r := range plan.Recipients {
		s.counts[view.Entry(r.Key).State]++
	}
	return s, nil
}

func statusFormats(ui *ui) []form[mailStatus] {
	return []form[mailStatus]{{"text", ui.statusText}, {"csv", statusCSV}, {"json", statusJSON}}
}

// states are in the order in which they are told.
func states() []ledger.State {
	return []ledger.State{ledger.StateSent, ledger.StateSending, ledger.StatePending, ledger.StateDeferred, ledger.StateFailed, ledger.StateUnknown, ledger.StateSkipped}
}

func (u *ui) statusText(s mailStatus, w io.Writer, _ int) error {
	fmt.Fprintf(w, "%s: %d mails, planned %s\n\n", s.plan.ID, len(s.plan.Recipients), stamp(s.plan.Created))
	for _, state := range states() {
		if n := s.counts[state]; n > 0 {
			fmt.Fprintf(w, "  %-9s %5d\n", state, n)
		}
	}
	if s.plan.Forgotten {
		fmt.Fprintf(w, "\nwho the members are was forgotten\n")
	}
	if now := s.now(); now != "" {
		fmt.Fprintf(w, "\n%s\n", now)
	}
	for _, state := range []ledger.State{ledger.StateFailed, ledger.StateUnknown} {
		if s.counts[state] > 0 {
			fmt.Fprintf(w, "\n%s\n", heading(state))
		}
		for _, r := range s.plan.Recipients {
			if e := s.view.Entry(r.Key); e.State == state {
				fmt.Fprintf(w, "  %s  %s  %s\n", s.who(r), stamp(e.Last.Time), cmp.Or(said(e.Last), "the program was stopped"))
			}
		}
	}
	return nil
}

// now tells whether somebody is at work, or was stopped at it.
func (s mailStatus) now() string {
	switch {
	case !s.view.Since.IsZero():
		text := "mail is being sent, since " + stamp(s.view.Since)
		if n := s.counts[ledger.StateSending]; n > 0 {
			text += fmt.Sprintf("; of %d the server's answer is awaited", n)
		}
		return text
	case s.view.InUse:
		return "another lysark is about to send, or settling"
	case s.view.Torn != nil:
		return "the ledger ends in the middle of a record: the machine stopped while mail was sent"
	}
	return ""
}

// heading tells what a state means for those under it.
func heading(state ledger.State) string {
	if state == ledger.StateUnknown {
		return "unknown: the connection was lost after the mail and before the server's answer, or the program was stopped; settle them with lysark mail resolve"
	}
	return "failed: the server will not take the mail"
}

// who names a member: with the row, and the address where that may be shown.
func (s mailStatus) who(r mail.Recipient) string {
	if s.plan.Forgotten {
		return string(r.Key)
	}
	row := fmt.Sprintf("row %d", r.Row)
	if r.Row == 0 {
		row = "archive"
	}
	return row + "  " + s.address(address.Shown(r.Address))
}

func (s mailStatus) address(a string) string { return (&ui{public: s.masked}).person(a) }

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

// statusCSV is the list with what became of each row.
func statusCSV(s mailStatus, w io.Writer, _ int) error {
	if s.file { // spreadsheets take it for another encoding without the mark
		if _, err := io.WriteString(w, "\ufeff"); err != nil {
			return err
		}
	}
	out := csv.NewWriter(w)
	out.Comma = ';'
	header := append([]string{"row"}, s.plan.Columns...)
	if err := out.Write(append(header, "state", "reply", "time", "message-id")); err != nil {
		return err
	}
	for _, r := range s.plan.Recipients {
		e := s.view.Entry(r.Key)
		at := ""
		if !e.Last.Time.IsZero() {
			at = e.Last.Time.Local().Format(time.DateTime) // as spreadsheets know it
		}
		row := append([]string{rowNumber(r)}, s.cells(r.Fields)...)
		if err := out.Write(append(row, string(e.State), tables.Harmless(said(e.Last)), at, r.MessageID)); err != nil {
			return err
		}
	}
	for _, k := range s.plan.Skipped {
		row := append([]string{strconv.Itoa(k.Row)}, s.cells(map[string]string{s.plan.Email: k.Address})...)
		if err := out.Write(append(row, string(ledger.StateSkipped), k.Why, "", "")); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// rowNumber is that of the list; empty for the archive, and once it was forgotten.
func rowNumber(r mail.Recipient) string {
	if r.Row == 0 {
		return ""
	}
	return strconv.Itoa(r.Row)
}

// cells are those of a row in the order of the columns.
func (s mailStatus) cells(fields map[string]string) []string {
	out := make([]string, len(s.plan.Columns))
	for i, c := range s.plan.Columns {
		out[i] = tables.Harmless(fields[c])
		if s.masked {
			out[i] = "…"
		}
	}
	return out
}

// statusJSON is for programs.
func statusJSON(s mailStatus, w io.Writer, _ int) error {
	type one struct {
		Key       ledger.Key   `json:"key"`
		Row       int          `json:"row,omitempty"`
		Address   string       `json:"address,omitempty"`
		State     ledger.State `json:"state"`
		Attempts  int          `json:"attempts,omitempty"`
		Time      time.Time    `json:"time,omitzero"`
		Reply     string       `json:"reply,omitempty"`
		MessageID string       `json:"message_id,omitempty"`
	}
	all := []one{}
	for _, r := range s.plan.Recipients {
		e := s.view.Entry(r.Key)
		to := r.Address // as it is sent
		if to != "" {
			to = s.address(to)
		}
		all = append(all, one{r.Key, r.Row, to, e.State, e.Attempts, e.Last.Time, said(e.Last), r.MessageID})
	}
	slices.SortStableFunc(all, func(a, b one) int { return a.Row - b.Row })
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return enc.Encode(struct {
		ID        string               `json:"id"`
		Code      string               `json:"code"`
		Created   time.Time            `json:"created"`
		Forgotten bool                 `json:"forgotten,omitempty"`
		Sending   time.Time            `json:"sending_since,omitzero"` // somebody is at it
		Counts    map[ledger.State]int `json:"counts"`
		Mails     []one                `json:"mails"`
	}{s.plan.ID, s.plan.Code, s.plan.Created, s.plan.Forgotten, s.view.Since, s.counts, all})
}
