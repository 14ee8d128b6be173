package ledger

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

func TestAHistoryLeavesARecipientInAState(t *testing.T) {
	tests := []struct {
		name, history string
		want          State
		attempts      int
	}{
		{"nothing was tried", "open", StatePending, 0},
		{"accepted", "open, a commit 1, a accepted 1", StateSent, 1},
		{"the program was stopped after the commit", "open, a commit 1", StateUnknown, 1},
		{"the program was stopped after the commit, and another session began", "open, a commit 1, open", StateUnknown, 1},
		{"the connection was lost after the message's end", "open, a commit 1, a unknown 1", StateUnknown, 1},
		{"the next session tells what it found", "open, a commit 1, open, a unknown 1", StateUnknown, 1},
		{"the connection was lost before the commit", "open, a connlost 1", StatePending, 1},
		{"the connection was lost between commit and end", "open, a commit 1, a connlost 1", StatePending, 1},
		{"later, said at RCPT", "open, a deferred 1", StateDeferred, 1},
		{"later, said at the end", "open, a commit 1, a deferred 1", StateDeferred, 1},
		{"later, then lost, then taken", "open, a deferred 1, a connlost 2, a commit 3, a accepted 3", StateSent, 3},
		{"later twice, and never", "open, a deferred 1, a deferred 2, a failed 3", StateFailed, 3},
		{"never, said at RCPT", "open, a failed 1", StateFailed, 1},
		{"never, said at the end", "open, a commit 1, a failed 1", StateFailed, 1},
		{"skipped at once", "open, a skipped 0", StateSkipped, 0},
		{"left while waiting", "open, a deferred 1, a skipped 0", StateSkipped, 1},
		{"came back", "open, a commit 1, a accepted 1, a bounced 0", StateFailed, 1},
		{"came back though nobody knew that it was sent", "open, a commit 1, open, a bounced 0", StateFailed, 1},
		{"came back twice", "open, a commit 1, a accepted 1, a bounced 0, a bounced 0", StateFailed, 1},
		{"a person says that it was sent", "open, a commit 1, a unknown 1, a resolved sent", StateSent, 1},
		{"a person says that it failed", "open, a commit 1, open, a resolved failed", StateFailed, 1},
		{"a person has it sent again", "open, a commit 1, a unknown 1, a resolved resend", StatePending, 1},
		{"and so it is", "open, a commit 1, a unknown 1, a resolved resend, a commit 2, a accepted 2", StateSent, 2},
		{"sent again though it was sent", "open, a commit 1, a accepted 1, a resolved resend, a commit 2", StateUnknown, 2},
		{"unknown, and then left", "open, a commit 1, a skipped 0", StateUnknown, 1},
		{"unknown, left, and found in the server's log", "open, a commit 1, a skipped 0, a resolved sent", StateSent, 1},
		{"unknown, left, and not to be sent again with all the others", "open, a commit 1, a unknown 1, a skipped 0, a resolved resend", StateSkipped, 1},
		{"failed, left, and not to be sent again with all the others", "open, a failed 1, a skipped 0, a resolved resend", StateSkipped, 1},
		{"left, and meant all the same", "open, a commit 1, a skipped 0, a resolved resend, a resolved resend", StatePending, 1},
		{"one who was skipped is to have it after all", "open, a skipped 0, a resolved resend", StatePending, 0},
		{"others do not matter", "open, b commit 1, a commit 1, b unknown 1, a accepted 1, b resolved failed", StateSent, 1},
		{"pauses do not matter", "open, a commit 1, pause, a accepted 1, interrupt, close", StateSent, 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			path := file(t, history(tt.history))
			v, err := Read(path)
			if err != nil {
				t.Fatal(err)
			}
			for who, e := range map[string]Entry{"reader": v.Entry(key("a")), "owner": open(t, path).Entry(key("a"))} {
				if e.State != tt.want || e.Attempts != tt.attempts {
					t.Errorf("%s: %s after %d attempts, want %s after %d", who, e.State, e.Attempts, tt.want, tt.attempts)
				}
			}
		})
	}
}

