package cos

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/go-pdf/fpdf"
)

func TestWhatIsWrittenIsReadAgain(t *testing.T) {
	for seed := range uint64(20) {
		b := NewBuilder()
		root := wild(b, rand.New(rand.NewPCG(seed, 0)))
		info := b.Add(Dict{"Title": Text("Tilfeldig – åtte")})
		data := written(t, b, root, info)
		f := opened(t, data)
		if p := f.Problems(); len(p) > 0 {
			t.Errorf("seed %d: %v", seed, p)
		}
		again := NewBuilder()
		copied := copier{f: f, b: again, refs: map[Ref]Ref{}}
		root, info = copied.object(f.Trailer()["Root"]).(Ref), copied.object(f.Trailer()["Info"]).(Ref)
		if !bytes.Equal(written(t, again, root, info), data) {
			t.Errorf("seed %d: what was read and written again are other bytes", seed)
		}
	}
}

// copier takes objects from a file to a builder.
type copier struct {
	f    *File
	b    *Builder
	refs map[Ref]Ref
}

func (c copier) object(o Object) Object {
	switch o := o.(type) {
	case Array:
		out := Array{}
		for _, item := range o {
			out = append(out, c.object(item))
		}
		return out
	case Dict:
		out := Dict{}
		for k, v := range o {
			out[k] = c.object(v)
		}
		return out
	case *Stream:
		return &Stream{Dict: c.object(o.Dict).(Dict), Data: o.Data}
	case Ref:
		if _, ok := c.refs[o]; !ok {
			c.refs[o] = c.b.Reserve()
			c.b.Set(c.refs[o], c.object(c.f.Resolve(o)))
		}
		return c.refs[o]
	}
	return o
}

// wild is objects of every type in each other, and in circles.
func wild(b *Builder, r *rand.Rand) Ref {
	var refs []Ref
	for range 1 + r.IntN(250) {
		refs = append(refs, b.Reserve())
	}
	var object func(depth int) Object
	text := func() string {
		raw := make([]byte, r.IntN(12))
		for i := range raw {
			raw[i] = byte(1 + r.IntN(255))
		}
		return string(raw)
	}
	dict := func(depth int) Dict {
		d := Dict{}
		for range r.IntN(6) {
			d[Name(text())] = object(depth + 1)
		}
		return d
	}
	object = func(depth int) Object {
		switch n := r.IntN(10); {
		case n == 0:
			return r.IntN(2) == 0
		case n == 1:
			return r.IntN(1<<30) - 1<<29
		case n == 2:
			return r.NormFloat64() * 1e4
		case n == 3:
			return Name(text())
		case n == 4:
			return String(text())
		case n < 7 && depth < 5:
			return Array{object(depth + 1), dict(depth + 1), object(depth + 1)}
		case n < 9 && depth < 5:
			return dict(depth + 1)
		}
		return refs[r.IntN(len(refs))]
	}
	for i, ref := range refs {
		o := object(0)
		if _, isRef := o.(Ref); isRef || i%5 == 0 {
			o = &Stream{Dict: dict(0), Data: []byte(text() + "endstream" + text())}
		}
		b.Set(ref, o)
	}
	root := dict(0)
	root["All"] = refs[r.IntN(len(refs))]
	return b.Add(root)
}

func TestOthersFilesAreReadWithoutProblems(t *testing.T) {
	tagged, err := os.ReadFile("testdata/tagged-a3.pdf")
	if err != nil {
		t.Fatal(err)
	}
	for name, tt := range map[string]struct {
		data    []byte
		version string
		objects int
	}{
		"with object streams":       {tagged, "1.7", 100},
		"with a table, as fpdf has": {plain(t), "1.3", 7},
	} {
		f := opened(t, tt.data)
		if got := f.Version(); got != tt.version {
			t.Errorf("%s: version %s, want %s", name, got, tt.version)
		}
		if got := len(f.Numbers()); got != tt.objects {
			t.Errorf("%s: %d objects, want %d", name, got, tt.objects)
		}
		for _, num := range f.Numbers() {
			s, ok := f.Object(num).(*Stream)
			if !ok {
				continue
			}
			if _, err := f.Decode(s); err != nil {
				t.Errorf("%s: object %d: %v", name, num, err)
			}
		}
		if p := f.Problems(); len(p) > 0 {
			t.Errorf("%s: %v", name, p)
		}
	}
}

