package cos

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

func TestOnlyWhatTheRootLeadsToIsWritten(t *testing.T) {
	b := NewBuilder()
	b.Add(String("nobody asks for me"))
	root, info := letter(b)
	b.Add(&Stream{Data: []byte("nor for me")})
	got := written(t, b, root, info)
	if bytes.Contains(got, []byte("nor for me")) {
		t.Error("a stream that nothing refers to is in the file")
	}
	if !bytes.Contains(got, []byte("\n1 0 obj\n<</Pages 2 0 R/Type/Catalog>>\nendobj\n")) {
		t.Error("the catalogue is not the first object")
	}
}

func TestTheSameObjectsGiveTheSameBytes(t *testing.T) {
	b := NewBuilder()
	root, info := letter(b)
	want := written(t, b, root, info)
	other := NewBuilder()
	for range 30 {
		other.Add(1) // other numbers for the same objects
	}
	root, info = letter(other)
	if got := written(t, other, root, info); !bytes.Equal(got, want) {
		t.Error("the builder's own numbers show in the file")
	}
	if got := written(t, other, root, info); !bytes.Equal(got, want) {
		t.Error("a second writing gives other bytes")
	}
	if bytes.Equal(b.Flate(want).Data, nil) || !bytes.Equal(b.Flate(want).Data, Flate(want).Data) {
		t.Error("a compressor that is used again compresses otherwise")
	}
}

func TestWhatAFileCannotHoldIsRefused(t *testing.T) {
	deep := Array{}
	for range 1000 {
		deep = Array{deep}
	}
	round := Dict{}
	round["Round"] = round
	var none *Stream
	for name, tt := range map[string]struct {
		object Object
		want   string
	}{
		"a reference to nothing":            {Dict{"A": Ref{Num: 99}}, "no object 99 0"},
		"a reference to another generation": {Array{Ref{Num: 1, Gen: 1}}, "no object 1 1"},
		"a number that is none":             {Array{1, math.NaN()}, "item 1: NaN"},
		"a number without end":              {math.Inf(1), "+Inf"},
		"a stream that is nil":              {none, "a stream is nil"},
		"a stream inside another object":    {Array{&Stream{}}, "a stream inside"},
		"a type that PDF does not have":     {Dict{"A": "text"}, "string is no type"},
		"a zero byte in a name":             {Name("a\x00b"), "zero byte"},
		"a zero byte in a key":              {Dict{"a\x00b": 1}, "zero byte"},
		"a thousand arrays in each other":   {deep, "more than 500"},
		"a dictionary in itself":            {round, "more than 500"},
		"an object that is a reference":     {Ref{Num: 1}, "is itself a reference"},
	} {
		b := NewBuilder()
		root := b.Add(Dict{"Type": Name("Catalog"), "Bad": Ref{Num: 2}})
		b.Add(tt.object)
		var out bytes.Buffer
		if err := b.Write(&out, root, Ref{}); err == nil || !strings.Contains(err.Error(), tt.want) || out.Len() > 0 {
			t.Errorf("%s: %v and %d bytes, want an error with %q", name, err, out.Len(), tt.want)
		}
	}
	b := NewBuilder()
	if err := b.Write(&bytes.Buffer{}, b.Reserve(), Ref{}); err == nil {
		t.Error("a file without a catalogue is written")
	}
}

func TestQpdfFindsNothingWrong(t *testing.T) {
	qpdf, err := exec.LookPath("qpdf")
	if err != nil {
		t.Skip("no qpdf here")
	}
	b := NewBuilder()
	root, info := letter(b)
	large := NewBuilder()
	largeRoot := archive(large)
	for name, data := range map[string][]byte{
		"letter.pdf":  written(t, b, root, info),
		"archive.pdf": written(t, large, largeRoot, Ref{}),
	} {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, data, 0o666); err != nil {
			t.Fatal(err)
		}
		if out, err := exec.Command(qpdf, "--check", path).CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", name, err, out)
		}
	}
}

func BenchmarkWrite(b *testing.B) {
	file := NewBuilder()
	root := archive(file)
	for b.Loop() {
		var out bytes.Buffer
		if err := file.Write(&out, root, Ref{}); err != nil {
			b.Fatal(err)
		}
	}
}

func written(t testing.TB, b *Builder, root, info Ref) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := b.Write(&out, root, info); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// letter is a file with a page of one line.
func letter(b *Builder) (root, info Ref) {
	pages := b.Reserve()
	content := b.Add(Flate([]byte("BT /F 12 Tf 72 72 Td (Brev) Tj ET")))
	font := b.Add(Dict{"Type": Name("Font"), "Subtype": Name("Type1"), "BaseFont": Name("Helvetica")})
	page := b.Add(Dict{
		"Type": Name("Page"), "Parent": pages, "MediaBox": Array{0, 0, 595.2756, 841.8898}, "Contents": content,
		"Resources": Dict{"Font": Dict{"F": font}},
	})
	b.Set(pages, Dict{"Type": Name("Pages"), "Kids": Array{page}, "Count": 1})
	return b.Add(Dict{"Type": Name("Catalog"), "Pages": pages}), b.Add(Dict{"Title": Text("Brev på norsk")})
}

// archive is a large file: 1,500 small objects and 20 streams of 60 kB.
func archive(b *Builder) (root Ref) {
	pages := b.Reserve()
	var kids, marks Array
	for i := range 20 {
		data := bytes.Repeat([]byte(fmt.Sprintf("%d %d m 17.25 %d l S\n", i, i*i, i)), 60_000/15)
		content := b.Add(&Stream{Data: data[:60_000]})
		kids = append(kids, b.Add(Dict{"Type": Name("Page"), "Parent": pages, "MediaBox": Array{0, 0, 960, 540}, "Contents": content, "Resources": Dict{}}))
	}
	for i := range 1480 {
		marks = append(marks, b.Add(Dict{"Type": Name("Mark"), "S": Name("P"), "K": Array{i, i + 1}, "Pg": kids[i%20], "Alt": String("a mark (of many)")}))
	}
	b.Set(pages, Dict{"Type": Name("Pages"), "Kids": kids, "Count": len(kids)})
	return b.Add(Dict{"Type": Name("Catalog"), "Pages": pages, "Marks": marks})
}
