package figures

import (
	"cmp"
	"fmt"
	"slices"

	"lysark/config"
	"lysark/config/diag"
	"lysark/report/survey"
	"lysark/report/template"
)

// Book keeps the counts of a deck's answers, each worked out once.
type Book struct {
	sets      []config.Data
	tables    map[string]*survey.Table // by data set
	threshold int                      // fewer respondents than this are not shown; 0 shows all

	parts     map[Group]*survey.Table
	tallies   map[tallyKey]Tally
	secondary map[string][]string // by question: data sets that would tell of a group below the threshold
	told      diag.List
	offers    offers
	once      map[diag.Diagnostic]bool // told, and not to be told again
}

// tallyKey is what a tally is of.
type tallyKey struct {
	Group
	question string
}

// New is the book of the layout's data sets, by whose min_base it suppresses. tables are their answers by name; of a
// set whose file could not be read there is none.
func New(file *config.File, tables map[string]*survey.Table) *Book {
	b := &Book{
		sets: file.Data, tables: tables, threshold: file.Deck.MinBase.V,
		parts: map[Group]*survey.Table{}, tallies: map[tallyKey]Tally{}, secondary: map[string][]string{},
		once: map[diag.Diagnostic]bool{},
	}
	b.offers = offers{b, map[tallyKey]bool{}}
	return b
}

// Told is what has been found wrong with the answers since it was last asked for. A question's is found when it is
// first counted.
func (b *Book) Told() diag.List {
	told := b.told
	b.told = nil
	return told
}

// tellOnce tells what is found anew each time that somebody asks.
func (b *Book) tellOnce(list diag.List) {
	for _, d := range list {
		if !b.once[d] {
			b.once[d] = true
			b.told.Add(diag.List{d})
		}
	}
}

// Tally is the count of the answers to a question, with what the layout says of both.
type Tally struct {
	survey.Tally
	Group
	Set   config.Data
	Asked config.Question

	table *survey.Table
	ok    bool
}

// Tally counts the answers that a group gave to a question, by the question's short name. An error is a
// *template.ArgError, or template.ErrReported for what is told elsewhere.
func (b *Book) Tally(g Group, question string) (Tally, error) {
	d, table, err := b.table(g)
	if err != nil {
		return Tally{}, err
	}
	q, ok := b.declared(d, question)
	if !ok {
		return Tally{}, &template.ArgError{
			Rule: diag.UnknownQuestion, Hint: b.questionHint(d, question),
			Text: fmt.Sprintf("the data set %q has no question %q", d.Name.V, question),
		}
	}
	t := b.count(Group{d.Name.V, g.Where}, d, table, q)
	if !t.ok {
		return Tally{}, template.ErrReported
	}
	return t, nil
}

// Counted is the tally of a question that has been counted before; false when it has not, or could not be.
func (b *Book) Counted(g Group, question string) (Tally, bool) {
	if g.Data == "" && len(b.sets) > 0 {
		g.Data = b.sets[0].Name.V
	}
	t := b.tallies[tallyKey{g, question}]
	return t, t.ok
}

// count counts a question of a group once.
func (b *Book) count(g Group, d config.Data, table *survey.Table, q config.Question) Tally {
	key := tallyKey{g, q.Name.V}
	if t, done := b.tallies[key]; done {
		return t
	}
	tally, list := table.Tally(Asked(d, q))
	b.told.Add(b.discreet(tally, list))
	t := Tally{Tally: tally, Group: g, Set: d, Asked: q, table: table, ok: !list.HasErrors()}
	b.tallies[key] = t
	return t
}

// discreet leaves the answers of a small group out of what is wrong with them.
func (b *Book) discreet(t survey.Tally, list diag.List) diag.List {
	if t.PositivelyWeighted >= b.threshold {
		return list
	}
	spelled := func(d diag.Diagnostic) bool { return d.Rule == diag.AnswerVariants }
	out := slices.DeleteFunc(slices.Clone(list), spelled)
	for i, d := range out {
		if d.Rule == diag.UnknownAnswer {
			out[i].Hint = "look at it in the file"
			out[i].Message = fmt.Sprintf("an answer to %q is not among those that the layout lists", t.Question.Column)
		}
	}
	return out
}

// declared is a question of a data set, or else of another one, when its column is in this one's file, too: an
// earlier year need not declare again what has stayed the same.
func (b *Book) declared(d config.Data, name string) (config.Question, bool) {
	for _, q := range d.Questions {
		if q.Name.V == name {
			return q, true
		}
	}
	for _, other := range b.sets {
		for _, q := range other.Questions {
			if q.Name.V == name && b.tables[d.Name.V].Has(Asked(d, q)) {
				return q, true
			}
		}
	}
	return config.Question{}, false
}

func (b *Book) questionHint(d config.Data, name string) string {
	var names []string
	for _, q := range d.Questions {
		names = append(names, q.Name.V)
	}
	return cmp.Or(diag.DidYouMean(name, names), "name it under [data."+d.Name.V+".questions]")
}

// Answer is one answer's count; nothing for an answer that nobody gave.
func (t Tally) Answer(name string) survey.Answer {
	one, _ := t.Tally.Answer(name)
	return one
}

// Source is what a figure of all who answered the question rests on.
func (t Tally) Source() template.Source {
	return template.Source{
		Data: t.Set.Name.V, Where: t.Where.String(), Multiple: t.MultipleResponse,
		Question: t.Asked.Name.V, Column: t.Asked.Column.V,
		Count: t.Base, Base: t.Base, Weighted: t.Weighted,
		WeightedSum: t.WeightedBase, WeightedOf: t.WeightedBase, Effective: t.Effective,
		Respondents: t.Respondents, Population: t.Set.Population.V,
	}
}

// InText is what an answer is called within a sentence; false when the layout does not say.
func (t Tally) InText(label string) (string, bool) {
	for _, p := range t.Asked.InText {
		if one, given := t.Tally.Answer(p.Key.V); given && one.Label == label {
			return p.Value.V, true
		}
	}
	return "", false
}
