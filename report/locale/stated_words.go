package locale

// What FindFractions looks for is wider than what Fraction prints: an author may write any form that is allowed.

func halves(tag string) []string {
	switch tag {
	case "nn":
		return []string{"halvparten", "halvdelen", "helvta"}
	case "en":
		return []string{"half"}
	}
	return []string{"halvparten", "halvdelen"}
}

// links are the words between numerator and denominator.
func links(tag string) [][]string {
	if tag == "en" {
		return [][]string{{"in"}, {"of"}, {"out", "of"}}
	}
	return [][]string{{"av"}}
}

// numbers are 0 to 100 in words, with the forms that Cardinal does not write: other genders, no accent, "syv".
func (l Locale) numbers() map[string]int {
	words := map[string]int{}
	for n := range 101 {
		w, _ := l.Cardinal(n)
		words[w] = n
	}
	for _, w := range ones(l.Tag) {
		words[w] = 1
	}
	if l.Tag == "nb" {
		words["syv"], words["tyve"], words["tredve"] = 7, 20, 30
	}
	return words
}

func ones(tag string) []string {
	switch tag {
	case "nn":
		return []string{"ein", "ei", "éi", "eit", "eitt"}
	case "en":
		return nil
	}
	return []string{"en", "ei", "éi", "et", "ett"}
}

// parts are the names of denominators. "Tredel" and "tredjedel" are equally good up to twelfths (Språkrådet,
// "Tall"); "tredjepart" is left out, for it is a third party too.
func parts(tag string) map[string]int {
	switch tag {
	case "nn":
		return map[string]int{
			"tredel": 3, "tredjedel": 3, "firedel": 4, "fjerdedel": 4, "femdel": 5, "femtedel": 5,
			"seksdel": 6, "sjettedel": 6, "sjudel": 7, "sjuandedel": 7, "åttedel": 8, "åttandedel": 8,
			"nidel": 9, "niandedel": 9, "tidel": 10, "tiandedel": 10,
		}
	case "en":
		return map[string]int{
			"third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
		}
	}
	return map[string]int{
		"tredel": 3, "tredjedel": 3, "firedel": 4, "fjerdedel": 4, "femdel": 5, "femtedel": 5,
		"seksdel": 6, "sjettedel": 6, "sjudel": 7, "sjuendedel": 7, "syvendedel": 7, "åttedel": 8, "åttendedel": 8,
		"nidel": 9, "niendedel": 9, "tidel": 10, "tiendedel": 10,
	}
}

func plural(tag string) string {
	switch tag {
	case "nn":
		return "ar"
	case "en":
		return "s"
	}
	return "er"
}
