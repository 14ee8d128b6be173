package mail

import (
	"bytes"
	"encoding/json"
	"io"
)

// encode writes the plan as json.MarshalIndent would, or json.Marshal without an indent, but one recipient after the
// other: the text of ten thousand, and the copies that are made of it, would be more than all else that a plan keeps.
func (p *Plan) encode(w io.Writer, indent string) error {
	q := *p
	if len(p.Recipients) > 0 {
		q.Recipients = []Recipient{} // their place
	}
	around, err := marshal(q, "", indent)
	if err != nil {
		return err
	}
	if len(p.Recipients) == 0 {
		_, err := w.Write(around)
		return err
	}
	mark, line := []byte(`"recipients":[`), "" // quotes within a text are escaped: nothing else can be taken for it
	if indent != "" {
		mark, line = []byte(`"recipients": [`), "\n"+indent
	}
	before, after, found := bytes.Cut(around, mark)
	if !found {
		panic("mail: a plan has no place for its recipients")
	}
	sink := &writing{w: w}
	sink.write(string(before) + string(mark))
	for i, r := range p.Recipients {
		if i > 0 {
			sink.write(",")
		}
		one, err := marshal(r, indent+indent, indent)
		if err != nil {
			return err
		}
		if indent != "" {
			sink.write(line + indent)
		}
		sink.write(string(one))
	}
	sink.write(line + string(after))
	return sink.err
}

// marshal indents when there is an indent.
func marshal(v any, prefix, indent string) ([]byte, error) {
	if indent == "" {
		return json.Marshal(v)
	}
	return json.MarshalIndent(v, prefix, indent)
}

// writing writes until it fails.
type writing struct {
	w   io.Writer
	err error
}

func (w *writing) write(s string) {
	if w.err == nil {
		_, w.err = io.WriteString(w.w, s)
	}
}
