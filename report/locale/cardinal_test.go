package locale

import (
	"strings"
	"testing"
)

func TestCardinal(t *testing.T) {
	tests := map[string]map[int]string{
		"nb": {0: "null", 1: "én", 7: "sju", 8: "åtte", 12: "tolv", 13: "tretten", 20: "tjue", 21: "tjueen", 34: "trettifire", 40: "førti", 71: "syttien", 99: "nittini", 100: "hundre"},
		"nn": {0: "null", 1: "éin", 7: "sju", 20: "tjue", 21: "tjueein", 31: "trettiein", 87: "åttisju", 100: "hundre"},
		"en": {0: "zero", 1: "one", 11: "eleven", 20: "twenty", 21: "twenty-one", 40: "forty", 99: "ninety-nine", 100: "one hundred"},
	}
	for tag, numbers := range tests {
		l, _ := For(tag)
		for n, want := range numbers {
			if got, ok := l.Cardinal(n); got != want || !ok {
				t.Errorf("%s: Cardinal(%d) = %q, %v, want %q", tag, n, got, ok, want)
			}
		}
	}
}

func TestCardinalHasADifferentWordForEachNumberUpTo100AndNoMore(t *testing.T) {
	for _, tag := range Tags() {
		l, _ := For(tag)
		seen := map[string]int{}
		for n := range 101 {
			w, ok := l.Cardinal(n)
			if other, twice := seen[w]; twice || !ok || w == "" || strings.ToLower(w) != w {
				t.Errorf("%s: %d is %q, %v, as is %d", tag, n, w, ok, other)
			}
			seen[w] = n
		}
		for _, n := range []int{-1, 101} {
			if w, ok := l.Cardinal(n); ok || w != "" {
				t.Errorf("%s: %d is %q", tag, n, w)
			}
		}
	}
}
