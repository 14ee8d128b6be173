package locale

import (
	"fmt"
	"strings"
	"testing"
)

func TestNumber(t *testing.T) {
	tests := []struct {
		tag      string
		v        float64
		decimals int
		want     string
	}{
		{"nb", 65.625, 1, "65,6"},
		{"nb", 0.4, 0, "0"},
		{"nb", -0.4, 0, "0"},
		{"nb", 2.5, 0, "3"},
		{"nb", -2.5, 0, "−3"},
		{"nb", 1.005, 2, "1,01"}, // 1.005 is just below in binary
		{"nb", 9999, 0, "9999"},
		{"nb", 10000, 0, "10\u00a0000"},
		{"nn", 1234567.5, 1, "1\u00a0234\u00a0567,5"},
		{"en", 1234.5, 1, "1,234.5"},
		{"en", 999, 0, "999"},
	}
	for _, tt := range tests {
		l, ok := For(tt.tag)
		if !ok {
			t.Fatalf("no locale %q", tt.tag)
		}
		if got := l.Number(tt.v, tt.decimals); got != tt.want {
			t.Errorf("%s: Number(%v, %d) = %q, want %q", tt.tag, tt.v, tt.decimals, got, tt.want)
		}
	}
}

func TestPercentHasAHardSpaceInNorwegianAndNoneInEnglish(t *testing.T) {
	for tag, want := range map[string]string{"nb": "65,6\u00a0%", "nn": "65,6\u00a0%", "en": "65.6%"} {
		l, _ := For(tag)
		if got := l.Percent(65.625, 1); got != want {
			t.Errorf("%s: %q, want %q", tag, got, want)
		}
	}
}

func TestEveryLocaleHasEveryWord(t *testing.T) {
	all := bokmal()
	for _, tag := range Tags() {
		l, _ := For(tag)
		for w := range all {
			if l.Word(w) == "" {
				t.Errorf("%s has no word for %q", tag, w)
			}
		}
	}
}

func TestTheFootnoteOfSmallGroupsNamesTheLimit(t *testing.T) {
	for tag, want := range map[string]string{
		"nb": "–_: færre enn 5_svar, vises ikke",
		"nn": "–_: færre enn 5_svar, blir ikkje vist",
		"en": "–_: fewer than 5_answers, not shown",
	} {
		l, _ := For(tag)
		if got := fmt.Sprintf(l.Word(FewerThan), 5); got != hard(want) {
			t.Errorf("%s: %q, want %q", tag, got, want)
		}
	}
}

// hard makes the spaces that do not break visible in tables.
func hard(s string) string { return strings.ReplaceAll(s, "_", noBreak) }
