package main

import (
	"bytes"
	"encoding/csv"
	"os"
	"strings"
	"testing"

	"lysark/report/mail/delivery"
	"lysark/report/mail/faulty"
)

// standing is a mailing of which one mail was sent, one failed, one is unknown, and one is left.
func standing(t *testing.T) *mailing {
	t.Helper()
	m := newMailing(t, 4, faulty.Config{Rules: []faulty.Rule{
		{At: faulty.Rcpt, Nth: 2, Times: 1, Do: faulty.Action{Reply: "550 5.1.1 <medlem-00002@firma1.example>: no such mailbox"}},
		{At: faulty.AfterDot, Nth: 2, Times: 1, Do: faulty.Action{Close: faulty.RST}},
	}}, "connections = 1")
	if code, said := m.run("send", m.file("mail.toml"), "--confirm", m.code, "--no-test", "--first", "0", "--limit", "3"); code != delivery.ExitUnknown || !strings.Contains(said, "1 failed for good; who and why: lysark mail status") {
		t.Fatalf("exit code %d, told %q", code, said)
	}
	return m
}

func TestStatusTellsWhoHasToBeLookedAt(t *testing.T) {
	m := standing(t)
	_, said := m.run("status", m.file("mail.toml"))
	rest := said
	for _, want := range []string{"  sent          1\n  pending       1\n  failed        1\n  unknown       1\n",
		"failed: the server will not take the mail\n  row 3  medlem-00002@firma1.example", "550 5.1.1",
		"unknown: the connection was lost after the mail and before the server's answer, or the program was stopped; settle them with lysark mail resolve\n  row 4  medlem-00003@firma2.example"} {
		_, after, ok := strings.Cut(rest, want)
		if !ok {
			t.Errorf("%q is not told, or not in its place: %s", want, said)
		}
		rest = after
	}
}

func TestStatusForASpreadsheetHasEachRowAndNoFormula(t *testing.T) {
	m := newMailing(t, 1, faulty.Config{})
	m.write("medlemmer.csv", "epost;navn;firma\na@b.example;Åse;=HYPERLINK(1)\nc@d.example;Bo;@SUM(1)\nA@b.example;Åse;=HYPERLINK(1)\n")
	m.write("a.pdf", "%PDF-1.7 made up %%EOF")
	m.plan([]byte("%PDF-1.7 made up"))
	out := m.file("status.csv")
	if code, said := m.run("status", m.file("mail.toml"), "--csv", "-o", out); code != exitFine {
		t.Fatalf("exit code %d, told %q", code, said)
	}
	data, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	text, marked := bytes.CutPrefix(data, []byte("\ufeff"))
	in := csv.NewReader(bytes.NewReader(text))
	in.Comma = ';'
	rows, err := in.ReadAll()
	if err != nil || !marked || len(rows) != 4 {
		t.Fatalf("%v, marked %v, %q", err, marked, data)
	}
	if rows[1][2] != "Åse" || rows[1][3] != "'=HYPERLINK(1)" || rows[2][3] != "'@SUM(1)" || rows[3][4] != "skipped" || rows[3][5] != "double of row 2" {
		t.Errorf("got %q", rows)
	}
}

func TestStatusNamesNobodyInCI(t *testing.T) {
	m := standing(t)
	m.ci = true
	for _, format := range []string{"text", "csv", "json"} {
		if code, said := m.run("status", m.file("mail.toml"), "--format", format); code != exitFine || strings.Contains(said, "medlem-") || strings.Contains(said, "Bjørn") {
			t.Errorf("exit code %d, told %s", code, said)
		}
	}
}
