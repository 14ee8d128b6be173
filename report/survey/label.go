package survey

import "slices"

// labels are how the answers to a question are shown where the file holds codes; none where they are shown as they are
// written. Whatever a text of the layout is held against goes through code, whatever is shown through of.
//
// Several codes may have one label, as "ja" and "JA" are both "Ja": they are one answer, by the first of them.
type labels []label

type label struct{ code, text string } // both tidied

// with are the labels and those of the layout, which hold against the file's.
func (l labels) with(own []Label) labels {
	if len(own) == 0 {
		return l
	}
	var out labels
	for _, one := range own {
		out = append(out, label{tidy(one.Code), tidy(one.Text)})
	}
	for _, one := range l {
		if !slices.ContainsFunc(out, func(o label) bool { return o.code == one.code }) {
			out = append(out, one)
		}
	}
	return out
}

// of is what is shown of an answer.
func (l labels) of(code string) string {
	for _, one := range l {
		if one.code == code {
			return one.text
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
		if one.text == text {
			return one.code, true
		}
	}
	return "", false
}
