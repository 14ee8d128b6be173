package draft

import (
	"fmt"
	"strings"
)

// Account tells in plain words what the draft says of the file of answers, shows of it and leaves out, and that what
// nobody else is to see lies in the folder all the same.
func (d Draft) Account(answers, layout string) (lines []string) {
	add := func(format string, args ...any) { lines = append(lines, fmt.Sprintf(format, args...)) }
	for _, said := range d.Settings {
		add("%s says, as found out: %s = %s", layout, said.Key, said.Value)
	}
	if len(d.Missing) > 0 {
		add("%s says what stands where nobody answered: %s", layout, enumerated(d.Missing))
	}
	add("the draft shows %s", numberOf(d.Shown, "question"))
	if len(d.Codes) > 0 {
		add("their answers are numbers that may be codes; say in %s what they mean, with labels:", layout)
		add("  %s", enumerated(d.Codes))
	}
	if n := len(d.Spare); n > 0 {
		add("%s named in %s without a slide, as a draft has at most 30:", numberOf(n, "more question"), layout)
		add("  %s", enumerated(d.Spare))
	}
	if len(d.LeftOut) > 0 {
		add("left out, as %s tells, too:", layout)
	}
	for _, l := range d.LeftOut {
		add("  %s: %s", l.Why, enumerated(l.Columns))
	}
	if len(d.Private) > 0 {
		add("%s is in the folder whole, with these; do not pass the folder on:", answers)
		for _, heading := range d.Private {
			add("  %s", heading)
		}
	}
	return lines
}

// enumerated are the first of some headings, and how many more there are; long ones are cut.
func enumerated(headings []string) string {
	const most, longest = 8, 60
	var out []string
	for _, h := range headings[:min(len(headings), most)] {
		if letters := []rune(h); len(letters) > longest {
			h = string(letters[:longest-1]) + "…"
		}
		out = append(out, h)
	}
	if more := len(headings) - most; more > 0 {
		out = append(out, fmt.Sprintf("and %d more", more))
	}
	return strings.Join(out, ", ")
}

// numberOf is a number of things in words.
func numberOf(n int, thing string) string {
	if n != 1 {
		thing += "s"
	}
	return fmt.Sprintf("%d %s", n, thing)
}
