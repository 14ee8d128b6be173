package compose

import (
	"slices"
	"testing"

	"lysark/report"
)

func TestATextAfterNumbersKeepsApartFromThem(t *testing.T) {
	const l, m, r = report.Left, report.Middle, report.Right
	for _, tt := range []struct {
		align []report.Align
		want  []float64
	}{
		{[]report.Align{l, r, l}, []float64{0, 0, 20}},
		{[]report.Align{r, r, r}, []float64{0, 0, 0}},
		{[]report.Align{l, l, r, m, l}, []float64{0, 0, 0, 0, 0}},
		{[]report.Align{r, l, r, l}, []float64{0, 20, 0, 20}},
	} {
		if got := indents(tt.align); !slices.Equal(got, tt.want) {
			t.Errorf("%v: %v, want %v", tt.align, got, tt.want)
		}
	}
}
