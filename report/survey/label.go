package survey

// labels are how the answers to a question are shown where the file holds codes; none where they are shown as they are
// written. Whatever a text of the layout is held against goes through code, whatever is shown through of.
type labels []label

type label struct{ code, text string } // both tidied

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
	for _, one := range l {
		if one.text == text {
			return one.code
		}
	}
	return text
}
