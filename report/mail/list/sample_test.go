package list_test

import (
	"os"
	"strings"
	"testing"

	"lysark/report/mail/list"
	"lysark/report/mail/mailfile"
)

// TestTheSampleHasItsMembers reads the sample as lysark mail does. Nobody in it may be somebody: all domains are those
// that RFC 2606 keeps free.
func TestTheSampleHasItsMembers(t *testing.T) {
	file, problems := mailfile.Read("../../../decks/hjemmekontor/mail.toml", os.ReadFile)
	if len(problems) > 0 {
		t.Fatal(inShort(problems))
	}
	c := file.Mail.List
	l, problems := list.Read(list.Options{
		File:  list.Named{S: file.Beside(c.File), Pos: c.File.Pos},
		Email: list.Named{S: c.Email.V, Pos: c.Email.Pos}, Name: list.Named{S: c.Name.V, Pos: c.Name.Pos},
		Least: c.Expect.V.Least, Most: c.Expect.V.Most, ExpectPos: c.Expect.Pos,
	}, os.ReadFile)
	if len(problems) > 0 || len(l.Members) != 213 || len(l.Skipped) > 0 {
		t.Errorf("%d members, %d skipped: %s", len(l.Members), len(l.Skipped), inShort(problems))
	}
	for _, m := range l.Members {
		if !strings.HasSuffix(m.Address, ".example") {
			t.Errorf("row %d may be somebody's", m.Row)
		}
		if m.Name == "" || l.Fields(m)["fornavn"] == "" || l.Fields(m)["virksomhet"] == "" {
			t.Errorf("row %d lacks a field", m.Row)
		}
	}
}
