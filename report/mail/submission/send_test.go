package submission

import (
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"
	"time"

	"lysark/report/mail/faulty"
)

// The faults that other mailers were found to have are numbered as in the notes on mail: G1 to G18.

// brokenLetter fails while it is read, as an attachment on a bad disk does.
type brokenLetter struct {
	letter
	size int
	err  error
}

func (b brokenLetter) Size() int { return b.size }

func (b brokenLetter) WriteTo(w io.Writer) (int64, error) {
	n, _ := b.letter.WriteTo(w)
	return n, b.err
}

func TestG1AMailThatBreaksOffIsNeverDelivered(t *testing.T) {
	whole := long(200_000)
	tests := []struct {
		name string
		mail Body
	}{
		{"reading fails in the first line", brokenLetter{short[:5], len(short), errors.New("disk read error")}},
		{"reading fails at the end of a line", brokenLetter{short[:14], len(short), errors.New("disk read error")}},
		{"reading fails when much has been written", brokenLetter{whole[:150_000], len(whole), errors.New("disk read error")}},
		{"the mail is shorter than it said", brokenLetter{whole[:78*1000], len(whole), nil}},
		{"the mail is longer than it said", brokenLetter{whole, len(whole) - 78, nil}},
		{"a line end is no CRLF", letter("Subject: x\r\n\r\none\ntwo\r\n")},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			f := secret(t, faulty.Config{})
			s := f.session(t)
			o := s.Send(t.Context(), sender, member, tt.mail, func() error {
				t.Error("the commit was asked for")
				return nil
			})
			if o.Kind != Aborted || o.Phase != AtBody || o.Usable {
				t.Errorf("got %s at %s (%v), usable %t", o.Kind, o.Phase, o.Err, o.Usable)
			}
			if again := send(t, s); again.Kind != Lost || again.Usable {
				t.Errorf("the next is %s", again.Kind)
			}
			if err := s.Quit(); err != nil {
				t.Error(err)
			}
			f.nobodyLeft(t)
			if len(f.Accepted()) > 0 || f.Heard("QUIT") > 0 {
				t.Errorf("the server took %d and heard QUIT %d times", len(f.Accepted()), f.Heard("QUIT"))
			}
		})
	}
}

func TestG2ADeliveredMailIsAcceptedThoughTheServerClosesAfterIt(t *testing.T) {
	t.Parallel()
	f := secret(t, faulty.Config{Rules: []faulty.Rule{{At: faulty.AfterDot, Do: faulty.Action{Reply: "250 2.0.0 queued", Close: faulty.FIN}}}})
	s := f.session(t)
	if o := send(t, s); o.Kind != Accepted || o.Code != 250 || o.Enhanced != "2.0.0" || o.Reply != "queued" || o.Err != nil {
		t.Errorf("got %+v", o)
	}
	if o := send(t, s); o.Kind != Lost || o.Usable {
		t.Errorf("the next is %s (%v)", o.Kind, o.Err)
	}
	if n := len(f.Accepted()); n != 1 {
		t.Errorf("the server took %d", n)
	}
}

func TestAServerThatHasGivenUpWaitingIsHeard(t *testing.T) {
	t.Parallel()
	f := plain(t, faulty.Config{Rules: []faulty.Rule{{At: faulty.AfterDot, Do: faulty.Action{Reply: "250 ok\n421 4.4.2 timeout", Close: faulty.FIN}}}})
	s := f.session(t)
	if o := send(t, s); o.Kind != Accepted {
		t.Errorf("the mail is %s (%v)", o.Kind, o.Err)
	}
	if o := send(t, s); o.Kind != Lost || o.Code != 421 || o.Enhanced != "4.4.2" || o.Usable || f.Heard("MAIL") != 1 {
		t.Errorf("the next is %s (%v)", o.Kind, o.Err)
	}
}

