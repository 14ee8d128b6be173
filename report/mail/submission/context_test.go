package submission

import (
	"context"
	"errors"
	"io"
	"testing"
	"time"

	"lysark/report/mail/faulty"
)

func TestTheEndOfTheContextEndsAMailAtOnceBeforeTheDot(t *testing.T) {
	for at, verb := range map[faulty.Point]string{faulty.MailFrom: "MAIL", faulty.Rcpt: "RCPT", faulty.Data: "DATA", faulty.Body: "DATA"} {
		t.Run(string(at), func(t *testing.T) {
			t.Parallel()
			f := secret(t, faulty.Config{HashOnly: true, Rules: []faulty.Rule{{At: at, Do: faulty.Action{Delay: time.Hour}}}})
			s := f.session(t)
			ctx, cancel := context.WithCancel(t.Context())
			go func() {
				for f.Heard(verb) == 0 {
					time.Sleep(time.Millisecond)
				}
				time.Sleep(50 * time.Millisecond)
				cancel()
			}()
			o := s.Send(ctx, sender, member, long(8<<20), committed)
			if o.Kind != Aborted || o.Usable || !errors.Is(o.Err, context.Canceled) {
				t.Errorf("got %s (%v)", o.Kind, o.Err)
			}
			if n := len(f.Accepted()); n != 0 {
				t.Errorf("the server took %d", n)
			}
		})
	}
}

// lastLetter ends the context when it has been written.
type lastLetter struct {
	letter
	cancel func()
}

func (l lastLetter) WriteTo(w io.Writer) (int64, error) {
	defer time.Sleep(50 * time.Millisecond)
	defer l.cancel()
	return l.letter.WriteTo(w)
}

func TestTheEndOfTheContextInTheBodyAsksForNoCommit(t *testing.T) {
	t.Parallel()
	f := secret(t, faulty.Config{})
	ctx, cancel := context.WithCancel(t.Context())
	o := f.session(t).Send(ctx, sender, member, lastLetter{short, cancel}, func() error {
		t.Error("the commit was asked for")
		return nil
	})
	if o.Kind != Aborted || o.Phase != AtBody || o.Usable {
		t.Errorf("got %s at %s (%v)", o.Kind, o.Phase, o.Err)
	}
}

func TestTheEndOfTheContextInTheCommitKeepsTheDotBack(t *testing.T) {
	t.Parallel()
	f := secret(t, faulty.Config{})
	s := f.session(t)
	ctx, cancel := context.WithCancel(t.Context())
	o := s.Send(ctx, sender, member, short, func() error {
		cancel()
		time.Sleep(50 * time.Millisecond)
		return nil
	})
	if o.Kind != Aborted || o.Phase != AtCommit || o.Usable {
		t.Errorf("got %s at %s (%v)", o.Kind, o.Phase, o.Err)
	}
	f.nobodyLeft(t)
	if n := len(f.Accepted()); n != 0 {
		t.Errorf("the server took %d", n)
	}
}

func TestAfterTheDotTheAnswerIsWaitedForThoughTheContextHasEnded(t *testing.T) {
	tests := []struct {
		name         string
		delay, grace time.Duration
		want         Kind
	}{
		{"and it comes in time", 200 * time.Millisecond, 10 * time.Second, Accepted},
		{"but not for ever", time.Hour, 200 * time.Millisecond, Unknown},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			f := secret(t, faulty.Config{Rules: []faulty.Rule{{At: faulty.AfterDot, Do: faulty.Action{Delay: tt.delay}}}})
			f.dial.Timeouts.Grace = tt.grace
			ctx, cancel := context.WithCancel(t.Context())
			s := f.session(t)
			go func() {
				for len(f.Accepted()) == 0 {
					time.Sleep(time.Millisecond)
				}
				cancel()
			}()
			if o := s.Send(ctx, sender, member, short, committed); o.Kind != tt.want || o.Usable {
				t.Errorf("got %s (%v), usable %t", o.Kind, o.Err, o.Usable)
			}
		})
	}
}

func TestAContextThatHasEndedSendsNothingAndHarmsNothing(t *testing.T) {
	t.Parallel()
	f := plain(t, faulty.Config{})
	s := f.session(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if o := s.Send(ctx, sender, member, short, committed); o.Kind != Aborted || !o.Usable || f.Heard("MAIL") > 0 {
		t.Errorf("got %s, usable %t", o.Kind, o.Usable)
	}
	if o := send(t, s); o.Kind != Accepted {
		t.Errorf("the next is %s (%v)", o.Kind, o.Err)
	}
}
