package resolve

import (
	"fmt"
	"strconv"
	"strings"

	"lysark/config"
	"lysark/config/diag"
	"lysark/report/figures"
)

// contracts checks what the layout says of its data: every question it names is there, its answers are those that
// are listed, enough respondents answered, and the shares add up to what they should.
func (r *resolver) contracts() {
	r.checkPrevious()
	r.checkTwice()
	for _, d := range r.file.Data {
		if r.book.Table(d.Name.V) == nil {
			continue // reported by whoever read it
		}
		r.checkPopulation(d)
		r.checkNames(d)
		for _, q := range d.Questions {
			t, err := r.book.Tally(figures.Group{Data: d.Name.V}, q.Name.V)
			r.list.Add(r.book.Told())
			if err != nil {
				continue
			}
			r.checkInText(t)
			r.checkVanished(d, q, t)
			r.checkBase(q, t)
			r.checkSum(q, t)
		}
	}
}

// checkTwice warns of two data sets that hold the same answers: next year's file may have been saved over both.
func (r *resolver) checkTwice() {
	for i, d := range r.file.Data {
		for _, other := range r.file.Data[:i] {
			a, b := r.book.Table(d.Name.V), r.book.Table(other.Name.V)
			if a != nil && b != nil && a.Same(b) {
				r.list.Warnf(d.File.Pos, diag.SameYear, "name another file",
					"the data sets %q and %q hold the same answers", other.Name.V, d.Name.V)
			}
		}
	}
}

// checkNames reports questions that cannot be told from those of another data set, such as "earlier.mood".
func (r *resolver) checkNames(d config.Data) {
	for _, q := range d.Questions {
		if before, _, dotted := strings.Cut(q.Name.V, "."); dotted && r.book.HasData(before) {
			r.list.Errorf(q.Name.Pos, diag.BadValue, "choose a name without the dot",
				"expressions take %q for a question of the data set %q", q.Name.V, before)
		}
	}
}

func (r *resolver) checkPopulation(d config.Data) {
	table := r.book.Table(d.Name.V)
	if d.Population.Set && table.Len() > d.Population.V {
		r.list.Errorf(d.Population.Pos, diag.Contract, "correct the number of those who were asked",
			"%d were asked, but %s holds %d respondents", d.Population.V, table.File, table.Len())
	}
}

// checkVanished warns of listed answers that nobody gave: the questionnaire may have another word for them now. An
// answer that is new is an error already. The steps of a scale are numbers, and any of them may go unused.
func (r *resolver) checkVanished(d config.Data, q config.Question, t figures.Tally) {
	var gone, given []string
	if r.file.Deck.MinBase.V > t.PositivelyWeighted {
		return // it would tell what the few answered
	}
	isScale := true
	for _, a := range t.Answers {
		if a.Count > 0 {
			given = append(given, a.Label)
			continue
		}
		gone = append(gone, a.Label)
		_, err := strconv.Atoi(a.Code)
		isScale = isScale && err == nil
	}
	if len(q.Answers) > 0 && len(gone) > 0 && len(given) > 0 && !isScale {
		r.list.Warnf(q.Answers[0].Pos, diag.VanishedAnswer, "take it off the list if the survey no longer offers it",
			"nobody in %s answered %s to %q; given were %s", r.book.Table(d.Name.V).File, quoted(gone,
				"or"), q.Column.V, quoted(given, "and"))
	}
}

func (r *resolver) checkBase(q config.Question, t figures.Tally) {
	if q.MinBase.Set && t.Base < q.MinBase.V {
		r.list.Errorf(q.MinBase.Pos, diag.Contract, "take the figures of this question out, or lower its min_base",
			"%d answered %q, and at least %d have to", t.Base, q.Column.V, q.MinBase.V)
	}
}

// checkSum holds the sum of the shares against the layout's. Where one respondent gives one answer it is 100.
func (r *resolver) checkSum(q config.Question, t figures.Tally) {
	if !q.Sum.Set {
		return
	}
	sum := 0.0
	for _, a := range t.Answers {
		share, _ := t.ShareOf(a)
		sum += share
	}
	if sum >= q.Sum.V.Least && sum <= q.Sum.V.Most {
		return
	}
	told := r.deck.Locale.Percent(sum, 1)
	if t.PositivelyWeighted < r.file.Deck.MinBase.V {
		told = "something else"
	}
	r.list.Errorf(q.Sum.Pos, diag.Contract, "look at the answers in the file, or correct the sum",
		"the shares of %q add up to %s, and should to %s", q.Column.V, told, r.spanned(q.Sum.V))
}

func (r *resolver) spanned(s config.Span) string {
	if s.Least == s.Most {
		return r.deck.Locale.Percent(s.Least, 0)
	}
	return fmt.Sprintf("%s to %s", r.deck.Locale.Percent(s.Least, 0), r.deck.Locale.Percent(s.Most, 0))
}

// quoted writes answers in a message.
func quoted(answers []string, last string) string {
	var out []string
	for _, a := range answers {
		out = append(out, fmt.Sprintf("%q", a))
	}
	return enumerated(out, last)
}

// checkInText reports the words for answers that there are not, and numbers in the words that are none of the answer's.
func (r *resolver) checkInText(a figures.Tally) {
	for _, p := range a.Asked.InText {
		if _, given := a.Count(p.Key.V); !given {
			r.list.Errorf(p.Key.Pos, diag.UnknownAnswer, diag.DidYouMean(p.Key.V, r.book.Tellable(a)),
				"nobody answered %q to %q", p.Key.V, a.Asked.Column.V)
		}
		for _, span := range r.numbersIn(p.Value.V) {
			if number := p.Value.V[span[0]:span[1]]; !strings.Contains(p.Key.V, number) {
				r.list.Warnf(p.Value.Pos, diag.TypedNumber, "call the answer by words",
					"%q is typed, and stays when the answers change", number)
			}
		}
	}
}
