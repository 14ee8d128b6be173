package ledger

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"lysark/report/golden"
)

const story = "open, a commit 1, b commit 1, a accepted 1, b deferred 1, c failed 1, b commit 2, d skipped 0, b unknown 2, e commit 1, e accepted 1, e bounced 0, b resolved resend, b commit 3"

func TestTheFileIsAsItAlwaysWas(t *testing.T) {
	records := history(story + ", pause, interrupt, close")
	records[3].Code, records[3].Enhanced, records[3].Reply, records[3].MS, records[3].Phase = 250, "2.0.0", "Ok: queued as 4F1C2", 212, "end"
	records[4].Next = records[4].Time.Add(time.Minute)
	records[5].Reply = "550 5.1.1 <kari@forening.example>: Recipient address rejected"
	records[8].Err = "read tcp: connection reset by peer"
	records[12].By, records[12].Note = "kari@forening.example", "the server's log has nothing"
	records[16].Counts = map[string]int{"sent": 1, "failed": 2, "unknown": 1}
	data := lines(t, records)
	golden.New(t, "testdata/golden").Text("ledger.jsonl", string(data))
	v := read(t, write(t, data))
	if v.Records != len(records) || v.Opened.Version != version || v.Opened.Plan != "K7F2-213" {
		t.Errorf("%d records, opened %+v", v.Records, v.Opened)
	}
}

func TestAFileCutAnywhereIsTheHistoryUpToThere(t *testing.T) {
	records := history(story)
	data := lines(t, records)
	first := bytes.IndexByte(data, '\n')
	var want []*View
	for n := range records {
		want = append(want, replayed(t, records[:n+1]))
	}
	for cut := range len(data) + 1 {
		atEnd := cut == len(data) || data[cut] == '\n' || cut > 0 && data[cut-1] == '\n'
		for _, zeros := range []int{0, 1, 700, 200_000} {
			if zeros > 1 && !atEnd && cut%53 > 0 {
				continue // like its neighbours
			}
			whole := bytes.Count(data[:cut], []byte("\n"))
			if cut < len(data) && data[cut] == '\n' {
				whole++ // only the LF is missing
			}
			left := append(slices.Clone(data[:cut]), make([]byte, zeros)...)
			v, _, err := replay(bytes.NewReader(left), "", mark{})
			if cut < first {
				var damage *DamageError
				if !errors.As(err, &damage) || damage.Line != 1 {
					t.Fatalf("cut at %d: %v, though there is no record", cut, err)
				}
				continue
			}
			if err != nil {
				t.Fatalf("cut at %d and %d zeros: %v", cut, zeros, err)
			}
			same(t, fmt.Sprintf("cut at %d and %d zeros", cut, zeros), v, want[whole-1])
			if atEnd || cut%53 == 0 {
				goesOn(t, write(t, left), records[:whole])
			}
		}
	}
}

// goesOn holds that a cut file can be opened and appended to, and is then a whole one.
func goesOn(t *testing.T, path string, whole []Record) {
	t.Helper()
	l, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	next := history("f commit 1")[0]
	if err := errors.Join(l.Append(next), l.Close()); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if want := lines(t, append(slices.Clone(whole), next)); !bytes.Equal(got, want) {
		t.Fatalf("the file has %d bytes, want %d", len(got), len(want))
	}
}

func TestATornEndIsTold(t *testing.T) {
	records := history("open, a commit 1, a accepted 1")
	data := lines(t, records)
	whole := len(lines(t, records[:2]))
	path := write(t, data[:len(data)-7])
	for range 2 { // reading changes nothing
		v := read(t, path)
		if v.Torn == nil || *v.Torn != (Torn{3, int64(len(data) - 7 - whole)}) || v.Records != 2 {
			t.Fatalf("torn %+v after %d records", v.Torn, v.Records)
		}
	}
	l := open(t, path)
	if v := l.View(); v.Torn == nil || v.Entry(key("a")).State != StateUnknown {
		t.Errorf("torn %+v, %s", v.Torn, v.Entry(key("a")).State)
	}
	if info, err := os.Stat(path); err != nil || info.Size() != int64(whole) {
		t.Errorf("the torn end was not cut: %v, %v", info.Size(), err)
	}
}

