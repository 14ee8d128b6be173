package report

import (
	"fmt"

	"lysark/config/diag"
	"lysark/report/template"
)

// Figure is a number in the deck: what is printed, where, and what it comes from.
type Figure struct {
	Slide int      // 0: the deck's own texts
	Where string   // "headline", "bullet 2", "chart 1", "source"
	Name  string   // what it is: the expression, or a chart's series and category
	Text  string   // as printed
	Pos   diag.Pos // in the layout
	template.Figure
}

// Claim is what the author says must hold of the figures.
type Claim struct {
	Slide   int    // 0 for a named figure's
	ID      string // the slide's id, if it has one
	Figure  string // the figure's name
	Text    string
	Holds   bool
	Numbers string // what it was held against: "har is 67,7 % (65 of 96)"
	Pos     diag.Pos
}

// Allowance is what --allow calls the claim by.
func (c Claim) Allowance() string {
	switch {
	case c.Figure != "":
		return c.Figure
	case c.ID != "":
		return c.ID
	}
	return fmt.Sprint(c.Slide)
}

// AllowedBy tells whether --allow names the claim: by its figure, by its slide's number or id, or with all others.
func (c Claim) AllowedBy(name string) bool {
	return name == "all" || c.Figure != "" && name == c.Figure ||
		c.Slide > 0 && name == fmt.Sprint(c.Slide) || c.ID != "" && name == c.ID
}

// Typed is a number that the author typed into a text, where next year nobody may think of it.
type Typed struct {
	Slide   int
	Where   string
	Number  string // as typed
	Text    string // that it stands in
	Replace string // the expression that gives it today; empty when none does
	Pos     diag.Pos
}
