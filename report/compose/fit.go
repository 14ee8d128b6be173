package compose

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"unicode/utf8"

	"lysark/config/diag"
	"lysark/report"
)

// Choosing sizes:
//   - Each box has a ladder of sizes; the first at which its text fits is taken, the last is the floor.
//   - Text that does not fit the floor is an error that says by how much. Nothing is cut.
//   - Running text has one size for the whole deck, so that equal things look equal: the largest that at least
//     four of five slides fit. A slide that needs a smaller one gets it.

// sizes are the steps of the ladders that slides share.
type sizes struct{ body int }

// attempt is a text set at one size.
type attempt struct {
	tall, wide float64 // how much too tall and too wide it is, in points; 0 when it fits
	lead       float64
}

func (a attempt) fits() bool { return a.tall <= 0 && a.wide <= 0 }

// fit is the first step of the ladder, not before from, at which the text fits. When none does, ok is false
// and the step is the floor's.
func fit(ladder []float64, from int, try func(size float64) attempt) (step int, last attempt, ok bool) {
	for step = min(from, len(ladder)-1); step < len(ladder); step++ {
		if last = try(ladder[step]); last.fits() {
			return step, last, true
		}
	}
	return len(ladder) - 1, last, false
}

// tooLong reports a text that does not fit at the floor. chars is the number of characters it has now.
func (p *page) tooLong(what string, pos diag.Pos, floor float64, a attempt, chars int, room float64) {
	if a.wide > 0 {
		p.list.Errorf(pos, diag.Overflow, "shorten the word, or put a soft hyphen (U+00AD) where it may break",
			"%s has a word that is %s pt too wide at %s pt, the smallest size", what, points(a.wide), points(floor))
		return
	}
	lines := int(math.Ceil(a.tall / a.lead))
	keep := max(int(float64(chars)*room/(room+a.tall)), 1)
	p.list.Errorf(pos, diag.Overflow,
		fmt.Sprintf("shorten it to about %d characters (it has %d), or split the slide", keep, chars),
		"%s is %s too long at %s pt, the smallest size (%s pt)", what, plural(lines,
			"line"), points(floor), points(a.tall))
}

func points(v float64) string { return strconv.FormatFloat(math.Ceil(v*10)/10, 'f', -1, 64) }

func plural(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}

func characters(texts ...report.Text) int {
	n := 0
	for _, t := range texts {
		n += utf8.RuneCountInString(t.S)
	}
	return n
}

// chooseSizes sets the steps that all slides share.
func (c *composer) chooseSizes() {
	var bodies []int
	for _, s := range c.deck.Slides {
		box, ok := proseBox(s)
		if !ok || s.Broken {
			continue
		}
		step, _, _ := fit(c.theme.Sizes.Body, 0, func(size float64) attempt { return c.tryProse(s.Prose, box, size) })
		bodies = append(bodies, step)
	}
	c.sizes.body = fourFifths(bodies)
}

// fourFifths is the smallest step that at least four of five do not pass.
func fourFifths(steps []int) int {
	if len(steps) == 0 {
		return 0
	}
	slices.Sort(steps)
	return steps[(len(steps)*4+4)/5-1]
}
