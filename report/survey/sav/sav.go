// Package sav reads data files of SPSS: .sav, plain or compressed, of either byte order, and .zsav. It takes the bytes
// of a file and returns its variables with all that was said of them (labels, values without an answer, sets of several
// answers, the weight), and hands out the answers case by case, so that no file is ever held twice in memory.
//
// It is written after the description of the format that the PSPP project publishes ("System File Format" in its
// developers' guide). A record that is called subtype 7, 13 or 22 here has that number there. Nothing in a file is
// trusted: every count is held against the bytes that are there, and what does not fit is an *Error.
//
// It knows nothing of surveys, and package survey calls it.
package sav

import (
	"encoding/binary"
	"iter"
)

// File is a data file of SPSS.
type File struct {
	Label     string // of the whole file
	Documents []string
	Product   string // the program that wrote it

	Encoding string // of its texts, such as "windows-1252"

	Variables []Variable
	Sets      []Set
	Weight    int // the index of the variable that weighs the cases, or -1
	Cases     int // as many as the file says it holds, or -1 when it does not say

	// Odd is what was left out because it makes no sense, such as a set of variables that are not there. No answer and
	// no label of another variable is touched by it. Each may add to it that there are more cases than Cases says.
	Odd []*Error

	data    []byte
	start   int // of the cases in data
	order   binary.ByteOrder
	packing int32 // plain, bytecode or zlibBlocks
	bias    float64
	units   []bool // those of a case, eight bytes each: is it part of a text?
	sysmis  float64
	charset charset
	crowded bool // it was told that there are more cases than it says
}

// Options are what is known of a file from elsewhere.
type Options struct {
	Encoding string // of its texts, such as "windows-1252", whatever the file says; empty to believe the file
}

// Read reads what a file says of its variables. Their answers are read by Each, from the same bytes. The error is
// always an *Error.
func Read(data []byte, opts Options) (*File, error) {
	if err := refuse(data); err != nil {
		return nil, err
	}
	d := &dictionary{cursor: cursor{data: data}, file: &File{data: data, Weight: -1}}
	d.header()
	d.records()
	if d.err == nil {
		d.settle(opts)
	}
	if d.err != nil {
		return nil, d.err
	}
	return d.file, nil
}

// Guessed tells that the file does not say the encoding of its texts, and that letters beyond ASCII have been met so
// far, by Read or Each. Each text that is valid UTF-8 was taken for that, any other for Windows-1252.
func (f *File) Guessed() bool { return f.charset.guessed }

// Garbled tells that bytes have been met so far that are no letters in the encoding. U+FFFD stands for them.
func (f *File) Garbled() bool { return f.charset.garbled }

// Variable is one column of the file.
type Variable struct {
	Name    string // the long one where the file has it
	Label   string // usually the question; empty when there is none
	Width   int    // of a text, in bytes of the file; 0 for a number
	Format  Format // how it is shown
	Labels  *Labels
	Missing Missing
	Measure Measure

	unit int // where it begins in a case
}

// IsText tells a variable of texts from one of numbers.
func (v *Variable) IsText() bool { return v.Width > 0 }

// Measure is the level of measurement that the file states.
type Measure int

// The levels of measurement.
const (
	Unknown Measure = iota
	Nominal
	Ordinal
	Scale
)

// Cell is the answer of one case to one variable.
type Cell struct {
	// Text is the answer as UTF-8, as Format.Append writes it or without the blanks at its end; empty when there is
	// none. It is overwritten by the next case.
	Text   []byte
	Number float64 // unrounded, when it is one
	State  State
}

// State tells whether a cell is an answer.
type State int

// A cell without an answer is either empty, or holds a code that the variable says is none, such as 99 for "don't
// know". Its Text is then that code.
const (
	Given State = iota
	SystemMissing
	UserMissing
)

// Each hands out the cells of each case in the order of the variables. Both the slice and the texts are overwritten by
// the next case. An error, an *Error, ends it. Only one may run at a time.
func (f *File) Each() iter.Seq2[[]Cell, error] {
	return func(yield func([]Cell, error) bool) {
		c := newCases(f)
		for n := 0; f.Cases < 0 || n < f.Cases; n++ {
			more, err := c.next(n)
			if err != nil {
				yield(nil, err)
				return
			}
			if !more || !yield(c.cells, nil) {
				return
			}
		}
		if !f.crowded && c.more() {
			f.crowded = true
			f.Odd = append(f.Odd, crowded(f.Cases))
		}
	}
}
