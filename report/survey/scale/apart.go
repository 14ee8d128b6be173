package scale

import "strings"

// IsApart tells the answers that are none, and those that are outside of any order: "don't know", "not relevant",
// "prefer not to say", "other". They stand last.
func IsApart(label string) bool { return apart(label) > 0 }

// apart is the order of those that stand last; 0 for an answer that does not.
func apart(label string) int {
	p, ok := phraseOf(label)
	if !ok {
		return 0
	}
	if n := apartWords(p.text); n > 0 {
		return n
	}
	if numbered, ok := ratingOf(label); ok && numbered.words != "" {
		return apart(numbered.words)
	}
	if isOther(label) {
		return other
	}
	for _, between := range []string{"/", " eller ", " or ", ","} { // "Vet ikke / ikke relevant"
		first, second, found := strings.Cut(label, between)
		if !found {
			continue
		}
		if isOther(first) && len(between) == 1 {
			return other
		}
		if a, b := apart(first), apart(second); a > 0 && b > 0 {
			return max(a, b)
		}
	}
	return 0
}

// The answers that stand last, in their order.
const (
	other = iota + 1
	noneOfThem
	notRelevant
	dontKnow
	noAnswer
)

// isOther tells "other" of some kind: "Annet, noter hva", "Other (please specify)".
func isOther(label string) bool {
	const most = 4
	label, _, _ = strings.Cut(label, "(")
	words := wordsOf(label)
	if len(words) == 0 || len(words) > most {
		return false
	}
	switch words[0] {
	case "annet", "anna", "annen", "andre", "other", "others", "andet", "anden", "annat", "annan", "andra", "øvrig",
		"øvrige", "övrigt", "övriga":
		return true
	}
	return words[0] == "noe" && len(words) > 1 && words[1] == "annet"
}

func apartWords(text string) int {
	switch text {
	case "ingen av disse", "ingen av dei", "ingen av delene", "ingen av dei nemnde", "ingen av alternativene",
		"ingen av dem", "ingen av alternativa", "ingen av de nevnte", "ingen av de ovennevnte", "ingen af disse",
		"ingen af delene", "ingen af de nævnte", "inget av ovanstående", "inget av dessa", "ingen av ovanstående",
		"none of the above", "none of these", "none of them":
		return noneOfThem
	case "ikke relevant", "ikkje relevant", "not relevant", "irrelevant", "ej relevant", "inte relevant",
		"not applicable", "does not apply", "doesn t apply", "ikke aktuelt", "ikkje aktuelt", "ikke aktuell",
		"ikkje aktuell", "inte aktuellt", "ej aktuellt", "uaktuelt", "n a", "na", "gjelder ikke", "gjeld ikkje",
		"gjelder ikke meg", "ikke relevant for meg", "ikkje relevant for meg", "ikke aktuelt for meg",
		"not applicable to me", "ej tillämpligt", "inte tillämpligt", "ikke anvendeligt", "har ikke erfaring",
		"ingen erfaring", "no experience":
		return notRelevant
	case "vet ikke", "veit ikkje", "veit ikke", "vet ikkje", "jeg vet ikke", "eg veit ikkje", "ved ikke", "ved ej",
		"det ved jeg ikke", "jeg ved ikke", "vet ej", "vet inte", "jag vet inte", "don t know", "dont know",
		"do not know", "i don t know", "i dont know", "i do not know", "dk", "can t say", "cannot say", "can t choose",
		"vet ikke sikkert", "usikker vet ikke", "vet ikke usikker", "vet ikke ikke relevant", "umulig å si",
		"umogleg å seie", "kan ikke svare", "kan ikkje svare", "kan ikke si", "kan ikkje seie", "kan ikke vurdere",
		"kan ikkje vurdere", "kan ej bedöma", "kan inte bedöma", "kan ikke bedømme", "kan ej ta ställning",
		"kan inte ta ställning", "kan ikke ta stilling", "kan ikkje ta stilling", "ingen formening", "inga meining",
		"ingen mening", "ingen åsikt", "ingen uppfattning", "har ingen åsikt", "har ingen mening", "ingen holdning",
		"no opinion", "husker ikke", "hugsar ikkje", "minns inte", "don t remember", "can t remember":
		return dontKnow
	case "ønsker ikke å svare", "ønskjer ikkje å svare", "vil ikke svare", "vil ikkje svare", "ønsker ikke svare",
		"ønsker ikke å oppgi", "ønskjer ikkje å oppgi", "vil ikke oppgi", "vil ikkje oppgi", "ønsker ikke å si",
		"jeg ønsker ikke å svare", "eg ønskjer ikkje å svare", "ønsker ikke at svare", "ønsker ikke at oplyse",
		"vil helst ikke svare", "vil helst ikkje svare", "vill inte svara", "vill ej svara", "vill inte uppge",
		"vill ej uppge", "önskar inte svara", "vill helst inte svara", "prefer not to say", "prefer not to answer",
		"i prefer not to say", "i prefer not to answer", "i d rather not say", "rather not say", "decline to answer",
		"refused", "refuse", "no answer", "ubesvart", "ubesvaret", "obesvarad", "inget svar", "uoppgitt", "uoppgjeve",
		"ikke svart", "ikkje svart", "ikke besvart", "ikke oppgitt", "ikkje oppgjeve", "ej svar", "not stated",
		"uoplyst", "ukjent", "ukjend", "unknown":
		return noAnswer
	}
	return 0
}
