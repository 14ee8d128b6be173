package status

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"lysark/report/mail"
	"lysark/report/mail/ledger"
)

// planned is a plan of which nothing was sent: a member, the archive, and one who gets none.
func planned() Status {
	p := &mail.Plan{
		ID: "q3", Code: "K7F2-2", Created: time.Date(2026, 11, 2, 9, 0, 0, 0, time.Local), Columns: []string{"epost", "navn"}, Email: "epost",
		Recipients: []mail.Recipient{
			{Key: "a", Address: "ase@xn--blbr-roah.example", Row: 2, Fields: map[string]string{"epost": "ase@blåbær.example", "navn": "=Åse"}},
			{Key: "b", Address: "arkiv@forening.example", Fields: map[string]string{"epost": "[epost]", "navn": "[navn]"}},
		},
		Skipped: []mail.Skipped{{Row: 3, Address: "per@c.example", Why: "double of row 2"}},
	}
	view := &ledger.View{}
	return Status{Plan: p, View: view, Counts: mail.Counts(view, p.Recipients), Harmless: func(s string) string { return "'" + s }}
}

func text(t *testing.T, write func(*bytes.Buffer) error) string {
	t.Helper()
	var out bytes.Buffer
	if err := write(&out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestTheTableHasEachRowOfTheList(t *testing.T) {
	s := planned()
	got := text(t, func(b *bytes.Buffer) error { return s.CSV(b) })
	want := "row;epost;navn;state;reply;time;message-id\n" +
		"2;'ase@blåbær.example;'=Åse;pending;';;\n" +
		";'[epost];'[navn];pending;';;\n" +
		"3;'per@c.example;';skipped;double of row 2;;\n"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	s.File = true
	if got := text(t, func(b *bytes.Buffer) error { return s.CSV(b) }); got != "\ufeff"+want {
		t.Errorf("a file begins with %q", got[:10])
	}
}

func TestWhereOthersReadItNobodyIsNamed(t *testing.T) {
	s := planned()
	s.Public = true
	s.View.InUse = true
	for name, got := range map[string]string{
		"text": text(t, func(b *bytes.Buffer) error { return s.Text(b) }),
		"CSV":  text(t, func(b *bytes.Buffer) error { return s.CSV(b) }),
		"JSON": text(t, func(b *bytes.Buffer) error { return s.JSON(b) }),
	} {
		if strings.Contains(got, "ase@") || strings.Contains(got, "Åse") || strings.Contains(got, "per@") || !strings.Contains(got, "pending") {
			t.Errorf("%s tells\n%s", name, got)
		}
	}
	if who := s.who(s.Plan.Recipients[0]); who != "row 2  …@blåbær.example" {
		t.Errorf("a member is %q", who)
	}
	if who := s.who(s.Plan.Recipients[1]); who != "archive  …@forening.example" {
		t.Errorf("the archive is %q", who)
	}
}

func TestTheTextTellsWhoIsAtWork(t *testing.T) {
	s := planned()
	for _, tt := range []struct {
		view ledger.View
		want string
	}{
		{ledger.View{}, "q3: 2 mails, planned 2026-11-02 09:00\n\n  pending       2\n"},
		{ledger.View{InUse: true}, "\nanother lysark is about to send, or settling\n"},
		{ledger.View{InUse: true, Since: s.Plan.Created}, "\nmail is being sent, since 2026-11-02 09:00\n"},
		{ledger.View{Torn: &ledger.Torn{Line: 3}}, "\nthe ledger ends in the middle of a record: the machine stopped while mail was sent\n"},
	} {
		s.View = &tt.view
		if got := text(t, func(b *bytes.Buffer) error { return s.Text(b) }); !strings.HasSuffix(got, tt.want) {
			t.Errorf("got\n%s\nwant at its end\n%s", got, tt.want)
		}
	}
}
