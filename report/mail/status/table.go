package status

import (
	"encoding/csv"
	"encoding/json"
	"io"
	"slices"
	"strconv"
	"time"

	"lysark/report/mail"
	"lysark/report/mail/ledger"
)

// CSV is the list with what became of each row.
func (s Status) CSV(w io.Writer) error {
	if s.File { // spreadsheets take it for another encoding without the mark
		if _, err := io.WriteString(w, "\ufeff"); err != nil {
			return err
		}
	}
	out := csv.NewWriter(w)
	out.Comma = ';'
	header := append([]string{"row"}, s.Plan.Columns...)
	if err := out.Write(append(header, "state", "reply", "time", "message-id")); err != nil {
		return err
	}
	for _, r := range s.Plan.Recipients {
		e := s.View.Entry(r.Key)
		at := ""
		if !e.Last.Time.IsZero() {
			at = e.Last.Time.Local().Format(time.DateTime) // as spreadsheets know it
		}
		row := append([]string{rowNumber(r)}, s.cells(r.Fields)...)
		if err := out.Write(append(row, string(e.State), s.Harmless(said(e.Last)), at, r.MessageID)); err != nil {
			return err
		}
	}
	for _, k := range s.Plan.Skipped {
		row := append([]string{strconv.Itoa(k.Row)}, s.cells(map[string]string{s.Plan.Email: k.Address})...)
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
func (s Status) cells(fields map[string]string) []string {
	out := make([]string, len(s.Plan.Columns))
	for i, c := range s.Plan.Columns {
		out[i] = s.Harmless(fields[c])
		if s.Public {
			out[i] = "…"
		}
	}
	return out
}

// JSON is for programs.
func (s Status) JSON(w io.Writer) error {
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
	for _, r := range s.Plan.Recipients {
		e := s.View.Entry(r.Key)
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
	}{s.Plan.ID, s.Plan.Code, s.Plan.Created, s.Plan.Forgotten, s.View.Since, s.Counts, all})
}
