package locale

// What is looked for is wider than what is printed: an author may write any form that is allowed, and mixes bokmål and
// nynorsk.

// sense is what a word means where a quantity is stated.
type sense struct {
	roles role
	n     int // the number, the denominator, or the place in a row
}

// role is a set, as "third" is a part and stands in a row.
type role uint8

const (
	number    role = 1 << iota // 0 to 100: "sju"
	part                       // of a whole: "tredel"
	half                       // of a whole: "halvparten"
	amount                     // counts, but not from 0 to 100: "tusen", "halv"
	ordinal                    // "tredje"
	each                       // "hver"
	alternate                  // "annenhver"
	times                      // "dobbelt"
)

type vocabulary map[string]sense

func (v vocabulary) add(r role, n int, words ...string) {
	for _, w := range words {
		v[w] = sense{v[w].roles | r, n}
	}
}

func (v vocabulary) addAll(r role, words map[string]int) {
	for w, n := range words {
		v.add(r, n, w)
	}
}

func norwegianVocabulary() vocabulary {
	v := vocabulary{}
	for _, tag := range []string{"nb", "nn"} {
		v.addCardinals(tag)
	}
	v.add(number, 1, "en", "ei", "éi", "et", "ett", "ein", "eit", "eitt")
	v.add(number, 7, "syv")
	v.addOldTens()
	v.addAll(part, norwegianParts())
	v.addAll(ordinal, norwegianOrdinals())
	v.add(half, 2, "halvparten", "halvdelen", "helvta")
	v.add(amount, 1000, "tusen")
	v.add(amount, 0, "halv", "halvt", "halvannen", "halvannet", "halvannan", "halvanna", "halvtanna", "halvtannan")
	v.add(each, 0, "hver", "hvert", "kvar", "kvart")
	v.add(alternate, 0, "annenhver", "annethvert", "annahvert", "annankvar", "annakvar", "annakvart", "annankvart")
	v.add(times, 2, "dobbelt")
	return v
}

func englishVocabulary() vocabulary {
	v := vocabulary{}
	v.addCardinals("en")
	v.add(number, 100, "hundred")
	for w, n := range map[string]int{
		"third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
	} {
		v.add(part|ordinal, n, w)
		v.add(part, n, w+"s")
	}
	v.addAll(ordinal, map[string]int{
		"second": 2, "other": 2, "eleventh": 11, "twelfth": 12, "twentieth": 20, "fiftieth": 50, "hundredth": 100,
	})
	v.add(half, 2, "half")
	v.add(amount, 1000, "thousand")
	v.add(each, 0, "every")
	v.add(times, 2, "twice")
	v.add(times, 3, "thrice")
	return v
}

func (v vocabulary) addCardinals(tag string) {
	for n := range 101 {
		w, _ := Locale{Tag: tag}.Cardinal(n)
		v.add(number, n, w)
	}
}

// addOldTens adds what Cardinal never writes: "tjuesyv", and the counting of before 1951, "åtteogseksti".
func (v vocabulary) addOldTens() {
	tens := tens("nb")
	ones := append(small("nb")[:10], "syv", "en")
	for n := 20; n < 100; n += 10 {
		words := []string{tens[n/10]}
		switch n {
		case 20:
			words = append(words, "tyve")
		case 30:
			words = append(words, "tredve")
		}
		for _, ten := range words {
			v.add(number, n, ten)
			for _, one := range ones[1:] {
				v.add(number, n+v[one].n, ten+one, one+"og"+ten)
			}
		}
	}
}

// norwegianParts are the names of denominators. "Tredel" and "tredjedel" are equally good up to twelfths (Språkrådet,
// "Tall"); "tredjepart" is left out, for it is a third party too.
func norwegianParts() map[string]int {
	parts := map[string]int{}
	for word, n := range map[string]int{
		"tre": 3, "tredje": 3, "fire": 4, "fjerde": 4, "fem": 5, "femte": 5, "seks": 6, "sjette": 6,
		"sju": 7, "syv": 7, "sjuende": 7, "syvende": 7, "sjuande": 7, "åtte": 8, "åttende": 8, "åttande": 8,
		"ni": 9, "niende": 9, "niande": 9, "ti": 10, "tiende": 10, "tiande": 10,
	} {
		parts[word+"del"], parts[word+"deler"], parts[word+"delar"] = n, n, n
	}
	return parts
}

func norwegianOrdinals() map[string]int {
	return map[string]int{
		"andre": 2, "annen": 2, "annet": 2, "annan": 2, "anna": 2, "tredje": 3, "fjerde": 4, "femte": 5, "sjette": 6,
		"sjuende": 7, "syvende": 7, "sjuande": 7, "åttende": 8, "åttande": 8, "niende": 9, "niande": 9,
		"tiende": 10, "tiande": 10, "ellevte": 11, "tolvte": 12, "femtende": 15, "femtande": 15,
		"tjuende": 20, "tjuande": 20, "tyvende": 20, "femtiende": 50, "femtiande": 50, "hundrede": 100, "hundrande": 100,
	}
}
