package main

import (
	"os"
	"strings"
	"testing"

	"lysark/report/mail/faulty"
	"lysark/report/mail/ledger"
)

// lettered is a mailing to members whose domains have letters beyond ASCII; those of the last could be taken for others.
func lettered(t *testing.T, rules ...faulty.Rule) *mailing {
	t.Helper()
	m := newMailing(t, 1, faulty.Config{Rules: rules}, "connections = 1")
	m.write("Rapport.pdf", string(onePicture(100)))
	m.write("medlemmer.csv", "epost;navn\nase@Blåbær.example;Åse\nbo@xn--blbr-roah.example;Bo\npaul@rayраl.example;Paul\n")
	m.write("avmeldt.csv", "annen@x.example\n")
	toml := strings.Replace(mailToml(m.server.Port(), "connections = 1"), "email =", "suppress = \"avmeldt.csv\"\nemail =", 1)
	m.write("mail.toml", strings.Replace(toml, "rapport@forening.example", "rapport@rødgrød.example", 1))
	if code, said := m.replan(); code != exitFine {
		t.Fatalf("exit code %d, told %q", code, said)
	}
	return m
}

// replan plans by the program, and takes the code.
func (m *mailing) replan() (int, string) {
	m.t.Helper()
	code, said := m.run("plan", m.file("mail.toml"), "--pdf", m.file("Rapport.pdf"))
	p, _ := m.view()
	m.code = p.Code
	return code, said
}

func TestPeopleSeeAddressesAsTheyWriteThem(t *testing.T) {
	m := lettered(t, faulty.Rule{At: faulty.Rcpt, Do: faulty.Action{Reply: "550 5.1.1 no such mailbox"}})
	_, planned := m.replan()
	_, previewed := m.run("preview", m.file("mail.toml"))
	m.send("--keep-going")
	_, status := m.run("status", m.file("mail.toml"))
	for said, all := range map[string][]string{
		planned:   {"prove: Rapport.pdf from rapport@rødgrød.example\n", "  to            Åse <ase@blåbær.example>\n", " --to rapport@rødgrød.example\n"},
		previewed: {"to ase@blåbær.example,", "to bo@blåbær.example,", "to paul@xn--rayl-73d9g.example,"},
		status:    {"row 2  ase@blåbær.example  ", "row 3  bo@blåbær.example  ", "row 4  paul@xn--rayl-73d9g.example  "},
	} {
		for _, want := range all {
			if !strings.Contains(said, want) {
				t.Errorf("%q is not told:\n%s", want, said)
			}
		}
	}
	m.ci = true
	if _, said := m.run("status", m.file("mail.toml")); !strings.Contains(said, "row 2  …@blåbær.example  ") {
		t.Errorf("in CI it tells\n%s", said)
	}
}

func TestMailsAndProgramsHaveAddressesAsTheyAreSent(t *testing.T) {
	m := lettered(t)
	m.run("preview", m.file("mail.toml"))
	eml, err := os.ReadFile(m.file("prove.mail/preview/row-00002.eml"))
	if err != nil || !strings.Contains(string(eml), "<ase@xn--blbr-roah.example>") || !strings.Contains(string(eml), "<rapport@xn--rdgrd-vuad.example>") {
		t.Errorf("the mail has the header\n%.600s\n%v", eml, err)
	}
	m.send()
	if all := m.server.Accepted(); len(all) != 3 || all[0].To[0] != "ase@xn--blbr-roah.example" {
		t.Errorf("taken for %v", all)
	}
	if _, said := m.run("status", m.file("mail.toml"), "--format", "json"); !strings.Contains(said, `"address": "ase@xn--blbr-roah.example"`) {
		t.Errorf("JSON is\n%s", said)
	}
	if _, said := m.run("status", m.file("mail.toml"), "--csv"); !strings.Contains(said, "2;ase@Blåbær.example;Åse;sent") || !strings.Contains(said, "3;bo@xn--blbr-roah.example;Bo;sent") {
		t.Errorf("the cells are not those of the list:\n%s", said)
	}
}

func TestAnAddressMayBeGivenInEitherForm(t *testing.T) {
	for _, form := range []string{"ase@blåbær.example", "Ase@xn--blbr-roah.example", "ase@bla\u030abær.EXAMPLE"} {
		t.Run(form, func(t *testing.T) {
			m := lettered(t, faulty.Rule{At: faulty.AfterDot, Nth: 1, Times: 1, Do: faulty.Action{Close: faulty.RST}})
			state := func() ledger.State {
				p, v := m.view()
				return v.Entry(p.Recipients[0].Key).State
			}
			if code, said := m.run("preview", m.file("mail.toml"), "--to", form); code != exitFine || !strings.Contains(said, "row-00002.eml: to ase@blåbær.example") {
				t.Errorf("preview: exit code %d, told %q", code, said)
			}
			if code, said := m.send("--only", form); state() != ledger.StateUnknown {
				t.Errorf("send --only: exit code %d, told %q", code, said)
			}
			if code, said := m.run("resolve", m.file("mail.toml"), form, "--resend"); code != exitFine || state() != ledger.StatePending {
				t.Errorf("resolve: exit code %d, told %q", code, said)
			}
			if code, said := m.run("suppress", m.file("mail.toml"), form, "--reason", "asked by phone"); code != exitFine || state() != ledger.StateSkipped {
				t.Errorf("suppress: exit code %d, told %q", code, said)
			}
			for _, other := range []string{"ase@blåbær.example", "ase@xn--blbr-roah.example"} {
				if _, said := m.run("suppress", m.file("mail.toml"), other, "--reason", "once more"); !strings.Contains(said, "has the address already") {
					t.Errorf("suppress %s: told %q", other, said)
				}
			}
		})
	}
}
