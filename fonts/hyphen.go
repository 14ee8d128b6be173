package fonts

import (
	_ "embed" // the pattern files
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// ForLanguage is the hyphenator of a language: Norwegian for nb and nn, none for the others.
func ForLanguage(tag string) Hyphenator {
	if tag == "nb" || tag == "nn" {
		return Norwegian()
	}
	return whole{}
}

// Norwegian hyphenates by F. M. Liang's method ("Word Hy-phen-a-tion by Com-put-er", 1983) with the TeX patterns
// of Kleveland and Selberg (hyph-no/NOTICE). It loads them at its first word, so make one and keep it; it is
// safe for use by many goroutines.
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
	patterns   map[string]string   // by their letters alone
	exceptions map[string][]string // by the word: its pieces
}

// Hyphenate splits the word where the patterns allow. Marks at its ends stay with their piece, and each part of
// "e-læring/nettstudier" is a word of its own. With any other mark or a digit inside it stays whole, as an added
// hyphen would change a number or an address.
func (l *liang) Hyphenate(word string) []string {
	l.once.Do(l.load)
	core := strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if core == "" || strings.ContainsFunc(core, func(r rune) bool { return !unicode.IsLetter(r) && !joinsWords(r) }) {
		return []string{word}
	}
	before := word[:strings.Index(word, core)]
	after := word[len(before)+len(core):]
	pieces := []string{before}
	for core != "" {
		part, mark := core, ""
		if i := strings.IndexFunc(core, joinsWords); i >= 0 {
			_, size := utf8.DecodeRuneInString(core[i:])
			part, mark = core[:i], core[i:i+size]
		}
		core = core[len(part)+len(mark):]
		split := l.split(part)
		pieces[len(pieces)-1] += split[0]
		pieces = append(pieces, split[1:]...)
		pieces[len(pieces)-1] += mark
	}
	pieces[len(pieces)-1] += after
	return pieces
}

// joinsWords tells whether the mark holds whole words together: hyphens, a slash, spaces that never break.
func joinsWords(r rune) bool { return strings.ContainsRune("-/\u2011\u00a0\u202f", r) }

// split splits a word of letters alone.
func (l *liang) split(word string) []string {
	folded := strings.ToLower(word)
	if utf8.RuneCountInString(folded) != utf8.RuneCountInString(word) {
		return []string{word} // lower case has another length in some scripts
	}
	levels := l.levels(folded)
	var pieces []string
	gap, from := 0, 0
	for at := range word {
		if gap >= hyphenMin && gap <= len(levels)-1-hyphenMin && levels[gap]%2 == 1 {
			pieces = append(pieces, word[from:at])
			from = at
		}
		gap++
	}
	return append(pieces, word[from:])
}

// levels has one level for each gap of the word, from the one before its first letter to the one after its last.
// Odd means that a break is allowed.
func (l *liang) levels(word string) []rune {
	levels := make([]rune, utf8.RuneCountInString(word)+1)
	if pieces, ok := l.exceptions[word]; ok {
		gap := 0
		for _, p := range pieces {
			gap += utf8.RuneCountInString(p)
			levels[gap] = 1
		}
		return levels
	}
	dotted := "." + word + "." // patterns mark a word's ends so
	ends := make([]int, 0, len(dotted)+1)
	for at := range dotted {
		ends = append(ends, at)
	}
	ends = append(ends, len(dotted))
	for from := range ends {
		for to := from + 1; to < len(ends) && to-from <= l.longest; to++ {
			raise(levels, l.patterns[dotted[ends[from]:ends[to]]], from-1)
		}
	}
	return levels
}

// raise applies a pattern whose first letter stands after the gap. Its digits are levels of gaps.
func raise(levels []rune, pattern string, gap int) {
	for _, r := range pattern {
		if !isDigit(r) {
			gap++
		} else if gap >= 0 && gap < len(levels) {
			levels[gap] = max(levels[gap], r-'0')
		}
	}
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

func (l *liang) load() {
	l.patterns = make(map[string]string, strings.Count(norwegianPatterns, "\n"))
	for pattern := range strings.FieldsSeq(norwegianPatterns) {
		var letters strings.Builder
		letters.Grow(len(pattern))
		for _, r := range pattern {
			if !isDigit(r) {
				letters.WriteRune(r)
			}
		}
		l.patterns[letters.String()] = pattern
		l.longest = max(l.longest, utf8.RuneCountInString(letters.String()))
	}
	l.exceptions = map[string][]string{}
	for word := range strings.FieldsSeq(norwegianExceptions) {
		l.exceptions[strings.ReplaceAll(word, "-", "")] = strings.Split(word, "-")
	}
}
