// Package alt tells what a chart shows, in words, for those who cannot see it.
//
// Alternative texts are made by these rules:
//   - The kind and what the chart is about come first, then its figures as the labels have them, then what is
//     highlighted, the base and the source.
//   - Up to 8 categories are told one by one, of up to 8 series, with the sum that is printed beside a bar last. Of
//     more only the shape is told.
//   - A text that grows too long names the series once instead of with every value. Then it leaves out the source,
//     which stands on the slide. It never leaves out a value of 8.
//   - Names and values are set apart by punctuation, so that a screen reader pauses between them.
package alt

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"lysark/charts"
	"lysark/report/locale"
)

const (
	toldOneByOne = 8   // categories and series that are told one by one
	longest      = 600 // letters that a text should not pass: a minute of listening
)

// Text says what a chart that has nothing wrong with it shows.
func Text(c charts.Chart, l locale.Locale) string {
	d := descriptionOf(c, l)
	var brief string
	for _, body := range d.forms() {
		brief = sentences(d.head(), body, d.middle(), d.highlighted(), d.base())
		if whole := sentences(brief, d.source()); utf8.RuneCountInString(whole) <= longest {
			return whole
		}
	}
	return brief
}

// description is an alternative text in the making.
type description struct {
	charts.Chart
	locale locale.Locale
	words  vocabulary
	labels [][]string // the values as they are told, by series and category
	sums   column     // that the chart prints; without a name when it prints none
	years  bool       // every category is a year
	listed bool       // a category has a comma of its own
}

func descriptionOf(c charts.Chart, l locale.Locale) description {
	d := description{Chart: c, locale: l, words: wordsIn(l.Tag), labels: charts.ValueLabels(c, l), years: true}
	d.sums = d.sumsTold()
	d.listed = strings.Contains(d.sums.name, ", ")
	d.Categories = slices.Clone(c.Categories)
	for i, name := range d.Categories {
		d.Categories[i] = spoken(name)
		d.years = d.years && isYear(name)
		d.listed = d.listed || strings.Contains(name, ", ")
	}
	d.Series = slices.Clone(c.Series)
	for i, s := range d.Series {
		d.Series[i].Name = spoken(s.Name)
		d.listed = d.listed || strings.Contains(s.Name, ", ")
		for j, v := range s.Values {
			switch {
			case v.Hidden:
				d.labels[i][j] = d.words.hidden
			case v.Unasked:
				d.labels[i][j] = d.words.unasked
			case v.Missing:
				d.labels[i][j] = d.words.missing
			}
		}
	}
	return d
}

// spoken is a name without what only matters in print: hyphenation points, line ends, the full stop of a statement.
// The dot of an abbreviation stays.
func spoken(name string) string {
	name = unbroken(name)
	word := name[strings.LastIndexFunc(name, unicode.IsSpace)+1:]
	const abbreviation = 4 // letters with the dot: "osv."
	if strings.Count(word, ".") == 1 && utf8.RuneCountInString(word) > abbreviation {
		name = strings.TrimSuffix(name, ".")
	}
	return name
}

func unbroken(s string) string {
	return strings.TrimSpace(strings.NewReplacer("\u00ad", "", "\n", " ").Replace(s))
}

func isYear(s string) bool {
	return len(s) == 4 && strings.Trim(s, "0123456789") == ""
}

// head is the kind and what the chart is about.
func (d description) head() string {
	kind := d.Called(d.locale)
	about := spoken(d.Title)
	if about == "" {
		about = spoken(d.About)
	}
	if about == "" {
		return kind
	}
	return kind + ": " + about
}

// forms are the figures in words, from the form that tells most clearly to the shortest.
func (d description) forms() []string {
	switch {
	case d.tellsNothing():
		return []string{d.words.nothing}
	case len(d.Categories) > toldOneByOne || len(d.Series) > toldOneByOne:
		return d.shapes()
	case len(d.Series) == 1:
		return []string{d.items(0)}
	case d.Kind.StacksSeries():
		return []string{d.byCategory(), d.inOrder()}
	}
	return []string{d.bySeries(), d.inOrder()}
}

// tellsNothing tells of a chart all of whose values are withheld.
func (d description) tellsNothing() bool {
	return !slices.ContainsFunc(d.Series, func(s charts.Series) bool {
		return slices.ContainsFunc(s.Values, func(v charts.Value) bool { return !v.Hidden })
	})
}

// items are the values of a series, each with its category.
func (d description) items(series int) string {
	told := make([]string, len(d.Categories))
	for i := range d.Categories {
		told[i] = d.item(series, i)
	}
	return d.joined(told)
}

