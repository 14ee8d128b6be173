package survey

import (
	"lysark/report/survey/cells"
	"lysark/report/survey/letters"
	"lysark/report/survey/scale"
	"slices"
)

// labels are how the answers to a question are shown where the file holds codes; none where they are shown as they are
// written. Whatever a text of the layout is held against goes through code, whatever is shown through of.
//
// Several codes may have one label, as "ja" and "JA" are both "Ja": they are one answer, by the first of them.
type labels []cells.Label

// with are the labels and those of the layout, which hold against the file's.
func (l labels) with(own []Label) labels {
	if len(own) == 0 {
		return l
	}
	var out labels
	for _, one := range own {
		out = append(out, cells.Label{Code: letters.Tidy(one.Code), Text: letters.Tidy(one.Text)})
	}
	for _, one := range l {
		if !slices.ContainsFunc(out, func(o cells.Label) bool { return o.Code == one.Code }) {
			out = append(out, one)
		}
	}
	return out
}

// of is what is shown of an answer. A code may be written in another way where it has no label of its own: 1.0 is 1.
func (l labels) of(code string) string {
	for _, one := range l {
		if one.Code == code {
			return one.Text
		}
	}
	for _, one := range l {
		if scale.SameNumber(one.Code, code) {
			return one.Text
		}
	}
	return code
}

// code is the answer that a tidied text of the layout names: by its label, else as the file has it.
func (l labels) code(text string) string {
	if code, ok := l.labelled(text); ok {
		return code
	}
	return l.one(text)
}

// one is the code that stands for all with the same label.
func (l labels) one(code string) string {
	if first, ok := l.labelled(l.of(code)); ok {
		return first
	}
	return code
}

// labelled is the first code with that label.
func (l labels) labelled(text string) (string, bool) {
	for _, one := range l {
		if one.Text == text {
			return one.Code, true
		}
	}
	return "", false
}
