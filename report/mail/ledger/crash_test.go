package ledger

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"
)

// TestMain lets the test's binary be the other program that a test starts.
func TestMain(m *testing.M) {
	path := os.Getenv("LEDGER_TEST_PATH")
	switch os.Getenv("LEDGER_TEST_ROLE") {
	case "holder":
		os.Exit(hold(path))
	case "sender":
		os.Exit(send(path))
	}
	os.Exit(m.Run())
}

// hold opens the ledger, says how it went, and waits for its input to end.
func hold(path string) int {
	l, err := Open(path)
	if err != nil {
		fmt.Println(err)
		return 1
	}
	fmt.Println("held")
	_, _ = io.Copy(io.Discard, os.Stdin)
	return map[bool]int{true: 0, false: 1}[l.Close() == nil]
}

// send does what a sender does, by four connections, and says what was confirmed.
func send(path string) int {
	l, err := Open(path)
	if err != nil {
		fmt.Println(err)
		return 1
	}
	var done sync.WaitGroup
	var out sync.Mutex
	for c := range 4 {
		done.Go(func() {
			for i := c; ; i += 4 {
				k := KeyOf(nil, fmt.Sprint(i))
				e := l.Entry(k)
				if e.State != StatePending {
					continue
				}
				for _, r := range history("a commit 1, a accepted 1") {
					r.Key = k
					if err := l.Append(r); err != nil {
						fmt.Println(err)
						os.Exit(1)
					}
					out.Lock()
					fmt.Println(r.Event, k)
					out.Unlock()
				}
			}
		})
	}
	done.Wait()
	return 0
}

func start(t *testing.T, role, path string) (*exec.Cmd, *bufio.Scanner, io.Closer) {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(exe)
	cmd.Env = append(os.Environ(), "LEDGER_TEST_ROLE="+role, "LEDGER_TEST_PATH="+path)
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return cmd, bufio.NewScanner(out), in
}

func TestTwoProgramsCannotOpenTheLedger(t *testing.T) {
	path := file(t, history("open"))
	other, said, in := start(t, "holder", path)
	if !said.Scan() || said.Text() != "held" {
		t.Fatalf("the other program said %q", said.Text())
	}
	if _, err := Open(path); !errors.Is(err, ErrLocked) {
		t.Errorf("got %v", err)
	}
	read(t, path)
	if err := errors.Join(in.Close(), other.Wait()); err != nil {
		t.Fatal(err)
	}
	open(t, path)
}

func TestWhatWasConfirmedBeforeAKillIsInTheLedger(t *testing.T) {
	path := file(t, history("open"))
	confirmed := map[Key]Event{}
	for kill := range 4 {
		other, said, _ := start(t, "sender", path)
		for range 50 + 37*kill {
			if !said.Scan() {
				t.Fatal("the sender stopped")
			}
			note(t, confirmed, said.Text())
		}
		if err := other.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		for said.Scan() {
			note(t, confirmed, said.Text())
		}
		_ = other.Wait() // killed
		v := read(t, path)
		for k, event := range confirmed {
			switch state := v.Entry(k).State; {
			case event == EventAccepted && state != StateSent, event == EventCommit && state != StateUnknown && state != StateSent:
				t.Errorf("kill %d: %s is confirmed and the ledger says %s", kill, event, state)
			}
		}
	}
}

func note(t *testing.T, confirmed map[Key]Event, said string) {
	t.Helper()
	event, k, ok := strings.Cut(said, " ")
	if !ok || !Key(k).valid() {
		t.Fatalf("the sender said %q", said)
	}
	confirmed[Key(k)] = Event(event)
}

// Power is cut again and again, at any write or sync, with whatever part of the unsaved bytes on the disk, and zeros
// behind them. The server takes every message whose commit was confirmed, and counts.
func TestNoPowerCutMakesAMailGoOutTwiceOrGetLost(t *testing.T) {
	for seed := range uint64(60) {
		rng := rand.New(rand.NewPCG(seed, 2))
		s := &server{got: map[Key]int{}}
		data := lines(t, history("open"))
		for cuts := 0; ; cuts++ {
			p := &platter{data: data, syncTime: 5 * time.Microsecond}
			if cuts < 25 {
				p.fail = cutAt(1 + rng.IntN(25))
			}
			l := onPlatter(t, p)
			s.sendAll(l)
			if p.fail == nil {
				s.judge(t, seed, l.View())
				break
			}
			data = p.data[:p.saved+rng.IntN(len(p.data)-p.saved+1)]
			data = append(data, make([]byte, rng.IntN(2)*rng.IntN(5000))...)
		}
	}
}

// cutAt fails the n-th operation and all after it.
func cutAt(n int) func(string, int) error {
	done := 0
	return func(string, int) error {
		if done++; done >= n {
			return errors.New("no power")
		}
		return nil
	}
}

type server struct {
	mu  sync.Mutex
	got map[Key]int
}

// sendAll sends to 40 recipients by four connections, until all are settled or the ledger fails.
func (s *server) sendAll(l *Ledger) {
	var done sync.WaitGroup
	for c := range 4 {
		done.Go(func() {
			for i := c; i < 40; i += 4 {
				k := KeyOf(nil, fmt.Sprint(i))
				e := l.Entry(k)
				if e.State != StatePending && e.State != StateDeferred {
					continue
				}
				if s.send(l, k, e.Attempts+1) != nil {
					return
				}
			}
		})
	}
	done.Wait()
}

func (s *server) send(l *Ledger, k Key, attempt int) error {
	for _, r := range history(fmt.Sprintf("a commit %d, a accepted %d", attempt, attempt)) {
		r.Key = k
		if err := l.Append(r); err != nil {
			return err
		}
		if r.Event == EventCommit {
			s.mu.Lock()
			s.got[k]++
			s.mu.Unlock()
		}
	}
	return nil
}

func (s *server) judge(t *testing.T, seed uint64, v *View) {
	t.Helper()
	for i := range 40 {
		k := KeyOf(nil, fmt.Sprint(i))
		state := v.Entry(k).State
		switch got := s.got[k]; {
		case got > 1:
			t.Errorf("seed %d: recipient %d got %d", seed, i, got)
		case got == 0 && state == StateSent:
			t.Errorf("seed %d: recipient %d got nothing and is sent", seed, i)
		case state != StateSent && state != StateUnknown:
			t.Errorf("seed %d: recipient %d is left %s", seed, i, state)
		}
	}
}
