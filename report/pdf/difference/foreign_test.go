package difference_test

import (
	"bytes"
	"strings"
	"testing"

	"lysark/report/pdf/cos"
	"lysark/report/pdf/difference"
)

// foreign is a page that something other than lysark wrote: its content, its resources and what else it has.
func foreign(t testing.TB, content string, make func(b *cos.Builder, page cos.Dict)) []byte {
	t.Helper()
	b := cos.NewBuilder()
	pages := b.Reserve()
	page := cos.Dict{"Type": cos.Name("Page"), "Parent": pages, "MediaBox": cos.Array{0, 0, 960, 540}, "Contents": b.Add(b.Flate([]byte(content)))}
	if make != nil {
		make(b, page)
	}
	b.Set(pages, cos.Dict{"Type": cos.Name("Pages"), "Count": 1, "Kids": cos.Array{b.Add(page)}})
	catalogue := cos.Dict{"Type": cos.Name("Catalog"), "Pages": pages}
	if layers := page["layers"]; layers != nil { // which are of the document
		delete(page, "layers")
		catalogue["OCProperties"] = layers
	}
	root := b.Add(catalogue)
	var out bytes.Buffer
	if err := b.Write(&out, root, cos.Ref{}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestAnotherPictureInTheContentIsAnotherLook(t *testing.T) {
	content := func(data string) string {
		return "q 100 0 0 100 50 50 cm BI /W 2 /H 2 /BPC 8 /CS /G ID " + data + " EI Q"
	}
	d := compared(t, foreign(t, content("abcd"), nil), foreign(t, content("abce"), nil))
	if len(d.Slides) != 1 || d.Slides[0].What != difference.Changed {
		t.Errorf("%+v", d)
	}
}

func TestWhatCannotBeReadIsNotTakenForTheSame(t *testing.T) {
	deck := newDeck(t, 2).bytes(t)
	sealed := func(id string) []byte { // as far as reading goes, it is encrypted
		return []byte("%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj\ntrailer<</Root 1 0 R/Encrypt<<>>/ID[(" + id + ")(b)]>>")
	}
	for name, tt := range map[string]struct {
		old, new []byte
		lead     string
		why      string
	}{
		"one is encrypted":   {deck, sealed("a"), "the slides were not compared", "the new file cannot be compared: the file is encrypted"},
		"both are encrypted": {sealed("a"), sealed("c"), "the slides were not compared", "the old file cannot be compared: the file is encrypted"},
		"one is cut off":     {deck, deck[:len(deck)-20], "the slides are the same; the document is not", "not all of the new file may have been compared: it is damaged: "},
	} {
		d := compared(t, tt.old, tt.new)
		for format, write := range map[string]func(b *bytes.Buffer) error{
			"text":     func(b *bytes.Buffer) error { return d.Text(b, difference.Style{}) },
			"markdown": func(b *bytes.Buffer) error { return d.Markdown(b) },
		} {
			var b bytes.Buffer
			if err := write(&b); err != nil || !strings.Contains(b.String(), tt.lead) || !strings.Contains(b.String(), tt.why) || strings.Contains(b.String(), "gone\n\nslide") {
				t.Errorf("%s, %s: %v, want %q and %q, got\n%s", name, format, err, tt.lead, tt.why, b.String())
			}
		}
		if d.Equal || len(d.Bytes) > 0 {
			t.Errorf("%s: it is told to be the same", name)
		}
	}
}
