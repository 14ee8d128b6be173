package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"lysark/report/mail/delivery"
	"lysark/report/mail/faulty"
	"lysark/report/mail/ledger"
)

func TestAMailingGoesOutOnceAndThenThereIsNothingLeft(t *testing.T) {
	m := newMailing(t, 30, faulty.Config{}, "connections = 4")
	if code, said := m.send(); code != exitFine || said != "30 sent\n" {
		t.Errorf("exit code %d, told %q", code, said)
	}
	if code, said := m.send(); code != exitFine || said != "30 sent before, none now\n" {
		t.Errorf("the second time: exit code %d, told %q", code, said)
	}
	if counts := m.judge(); counts[ledger.StateSent] != 30 {
		t.Errorf("%v", counts)
	}
}

func TestNothingIsSentWithoutTheCodeTheTestAndTheLedger(t *testing.T) {
	tests := []struct {
		name  string
		args  []string
		spoil func(m *mailing)
		said  string
	}{
		{"no code where nobody can be asked", []string{"--no-test"}, nil, "nobody can be asked"},
		{"a wrong code", []string{"--no-test", "--confirm", "AAAA-3"}, nil, "is not the code of this plan"},
		{"no test mail", []string{"--confirm", "CODE"}, nil, "nobody has got a test mail"},
		{"another PDF", []string{"--no-test", "--confirm", "CODE"}, func(m *mailing) { m.write("prove.mail/deck.pdf", "%PDF-1.7 other") }, "changed since the plan was made"},
		{"another text", []string{"--no-test", "--confirm", "CODE"}, func(m *mailing) { m.write("mail.txt", "Hei!\n") }, "changed since the plan was made: mail.txt"},
		{"another text within the plan", []string{"--no-test", "--confirm", "CODE"}, func(m *mailing) { m.write("prove.mail/templates/text.txt", "Hei!\n") }, "changed since the plan was made"},
		{"another list", []string{"--no-test", "--confirm", "CODE"}, func(m *mailing) { m.write("medlemmer.csv", "epost;navn\nny@firma.example;Ny\n") }, "changed since the plan was made: medlemmer.csv"},
		{"another plan", []string{"--no-test", "--confirm", "CODE"}, func(m *mailing) {
			p, _ := os.ReadFile(m.file("prove.mail/plan.json"))
			m.write("prove.mail/plan.json", strings.Replace(string(p), "medlem-00001@", "medlem-99999@", 1))
		}, "changed since the plan was made"},
		{"no ledger", []string{"--no-test", "--confirm", "CODE"}, func(m *mailing) { os.Remove(m.file("prove.mail/ledger.jsonl")) }, "is missing"},
		{"the ledger of another plan", []string{"--no-test", "--confirm", "CODE"}, func(m *mailing) {
			l, err := ledger.Open(m.file("prove.mail/ledger.jsonl"))
			if err != nil {
				m.t.Fatal(err)
			}
			defer l.Close()
			if err := l.Append(ledger.Record{Time: time.Now(), Event: ledger.EventOpen, Plan: "other"}); err != nil {
				m.t.Fatal(err)
			}
		}, "belongs to another plan"},
		{"a damaged ledger", []string{"--no-test", "--confirm", "CODE"}, func(m *mailing) { m.write("prove.mail/ledger.jsonl", "x\n") }, "ledger.jsonl:1"},
		{"somebody is sending already", []string{"--no-test", "--confirm", "CODE"}, func(m *mailing) {
			l, err := ledger.Open(m.file("prove.mail/ledger.jsonl"))
			if err != nil {
				m.t.Fatal(err)
			}
			m.t.Cleanup(func() { l.Close() })
		}, "another lysark is sending"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m := newMailing(t, 3, faulty.Config{})
			if tt.spoil != nil {
				tt.spoil(m)
			}
			args := []string{"send", m.file("mail.toml")}
			for _, a := range tt.args {
				args = append(args, strings.Replace(a, "CODE", m.code, 1))
			}
			code, said := m.run(args...)
			if code != exitRefused || !strings.Contains(said, tt.said) {
				t.Errorf("exit code %d, told %q", code, said)
			}
			if n := m.server.Dialled(); n > 0 {
				t.Errorf("the server was called %d times", n)
			}
		})
	}
}

