package list_test

import (
	"strings"
	"testing"
	"unicode"

	"lysark/report/mail/address"
	"lysark/report/mail/list"
)

// FuzzRead holds that no list makes Read panic, that every row is a member, skipped or told, that nobody is there twice,
// and that nothing in a member can break a header or is told in a message.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"epost;navn\nola@a.example;Ola\nOLA@a.example;Ola\n;\nx;y\n",
		"navn,epost\r\n\"Ås, \"\"Ola\"\"\",ola@a.example\r\n",
		"\xff\xfee\x00p\x00o\x00s\x00t\x00\n\x00a\x00@\x00b\x00.\x00n\x00o\x00\n\x00",
		"epost\tnavn\na@b.example\t\x1b[31m\nepost\tnavn\n", "sep=|\nepost|navn\na@b.example|A\n", "epost\n\"a@b.example\n", "PK\x03\x04", "{\"epost\": 1}",
		workbook(f, []any{"epost", "navn"}, []any{"a@b.example", "A"}, []any{"a@b.example", 3}, nil, []any{"c@d.example", "<x>"}),
	} {
		f.Add(seed, "ola@a.example\n")
	}
	f.Fuzz(func(t *testing.T, text, left string) {
		l, problems := list.Read(options("l.csv"), memory(map[string]string{"medlemmer.csv": text, "l.csv": left}))
		keys := map[string]bool{}
		for _, m := range l.Members {
			a, fault := address.Parse(m.Address)
			if fault != nil || a.String() != m.Address || a.Key() != m.Key || keys[m.Key] || a.International() != m.International {
				t.Fatalf("row %d has the address %q, key %q (%v)", m.Row, m.Address, m.Key, fault)
			}
			keys[m.Key] = true
			for column, cell := range l.Fields(m) {
				if column != "epost" && strings.ContainsFunc(cell, func(r rune) bool { return unicode.IsControl(r) || r == '<' || r == '>' }) {
					t.Fatalf("row %d has %q", m.Row, cell)
				}
			}
		}
		for _, d := range problems {
			if strings.Contains(d.Message+d.Hint, "@a.example") || strings.Contains(d.Message, "Ola") {
				t.Fatalf("a message tells who it is: %s", d.Message)
			}
		}
		if len(l.Members) == 0 && !problems.HasErrors() {
			t.Fatal("nobody gets mail, and nothing is wrong")
		}
	})
}
