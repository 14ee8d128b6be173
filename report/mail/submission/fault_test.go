package submission

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"
	"time"

	"lysark/report/mail/faulty"
)

// Everything that can go wrong at every point, and what has to come of it. Dialling fails with an error of that kind.
// At rset it is the mail after a refused one that fares so.
const everyFault = `
	           4xx       5xx       421       FIN      RST      garbage  silence
	greeting   lost      stopped   lost      lost     lost     lost     lost
	ehlo       lost      stopped   lost      lost     lost     lost     lost
	starttls   lost      stopped   lost      lost     lost     lost     lost
	auth       lost      stopped   lost      lost     lost     lost     lost
	mail       deferred  stopped   lost      lost     lost     lost     lost
	rcpt       deferred  failed    lost      lost     lost     lost     lost
	data       deferred  failed    lost      lost     lost     lost     lost
	body       deferred  failed    lost      lost     lost     lost     lost
	dot        deferred  failed    deferred  unknown  unknown  unknown  unknown
	after-dot  deferred  failed    deferred  unknown  unknown  unknown  unknown
	rset       lost      lost      lost      lost     lost     lost     lost
	quit       accepted  accepted  accepted  accepted accepted accepted accepted
`

func faultNamed(name string) faulty.Action {
	return map[string]faulty.Action{
		"4xx":     {Reply: "451 4.3.0 not now"},
		"5xx":     {Reply: "550 5.0.0 never"},
		"421":     {Reply: "421 4.3.2 closing", Close: faulty.FIN},
		"FIN":     {Close: faulty.FIN},
		"RST":     {Close: faulty.RST},
		"garbage": {Reply: "what did you say?"},
		"silence": {Delay: time.Hour},
	}[name]
}

func TestEveryFaultAtEveryPointHasItsOutcomeAndTheServerAgrees(t *testing.T) {
	lines := strings.Split(strings.TrimSpace(everyFault), "\n")
	faults := strings.Fields(lines[0])
	for _, line := range lines[1:] {
		row := strings.Fields(line)
		for i, name := range faults {
			point, want := faulty.Point(row[0]), Kind(row[i+1])
			t.Run(fmt.Sprintf("%s at %s is %s", name, point, want), func(t *testing.T) {
				t.Parallel()
				happen(t, point, name, want)
			})
		}
	}
}

func happen(t *testing.T, point faulty.Point, name string, want Kind) {
	rules := []faulty.Rule{{At: point, Bytes: 100, Do: faultNamed(name)}}
	if point == faulty.Reset {
		rules = append(rules, faulty.Rule{At: faulty.Rcpt, Times: 1, Do: faulty.Action{Reply: "550 5.1.1 unknown"}})
	}
	f := secret(t, faulty.Config{Rules: rules, HashOnly: true})
	mail := long(10_000)
	if name == "silence" {
		f.dial.Timeouts.Command, f.dial.Timeouts.Progress, f.dial.Timeouts.Dot, f.dial.Timeouts.Quit = waits(point)
		if point == faulty.Body {
			mail = long(8 << 20) // more than all buffers take
		}
	}
	if point == faulty.Body {
		f.dial.Timeouts.Early = 500 * time.Millisecond // no early answer may be missed, however busy the machine
	}
	outcome := sendOnce(t, f, point, mail)
	if outcome.Kind != want {
		t.Errorf("got %s (%v), want %s", outcome.Kind, outcome.Err, want)
	}
	lies := point == faulty.AfterDot && outcome.Code >= 400 // it took the mail and said no: nobody can know that
	if n := len(f.Accepted()); !lies && !possible(outcome.Kind, n) {
		t.Errorf("the outcome is %s, and the server took %d", outcome.Kind, n)
	}
	if name != "silence" { // in which the server notices nothing
		f.nobodyLeft(t)
	}
}

// waits shortens the one that has to pass.
func waits(point faulty.Point) (command, progress, dot, quit time.Duration) {
	const soon, late = 250 * time.Millisecond, 10 * time.Second
	switch point {
	case faulty.Body:
		return late, soon, late, late
	case faulty.Dot, faulty.AfterDot:
		return late, late, soon, late
	case faulty.Quit:
		return late, late, late, soon
	}
	return soon, late, late, late
}

func sendOnce(t *testing.T, f fixture, point faulty.Point, mail letter) Outcome {
	s, err := Dial(t.Context(), f.dial)
	if err != nil {
		return Outcome{Kind: KindOf(err), Err: err}
	}
	defer s.Close()
	outcome := s.Send(t.Context(), sender, member, mail, committed)
	if point == faulty.Reset {
		if outcome.Kind != Failed || !outcome.Usable {
			t.Fatalf("the first mail was %s (%v)", outcome.Kind, outcome.Err)
		}
		outcome = s.Send(t.Context(), sender, member, mail, committed)
	}
	if usable := outcome.Code >= 250 && outcome.Code != 421 && outcome.Phase != AtBody && outcome.Phase != AtReset; outcome.Usable != usable {
		t.Errorf("usable is %t after %v", outcome.Usable, outcome.Err)
	}
	s.Quit()
	return outcome
}

// possible tells whether a server can have taken n mails when that was the outcome.
func possible(kind Kind, n int) bool {
	switch kind {
	case Accepted:
		return n == 1
	case Unknown:
		return n <= 1
	}
	return n == 0
}

