package locale

import (
	"math"
	"strings"
	"testing"
)

func TestOnlyAllIsWrittenAs100AndOnlyNothingAs0(t *testing.T) {
	tests := []struct {
		name, tag      string
		v              float64
		decimals       int
		decimal, words string // by Near; _ is a space that does not break
	}{
		{"all", "nb", 100, 0, "100_%", "100_%"},
		{"nothing", "nb", 0, 0, "0_%", "0_%"},
		{"all with a decimal", "nn", 100, 1, "100,0_%", "100,0_%"},
		{"all but one of 250", "nb", 99.6, 0, "99,6_%", "over_99_%"},
		{"all but one of 250", "nn", 99.6, 0, "99,6_%", "over_99_%"},
		{"all but one of 250", "en", 99.6, 0, "99.6%", "over_99%"},
		{"one of 250", "nb", 0.4, 0, "0,4_%", "under_1_%"},
		{"one of 250", "en", 0.4, 0, "0.4%", "under_1%"},
		{"a half is rounded up", "nb", 0.5, 0, "1_%", "1_%"},
		{"what is rounded down to 99 is not near", "nb", 99.49, 0, "99_%", "99_%"},
		{"one of 5000", "nb", 0.02, 0, "under_0,1_%", "under_1_%"},
		{"all but one of 5000", "nb", 99.98, 0, "over_99,9_%", "over_99_%"},
		{"all but one of 5000", "en", 99.98, 0, "over_99.9%", "over_99%"},
		{"with a decimal", "nb", 99.96, 1, "99,96_%", "over_99,9_%"},
		{"with a decimal", "nb", 0.04, 1, "0,04_%", "under_0,1_%"},
		{"with a decimal and nearer still", "nb", 99.999, 1, "over_99,99_%", "over_99,9_%"},
		{"with a decimal that tells it already", "nb", 99.6, 1, "99,6_%", "99,6_%"},
		{"a sum of weights that is all but for the error of its digits", "nb", 99.99999999999997, 0, "100_%", "100_%"},
		{"and one that is nothing", "nb", 1e-13, 0, "0_%", "0_%"},
		{"a change that is a little less than nothing", "nb", -0.3, 0, "−0,3_%", "−0,3_%"},
		{"and less than that", "nb", -0.03, 0, "0_%", "0_%"},
		{"more than all", "nb", 100.4, 0, "100,4_%", "100,4_%"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			l, _ := For(tt.tag)
			if got := l.Percent(tt.v, tt.decimals); got != hard(tt.decimal) {
				t.Errorf("%s: Percent(%v, %d) = %q, want %q", tt.tag, tt.v, tt.decimals, got, tt.decimal)
			}
			l.Near = NearWords
			if got := l.Percent(tt.v, tt.decimals); got != hard(tt.words) {
				t.Errorf("%s: Percent(%v, %d) in words = %q, want %q", tt.tag, tt.v, tt.decimals, got, tt.words)
			}
		})
	}
}

func TestLabelsHaveSignsInsteadOfWords(t *testing.T) {
	for _, tt := range []struct {
		near Near
		v    float64
		want string
	}{
		{NearDecimal, 99.6, "99,6_%"}, {NearDecimal, 99.98, ">99,9_%"}, {NearDecimal, 0.02, "<0,1_%"},
		{NearWords, 99.6, ">99_%"}, {NearWords, 0.4, "<1_%"}, {NearWords, 42, "42_%"},
	} {
		l, _ := For("nb")
		l.Near = tt.near
		if got := l.InSigns().Percent(tt.v, 0); got != hard(tt.want) {
			t.Errorf("%v: %q, want %q", tt.v, got, tt.want)
		}
	}
}

func TestNoShareIsTakenForAllOrNothing(t *testing.T) {
	for _, tag := range Tags() {
		for _, near := range []Near{NearDecimal, NearWords} {
			l, _ := For(tag)
			l.Near = near
			for exponent := 1; exponent < 8; exponent++ {
				for decimals := range 4 {
					little := 3 * math.Pow10(-exponent)
					for v, not := range map[float64]string{little: l.Number(0, decimals), 100 - little: l.Number(100, decimals)} {
						if got := l.Share(v, decimals); got == not || strings.HasSuffix(got, "100") {
							t.Errorf("%s: Share(%v, %d) = %q", tag, v, decimals, got)
						}
					}
				}
			}
		}
	}
}
