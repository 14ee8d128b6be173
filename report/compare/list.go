package compare

import (
	"io"
	"slices"
	"strconv"
	"strings"

	"lysark/report/tables"
)

// Table writes the figures for a terminal that is width characters wide; 0 is as wide as it takes.
func (f Figures) Table(w io.Writer, width int) error {
	var b strings.Builder
	if len(f.All) == 0 {
		b.WriteString("the deck prints no figures\n")
	} else if aligned(&b, f.section(), width) {
		b.WriteString("\n" + wrapped(note, width) + "\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// JSON writes the figures as an array, every source with its counts.
func (f Figures) JSON(w io.Writer) error { return writeJSON(w, f.All) }

// CSV writes the figures as the spreadsheets of the deck's language read them.
func (f Figures) CSV(w io.Writer) error {
	sheet := tables.SpreadsheetOf(f.Locale)
	return sheet.Write(w, f.lines(fields(func(v float64) string { return sheet.Number(full(v)) })))
}

// lines are the names of the columns and the figures.
func (f Figures) lines(columns []field) [][]string {
	out := make([][]string, 1, 1+len(f.All))
	for _, c := range columns {
		out[0] = append(out[0], c.name)
	}
	for _, one := range f.All {
		var line []string
		for _, c := range columns {
			text := c.text(one)
			if !c.number {
				text = tables.Harmless(text)
			}
			line = append(line, text)
		}
		out = append(out, line)
	}
	return out
}

// field is a column of the list.
type field struct {
	name   string
	number bool
	rare   bool // for eyes only where there is something to tell
	text   func(Figure) string
}

// fields are the columns, with numbers that are not whole written as number does.
func fields(number func(float64) string) []field {
	real := func(v *float64) string {
		if v == nil {
			return ""
		}
		return number(*v)
	}
	return []field{
		{"slide", true, false, func(f Figure) string { return strconv.Itoa(f.Slide) }},
		{"where", false, false, func(f Figure) string { return f.Where }},
		{"name", false, false, func(f Figure) string { return f.Name }},
		{"text", false, false, func(f Figure) string { return f.Text }},
		{"value", true, false, func(f Figure) string { return real(f.Value) }},
		{"unit", false, false, func(f Figure) string { return string(f.Unit) }},
		{"count", true, false, func(f Figure) string { return whole(f.Count) }},
		{"base", true, false, func(f Figure) string { return whole(f.Base) }},
		{"weighted_count", true, true, func(f Figure) string { return real(f.WeightedCount) }},
		{"weighted_base", true, true, func(f Figure) string { return real(f.WeightedBase) }},
		{"effective_base", true, true, func(f Figure) string { return real(f.Effective) }},
		{"from", false, true, func(f Figure) string { return f.from(number) }},
		{"data", false, false, dataName},
		{"question", false, false, each(func(s Source) string { return s.Question })},
		{"column", false, false, each(func(s Source) string { return s.Column })},
		{"answers", false, false, each(func(s Source) string { return strings.Join(s.Answers, ", ") })},
		{"hidden", false, false, func(f Figure) string { return strconv.FormatBool(f.Hidden) }},
	}
}

// dataName is the data set of a figure; one that comes from no answers says so in its place.
func dataName(f Figure) string {
	if f.Typed {
		return "(by hand)"
	}
	return each(func(s Source) string { return s.Data })(f)
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
func full(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }

func whole(n *int) string {
	if n == nil {
		return ""
	}
	return strconv.Itoa(*n)
}

// section is the list as a table for eyes: values rounded, and columns that have nothing to tell left out.
func (f Figures) section() section {
	out := section{rows: make([][]cell, len(f.All))}
	for _, c := range fields(rounded) {
		told := slices.ContainsFunc(f.All, func(one Figure) bool { return c.text(one) != "" })
		if c.name == "hidden" || c.name == "column" || c.rare && !told {
			continue // the dash tells what is hidden, and the question which column it is
		}
		out.columns = append(out.columns, column{strings.ReplaceAll(c.name, "_", " "), c.number || c.name == "text"})
		for i, one := range f.All {
			text := c.text(one)
			if c.name == "slide" && one.Slide == 0 {
				text = "deck"
			}
			out.rows[i] = append(out.rows[i], cell{text: text})
		}
	}
	return out
}

// rounded has four decimals at most.
func rounded(v float64) string {
	return strings.TrimSuffix(strings.TrimRight(strconv.FormatFloat(v, 'f', 4, 64), "0"), ".")
}
