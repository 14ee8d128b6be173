package scale

func quality(p string) (sense, bool) {
	switch p {
	case "god", "gode", "godt", "bra", "good", "well":
		return high()
	case "dårlig", "dårlige", "dårligt", "dårleg", "dårlege", "dålig", "dåligt", "dåliga", "poor", "poorly", "bad",
		"badly", "svak", "svakt":
		return low()
	case "excellent", "outstanding", "fremragende", "framifrå", "utmerket", "utmerka", "utmerkt", "udmærket",
		"utmärkt", "utmärkta", "perfekt", "perfect", "superb", "enestående", "eineståande":
		return placed(3.5, 5)
	case "terrible", "horrible", "awful", "elendig", "forferdelig", "unacceptable", "uakseptabel", "uakseptabelt":
		return placed(-5, -3.5)
	case "fair", "average", "acceptable", "satisfactory", "akseptabel", "akseptabelt", "acceptabel", "acceptabelt",
		"godkänd", "godkänt", "tilfredsstillende", "tilfredsstillande", "ok", "okay", "okey", "greit",
		"gjennomsnittlig", "gjennomsnittleg", "gennemsnitlig", "genomsnittlig", "so-so":
		return placed(-0.9, 1.2)
	}
	return nothing()
}

// comparison places more and less, better and worse, against what was.
func comparison(p string) (sense, bool) {
	switch p {
	case "bedre", "betre", "bättre", "better", "improved", "forbedret", "forbedra", "forbetra", "förbättrats", "mer",
		"meir", "mere", "mera", "more", "flere", "fleire", "fler", "økt", "auka", "øget", "ökat", "increased",
		"increase", "øke", "auke", "øk", "øker", "høyere", "høgare", "højere", "högre", "higher", "større",
		"større enn", "larger":
		return high()
	case "dårligere", "dårlegare", "dårligare", "verre", "værre", "sämre", "worse", "forverret", "forverra",
		"försämrats", "mindre", "less", "færre", "færre enn", "färre", "fewer", "redusert", "minsket", "minska",
		"minskat", "reduced", "decreased", "decrease", "minke", "mink", "lavere", "lågare", "lägre", "lower",
		"smaller":
		return low()
	case "som før", "som tidlegare", "som tidligere", "uendret", "uendra", "uændret", "uforandret", "uforandra",
		"oförändrat", "oförändrad", "det samme", "det same", "samme", "same", "detsamma", "samma", "omtrent som før",
		"omtrent det samme", "omtrent det same", "omtrent like", "like bra", "like god", "like godt", "likt", "lika",
		"lika bra", "ingen endring", "inga endring", "ingen forskjell", "ingen skilnad", "ingen forandring",
		"ingen ændring", "ingen förändring", "ingen skillnad", "unchanged", "the same", "about the same", "no change",
		"no difference", "ungefär samma", "ungefär som förut", "som förut", "som tidigare", "på samme nivå",
		"på same nivå", "stayed the same":
		return placed(-0.3, 0.3)
	case "mye", "mykje", "meget", "mycket", "much", "far", "a lot", "betydelig", "betydeleg", "betydligt", "vesentlig",
		"vesentleg", "väsentligt", "væsentligt", "betraktelig", "klart", "markant", "greatly", "significantly",
		"considerably", "kraftig", "kraftigt":
		return sense{kind: degree, span: point(3)}, true
	case "lite": // a little, in Swedish
		return sense{kind: degree, span: span{0.5, 1.4}}, true
	case "enn før", "enn tidligere", "enn i fjor", "end før", "än tidigare", "än förut", "than before",
		"than last year", "blitt", "blevet", "blivit", "har", "have", "has", "got", "become":
		return sense{kind: filler}, true
	}
	return nothing()
}

// rightness places too much and too little.
func rightness(p string) (sense, bool) {
	switch p {
	case "for", "för", "too":
		return sense{kind: carrier}, true
	case "passe", "passe mye", "passe mykje", "akkurat passe", "passelig", "passeleg", "tilpasse", "tilpass",
		"høveleg", "lagom", "about right", "just right", "the right amount", "tilpas", "passende", "passande":
		return placed(0, 0)
	case "mye", "mykje", "meget", "mycket", "much", "many", "mange", "många", "lang", "langt", "lange", "lång",
		"långt", "long", "høy", "høyt", "høg", "høgt", "høj", "højt", "hög", "högt", "high", "stor", "stort", "big",
		"large", "fort", "hurtigt", "snabbt", "fast":
		return high()
	case "lite", "lidt", "little", "few", "få", "kort", "korte", "short", "lav", "lavt", "låg", "lågt", "low", "liten",
		"lita", "small", "sakte", "langsomt", "långsamt", "slow":
		return low()
	case "alt", "altfor", "alltför", "alldeles", "far":
		return sense{kind: degree, span: point(3)}, true
	}
	return nothing()
}

// truth places how well a statement fits.
func truth(p string) (sense, bool) {
	switch p {
	case "stemmer", "stämmer", "passer", "passar", "gjelder", "gjeld", "gäller", "applies", "apply", "true", "sant",
		"sandt":
		return sense{kind: carrier}, true
	case "untrue", "usant", "osant", "dårlig", "dårleg", "dårligt", "dåligt", "poorly":
		return low()
	case "godt", "bra", "well", "mye", "of me":
		return sense{kind: filler}, true
	}
	return nothing()
}

// bareDegree places words of degree that stand alone, as under a question that names the end: "How important …?"
func bareDegree(p string) (sense, bool) {
	switch p {
	case "not very", "not so", "not that", "not much", "ikke særlig", "ikkje særleg", "ikke så", "ikkje så",
		"ikke veldig", "ikkje veldig", "inte särskilt", "inte så", "inte så mycket":
		return placed(-0.9, -0.5)
	}
	s, ok := degreeWord(p)
	if !ok || p == "that" || p == "so" || p == "så" {
		return nothing()
	}
	return sense{kind: fixed, span: s.span, sign: 1}, true
}
