package draft

import (
	"strconv"
	"strings"
	"unicode"
)

// name gives every question a short name of its own: the word that says most of what its heading alone has.
func name(columns []*column) {
	taken := map[string]bool{}
	for i, c := range columns {
		if c.why != "" {
			continue
		}
		heading := c.label
		if c.block != 0 && c.options == nil {
			heading = c.item
		}
		c.name = shortName(heading, i+1, taken)
		taken[c.name] = true
	}
}

// shortName takes a heading that is a code, such as Q5_1, as it is; of others the longest of the first words that mean
// something, then two words together, then a number.
func shortName(heading string, column int, taken map[string]bool) string {
	if code := asCode(heading); code != "" && !isFiller(code) && !taken[code] {
		return code
	}
	var words []string
	for _, w := range foldedWords(heading) {
		if !isFiller(w) && len(w) > 2 && len(w) <= 20 && !unicode.IsDigit(rune(w[0])) {
			words = append(words, w)
		}
	}
	const first = 3
	best := ""
	for _, w := range words[:min(first, len(words))] {
		if len(w) > len(best) && !near(w, taken) {
			best = w
		}
	}
	if best != "" {
		return best
	}
	for _, w := range words {
		if !taken[w] {
			return w
		}
	}
	for i := 1; i < len(words); i++ {
		if two := words[i-1] + "_" + words[i]; !taken[two] {
			return two
		}
	}
	return unused("q"+strconv.Itoa(column), taken)
}

// asCode is a heading that is a code, as a name; empty for other headings.
func asCode(heading string) string {
	const longest = 20
	code := strings.ToLower(strings.NewReplacer("-", "_", ".", "_").Replace(heading))
	isWord := func(r rune) bool { return r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '_' }
	if len(code) > longest || strings.ContainsFunc(code, func(r rune) bool { return !isWord(r) }) ||
		!strings.ContainsAny(code, "0123456789") || code == "" || code[0] < 'a' {
		return ""
	}
	return code
}

// near tells whether a name is so like one that is taken that the two would be mixed up.
func near(w string, taken map[string]bool) bool {
	const alike = 7
	for other := range taken {
		if w == other || (len(w) > alike && len(other) > alike && w[:alike] == other[:alike]) {
			return true
		}
	}
	return false
}

func unused(w string, taken map[string]bool) string {
	for taken[w] {
		w += "x"
	}
	return w
}

// foldedWords are the words of a text in lower case, without the letters and accents that a name does without.
func foldedWords(s string) []string {
	s = strings.NewReplacer(
		"æ", "ae", "ø", "o", "å", "a", "ä", "a", "ö", "o", "ü", "u", "á", "a", "à", "a", "â", "a", "é", "e", "è", "e",
		"ê", "e", "ë", "e",
		"í", "i", "ï", "i", "ó", "o", "ò", "o", "ô", "o", "ú", "u", "ñ", "n", "ç", "c", "š", "s", "ž", "z", "č", "c",
		"đ", "d", "ŋ", "n", "ŧ", "t",
	).Replace(strings.ToLower(s))
	return strings.FieldsFunc(s,
		func(r rune) bool { return r > unicode.MaxASCII || !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// isFiller tells the words that say nothing of what is asked, and those that mean something in expressions.
func isFiller(w string) bool {
	return strings.Contains(" "+fillers+" ", " "+w+" ")
}

const fillers = "alle all andre annet antall are arsak arsaker at auf av bare ble bli blir bruk bruken bruker but " +
	"by da dag dagens de deg dem den denne der " +
	"dere deres det dette di did din ditt do does dokker du dykk eg ei ein eit eller en enn er et etter every " +
	"finnes folgende following for fordi " +
	"fra from fungerer gar generelt gir given gjelder grad grunn grunner ha had hadde han har har has have her hos " +
	"how hun hva " +
	"hvem hver hvilke hvilken hvilket hvis hvor hvordan hvorfor if ikke ikkje in ingen into is it its kan kom " +
	"korleis kva kven kvifor " +
	"lik like likt mange many med mellom men mer mest mot much must mye nar near no noe noen noko nokon nar og ogsa " +
	"om on opp or other our over " +
	"pa por prosent que sa sin situasjonen skal sitt som still svare svarer tell than that the their them then " +
	"there these they this til to " +
	"under us ut vaere vanligvis var ved vere vi vil ville vurderer was we were what when where which who why will " +
	"with you your " +
	// the expressions' own words
	"abs and any answers base capital ceil change contains count else endswith false filter first floor fraction " +
	"hasprefix hassuffix if in join last len let " +
	"list lower map matches max mean min nil none not num one pct plain population rank replace respondents " +
	"response round share " +
	"share_of_all split startswith string sum top trim true upper value was words"
