package delivery

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"lysark/report/mail"
	"lysark/report/mail/ledger"
	"lysark/report/mail/message"
	"lysark/report/mail/submission"
)

// fast is a time that goes faster by a factor, for runs with a real server.
type fast struct {
	start  time.Time
	factor int
}

func (f fast) Now() time.Time { return f.start.Add(time.Since(f.start) * time.Duration(f.factor)) }
func (f fast) After(d time.Duration) <-chan time.Time {
	return time.After(d / time.Duration(f.factor))
}

// letters composes small mails with a shared attachment.
type letters struct{ shared *message.Shared }

func newLetters(t testing.TB, attached int) letters {
	t.Helper()
	file := &message.File{Name: "rapport.pdf", MIME: "application/pdf", Data: []byte(strings.Repeat("%PDF", attached/4+1))}
	shared, err := message.NewShared(file, nil, "seed")
	if err != nil {
		t.Fatal(err)
	}
	return letters{shared}
}

func (l letters) Compose(r mail.Recipient, date time.Time) (*message.Message, error) {
	return l.shared.Compose(message.Letter{
		From: message.Address{Addr: "rapport@forening.example"}, To: message.Address{Name: r.Name, Addr: r.Address},
		Subject: "Rapporten", Text: "Hei, " + r.Name + "!", MessageID: r.MessageID, Date: date,
	})
}

func members(n int) []mail.Recipient {
	var all []mail.Recipient
	for i := range n {
		address := fmt.Sprintf("medlem%d@firma%d.example", i+1, i+1)
		k := ledger.KeyOf([]byte("secret"), address)
		all = append(all, mail.Recipient{Key: k, Address: address, Name: fmt.Sprintf("Medlem %d", i+1), Row: i + 2, MessageID: string(k) + "@forening.example"})
	}
	return all
}

func newLedger(t testing.TB) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "ledger.jsonl")
	if err := ledger.Create(path, ledger.Record{Time: time.Now(), Event: ledger.EventOpen, Plan: "digest"}); err != nil {
		t.Fatal(err)
	}
	return path
}

func openLedger(t testing.TB, path string) *ledger.Ledger {
	t.Helper()
	l, err := ledger.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	return l
}

// script is a server that answers as told: by recipient, one answer after another and the last for ever; yes without any.
type script struct {
	mu      sync.Mutex
	answers map[string][]submission.Outcome
	dials   []error // one after another, then yes
	takes   time.Duration
	open    int
	most    int // connections at once
	dialled int
	begun   []time.Time
	got     []string
	lasted  []int // mails of each connection that ended
}

func (s *script) dial(context.Context) (Session, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.dialled++
	if len(s.dials) > 0 {
		err := s.dials[0]
		s.dials = s.dials[1:]
		if err != nil {
			return nil, err
		}
	}
	s.open++
	s.most = max(s.most, s.open)
	return &scripted{script: s}, nil
}

type scripted struct {
	*script
	mails  int
	closed bool
}

func (c *scripted) Send(ctx context.Context, from, to string, m submission.Body, commit func() error) submission.Outcome {
	c.mu.Lock()
	c.begun = append(c.begun, time.Now())
	c.mails++
	o := submission.Outcome{Kind: submission.Accepted, Phase: submission.AtDot, Code: 250, Usable: true}
	if a := c.answers[to]; len(a) > 0 {
		o = a[0]
		if len(a) > 1 {
			c.answers[to] = a[1:]
		}
	}
	takes := c.takes
	c.mu.Unlock()
	time.Sleep(takes)
	if o.Phase == submission.AtDot {
		if err := commit(); err != nil {
			return submission.Outcome{Kind: submission.Aborted, Phase: submission.AtCommit, Err: err}
		}
	}
	if o.Kind == submission.Accepted {
		c.mu.Lock()
		c.got = append(c.got, to)
		c.mu.Unlock()
	}
	return o
}

func (c *scripted) Quit() error { return c.Close() }

func (c *scripted) Close() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.closed {
		c.closed = true
		c.open--
		c.lasted = append(c.lasted, c.mails)
	}
	return nil
}

func says(phase submission.Phase, code int, enhanced, text string) submission.Outcome {
	kind, reason := submission.Classify(phase, code, enhanced, text)
	return submission.Outcome{
		Kind: kind, Reason: reason, Phase: phase, Code: code, Enhanced: enhanced, Reply: text, Usable: true,
		Err: &submission.Refusal{Phase: phase, Kind: kind, Reason: reason, Code: code, Enhanced: enhanced, Reply: text},
	}
}

func breaks(kind submission.Kind, phase submission.Phase) submission.Outcome {
	return submission.Outcome{Kind: kind, Phase: phase, Err: &submission.Failure{Phase: phase, Kind: kind, Err: errors.New("EOF")}}
}

// usual is a run that has nothing special to it.
func usual(t *testing.T, s *script, n int) Sending {
	return Sending{
		Plan: "digest", From: "rapport@forening.example", Letters: newLetters(t, 100), Recipients: members(n), Dial: s.dial,
		Ledger: openLedger(t, newLedger(t)), Clock: Wall{}, Pace: Pace{Connections: 1},
	}
}

func send(t *testing.T, s Sending) Result {
	t.Helper()
	out, err := Send(t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	return out
}
