package cells

import "lysark/report/survey/letters"

// Between stands before each answer of a cell that holds a list of them, as JSON can: the unit separator of ASCII,
// which no answer holds. Such a cell needs no separator of the layout's, and one in an answer does not split it. Alone
// it is the list of somebody who answered, and chose nothing.
const Between = "\x1f"

// Dictionary lists the different texts of a column in the order they first occur; the first is always the blank.
type Dictionary struct {
	Texts []Text

	codes     map[string]uint32 // of tidied and untidied texts, while reading
	last      uint32
	asWritten bool
}

// Text is one of the different texts of a column.
type Text struct {
	S     string // tidied
	Code  uint32 // in its column
	First int32  // row where it first occurs
	Count int    // cells that hold it
}

// Code is the text's number in the column, with one cell more that holds it.
func (d *Dictionary) Code(raw []byte, row int) uint32 {
	if d.Texts == nil {
		d.Texts = []Text{{}}
		d.codes = map[string]uint32{"": 0}
	}
	if d.Texts[d.last].S != string(raw) {
		d.last = d.find(raw, row)
	}
	d.Texts[d.last].Count++
	return d.last
}

// find looks a text up, or enters it. Where a column has but a few answers, comparing with each is quicker.
func (d *Dictionary) find(raw []byte, row int) uint32 {
	const few = 8
	if len(d.Texts) <= few {
		for i := range d.Texts {
			if d.Texts[i].S == string(raw) {
				return uint32(i)
			}
		}
	}
	if code, known := d.codes[string(raw)]; known {
		return code
	}
	return d.add(string(raw), row)
}

// add enters a text as the file writes it, and tidied.
func (d *Dictionary) add(raw string, row int) uint32 {
	s := letters.Tidy(raw)
	if d.asWritten && s != "" {
		s = raw
	}
	code, known := d.codes[s]
	if !known {
		code = uint32(len(d.Texts))
		d.Texts = append(d.Texts, Text{S: s, Code: code, First: int32(row)})
		d.codes[s] = code
	}
	d.codes[raw] = code
	return code
}
