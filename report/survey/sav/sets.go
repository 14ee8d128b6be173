package sav

import (
	"bytes"
	"math"
	"strconv"
	"strings"
)

// Set is a question that takes several answers, which are in several variables.
type Set struct {
	Name  string // with the dollar sign it begins with
	Label string // usually the question
	Kind  SetKind
	// Counted is the value of a ticked option, as a cell's text, where each variable is an option.
	Counted   string
	Variables []int // their indexes
	// ByValue tells that an option is called as the counted value's label in its variable, not as the variable's label.
	ByValue bool
}

// SetKind tells what the variables of a set are.
type SetKind int

// Of Ticked, each variable is an option of the question, which is ticked when it holds the counted value. Of Listed,
// each variable holds one of the answers, the first, the second, and so on, and all have the same labels.
const (
	Ticked SetKind = iota
	Listed
)

// Option is what an option of a set of ticked ones is called; i counts in Set.Variables.
func (f *File) Option(s Set, i int) string {
	v := &f.Variables[s.Variables[i]]
	if label, ok := v.Labels.Of([]byte(s.Counted)); s.ByValue && ok {
		return label
	}
	if v.Label != "" {
		return v.Label
	}
	return v.Name
}

// multiple reads the sets (subtypes 7 and 19), one a line.
func (d *dictionary) multiple(names names) {
	for _, subtype := range []int32{7, 19} {
		d.eachInfo(subtype, func(c *cursor) {
			for c.has() {
				if c.data[c.pos] == '\n' || c.data[c.pos] == 0 {
					c.take(1)
					continue
				}
				offset := c.offset()
				if s, ok := d.set(c, names); ok {
					d.file.Sets = append(d.file.Sets, s)
				} else {
					d.odd(&Error{Offset: offset, Message: "a set of several answers makes no sense, and is left out",
						Hint: "define it again in SPSS (Analyze > Tables > Multiple Response Sets)"})
					c.line()
				}
			}
		})
	}
}

// set reads one such as "$b=D2 55 3 Why g e f": name, kind, the counted value and the label each after its length, and
// the short names of the variables.
func (d *dictionary) set(c *cursor, names names) (Set, bool) {
	text := d.file.charset.text
	name, kind, ok := bytes.Cut(c.word(), []byte("="))
	if !ok || len(kind) == 0 {
		return Set{}, false
	}
	s := Set{Name: text(name)}
	digits := kind[1:]
	source := ""
	switch kind[0] {
	case 'C':
		s.Kind = Listed
	case 'D':
	case 'E':
		s.ByValue = true
		source, digits = string(c.word()), c.word()
	default:
		return Set{}, false
	}
	var counted, label []byte
	if s.Kind == Ticked {
		counted, ok = c.hollerith(digits)
		if !ok {
			return Set{}, false
		}
	}
	if label, ok = c.hollerith(c.word()); !ok {
		return Set{}, false
	}
	s.Label = text(label)
	for name := range bytes.FieldsSeq(c.line()) {
		i, found := names.findShort(name)
		if !found {
			return Set{}, false
		}
		s.Variables = append(s.Variables, i)
	}
	return d.complete(s, text(counted), source == "11")
}

// complete holds the variables of a set against each other, and writes the counted value as their cells do.
func (d *dictionary) complete(s Set, counted string, labelOfFirst bool) (Set, bool) {
	if len(s.Variables) == 0 {
		return s, false
	}
	first := &d.file.Variables[s.Variables[0]]
	for _, i := range s.Variables {
		if d.file.Variables[i].IsText() != first.IsText() {
			return s, false
		}
	}
	if labelOfFirst && s.Label == "" {
		s.Label = first.Label
	}
	if s.Counted = counted; s.Kind == Ticked && !first.IsText() {
		x, err := strconv.ParseFloat(strings.TrimSpace(counted), 64)
		if err != nil || math.IsNaN(x) {
			return s, false
		}
		s.Counted = string(first.Format.Append(nil, x))
	}
	return s, true
}

// word are the bytes up to a blank, which is taken, too, or to the end of the line.
func (c *cursor) word() []byte {
	rest := c.data[c.pos:]
	end := bytes.IndexAny(rest, " \n")
	if end < 0 {
		end = len(rest)
	}
	word := c.take(end)
	if c.has() && rest[end] == ' ' {
		c.take(1)
	}
	return word
}

// line are the bytes up to the end of the line.
func (c *cursor) line() []byte {
	line, _, _ := bytes.Cut(c.data[c.pos:], []byte("\n"))
	return c.take(len(line))
}

// hollerith are as many bytes as the digits before them tell, and the blank behind.
func (c *cursor) hollerith(digits []byte) ([]byte, bool) {
	n, err := strconv.Atoi(string(digits))
	if err != nil || n < 0 || n > len(c.data)-c.pos {
		return nil, false
	}
	text := c.take(n)
	if c.has() && c.data[c.pos] == ' ' {
		c.take(1)
	}
	return text, true
}
