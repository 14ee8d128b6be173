package scale

import "strings"

// commonEnd finds a scale whose end is no known word, but the same in all answers: "Ikke trygg", "Litt trygg", "Svært
// trygg". Its opposite may be one, too: "utrygg". One word of degree at least shows that it is a scale.
func commonEnd(labels []string) Scale {
	phrases := make([]phrase, len(labels))
	end := ""
	for i, label := range labels {
		p, ok := phraseOf(label)
		if !ok {
			return Scale{}
		}
		phrases[i] = p
		_, strange := p.look(common)
		for _, word := range strange {
			if end == "" || len(word) < len(end) {
				end = word
			}
		}
	}
	f := family{"degree", sharing(end), named}
	degrees := 0
	for _, p := range phrases {
		senses, ok := p.senses(f.meaning)
		if !ok {
			return Scale{}
		}
		if r := read(senses); len(r.degrees) > 0 || r.little {
			degrees++
		}
	}
	if end == "" || degrees == 0 {
		return Scale{}
	}
	return f.scale(labels, phrases)
}

// sharing knows one word, and its opposites.
func sharing(end string) func(string) (sense, bool) {
	return func(word string) (sense, bool) {
		if word == end {
			return high()
		}
		for _, prefix := range []string{"u", "o", "un", "in", "im", "dis", "mis", "miss", "ikke-", "non-"} {
			if rest, ok := strings.CutPrefix(word, prefix); ok && rest == end {
				return low()
			}
		}
		return nothing()
	}
}
