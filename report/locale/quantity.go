package locale

import (
	"slices"
	"strings"
	"unicode"
)

// FindQuantities finds where text states a quantity in other ways than FindFractions does: a share ("sekstiåtte
// prosent", "fem på ti", "hver tredje", "⅔"), how many times as much ("dobbelt så mange", "tre ganger så mange"), or a
// number of ten or more in words ("tolv bedrifter").
// Figures count only in "5 på 10" and "3 ganger så mange". The spans are in bytes, in order, and do not overlap. In
// English "five out of ten" is a fraction as well: whoever asks for both takes the fractions first.
func (l Locale) FindQuantities(text string) [][2]int {
	found := vulgarFractions(text)
	if !l.mayState(text) {
		return found
	}
	found = append(found, finder{l, text, tokens(text)}.quantities()...)
	slices.SortFunc(found, func(a, b [2]int) int { return a[0] - b[0] })
	return found
}

// vulgarFractions are the signs ½, ⅔ and so on, with the digits right before them. They are no part of words.
func vulgarFractions(text string) [][2]int {
	var found [][2]int
	for i, r := range text {
		if r < '¼' || r > '¾' && r < '⅐' || r > '⅞' {
			continue
		}
		start := i
		for start > 0 && isDigit(text[start-1]) {
			start--
		}
		found = append(found, [2]int{start, i + len(string(r))})
	}
	return found
}

func (f finder) quantities() [][2]int {
	var found [][2]int
	for i := 0; i < len(f.words); {
		used, end := f.quantity(i)
		if used == 0 {
			i++
			continue
		}
		found = append(found, [2]int{f.words[i].start, end})
		i += used
	}
	return found
}

// quantity is the one that begins with word i: how many words it has, 0 when there is none, and where it ends.
func (f finder) quantity(i int) (used, end int) {
	word := f.words[i].text
	switch {
	case !f.locale.begins(word):
		return 0, 0
	case f.is(word, each) && f.is(f.word(i, 1), ordinal):
		used = 2
	case f.is(word, alternate):
		used = 1
	}
	if used > 0 {
		if f.isOfTime(f.word(i, used)) {
			return 0, 0
		}
		return used, f.words[i+used-1].end
	}
	if used = f.multiple(i); used == 0 {
		used = f.outOf(i)
	}
	if used > 0 {
		return used, f.words[i+used-1].end
	}
	return f.perCent(i)
}

// isOfTime tells how often something happens, "hver tredje måned", from how many do it.
func (f finder) isOfTime(noun string) bool {
	if strings.HasSuffix(noun, "dag") || strings.HasSuffix(noun, "day") {
		return true // mandag, arbeidsdag
	}
	switch noun {
	case "år", "måned", "månad", "kvartal", "uke", "veke", "helg", "natt", "kveld", "time", "minutt", "gang", "gong",
		"year", "month", "quarter", "week", "weekend", "night", "hour", "minute":
		return true
	}
	return false
}

// multiple is how many words say how many times as much: "dobbelt så mange", "tre ganger flere", "halvparten så stor".
func (f finder) multiple(i int) int {
	switch word := f.words[i].text; {
	case f.is(word, times) && f.isAs(i, 1):
		return 3
	case f.is(word, half) && f.isAs(i, 1) && isMeasured(f.word(i, 2)):
		return 3
	}
	n := f.numeral(i)
	if _, ok := f.number(i); ok && n == 0 {
		n = 1 // in figures
	}
	if n == 0 {
		return 0
	}
	switch f.word(i, n) {
	case "ganger", "gonger", "gang", "gong", "times":
	default:
		return 0
	}
	switch f.word(i, n+1) {
	case "flere", "fleire", "mer", "meir", "more":
		return n + 2
	}
	if f.isAs(i, n+1) {
		return n + 3
	}
	return 0
}

// isAs tells whether "så" or "as" stands steps after word i and compares: "twice as a guest" does not.
func (f finder) isAs(i, steps int) bool {
	as := "så"
	if f.locale.Tag == "en" {
		as = "as"
	}
	switch what := f.word(i, steps+1); what {
	case "", "a", "an", "the":
		return false
	}
	return f.word(i, steps) == as
}

