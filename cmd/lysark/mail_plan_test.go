package main

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lysark/report/mail"
	"lysark/report/mail/faulty"
	"lysark/report/mail/ledger"
)

// runs runs the program and gives its exit code and all that it printed.
func runs(args ...string) (int, string) {
	var out bytes.Buffer
	code := run(args, newUI(&out, &out, func(string) string { return "" }))
	return code, out.String()
}

// sample is a copy of the reference deck.
func sample(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(filepath.Join(root, "decks", "hjemmekontor"))); err != nil {
		t.Fatal(err)
	}
	return filepath.Join(dir, "mail.toml")
}

// TestTheSampleIsPlannedFromItsDeck builds the deck, its title slide and a chart, and plans its 213 mails.
func TestTheSampleIsPlannedFromItsDeck(t *testing.T) {
	file := sample(t)
	code, out := runs("mail", "plan", file)
	if code != exitFine || !strings.Contains(out, "get a mail    213\n") {
		t.Fatalf("exit code %d\n%s", code, out)
	}
	dir := filepath.Join(filepath.Dir(file), "hjemmekontor-2025.mail")
	c, err := mail.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Plan.Pictures) != 2 || len(c.Plan.Recipients) != 213 || len(c.Plan.Sources) != 8 {
		t.Errorf("%d pictures, %d mails, made from %v", len(c.Plan.Pictures), len(c.Plan.Recipients), c.Plan.Sources)
	}
	built := filepath.Join(t.TempDir(), "deck.pdf")
	if code, out := runs("build", filepath.Join(filepath.Dir(file), "deck.toml"), "-o", built); code != exitFine {
		t.Fatalf("exit code %d\n%s", code, out)
	}
	want, _ := os.ReadFile(built)
	if got, _ := os.ReadFile(filepath.Join(dir, "deck.pdf")); !bytes.Equal(got, want) || len(want) == 0 {
		t.Error("what is sent is not what build builds")
	}
	_ = filepath.WalkDir(filepath.Dir(file), func(path string, d fs.DirEntry, _ error) error {
		if strings.HasSuffix(path, ".pdf") && filepath.Dir(path) != dir {
			t.Errorf("planning left %s behind", path)
		}
		return nil
	})
}

// TestALayoutMayHoldTheMailing plans from a layout with [mail] in it, with another year's answers.
func TestALayoutMayHoldTheMailing(t *testing.T) {
	file := sample(t)
	dir := filepath.Dir(file)
	layout, _ := os.ReadFile(filepath.Join(dir, "deck.toml"))
	mailing, _ := os.ReadFile(file)
	both := string(layout) + strings.Replace(string(mailing), "deck = \"deck.toml\"\n", "", 1)
	deck := filepath.Join(dir, "both.toml")
	if err := os.WriteFile(deck, []byte(both), 0o600); err != nil {
		t.Fatal(err)
	}
	other := filepath.Join(dir, "svar-2026.csv")
	answers, _ := os.ReadFile(filepath.Join(dir, "svar-2025.csv"))
	if err := os.WriteFile(other, append(answers, '\n'), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, out := runs("mail", "plan", deck, "--data", "svar="+other, "--set", "year=2026", "--set", "svar.population=800"); code != exitFine {
		t.Errorf("exit code %d\n%s", code, out)
	}
}

// TestWhatASafetyCheckRefusesHasItsOwnExitCode holds the codes that a CI job goes by.
func TestWhatASafetyCheckRefusesHasItsOwnExitCode(t *testing.T) {
	tests := []struct {
		name string
		make func(t *testing.T, m *mailing) []string
		code int
	}{
		{"a plan whose PDF changed", func(t *testing.T, m *mailing) []string {
			m.write("prove.mail/deck.pdf", "%PDF-1.7 else %%EOF")
			return []string{"preview"}
		}, exitRefused},
		{"a list that changed since", func(t *testing.T, m *mailing) []string {
			m.write("medlemmer.csv", "epost;navn\nny@x.example;Ny\n")
			return []string{"preview"}
		}, exitRefused},
		{"no plan", func(t *testing.T, m *mailing) []string {
			os.RemoveAll(filepath.Join(m.dir, "prove.mail"))
			return []string{"status"}
		}, exitRefused},
		{"a ledger that is gone", func(t *testing.T, m *mailing) []string {
			os.Remove(filepath.Join(m.dir, "prove.mail", "ledger.jsonl"))
			return []string{"status"}
		}, exitRefused},
		{"a ledger that is damaged", func(t *testing.T, m *mailing) []string {
			m.write("prove.mail/ledger.jsonl", "something else\n")
			return []string{"status"}
		}, exitRefused},
		{"a ledger that is in use", func(t *testing.T, m *mailing) []string {
			l, err := ledger.Open(filepath.Join(m.dir, "prove.mail", "ledger.jsonl"))
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { l.Close() })
			return []string{"forget", "--yes"}
		}, exitRefused},
		{"a list with a mistake", func(t *testing.T, m *mailing) []string {
			m.write("medlemmer.csv", "epost;navn\nny;Ny\n")
			m.write("a.pdf", "%PDF-1.7 %%EOF")
			return []string{"plan", "--pdf", filepath.Join(m.dir, "a.pdf")}
		}, exitDiagnostics},
		{"a PDF that is not there", func(t *testing.T, m *mailing) []string {
			return []string{"plan", "--pdf", filepath.Join(m.dir, "b.pdf")}
		}, exitDiagnostics},
		{"a PDF that is none", func(t *testing.T, m *mailing) []string {
			m.write("a.pdf", "<html>")
			return []string{"plan", "--pdf", filepath.Join(m.dir, "a.pdf")}
		}, exitDiagnostics},
		{"a wrong flag", func(*testing.T, *mailing) []string { return []string{"preview", "--n", "0"} }, exitUsage},
		{"nothing wrong", func(*testing.T, *mailing) []string { return []string{"status"} }, exitFine},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m := newMailing(t, 3, faulty.Config{})
			args := tt.make(t, m)
			args = append([]string{"mail", args[0], filepath.Join(m.dir, "mail.toml")}, args[1:]...)
			if code, out := runs(args...); code != tt.code {
				t.Errorf("exit code %d, want %d\n%s", code, tt.code, out)
			}
		})
	}
}

func TestAVerbThatThereIsNotIsToldWithTheNearest(t *testing.T) {
	for _, tt := range []struct{ args, want string }{
		{"mail", "name a verb, such as lysark mail plan FILE: check, forget, plan"},
		{"mail sned mail.toml", `lysark mail has no verb "sned": did you mean "send"?`},
		{"mail plan nofile.toml", "nofile.toml: error: cannot read \"nofile.toml\": no such file or directory (missing-file)\n1 error\n"},
	} {
		if code, out := runs(strings.Fields(tt.args)...); code == exitFine || !strings.Contains(out, tt.want) {
			t.Errorf("%s: exit code %d\n%s", tt.args, code, out)
		}
	}
}
