package cells

import (
	"slices"

	"lysark/report/survey/heading"
	"lysark/report/survey/letters"
)

// findHeadings finds the headings among the first filled rows, and keeps what is to be told of them.
func findHeadings(t *Cells, lead []heading.Row) heading.Head {
	said := t.Said.Rows
	said.IsText = t.Typed
	if t.asWritten { // in a list of members each row counts
		one := heading.Number{N: 1, Set: true}
		said = heading.Said{HeaderRows: one, IsText: said.IsText}
	}
	head := heading.Find(lead, said)
	t.Found, t.preset = head.Told, head.Preset
	return head
}

// isFilled tells whether any of the cells holds something.
func isFilled(cells []string) bool {
	return slices.ContainsFunc(cells, func(c string) bool { return letters.Tidy(c) != "" })
}

func tidied(cells []string) []string {
	out := make([]string, len(cells))
	for i, c := range cells {
		out[i] = letters.Tidy(c)
	}
	return out
}