// A single wrong bit is never taken for a torn end: cutting the commit of a message that was ended would send it twice.
func TestAWrongBitAnywhereIsRefused(t *testing.T) {
	data := lines(t, history("open, a commit 1, a accepted 1, b commit 1"))
	path := filepath.Join(t.TempDir(), "ledger.jsonl")
	for bit := range len(data) * 8 {
		bad := slices.Clone(data)
		bad[bit/8] ^= 1 << (bit % 8)
		line := 1 + bytes.Count(data[:bit/8], []byte("\n"))
		_, _, err := replay(bytes.NewReader(bad), "", mark{})
		var damage *DamageError
		if !errors.As(err, &damage) || damage.Line != line {
			t.Fatalf("bit %d of line %d: %v", bit, line, err)
		}
		if bit%37 > 0 {
			continue
		}
		if err := os.WriteFile(path, bad, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := Open(path); !errors.As(err, &damage) {
			t.Fatalf("bit %d: opening says %v", bit, err)
		}
		if after, err := os.ReadFile(path); err != nil || !bytes.Equal(after, bad) {
			t.Fatalf("the damaged file was changed: %v", err)
		}
	}
}

func TestDamageIsRefusedWithItsLineAndWhatToDo(t *testing.T) {
	records := history("open, a commit 1, a accepted 1")
	data := lines(t, records)
	second := len(lines(t, records[:1]))
	third := len(lines(t, records[:2]))
	other, older := records[0], records[0]
	other.Version, older.Version = version+1, version-1
	newerLine, _ := other.line()
	olderLine, _ := older.line()
	last := string(data[third : third+sumLen])
	tests := []struct {
		name string
		data []byte
		line int
		why  string
		hint string
	}{
		{"an empty file", nil, 1, "does not begin with an open record", "copy"},
		{"zeros only", make([]byte, 5000), 1, "does not begin", "copy"},
		{"a line taken out", slices.Concat(data[:second], data[third:]), 2, "does not follow", "log"},
		{"the first line taken out", data[second:], 1, "does not follow", "log"},
		{"a line twice", slices.Concat(data, data[third:]), 4, "does not follow", "log"},
		{"a line twice, without its end", slices.Concat(data, data[third:len(data)-1]), 4, "does not follow", "log"},
		{"two lines swapped", slices.Concat(data[:second], data[third:], data[second:third]), 2, "does not follow", "log"},
		{"a line put in", slices.Concat(data[:third], linked("", `{"t":"2026-11-02T09:00:00Z","e":"pause"}`), data[third:]), 3, "does not follow", "log"},
		{"a hole of zeros", slices.Concat(data[:second+5], make([]byte, 60), data[second+65:]), 2, "checksum", "older one"},
		{"a hole of zeros in the last line", slices.Concat(data[:third+5], make([]byte, 20), data[third+25:]), 3, "checksum", "stopped"},
		{"zeros, then more", slices.Concat(data, make([]byte, 9), []byte("x")), 4, "end was changed", "copy"},
		{"an empty line", slices.Concat(data[:second], []byte("\n"), data[second:]), 2, "checksum", "copy"},
		{"line ends of Windows", bytes.ReplaceAll(data, []byte("\n"), []byte("\r\n")), 1, "checksum", "copy"},
		{"a byte-order mark", slices.Concat([]byte("\ufeff"), data), 1, "checksum", "copy"},
		{"a line without end", slices.Concat(data, bytes.Repeat([]byte("x"), 300_000)), 4, "longer than 64 KiB", "copy"},
		{"a long line", slices.Concat(data, bytes.Repeat([]byte("x"), 70_000), []byte("\n")), 4, "longer than 64 KiB", "copy"},
		{"many zeros, then more", slices.Concat(data, make([]byte, 300_000), []byte("x\n")), 4, "longer than 64 KiB", "copy"},
		{"a record of a later format", slices.Concat(newerLine, data[second:]), 1, "format 3", "newer"},
		{"a record of an earlier format", slices.Concat(olderLine, data[second:]), 1, "format 1", "that wrote it"},
		{"a field of a later format", slices.Concat(data, linked(last, `{"t":"2026-11-02T09:00:00Z","e":"pause","mood":"bad"}`)), 4, "cannot be understood", "newer"},
		{"two records in one", slices.Concat(data, linked(last, `{"t":"2026-11-02T09:00:00Z","e":"pause"} {}`)), 4, "cannot be understood", "newer"},
		{"an event of a later format", slices.Concat(data, linked(last, `{"t":"2026-11-02T09:00:00Z","e":"opened","k":"aaaaaaaaaaaaaaaaaaaa"}`)), 4, "no event", "copy"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			path := write(t, tt.data)
			_, rerr := Read(path)
			_, oerr := Open(path)
			for _, err := range []error{rerr, oerr} {
				var damage *DamageError
				if !errors.As(err, &damage) || damage.Line != tt.line || !strings.Contains(damage.Why, tt.why) || !strings.Contains(damage.Hint, tt.hint) {
					t.Errorf("%v, want line %d, %q, %q", err, tt.line, tt.why, tt.hint)
				}
			}
			if after, err := os.ReadFile(path); err != nil || !bytes.Equal(after, tt.data) {
				t.Errorf("the damaged file was changed: %v", err)
			}
		})
	}
}

