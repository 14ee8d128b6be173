package ledger

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

func TestCreateMakesALedgerThatOpens(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ledger.jsonl")
	first := history("open")[0]
	if err := Create(path, first); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
	if left, _ := os.ReadDir(filepath.Dir(path)); len(left) != 1 {
		t.Errorf("more than the ledger is left: %v", left)
	}
	l := open(t, path)
	if err := l.Append(history("a commit 1")[0]); err != nil {
		t.Fatal(err)
	}
	if v := read(t, path); v.Records != 2 || v.Opened.Plan != first.Plan || !v.Opened.Time.Equal(first.Time) {
		t.Errorf("%+v", v)
	}
}

func TestCreateNeverTouchesALedgerThatIsThere(t *testing.T) {
	path := file(t, history("open, a commit 1"))
	before, _ := os.ReadFile(path)
	if err := Create(path, history("open")[0]); !errors.Is(err, fs.ErrExist) {
		t.Errorf("got %v", err)
	}
	if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
		t.Error("the ledger was changed")
	}
	if left, _ := os.ReadDir(filepath.Dir(path)); len(left) != 1 {
		t.Errorf("more than the ledger is left: %v", left)
	}
}

func TestCreateWantsAnOpenRecord(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ledger.jsonl")
	for _, first := range []Record{{}, history("pause")[0], history("a commit 1")[0]} {
		if err := Create(path, first); !errors.Is(err, ErrRefused) {
			t.Errorf("%q: %v", first.Event, err)
		}
	}
}

func TestWhatIsNoLedgerIsToldApart(t *testing.T) {
	dir := t.TempDir()
	for _, tt := range []struct {
		path    string
		missing bool
	}{{filepath.Join(dir, "ledger.jsonl"), true}, {dir, false}, {os.DevNull, false}} {
		_, rerr := Read(tt.path)
		_, oerr := Open(tt.path)
		for _, err := range []error{rerr, oerr} {
			if err == nil || errors.Is(err, ErrMissing) != tt.missing {
				t.Errorf("%s: %v", tt.path, err)
			}
		}
	}
}

func TestOneAtATimeMayOpenAndAllMayRead(t *testing.T) {
	path := file(t, history("open"))
	l := open(t, path)
	if _, err := Open(path); !errors.Is(err, ErrLocked) {
		t.Errorf("got %v", err)
	}
	read(t, path)
	if err := errors.Join(l.Close(), l.Close()); err != nil {
		t.Fatal(err)
	}
	if err := l.Append(history("a commit 1")[0]); !errors.Is(err, ErrClosed) {
		t.Errorf("appending to a closed ledger: %v", err)
	}
	open(t, path)
}

