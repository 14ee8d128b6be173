package submission

import (
	"strings"
	"testing"
	"unicode"

	"lysark/report/mail/faulty"
)

func TestAServersWordsAreFitToBeShown(t *testing.T) {
	s := &Session{sender: sender, member: member}
	tests := []struct{ name, text, want string }{
		{"one line", "ok", "ok"},
		{"several lines", "first\nsecond  \n third", "first second third"},
		{"the member's address", "<kari.nordmann@medlem.example>: Recipient address rejected", "<<address>>: Recipient address rejected"},
		{"the address in other letters", "no Kari.Nordmann@MEDLEM.example.", "no <address>."},
		{"the part before the @ alone", "kari.nordmann... User unknown", "<address>... User unknown"},
		{"anybody else's address", "forwarded to (ola@hjemme.example)", "forwarded to (<address>)"},
		{"two in one word", "<kari.nordmann@medlem.example>:<ola@hjemme.example>", "<<address>>:<<address>>"},
		{"the sender's own", "<rapport@forening.example>: not yours", "<rapport@forening.example>: not yours"},
		{"control characters", "red\x1b[31m \x00 \u202e text", "red [31m text"},
		{"what is no UTF-8", "caf\xe9", "caf"},
		{"the part before the @ is in another word, too", "xkari.nordmann:kari.nordmann", "xkari.nordmann:<address>"},
		{"endless talk", strings.Repeat("word ", 10_000), strings.Repeat("word ", 80) + "…"},
		{"a word that is none", "see " + strings.Repeat("x", 10_000) + " there", "see … there"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := s.presentable(tt.text); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestAMembersAddressLeavesInNoOutcome(t *testing.T) {
	t.Parallel()
	reply := "550-5.1.1 <" + member + ">: Recipient address rejected:\n550 5.1.1 kari.nordmann is unknown"
	f := plain(t, faulty.Config{Rules: []faulty.Rule{{At: faulty.Rcpt, Do: faulty.Action{Reply: reply}}}})
	o := send(t, f.session(t))
	if o.Code != 550 || o.Enhanced != "5.1.1" || strings.Contains(o.Reply+o.Err.Error(), "kari") || !strings.Contains(o.Reply, "rejected: <address> is unknown") {
		t.Errorf("got %+v", o)
	}
}

func TestTheEnhancedCodeIsTakenFromTheText(t *testing.T) {
	tests := []struct{ text, enhanced, rest string }{
		{"5.1.1 no", "5.1.1", "no"},
		{"5.7.515 no", "5.7.515", "no"},
		{"5.1.1 one\n5.1.1 two", "5.1.1", "one\ntwo"},
		{"5.1.1", "5.1.1", ""},
		{"no code", "", "no code"},
		{"3.1.1 no", "", "3.1.1 no"},
		{"5.1 no", "", "5.1 no"},
		{"5.1.x no", "", "5.1.x no"},
		{"127.0.0.1 no", "", "127.0.0.1 no"},
		{"5..1 no", "", "5..1 no"},
		{"", "", ""},
	}
	for _, tt := range tests {
		if enhanced, rest := splitEnhanced(tt.text); enhanced != tt.enhanced || rest != tt.rest {
			t.Errorf("%q: got %q and %q", tt.text, enhanced, rest)
		}
	}
}

func FuzzServersWords(f *testing.F) {
	f.Add("<kari.nordmann@medlem.example>: unknown")
	f.Add("kari.nordmann@medlem.example@medlem.example,kari.nordmann")
	f.Add("\x1b]0;title\a\xff\u2028")
	f.Fuzz(func(t *testing.T, text string) {
		got := (&Session{sender: sender, member: member}).presentable(text)
		if strings.Contains(strings.ToLower(got), member) {
			t.Errorf("%q tells the address", got)
		}
		if strings.ContainsFunc(got, unicode.IsControl) {
			t.Errorf("%q holds control characters", got)
		}
	})
}
