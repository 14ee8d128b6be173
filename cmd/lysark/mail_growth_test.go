package main

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"lysark/report/mail/delivery"
	"lysark/report/mail/faulty"
)

// extended is a mailing to four of whom two got the mail, one failed and one is to come; then two are new in the list,
// of those before one is in it no more and one has left.
func extended(t *testing.T) *mailing {
	t.Helper()
	m := newMailing(t, 4, faulty.Config{Rules: []faulty.Rule{
		{At: faulty.Rcpt, Nth: 2, Times: 1, Do: faulty.Action{Reply: "550 5.1.1 no such mailbox"}},
	}}, "connections = 1")
	m.write("Rapport.pdf", string(onePicture(100)))
	m.write("avmeldt.csv", "annen@x.example\n")
	m.write("mail.toml", strings.Replace(mailToml(m.server.Port(), "connections = 1"), "email =", "suppress = \"avmeldt.csv\"\nemail =", 1))
	if code, said := m.run("plan", m.file("mail.toml"), "--pdf", m.file("Rapport.pdf")); code != exitFine || strings.Contains(said, "to come") || strings.Contains(said, "settled") {
		t.Fatalf("exit code %d, told %q", code, said)
	}
	p, _ := m.view()
	m.code = p.Code
	if code, said := m.send("--limit", "3"); code != delivery.ExitUnfinished {
		t.Fatalf("exit code %d, told %q", code, said)
	}
	m.write("medlemmer.csv", "epost;navn\nny-1@firma.example;Ny En\nmedlem-00001@firma0.example;Bjørn Åsnes 1\nmedlem-00002@firma1.example;Bjørn Åsnes 2\nny-2@firma.example;Ny To\n")
	m.write("avmeldt.csv", "annen@x.example\nmedlem-00004@firma3.example\n")
	return m
}

func TestAnExtensionTellsWhatIsNewAndWhatIsStillToCome(t *testing.T) {
	m := extended(t)
	code, said := m.run("plan", m.file("mail.toml"), "--pdf", m.file("Rapport.pdf"), "--extend")
	for _, want := range []string{
		"  in the plan   6\n    new         2\n    settled     4: 2 sent, 1 failed, 1 skipped\n    to come     2\n",
		"  left          1 who were planned are in suppress by now",
		"  absent        1 who were planned are no longer in the list",
		", for those to come\n  takes about   ",
		"  the first, row 3\n  to            Bjørn Åsnes 1 <medlem-00001@firma0.example>\n  subject       Rapport til Bjørn Åsnes 1\n",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("exit code %d, %q is not told:\n%s", code, want, said)
		}
	}
	p, _ := m.view()
	if !strings.HasSuffix(p.Code, "-6") || !strings.Contains(said, "  code          "+p.Code+"\n") {
		t.Errorf("the code is %s:\n%s", p.Code, said)
	}
	m.code = p.Code
	if code, said := m.send(); code != delivery.ExitFailed || !strings.Contains(said, "2 of them now") {
		t.Errorf("exit code %d: as many are sent as were to come: %s", code, said)
	}
	if _, said := m.run("plan", m.file("mail.toml"), "--pdf", m.file("Rapport.pdf"), "--extend"); !strings.Contains(said, "    new         0\n") || !strings.Contains(said, "    to come     0\n") || strings.Contains(said, "takes about") {
		t.Errorf("nobody is to come, told %s", said)
	}
}

func TestAnExtensionTellsProgramsTheSame(t *testing.T) {
	m := extended(t)
	_, said := m.run("plan", m.file("mail.toml"), "--pdf", m.file("Rapport.pdf"), "--extend", "--format", "json")
	var got struct {
		Mails    int
		Extended map[string]int
	}
	if err := json.Unmarshal([]byte(said[strings.Index(said, "{\n  \"id\""):]), &got); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	want := map[string]int{"new": 2, "settled": 4, "unknown": 0, "to_come": 2, "left": 1, "absent": 1}
	if got.Mails != 6 || len(got.Extended) != len(want) {
		t.Errorf("got %+v", got)
	}
	for name, n := range want {
		if got.Extended[name] != n {
			t.Errorf("%s is %d, want %d", name, got.Extended[name], n)
		}
	}
	if err := os.RemoveAll(m.file("prove.mail")); err != nil {
		t.Fatal(err)
	}
	if _, said := m.run("plan", m.file("mail.toml"), "--pdf", m.file("Rapport.pdf"), "--format", "json"); strings.Contains(said, "extended") {
		t.Errorf("a plan of its own is extended: %s", said)
	}
}

func TestWhoLeftBeforeAnExtensionIsCountedOnce(t *testing.T) {
	m := newMailing(t, 8, faulty.Config{}, "connections = 1")
	m.write("Rapport.pdf", string(onePicture(100)))
	m.write("avmeldt.csv", "annen@x.example\n")
	m.write("mail.toml", strings.Replace(mailToml(m.server.Port(), "connections = 1"), "email =", "suppress = \"avmeldt.csv\"\nemail =", 1))
	if code, said := m.run("plan", m.file("mail.toml"), "--pdf", m.file("Rapport.pdf")); code != exitFine {
		t.Fatalf("exit code %d, told %q", code, said)
	}
	p, _ := m.view()
	m.code = p.Code
	m.send("--limit", "2")
	members, err := os.ReadFile(m.file("medlemmer.csv"))
	if err != nil {
		t.Fatal(err)
	}
	m.write("medlemmer.csv", string(members)+"ny@firma.example;Ny\nmedlem-00006@firma5.example;Bjørn Åsnes 6\n")
	m.write("avmeldt.csv", "annen@x.example\nmedlem-00006@firma5.example\n")
	_, said := m.run("plan", m.file("mail.toml"), "--pdf", m.file("Rapport.pdf"), "--extend")
	for _, want := range []string{
		"  in the plan   9\n    new         1\n    settled     3: 2 sent, 1 skipped\n    to come     6\n  left          1 who were planned",
		"  get none      1: double row 11\n",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not told:\n%s", want, said)
		}
	}
	_, table := m.run("status", m.file("mail.toml"), "--csv")
	rows := map[string]int{}
	for line := range strings.Lines(table) {
		row, _, _ := strings.Cut(line, ";")
		rows[row]++
		if row == "7" && !strings.Contains(line, "Bjørn Åsnes 6;skipped;left") {
			t.Errorf("row 7 is %s", line)
		}
	}
	for row, n := range rows {
		if n > 1 || len(rows) != 11 {
			t.Errorf("row %s stands there %d times, of %d rows", row, n, len(rows))
		}
	}
}
