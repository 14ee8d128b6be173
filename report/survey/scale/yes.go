package scale

import "strings"

// yesOrNo places yes before what lies between, and no last.
func yesOrNo(labels []string) Scale {
	told := false
	s := placedBy(YesOrNo, labels, func(label string) (span, bool) {
		p, ok := phraseOf(label)
		if !ok {
			return span{}, false
		}
		s, own, ok := yes(p)
		told = told || own
		return s.times(-1), ok
	})
	if !told {
		return Scale{}
	}
	return s
}

// yes is how much an answer says yes, and whether it has a word of yes or no.
func yes(p phrase) (s span, own, ok bool) {
	senses, ok := p.senses(func(word string) (sense, bool) {
		if s, ok := yesWord(word); ok {
			return s, true
		}
		return common(word)
	})
	if !ok {
		return span{}, false, false
	}
	r := read(senses)
	switch {
	case len(r.poles) == 1 && r.poles[0].sign < 0:
		if r.not = false; len(r.fixed) == 1 && r.fixed[0].sign != 0 { // "nei, trolig ikke"
			return r.fixed[0].span, true, true
		}
	case len(r.poles) == 0 && len(r.degrees) == 1 && !r.not && len(r.fixed) == 0: // "delvis", "definitely"
		if s := r.degrees[0].span; s.low >= 1.5 {
			return s, false, true
		}
		return span{-0.4, 0.4}, false, true
	}
	s, ok = r.place()
	return s, named(r), ok
}

func yesWord(p string) (sense, bool) {
	switch p {
	case "ja", "yes", "true", "sann", "sant", "sandt", "selected", "checked", "valgt", "avkrysset", "avkryssa", "vald":
		return high()
	case "nei", "nej", "no", "false", "usann", "usant", "falsk", "falskt", "not selected", "not checked", "unchecked",
		"ikke valgt", "ikkje valgt", "ikke avkrysset", "ikkje avkryssa", "inte vald":
		return low()
	case "kanskje", "kanske", "måske", "maybe", "perhaps", "might or might not", "muligens", "mogleg", "av og til",
		"noen ganger", "sometimes", "både ja og nej", "både ja och nej":
		return sense{kind: fixed}, true
	case "trolig", "truleg", "sannsynligvis", "sannsynlegvis", "sandsynligvis", "formentlig", "troligen",
		"förmodligen", "sannolikt", "nok", "probably":
		return sense{kind: degree, span: point(1.6)}, true
	case "definitely not", "helt sikkert ikke", "definitivt ikke", "definitivt ikkje":
		return placed(-4, -4)
	case "probably not", "trolig ikke", "truleg ikkje", "sannsynligvis ikke", "nok ikke":
		return placed(-1.6, -1.6)
	case "sikkert", "helt sikkert", "heilt sikkert", "helt säkert", "certainly":
		return sense{kind: degree, span: point(4)}, true
	}
	return nothing()
}

// YesNo is the order of yes and no, before and after which nothing else stands.
func YesNo(label string) int {
	switch strings.ToLower(label) {
	case "ja", "yes", "true", "sann":
		return -2
	case "nei", "nej", "no", "false", "usann":
		return -1
	}
	return 0
}

// IsBoolean tells the answers of a box that is ticked or not, as spreadsheets and JSON write them.
func IsBoolean(label string) bool {
	switch strings.ToLower(label) {
	case "true", "false", "sann", "usann":
		return true
	}
	return false
}
