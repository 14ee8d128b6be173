package scale

// family is a kind of scale: its name, and what its own words mean.
type family struct {
	name string
	word func(string) (sense, bool)

	// what makes an answer one of the family, and not merely one that all families have
	own func(reading) bool
}

// families are the scales in words, each tried after the ones before it.
func families() []family {
	return []family{
		{Agreement, agreement, named},
		{"satisfied", satisfaction, named},
		{"important", importance, named},
		{"likely", likelihood, named},
		{"positive", attitude, named},
		{"easy", ease, named},
		{"better", comparison, named},
		{"right", rightness, carried},
		{"good", quality, named},
		{"true", truth, carried},
		{"often", frequency, named},
		{"extent", extent, named},
		{"amount", amount, named},
		{"degree", bareDegree, carried},
	}
}

// named tells an answer that says an end or a place of its own.
func named(r reading) bool { return len(r.poles) > 0 || isPlaced(r) }

func isPlaced(r reading) bool { return len(r.fixed) == 1 && r.fixed[0].sign != 0 }

func carried(r reading) bool { return r.carried || isPlaced(r) }

// place is where an answer lies on the family's scale, and whether it is one that only this family has.
func (f family) place(p phrase) (s span, own, ok bool) {
	senses, ok := p.senses(f.meaning)
	if !ok {
		return span{}, false, false
	}
	r := read(senses)
	s, ok = r.place()
	return s, f.own(r), ok
}

// meaning is what a word means: what the family says goes before what all have in common.
func (f family) meaning(word string) (sense, bool) {
	if s, ok := f.word(word); ok {
		return s, true
	}
	return common(word)
}

func high() (sense, bool)    { return sense{kind: pole, sign: 1}, true }
func low() (sense, bool)     { return sense{kind: pole, sign: -1}, true }
func nothing() (sense, bool) { return sense{}, false }

// placed is a word that is a place by itself; its sign tells it from the middle that all scales have.
func placed(from, to float64) (sense, bool) {
	return sense{kind: fixed, span: span{from, to}, sign: 1}, true
}

func agreement(p string) (sense, bool) {
	switch p {
	case "enig", "enige", "einig", "einige", "samd", "samde", "agree", "agreed", "instämmer", "instämma", "håller",
		"overens", "överens", "samtykker":
		return high()
	case "uenig", "uenige", "ueinig", "ueinige", "usamd", "usamde", "disagree", "oenig", "avstånd", "avstand",
		"afstand":
		return low()
	case "tar", "tager", "från", "fra", "frå", "held":
		return sense{kind: filler}, true
	}
	return nothing()
}

func satisfaction(p string) (sense, bool) {
	switch p {
	case "fornøyd", "fornøyde", "fornøgd", "nøgd", "nøgde", "tilfreds", "tilfredse", "nöjd", "nöjda", "satisfied",
		"happy", "pleased":
		return high()
	case "misfornøyd", "misfornøyde", "misfornøgd", "misnøgd", "misnøgde", "misnøyd", "utilfreds", "utilfredse",
		"missnöjd", "missnöjda", "dissatisfied", "unsatisfied", "unhappy", "displeased":
		return low()
	}
	return nothing()
}

func importance(p string) (sense, bool) {
	switch p {
	case "viktig", "viktige", "viktigt", "vigtig", "vigtigt", "vigtige", "important":
		return high()
	case "uviktig", "uviktige", "uvigtig", "uvigtigt", "oviktig", "oviktigt", "unimportant":
		return low()
	case "avgjørende", "avgjerande", "afgørende", "avgörande", "essential", "crucial", "critical", "helt avgjørende":
		return placed(4.5, 5)
	}
	return nothing()
}

func likelihood(p string) (sense, bool) {
	switch p {
	case "sannsynlig", "sannsynleg", "trolig", "truleg", "sandsynlig", "sandsynligt", "sannolik", "sannolikt",
		"troligt", "likely", "probable":
		return high()
	case "usannsynlig", "usannsynleg", "utrolig", "utruleg", "usandsynlig", "usandsynligt", "osannolik", "osannolikt",
		"unlikely", "improbable":
		return low()
	}
	return nothing()
}

func attitude(p string) (sense, bool) {
	switch p {
	case "positiv", "positive", "positivt", "favorable", "favourable", "support", "favor", "favour":
		return high()
	case "negativ", "negative", "negativt", "unfavorable", "unfavourable", "oppose", "opposed":
		return low()
	}
	return nothing()
}

func ease(p string) (sense, bool) {
	switch p {
	case "lett", "let", "lätt", "enkel", "enkelt", "nem", "nemt", "easy":
		return high()
	case "vanskelig", "vanskeleg", "vanskeligt", "svår", "svårt", "krevende", "krevjande", "krævende", "difficult",
		"hard":
		return low()
	case "svær":
		return low()
	case "svært": // very in Norwegian, difficult in Danish
		return sense{kind: either, span: point(3), sign: -1}, true
	}
	return nothing()
}
