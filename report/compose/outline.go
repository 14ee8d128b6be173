package compose

import (
	"fmt"

	"lysark/report"
	"lysark/report/locale"
	"lysark/report/scene"
)

// outline is the slide's entry in the document's outline: its headline, below that of the section it belongs to.
func (c *composer) outline(s report.Slide) scene.Outline {
	title := report.OneLine(s.Headline.S)
	if title == "" {
		title = fmt.Sprintf(c.deck.Locale.Word(locale.Slide), s.Number)
	}
	return scene.Outline{Title: title, Level: c.level(s)}
}

// level is 2 for a slide after a section slide. One that is left out has no entry that others could be below, and a
// title slide belongs to no section.
func (c *composer) level(s report.Slide) int {
	if s.Layout == report.SectionLayout || s.Layout == report.TitleLayout {
		return 1
	}
	level := 1
	for _, before := range c.deck.Slides {
		switch {
		case before.Number == s.Number:
			return level
		case before.Layout == report.SectionLayout && !before.Out:
			level = 2
		case before.Layout == report.SectionLayout || before.Layout == report.TitleLayout:
			level = 1
		}
	}
	return 1
}