// isMeasured knows the words that follow "halvparten så", for "så" is also "saw" and "then".
func isMeasured(word string) bool {
	switch word {
	case "mange", "mye", "mykje", "få", "lite", "liten", "små", "stor", "stort", "store", "ofte", "høy", "høyt", "høye",
		"høg", "høgt", "høge", "lav", "lavt", "låg", "lågt", "lang", "langt", "lange", "god", "godt", "gode",
		"sannsynlig",
		"many", "much", "few", "little", "small", "big", "large", "great", "often", "high", "low", "long", "good",
		"likely":
		return true
	}
	return false
}

// outOf is how many words say so many of so many: "fem på ti", "5 out of 10". The time of day is said alike.
func (f finder) outOf(i int) int {
	link := []string{"på"}
	if f.locale.Tag == "en" {
		link = []string{"out", "of"}
	}
	last := i + len(link) + 1
	if last >= len(f.words) || !f.follows(i, link) || f.word(last-1, 1) == "" || isBareOne(f.words[i].text) {
		return 0
	}
	n, ok := f.number(i)
	d, also := f.number(last)
	if !ok || !also || n < 1 || n >= d {
		return 0
	}
	if i > 0 && slices.Contains([]string{"kl", "klokka", "klokken"}, f.words[i-1].text) {
		return 0
	}
	return last - i + 1
}

// isBareOne tells the one that is an article, too: "en på ti kontorer" is somebody, "én på ti" a share.
func isBareOne(word string) bool {
	switch word {
	case "en", "ei", "et", "ein", "eit":
		return true
	}
	return false
}

// perCent is a number in words before its unit, which may be a sign.
func (f finder) perCent(i int) (used, end int) {
	used = f.numeral(i)
	if f.isHalfA(i) {
		used = 2 // half a percent
	}
	if used == 0 {
		return 0, 0
	}
	after := f.words[i+used-1].end
	rest := strings.TrimLeftFunc(f.text[after:], unicode.IsSpace)
	if strings.HasPrefix(rest, "%") {
		return used, len(f.text) - len(rest) + len("%")
	}
	unit := f.unit(i, used)
	switch {
	case unit == 0 && f.isCount(i, used):
		return used, after
	case unit == 0:
		return 0, 0
	}
	used += unit
	return used, f.words[i+used-1].end
}

// mostOfStyle is the largest number that is written in words for style alone: "de to største", "alle fem".
const mostOfStyle = 9

// isCount tells a number that somebody has counted, "tolv bedrifter", from one that is a word among others.
func (f finder) isCount(i, used int) bool {
	related := []string{"av", "på", "of", "out"} // "ni av ti", and the time of day, "fem på ti"
	before := i - 1
	if before > 0 && f.words[before].text == "a" {
		before--
	}
	if before >= 0 && slices.Contains(related, f.words[before].text) || slices.Contains(related, f.word(i, used)) {
		return false
	}
	largest := 0
	for _, w := range f.words[i : i+used] {
		largest = max(largest, f.locale.senses[w.text].n)
	}
	return largest > mostOfStyle
}

func (f finder) isHalfA(i int) bool { return f.is(f.words[i].text, half) && f.word(i, 1) == "a" }

// unit is how many words make up the "per cent" that stands steps after word i.
func (f finder) unit(i, steps int) int {
	next := f.word(i, steps+1)
	switch f.word(i, steps) {
	case "prosent", "prosents", "prosentpoeng", "prosentpoengs", "percent":
		return 1
	case "per":
		if next == "cent" {
			return 2
		}
	case "percentage":
		if next == "point" || next == "points" {
			return 2
		}
	}
	return 0
}

// numeral is how many words from word i on make up a number: "sju", "to hundre og femti", "two and a half".
func (f finder) numeral(i int) int {
	const most = 8
	for n := range most {
		if !f.counts(f.word(i, n)) && !f.binds(i, n) {
			return n
		}
	}
	return most
}

func (f finder) counts(word string) bool {
	return f.is(word, number|amount) || f.is(word, half) && f.locale.Tag == "en"
}

// binds tells whether the word n steps after i is a part of the number that the words around it make up.
func (f finder) binds(i, n int) bool {
	next := f.word(i, n+1)
	switch f.word(i, n) {
	case "a":
		return f.counts(next) && f.locale.Tag == "en"
	case f.locale.Word(And):
		return n > 0 && (f.counts(next) || next == "a" && f.counts(f.word(i, n+2)))
	}
	return false
}
