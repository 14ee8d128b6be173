package compare

import (
	"math"
	"strings"

	"lysark/report"
	"lysark/report/locale"
	"lysark/report/template"
)

// Figure is a number of the deck as it may be told. Of one that is not shown, nothing but its place is.
type Figure struct {
	Slide   int           `json:"slide"` // 0: the deck's own texts
	Where   string        `json:"where"`
	Name    string        `json:"name"` // the expression, or a chart's series and category
	Text    string        `json:"text"` // as printed
	Value   *float64      `json:"value"`
	Unit    template.Unit `json:"unit"`
	Counts                // only of a figure that is their share and nothing reckoned from it
	Hidden  bool          `json:"hidden"`
	Unasked bool          `json:"not_asked,omitempty"` // its answers were not on offer there
	Typed   bool          `json:"by_hand"`             // it comes from no answers: a variable, or typed
	Sources []Source      `json:"sources"`
}

// Source is what a figure rests on.
type Source struct {
	Data     string   `json:"data"`
	Question string   `json:"question,omitempty"`
	Column   string   `json:"column,omitempty"`
	Answers  []string `json:"answers,omitempty"`
	Counts
	Weighted bool `json:"weighted"`
}

// Counts are how many gave an answer, of how many. They are absent where they would tell of a small group.
type Counts struct {
	Count         *int     `json:"count,omitempty"`
	Base          *int     `json:"base,omitempty"`
	WeightedCount *float64 `json:"weighted_count,omitempty"` // these three only with weights
	WeightedBase  *float64 `json:"weighted_base,omitempty"`
	Effective     *float64 `json:"effective_base,omitempty"`
}

// Figures are the numbers of a deck, in the order of the slides.
type Figures struct {
	All    []Figure
	Locale locale.Locale // of the deck, which CSV is written for
}

// List is every number that the deck prints.
func List(deck *report.Deck) Figures {
	out := Figures{[]Figure{}, deck.Locale}
	for _, f := range printed(deck) {
		out.All = append(out.All, shown(f, deck.Locale))
	}
	return out
}

// origined is a figure of the model with where it comes from, under names that both decks know it by.
type origined struct {
	report.Figure
	origin string
}

// known are the printed figures under the names that the other deck gives their data sets and questions.
func (s Side) known(names renaming) []origined {
	var out []origined
	for _, f := range printed(s.Deck) {
		out = append(out, origined{f, names.origin(f.Figure)})
	}
	return out
}

// printed are the figures that could be worked out. What is wrong with the others is a problem of the layout.
func printed(deck *report.Deck) []report.Figure {
	const unfilled = "…" // what stands for them in the text
	var out []report.Figure
	for _, f := range deck.Figures {
		if !f.Unknown && f.Text != unfilled {
			out = append(out, f)
		}
	}
	return out
}

// shown is the one door through which a figure of the model gets out: what is hidden stays behind.
func shown(f report.Figure, l locale.Locale) Figure {
	out := Figure{Slide: f.Slide, Where: f.Where, Name: f.Name, Text: f.Text, Unit: f.Unit, Hidden: f.Hidden,
		Unasked: f.Unasked, Sources: []Source{}}
	hidden := f.Hidden || f.Unasked
	if hidden {
		out.Text = template.Dash
	} else if tellsValue(f, l) {
		out.Value = finite(f.Value)
	}
	for _, s := range f.Sources {
		out.Sources = append(out.Sources, told(s, hidden))
	}
	if _, simple := f.Share(); simple && !hidden {
		out.Counts = out.Sources[0].Counts
	}
	out.Typed = len(f.Sources) == 0 && !hidden
	return out
}

func told(s template.Source, hidden bool) Source {
	out := Source{Data: s.Data, Question: s.Question, Column: s.Column, Answers: s.Answers, Weighted: s.Weighted}
	if hidden {
		return out
	}
	out.Count, out.Base = &s.Count, &s.Base
	if s.Weighted {
		out.WeightedCount, out.WeightedBase = finite(s.WeightedSum), finite(s.WeightedOf)
		out.Effective = finite(s.Effective)
	}
	return out
}

// tellsValue tells figures from texts that rest on several: "opp 5 prosentpoeng" rests on two shares and is neither.
func tellsValue(f report.Figure, l locale.Locale) bool {
	return len(f.Sources) <= 1 || printsValue(f, l)
}

// printsValue tells whether the text holds the figure's own number.
func printsValue(f report.Figure, l locale.Locale) bool {
	number := l.Number(math.Abs(f.Value), f.Decimals)
	if f.Unit == template.Percent || f.Bare {
		number = l.Share(math.Abs(f.Value), f.Decimals)
	}
	return isChart(f) || strings.Contains(strings.ToLower(f.Text), number)
}

func isChart(f report.Figure) bool {
	number, found := strings.CutPrefix(f.Where, "chart ")
	return found && !strings.Contains(number, " ") // "chart 1 title" is a text
}

// finite is a number that JSON can hold, or nothing.
func finite(v float64) *float64 {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return nil
	}
	return &v
}