func (d description) item(series, category int) string {
	name, value := d.Categories[category], d.labels[series][category]
	switch {
	case d.years:
		return fmt.Sprintf(d.words.inYear, value, name)
	case len(d.Series) == 1:
		return of(name, value)
	}
	return among(name, value, d.Series[series].Values[category].Missing)
}

// among puts a value after its name among others, with a colon only where the two would run together.
func among(name, value string, missing bool) string {
	if last, _ := utf8.DecodeLastRuneInString(name); missing || unicode.IsDigit(last) {
		return of(name, value)
	}
	return name + " " + value
}

// of puts a value after its name. A question needs no colon.
func of(name, value string) string {
	if strings.HasSuffix(name, "?") {
		return name + " " + value
	}
	return name + ": " + value
}

// joined sets items off by commas, or by semicolons when there are commas within.
func (d description) joined(items []string) string {
	if d.listed {
		return strings.Join(items, "; ")
	}
	return strings.Join(items, ", ")
}

// bySeries has a sentence per series: "2025: 1 dag 6 %, 2 dager 81 %".
func (d description) bySeries() string {
	var told []string
	for i, s := range d.Series {
		told = append(told, of(s.Name, d.items(i)))
	}
	return sentences(told...)
}

// byCategory has a sentence per category: "Lederen min lytter: Uenig 8 %, Enig 70 %".
func (d description) byCategory() string {
	var told []string
	for i, name := range d.Categories {
		var levels []string
		for _, c := range d.columns() {
			levels = append(levels, among(c.name, c.labels[i], c.values[i].Missing))
		}
		told = append(told, of(name, d.row(i, d.joined(levels))))
	}
	return sentences(told...)
}

// inOrder names the series once, and then has each category's values in their order.
func (d description) inOrder() string {
	var names []string
	for _, c := range d.columns() {
		names = append(names, c.name)
	}
	told := []string{fmt.Sprintf(d.words.inOrder, d.joined(names))}
	for i, name := range d.Categories {
		var values []string
		for _, c := range d.columns() {
			values = append(values, c.labels[i])
		}
		told = append(told, of(name, d.row(i, strings.Join(values, ", "))))
	}
	return sentences(told...)
}

// row is a category's values with their sum, or once that all of them are withheld or missing.
func (d description) row(category int, values string) string {
	first := d.Series[0].Values[category]
	for _, s := range d.Series {
		if v := s.Values[category]; !v.Missing || v.Hidden != first.Hidden || v.Unasked != first.Unasked {
			return values
		}
	}
	return d.labels[0][category]
}

// middle is what stands in the hole of a donut.
func (d description) middle() string {
	words := strings.TrimSpace(spoken(d.Center) + " " + spoken(d.CenterNote))
	if words == "" {
		return ""
	}
	return fmt.Sprintf(d.words.middle, words)
}

func (d description) highlighted() string {
	var names []string
	for _, name := range d.Highlight {
		names = append(names, spoken(name))
	}
	if len(names) == 0 {
		return ""
	}
	all := d.locale.List(names)
	if d.listed {
		all = d.joined(names)
	}
	return fmt.Sprintf(d.words.highlighted, all)
}

// statedBase is a source that tells how many answered: "n = 96".
var statedBase = regexp.MustCompile(`\b[nN][\s\x{a0}]*=`)

// base is how many answers the chart rests on, unless the source says so.
func (d description) base() string {
	least, most := d.Base[0], d.Base[1]
	if most == 0 || statedBase.MatchString(d.Source) {
		return ""
	}
	n := d.locale.Number(float64(most), 0)
	switch {
	case least != most:
		n = fmt.Sprintf(d.words.span, d.locale.Number(float64(least), 0), n)
	case most == 1:
		return d.words.oneAnswer
	}
	return fmt.Sprintf(d.words.base, n)
}

func (d description) source() string {
	s := unbroken(d.Source)
	name := d.locale.Word(locale.Source)
	if s == "" || strings.Contains(strings.ToLower(s), strings.ToLower(name)) {
		return s
	}
	return name + ": " + s
}

// sentences puts sentences after one another, each with a full stop where it has no mark of its own.
func sentences(parts ...string) string {
	var out []string
	for _, s := range parts {
		if s = strings.TrimSpace(s); s == "" {
			continue
		}
		if !strings.ContainsAny(s[len(s)-1:], ".?!") && !strings.HasSuffix(s, "…") {
			s += "."
		}
		out = append(out, s)
	}
	return strings.Join(out, " ")
}
