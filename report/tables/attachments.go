package tables

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"lysark/charts"
	"lysark/report"
	"lysark/report/locale"
	"lysark/report/output"
)

// Attachments are the figures of every chart as CSV, and the layout file as it is written. They hold what the slides
// show and what the layout's author wrote: no respondent's answers, and nothing that min_base hides. There are none
// unless the layout asks for them.
func Attachments(deck *report.Deck) []output.Attachment {
	if !deck.Attached {
		return nil
	}
	var out []output.Attachment
	for _, t := range OfCharts(deck) {
		title := report.OneLine(t.Title)
		out = append(out, output.Attachment{
			Name: t.Name + ".csv", MIME: "text/csv", Relationship: output.IsData, Data: t.csv(deck.Locale),
			Description: fmt.Sprintf(deck.Locale.Word(locale.FiguresOf), title, t.Slide),
		})
	}
	return append(out, output.Attachment{
		Name: filepath.Base(deck.Written.Name), MIME: "application/toml", Relationship: output.IsSource, Data: deck.Written.Data,
		Description: deck.Locale.Word(locale.LayoutOf),
	})
}

// csv is the table for a spreadsheet: a line per category, with what its shares are of.
func (t Table) csv(l locale.Locale) []byte {
	sheet := SpreadsheetOf(l)
	lines := make([][]string, 1+len(t.Categories))
	lines[0] = append(lines[0], t.Corner)
	for row, name := range t.Categories {
		lines[1+row] = append(lines[1+row], Harmless(plain(name)))
	}
	for _, c := range t.Columns {
		lines[0] = append(lines[0], Harmless(t.head(c)))
		for row, v := range c.Values {
			lines[1+row] = append(lines[1+row], sheet.Number(exact(v)))
		}
	}
	if bases := t.basesByRow(); bases != nil {
		lines[0] = append(lines[0], "n")
		for row, n := range bases {
			lines[1+row] = append(lines[1+row], blankZero(n))
		}
	}
	var out bytes.Buffer
	if err := sheet.Write(&out, lines); err != nil {
		panic(fmt.Sprintf("tables: a table cannot be written as CSV: %v", err)) // a buffer takes everything
	}
	return out.Bytes()
}

// head names a column of values, what they are in, and how many they are shares of where a column of its own does not.
func (t Table) head(c Column) string {
	var of []string
	if t.Percent {
		of = append(of, "%")
	}
	if c.Base > 0 && len(t.Columns) > 1 {
		of = append(of, fmt.Sprintf("n = %d", c.Base))
	}
	if len(of) == 0 {
		return plain(c.Head)
	}
	return fmt.Sprintf("%s (%s)", plain(c.Head), strings.Join(of, ", "))
}

// basesByRow are the bases where one column can hold them.
func (t Table) basesByRow() []int {
	if len(t.Columns) > 1 || t.Columns[0].Base == 0 {
		return t.Bases
	}
	out := make([]int, len(t.Categories))
	for row := range out {
		out[row] = t.Columns[0].Base
	}
	return out
}

// exact is a value with up to four decimals; nothing where it is missing or hidden.
func exact(v charts.Value) string {
	if v.Missing || v.Hidden {
		return ""
	}
	return strconv.FormatFloat(locale.Round(v.V, 4), 'f', -1, 64)
}

func blankZero(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// plain is a name without what only helps to set it: soft hyphens and spaces that do not break.
func plain(s string) string { return strings.NewReplacer("\u00ad", "", "\u00a0", " ").Replace(s) }