func TestALedgerThatWasReplacedIsNotAppendedTo(t *testing.T) {
	path := file(t, history("open"))
	f, err := openLocked(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := errors.Join(os.Remove(path), os.WriteFile(path, lines(t, history("open")), 0o600)); err != nil {
		t.Fatal(err)
	}
	if _, _, err := recovered(f, path); !errors.Is(err, ErrLocked) {
		t.Errorf("got %v", err)
	}
}

func TestACommitOfAnEarlierProgramGetsNoOutcomeFromThisOne(t *testing.T) {
	path := file(t, history("open, a commit 1"))
	l := open(t, path)
	for _, word := range []string{"accepted", "failed", "deferred", "connlost"} {
		if err := l.Append(history("a " + word + " 1")[0]); !errors.Is(err, ErrRefused) {
			t.Errorf("%s: %v", word, err)
		}
	}
	for _, word := range []string{"unknown 1", "resolved resend", "commit 2", "accepted 2"} {
		if err := l.Append(history("a " + word)[0]); err != nil {
			t.Errorf("%s: %v", word, err)
		}
	}
	if state := read(t, path).Entry(key("a")).State; state != StateSent {
		t.Errorf("it is %s", state)
	}
}

func TestTheOwnerSeesWhatItWrote(t *testing.T) {
	l := open(t, file(t, history("open")))
	r := history("a commit 1")[0]
	r.Time = time.Now() // with the monotonic clock, in the local zone
	r.Note = "kari@x.no"
	if err := l.Append(r); err != nil {
		t.Fatal(err)
	}
	before := l.View()
	if err := l.Append(history("a accepted 1")[0]); err != nil {
		t.Fatal(err)
	}
	e := l.Entry(key("a"))
	if e.State != StateSent || e.Last.Event != EventAccepted || !e.Commit.Time.Equal(r.Time) || e.Commit.Time.Location() != time.UTC || e.Commit.Note != "<…>" {
		t.Errorf("%+v, commit %+v", e, e.Commit)
	}
	if before.Entry(key("a")).State != StateUnknown || before.Records != 2 {
		t.Error("a view changed with the ledger")
	}
	if len(l.Keys()) != 1 || l.Counts()[StateSent] != 1 {
		t.Errorf("%v %v", l.Keys(), l.Counts())
	}
}

func TestReserveNeedsRoomAndLeavesNothing(t *testing.T) {
	l := open(t, file(t, history("open")))
	left := l.path + ".room" // of a run that was stopped
	if err := os.WriteFile(left, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := l.Reserve(10_000); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(left); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("%s is left", left)
	}
	l.path = filepath.Join(filepath.Dir(l.path), "gone", "ledger.jsonl")
	if err := l.Reserve(213); err == nil || !strings.Contains(err.Error(), "no room for the ledger of 213 recipients, 125 KiB") {
		t.Errorf("got %v", err)
	}
}

// platter is a disk in memory that tells what was saved and what was only written.
type platter struct {
	mu       sync.Mutex
	data     []byte
	saved    int
	writes   int
	syncs    int
	syncTime time.Duration
	fail     func(op string, n int) error // n counts the operations of that name
}

func (p *platter) Write(b []byte) (int, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.writes++
	if p.fail != nil {
		if err := p.fail("write", p.writes); err != nil {
			p.data = append(p.data, b[:len(b)/2]...)
			return len(b) / 2, err
		}
	}
	p.data = append(p.data, b...)
	return len(b), nil
}

func (p *platter) Sync() error {
	p.mu.Lock()
	n := len(p.data)
	p.syncs++
	syncs := p.syncs
	p.mu.Unlock()
	time.Sleep(p.syncTime)
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.fail != nil {
		if err := p.fail("sync", syncs); err != nil {
			return err
		}
	}
	p.saved = max(p.saved, n)
	return nil
}

func (p *platter) Close() error { return nil }

// has tells whether the record is saved, whatever it follows.
func (p *platter) has(t testing.TB, r Record) bool {
	line := lines(t, []Record{r})[sumLen+len(" {"):]
	p.mu.Lock()
	defer p.mu.Unlock()
	return bytes.Contains(p.data[:p.saved], line)
}

func onPlatter(t testing.TB, p *platter) *Ledger {
	t.Helper()
	v, size, err := replay(bytes.NewReader(p.data), "platter", mark{})
	if err != nil {
		t.Fatal(err)
	}
	if v.unended {
		p.data = append(p.data[:size-1], '\n')
	}
	p.data, p.saved = p.data[:size], int(size) // as mend does
	return newLedger("platter", p, v, size)
}

func TestOneSyncServesAllThatWait(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := &platter{data: lines(t, history("open")), syncTime: time.Millisecond}
		l := onPlatter(t, p)
		var done sync.WaitGroup
		for _, name := range strings.Split("abcdefgh", "") {
			done.Go(func() {
				r := history(name + " commit 1")[0]
				if err := l.Append(r); err != nil || !p.has(t, r) {
					t.Errorf("%s: %v, and saved %v", name, err, p.has(t, r))
				}
			})
		}
		done.Wait()
		if p.syncs != 2 || p.writes != 8 { // the first serves whoever came first, the second all others
			t.Errorf("%d syncs of %d writes", p.syncs, p.writes)
		}
	})
}

