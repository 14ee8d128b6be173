package scale

// schooling places how long people went to school.
func schooling(labels []string) Scale {
	return placedBy(Schooling, labels, func(label string) (span, bool) {
		p, ok := phraseOf(label)
		if !ok {
			return span{}, false
		}
		senses, ok := p.senses(schoolWord)
		if !ok {
			return span{}, false
		}
		return schoolOf(senses)
	})
}

// schoolOf is the level of an answer; of one that names several, from the lowest to the highest.
func schoolOf(senses []sense) (span, bool) {
	var out span
	length := 0.0
	found := false
	for _, s := range senses {
		switch s.kind {
		case degree:
			length = s.sign
		case fixed:
			if !found {
				out = s.span
			}
			out, found = out.join(s.span), true
		}
	}
	if length != 0 { // "universitet, inntil 4 år"
		if !found || out != universityLevels() {
			return span{}, false
		}
		if length < 0 {
			return span{4, 4.4}, true
		}
		return span{4.6, 5.4}, true
	}
	return out, found
}

// universityLevels are a bachelor's and a master's.
func universityLevels() span { return span{4, 5.4} }

func schoolWord(p string) (sense, bool) {
	if s, ok := lowerSchool(p); ok {
		return placed(s.low, s.high)
	}
	if s, ok := higherSchool(p); ok {
		return placed(s.low, s.high)
	}
	switch p {
	case "kort", "lavere", "lågare", "lavere grad", "lågare grad", "inntil 4 år", "opptil 4 år", "opp til 4 år",
		"til og med 4 år", "inntil 3 år", "1-3 år", "1-4 år", "under 3 år", "mindre än 3 år", "kortare än 3 år",
		"3 år", "t o m 4 år", "inntil fire år":
		return sense{kind: degree, sign: -1}, true
	case "lang", "lång", "høyere grad", "høgare grad", "mer enn 4 år", "meir enn 4 år", "over 4 år", "5 år eller mer",
		"5 år eller meir", "3 år eller längre", "3 år eller mer", "5 år", "mer enn fire år", "4 år eller mer":
		return sense{kind: degree, sign: 1}, true
	case "skole", "skule", "skola", "utdanning", "utdanningen", "uddannelse", "utbildning", "grad", "gradsnivå",
		"nivå", "niveau", "eller", "or", "og", "och", "and", "tilsvarende", "tilsvarande", "motsvarande", "equivalent",
		"degree", "education", "school", "level", "completed", "fullført", "fullførte", "s", "fra", "frå", "på", "i",
		"e g", "ged", "a", "or equivalent", "avsluttet", "høyeste", "examen", "diploma", "fullförd", "afsluttet",
		"skolenivå", "et", "er", "en":
		return sense{kind: filler}, true
	}
	return nothing()
}

func lowerSchool(p string) (span, bool) {
	switch p {
	case "ingen", "ingen utdanning", "ingen utdanningsnivå", "ingen fullført utdanning", "ingen uddannelse",
		"ingen utbildning", "no education", "no formal education", "none", "inga utdanning", "no schooling",
		"ingen skole":
		return point(0), true
	case "barneskole", "barneskule", "primary", "primary school", "primary education", "elementary",
		"elementary school":
		return point(0.6), true
	case "grunnskole", "grunnskule", "grunnskolenivå", "grunnskulenivå", "grundskole", "folkeskole", "grundskola",
		"folkskola", "less than high school", "some high school", "no high school":
		return span{0.5, 1.2}, true
	case "ungdomsskole", "ungdomsskule", "lower secondary", "lower secondary school", "middle school", "realskole",
		"realskola":
		return point(1), true
	case "videregående", "vidaregåande", "videregående skole", "vidaregåande skule", "videregående skolenivå",
		"gymnas", "gymnasium", "gymnasieskola", "gymnasie", "gymnasieutbildning", "gymnasial", "upper secondary",
		"upper secondary school", "secondary", "secondary school", "high school", "vgs", "studiespesialiserende",
		"artium", "allmennfag":
		return span{2, 2.2}, true
	case "fagbrev", "yrkesfag", "svennebrev", "fagutdanning", "yrkesutdanning", "yrkesutbildning", "erhvervsfaglig",
		"erhvervsuddannelse", "erhvervsfaglig uddannelse", "vocational", "vocational training", "trade school",
		"lærling":
		return span{2.4, 2.9}, true
	case "fagskole", "fagskule", "fagskolenivå", "fagskulenivå", "yrkeshögskola", "erhvervsakademi", "some college",
		"some college but no degree", "some university", "post-secondary", "kort videregående",
		"kort videregående uddannelse", "some college no degree":
		return span{3, 3.3}, true
	case "associate", "associate degree", "associates":
		return point(3.5), true
	}
	return span{}, false
}

func higherSchool(p string) (span, bool) {
	switch p {
	case "bachelor", "bachelors", "bachelorgrad", "bachelornivå", "bachelor s", "bachelor s degree", "kandidatexamen",
		"mellemlang videregående", "mellemlang videregående uddannelse", "undergraduate", "cand mag", "college degree",
		"professionsbachelor":
		return span{4, 4.4}, true
	case "høyskole", "høgskole", "høgskule", "høyskolenivå", "høgskolenivå", "universitet", "universitets-",
		"universitetsnivå", "högskola", "university", "college", "university degree", "høyere utdanning",
		"høgare utdanning", "higher education", "eftergymnasial", "universitetsutdanning", "universitetsutbildning",
		"høyskoleutdanning", "høyskole universitet", "videregående uddannelse", "universitets- og høgskolenivå",
		"universitets- og høyskolenivå":
		return universityLevels(), true
	case "master", "masters", "mastergrad", "masternivå", "masterexamen", "master s", "master s degree", "magister",
		"magisterexamen", "hovedfag", "hovudfag", "graduate", "graduate degree", "postgraduate", "postgraduate degree",
		"lang videregående", "lang videregående uddannelse", "kandidat", "kandidatgrad", "professional degree",
		"embetseksamen":
		return span{5, 5.4}, true
	case "doktorgrad", "doktor", "phd", "ph d", "doctorate", "doctoral", "doctoral degree", "doktorsexamen",
		"forskerutdanning", "forskarutdanning", "forskarutbildning", "forskeruddannelse", "doktorgradsnivå", "dr grad",
		"d phil", "ph d -grad", "forskerutdanningsnivå", "licentiat":
		return span{6, 6.4}, true
	}
	return span{}, false
}
