package resolve

import (
	"fmt"
	"slices"
	"strings"

	"lysark/config"
	"lysark/report/figures"
	"lysark/report/locale"
	"lysark/report/template"
)

// answerAt is the answer that a text begins with, and the expression that prints it today: it is the most given one to
// a question of this slide's charts.
func (r *textResolver) answerAt(text string) (answer, expr string) {
	soft := strings.ReplaceAll(text, "\u00a0", " ")
	for _, q := range r.slideQuestions() {
		if most := figures.Ranked(q.Answers); len(most) > 0 && !r.book.Suppresses(q) &&
			strings.HasPrefix(soft, most[0].Label) {
			return most[0].Label, "top(" + figures.Literal(r.called(q)) + ")"
		}
	}
	return "", ""
}

// isAnswer tells a number that is an answer itself, such as 4 on a scale: what it is printed by today by chance is
// another thing.
func (r *textResolver) isAnswer(number string) bool {
	return slices.ContainsFunc(r.slideQuestions(), func(q figures.Tally) bool {
		return slices.Contains(q.Labels(), number)
	})
}

// replacement is an expression that prints the number today: a named figure, a variable, a figure of this slide's
// charts, or the size of a group.
func (r *textResolver) replacement(number string) string {
	want := squeezed(number)
	for _, f := range r.file.Figures {
		if v, ok := r.language.Value(f.Name.V).(template.Figure); ok {
			if e := r.writes(v, f.Name.V, want); e != "" {
				return e
			}
		}
	}
	for _, v := range r.file.Vars {
		if fmt.Sprint(v.Value.V) == want {
			return v.Name.V
		}
	}
	for _, c := range r.candidates() {
		if e := r.writes(c.figure, c.expr, want); e != "" {
			return e
		}
	}
	return ""
}

// candidate is a figure that a typed number may have been copied from.
type candidate struct {
	expr   string
	figure template.Figure
}

// candidates are the shares and bases of the questions that the slide's charts show, then the sizes of the data sets.
func (r *textResolver) candidates() []candidate {
	var out []candidate
	add := func(expr string, f template.Figure, err error) {
		if err == nil && !f.Hidden {
			out = append(out, candidate{expr, f})
		}
	}
	for _, q := range r.slideQuestions() {
		if f, err := r.book.Mean(q.Group, q.Asked.Name.V, nil); err == nil {
			add("mean("+figures.Literal(r.called(q))+")", f, nil)
		}
		for _, some := range figures.Subsets(q.Labels()) {
			f, err := r.book.Share(q.Group, q.Asked.Name.V, some, false)
			add("share("+figures.Literal(append([]string{r.called(q)}, some...)...)+")", f, err)
		}
		f, err := r.book.Count(q.Group, q.Asked.Name.V, nil)
		add("base("+figures.Literal(r.called(q))+")", f, err)
		for _, a := range q.Labels() {
			f, err := r.book.Share(q.Group, q.Asked.Name.V, []string{a}, true)
			add("share_of_all("+figures.Literal(r.called(q), a)+")", f, err)
		}
	}
	for i, d := range r.file.Data {
		argument := ""
		if i > 0 {
			argument = figures.Literal(d.Name.V)
		}
		for _, of := range []struct {
			name string
			call func(figures.Group) (template.Figure, error)
		}{
			{"respondents", r.book.Respondents}, {"response", r.book.Response}, {"population", r.book.Population},
		} {
			f, err := of.call(figures.Group{Data: d.Name.V})
			add(of.name+"("+argument+")", f, err)
		}
	}
	return out
}

// called is a question as expressions name it: with its data set when that is not the first.
func (r *textResolver) called(t figures.Tally) string {
	if t.Set.Name.V == r.file.Data[0].Name.V {
		return t.Asked.Name.V
	}
	return t.Set.Name.V + "." + t.Asked.Name.V
}

// slideQuestions are the questions that the charts of the slide being resolved show.
func (r *textResolver) slideQuestions() []figures.Tally {
	if r.number == 0 {
		return nil
	}
	var out []figures.Tally
	add := func(data, question config.Str) {
		if !question.Set {
			return
		}
		if t, ok := r.book.Counted(figures.Group{Data: data.V}, question.V); ok {
			out = append(out, t)
		}
	}
	for _, c := range r.file.Slides[r.number-1].Charts {
		add(c.Data, c.Question)
		for _, q := range c.Questions {
			add(c.Data, q.Question)
		}
		for _, s := range c.Series {
			add(s.Data, s.Question)
		}
	}
	return out
}

// writes is the expression by which the figure is printed as the number, or "" when it cannot be.
func (r *textResolver) writes(f template.Figure, expr, want string) string {
	if f.Hidden || f.Unasked || f.Unknown {
		return ""
	}
	for decimals := range 3 {
		f.Decimals = decimals
		text, err := r.language.Print(f)
		if err != nil {
			return ""
		}
		switch {
		case squeezed(text) != want:
		case f.Unit == template.Percent && decimals > 0:
			return fmt.Sprintf("pct(%s, %d)", expr, decimals)
		case decimals > 0:
			return fmt.Sprintf("num(%s, %d)", expr, decimals)
		default:
			return expr
		}
	}
	if f.Unit != template.Percent {
		return ""
	}
	for _, call := range []struct {
		of   int
		form string
	}{{figures.AnyFraction, "fraction(%s)"}, {10, "fraction(%s, 10)"}} {
		text, err := r.language.Fraction(f, call.of)
		inWords := squeezed(r.deck.Locale.Words(text))
		switch text = squeezed(text); {
		case err != nil:
		case text == want:
			return fmt.Sprintf(call.form, expr)
		case locale.Capital(text) == want:
			return "capital(" + fmt.Sprintf(call.form, expr) + ")"
		case inWords == want:
			return "words(" + fmt.Sprintf(call.form, expr) + ")"
		case locale.Capital(inWords) == want:
			return "capital(words(" + fmt.Sprintf(call.form, expr) + "))"
		}
	}
	return ""
}

// squeezed is a number without the spaces in it, for comparing.
func squeezed(s string) string { return strings.NewReplacer(" ", "", "\u00a0", "").Replace(s) }
