package compare

import (
	"fmt"
	"strconv"
	"strings"
)

func (r Report) dataSection() section {
	out := section{
		id: "data", title: "Answers and columns that came or went", none: "The same columns and the same answers.",
		note:    "An answer in a column that no question names is named when at least five gave it, and counted otherwise.",
		columns: []column{{"Data set", false}, {"What", false}, {"Column", false}, {"Came", false}, {"Gone", false}},
	}
	for _, d := range r.Data {
		row := func(what, column, came, gone string) {
			out.rows = append(out.rows,
				[]cell{{text: d.Name}, {text: what}, {text: column, deck: true}, {text: came, deck: true},
					{text: gone, deck: true}})
		}
		if d.OldName != "" {
			row("data set", "", d.Name, d.OldName)
		}
		switch d.Only {
		case "new":
			row("data set", "", "came", "")
		case "old":
			row("data set", "", "", "gone")
		}
		for _, c := range d.ColumnsCame {
			row("column", c, "came", "")
		}
		for _, c := range d.ColumnsGone {
			row("column", c, "", "gone")
		}
		for _, q := range d.Questions {
			q.rows(row)
		}
	}
	return out
}

// rows writes what changed of a question.
func (q Question) rows(row func(what, column, came, gone string)) {
	what := "answers"
	if q.Name != "" {
		what = "answers to " + q.Name
	}
	if q.OldColumn != "" {
		row("column of "+q.Name, "", q.Column, q.OldColumn)
	}
	switch {
	case q.TooFew:
		row(what, q.Column, "too few answered to tell", "")
	case q.Various:
		row(what, q.Column, "not compared: nearly everybody answers something else", "")
	case len(q.Came)+len(q.Gone)+q.OtherCame+q.OtherGone > 0:
		row(what, q.Column, listing(q.Came, q.OtherCame), listing(q.Gone, q.OtherGone))
	}
}

// listing names answers and counts those that are not named.
func listing(named []string, others int) string {
	var out []string
	for _, a := range named {
		out = append(out, "“"+a+"”")
	}
	switch {
	case others > 0 && len(named) > 0:
		out = append(out, plural(others, "other", "others"))
	case others > 0:
		out = append(out, plural(others, "answer", "answers"))
	}
	return strings.Join(out, ", ")
}

func (r Report) claimsSection() section {
	out := section{
		id: "claims", title: "Claims that do not hold", none: "No claim of the layout fails.",
		columns: []column{{"Where", false}, {"Claim", false}, {"With the new answers", false}, {"With the old answers", false}, {"Place", false}},
	}
	for _, c := range r.Claims {
		where := fmt.Sprintf("slide %d", c.Slide)
		if c.Figure != "" {
			where = "figure " + c.Figure
		}
		now := "it could not be worked out"
		if c.Worked {
			now = c.Now
		}
		before := "it " + c.Before
		if c.Then != "" {
			before += ": " + c.Then
		}
		out.rows = append(out.rows,
			[]cell{{text: where}, {text: c.Text, deck: true}, {text: now, strong: true}, {text: before},
				{text: c.Place}})
	}
	return out
}

func (r Report) typedSection() section {
	out := section{
		id: "typed", title: "Numbers that are typed", none: "No sentence has a typed number.",
		note:    "These stay as they are when the answers change.",
		columns: []column{{"Slide", true}, {"Where", false}, {"Number", true}, {"Sentence", false}, {"Write instead", false}, {"Prints now", true}, {"State", false}, {"Place", false}},
	}
	for _, t := range r.Typed {
		instead := ""
		if t.Replace != "" {
			instead = "{" + t.Replace + "}"
		}
		out.rows = append(out.rows, []cell{
			{text: slideName(t.Slide, t.Slide)}, {text: t.Where}, {text: t.Number, deck: true},
			{text: t.Text, deck: true}, {text: instead, deck: true},
			{text: t.Now, deck: true}, {text: t.State, strong: t.State == outdated}, {text: t.Place},
		})
	}
	return out
}

func (r Report) problemsSection() section {
	out := section{
		id: "problems", title: "Other problems", none: "Nothing else is wrong.",
		columns: []column{{"Deck", false}, {"Slide", true}, {"Place", false}, {"Problem", false}, {"What to do", false}, {"Rule", false}},
	}
	for _, p := range r.Problems {
		slide := ""
		if p.Slide > 0 {
			slide = strconv.Itoa(p.Slide)
		}
		out.rows = append(out.rows, []cell{
			{text: p.Side}, {text: slide}, {text: p.Pos.String()}, {text: fmt.Sprintf("%s: %s", p.Severity, p.Message)},
			{text: p.Hint}, {text: p.Rule.String()},
		})
	}
	return out
}
