package locale

import "testing"

func TestADifferenceOfSharesIsInPoints(t *testing.T) {
	tests := []struct {
		tag      string
		v        float64
		decimals int
		want     string
	}{
		{"nb", 5, 0, "5_prosentpoeng"},
		{"nn", 5, 0, "5_prosentpoeng"},
		{"en", 5, 0, "5_percentage points"},
		{"nb", 1, 0, "1_prosentpoeng"},
		{"en", 1.2, 0, "1_percentage point"},
		{"en", -1, 0, "−1_percentage point"},
		{"en", 1, 1, "1.0_percentage points"},
		{"en", 0, 0, "0_percentage points"},
		{"nb", -3.25, 1, "−3,3_prosentpoeng"},
		{"nb", -0.2, 0, "−0,2_prosentpoeng"},
		{"nb", -0.02, 0, "0_prosentpoeng"},
		{"en", 1e-12, 0, "0_percentage points"},
	}
	for _, tt := range tests {
		l, _ := For(tt.tag)
		if got := l.Points(tt.v, tt.decimals); got != hard(tt.want) {
			t.Errorf("%s: Points(%v, %d) = %q, want %q", tt.tag, tt.v, tt.decimals, got, tt.want)
		}
	}
}

func TestAChangeHasItsDirectionInWords(t *testing.T) {
	tests := []struct {
		tag      string
		diff     float64
		decimals int
		points   bool
		want     string
	}{
		{"nb", 5, 0, true, "opp 5_prosentpoeng"},
		{"nb", -3, 0, true, "ned 3_prosentpoeng"},
		{"nb", 0.4, 0, true, "uendret"},
		{"nb", -0.4, 0, true, "uendret"},
		{"nb", 0.4, 1, true, "opp 0,4_prosentpoeng"},
		{"nb", 12, 0, false, "opp 12"},
		{"nb", -12345, 0, false, "ned 12_345"},
		{"nn", 5, 0, true, "opp 5_prosentpoeng"},
		{"nn", -1, 0, true, "ned 1_prosentpoeng"},
		{"nn", 0, 0, true, "uendra"},
		{"en", 5, 0, true, "up 5_percentage points"},
		{"en", -1, 0, true, "down 1_percentage point"},
		{"en", 0, 0, false, "unchanged"},
	}
	for _, tt := range tests {
		l, _ := For(tt.tag)
		if got := l.Change(tt.diff, tt.decimals, tt.points); got != hard(tt.want) {
			t.Errorf("%s: Change(%v, %d, %v) = %q, want %q", tt.tag, tt.diff, tt.decimals, tt.points, got, tt.want)
		}
	}
}