func TestAFileThatIsGoneSincePlanningIsMissed(t *testing.T) {
	m := newMailing(t, 3, faulty.Config{})
	m.write("avmeldt.csv", "annen@x.example\n")
	m.write("report.html", "<p>Hei, {navn}!</p>\n")
	m.write("Rapport.pdf", string(onePicture(100)))
	text := strings.Replace(mailToml(m.server.Port()), "email =", "suppress = \"avmeldt.csv\"\nemail =", 1)
	m.write("mail.toml", strings.Replace(text, "attach_name", "html = \"report.html\"\npdf = \"Rapport.pdf\"\nattach_name", 1))
	if code, said := m.run("plan", m.file("mail.toml")); code != exitFine {
		t.Fatalf("exit code %d, told %q", code, said)
	}
	p, _ := m.view()
	m.code = p.Code
	for _, name := range []string{"avmeldt.csv", "medlemmer.csv", "mail.txt", "report.html", "Rapport.pdf"} {
		if err := os.Rename(m.file(name), m.file("away")); err != nil {
			t.Fatal(err)
		}
		for _, from := range []string{"mail.toml", "prove.mail"} {
			code, said := m.run("send", m.file(from), "--confirm", m.code, "--no-test", "--first", "0")
			if code != exitRefused || !strings.Contains(said, "since the plan was made: "+name+"; put it back, or send what was planned all the same: --without-sources") {
				t.Errorf("%s is gone, sent from %s: exit code %d, told %q", name, from, code, said)
			}
		}
		if err := os.Rename(m.file("away"), m.file(name)); err != nil {
			t.Fatal(err)
		}
	}
	os.Remove(m.file("avmeldt.csv"))
	if code, said := m.send("--without-sources", "--limit", "1"); code != delivery.ExitUnfinished {
		t.Errorf("without sources: exit code %d, told %q", code, said)
	}
	away := t.TempDir()
	if err := os.Rename(m.file("prove.mail"), filepath.Join(away, "prove.mail")); err != nil {
		t.Fatal(err)
	}
	if code, said := m.run("send", filepath.Join(away, "prove.mail"), "--confirm", m.code, "--no-test", "--first", "0"); code != exitFine {
		t.Errorf("the folder alone: exit code %d, told %q", code, said)
	}
}

func TestAPDFThatNothingNamesMayGo(t *testing.T) {
	m := newMailing(t, 3, faulty.Config{})
	m.write("built.pdf", string(onePicture(100)))
	if code, said := m.run("plan", m.file("mail.toml"), "--pdf", m.file("built.pdf")); code != exitFine {
		t.Fatalf("exit code %d, told %q", code, said)
	}
	os.Remove(m.file("built.pdf"))
	p, _ := m.view()
	m.code = p.Code
	if code, said := m.send(); code != exitFine {
		t.Errorf("exit code %d, told %q", code, said)
	}
}

func TestATestMailOpensTheWayForExactlyItsPlan(t *testing.T) {
	m := newMailing(t, 3, faulty.Config{})
	for range 2 {
		if code, said := m.run("test", m.file("mail.toml"), "--to", "sjef@forening.example"); code != exitFine {
			t.Fatalf("exit code %d, told %q", code, said)
		}
	}
	for _, a := range m.server.Accepted() {
		text := string(a.Data)
		if a.To[0] != "sjef@forening.example" || !strings.Contains(text, "=5BTEST=5D_Rapport_til") || strings.Contains(text, "medlem-") {
			t.Errorf("to %v:\n%.600s", a.To, text)
		}
	}
	planned := m.code
	m.plan([]byte("%PDF-1.7 another\n"))
	if code, said := m.run("send", m.file("mail.toml"), "--confirm", m.code); code != exitRefused || m.code == planned {
		t.Errorf("a test mail of another plan: exit code %d, told %q", code, said)
	}
	m.run("test", m.file("mail.toml"), "--to", "sjef@forening.example")
	if code, said := m.run("send", m.file("mail.toml"), "--confirm", m.code, "--first", "0"); code != exitFine {
		t.Errorf("exit code %d, told %q", code, said)
	}
	m = newMailing(t, 3, faulty.Config{Rules: []faulty.Rule{{At: faulty.Rcpt, Do: faulty.Action{Reply: "550 5.1.1 no"}}}})
	if code, said := m.run("test", m.file("mail.toml"), "--to", "sjef@forening.example"); code != delivery.ExitFailed || !strings.Contains(said, "550 5.1.1 no") {
		t.Errorf("exit code %d, told %q", code, said)
	}
	if code, _ := m.run("send", m.file("mail.toml"), "--confirm", m.code); code != exitRefused {
		t.Errorf("exit code %d after a test mail that was refused", code)
	}
}

