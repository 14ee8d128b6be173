package main

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"lysark/report/mail/delivery"
	"lysark/report/mail/faulty"
	"lysark/report/mail/ledger"
)

func TestAChangedLedgerSendsNothing(t *testing.T) {
	tests := []struct {
		name   string
		change func(lines []string) []string // the first is the plan's, the second the run's
		said   string
	}{
		{"a member's two lines taken out", func(l []string) []string { return slices.Delete(l, 2, 4) }, "ledger.jsonl:3: the line does not follow"},
		{"a member's two lines twice", func(l []string) []string { return slices.Insert(l, 4, l[2:4]...) }, "ledger.jsonl:5: the line does not follow"},
		{"the last lines cut off", func(l []string) []string { return l[:len(l)-3] }, "lines are missing at the end"},
		{"the whole run cut off", func(l []string) []string { return l[:1] }, "lines are missing at the end"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m := newMailing(t, 5, faulty.Config{}, "connections = 1")
			if code, said := m.send("--limit", "4"); code != delivery.ExitUnfinished {
				t.Fatalf("exit code %d, told %q", code, said)
			}
			data, err := os.ReadFile(m.file("prove.mail/ledger.jsonl"))
			if err != nil {
				t.Fatal(err)
			}
			changed := strings.Join(tt.change(strings.SplitAfter(strings.TrimSuffix(string(data), "\n"), "\n")), "")
			m.write("prove.mail/ledger.jsonl", strings.TrimSuffix(changed, "\n")+"\n")
			for _, args := range [][]string{{"send", m.file("mail.toml"), "--confirm", m.code, "--no-test"}, {"status", m.file("mail.toml")}, {"forget", m.file("mail.toml"), "--yes"}} {
				if code, said := m.run(args...); code != exitRefused || !strings.Contains(said, tt.said) {
					t.Errorf("%s: exit code %d, told %q", args[0], code, said)
				}
			}
			if n := len(m.server.Accepted()); n != 4 {
				t.Errorf("%d mails were taken", n)
			}
		})
	}
}

func TestStatusTellsWhatIsUnderWayFromWhatIsUnknown(t *testing.T) {
	m := newMailing(t, 3, faulty.Config{Rules: []faulty.Rule{{At: faulty.Dot, Nth: 2, Do: faulty.Action{Delay: time.Minute}}}}, "connections = 1")
	m.write("a.pdf", string(onePicture(1000)))
	cmd := m.program("send", m.file("mail.toml"), "--confirm", m.code, "--no-test", "--first", "0")
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for deadline := time.Now().Add(10 * time.Second); ; time.Sleep(5 * time.Millisecond) {
		if _, v := m.view(); v.Counts()[ledger.StateSending] == 1 && v.Counts()[ledger.StateSent] == 1 {
			break
		}
		if time.Now().After(deadline) {
			t.Fatal("nothing is under way")
		}
	}
	code, said := m.run("status", m.file("mail.toml"))
	for _, want := range []string{"  sent          1\n  sending       1\n  pending       1\n", "mail is being sent, since " + time.Now().Format("2006-"), "of 1 the server's answer is awaited"} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not told: %s", want, said)
		}
	}
	if code != exitFine || strings.Contains(said, "unknown") || strings.Contains(said, "stopped") || strings.Contains(said, "resolve") {
		t.Errorf("exit code %d, told %s", code, said)
	}
	if _, said := m.run("status", m.file("mail.toml"), "--csv"); strings.Count(said, ";sending;") != 1 || strings.Contains(said, "unknown") {
		t.Errorf("told %s", said)
	}
	var told struct {
		Since  time.Time      `json:"sending_since"`
		Counts map[string]int `json:"counts"`
	}
	if _, said := m.run("status", m.file("mail.toml"), "--format", "json"); json.Unmarshal([]byte(said), &told) != nil || told.Since.IsZero() || told.Counts["sending"] != 1 {
		t.Errorf("%+v, told %s", told, said)
	}
	for _, args := range [][]string{{"plan", m.file("mail.toml"), "--pdf", m.file("a.pdf")}, {"forget", m.file("mail.toml"), "--yes"}, {"send", m.file("mail.toml"), "--confirm", m.code, "--no-test"}} {
		if code, said := m.run(args...); code != exitRefused || !strings.Contains(said, "another lysark is sending or settling; wait until it has ended") {
			t.Errorf("%s: exit code %d, told %q", args[0], code, said)
		}
	}
	cmd.Process.Kill()
	cmd.Wait() // it was killed
	if _, said := m.run("status", m.file("mail.toml")); !strings.Contains(said, "  unknown       1\n") || strings.Contains(said, "being sent") || !strings.Contains(said, "the program was stopped\n") {
		t.Errorf("told %s", said)
	}
	// one that was begun and waits for a word has nothing under way
	l, err := ledger.Open(m.file("prove.mail/ledger.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	if _, said := m.run("status", m.file("mail.toml")); !strings.Contains(said, "  unknown       1\n") || !strings.Contains(said, "another lysark is about to send, or settling") {
		t.Errorf("told %s", said)
	}
}