// Whatever whole lines are taken out, doubled, moved or put in from another ledger, it is damage at the first line that is
// not where it was: a member whose lines are gone would get the mail twice. Only the end may be missing.
func TestLinesThatWereTakenOutDoubledOrMovedAreDamage(t *testing.T) {
	data := lines(t, history(story))
	all := slices.Collect(bytes.Lines(data))
	records := history("open, z commit 1, z accepted 1")
	records[0].Plan = "other"
	foreign := slices.Collect(bytes.Lines(lines(t, records)))
	refused := func(what string, line int, parts ...[][]byte) {
		t.Helper()
		changed := bytes.Join(slices.Concat(parts...), nil)
		_, _, err := replay(bytes.NewReader(changed), "", mark{})
		var damage *DamageError
		if !errors.As(err, &damage) || damage.Line != line || !strings.Contains(damage.Why, "does not follow") {
			t.Errorf("%s: %v, want line %d", what, err, line)
		}
	}
	for from := range all {
		for to := from + 1; to <= len(all); to++ {
			run := all[from:to]
			if to < len(all) {
				refused(fmt.Sprintf("lines %d to %d taken out", from+1, to), from+1, all[:from], all[to:])
				refused(fmt.Sprintf("lines %d to %d moved to the end", from+1, to), from+1, all[:from], all[to:], run)
			}
			refused(fmt.Sprintf("lines %d to %d doubled", from+1, to), to+1, all[:to], run, all[to:])
		}
		refused(fmt.Sprintf("lines of another ledger after line %d", from+1), from+2, all[:from+1], foreign[1:], all[from+1:])
	}
}

