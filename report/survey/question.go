package survey

import (
	"slices"
	"strings"

	"lysark/config/diag"
	"lysark/report/survey/cells"
	"lysark/report/survey/letters"
)

// Question is a column, or several, under a short name.
type Question struct {
	Name     string   // by which the layout calls it; empty for a column that it does not name
	Column   string   // the heading, as the layout writes it; of several columns what messages call them
	Columns  []string // instead, of a question with a column for each option: headings, or patterns such as "Q5 [*]"
	Base     Base     // of such a question
	Multiple string   // separator between several answers in one cell; empty for one answer
	Answers  []string // the answers there may be, in the order they are shown; empty for those there are
	Labels   []Label  // what answers are called, beside what the file itself says of its codes
	Missing  []string // what stands where nobody answered; see Found
	Found    bool     // what stands where nobody answered is found out: Missing is empty
	Numbers  []Number // what answers count for in a mean; empty for those that are numbers
	Pos      diag.Pos // in the layout
}

// Label is what people read of an answer; of a question with a column for each option, Code is the heading of one, or
// what the star of a pattern stands for.
type Label = cells.Label

// Number is what an answer counts for in a mean.
type Number struct {
	Answer string
	Value  float64
}

// Base says who answered a question that has a column for each option.
type Base int

// A tool that writes nothing where an option was not ticked does not tell who was not asked.
const (
	Answered  Base = iota // who filled in any of the columns, if only with "No"
	Ticked                // who ticked any
	Everybody             // every respondent
)

// Has tells whether the file has a column for the question.
func (t *Table) Has(q Question) bool {
	if len(q.Columns) == 0 {
		_, ok := t.Column(q.Column)
		return ok || len(sharing(t, q.Column)) > 0
	}
	return slices.ContainsFunc(q.Columns, func(c string) bool { return len(t.matching(c)) > 0 })
}

// column is where the answers to the question stand; false, and told, when there is none.
func (t *Table) column(q Question, list *diag.List) (asked, bool) {
	if len(q.Columns) > 0 {
		return t.joined(q, list)
	}
	column, ok := t.Column(q.Column)
	if q.Columns = sharing(t, q.Column); !ok && len(q.Columns) > 0 {
		return t.joined(q, list) // one question, as the file itself says
	}
	if !ok {
		tellNoColumn(t, list, q.Pos, q.Column, "")
		return asked{}, false
	}
	c := t.Columns[column]
	a := asked{column: column, labels: labels(c.Labels).with(q.Labels), multiple: q.Multiple != "", heading: q.Column}
	if c.Label != c.Name {
		a.heading = c.Label
	}
	return a, true
}

// asked is the column of a question, or the one that was made of several.
type asked struct {
	column   int // of the dictionaries
	heading  string
	labels   labels
	multiple bool     // a respondent may give several answers
	offered  []string // the options of a question that has a column for each, whoever chose them
}

// matched is a column that a heading or a pattern of the layout means.
type matched struct {
	column int
	star   string     // what the star of the pattern stands for; empty for a heading
	set    *cells.Set // that the file declares, and the layout names
}

// matching are the columns of a heading, of a set that the file declares, or of a pattern: a heading with one star.
func (t *Table) matching(pattern string) []matched {
	for i, s := range t.cells.Sets {
		if s.Name == letters.Tidy(pattern) {
			return matchedBy(&t.cells.Sets[i])
		}
	}
	if i, ok := t.Column(pattern); ok {
		return []matched{{column: i}}
	}
	before, after, isPattern := strings.Cut(letters.Tidy(pattern), "*")
	if !isPattern {
		return nil
	}
	var out []matched
	for i, c := range t.Columns {
		star, ok := within(c.Name, before, after)
		if star = strings.Trim(star, " /:_-."); ok && star != "" {
			out = append(out, matched{column: i, star: star})
		}
	}
	return slices.DeleteFunc(out, func(m matched) bool { return isCompanion(m, out) })
}

// matchedBy are the columns of a set.
func matchedBy(s *cells.Set) (out []matched) {
	for i, c := range s.Columns {
		m := matched{column: c, set: s}
		if s.Options != nil {
			m.star = s.Options[i]
		}
		out = append(out, m)
	}
	return out
}

// within is what stands between two texts.
func within(s, before, after string) (string, bool) {
	s, begins := strings.CutPrefix(s, before)
	s, ends := strings.CutSuffix(s, after)
	return letters.Tidy(s), begins && ends
}

// isCompanion tells a column of texts that were written beside an option, as tools name them after it: "4_TEXT" beside
// "4", "other][comment" beside "other".
func isCompanion(m matched, all []matched) bool {
	return slices.ContainsFunc(all, func(option matched) bool {
		rest, longer := strings.CutPrefix(m.star, option.star)
		if !longer || rest == "" {
			return false
		}
		rest = strings.ToLower(strings.Trim(rest, " _-./:[]()"))
		return slices.Contains([]string{"text", "comment", "other", "tekst", "kommentar"}, rest)
	})
}
