package submission

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"lysark/report/mail/faulty"
)

func TestG8NothingIsPutIntoACommand(t *testing.T) {
	bad := []string{
		"", "kari", "@medlem.example", "kari@", "kari@medlem.example>\r\nRCPT TO:<evil@x.example", "kari@medlem.example> NOTIFY=NEVER",
		"kari@medlem.example\r\nDATA", "kari\x00@medlem.example", "ka<ri@medlem.example", "ka ri@medlem.example", "kari@medlem.example\n",
		"kari@medlem.example,evil@x.example", "\"a b\"@medlem.example", "kari@medlem..example", "kari@-medlem.example", "kari@bücher.example",
		"kari\u0085@medlem.example", "kari\u2028@medlem.example", "ka\xffri@medlem.example", ".kari@medlem.example", "ka..ri@medlem.example",
		strings.Repeat("k", 65) + "@medlem.example", "kari@" + strings.Repeat("long.", 60) + "example", "a@b@c d",
	}
	f := plain(t, faulty.Config{Extensions: []string{"SMTPUTF8"}})
	s := f.session(t)
	for _, address := range bad {
		o := s.Send(t.Context(), sender, address, short, committed)
		if o.Kind != Failed || o.Phase != AtRcpt || !o.Usable || address != "" && strings.Contains(o.Err.Error(), address) {
			t.Errorf("to %q: %s (%v)", address, o.Kind, o.Err)
		}
		if o := s.Send(t.Context(), address, member, short, committed); o.Kind != Stopped || o.Reason != BySender {
			t.Errorf("from %q: %s (%v)", address, o.Kind, o.Err)
		}
	}
	if f.Heard("MAIL") > 0 || f.Heard("RCPT") > 0 {
		t.Errorf("the server heard %v", f.Commands())
	}
	for _, good := range []string{"deck@localhost", "kari.o'neil+lysark@xn--bcher-kva.example", "kåre@medlem.example", "a@b"} {
		if o := s.Send(t.Context(), sender, good, short, committed); o.Kind != Accepted {
			t.Errorf("to %q: %s (%v)", good, o.Kind, o.Err)
		}
	}
}

func TestG9SMTPUTF8IsUsedOnlyWhereAnAddressNeedsIt(t *testing.T) {
	t.Parallel()
	able := plain(t, faulty.Config{Extensions: []string{"SMTPUTF8"}})
	s := able.session(t)
	send(t, s)
	if n := utf8Asked(able); n != 0 {
		t.Error("SMTPUTF8 was asked for an address in ASCII")
	}
	if o := s.Send(t.Context(), sender, "kåre@medlem.example", short, committed); o.Kind != Accepted || utf8Asked(able) != 1 {
		t.Errorf("got %s (%v), asked %d times", o.Kind, o.Err, utf8Asked(able))
	}

	unable := plain(t, faulty.Config{})
	o := unable.session(t).Send(t.Context(), sender, "kåre@medlem.example", short, committed)
	if o.Kind != Failed || !o.Usable || unable.Heard("MAIL") > 0 {
		t.Errorf("got %s (%v)", o.Kind, o.Err)
	}
}

func utf8Asked(f fixture) (n int) {
	for _, c := range f.Commands() {
		if strings.HasPrefix(c.Line, "MAIL") && strings.Contains(c.Line, "SMTPUTF8") {
			n++
		}
	}
	return n
}

func TestG14TheServerHearsTheNameThatWasGivenAndNotTheMachines(t *testing.T) {
	t.Parallel()
	f := secret(t, faulty.Config{})
	send(t, f.session(t))
	host, _ := os.Hostname()
	for _, c := range f.Commands() {
		if strings.HasPrefix(c.Line, "EHLO") && c.Line != "EHLO forening.example" || host != "" && strings.Contains(c.Line, host) {
			t.Errorf("it heard %q", c.Line)
		}
	}
}

func TestAMailThatIsTooBigIsRefusedBeforeMAIL(t *testing.T) {
	t.Parallel()
	f := plain(t, faulty.Config{Size: 20})
	s := f.session(t)
	o := s.Send(t.Context(), sender, member, long(1000), committed)
	if o.Kind != Stopped || o.Reason != ByPolicy || !o.Usable || f.Heard("MAIL") != 0 {
		t.Errorf("got %s (%v)", o.Kind, o.Err)
	}
	if o := s.Send(t.Context(), sender, member, letter("ok\r\n"), committed); o.Kind != Accepted || f.Heard("MAIL FROM:<"+sender+"> SIZE=4") != 1 {
		t.Errorf("got %s (%v), after %v", o.Kind, o.Err, f.Commands())
	}
}

func TestVerifyAsksForTheSenderAndSendsNothing(t *testing.T) {
	t.Parallel()
	f := secret(t, faulty.Config{Rules: []faulty.Rule{{At: faulty.MailFrom, Match: regexp.MustCompile("boss@"), Do: faulty.Action{Reply: "550 5.7.60 not allowed to send as this sender"}}}})
	s := f.session(t)
	if err := s.Verify(t.Context(), sender); err != nil {
		t.Error(err)
	}
	if r := refused(s.Verify(t.Context(), "boss@forening.example")); r == nil || r.Kind != Stopped || r.Reason != BySender || r.Enhanced != "5.7.60" {
		t.Errorf("got %+v", r)
	}
	for _, bad := range []string{"kåre@forening.example", "a>b@forening.example"} {
		if err := s.Verify(t.Context(), bad); KindOf(err) != Stopped || refused(err) != nil {
			t.Errorf("%q: %v", bad, err)
		}
	}
	if o := send(t, s); o.Kind != Accepted {
		t.Errorf("then a mail is %s (%v)", o.Kind, o.Err)
	}
	if n := len(f.Accepted()); n != 1 {
		t.Errorf("the server took %d", n)
	}
}
