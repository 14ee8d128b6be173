package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"lysark/report/mail"
	"lysark/report/mail/faulty"
	"lysark/report/mail/ledger"
)

// mailing is a planned mailing in a folder of its own, with the server that it goes to.
type mailing struct {
	t      testing.TB
	dir    string
	server *faulty.Server
	code   string
	ci     bool // it is run in CI, wherever the test is
}

// newMailing plans a mailing to n made-up members. lines are added to [mail.smtp].
func newMailing(t testing.TB, n int, config faulty.Config, lines ...string) *mailing {
	t.Helper()
	server, err := faulty.Start(config)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { server.Close() })
	m := &mailing{t: t, dir: t.TempDir(), server: server}
	m.write("mail.toml", mailToml(server.Port(), lines...))
	m.write("mail.txt", "Hei, {navn}!\n\nRapporten ligger ved.\n")
	m.write("medlemmer.csv", madeUp(n))
	m.plan(slices.Repeat([]byte("%PDF-1.7 made up\n"), 2000))
	return m
}

// madeUp is a list of n members.
func madeUp(n int) string {
	var list strings.Builder
	list.WriteString("epost;navn\n")
	for i := range n {
		fmt.Fprintf(&list, "medlem-%05d@firma%d.example;Bjørn Åsnes %d\n", i+1, i%97, i+1)
	}
	return list.String()
}

func mailToml(port int, lines ...string) string {
	tls := `tls = "none"`
	for _, l := range lines {
		if strings.HasPrefix(l, "tls") {
			tls = ""
		}
	}
	return fmt.Sprintf(`[mail]
id = "prove"
from = "Foreningen <rapport@forening.example>"
subject = "Rapport til {navn}"
text = "mail.txt"
attach_name = "Rapport.pdf"

[mail.list]
file = "medlemmer.csv"
email = "epost"
name = "navn"

[mail.smtp]
host = "127.0.0.1"
port = %d
retry = ["1s"]
per_domain = 4
%s
%s
`, port, tls, strings.Join(lines, "\n"))
}

func (m *mailing) write(name, text string) {
	m.t.Helper()
	if err := os.WriteFile(filepath.Join(m.dir, name), []byte(text), 0o600); err != nil {
		m.t.Fatal(err)
	}
}

func (m *mailing) file(name string) string { return filepath.Join(m.dir, name) }

// plan freezes the mailing, as lysark mail plan does.
func (m *mailing) plan(pdf []byte) {
	m.t.Helper()
	f, list := mailFile(m.file("mail.toml"))
	if list.HasErrors() {
		m.t.Fatal(list)
	}
	// what a PDF has to end with, too
	pdf = append(slices.Clip(pdf), "startxref\n0\n%%EOF\n"...)
	frozen, list := mail.MakePlan(mail.Inputs{
		Mail: f, PDF: pdf, PDFName: "Rapport.pdf", Lang: "nb", Secret: bytes.Repeat([]byte{7}, 32), Now: time.Now(), Read: os.ReadFile,
	})
	if list.HasErrors() {
		m.t.Fatal(list)
	}
	if err := frozen.Freeze(m.file("prove.mail"), "lysark"); err != nil {
		m.t.Fatal(err)
	}
	m.code = frozen.Plan.Code
}

// run runs the program and returns its exit code and all that it said.
func (m *mailing) run(args ...string) (int, string) {
	m.t.Helper()
	var said bytes.Buffer
	code := run(append([]string{"mail"}, args...), newUI(&said, &said, m.getenv))
	return code, said.String()
}

// getenv is the environment of a terminal or of CI, whichever the test itself runs in.
func (m *mailing) getenv(name string) string {
	if name != "CI" {
		return os.Getenv(name)
	}
	if m.ci {
		return "true"
	}
	return ""
}

// send is a run that needs nobody to look.
func (m *mailing) send(flags ...string) (int, string) {
	m.t.Helper()
	return m.run(append([]string{"send", m.file("mail.toml"), "--confirm", m.code, "--no-test", "--first", "0"}, flags...)...)
}

func (m *mailing) view() (*mail.Plan, *ledger.View) {
	m.t.Helper()
	p, err := mail.ReadPlan(m.file("prove.mail"))
	if err != nil {
		m.t.Fatal(err)
	}
	v, err := ledger.Read(m.file("prove.mail/ledger.jsonl"))
	if err != nil {
		m.t.Fatal(err)
	}
	return p, v
}

// judge holds the ledger against what the server took, and returns how many stand how.
func (m *mailing) judge() map[ledger.State]int {
	m.t.Helper()
	p, v := m.view()
	got := map[string]int{}
	for _, a := range m.server.Accepted() {
		if len(a.To) != 1 {
			m.t.Fatalf("a mail has %d recipients", len(a.To))
		}
		got[a.To[0]]++
	}
	for _, r := range p.Recipients {
		state, n := v.Entry(r.Key).State, got[r.Address]
		switch {
		case n > 1:
			m.t.Errorf("row %d got %d mails", r.Row, n)
		case n == 0 && state == ledger.StateSent:
			m.t.Errorf("row %d is sent and got nothing", r.Row)
		case n == 1 && state != ledger.StateSent && state != ledger.StateUnknown:
			m.t.Errorf("row %d got the mail and is %s", r.Row, state)
		}
		delete(got, r.Address)
	}
	if len(got) > 0 {
		m.t.Errorf("%d got mail who are not in the plan", len(got))
	}
	return mail.Counts(v, p.Recipients)
}

// holds tells which files below the folder hold a text.
func (m *mailing) holds(text string) []string {
	m.t.Helper()
	var found []string
	err := filepath.WalkDir(m.dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		if bytes.Contains(data, []byte(text)) {
			found = append(found, name)
		}
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		m.t.Fatal(err)
	}
	return found
}
