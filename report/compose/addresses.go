package compose

import (
	"slices"
	"strings"

	"lysark/fonts"
	"lysark/report"
)

// address is where words of a text lead, out of the deck.
type address struct{ words, url string }

// addresses are those that a text links to and does not print, each once.
func addresses(t report.Text) []address {
	var out []address
	for i := 0; i < len(t.Marks); {
		first := t.Marks[i]
		to := first.To
		for i++; i < len(t.Marks) && first.URL != "" && t.Marks[i].Phrase == first.Phrase &&
			t.Marks[i].URL == first.URL; i++ {
			to = t.Marks[i].To
		}
		a := address{report.OneLine(t.S[first.From:to]), first.URL}
		if mail, ok := strings.CutPrefix(first.URL, "mailto:"); ok {
			a.url, _, _ = strings.Cut(mail, "?")
		}
		if a.url != "" && !a.isPrinted() && !slices.Contains(out, a) {
			out = append(out, a)
		}
	}
	return out
}

// isPrinted tells whether the words are the address, with or without what all addresses begin with.
func (a address) isPrinted() bool {
	bare := func(s string) string {
		for _, scheme := range []string{"https://", "http://"} {
			s = strings.TrimPrefix(s, scheme)
		}
		return strings.TrimSuffix(strings.TrimPrefix(s, "www."), "/")
	}
	return bare(a.words) == bare(a.url)
}

// addressed are the lines of the words and their address. One that is too long is broken wherever the line is full:
// a hyphen would change it.
func (f face) addressed(a address, measure float64) []fonts.Line {
	if f.width(a.url) <= measure {
		return fonts.Wrap(a.words+": "+a.url, measure, f.width, nil)
	}
	lines := fonts.Wrap(a.words+":", measure, f.width, nil)
	from := 0
	for i, c := range a.url {
		if i > from && f.width(a.url[from:i]+string(c)) > measure {
			lines = append(lines, fonts.Line{Text: a.url[from:i], Joined: true})
			from = i
		}
	}
	return append(lines, fonts.Line{Text: a.url[from:]})
}
