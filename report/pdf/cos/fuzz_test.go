package cos

import (
	"bytes"
	"fmt"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"

	"lysark/report/golden"
)

func FuzzRead(f *testing.F) {
	for _, seed := range seeds(f) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		kept := bytes.Clone(data)
		readAll(data, Limits{Decoded: 4 << 20})
		if !bytes.Equal(data, kept) {
			t.Error("reading changes the data")
		}
	})
}

func FuzzOperators(f *testing.F) {
	f.Add([]byte("BT /F1 12.5 Tf(a)Tj[(b)-20(c)]TJ T* ET BI/W 2 ID abc EI q"))
	f.Add([]byte("/P<</MCID 0>>BDC ] >> [ << (\\1"))
	f.Fuzz(func(t *testing.T, data []byte) {
		last := -1
		for op := range Operators(data) {
			if op.At <= last || !bytes.HasPrefix(data[op.At:], []byte(op.Name)) {
				t.Fatalf("%s at %d, after %d", op.Name, op.At, last)
			}
			last = op.At
		}
	})
}

// readAll does with a file all that can be done.
func readAll(data []byte, l Limits) {
	f, err := Read(data, l)
	if err != nil {
		return
	}
	for _, num := range f.Numbers() {
		o := f.Resolve(Ref{Num: num})
		if s, ok := o.(*Stream); ok {
			content, _ := f.Decode(s)
			for range Operators(content) {
			}
		}
		f.Dict(f.Dict(o)["Parent"])
	}
	f.Version()
	f.Problems()
}

// seeds are files of every make, and what becomes of them when they are cut or changed.
func seeds(t testing.TB) [][]byte {
	tagged, err := os.ReadFile("testdata/tagged-a3.pdf")
	if err != nil {
		t.Fatal(err)
	}
	b := NewBuilder()
	root, info := letter(b)
	whole := [][]byte{
		tagged, written(t, b, root, info), plain(t),
		[]byte(update(table("1 0 obj <</V 2 0 R>> endobj\n", "2 0 obj (old) endobj\n"), "2 0 obj (new) endobj\n", "/Root 1 0 R")),
	}
	var all [][]byte
	for _, data := range whole {
		all = append(all, data, data[:len(data)/2], data[:len(data)-20], bytes.Replace(data, []byte("startxref\n"), []byte("startxref\n1"), 1))
		for at := 7; at < len(data); at += len(data)/4 + 1 {
			flipped := bytes.Clone(data)
			flipped[at] ^= 0x55
			all = append(all, flipped)
		}
	}
	return all
}

func TestHostileFilesCostLittle(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 5 MB files")
	}
	const size, mostMemory = 5_000_000, 100 << 20
	repeat := func(s string) string { return strings.Repeat(s, size/len(s)) }
	for name, build := range map[string]func() string{
		"brackets in each other": func() string { return "%PDF-1.7\n1 0 obj " + repeat("[") },
		"dictionaries in an array": func() string {
			return "%PDF-1.7\n1 0 obj [" + repeat("<</A 1>>") + "] endobj trailer<</Root 2 0 R>> 2 0 obj<<>>endobj"
		},
		"dictionaries, each its own object": func() string {
			return "%PDF-1.7\n" + numbered("%d 0 obj<</A 1>>endobj ", size) + "trailer<</Root 1 0 R>>"
		},
		"objects in strings without end": func() string {
			return "%PDF-1.7\n1 0 obj<<>>endobj " + numbered("%d 0 obj(", size) + "trailer<</Root 1 0 R>>"
		},
		"objects in comments": func() string {
			return "%PDF-1.7\n1 0 obj<<>>endobj " + numbered("%d 0 %% obj", size) + "\ntrailer<</Root 1 0 R>>"
		},
		"streams without end": func() string {
			return "%PDF-1.7\n1 0 obj<<>>endobj " + numbered("%d 0 obj<<>>stream ", size) + "trailer<</Root 1 0 R>>"
		},
		"streams whose length is a stream": func() string { return "%PDF-1.7\n1 0 obj<<>>endobj " + chained(size) + "trailer<</Root 1 0 R>>" },
		"a million trailers":               func() string { return "%PDF-1.7\n1 0 obj<<>>endobj " + repeat("trailer<<") },
		"digits":                           func() string { return "%PDF-1.7\n1 0 obj<<>>endobj trailer<</Root 1 0 R>>" + repeat("1 ") },
		"a table of more than there is": func() string {
			return "%PDF-1.7\nxref\n0 999999999\n" + repeat("0000000009 00000 n \n") + "trailer<<>>startxref 9"
		},
		"entries that lead into a comment":  func() string { return "%PDF-1.7\n1 0 obj<<>>endobj " + commented(size) },
		"streams that inflate without end":  func() string { return bombs(size) },
		"object streams with a huge header": func() string { return packs(strings.Repeat("1 0 ", 2_500_000), size) },
		"object streams of dictionaries":    func() string { return packs("9 0 [", size/2) },
		"cross-references by the million":   func() string { return rows(size) },
		"inline images": func() string {
			return "%PDF-1.7\n1 0 obj<<>>endobj 2 0 obj<</Length 5000000>>stream\n" + repeat("BI ID EI") + "\nendstream endobj trailer<</Root 1 0 R>>"
		},
		"operands of dictionaries": func() string {
			return "%PDF-1.7\n1 0 obj<<>>endobj 2 0 obj<<>>stream\n" + repeat("[<</A 1>>]") + "\nendstream endobj trailer<</Root 1 0 R>>"
		},
		"white space in place of an offset": func() string { return "%PDF-1.7\n" + repeat(" ") + "startxref" },
	} {
		data := []byte(build())
		runtime.GC()
		var before runtime.MemStats
		runtime.ReadMemStats(&before)
		done, peak := make(chan struct{}), make(chan uint64)
		go watch(done, peak)
		t.Run(name, func(t *testing.T) {
			golden.Within(t, 10*time.Second, func() {
				golden.Allocating(t, 220<<20, func() { readAll(data, Limits{}) })
			})
		})
		close(done)
		if memory := int64(<-peak) - int64(before.HeapAlloc) + size; memory > mostMemory {
			t.Errorf("%s: %d MB", name, memory>>20)
		}
	}
}

