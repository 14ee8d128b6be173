package alt

// vocabulary is the words of alternative texts in one language, but for those that kinds of charts are called by.
type vocabulary struct {
	missing, hidden string // in place of a value
	unasked         string // and of one that was not on offer
	nothing         string // every value is withheld
	inYear          string // value, year
	inOrder         string // names of the series, whose values follow in this order
	sum             string // after what is added up, if that has a name, and before the figure

	extremes     string // largest category, its value, smallest category, its value
	equal        string // the value of all
	several      string // number of categories with one value
	course       string // first value, last value, change
	highest      string // value
	lowest       string // value
	top          string // what the top levels of a likert chart add up to
	categories   string // number
	statements   string // number
	series       string // number
	total        string // sum
	hiddenCount  string // number
	missingCount string // number
	unaskedCount string // number
	middle       string // words in the hole of a donut
	highlighted  string // names
	base         string // number of answers
	span         string // least and most answers
	oneAnswer    string
}

func wordsIn(tag string) vocabulary {
	switch tag {
	case "nn":
		return inNynorsk()
	case "en":
		return inEnglish()
	}
	return inBokmal()
}

func inBokmal() vocabulary {
	return vocabulary{
		missing: "mangler", unasked: "ikke spurt", hidden: "vises ikke", nothing: "Ingen av tallene vises, fordi for få har svart",
		inYear: "%s i %s", inOrder: "Verdiene står i rekkefølgen %s", sum: "i alt",
		extremes: "størst er %s med %s, minst er %s med %s", equal: "alle har %s", several: "%d kategorier",
		course: "fra %s til %s, %s", highest: ". Høyest: %s", lowest: ". Lavest: %s", top: "Øverste nivåer",
		categories: "%d kategorier", statements: "%d utsagn", series: "%d serier", total: ", til sammen %s",
		hiddenCount: "Verdier som ikke vises: %d", missingCount: "Verdier som mangler: %d", unaskedCount: "Verdier det ikke ble spurt om: %d",
		middle: "I midten: %s", highlighted: "Fremhevet: %s",
		base: "Grunnlag: %s svar", span: "%s til %s", oneAnswer: "Grunnlag: 1 svar",
	}
}

func inNynorsk() vocabulary {
	return vocabulary{
		missing: "manglar", unasked: "ikkje spurt", hidden: "blir ikkje vist", nothing: "Ingen av tala blir viste, fordi for få har svart",
		inYear: "%s i %s", inOrder: "Verdiane står i rekkjefølgja %s", sum: "i alt",
		extremes: "størst er %s med %s, minst er %s med %s", equal: "alle har %s", several: "%d kategoriar",
		course: "frå %s til %s, %s", highest: ". Høgast: %s", lowest: ". Lågast: %s", top: "Øvste nivå",
		categories: "%d kategoriar", statements: "%d utsegner", series: "%d seriar", total: ", til saman %s",
		hiddenCount: "Verdiar som ikkje blir viste: %d", missingCount: "Verdiar som manglar: %d", unaskedCount: "Verdiar det ikkje vart spurt om: %d",
		middle: "I midten: %s", highlighted: "Framheva: %s",
		base: "Grunnlag: %s svar", span: "%s til %s", oneAnswer: "Grunnlag: 1 svar",
	}
}

func inEnglish() vocabulary {
	return vocabulary{
		missing: "missing", unasked: "not asked", hidden: "not shown", nothing: "None of the figures are shown, as too few answered",
		inYear: "%s in %s", inOrder: "The values are in the order %s", sum: "total",
		extremes: "the largest is %s with %s, the smallest is %s with %s", equal: "all have %s", several: "%d categories",
		course: "from %s to %s, %s", highest: ". Highest: %s", lowest: ". Lowest: %s", top: "Top levels",
		categories: "%d categories", statements: "%d statements", series: "%d series", total: ", %s in all",
		hiddenCount: "Values not shown: %d", missingCount: "Values missing: %d", unaskedCount: "Values not asked for: %d",
		middle: "In the middle: %s", highlighted: "Highlighted: %s",
		base: "Base: %s answers", span: "%s to %s", oneAnswer: "Base: 1 answer",
	}
}
