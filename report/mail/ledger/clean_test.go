package ledger

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"lysark/report/golden"
)

func TestTextsAreKeptWithoutControlCharactersAndAddresses(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"an ordinary reply", "2.0.0 Ok: queued as 4F1C2", "2.0.0 Ok: queued as 4F1C2"},
		{"Postfix", "5.1.1 <kari@forening.example>: Recipient address rejected", "5.1.1 <…>: Recipient address rejected"},
		{"two addresses", "from a@x.no to b@y.no refused", "from <…> to <…> refused"},
		{"at the ends", "a@x.no b@y.no", "<…> <…>"},
		{"a full stop after it", "no mailbox for kari@x.no.", "no mailbox for <…>"},
		{"in brackets and commas", "(kari@x.no),[ola@x.no];\"per@x.no\"", "(<…>),[<…>];\"<…>\""},
		{"Norwegian letters", "ukjent: bjørn.ås@møre.no", "ukjent: <…>"},
		{"a quoted local part", `unknown "kari nordmann"@x.no here`, `unknown <…> here`},
		{"an address literal", "ola@[192.0.2.1] refused", "<…>[192.0.2.1] refused"},
		{"the bounce address that holds the member's", "bounce+kari=x.no@lists.example", "<…>"},
		{"a link", "see https://support.example/?to=kari%40x.no now", "see <…> now"},
		{"a wide at sign", "kari＠x.no", "<…>"},
		{"cut at a line's end", "no such user kari@\r\nx.no", "no such user <…> x.no"},
		{"an at sign alone", "3 @ 4 o'clock", "3 @ 4 o'clock"},
		{"a control character in the address", "ka\x00ri@x.no\x1b[31m", "<…>[31m"},
		{"several lines", "5.7.1 no\r\n5.7.1\tnever", "5.7.1 no 5.7.1 never"},
		{"text turned around", "ok\u202etxt", "oktxt"},
		{"not UTF-8", "p\xe5 vei", "p� vei"},
		{"long", strings.Repeat("å", 301), strings.Repeat("å", 299) + "…"},
		{"just not too long", strings.Repeat("å", 300), strings.Repeat("å", 300)},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := Clean(tt.text)
			if got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
			if again := Clean(got); again != got {
				t.Errorf("cleaned twice it is %q", again)
			}
		})
	}
}

// endless are replies that are hard to clean.
func endless() []string {
	units := []string{"@ ", "@", "kari.nordmann@forening.example,", strings.Repeat("k", 250) + "@x.no "}
	for i, unit := range units {
		units[i] = strings.Repeat(unit, 1_000_000/len(unit))
	}
	return units
}

func TestAnEndlessReplyIsCleanedQuickly(t *testing.T) {
	golden.Timed(t)
	for _, reply := range endless() {
		start := time.Now()
		Clean(reply)
		if took := time.Since(start); took > time.Second {
			t.Errorf("%.10q took %v", reply, took)
		}
	}
}

func TestAnEndlessReplyIsCleanedAndLeavesNoHalfAddress(t *testing.T) {
	for _, unit := range endless() {
		got := Clean(unit)
		if utf8.RuneCountInString(got) > mostText || strings.Contains(got, "kkk") || strings.Contains(got, "kari") {
			t.Errorf("%.10q: %q", unit, got)
		}
	}
}

func FuzzClean(f *testing.F) {
	for _, s := range []string{"550 <a@b.no> no", `"a b"@c`, "%40", "@@", "a@b,c@d\r\n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got := Clean(text)
		if utf8.RuneCountInString(got) > mostText || strings.ContainsAny(got, "\r\n\x00\x1b") {
			t.Errorf("%q becomes %q", text, got)
		}
		for i := range got {
			if got[i] == '@' && i > 0 && i+1 < len(got) && got[i-1] > ' ' && !strings.ContainsRune(" <>()[]\",;@%", rune(got[i-1])) {
				t.Errorf("%q keeps an address: %q", text, got)
			}
		}
	})
}

func TestTheKeyIsStableAndNeedsTheSecret(t *testing.T) {
	k := KeyOf([]byte("secret"), "kari@forening.example")
	if k != "pxzbl2wgwy46736a43fz" || !k.valid() {
		t.Errorf("got %q", k)
	}
	if k == KeyOf([]byte("secret"), "ola@forening.example") || k == KeyOf([]byte("other"), "kari@forening.example") {
		t.Error("another address or secret has the same key")
	}
}
