package diag

import "strings"

// Nearest is the candidate that word was most likely meant to be, or "" when none is near. Case and
// surrounding space are ignored; up to a third of the letters may differ.
func Nearest(word string, candidates []string) string {
	best, bestDistance := "", len([]rune(word))/3+1
	folded := strings.ToLower(strings.TrimSpace(word))
	for _, c := range candidates {
		d := distance([]rune(folded), []rune(strings.ToLower(c)), bestDistance)
		if d < bestDistance {
			best, bestDistance = c, d
		}
	}
	return best
}

// DidYouMean is the hint for a name that is not among the candidates: the nearest one, else the list of
// them when it is short enough to read.
func DidYouMean(word string, candidates []string) string {
	if n := Nearest(word, candidates); n != "" {
		return "did you mean " + quote(n) + "?"
	}
	if len(candidates) == 0 || len(candidates) > 12 {
		return ""
	}
	quoted := make([]string, len(candidates))
	for i, c := range candidates {
		quoted[i] = quote(c)
	}
	return "use one of " + strings.Join(quoted, ", ")
}

func quote(s string) string { return `"` + s + `"` }

// distance is the optimal string alignment distance (insert, delete, replace, swap of neighbours), or
// anything above limit once it cannot come below it.
func distance(a, b []rune, limit int) int {
	if diff := len(a) - len(b); diff > limit || -diff > limit {
		return limit + 1
	}
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(row[j-1]+1, last[j]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}

// Shorten keeps a text short enough for a message.
func Shorten(s string) string {
	const most = 48
	letters := []rune(s)
	if len(letters) <= most {
		return s
	}
	return string(letters[:most-1]) + "…"
}
