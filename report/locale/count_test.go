package locale

import (
	"strings"
	"testing"
)

func TestWordsWritesWholeNumbersThatStandAlone(t *testing.T) {
	tests := []struct{ name, tag, text, want string }{
		{"a fraction", "nb", "8 av 10", "åtte av ti"},
		{"spaces are kept", "nb", "2_av_3 har det", "to_av_tre har det"},
		{"one of some", "nb", "1 av 5", "én av fem"},
		{"one of some", "nn", "1 av 5", "éin av fem"},
		{"one of some", "en", "1 in 5", "one in five"},
		{"a one before a noun depends on its gender", "nb", "1 svar, 21 år og 2 dager", "1 svar, 21 år og to dager"},
		{"eleven does not", "nn", "11 svar", "elleve svar"},
		{"nor does English", "en", "1 answer and 21 days", "one answer and twenty-one days"},
		{"the end of a sentence", "nb", "Det gjelder 9 av 10. Resten har 3.", "Det gjelder ni av ti. Resten har tre."},
		{"commas and brackets", "nb", "(2), «3», 4; 5?", "(to), «tre», fire; fem?"},
		{"the bounds", "nb", "0 og 100, ikke 101", "null og hundre, ikke 101"},
		{"a decimal comma", "nb", "3,5 dager", "3,5 dager"},
		{"a decimal point", "en", "3.5 days", "3.5 days"},
		{"a percent sign", "nb", "10_% og 10 % og 10%", "10_% og 10 % og 10%"},
		{"digits in a word", "nb", "IT2, 2G, 50-årene og H-5", "IT2, 2G, 50-årene og H-5"},
		{"a year", "nb", "i 2025", "i 2025"},
		{"thousands", "nb", "10_000 og 2 500 000 og 10 100", "10_000 og 2 500 000 og 10 100"},
		{"an ordinal", "nb", "den 3. november", "den 3. november"},
		{"a date", "nb", "3. 11. 2025", "3. 11. 2025"},
		{"a time", "nb", "kl. 10:30 og 8.15", "kl. 10:30 og 8.15"},
		{"a range", "nb", "2–3 og 2-3 og 2/3", "2–3 og 2-3 og 2/3"},
		{"a formula", "nb", "n = 96 og x < 5 og 3 + 4", "n = 96 og x < 5 og 3 + 4"},
		{"a negative number", "nb", "−5 og −_5", "−5 og −_5"},
		{"an abbreviated unit", "nb", "10 kr og 3_mill. og 5 km", "10 kr og 3_mill. og 5 km"},
		{"a unit in full", "nb", "5_prosentpoeng og 10 kroner", "fem_prosentpoeng og ti kroner"},
		{"a leading zero", "nb", "007 og 05", "007 og 05"},
		{"a number too long to read", "nb", strings.Repeat("9", 50), strings.Repeat("9", 50)},
		{"nothing", "nb", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			l, _ := For(tt.tag)
			if got := l.Words(hard(tt.text)); got != hard(tt.want) {
				t.Errorf("%s: Words(%q) = %q, want %q", tt.tag, tt.text, got, tt.want)
			}
		})
	}
}