// watch looks at the heap time and again.
func watch(done chan struct{}, peak chan uint64) {
	most := uint64(0)
	for {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		most = max(most, m.HeapAlloc)
		select {
		case <-done:
			peak <- most
			return
		case <-time.After(2 * time.Millisecond):
		}
	}
}

func numbered(format string, size int) string {
	var b strings.Builder
	for n := 2; b.Len() < size; n++ {
		fmt.Fprintf(&b, format, n)
	}
	return b.String()
}

// chained is streams, each with its length in the next.
func chained(size int) string {
	var b strings.Builder
	for n := 2; b.Len() < size; n++ {
		fmt.Fprintf(&b, "%d 0 obj<</Length %d 0 R>>stream endstream endobj ", n, n+1)
	}
	return b.String()
}

// commented is a comment of numbers, and a table with an offset to each.
func commented(size int) string {
	var b, lines strings.Builder
	b.WriteString("\n%")
	for n := 2; b.Len()+lines.Len() < size; n++ {
		fmt.Fprintf(&lines, "%010d 00000 n \n", 27+b.Len())
		fmt.Fprintf(&b, "%d %%", n)
	}
	count := strings.Count(lines.String(), "\n")
	return b.String() + fmt.Sprintf("\nxref 2 %d\n%strailer<</Root 1 0 R>>startxref %d", count, lines.String(), 28+b.Len())
}

// bombs is streams that inflate a thousandfold, with more filters on top.
func bombs(size int) string {
	bomb := Flate(make([]byte, 50_000_000))
	bomb.Dict["Filter"] = Array{Name("FlateDecode"), Name("ASCIIHexDecode"), Name("RunLengthDecode")}
	text := Format(bomb)
	var b strings.Builder
	b.WriteString("%PDF-1.7\n1 0 obj<<>>endobj trailer<</Root 1 0 R>>")
	for n := 2; b.Len() < size; n++ {
		fmt.Fprintf(&b, "%d 0 obj%s endobj ", n, text)
	}
	return b.String()
}

// packs is object streams that inflate to a lot.
func packs(content string, size int) string {
	text := content + strings.Repeat("<<>>", 1_000_000)
	s := Flate([]byte(text))
	s.Dict["Type"], s.Dict["N"], s.Dict["First"] = Name("ObjStm"), 1<<30, len(content)
	if len(content) < 10 {
		s.Dict["First"] = 4
	}
	body := Format(s)
	var b strings.Builder
	b.WriteString("%PDF-1.7\n1 0 obj<<>>endobj trailer<</Root 1 0 R>>")
	for n := 2; b.Len() < size; n++ {
		fmt.Fprintf(&b, "%d 0 obj%s endobj ", n, body)
	}
	return b.String()
}

// rows is a cross-reference stream of one byte for each object.
func rows(size int) string {
	s := Flate(make([]byte, 60_000_000))
	s.Dict["Type"], s.Dict["W"], s.Dict["Root"] = Name("XRef"), Array{0, 1, 0}, Ref{Num: 1}
	return "%PDF-1.7\n2 0 obj" + Format(s) + " endobj 1 0 obj<<>>endobj " + strings.Repeat(" ", size) + "startxref 9"
}