func TestG3ARefusalDoesNotHarmTheNeighbour(t *testing.T) {
	for _, at := range []faulty.Point{faulty.MailFrom, faulty.Rcpt, faulty.Data, faulty.Dot} {
		for _, reply := range []string{"452 4.3.1 no room", "554 5.0.0 no"} {
			t.Run(fmt.Sprintf("%s at %s", reply[:3], at), func(t *testing.T) {
				t.Parallel()
				f := plain(t, faulty.Config{Rules: []faulty.Rule{{At: at, Times: 1, Do: faulty.Action{Reply: reply}}}})
				s := f.session(t)
				if o := send(t, s); o.Kind == Accepted || o.Phase != Phase(at) || !o.Usable {
					t.Errorf("the first is %s at %s, usable %t", o.Kind, o.Phase, o.Usable)
				}
				if o := s.Send(t.Context(), sender, "other@medlem.example", short, committed); o.Kind != Accepted {
					t.Errorf("the neighbour is %s (%v)", o.Kind, o.Err)
				}
				if f.Heard("RSET") != 1 || f.Dialled() != 1 {
					t.Errorf("RSET was heard %d times, on %d connections", f.Heard("RSET"), f.Dialled())
				}
			})
		}
	}
}

func TestTheGreetingThatFollowsAResetMayFailToo(t *testing.T) {
	t.Parallel()
	f := plain(t, faulty.Config{Rules: []faulty.Rule{
		{At: faulty.Rcpt, Do: faulty.Action{Reply: "550 5.1.1 unknown"}},
		{At: faulty.EHLO, Nth: 2, Do: faulty.Action{Reply: "451 4.3.0 not now"}},
	}})
	s := f.session(t)
	if o := send(t, s); o.Kind != Failed {
		t.Errorf("the first is %s (%v)", o.Kind, o.Err)
	}
	if o := send(t, s); o.Kind != Lost || o.Phase != AtHello || o.Usable {
		t.Errorf("the next is %s at %s (%v)", o.Kind, o.Phase, o.Err)
	}
}

func TestG5WhatIsSafeToTryAgainIsToldFromWhatIsNot(t *testing.T) {
	tests := []struct {
		at    faulty.Point
		want  Kind
		phase Phase
	}{{faulty.Data, Lost, AtData}, {faulty.Dot, Unknown, AtDot}, {faulty.AfterDot, Unknown, AtDot}}
	for _, tt := range tests {
		t.Run(string(tt.at), func(t *testing.T) {
			t.Parallel()
			f := plain(t, faulty.Config{Rules: []faulty.Rule{{At: tt.at, Do: faulty.Action{Close: faulty.FIN}}}})
			if o := send(t, f.session(t)); o.Kind != tt.want || o.Phase != tt.phase || o.Code != 0 {
				t.Errorf("got %s at %s (%v)", o.Kind, o.Phase, o.Err)
			}
		})
	}
}

// slowLetter is written over a slow link: with pauses that are longer in sum than any single wait.
type slowLetter struct {
	letter
	pause time.Duration
}

func (s slowLetter) WriteTo(w io.Writer) (n int64, err error) {
	for part := range strings.SplitAfterSeq(string(s.letter), "\n") {
		if n > 0 {
			time.Sleep(s.pause)
		}
		written, err := io.WriteString(w, part)
		n += int64(written)
		if err != nil {
			return n, err
		}
	}
	return n, nil
}

func TestG7ASlowLinkAndASlowServerHaveTheTimeTheyNeed(t *testing.T) {
	t.Parallel()
	f := secret(t, faulty.Config{Rules: []faulty.Rule{{At: faulty.AfterDot, Do: faulty.Action{Delay: 1200 * time.Millisecond}}}})
	f.dial.Timeouts.Command, f.dial.Timeouts.Progress = time.Second, time.Second
	o := f.session(t).Send(t.Context(), sender, member, slowLetter{long(30 * 78), 50 * time.Millisecond}, committed)
	if o.Kind != Accepted {
		t.Errorf("got %s at %s (%v)", o.Kind, o.Phase, o.Err)
	}
}

func TestG10AfterA421TheSessionSaysThatItIsOfNoMoreUse(t *testing.T) {
	t.Parallel()
	f := plain(t, faulty.Config{PerConnection: 2})
	s := f.session(t)
	var got []string
	for range 4 {
		o := send(t, s)
		got = append(got, fmt.Sprint(o.Kind, " ", o.Code, " ", o.Usable))
	}
	want := []string{"accepted 250 true", "accepted 250 true", "lost 421 false", "lost 0 false"}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if o := send(t, f.session(t)); o.Kind != Accepted {
		t.Errorf("on a new connection it is %s", o.Kind)
	}
}