func TestManyMayAppendAtOnce(t *testing.T) {
	p := &platter{data: lines(t, history("open")), syncTime: 20 * time.Microsecond}
	l := onPlatter(t, p)
	var done sync.WaitGroup
	for _, name := range strings.Split("abcdefgh", "") {
		done.Go(func() {
			for n := range 40 {
				for _, word := range []string{"commit", "deferred"} {
					r := history(fmt.Sprintf("%s %s %d", name, word, n+1))[0]
					if err := l.Append(r); err != nil || !p.has(t, r) {
						t.Errorf("%s: %v", name, err)
					}
				}
				l.Entry(key(name))
			}
		})
	}
	done.Go(func() {
		for range 50 {
			l.View().Counts()
			l.Keys()
		}
	})
	done.Wait()
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	v, _, err := replay(bytes.NewReader(p.data), "", mark{})
	if err != nil || v.Records != 1+8*40*2 || v.Counts()[StateDeferred] != 8 {
		t.Errorf("%v: %+v", err, v)
	}
}

func TestTwoWhoCommitTheSameRecipientAreTold(t *testing.T) {
	l := onPlatter(t, &platter{data: lines(t, history("open")), syncTime: time.Millisecond})
	var refused atomic.Int32
	var done sync.WaitGroup
	for range 8 {
		done.Go(func() {
			if errors.Is(l.Append(history("a commit 1")[0]), ErrRefused) {
				refused.Add(1)
			}
		})
	}
	done.Wait()
	if refused.Load() != 7 {
		t.Errorf("%d of 8 were refused", refused.Load())
	}
}

func TestAfterAFailureNothingMoreIsWritten(t *testing.T) {
	for _, op := range []string{"write", "sync"} {
		t.Run(op, func(t *testing.T) {
			broken := errors.New("input/output error")
			p := &platter{data: lines(t, history("open"))}
			p.fail = func(o string, n int) error {
				if o == op && n == 2 {
					return broken // once: a disk may answer well when asked again, and has lost what it was given
				}
				return nil
			}
			l := onPlatter(t, p)
			if err := l.Append(history("a commit 1")[0]); err != nil {
				t.Fatal(err)
			}
			first := l.Append(history("a accepted 1")[0])
			if !errors.Is(first, broken) {
				t.Fatalf("got %v", first)
			}
			size, syncs := len(p.data), p.syncs
			for range 3 {
				if err := l.Append(history("b commit 1")[0]); err != first {
					t.Errorf("got %v, want %v", err, first)
				}
			}
			if err := l.Close(); err != nil {
				t.Error(err)
			}
			if len(p.data) != size || p.syncs != syncs {
				t.Errorf("%d bytes more, %d syncs more", len(p.data)-size, p.syncs-syncs)
			}
			if v, _, err := replay(bytes.NewReader(p.data), "", mark{}); err != nil || op == "write" && (v.Torn == nil || v.Entry(key("a")).State != StateUnknown) {
				t.Errorf("what is left: %v, %+v", err, v)
			}
		})
	}
}

func TestAFailedSyncIsToldToAllThatWaitedForIt(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		broken := errors.New("input/output error")
		p := &platter{data: lines(t, history("open")), syncTime: time.Millisecond}
		p.fail = func(op string, n int) error {
			if op == "sync" && n == 2 {
				return broken
			}
			return nil
		}
		l := onPlatter(t, p)
		var failed atomic.Int32
		var done sync.WaitGroup
		for _, name := range strings.Split("abcdefgh", "") {
			done.Go(func() {
				r := history(name + " commit 1")[0]
				err := l.Append(r)
				if errors.Is(err, broken) {
					failed.Add(1)
				}
				if err == nil && !p.has(t, r) {
					t.Errorf("%s is confirmed and not saved", name)
				}
			})
		}
		synctest.Wait()
		if err := l.Close(); err != nil { // waits for those that are writing
			t.Error(err)
		}
		done.Wait()
		if failed.Load() != 7 || p.syncs != 2 {
			t.Errorf("%d failed in %d syncs", failed.Load(), p.syncs)
		}
	})
}