func TestUnknownMembersAreToldAndSettledByHand(t *testing.T) {
	m := newMailing(t, 5, faulty.Config{Rules: []faulty.Rule{{At: faulty.AfterDot, Nth: 2, Times: 1, Do: faulty.Action{Close: faulty.RST}}}}, "connections = 1")
	code, said := m.send()
	if code != delivery.ExitUnknown || !strings.Contains(said, "4 sent, 1 unknown") || !strings.Contains(said, "lysark mail resolve") {
		t.Errorf("exit code %d, told %q", code, said)
	}
	if code, _ := m.send(); code != delivery.ExitUnknown || len(m.server.Accepted()) != 5 {
		t.Errorf("exit code %d, %d taken", code, len(m.server.Accepted()))
	}
	sent := []string{"resolve", m.file("mail.toml"), "medlem-00001@firma0.example", "--resend"}
	if code, said := m.run(sent...); code != exitRefused || !strings.Contains(said, "row 2 is sent, and would get the mail twice") {
		t.Errorf("one that was sent: exit code %d, told %q", code, said)
	}
	if code, said := m.run(append(sent, "--note", "it went into the wrong mailbox")...); code != exitFine {
		t.Errorf("one that was sent, with a note: exit code %d, told %q", code, said)
	}
	if code, said := m.run("resolve", m.file("mail.toml"), "--all-unknown", "--sent", "--note", "in the log"); code != exitFine || said != "row 3 was unknown and is sent\n" {
		t.Errorf("exit code %d, told %q", code, said)
	}
	if code, said := m.run("resolve", m.file("mail.toml"), "--all-unknown", "--sent"); code != exitFine || said != "of nobody it is unknown\n" {
		t.Errorf("exit code %d, told %q", code, said)
	}
	if code, _ := m.run("resolve", m.file("mail.toml"), "--sent"); code != exitUsage {
		t.Errorf("exit code %d with nobody named", code)
	}
}

func TestLostAnswersInARowStopTheRunAndNobodyIsToldToSendAgainUnseen(t *testing.T) {
	m := newMailing(t, 6, faulty.Config{Rules: []faulty.Rule{{At: faulty.AfterDot, Times: 3, Do: faulty.Action{Close: faulty.FIN}}}}, "connections = 1")
	code, said := m.send()
	if code != delivery.ExitUnknown || len(m.server.Accepted()) != 3 {
		t.Errorf("exit code %d, %d taken", code, len(m.server.Accepted()))
	}
	for _, want := range []string{"3 pending, 3 unknown", "the connection was lost 3 times in a row", "each of them may have got the mail: look into the server's log, or ask them", "--sent or --resend"} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not told:\n%s", want, said)
		}
	}
	for _, not := range []string{"refused", "--keep-going", "of some nobody knows"} {
		if strings.Contains(said, not) {
			t.Errorf("%q is told:\n%s", not, said)
		}
	}
}

func TestAMailSentAgainHasTheSameBytes(t *testing.T) {
	t.Parallel()
	m := newMailing(t, 1, faulty.Config{Rules: []faulty.Rule{{At: faulty.AfterDot, Times: 1, Do: faulty.Action{Close: faulty.RST}}}})
	if code, _ := m.send(); code != delivery.ExitUnknown {
		t.Fatalf("exit code %d", code)
	}
	time.Sleep(1100 * time.Millisecond) // the Date would be another
	m.run("resolve", m.file("mail.toml"), "--all-unknown", "--resend")
	if code, said := m.send(); code != exitFine {
		t.Fatalf("exit code %d, told %q", code, said)
	}
	if a := m.server.Accepted(); len(a) != 2 || a[0].Sum != a[1].Sum {
		t.Errorf("%d taken, and not the same", len(a))
	}
}