// A server that says one thing too much is out of step. No mail may be believed accepted because of that.
func TestAnAnswerTooManyIsNeverTakenForAnother(t *testing.T) {
	tests := []struct {
		at    faulty.Point
		reply string
		want  []Kind
		taken int
	}{
		{faulty.EHLO, "250 faulty\n250 again", []Kind{Lost, Lost}, 0},
		{faulty.MailFrom, "250 ok\n250 again", []Kind{Lost, Lost}, 0},
		{faulty.Rcpt, "250 ok\n250 again", []Kind{Lost, Lost}, 0},
		{faulty.Data, "354 go\n250 queued", []Kind{Lost, Lost}, 0},
		{faulty.Data, "354 go\n552 too big", []Kind{Failed, Lost}, 0},
		{faulty.AfterDot, "250 ok\n250 again", []Kind{Accepted, Lost}, 1},
		{faulty.AfterDot, "250 ok\n550 5.1.1 no", []Kind{Accepted, Lost}, 1},
		{faulty.AfterDot, "250 ok\n421 closing", []Kind{Accepted, Lost}, 1},
		{faulty.AfterDot, "354 go on", []Kind{Unknown, Lost}, 1},
		{faulty.AfterDot, "251 ok, forwarded", []Kind{Accepted, Accepted}, 2},
		{faulty.AfterDot, "250-ok\n250 and so on", []Kind{Accepted, Accepted}, 2},
		{faulty.AfterDot, "250", []Kind{Accepted, Accepted}, 2},
	}
	for _, tt := range tests {
		t.Run(fmt.Sprintf("%q at %s", tt.reply, tt.at), func(t *testing.T) {
			t.Parallel()
			f := plain(t, faulty.Config{Rules: []faulty.Rule{{At: tt.at, Do: faulty.Action{Reply: tt.reply}}}})
			f.dial.Timeouts.Early = 50 * time.Millisecond
			s := f.session(t)
			for i, want := range tt.want {
				if got := send(t, s); got.Kind != want {
					t.Errorf("mail %d is %s (%v), want %s", i+1, got.Kind, got.Err, want)
				}
			}
			if n := len(f.Accepted()); n != tt.taken {
				t.Errorf("the server took %d, want %d", n, tt.taken)
			}
		})
	}
}

func TestAnAnswerThatBreaksOffIsNone(t *testing.T) {
	t.Parallel()
	for _, reply := range []string{"2", "250", "250 ", "250 2.0.0 queued", "250-2.0.0 queued\n250", "550 5.1.1 no"} {
		do := faulty.Action{Reply: reply, Cut: true, Close: faulty.FIN}
		f := plain(t, faulty.Config{Rules: []faulty.Rule{{At: faulty.AfterDot, Do: do}}})
		if o := send(t, f.session(t)); o.Kind != Unknown {
			t.Errorf("%q at the dot is %s (%v)", reply, o.Kind, o.Err)
		}
		f.Rules(faulty.Rule{At: faulty.Rcpt, Do: do})
		if o := send(t, f.session(t)); o.Kind != Lost {
			t.Errorf("%q at rcpt is %s (%v)", reply, o.Kind, o.Err)
		}
	}
}

// Four connections, a fault now and then at every point: what is said of a mail and what the server took never
// contradict each other.
func TestOutcomesAndTruthAgreeInAStormOfFaults(t *testing.T) {
	t.Parallel()
	var rules []faulty.Rule
	for _, point := range faulty.Points() {
		for _, name := range []string{"4xx", "421", "FIN", "RST", "garbage"} {
			if point == faulty.AfterDot && (name == "4xx" || name == "421") {
				continue // lies
			}
			rules = append(rules, faulty.Rule{At: point, Bytes: 500, Probability: 0.01, Do: faultNamed(name)})
		}
	}
	f := secret(t, faulty.Config{Rules: rules, Seed: 7, PerConnection: 9, HashOnly: true})
	const workers, mails = 4, 60
	outcomes := make([][]Outcome, workers)
	var running sync.WaitGroup
	for w := range workers {
		running.Go(func() { outcomes[w] = storm(t, f, w, mails) })
	}
	running.Wait()

	taken := map[string]int{}
	for _, m := range f.Accepted() {
		taken[m.To[0]]++
	}
	kinds := map[Kind]int{}
	for w := range outcomes {
		for i, o := range outcomes[w] {
			kinds[o.Kind]++
			if n := taken[recipient(w, i)]; !possible(o.Kind, n) {
				t.Errorf("mail %d of %d is %s (%v), and the server took %d", i, w, o.Kind, o.Err, n)
			}
		}
	}
	if kinds[Accepted] < workers*mails/2 || kinds[Lost] == 0 || kinds[Unknown] == 0 {
		t.Errorf("it was no storm: %v", kinds)
	}
	f.nobodyLeft(t)
}

func recipient(worker, mail int) string { return fmt.Sprintf("m%d.%d@medlem.example", worker, mail) }

func storm(t *testing.T, f fixture, worker, mails int) []Outcome {
	var out []Outcome
	var s *Session
	random := rand.New(rand.NewPCG(1, uint64(worker)))
	for i := range mails {
		for s == nil {
			s, _ = Dial(t.Context(), f.dial)
		}
		o := s.Send(t.Context(), sender, recipient(worker, i), long(100+random.IntN(100_000)), committed)
		out = append(out, o)
		if !o.Usable {
			s.Quit()
			s = nil
		}
	}
	if s != nil {
		s.Quit()
	}
	return out
}