func TestAHugeFileIsRefusedQuicklyAndInLittleMemory(t *testing.T) {
	data := lines(t, history("open"))
	for name, tail := range map[string][]byte{"zeros": {0}, "no zeros": []byte("x")} {
		path := write(t, append(slices.Clone(data), tail...))
		if err := os.Truncate(path, 20<<30); err != nil { // a hole takes no room on the disk
			t.Skip(err)
		}
		var damage *DamageError
		if _, err := Read(path); !errors.As(err, &damage) || damage.Line != 2 {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestWhateverHappenedIsReplayedAlike(t *testing.T) {
	for seed := range uint64(200) {
		rng := rand.New(rand.NewPCG(seed, 1))
		records := history("open")
		live := &View{trails: map[Key]trail{}}
		live.add(records[0], trail{}, "")
		for range 60 {
			r := randomRecord(rng)
			tr, err := live.admit(r)
			if err == nil {
				live.add(r, tr, "")
				records = append(records, r)
				continue
			}
			var damage *DamageError
			if _, _, err := replay(bytes.NewReader(lines(t, append(slices.Clone(records), r))), "", mark{}); !errors.As(err, &damage) || damage.Line != len(records)+1 {
				t.Fatalf("seed %d: appending refuses %+v, and reading says %v", seed, r, err)
			}
		}
		same(t, fmt.Sprintf("seed %d", seed), replayed(t, records), live)
		neverTwice(t, records)
	}
}

// neverTwice goes through a history by the one rule that matters: between two commits of a recipient stands something
// that says that the first was not, or may be, delivered once more.
func neverTwice(t *testing.T, records []Record) {
	t.Helper()
	maySend := map[Key]bool{}
	for _, r := range records {
		may, known := maySend[r.Key]
		switch r.Event {
		case EventCommit:
			if known && !may {
				t.Fatalf("%s is committed twice: %v", r.Key, records)
			}
			maySend[r.Key] = false
		case EventDeferred, EventConnlost:
			maySend[r.Key] = true
		case EventAccepted, EventFailed, EventSkipped, EventUnknown, EventBounced:
			maySend[r.Key] = false
		case EventResolved:
			maySend[r.Key] = r.As == AsResend
		}
	}
}

func randomRecord(rng *rand.Rand) Record {
	events := strings.Fields("open commit commit commit commit accepted accepted deferred connlost failed unknown resolved skipped bounced pause")
	word := events[rng.IntN(len(events))]
	if word != "open" && word != "pause" {
		third := fmt.Sprint(1 + rng.IntN(2))
		if word == "resolved" {
			third = []string{AsSent, AsFailed, AsResend}[rng.IntN(3)]
		}
		word = string("abc"[rng.IntN(3)]) + " " + word + " " + third
	}
	return history(word)[0]
}

func FuzzRead(f *testing.F) {
	data := lines(f, history(story))
	f.Add(data, false)
	f.Add(data[:len(data)-9], false)
	f.Add(append(slices.Clone(data), 0, 0, 0), false)
	var plain []byte
	for line := range bytes.Lines(data) {
		text := line[sumLen+1:]
		if i := bytes.Index(text, []byte(`"t":`)); len(plain) > 0 {
			text = append([]byte("{"), text[i:]...)
		}
		plain = append(plain, text...)
	}
	f.Add(plain, true)
	f.Fuzz(func(t *testing.T, data []byte, sum bool) {
		if sum { // let the fuzzer change what is behind the checksums
			var out []byte
			last := ""
			for line := range bytes.Lines(data) {
				next := linked(last, string(bytes.TrimSuffix(line, []byte("\n"))))
				out, last = append(out, next...), string(next[:sumLen])
			}
			data = out
		}
		v, good, err := replay(bytes.NewReader(data), "ledger.jsonl", mark{})
		if err != nil {
			if d := (&DamageError{}); !errors.As(err, &d) || d.Line < 1 || d.Line > bytes.Count(data, []byte("\n"))+1 {
				t.Fatal(err)
			}
			return
		}
		if good > int64(len(data))+1 || v.Records > len(data)/sumLen {
			t.Fatalf("%d records in %d of %d bytes", v.Records, good, len(data))
		}
		total := 0
		for _, n := range v.Counts() {
			total += n
		}
		if total != len(v.Keys()) {
			t.Fatalf("%d counted, %d keys", total, len(v.Keys()))
		}
		for _, k := range v.Keys() {
			if e := v.Entry(k); !k.valid() || e.State == "" || e.Last.Key != k || e.State == StateSent && e.Commit == nil && e.Last.Event != EventResolved {
				t.Fatalf("%q: %+v", k, e)
			}
		}
	})
}

// linked is a line with a right checksum that follows the line with the other, whatever is in it.
func linked(last, text string) []byte {
	if inner, ok := strings.CutPrefix(text, "{"); ok && last != "" {
		text = `{"p":"` + last + `",` + inner
	}
	return []byte(sumOf([]byte(text)) + " " + text + "\n")
}

func replayed(t testing.TB, records []Record) *View {
	t.Helper()
	v, _, err := replay(bytes.NewReader(lines(t, records)), "", mark{})
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func same(t testing.TB, what string, got, want *View) {
	t.Helper()
	if got.Records != want.Records || !slices.Equal(got.Keys(), want.Keys()) {
		t.Fatalf("%s: %d records of %v, want %d of %v", what, got.Records, got.Keys(), want.Records, want.Keys())
	}
	for _, k := range want.Keys() {
		if g, w := got.Entry(k), want.Entry(k); g.State != w.State || g.Attempts != w.Attempts || g.Last.Event != w.Last.Event {
			t.Fatalf("%s: %s is %+v, want %+v", what, k, g, w)
		}
	}
}
