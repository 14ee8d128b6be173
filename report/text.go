package report

import (
	"fmt"
	"regexp"

	"lysark/config/diag"
)

func spacedPercent() *regexp.Regexp { return regexp.MustCompile(`(\d) ?%`) }

// checkGlyphs reports each character that the theme's faces cannot draw, once per text.
func (r *resolver) checkGlyphs(t Text) {
	if r.deck.Theme.Family.Regular == nil {
		return
	}
	seen := map[rune]bool{}
	for _, c := range t.S {
		if c == '\n' || c == '\u00ad' || seen[c] {
			continue
		}
		seen[c] = true
		if !r.drawable(c) {
			r.undrawable[t.S] = true
			r.list.Errorf(t.Pos, "missing-glyph", "take the character out, or a font that has it",
				"the font %s has no character %q (U+%04X), which is in %q%s", r.deck.Theme.Family.Regular.Name, string(c), c, diag.Shorten(t.S), r.onSlide())
		}
	}
}

// onSlide names the slide that is being resolved, if it is one.
func (r *resolver) onSlide() string {
	if r.slideNumber == 0 {
		return ""
	}
	return fmt.Sprintf(" on slide %d", r.slideNumber)
}

func (r *resolver) drawable(c rune) bool {
	f := r.deck.Theme.Family
	return f.Regular.Has(c) && f.Semibold.Has(c) && f.Bold.Has(c)
}
