package diag

import (
	"testing"
)

func TestNearest(t *testing.T) {
	keys := []string{"headline", "bullets", "sort", "type", "top", "Ja, avdelingsnivå", "by"}
	tests := []struct{ name, word, want string }{
		{"a letter left out", "headlin", "headline"},
		{"two letters swapped", "tpye", "type"},
		{"a letter too many", "bulllets", "bullets"},
		{"capitals do not count", "HEADLINE", "headline"},
		{"nor does space around it", " sort ", "sort"},
		{"a letter with a ring is one letter", "ja, avdelingsniva", "Ja, avdelingsnivå"},
		{"half the letters differ", "bullseye", ""},
		{"a word of two letters must be the same", "bx", ""},
		{"nothing is near to nothing", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Nearest(tt.word, keys); got != tt.want {
				t.Errorf("Nearest(%q) = %q, want %q", tt.word, got, tt.want)
			}
		})
	}
	if got := Nearest("sart", []string{"part", "sort"}); got != "part" {
		t.Errorf("of two equally near the first is taken, got %q", got)
	}
}

func TestDidYouMean(t *testing.T) {
	many := make([]string, 13)
	for _, tt := range []struct {
		name, word string
		candidates []string
		want       string
	}{
		{"the nearest", "pai", []string{"pie", "bar", "pair"}, `did you mean "pair"?`},
		{"the list when none is near", "xyzzy", []string{"pie", "bar"}, `use one of "pie", "bar"`},
		{"nothing when the list is too long to read", "xyzzy", many, ""},
		{"nothing when there is nothing", "xyzzy", nil, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := DidYouMean(tt.word, tt.candidates); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}
