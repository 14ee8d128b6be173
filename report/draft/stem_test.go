package draft

import (
	"fmt"
	"strings"
	"testing"
)

func TestHeadingsThatBeginAlikeAreOneBlock(t *testing.T) {
	for _, tt := range []struct{ name, headings, want string }{
		{"an option in brackets", "Hvor enig er du? [Kultur]|Hvor enig er du? [Lønn]|Alder", "Hvor enig er du?: Kultur, Lønn"},
		{"a code before", "Fag[1]. Hvilke fag? [Norsk]|Fag[2]. Hvilke fag? [Kunst]", "Hvilke fag?: Norsk, Kunst"},
		{"an option after a slash", "kilder|kilder/jobb|kilder/trygd|bosted", "kilder: jobb, trygd"},
		{"numbers behind a code", "Q4|Q5_1|Q5_2|Q5_3|Q6", "Q5: Q5_1, Q5_2, Q5_3"},
		{"a dash", "Hva bruker du? - Valgt - Epost|Hva bruker du? - Valgt - Telefon", "Hva bruker du? - Valgt: Epost, Telefon"},
		{"an option with a dash of its own", "Hva? - Kurs - ute|Hva? - Kurs - inne|Hva? - Møter", "Hva?: Kurs - ute, Kurs - inne, Møter"},
		{"a colon", "Tillit til: Stortinget|Tillit til: Domstolene", "Tillit til: Stortinget, Domstolene"},
		{"the same first words", "Hvor fornøyd er du med lønna|Hvor fornøyd er du med kantina|Hvor bor du", "Hvor fornøyd er du med: lønna, kantina"},
		{"rows and columns behind a code", "Q5r1|Q5r2|educ3|educ4", "Q5: Q5r1, Q5r2"},
		{"numbers of questions", "s_1|s_2|s_3", ""},
		{"two blocks side by side", "Tid [a]|Tid [b]|Rom [a]|Rom [b]", "Tid: a, b; Rom: a, b"},
		{"questions that share a word or two", "Har dere kantine?|Har dere garasje?|Hvor mange?", ""},
		{"one heading alone", "Hvor enig er du? [Kultur]|Alder", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var columns []*column
			for h := range strings.SplitSeq(tt.headings, "|") {
				columns = append(columns, &column{heading: h, label: h})
			}
			blocks(columns)
			if got := written(columns); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// written are the blocks in words.
func written(columns []*column) string {
	var out []string
	last := 0
	for _, c := range columns {
		switch {
		case c.block == 0:
		case c.block == last:
			out[len(out)-1] += ", " + c.item
		default:
			out = append(out, fmt.Sprintf("%s: %s", c.stem, c.item))
		}
		last = c.block
	}
	return strings.Join(out, "; ")
}

func TestColumnsThatTheirNamesJoinAreCalledByWhatPeopleRead(t *testing.T) {
	columns := []*column{
		{heading: "Hva bruker du? [Kurs]", label: "Kurs"}, {heading: "Hva bruker du? [Råd]", label: "Råd"},
		{heading: "Q5_1", label: "Tillit til - Stortinget"}, {heading: "Q5_2", label: "Tillit til - Domstolene"},
	}
	blocks(columns)
	if got, want := written(columns), "Hva bruker du?: Kurs, Råd; Tillit til: Stortinget, Domstolene"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
