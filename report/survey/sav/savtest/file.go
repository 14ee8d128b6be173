// Package savtest, for tests, writes data files of SPSS, in every form that report/survey/sav reads: plain, compressed
// and .zsav, of either byte order, in any encoding. It knows nothing of the reader: the two agree on the format alone.
package savtest

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/encoding/htmlindex"
)

// File is what is written.
type File struct {
	Label     string
	Documents []string
	Variables []Variable
	Rows      [][]any  // a number (float64 or int), a string, or nil for no answer
	Sets      []string // of several answers, as the format has them: "$b=D1 1 3 Why a b"
	Values    []string // those of subtype 19: "$d=E 1 1 1 3 Why a b"
	Weight    string   // the name of the variable that weighs

	Encoding  string // as the file names it and its texts are written; UTF-8 when empty
	Unsaid    bool   // the file does not name it
	Page      int    // the number of the code page, in the file; 0 for what old versions wrote
	BigEndian bool
	Packing   Packing
	Uncounted bool // the file does not say how many cases it has
	Block     int  // bytes in a block of a .zsav before it is packed; 0 for as many as SPSS takes
}

// Packing is how the cases are compressed.
type Packing int32

// The ways to compress.
const (
	Plain Packing = iota
	Bytecode
	Zlib
)

// Variable is a variable as it is written.
type Variable struct {
	Name    string
	Short   string // its name of at most eight bytes; made up when empty
	Label   string
	Width   int // of a text; 0 for a number
	Format  Format
	Labels  []Label
	Missing []any       // at most three values
	Range   *[2]float64 // from and to; infinite for none
	Measure int32
}

// Label is the label of a value: a number or a string.
type Label struct {
	Value any
	Label string
}

// Labels are values and their labels, one after the other.
func Labels(pairs ...any) []Label {
	var out []Label
	for pair := range slices.Chunk(pairs, 2) {
		out = append(out, Label{Value: pair[0], Label: pair[1].(string)})
	}
	return out
}

// Format is how a variable is shown: the number of a type, such as 5 for F and 20 for DATE.
type Format struct{ Type, Width, Decimals int }

func (v *Variable) isText() bool { return v.Width > 0 }

// segments are the widths by which a text is kept: one of more than 255 bytes is cut.
func (v *Variable) segments() []int {
	if v.Width <= 255 {
		return []int{v.Width}
	}
	n := (v.Width + 251) / 252
	return append(slices.Repeat([]int{255}, n-1), v.Width-(n-1)*252)
}

func units(width int) int { return max(1, (width+7)/8) }

// Bytes is the file. It panics over what cannot be written, such as a variable that is not there.
func (f File) Bytes() []byte {
	w := &writer{File: f}
	w.Variables = slices.Clone(f.Variables)
	for i := range w.Variables {
		v := &w.Variables[i]
		if v.Short == "" {
			v.Short = fmt.Sprintf("V%d", i+1)
		}
		if v.Format.Type == 0 {
			v.Format = Format{5, 8, 2}
			if v.isText() {
				v.Format = Format{1, min(v.Width, 255), 0}
			}
		}
	}
	w.header()
	for i := range w.Variables {
		w.variable(&w.Variables[i])
	}
	for i := range w.Variables {
		w.labels(i)
	}
	w.documents()
	w.infos()
	w.ints(999, 0)
	w.cases()
	return w.out
}

// Set is a line for File.Sets: kind is D for a set of options that are ticked by the counted value, C for one of
// variables that each hold an answer.
func Set(name, kind, counted, label string, short ...string) string {
	if kind == "D" {
		kind += fmt.Sprintf("%d %s", len(counted), counted)
	}
	return fmt.Sprintf("%s=%s %d %s %s", name, kind, len(label), label, strings.ToLower(strings.Join(short, " ")))
}

// text is a text in the file's encoding.
func (w *writer) text(s string) []byte {
	if w.Encoding == "" {
		return []byte(s)
	}
	e, err := htmlindex.Get(w.Encoding)
	if err != nil {
		panic(fmt.Sprintf("savtest: %s: %v", w.Encoding, err))
	}
	out, err := e.NewEncoder().Bytes([]byte(s))
	if err != nil {
		panic(fmt.Sprintf("savtest: %q in %s: %v", s, w.Encoding, err))
	}
	return out
}