func TestASecretIsNowhereButOnItsWay(t *testing.T) {
	const secret = "hemmelig-9137"
	bad := []faulty.Rule{{At: faulty.Auth, Do: faulty.Action{Reply: "535 5.7.8 wrong: " + secret}}}
	tests := []struct {
		name  string
		lines []string
		setup func(m *mailing)
	}{
		{"environment", []string{`password_env = "LYSARK_TEST_SECRET"`}, func(*mailing) {}},
		{"command", []string{`password_command = ["sh", "-c", "echo $LYSARK_TEST_SECRET; echo $LYSARK_TEST_SECRET >&2"]`}, func(*mailing) {}},
		{"command that fails", []string{`password_command = ["sh", "-c", "echo $LYSARK_TEST_SECRET >&2; exit 3"]`}, func(*mailing) {}},
		{"token", []string{`token_command = ["sh", "-c", "echo $LYSARK_TEST_SECRET"]`, `auth = "xoauth2"`}, func(*mailing) {}},
	}
	t.Setenv("LYSARK_TEST_SECRET", secret)
	for _, tt := range tests {
		for _, rules := range [][]faulty.Rule{nil, bad} {
			t.Run(tt.name, func(t *testing.T) {
				m := newMailing(t, 2, faulty.Config{Mechanisms: []string{"PLAIN", "XOAUTH2"}, Users: map[string]string{"rapport": secret}, Rules: rules}, append(tt.lines, `user = "rapport"`)...)
				var all strings.Builder
				for _, args := range [][]string{{"check", m.file("mail.toml")}, {"test", m.file("mail.toml"), "--to", "sjef@forening.example"}, {"send", m.file("mail.toml"), "--confirm", m.code, "--no-test", "--first", "0"}} {
					code, said := m.run(args...)
					all.WriteString(said)
					if works := rules == nil && !strings.Contains(tt.name, "fails"); works != (code == exitFine) {
						t.Errorf("%s: exit code %d, told %q", args[0], code, said)
					}
				}
				if strings.Contains(all.String(), secret) {
					t.Errorf("told: %s", all.String())
				}
				if found := m.holds(secret); len(found) > 0 {
					t.Errorf("it is in %v", found)
				}
			})
		}
	}
}

func TestAPasswordFileThatOthersMayReadIsRefused(t *testing.T) {
	m := newMailing(t, 2, faulty.Config{Mechanisms: []string{"PLAIN"}, Users: map[string]string{"rapport": "hemmelig-9137"}}, `user = "rapport"`, `password_file = "passord.txt"`)
	m.write("passord.txt", "hemmelig-9137\n")
	if err := os.Chmod(m.file("passord.txt"), 0o640); err != nil {
		t.Fatal(err)
	}
	if code, said := m.send(); code != exitDiagnostics || m.server.Dialled() > 0 || !strings.Contains(said, "chmod 600") || strings.Contains(said, "hemmelig") {
		t.Errorf("exit code %d, told %q", code, said)
	}
	if err := os.Chmod(m.file("passord.txt"), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, said := m.send(); code != exitFine {
		t.Errorf("exit code %d, told %q", code, said)
	}
	if found := m.holds("hemmelig-9137"); len(found) != 1 || filepath.Base(found[0]) != "passord.txt" {
		t.Errorf("it is in %v", found)
	}
}

func TestInCINobodyIsNamed(t *testing.T) {
	no := faulty.Action{Reply: "550 5.1.1 <medlem-00002@firma1.example>: no such user medlem-00002"}
	m := newMailing(t, 3, faulty.Config{Rules: []faulty.Rule{{At: faulty.Rcpt, Nth: 2, Times: 1, Do: no}}}, "connections = 1")
	m.ci = true
	for _, args := range [][]string{
		{"plan", m.file("mail.toml"), "--pdf", m.file("prove.mail/deck.pdf")},
		{"preview", m.file("mail.toml"), "--n", "3"},
		{"send", m.file("mail.toml"), "--confirm", m.code, "--no-test", "--first", "0"},
		{"status", m.file("mail.toml")},
		{"status", m.file("mail.toml"), "--csv"},
		{"status", m.file("mail.toml"), "--format", "json"},
		{"suppress", m.file("mail.toml"), "medlem-00003@firma2.example", "--reason", "asked"},
		{"resolve", m.file("mail.toml"), "medlem-00002@firma1.example", "--resend"},
	} {
		if _, said := m.run(args...); strings.Contains(said, "medlem-0") || strings.Contains(said, "Åsnes") {
			t.Errorf("%s told %q", args[0], said)
		}
	}
}
