package scale

// kind is what a word does in an answer.
type kind int

const (
	filler   kind = iota + 1 // nothing: "I am … with it"
	degree                   // says how strongly
	pole                     // names an end of the scale
	either                   // an end where no other word names one, else how strongly: "svært" in Danish
	carrier                  // names the high end where no other word names an end: "stemmer"
	fixed                    // is a place by itself
	not                      // turns an end into its opposite
	atAll                    // makes that the very end
	notAtAll                 // both
	little                   // is below the middle, yet not the opposite
	neither                  // is the middle
)

// sense is what a word means on a scale.
type sense struct {
	kind kind
	span span
	sign float64 // of a pole: 1 for the high end
}

// reading is what the words of an answer come to.
type reading struct {
	poles, fixed, degrees, either []sense

	not, atAll, little, neither, carried bool

	degreeOfNot bool // "delvis inte": the degree is one of not
}

func read(senses []sense) reading {
	var r reading
	for i, s := range senses {
		switch s.kind {
		case degree:
			r.degrees = append(r.degrees, s)
			r.degreeOfNot = r.degreeOfNot || (i+1 < len(senses) && senses[i+1].kind == not)
		case pole:
			r.poles = append(r.poles, s)
		case either:
			r.either = append(r.either, s)
		case carrier:
			r.carried = true
		case fixed:
			r.fixed = append(r.fixed, s)
		case not:
			r.not = true
		case atAll:
			r.atAll = true
		case notAtAll:
			r.not, r.atAll = true, true
		case little:
			r.little = true
		case neither:
			r.neither = true
		}
	}
	r.settleEither()
	return r
}

// settleEither takes a word that may be an end of the scale for one where there is no other.
func (r *reading) settleEither() {
	for i := len(r.either) - 1; i >= 0; i-- {
		if s := r.either[i]; len(r.poles) == 0 {
			r.poles = append(r.poles, s)
		} else {
			r.degrees = append(r.degrees, sense{kind: degree, span: s.span})
		}
	}
}

// place is where the answer lies; false when its words do not say it for sure.
func (r reading) place() (span, bool) {
	bare := len(r.degrees) == 0 && !r.not && !r.atAll && !r.little
	switch {
	case r.neither: // "varken med eller inte"
		return point(0), len(r.degrees) == 0 && len(r.fixed) == 0
	case len(r.fixed) > 0:
		return r.fixed[0].span, bare && len(r.fixed) == 1 && len(r.poles) == 0
	case len(r.poles) > 1 || len(r.degrees) > 1:
		return span{}, false
	}
	sign := 1.0
	if len(r.poles) == 1 {
		sign = r.poles[0].sign
	} else if !r.carried && (!r.not || !r.atAll) {
		return span{}, false
	}
	s, ok := r.strength()
	return s.times(sign), ok
}

// strength is how strongly the end is meant that an answer names.
func (r reading) strength() (span, bool) {
	var by *span
	if len(r.degrees) == 1 {
		by = &r.degrees[0].span
	}
	switch {
	case r.not && r.little, r.atAll && !r.not:
		return span{}, false
	case r.not && r.atAll:
		return span{-6, -4.5}, by == nil
	case r.not && by != nil && r.degreeOfNot:
		return by.times(-1), true
	case r.not && by != nil: // "not very" is little; "not completely" may be anything
		return belowMiddle(), by.low >= 3 && by.high < 4
	case r.not:
		return span{-3, -1}, true
	case r.little && by != nil:
		return span{-3.4, -1}, by.low >= 3
	case r.little:
		return belowMiddle(), true
	case by != nil:
		return *by, true
	}
	return point(plain), true
}

// plain is the strength of an end without a word of degree.
const plain = 2

// belowMiddle is the strength of "lite", "not very".
func belowMiddle() span { return span{-0.9, -0.5} }
