package scale

import (
	"strconv"
	"strings"
)

// rates places answers by how often a year: "daglig", "2–3 ganger i uken", "sjeldnere", "aldri".
func rates(labels []string) Scale {
	told := false
	s := placedBy("rate", labels, func(label string) (span, bool) {
		p, ok := phraseOf(strings.NewReplacer("–", "-", "—", "-").Replace(label))
		if !ok {
			return span{}, false
		}
		if s, ok := vagueRate(p.text); ok {
			return s, true
		}
		s, ok := rate(p.text)
		told = told || ok
		return s, ok
	})
	if !told {
		return Scale{}
	}
	return s
}

// vagueRate is a rate without a unit of time.
func vagueRate(text string) (span, bool) {
	switch text {
	case "aldri", "aldrig", "never", "ikke i det hele tatt", "ikkje i det heile", "not at all", "inte alls",
		"slet ikke":
		return point(0), true
	case "sjeldnere", "sjeldnare", "sjældnere", "mer sällan", "mera sällan", "less often", "less frequently",
		"more rarely", "sjelden", "sjeldan", "sjældent", "sällan", "rarely", "seldom", "nesten aldri", "nästan aldrig",
		"næsten aldrig", "almost never", "sjeldnere enn det", "mindre ofte":
		return span{0.01, 0.1}, true
	}
	return span{}, false
}

// rate reads how many times a year.
func rate(text string) (span, bool) {
	for _, less := range []string{"sjeldnere enn ", "sjeldnare enn ", "sjældnere end ", "mer sällan än ",
		"less often than ", "mindre enn ", "mindre end ", "mindre än ", "less than ", "færre enn "} {
		if rest, ok := strings.CutPrefix(text, less); ok {
			s, ok := rate(rest)
			return span{0.01, s.low - 0.01}, ok
		}
	}
	for _, more := range []string{"oftere enn ", "mer enn ", "meir enn ", "mere end ", "mer än ", "more than ",
		"more often than "} {
		if rest, ok := strings.CutPrefix(text, more); ok {
			s, ok := rate(rest)
			return span{s.high + 0.01, 2 * s.high}, ok
		}
	}
	for _, almost := range []string{"nesten ", "nästan ", "næsten ", "almost ", "så godt som ", "omtrent ", "ca ",
		"about "} {
		if rest, ok := strings.CutPrefix(text, almost); ok {
			s, ok := rate(rest)
			return span{0.9 * s.low, 0.99 * s.high}, ok
		}
	}
	if per, ok := regularly(text); ok {
		return point(per), true
	}
	return timesPer(text)
}

// regularly is once in each of some unit of time.
func regularly(text string) (float64, bool) {
	for _, each := range []string{"hver ", "kvar ", "kvart ", "hvert ", "varje ", "every ", "each "} {
		if unit, ok := strings.CutPrefix(text, each); ok {
			return perYear(unit)
		}
	}
	switch text {
	case "daglig", "dagleg", "dagligt", "dagligen", "daily", "every day":
		return 365, true
	case "ukentlig", "vekentleg", "kvar veke", "ugentlig", "ugentligt", "veckovis", "varje vecka", "weekly":
		return 52, true
	case "annenhver uke", "annankvar veke", "hver 14 dag", "every other week", "biweekly", "fortnightly",
		"varannan vecka", "hver annen uke", "hveranden uge", "kvar 14 dag", "var 14 e dag":
		return 26, true
	case "månedlig", "månadleg", "månedligt", "månatligen", "månadsvis", "monthly":
		return 12, true
	case "kvartalsvis", "quarterly", "hvert kvartal", "kvart kvartal", "varje kvartal":
		return 4, true
	case "halvårlig", "halvårleg", "halvårligt", "hvert halvår", "kvart halvår":
		return 2, true
	case "årlig", "årleg", "årligt", "årligen", "annually", "yearly":
		return 1, true
	}
	return 0, false
}

// perYear is how many of a unit of time a year has.
func perYear(unit string) (float64, bool) {
	switch unit {
	case "dag", "dagen", "døgn", "dygn", "day", "dagligt", "daglig", "dagleg":
		return 365, true
	case "uke", "uken", "uka", "veke", "veka", "uge", "ugen", "vecka", "veckan", "week":
		return 52, true
	case "måned", "måneden", "månad", "månaden", "mnd", "month":
		return 12, true
	case "kvartal", "kvartalet", "quarter":
		return 4, true
	case "halvår", "halvåret":
		return 2, true
	case "år", "året", "year":
		return 1, true
	}
	return 0, false
}

// timesPer reads "2-3 ganger i uken", "several times a month", "en gang om dagen".
func timesPer(text string) (span, bool) {
	words := strings.Fields(text)
	if len(words) < 3 {
		return span{}, false
	}
	per, ok := perYear(words[len(words)-1])
	if !ok {
		return span{}, false
	}
	switch words[len(words)-2] {
	case "i", "om", "per", "pr", "a", "en", "kvar", "hver", "hvert", "each", "every":
	default:
		return span{}, false
	}
	count, ok := timesOf(strings.Join(words[:len(words)-2], " "))
	if !ok {
		return span{}, false
	}
	return span{per * count.low, per * count.high}, true
}

// timesOf reads how many times.
func timesOf(text string) (span, bool) {
	for _, times := range []string{" ganger", " gang", " gonger", " gong", " gånger", " gång", " gange",
		" times", " time", " dager", " dagar", " dage", " days", " day", " dag"} {
		if n, ok := strings.CutSuffix(text, times); ok {
			text = n
			break
		}
	}
	switch text {
	case "en", "én", "ein", "éin", "ett", "one", "once", "a":
		return point(1), true
	case "to", "två", "two", "twice":
		return point(2), true
	case "tre", "three":
		return point(3), true
	case "flere", "fleire", "flera", "several", "multiple", "many", "mange":
		return span{2, 4}, true
	case "noen", "nokre", "nogle", "några", "a few", "et par", "eit par", "ett par", "a couple", "noen få", "some":
		return span{1.5, 3.5}, true
	}
	low, high, isRange := strings.Cut(text, "-")
	if !isRange {
		low, high, isRange = strings.Cut(text, " eller ")
	}
	a, err := strconv.Atoi(strings.TrimSpace(low))
	if err != nil || a < 1 {
		return span{}, false
	}
	if !isRange {
		return point(float64(a)), true
	}
	b, err := strconv.Atoi(strings.TrimSpace(high))
	return span{float64(a), float64(b)}, err == nil && b > a
}
