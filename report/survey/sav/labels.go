package sav

import (
	"slices"
	"strings"
)

// Labels are the words for the values of a variable. Variables with the same ones share them. Nil has none.
type Labels struct {
	All []ValueLabel // numbers by size, texts as the file lists them

	byText map[string]int
}

// ValueLabel says what a value means.
type ValueLabel struct {
	Value string // as a cell's text
	Label string

	number float64
}

// Of is the label of a value, given as the text of a cell.
func (l *Labels) Of(text []byte) (string, bool) {
	if l == nil {
		return "", false
	}
	i, ok := l.byText[string(text)]
	if !ok {
		return "", false
	}
	return l.All[i].Label, true
}

// add keeps the first label of a value: some programs write several, of values that differ beyond the variable's width.
func (l *Labels) add(v ValueLabel) {
	if _, doubled := l.byText[v.Value]; doubled || v.Label == "" {
		return
	}
	if l.byText == nil {
		l.byText = map[string]int{}
	}
	l.byText[v.Value] = len(l.All)
	l.All = append(l.All, v)
}

func (l *Labels) sort() {
	slices.SortStableFunc(l.All, func(a, b ValueLabel) int {
		switch {
		case a.number < b.number:
			return -1
		case a.number > b.number:
			return 1
		}
		return 0
	})
	for i, v := range l.All {
		l.byText[v.Value] = i
	}
}

// rawLabels are the labels of some variables, which are named by their places in a case, from 1.
type rawLabels struct {
	labels    []rawLabel
	variables []byte
	offset    int
}

type rawLabel struct{ value, label []byte }

// labels reads a record of labels and the one that follows it, of the variables that have them.
func (d *dictionary) labels(offset int) {
	r := rawLabels{offset: offset}
	for n := d.int32(); n > 0 && d.err == nil; n-- {
		l := rawLabel{value: d.take(8)}
		if size := d.take(1); size != nil {
			l.label = d.take(int(size[0]))
			d.take(7 - int(size[0])%8)
		}
		r.labels = append(r.labels, l)
	}
	if next := d.int32(); d.err == nil && next != 4 {
		d.fail(d.offset()-4, "labels without the variables that have them")
	}
	if n := d.int32(); n < 0 || int(n) > len(d.data)/4 {
		d.fail(d.offset()-4, "labels for %d variables", n)
	} else {
		r.variables = d.take(4 * int(n))
	}
	d.sets = append(d.sets, r)
}

// shortLabels gives numbers and texts of up to eight bytes their labels. A set is written out once for all variables
// whose values are written alike. A file could still ask for many times its size by sets for variables that all differ,
// so that there is an end to it.
func (d *dictionary) shortLabels(raw []rawVariable) {
	if d.err != nil {
		return
	}
	byUnit := make(map[int]int, len(raw))
	for i, v := range raw {
		byUnit[v.unit] = i
	}
	room := 1000 + len(d.data)/8
	for _, set := range d.sets {
		words := make([]string, len(set.labels))
		for i, l := range set.labels {
			words[i] = d.file.charset.text(l.label)
		}
		written := map[shape]*Labels{}
		c := &cursor{data: set.variables, base: set.offset, order: d.order}
		for c.has() {
			i, ok := byUnit[int(c.int32())-1]
			if !ok || d.file.Variables[i].Width > 8 {
				d.odd(damaged(set.offset, "labels for a variable that is not there or cannot have them"))
				continue
			}
			v := &d.file.Variables[i]
			key := shape{v.Format.forValues(), v.Width, v.Labels}
			if written[key] == nil {
				if room -= len(set.labels) + v.Labels.len(); room < 0 {
					d.fail(set.offset, "it has more labels than fit into it")
					return
				}
				written[key] = d.write(set.labels, words, v)
			}
			v.Labels = written[key]
		}
	}
}

// shape is what the texts of a variable's values depend on, and the labels that it already has.
type shape struct {
	format Format
	width  int
	before *Labels
}

func (l *Labels) len() int {
	if l == nil {
		return 0
	}
	return len(l.All)
}

func (d *dictionary) write(raw []rawLabel, words []string, v *Variable) *Labels {
	out := &Labels{}
	for i, l := range raw {
		text, x := d.file.textOf(v, l.value)
		out.add(ValueLabel{Value: text, Label: words[i], number: x})
	}
	if v.Labels != nil {
		for _, l := range v.Labels.All {
			out.add(l)
		}
	}
	out.sort()
	return out
}

// longLabels reads those of texts of more than eight bytes (subtype 21).
func (d *dictionary) longLabels(names names) {
	f := d.file
	d.eachInfo(21, func(c *cursor) {
		for c.has() {
			offset := c.offset()
			i, ok := names.find(c.counted())
			c.int32() // the width
			labels := &Labels{}
			for n := c.int32(); n > 0 && c.err == nil; n-- {
				value, label := f.charset.text(c.counted()), f.charset.text(c.counted())
				labels.add(ValueLabel{Value: strings.TrimRight(value, " "), Label: label})
			}
			switch {
			case c.err != nil:
			case !ok || !f.Variables[i].IsText():
				d.odd(damaged(offset, "labels for a variable that is not there or cannot have them"))
			case labels.len() > 0:
				f.Variables[i].Labels = labels
			}
		}
	})
}