func TestAHistoryThatCannotHaveHappenedIsRefused(t *testing.T) {
	tests := []struct {
		name, history string // the last record is the impossible one
		why           string
	}{
		{"accepted out of nothing", "open, a accepted 1", "pending: it needs a commit"},
		{"accepted twice", "open, a commit 1, a accepted 1, a accepted 1", "sent: it needs a commit"},
		{"accepted by the commit of another", "open, b commit 1, a accepted 1", "pending: it needs a commit"},
		{"accepted by the commit of another session", "open, a commit 1, open, a accepted 1", "lost: it needs a commit of the same session"},
		{"accepted in another attempt", "open, a commit 2, a accepted 1", "of attempt 1, but its commit is of 2"},
		{"tried again after it was sent", "open, a commit 1, a accepted 1, a commit 2", "sent: it needs a recipient that is to be sent, or that was resolved as resend"},
		{"tried again though unknown", "open, a commit 1, a unknown 1, a commit 2", "unknown: it needs"},
		{"tried again though a session was stopped", "open, a commit 1, open, a commit 2", "lost: it needs"},
		{"tried again after it failed", "open, a failed 1, a commit 2", "failed: it needs"},
		{"tried though skipped", "open, a skipped 0, a commit 1", "skipped: it needs"},
		{"two at once", "open, a commit 1, a commit 2", "committed: it needs"},
		{"resolved as sent, and tried again", "open, a commit 1, open, a resolved sent, a commit 2", "sent: it needs"},
		{"later, after it was sent", "open, a commit 1, a accepted 1, a deferred 2", "sent: it needs a recipient that is not settled"},
		{"lost after it was unknown", "open, a commit 1, a unknown 1, a connlost 1", "unknown: it needs"},
		{"unknown out of nothing", "open, a unknown 1", "pending: it needs a commit"},
		{"came back, but was never sent", "open, a deferred 1, a bounced 0", "deferred: it needs a message that was sent"},
		{"nothing to settle", "open, a resolved sent", "pending: it needs something to settle"},
		{"skipped after it was sent", "open, a commit 1, a accepted 1, a skipped 0", "sent: it needs"},
		{"sent again as another message", "open, a commit 1, a deferred 1, a commit 2 other", "another digest"},
		{"sent again with another date", "open, a commit 1, a deferred 1, a commit 2 later", "another date"},
		{"no open record", "a commit 1", `"commit" comes first, where an open record belongs`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			records := history(tt.history)
			path := file(t, records)
			_, err := Read(path)
			var damage *DamageError
			if !errors.As(err, &damage) || damage.Line != len(records) || !strings.Contains(damage.Why, tt.why) || damage.Hint == "" {
				t.Errorf("reading: %v, want line %d and %q", err, len(records), tt.why)
			}
			if _, err := Open(path); !errors.As(err, &damage) {
				t.Errorf("opening: %v", err)
			}
			if len(records) == 1 {
				return
			}
			l := open(t, file(t, records[:1]))
			for i, r := range records[1:] {
				err = l.Append(r)
				if last := i == len(records)-2; last != (err != nil) {
					t.Errorf("record %d: %v", i+2, err)
				}
			}
			if !errors.Is(err, ErrRefused) || !strings.Contains(err.Error(), tt.why) {
				t.Errorf("appending: %v, want %q", err, tt.why)
			}
			if err := l.Append(history("z skipped 0")[0]); err != nil {
				t.Errorf("a refusal spoilt the ledger: %v", err)
			}
		})
	}
}

func TestARecordThatSaysTooLittleIsRefused(t *testing.T) {
	good := history("a commit 1")[0]
	tests := []struct {
		name   string
		change func(*Record)
		why    string
	}{
		{"no time", func(r *Record) { r.Time = time.Time{} }, "no time"},
		{"no key", func(r *Record) { r.Key = "" }, "no key"},
		{"an address for a key", func(r *Record) { r.Key = "kari.nordmann@x.no2" }, "no key"},
		{"a key of capitals", func(r *Record) { r.Key = Key(strings.ToUpper(string(r.Key))) }, "no key"},
		{"no attempt", func(r *Record) { r.Attempt = 0 }, "needs its attempt"},
		{"no date", func(r *Record) { r.Date = "" }, "needs its attempt, date"},
		{"no digest", func(r *Record) { r.Digest = "" }, "digest"},
		{"a negative number", func(r *Record) { r.Bytes = -1 }, "negative"},
		{"no event", func(r *Record) { r.Event = "" }, "no event"},
		{"an event of its own", func(r *Record) { r.Event = "sent" }, "no event"},
		{"resolved as what", func(r *Record) { r.Event, r.As = EventResolved, "maybe" }, "as sent, failed or resend"},
		{"a pause of one member", func(r *Record) { r.Event = EventPause }, "belongs to the campaign"},
		{"counts by address", func(r *Record) { r.Counts = map[string]int{"a@b.no": 1} }, "counts what is no state"},
		{"a year that no date has", func(r *Record) { r.Time = time.Date(10001, 1, 1, 0, 0, 0, 0, time.UTC) }, "year"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			path := file(t, history("open"))
			l := open(t, path)
			r := good
			tt.change(&r)
			if err := l.Append(r); !errors.Is(err, ErrRefused) || !strings.Contains(err.Error(), tt.why) {
				t.Errorf("%v, want %q", err, tt.why)
			}
			if err := l.Append(good); err != nil {
				t.Errorf("a refusal spoilt the ledger: %v", err)
			}
			if v := read(t, path); v.Records != 2 {
				t.Errorf("%d records, want 2", v.Records)
			}
		})
	}
}