func TestG11AMailTakesThreeCommandsAndTheDot(t *testing.T) {
	t.Parallel()
	f := plain(t, faulty.Config{})
	s := f.session(t)
	for range 3 {
		send(t, s)
	}
	s.Quit()
	var verbs []string
	for _, c := range f.Commands() {
		verbs = append(verbs, strings.Fields(c.Line)[0])
	}
	if got := strings.Join(verbs, " "); got != "EHLO MAIL RCPT DATA MAIL RCPT DATA MAIL RCPT DATA QUIT" {
		t.Error(got)
	}
}

func TestG12NothingOfAMailClingsToTheNext(t *testing.T) {
	t.Parallel()
	f := plain(t, faulty.Config{Rules: []faulty.Rule{{At: faulty.Rcpt, Match: regexp.MustCompile("gone@"), Do: faulty.Action{Reply: "550 5.1.1 unknown"}}}})
	s := f.session(t)
	for _, tt := range []struct {
		to   string
		want Kind
	}{{"a@medlem.example", Accepted}, {"gone@medlem.example", Failed}, {"b@medlem.example", Accepted}} {
		if o := s.Send(t.Context(), sender, tt.to, short, committed); o.Kind != tt.want || (o.Err == nil) != (tt.want == Accepted) {
			t.Errorf("%s is %s (%v)", tt.to, o.Kind, o.Err)
		}
	}
	for _, m := range f.Accepted() {
		if len(m.To) != 1 || string(m.Data) != string(short) {
			t.Errorf("%s got %q", m.To, m.Data)
		}
	}
}

func TestG18AnAnswerWithoutTextIsAnAnswer(t *testing.T) {
	t.Parallel()
	for _, reply := range []string{"550", "550 ", "550 5.1.1", "550-\n550 "} {
		f := plain(t, faulty.Config{Rules: []faulty.Rule{{At: faulty.Rcpt, Do: faulty.Action{Reply: reply}}}})
		if o := send(t, f.session(t)); o.Kind != Failed || o.Code != 550 || refused(o.Err) == nil || o.Err.Error() == "" {
			t.Errorf("%q is %s (%v)", reply, o.Kind, o.Err)
		}
	}
}

func TestWhatAServerSaidBeforeItClosedOnABodyIsHeard(t *testing.T) {
	tests := []struct {
		name  string
		rules []faulty.Rule
	}{
		{"and reset the connection", []faulty.Rule{{At: faulty.Body, Bytes: 1000, Do: faulty.Action{Reply: "552 5.3.4 too big", Close: faulty.RST}}}},
		{"and read no more", []faulty.Rule{
			{At: faulty.Body, Bytes: 1000, Do: faulty.Action{Reply: "552 5.3.4 too big"}},
			{At: faulty.Body, Bytes: 2000, Do: faulty.Action{Delay: time.Hour}},
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			f := plain(t, faulty.Config{HashOnly: true, Rules: tt.rules})
			f.dial.Timeouts.Progress = 500 * time.Millisecond
			o := f.session(t).Send(t.Context(), sender, member, long(8<<20), committed)
			if o.Kind != Stopped || o.Reason != ByPolicy || o.Code != 552 || o.Phase != AtBody {
				t.Errorf("got %s at %s (%v)", o.Kind, o.Phase, o.Err)
			}
		})
	}
}

func TestTheMailArrivesAsItIs(t *testing.T) {
	t.Parallel()
	f := secret(t, faulty.Config{})
	mail := letter("Subject: dots\r\n\r\n.\r\n..\r\n. \r\n\r\n\r\n" + strings.Repeat(".x\r\n", 50_000) + ".\r\n")
	if o := f.session(t).Send(t.Context(), sender, member, mail, committed); o.Kind != Accepted {
		t.Fatalf("it is %s (%v)", o.Kind, o.Err)
	}
	m := f.Accepted()[0]
	if string(m.Data) != string(mail) || m.From != sender || m.To[0] != member || !m.TLS || m.User != "deck" {
		t.Errorf("%d bytes came of %d, from %s to %s", len(m.Data), len(mail), m.From, m.To)
	}
}
