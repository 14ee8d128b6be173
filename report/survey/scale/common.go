package scale

// common are the words that scales of all kinds share, in Norwegian, Danish, Swedish and English.
func common(p string) (sense, bool) {
	for _, look := range []func(string) (sense, bool){degreeWord, turningWord, middleWord, emptyWord} {
		if s, ok := look(p); ok {
			return s, true
		}
	}
	return sense{}, false
}

// degreeWord says how strongly. Where two of them may mean the same, their spans meet.
func degreeWord(p string) (sense, bool) {
	var s span
	switch p {
	case "slightly", "a bit", "en smule", "ein smule":
		s = span{0.5, 0.9}
	case "litt", "lidt", "delvis", "delvist", "noe", "noko", "noget", "något", "partly", "partially", "in part",
		"a little", "til dels", "til en viss grad", "til ein viss grad", "til viss grad", "till viss del",
		"till en viss del", "till viss grad", "to some extent", "to some degree", "i noen grad", "i nokon grad":
		s = span{0.5, 1.4}
	case "somewhat":
		s = span{1, 1.4}
	case "moderately", "moderat", "måttligt":
		s = span{1.5, 1.7}
	case "quite":
		s = span{1.8, 2.6}
	case "ganske", "nokså", "temmelig", "temmeleg", "ganska", "tämligen", "relativt", "fairly", "rather", "mostly",
		"generally", "reasonably", "pretty", "tend to", "overvejende", "overveiende", "overvegande", "stort sett",
		"i hovedsak", "i hovudsak", "i huvudsak", "for det meste", "mest":
		s = span{1.5, 2.6}
	case "svært", "veldig", "meget", "mycket", "very", "strongly", "sterkt", "starkt", "stærkt", "highly", "so", "så",
		"väldigt", "vældig", "rigtig", "really", "virkelig", "særlig", "særleg", "spesielt", "särskilt",
		"particularly", "especially", "that":
		s = point(3)
	case "helt", "heilt", "fullstendig", "fullt ut", "fullt", "fuldstændig", "fuldt ud", "fullständigt", "completely",
		"totally", "entirely", "fully", "wholly", "absolutt", "absolut", "absolutely", "extremely", "ekstremt",
		"extremt", "særdeles", "särdeles", "ytterst", "uhyre", "exceptionally", "definitivt", "definitely",
		"helt klart":
		s = point(4)
	default:
		return sense{}, false
	}
	return sense{kind: degree, span: s}, true
}

// turningWord says that an end is not meant.
func turningWord(p string) (sense, bool) {
	switch p {
	case "ikke", "ikkje", "inte", "ej", "icke", "not", "do not", "don t", "dont", "does not", "is not", "am not":
		return sense{kind: not}, true
	case "i det hele tatt", "i det heile", "i det heile tatt", "at all", "alls":
		return sense{kind: atAll}, true
	case "slett ikke", "slett ikkje", "slet ikke", "overhodet ikke", "overhovedet ikke", "på ingen måte",
		"på inget sätt", "in no way":
		return sense{kind: notAtAll}, true
	case "lite", "mindre", "hardly", "barely", "knapt", "næppe", "knappt":
		return sense{kind: little}, true
	}
	return sense{}, false
}

// middleWord is the middle of a scale.
func middleWord(p string) (sense, bool) {
	switch p {
	case "verken", "hverken", "korkje", "varken", "neither":
		return sense{kind: neither}, true
	case "nøytral", "nøytralt", "neutral", "neutralt", "både og", "både ja og nei", "midt imellom", "midt i mellom",
		"mitt emellan", "midt imellem", "middels", "undecided", "uncertain", "unsure", "not sure", "i am not sure",
		"i m not sure", "usikker", "usikkert", "uviss", "osäker", "ikke sikker", "ikkje sikker", "inte säker",
		"tveksam":
		return sense{kind: fixed}, true
	}
	return sense{}, false
}

// emptyWord holds a sentence together.
func emptyWord(p string) (sense, bool) {
	switch p {
	case "i", "på", "er", "ær", "är", "med", "jeg", "eg", "jag", "meg", "mig", "mej", "det", "at", "att", "og", "och",
		"eller", "or", "nor", "am", "m", "is", "it", "the", "an", "to", "of", "with", "me", "this", "dette", "detta",
		"for":
		return sense{kind: filler}, true
	}
	return sense{}, false
}