func TestTheFirstCommitKeepsItsDateAndDigest(t *testing.T) {
	records := history("open, a commit 1, a deferred 1, a commit 2, a deferred 2")
	records[4].Next = time.Date(2026, 11, 2, 11, 0, 0, 0, time.FixedZone("", 3600))
	records[4].Reply = "452 4.3.1 full"
	e := read(t, file(t, records)).Entry(key("a"))
	if e.Commit == nil || e.Commit.Attempt != 1 || e.Commit.Date != records[1].Date || e.Commit.Digest != records[1].Digest {
		t.Errorf("first commit %+v", e.Commit)
	}
	if want := time.Date(2026, 11, 2, 10, 0, 0, 0, time.UTC); e.Next != want || e.Last.Reply != "452 4.3.1 full" {
		t.Errorf("next %v of %+v, want %v", e.Next, e.Last, want)
	}
}

func TestKeysComeInOrderAndAreCountedByState(t *testing.T) {
	v := read(t, file(t, history("open, c commit 1, a skipped 0, b commit 1, c accepted 1, d deferred 1, b unknown 1, e commit 1, f connlost 1")))
	if got, want := fmt.Sprint(v.Keys()), fmt.Sprint([]Key{key("c"), key("a"), key("b"), key("d"), key("e"), key("f")}); got != want {
		t.Errorf("keys %s, want %s", got, want)
	}
	want := map[State]int{StateSent: 1, StateSkipped: 1, StateUnknown: 2, StateDeferred: 1, StatePending: 1}
	if got := v.Counts(); !maps.Equal(got, want) {
		t.Errorf("counts %v, want %v", got, want)
	}
}

// key is a key that is easy to see.
func key(letter string) Key { return Key(strings.Repeat(letter, keyLen)) }

// history makes records from words such as "open, a commit 1, a resolved sent".
func history(words string) []Record {
	var out []Record
	for i, part := range strings.Split(words, ", ") {
		f := append(strings.Fields(part), "", "")
		r := Record{Time: time.Date(2026, 11, 2, 9, 0, i, 0, time.UTC), Event: Event(f[0])}
		if len(f[0]) == 1 {
			r.Event, r.Key = Event(f[1]), key(f[0])
			r.Attempt, _ = strconv.Atoi(f[2])
		}
		switch r.Event {
		case EventOpen:
			r.Plan, r.Tool = "K7F2-213", "lysark test"
		case EventResolved:
			r.As = f[2]
		case EventCommit:
			r.Date, r.Digest, r.Bytes = "Mon, 02 Nov 2026 10:00:00 +0100", strings.Repeat("9f", 32), 2870112
			switch f[3] {
			case "other":
				r.Digest = strings.Repeat("00", 32)
			case "later":
				r.Date = "Tue, 03 Nov 2026 10:00:00 +0100"
			}
		}
		out = append(out, r)
	}
	return out
}

// lines are the records as bytes of a file, whether they make sense or not.
func lines(t testing.TB, records []Record) []byte {
	t.Helper()
	var out []byte
	sum := ""
	for _, r := range records {
		r = r.tidy()
		r.Prev = sum
		line, err := r.line()
		if err != nil {
			t.Fatal(err)
		}
		out, sum = append(out, line...), string(line[:sumLen])
	}
	return out
}

func file(t testing.TB, records []Record) string {
	t.Helper()
	return write(t, lines(t, records))
}

func write(t testing.TB, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "ledger.jsonl")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func read(t testing.TB, path string) *View {
	t.Helper()
	v, err := Read(path)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func open(t testing.TB, path string) *Ledger {
	t.Helper()
	l, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	return l
}
