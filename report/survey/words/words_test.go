package words

import (
	"strings"
	"testing"
)

func TestWhatDiffersBetweenHeadings(t *testing.T) {
	tests := []struct{ headings, want string }{
		{"kilder/jobb|kilder/trygd", "jobb|trygd"},
		{"Q5_1|Q5_10", "1|10"},
		{"Bruker du [kurs]?|Bruker du [råd]?", "kurs|råd"},
		{"Kurs (nett)|Kurs (sal)", "nett|sal"},
		{"Kurs (på nett)|Råd (på nett)", "Kurs|Råd"},
		{"Kurs (på nett)|Råd (i sal)", "Kurs (på nett)|Råd (i sal)"},
		{"Alene", "Alene"},
	}
	for _, tt := range tests {
		if got := strings.Join(Differing(strings.Split(tt.headings, "|")), "|"); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.headings, got, tt.want)
		}
	}
}

func TestWhatHeadingsShare(t *testing.T) {
	tests := []struct{ headings, want string }{
		{"kilder/jobb|kilder/trygd", "kilder"},
		{"Hva bruker du? [kurs]|Hva bruker du? [råd]", "Hva bruker du?"},
		{"Q5_1|Q5_10", "Q5"},
		{"kurs|råd", ""},
	}
	for _, tt := range tests {
		if got := Shared(strings.Split(tt.headings, "|")); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.headings, got, tt.want)
		}
	}
}

func TestMarks(t *testing.T) {
	tests := []struct {
		name string
		is   func(string) bool
		yes  string
		no   string
	}{
		{"ticked", IsYes, "1|X|x|Ja|YES|True|Valgt|✓", "0|Nei|Kanskje|2||10"},
		{"not ticked", IsNo, "0|Nei|no|FALSE|Not Selected|Ikke valgt", "1|Ja|Ikke relevant||00"},
		{"no answer", IsNoAnswer, "NA|N/A|#NULL!|.|NaN", "na|Nan|Ingen|-|None|Norge"},
		{"codes of no answer", IsCode, "-99|−99|-8|-999|-9997", "-1|-50|99|-100|x"},
		{"refusals", IsRefusal, "Refused|Ønsker ikke å svare|Not asked|IKKE SPURT", "Uenig|Ikke enig|Aldri"},
	}
	for _, tt := range tests {
		for word := range strings.SplitSeq(tt.yes, "|") {
			if !tt.is(word) {
				t.Errorf("%s: %q is", tt.name, word)
			}
		}
		for word := range strings.SplitSeq(tt.no, "|") {
			if tt.is(word) {
				t.Errorf("%s: %q is not", tt.name, word)
			}
		}
	}
}
