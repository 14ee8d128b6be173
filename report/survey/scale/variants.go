package scale

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// Variants are the answers that differ only in how they are written: in capitals, spaces, a full stop at the end, the
// kind of a quotation mark or a dash, or 1 from 1.0. Each list has the places of one answer's spellings, in the order
// given.
func Variants(labels []string) [][]int {
	of := map[string][]int{}
	var keys []string
	for i, label := range labels {
		key := fold(label)
		if len(of[key]) == 0 {
			keys = append(keys, key)
		}
		of[key] = append(of[key], i)
	}
	keys = withWords(labels, of, keys)
	var out [][]int
	for _, key := range keys {
		if len(of[key]) > 1 {
			out = append(out, of[key])
		}
	}
	return out
}

// withWords puts the spellings of a number with words, "5 (alltid)", to those of the number alone.
func withWords(labels []string, of map[string][]int, keys []string) []string {
	values := Values(labels)
	gone := map[string]bool{}
	for _, key := range keys {
		at := of[key][0]
		r, ok := ratingOf(labels[at])
		if _, isPoint := values[labels[at]]; !ok || !isPoint || r.words == "" {
			continue
		}
		plain := strconv.FormatFloat(r.value, 'f', -1, 64)
		if len(of[plain]) > 0 && plain != key {
			of[plain] = append(of[plain], of[key]...)
			gone[key] = true
		}
	}
	return slices.DeleteFunc(keys, func(key string) bool { return gone[key] })
}

// thousands tells a number that may be a thousand times what it looks like.
var thousands = regexp.MustCompile(`[.,]\d{3}$`)

// SameNumber tells whether both are one number, however it is written: 1, 1.0 and 01.
func SameNumber(a, b string) bool {
	v, ok := Number(a)
	w, too := Number(b)
	return ok && too && v == w && !thousands.MatchString(a) && !thousands.MatchString(b)
}

// fold writes an answer in the one way that all its spellings share.
func fold(label string) string {
	if isLong(label) {
		return label
	}
	if v, ok := Number(label); ok && !thousands.MatchString(label) {
		return strconv.FormatFloat(v, 'f', -1, 64)
	}
	var b strings.Builder
	space := false
	for _, r := range strings.ToLower(label) {
		switch {
		case unicode.IsSpace(r):
			space = b.Len() > 0
			continue
		case unicode.Is(unicode.Cf, r): // soft hyphens, marks of direction
			continue
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(plainMark(r))
	}
	out := strings.NewReplacer(" - ", "-", " -", "-", "- ", "-", " / ", "/", " /", "/", "/ ", "/").Replace(b.String())
	bare := strings.TrimRight(out, "!. ")
	if n := len(bare); n > 2 && bare[0] == '"' && bare[n-1] == '"' && strings.Count(bare, `"`) == 2 {
		bare = bare[1 : n-1]
	}
	if bare == "" {
		return label
	}
	return bare
}

func plainMark(r rune) rune {
	switch r {
	case '‐', '‑', '‒', '–', '—', '―', '−':
		return '-'
	case '‘', '’', '‚', '‛', '´', '`':
		return '\''
	case '“', '”', '„', '‟', '«', '»', '″':
		return '"'
	case '…':
		return '.'
	}
	return r
}
