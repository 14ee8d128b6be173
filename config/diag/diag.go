// Package diag holds the author's mistakes: where they are, what is wrong and what to do.
//
// Every stage that reads or lays out what an author wrote returns a List of all it found; the command
// prints it once, sorted by place. It knows no file format and no stage.
package diag

import (
	"fmt"
	"slices"
	"strings"
)

// Pos is a place in a file. Line and Col count from 1, Col in characters; 0 means unknown.
type Pos struct {
	File string `json:"file"`
	Line int    `json:"line,omitempty"`
	Col  int    `json:"column,omitempty"`
}

// String is the form that compilers print and editors follow: file:line:col.
func (p Pos) String() string {
	switch {
	case p.Line == 0:
		return p.File
	case p.Col == 0:
		return fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Col)
}

// Severity says whether a diagnostic stops the build.
type Severity string

const (
	Error   Severity = "error"
	Warning Severity = "warning"
)

// Diagnostic is one mistake at one place. Message and Hint are lower case, without a full stop.
type Diagnostic struct {
	Pos
	Severity Severity `json:"severity"`
	Rule     Rule     `json:"rule"`
	Message  string   `json:"message"`
	Hint     string   `json:"hint,omitempty"`
	Slide    int      `json:"slide,omitempty"`   // number of the slide, 0 when it belongs to none
	Allowed  bool     `json:"allowed,omitempty"` // somebody has looked at it: a warning that stays one
	Secret   bool     `json:"-"`                 // its line may hold a password, and is never quoted
}

// List collects diagnostics. The zero value is ready to use.
type List []Diagnostic

// Errorf adds an error; hint may be empty.
func (l *List) Errorf(pos Pos, rule Rule, hint, format string, args ...any) {
	*l = append(*l,
		Diagnostic{Pos: pos, Severity: Error, Rule: rule, Hint: hint, Message: fmt.Sprintf(format, args...)})
}

// Warnf adds a warning; hint may be empty.
func (l *List) Warnf(pos Pos, rule Rule, hint, format string, args ...any) {
	*l = append(*l,
		Diagnostic{Pos: pos, Severity: Warning, Rule: rule, Hint: hint, Message: fmt.Sprintf(format, args...)})
}

// Add appends all of other.
func (l *List) Add(other List) { *l = append(*l, other...) }

// HasErrors tells whether any diagnostic stops the build.
func (l List) HasErrors() bool {
	return slices.ContainsFunc(l, func(d Diagnostic) bool { return d.Severity == Error })
}

// OnSlide is the list with the slide's number set where none was.
func (l List) OnSlide(number int) List {
	out := slices.Clone(l)
	for i := range out {
		if out[i].Slide == 0 {
			out[i].Slide = number
		}
	}
	return out
}

// Strict is the list with every warning made an error, but for those that are allowed.
func (l List) Strict() List {
	out := slices.Clone(l)
	for i := range out {
		if !out[i].Allowed {
			out[i].Severity = Error
		}
	}
	return out
}

// Sorted is the list in the order of the files' lines, each mistake once.
func (l List) Sorted() List {
	out := slices.Clone(l)
	slices.SortStableFunc(out, func(a, b Diagnostic) int {
		if c := strings.Compare(a.File, b.File); c != 0 {
			return c
		}
		if a.Line != b.Line {
			return a.Line - b.Line
		}
		if a.Col != b.Col {
			return a.Col - b.Col
		}
		return strings.Compare(a.Message, b.Message)
	})
	return slices.Compact(out)
}

// Repeated counts problems of one kind, so that a file that is wrong in every row is not told row by row.
type Repeated struct {
	List *List
	File string
	What string // the problems, in the plural
	N    int
}

// MostTold is how many problems of one kind are told one by one.
const MostTold = 20

// Next counts one more problem; true when it is to be told.
func (r *Repeated) Next() bool {
	r.N++
	return r.N <= MostTold
}

// Rest says how many problems were not told.
func (r *Repeated) Rest(rule Rule) {
	if more := r.N - MostTold; more > 0 {
		r.List.Errorf(Pos{File: r.File}, rule, "see to those that are named first", "%d more %s", more, r.What)
	}
}
