package compare

import (
	"encoding/csv"
	"io"
	"slices"
	"strconv"
	"strings"
)

// Table writes the figures for a terminal that is width characters wide; 0 is as wide as it takes.
func (f Figures) Table(w io.Writer, width int) error {
	var b strings.Builder
	if len(f) == 0 {
		b.WriteString("the deck prints no figures\n")
	} else if aligned(&b, f.section(), width) {
		b.WriteString("\n" + wrapped(note, width) + "\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// JSON writes the figures as an array, every source with its counts.
func (f Figures) JSON(w io.Writer) error { return writeJSON(w, f) }

// CSV writes the figures as RFC 4180 has it. What a figure with several sources rests on stands in one field,
// separated by "; ".
func (f Figures) CSV(w io.Writer) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	columns := fields()
	line := make([]string, len(columns))
	for i, c := range columns {
		line[i] = c.name
	}
	if err := out.Write(line); err != nil {
		return err
	}
	for _, one := range f {
		for i, c := range columns {
			line[i] = c.text(one)
			if !c.number {
				line[i] = harmless(line[i])
			}
		}
		if err := out.Write(line); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// harmless keeps a spreadsheet from taking a member's answer for a formula.
func harmless(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}

// field is a column of the list.
type field struct {
	name     string
	number   bool
	weighted bool // only worth showing where answers are weighted
	text     func(Figure) string
}

func fields() []field {
	return []field{
		{"slide", true, false, func(f Figure) string { return strconv.Itoa(f.Slide) }},
		{"where", false, false, func(f Figure) string { return f.Where }},
		{"name", false, false, func(f Figure) string { return f.Name }},
		{"text", false, false, func(f Figure) string { return f.Text }},
		{"value", true, false, func(f Figure) string { return full(f.Value) }},
		{"unit", false, false, func(f Figure) string { return string(f.Unit) }},
		{"count", true, false, each(func(s Source) string { return whole(s.Count) })},
		{"base", true, false, each(func(s Source) string { return whole(s.Base) })},
		{"weighted_count", true, true, each(func(s Source) string { return full(s.WeightedCount) })},
		{"weighted_base", true, true, each(func(s Source) string { return full(s.WeightedBase) })},
		{"effective_base", true, true, each(func(s Source) string { return full(s.Effective) })},
		{"data", false, false, each(func(s Source) string { return s.Data })},
		{"question", false, false, each(func(s Source) string { return s.Question })},
		{"column", false, false, each(func(s Source) string { return s.Column })},
		{"answers", false, false, each(func(s Source) string { return strings.Join(s.Answers, ", ") })},
		{"hidden", false, false, func(f Figure) string { return strconv.FormatBool(f.Hidden) }},
	}
}

// each tells something of every source, once where all say the same.
func each(text func(Source) string) func(Figure) string {
	return func(f Figure) string {
		var out []string
		for _, s := range f.Sources {
			out = append(out, text(s))
		}
		if len(slices.Compact(slices.Clone(out))) == 1 {
			return out[0]
		}
		return strings.Join(out, "; ")
	}
}

// full is a number with all its digits.
func full(v *float64) string {
	if v == nil {
		return ""
	}
	return strconv.FormatFloat(*v, 'g', -1, 64)
}

func whole(n *int) string {
	if n == nil {
		return ""
	}
	return strconv.Itoa(*n)
}

// section is the list as a table for eyes: values rounded, and columns that have nothing to tell left out.
func (f Figures) section() section {
	weighted := slices.ContainsFunc(f, func(one Figure) bool {
		return slices.ContainsFunc(one.Sources, func(s Source) bool { return s.Weighted })
	})
	out := section{rows: make([][]cell, len(f))}
	for _, c := range fields() {
		if c.name == "hidden" || c.name == "column" || c.weighted && !weighted {
			continue // the dash tells what is hidden, and the question which column it is
		}
		out.columns = append(out.columns, column{strings.ReplaceAll(c.name, "_", " "), c.number || c.name == "text"})
		for i, one := range f {
			out.rows[i] = append(out.rows[i], cell{text: c.seen(one)})
		}
	}
	return out
}

// seen is a field as it is read by people.
func (c field) seen(f Figure) string {
	switch {
	case c.name == "slide" && f.Slide == 0:
		return "deck"
	case c.name == "value" && f.Value != nil:
		return rounded(*f.Value)
	case c.weighted:
		return each(func(s Source) string { return c.roundedSource(s) })(f)
	}
	return c.text(f)
}

func (c field) roundedSource(s Source) string {
	text := c.text(Figure{Sources: []Source{s}})
	if v, err := strconv.ParseFloat(text, 64); err == nil {
		return rounded(v)
	}
	return text
}

// rounded has four decimals at most.
func rounded(v float64) string {
	return strings.TrimSuffix(strings.TrimRight(strconv.FormatFloat(v, 'f', 4, 64), "0"), ".")
}
