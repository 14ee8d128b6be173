package compare

import (
	"fmt"

	"lysark/config"
	"lysark/config/diag"
	"lysark/report"
)

// Claim is a claim that does not hold of the new answers.
type Claim struct {
	Slide  int    `json:"slide"` // 0 for a named figure's
	Figure string `json:"figure,omitempty"`
	Text   string `json:"text"`
	Before string `json:"before"`      // "held", "did not hold", "could not be worked out" or "was not claimed"
	Then   string `json:"old_numbers"` // what it was held against; empty when there is nothing to tell
	Now    string `json:"new_numbers"`
	Worked bool   `json:"worked_out"` // with the new answers
	Place  string `json:"place"`
}

// claims are those of the new layout that do not hold, or that the new answers no longer let be worked out.
func claims(old, new Side, slides pairing) []Claim {
	held := map[string]report.Claim{}
	for _, c := range old.Deck.Claims {
		held[claimKey(c.Figure, c.Text, c.Slide)] = c
	}
	written := map[string]bool{}
	for _, c := range old.written() {
		written[claimKey(c.Figure, c.Text, c.Slide)] = true
	}
	now := map[diag.Pos]report.Claim{}
	for _, c := range new.Deck.Claims {
		now[c.Pos] = c
	}
	out := []Claim{}
	for _, c := range new.written() {
		result, worked := now[c.Pos]
		if worked && result.Holds {
			continue
		}
		one := Claim{Slide: c.Slide, Figure: c.Figure, Text: c.Text, Now: result.Numbers, Worked: worked,
			Place: c.Pos.String()}
		key := claimKey(c.Figure, c.Text, slides.oldOf[c.Slide])
		before, known := held[key]
		switch {
		case known && before.Holds:
			one.Before = "held"
		case known:
			one.Before = "did not hold"
		case written[key]:
			one.Before = "could not be worked out"
		default:
			one.Before = "was not claimed"
		}
		one.Then = before.Numbers
		out = append(out, one)
	}
	return out
}

func claimKey(figure, text string, slide int) string {
	return fmt.Sprintf("%s\x00%s\x00%d", figure, text, slide)
}

// written are the claims of the layout, whether they could be worked out or not.
func (s Side) written() []report.Claim {
	var out []report.Claim
	add := func(c report.Claim, expect []config.Str) {
		for _, e := range expect {
			c.Text, c.Pos = e.V, e.Pos
			out = append(out, c)
		}
	}
	for _, f := range s.File.Figures {
		add(report.Claim{Figure: f.Name.V}, f.Expect)
	}
	for i, slide := range s.File.Slides {
		add(report.Claim{Slide: i + 1, ID: slide.ID.V}, slide.Expect)
	}
	return out
}

// Typed is a number in a sentence that stays as it is typed.
type Typed struct {
	Slide   int    `json:"slide"`
	Where   string `json:"where"`
	Number  string `json:"number"`
	Text    string `json:"text"`
	Replace string `json:"replace,omitempty"` // the expression that printed the number with the old answers, or does with the new ones
	Now     string `json:"now,omitempty"`     // what the expression prints now, where the deck prints it
	State   string `json:"state"`
	Place   string `json:"place"`
}

// What became of a typed number.
const (
	stays    = "the answers still give it"
	outdated = "the answers gave it, and no longer do"
	fresh    = "the new answers give it"
	loose    = "no expression gives it"
)

// typed are the typed numbers of the new deck. What a number was typed for shows in the old answers.
func typed(old, new Side, slides pairing) []Typed {
	before := map[string][]report.Typed{}
	for _, t := range old.Deck.Typed {
		key := typedKey(t, t.Slide)
		before[key] = append(before[key], t)
	}
	out := []Typed{}
	for _, t := range new.Deck.Typed {
		one := Typed{Slide: t.Slide, Where: t.Where, Number: t.Number, Text: t.Text, Replace: t.Replace, State: loose,
			Place: t.Pos.String()}
		key := typedKey(t, slides.oldOf[t.Slide])
		var was report.Typed
		if queue := before[key]; len(queue) > 0 {
			was, before[key] = queue[0], queue[1:]
		}
		switch {
		case was.Replace != "" && was.Replace == t.Replace:
			one.State = stays
		case was.Replace != "":
			one.State, one.Replace = outdated, was.Replace
		case t.Replace != "":
			one.State = fresh
		}
		one.Now = new.prints(one.Replace)
		out = append(out, one)
	}
	return out
}

// typedKey: a sentence may stand in another place of the slide now.
func typedKey(t report.Typed, slide int) string {
	return fmt.Sprintf("%d\x00%s\x00%s\x00%s", slide, kind(t.Where), t.Number, t.Text)
}

// prints is what an expression prints in the deck, if it stands there.
func (s Side) prints(expr string) string {
	for _, f := range printed(s.Deck) {
		if expr != "" && f.Name == expr && !isChart(f) {
			return shown(f, s.Deck.Locale).Text
		}
	}
	return ""
}
