package inspect

import (
	"bytes"
	"fmt"
	"testing"

	"lysark/report/pdf/cos"
)

// FuzzRead reads whatever there is. The seeds are files without compression, so that what changes is their content.
func FuzzRead(f *testing.F) {
	for _, name := range []string{"tagged-a3.pdf", "neg-touni.pdf"} {
		f.Add(edit(f, name).spelled())
	}
	for _, b := range append(annotationBreakages(), colorBreakages()...) {
		e := edit(f, "tagged-a3.pdf")
		if b.edit != nil {
			b.edit(e)
			f.Add(e.spelled())
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := read(data, 30_000)
		if err != nil {
			return
		}
		var out bytes.Buffer
		if err := d.Text(&out, 80); err != nil {
			t.Error(err)
		}
	})
}

// spelled is the file as text: objects one after the other, streams as they are when decoded, and no images or fonts.
func (e *edited) spelled() []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	for _, r := range e.refs {
		o := e.b.Get(r)
		if s, ok := o.(*cos.Stream); ok {
			data, err := e.file.Decode(s)
			if err != nil || len(data) > 10_000 {
				data = nil
			}
			delete(s.Dict, "Filter")
			s.Dict["Length"] = len(data)
			fmt.Fprintf(&b, "%d 0 obj\n%s\nstream\n%s\nendstream\nendobj\n", r.Num, cos.Format(s.Dict), data)
			continue
		}
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", r.Num, cos.Format(o))
	}
	fmt.Fprintf(&b, "trailer\n<</Root %d 0 R /Info %d 0 R /Size %d>>\nstartxref\n0\n%%%%EOF\n", e.root.Num, e.info.Num, len(e.refs)+1)
	return b.Bytes()
}
