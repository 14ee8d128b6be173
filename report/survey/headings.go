package survey

import (
	"slices"

	"lysark/config/diag"
	"lysark/report/survey/heading"
)

// findHeadings finds the headings among the first filled rows, and keeps what is to be told of them.
func findHeadings(t *Table, lead []heading.Row) heading.Head {
	said := t.said.Rows
	said.IsText = t.typed
	if t.asWritten { // in a list of members each row counts
		one := heading.Number{N: 1, Set: true}
		said = heading.Said{HeaderRows: one, IsText: said.IsText}
	}
	head := heading.Find(lead, said)
	t.found, t.preset = head.Told, head.Preset
	return head
}

// Found is what was found out about the rows of the file: which are headings, and which no respondents. Whoever counts
// respondents tells it; a ready-made table has none.
func (t *Table) Found() diag.List {
	var list diag.List
	for _, f := range t.found {
		list.Warnf(diag.Pos{File: t.File, Line: f.N, Col: 1}, diag.NoRespondent, f.Hint, "%s", f.Text)
	}
	return list
}

// Setting is a key of the layout for a file, and its value as it is written there.
type Setting struct{ Key, Value string }

// Settings are what the layout says so that the file is read as it was, and nothing of it told.
func (t *Table) Settings() (out []Setting) {
	for _, f := range t.found {
		if f.Key != "" {
			out = append(out, Setting{f.Key, f.Value})
		}
	}
	return out
}

// isFilled tells whether any of the cells holds something.
func isFilled(cells []string) bool {
	return slices.ContainsFunc(cells, func(c string) bool { return tidy(c) != "" })
}

func tidied(cells []string) []string {
	out := make([]string, len(cells))
	for i, c := range cells {
		out[i] = tidy(c)
	}
	return out
}
