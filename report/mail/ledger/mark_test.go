package ledger

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"lysark/report/golden"
)

// used is the ledger of a session that has come to its end.
func used(t *testing.T, words string) string {
	t.Helper()
	path := file(t, history("open"))
	l := open(t, path)
	for _, r := range history(words) {
		if err := l.Append(r); err != nil {
			t.Fatal(err)
		}
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestAnOlderCopyPutInTheLedgersPlaceIsRefused(t *testing.T) {
	path := used(t, "a commit 1, a accepted 1, b commit 1, b accepted 1")
	data, _ := os.ReadFile(path)
	all := strings.SplitAfter(string(data), "\n")
	foreign := strings.Split(string(lines(t, history("open, z skipped 0, z resolved resend, z skipped 0, z resolved resend"))), "\n")
	tests := []struct {
		name, text string
		line       int
		why        string
	}{
		{"without its last line", strings.Join(all[:4], ""), 5, "lines are missing at the end: there were 5"},
		{"without all but the first", all[0], 2, "there were 5"},
		{"cut within a line", string(data[:len(data)-9]), 5, "there were 5"},
		{"empty", "", 1, "does not begin"},
		{"another of that length", strings.Join(foreign, "\n"), 5, "another than when"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if err := os.WriteFile(path, []byte(tt.text), 0o600); err != nil {
				t.Fatal(err)
			}
			_, rerr := Read(path)
			_, oerr := Open(path)
			for _, err := range []error{rerr, oerr} {
				var damage *DamageError
				if !errors.As(err, &damage) || damage.Path != path || damage.Line != tt.line || !strings.Contains(damage.Why, tt.why) || damage.Hint == "" {
					t.Errorf("%v, want line %d and %q", err, tt.line, tt.why)
				}
			}
			if after, _ := os.ReadFile(path); string(after) != tt.text {
				t.Error("the file was changed")
			}
		})
	}
}

// A killed program leaves the mark that it made when it took the ledger, or that of the one before it.
func TestAMarkThatIsOlderThanTheLedgerHolds(t *testing.T) {
	records := history("open, a commit 1, a accepted 1, b commit 1, c skipped 0")
	data := lines(t, records)
	for _, n := range []int{0, 1, 3, 4, 5} { // no program ends between commit and outcome and has the outcome written
		path := write(t, data)
		if n > 0 {
			v := replayed(t, records[:n])
			if err := (mark{n, v.sum}).write(path); err != nil {
				t.Fatal(err)
			}
		}
		v := read(t, path)
		l := open(t, path)
		if v.Records != len(records) || l.Entry(key("b")).State != StateUnknown || l.Entry(key("a")).State != StateSent {
			t.Errorf("a mark of %d: %d records, %v", n, v.Records, l.Counts())
		}
		if m, err := readMark(path); err != nil || m != (mark{len(records), v.sum}) {
			t.Errorf("a mark of %d became %v, %v", n, m, err)
		}
	}
}

func TestWhateverWasOpenAtTheMarkIsUnknownToTheNext(t *testing.T) {
	path := used(t, "open, a commit 1")
	l := open(t, path)
	if err := l.Append(history("a accepted 1")[0]); !errors.Is(err, ErrRefused) {
		t.Errorf("got %v", err)
	}
	if v := read(t, path); !v.InUse || !v.Since.IsZero() || v.Entry(key("a")).State != StateUnknown {
		t.Errorf("in use %v since %v, and %s", v.InUse, v.Since, v.Entry(key("a")).State)
	}
}

func TestAMarkThatCannotBeUnderstoodIsRefused(t *testing.T) {
	for _, text := range []string{"", "\n", "3", "3 \n", "0 1a2b3c4d\n", "-1 1a2b3c4d\n", "03 1a2b3c4d\n", "3 1a2b3c4d", "3 1a2b3c4d\n\n", "3 1a2b3c4d5\n", "x 1a2b3c4d\n"} {
		path := used(t, "a commit 1")
		if err := os.WriteFile(markOf(path), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		var damage *DamageError
		if _, err := Open(path); !errors.As(err, &damage) || damage.Path != markOf(path) {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestANewLedgerHasNoMarkOfTheOneThatIsGone(t *testing.T) {
	path := used(t, "a commit 1, a accepted 1")
	if err := errors.Join(os.Remove(path), Create(path, history("open")[0])); err != nil {
		t.Fatal(err)
	}
	open(t, path)
	if err := Create(path, history("open")[0]); err == nil {
		t.Fatal("it was made twice")
	}
	if m, err := readMark(path); err != nil || m.records != 1 {
		t.Errorf("the mark is %v, %v", m, err)
	}
}

func TestAReaderIsToldWhatIsUnderWay(t *testing.T) {
	path := file(t, history("open, a commit 1")) // somebody was killed
	if v := read(t, path); v.InUse || v.Entry(key("a")).State != StateUnknown {
		t.Errorf("in use %v, and %s", v.InUse, v.Entry(key("a")).State)
	}
	l := open(t, path)
	records := history("open, b commit 1, c commit 1, c accepted 1, d commit 1, d unknown 1")
	for _, r := range records {
		if err := l.Append(r); err != nil {
			t.Fatal(err)
		}
	}
	v := read(t, path)
	if !v.InUse || !v.Since.Equal(records[0].Time) || v.Entry(key("b")).State != StateSending {
		t.Errorf("in use %v since %v, and %s", v.InUse, v.Since, v.Entry(key("b")).State)
	}
	if got := fmt.Sprint(v.Counts()); got != "map[sending:1 sent:1 unknown:2]" {
		t.Errorf("got %s", got)
	}
	if got := l.Counts(); got[StateUnknown] != 3 {
		t.Errorf("the owner counts %v", got)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	if v := read(t, path); v.InUse || !v.Since.IsZero() || v.Entry(key("b")).State != StateUnknown {
		t.Errorf("in use %v since %v, and %s", v.InUse, v.Since, v.Entry(key("b")).State)
	}
}

func TestOneWhoLooksAllTheTimeIsInNobodysWay(t *testing.T) {
	path := file(t, history("open"))
	stop, done := make(chan bool), make(chan bool)
	for range 2 {
		go func() {
			defer func() { done <- true }()
			for {
				select {
				case <-stop:
					return
				default:
					inUse(path)
				}
			}
		}()
	}
	for range 200 {
		l, err := Open(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
	}
	close(stop)
	<-done
	<-done
}

func TestWhoHasTheLedgerKeepsIt(t *testing.T) {
	path := file(t, history("open"))
	open(t, path)
	if _, err := Open(path); !errors.Is(err, ErrLocked) {
		t.Errorf("got %v", err)
	}
}

func TestWhoHasTheLedgerIsNotWaitedFor(t *testing.T) {
	golden.Timed(t)
	path := file(t, history("open"))
	open(t, path)
	start := time.Now()
	if _, err := Open(path); time.Since(start) > 500*time.Millisecond {
		t.Errorf("%v after %v", err, time.Since(start))
	}
}

func TestTheMarkIsLeftAloneWhenNothingWasSaved(t *testing.T) {
	path := file(t, history("open"))
	l := open(t, path)
	l.disk = broken{l.disk}
	if err := l.Append(history("a commit 1")[0]); err == nil {
		t.Fatal("it was saved")
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	if m, err := readMark(path); err != nil || m.records != 1 {
		t.Errorf("the mark is %v, %v", m, err)
	}
	if left, _ := os.ReadDir(strings.TrimSuffix(path, "/ledger.jsonl")); len(left) != 2 || slices.ContainsFunc(left, func(e os.DirEntry) bool { return strings.HasSuffix(e.Name(), ".new") }) {
		t.Errorf("left is %v", left)
	}
}

// broken cannot save.
type broken struct{ disk }

func (broken) Sync() error { return errors.New("input/output error") }