func plain(t testing.TB) []byte {
	p := fpdf.New("P", "pt", "A4", "")
	p.SetFont("Helvetica", "", 12)
	p.AddPage()
	p.Text(72, 72, "Brev")
	var out bytes.Buffer
	if err := p.Output(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestEveryKindOfCrossReferencesIsRead(t *testing.T) {
	for name, tt := range map[string]struct {
		data     string
		want     string // the value of the catalogue's /V
		problems []string
	}{
		"a table": {
			data: "%PDF-1.4\n1 0 obj <</V 1>> endobj\nxref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer<</Root 1 0 R>>\nstartxref\n33\n%%EOF",
			want: "1",
		},
		"an update with a newer object": {
			data: update(table("1 0 obj <</V 2 0 R>> endobj\n", "2 0 obj (old) endobj\n"), "2 0 obj (new) endobj\n", "/Root 1 0 R"),
			want: "new",
		},
		"an update without a root of its own": {
			data: update(table("1 0 obj <</V 2 0 R>> endobj\n", "2 0 obj (old) endobj\n"), "2 0 obj (new) endobj\n", ""),
			want: "new",
		},
		"junk before the header": {
			data:     "From: a@b\n" + table("1 0 obj <</V 1>> endobj\n"),
			want:     "1",
			problems: []string{"10 bytes before the header"},
		},
		"no cross-references at all": {
			data:     "%PDF-1.4\n1 0 obj <</V 1>> endobj\n1 0 obj <</V 2/Type/Catalog>> endobj",
			want:     "2",
			problems: []string{"there is no startxref", "looking through the whole file"},
		},
		"no header": {
			data:     "1 0 obj <</V 1>> endobj trailer <</Root 1 0 R>>",
			want:     "1",
			problems: []string{"no header", "no startxref", "looking through"},
		},
		"a startxref to nowhere": {
			data:     strings.Replace(table("1 0 obj <</V 1>> endobj\n"), "startxref\n", "startxref\n99", 1),
			want:     "1",
			problems: []string{"outside of the file", "looking through"},
		},
		"one wrong offset": {
			data:     strings.Replace(table("1 0 obj <</V 1>> endobj\n"), "0000000009 00000 n", "0000000011 00000 n", 1),
			want:     "1",
			problems: []string{"wrong for 1 objects, the first of them 1"},
		},
		"an update that goes round in a circle": {
			data:     strings.Replace(table("1 0 obj <</V 1>> endobj\n"), "<</Root", "<</Prev 33/Root", 1),
			want:     "1",
			problems: []string{"round in a circle", "looking through"},
		},
		"a stream with another PDF in it": {
			data:     "%PDF-1.4\n1 0 obj <</V 3/Type/Catalog>> endobj 2 0 obj <</Length 45>>stream\n1 0 obj <</V 9/Type/Catalog>> endobj endstream\nendstream endobj",
			want:     "3",
			problems: []string{"no startxref", "looking through"},
		},
		"a wrong length": {
			data:     table("1 0 obj <</V 2 0 R>> endobj\n", "2 0 obj <</Length 1>>stream\nabc\nendstream endobj\n"),
			want:     "abc",
			problems: []string{"object 2: /Length is not the 3 bytes"},
		},
		"a length that refers to its own stream": {
			data:     table("1 0 obj <</V 2 0 R>> endobj\n", "2 0 obj <</Length 2 0 R>>stream\nabc\nendstream endobj\n"),
			want:     "abc",
			problems: []string{"object 2: /Length is not the 3 bytes"},
		},
		"a length in another object": {
			data: table("1 0 obj <</V 2 0 R>> endobj\n", "2 0 obj <</Length 3 0 R>>stream\r\nab\n\nendstream endobj\n", "3 0 obj 3 endobj\n"),
			want: "ab\n",
		},
		"a reference to another generation": {
			data: table("1 0 obj <</V 2 1 R>> endobj\n", "2 0 obj 5 endobj\n"),
			want: "null",
		},
		"references in a circle": {
			data: table("1 0 obj <</V 2 0 R>> endobj\n", "2 0 obj 3 0 R endobj\n", "3 0 obj 2 0 R endobj\n"),
			want: "null",
		},
		"an object without its end": {
			data:     table("1 0 obj <</V 2 0 R>> endobj\n", "2 0 obj [(one) (two\n"),
			want:     "[(one)<",
			problems: []string{"object 2 is damaged"},
		},
	} {
		f := opened(t, []byte(tt.data))
		if got := shown(f, f.Dict(f.Trailer()["Root"])["V"]); !strings.HasPrefix(got, tt.want) {
			t.Errorf("%s: got %s, want %s", name, got, tt.want)
		}
		got := f.Problems()
		if len(got) != len(tt.problems) {
			t.Errorf("%s: problems %q, want %q", name, got, tt.problems)
			continue
		}
		for i, want := range tt.problems {
			if !strings.Contains(got[i], want) {
				t.Errorf("%s: problem %q, want %q", name, got[i], want)
			}
		}
	}
}

func TestAHybridFileShowsWhatItHidesFromOldReaders(t *testing.T) {
	b := []byte("%PDF-1.5\n1 0 obj <</V 2 0 R>> endobj\n")
	pack := len(b)
	b = fmt.Appendf(b, "3 0 obj <</Type/ObjStm/N 1/First 4/Length 12>>stream\n2 0 (hidden)\nendstream endobj\n")
	hidden := len(b)
	rows := string([]byte{2, 0, 3, 0, 1, 0, byte(pack), 0})
	b = fmt.Appendf(b, "4 0 obj <</Type/XRef/W[1 2 1]/Index[2 2]/Length 8>>stream\n%s\nendstream endobj\n", rows)
	start := len(b)
	b = fmt.Appendf(b, "xref\n0 3\n0000000002 65535 f \n0000000009 00000 n \n0000000000 00000 f \n"+
		"trailer<</Root 1 0 R/XRefStm %d>>\nstartxref\n%d\n%%%%EOF", hidden, start)
	f := opened(t, b)
	if got := shown(f, Ref{Num: 2}); got != "hidden" || len(f.Problems()) > 0 {
		t.Errorf("got %s and %v", got, f.Problems())
	}
	broken := bytes.Replace(b, []byte("startxref"), []byte("startnull"), 1)
	f = opened(t, broken)
	if got := shown(f, Ref{Num: 2}); got != "hidden" {
		t.Errorf("without cross-references: got %s and %v", got, f.Problems())
	}
}

func TestAFileThatCannotBeReadIsAnError(t *testing.T) {
	for name, data := range map[string]string{
		"nothing":                     "",
		"a text":                      "Dear reader",
		"a header alone":              "%PDF-1.7\n",
		"a catalogue that is no dict": "%PDF-1.7\n1 0 obj 5 endobj trailer <</Root 1 0 R>>",
		"a catalogue that is missing": "%PDF-1.7\n1 0 obj 5 endobj trailer <</Root 2 0 R>>",
	} {
		if _, err := Read([]byte(data), Limits{}); err == nil {
			t.Errorf("%s is read", name)
		}
	}
	f := opened(t, []byte("%PDF-1.7\ntrailer <</Root 2 0 R/Encrypt<<>>>>"))
	if !f.Encrypted() {
		t.Error("a file whose catalogue may be encrypted is not told to be")
	}
}

func TestTheCatalogueMayNameALaterVersion(t *testing.T) {
	for catalogue, want := range map[string]string{"/Version/2.0": "2.0", "/Version/1.2": "1.4", "/Version 7": "1.4", "": "1.4"} {
		if got := opened(t, []byte(table("1 0 obj <<"+catalogue+">> endobj\n"))).Version(); got != want {
			t.Errorf("%s: version %s, want %s", catalogue, got, want)
		}
	}
}

func TestObjectsComeAsWhatIsAskedFor(t *testing.T) {
	f := opened(t, []byte(table("1 0 obj <<>> endobj\n", "2 0 obj <</A/x/Length 0>>stream\n\nendstream endobj\n", "3 0 obj [1] endobj\n")))
	if f.Name(f.Dict(Ref{Num: 2})["A"]) != "x" || f.Stream(Ref{Num: 2}) == nil || len(f.Array(Ref{Num: 3})) != 1 {
		t.Error("a stream, its dictionary or an array is not found by reference")
	}
	if s, ok := f.String(String("a")); s != "a" || !ok {
		t.Error("a string is none")
	}
	if n, ok := f.Int(12.0); n != 12 || !ok {
		t.Error("a whole number with a point is no whole number")
	}
	if n, ok := f.Number(12); n != 12 || !ok {
		t.Error("a whole number is no number")
	}
	if v, ok := f.Bool(true); !v || !ok {
		t.Error("true is not")
	}
	_, ok1 := f.Int(12.5)
	_, ok2 := f.Number(Name("x"))
	_, ok3 := f.Bool(nil)
	_, ok4 := f.String(Name("x"))
	if ok1 || ok2 || ok3 || ok4 || f.Dict(1) != nil || f.Array(Dict{}) != nil || f.Stream(Dict{}) != nil || f.Name(1) != "" {
		t.Error("an object comes as something it is not")
	}
	if !slices.Equal(f.Numbers(), []int{1, 2, 3}) {
		t.Errorf("numbers %v", f.Numbers())
	}
}

func BenchmarkRead(b *testing.B) {
	file := NewBuilder()
	root := archive(file)
	data := written(b, file, root, Ref{})
	for b.Loop() {
		f := opened(b, data)
		for _, num := range f.Numbers() {
			if f.Object(num) == nil {
				b.Fatal(num)
			}
		}
	}
}

func opened(t testing.TB, data []byte) *File {
	t.Helper()
	f, err := Read(data, Limits{})
	if err != nil {
		t.Fatalf("%v: %.200q", err, data)
	}
	return f
}

// table is a file with these objects, numbered from 1, and a table of cross-references.
func table(objects ...string) string {
	out := "%PDF-1.4\n"
	lines := "0000000000 65535 f \n"
	for _, o := range objects {
		lines += fmt.Sprintf("%010d 00000 n \n", len(out))
		out += o
	}
	return out + fmt.Sprintf("xref\n0 %d\n%strailer<</Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, lines, len(out))
}

// update appends one object to a file with a table, the object 2.
func update(file, object, trailer string) string {
	prev := strings.Index(file, "xref\n")
	at := len(file)
	file += object
	return file + fmt.Sprintf("xref\n2 1\n%010d 00000 n \ntrailer<</Prev %d%s>>\nstartxref\n%d\n%%%%EOF\n", at, prev, trailer, len(file))
}

// shown is an object, a string or stream as its bytes.
func shown(f *File, o Object) string {
	switch o := f.Resolve(o).(type) {
	case String:
		return string(o)
	case *Stream:
		return string(o.Data)
	default:
		return Format(o)
	}
}
