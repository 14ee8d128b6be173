package fonts

import (
	_ "embed" // the pattern files
	"strings"
	"sync"
	"unicode"
)

// ForLanguage is the hyphenator of a language: Norwegian for nb and nn, none for the others.
func ForLanguage(tag string) Hyphenator {
	if tag == "nb" || tag == "nn" {
		return Norwegian()
	}
	return whole{}
}

// Norwegian hyphenates by F. M. Liang's method ("Word Hy-phen-a-tion by Com-put-er", 1983) with the TeX patterns
// of Kleveland and Selberg (hyph-no/NOTICE). The patterns are loaded at the first word.
func Norwegian() Hyphenator { return &liang{} }

//go:embed hyph-no/hyph-no.txt
var norwegianPatterns string

//go:embed hyph-no/exceptions.txt
var norwegianExceptions string

// whole hyphenates nothing.
type whole struct{}

func (whole) Hyphenate(word string) []string { return []string{word} }

// Letters that stay together at a word's beginning and end.
const hyphenMin = 3

type liang struct {
	once       sync.Once
	longest    int                 // letters in the longest pattern
	levels     map[string][]uint8  // by the pattern's letters: a level before, between and after them
	exceptions map[string][]string // by the word: its pieces
}

// Hyphenate splits the word where the patterns allow; a word with anything but letters stays whole, punctuation
// at its ends apart.
func (l *liang) Hyphenate(word string) []string {
	l.once.Do(l.load)
	core := strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if core == "" || strings.ContainsFunc(core, func(r rune) bool { return !unicode.IsLetter(r) }) {
		return []string{word}
	}
	before := word[:strings.Index(word, core)]
	after := word[len(before)+len(core):]
	pieces := l.split([]rune(core))
	pieces[0] = before + pieces[0]
	pieces[len(pieces)-1] += after
	return pieces
}

func (l *liang) split(word []rune) []string {
	folded := []rune(strings.ToLower(string(word)))
	if len(folded) != len(word) {
		return []string{string(word)} // lower case has another length in some scripts
	}
	points := l.points(folded)
	var out []string
	from := 0
	for i := hyphenMin; i <= len(word)-hyphenMin; i++ {
		if points[i]%2 == 1 {
			out = append(out, string(word[from:i]))
			from = i
		}
	}
	return append(out, string(word[from:]))
}

// points is the level at each gap of the word: gap i stands before letter i. Odd means a break is allowed.
func (l *liang) points(word []rune) []uint8 {
	points := make([]uint8, len(word)+1)
	if pieces, ok := l.exceptions[string(word)]; ok {
		at := 0
		for _, p := range pieces {
			at += len([]rune(p))
			points[at] = 1
		}
		return points
	}
	dotted := append(append([]rune{'.'}, word...), '.')
	for from := range dotted {
		for to := from + 1; to <= len(dotted) && to-from <= l.longest; to++ {
			for i, level := range l.levels[string(dotted[from:to])] {
				if gap := from + i - 1; gap >= 0 && gap < len(points) {
					points[gap] = max(points[gap], level)
				}
			}
		}
	}
	return points
}

func (l *liang) load() {
	l.levels, l.exceptions = map[string][]uint8{}, map[string][]string{}
	for pattern := range strings.Lines(norwegianPatterns) {
		var letters []rune
		levels := []uint8{0}
		for _, r := range strings.TrimSpace(pattern) {
			if unicode.IsDigit(r) {
				levels[len(levels)-1] = uint8(r - '0')
				continue
			}
			letters = append(letters, r)
			levels = append(levels, 0)
		}
		l.levels[string(letters)] = levels
		l.longest = max(l.longest, len(letters))
	}
	for word := range strings.FieldsSeq(norwegianExceptions) {
		l.exceptions[strings.ReplaceAll(word, "-", "")] = strings.Split(word, "-")
	}
}
