package mail

import (
	"slices"

	"lysark/config/diag"
	"lysark/report/mail/mailfile"
	"lysark/report/mail/message"
)

// Origin is where the PDF comes from. A layout without a PDF is built; with one it is only what the pictures come from.
type Origin struct {
	Layout string
	PDF    string
	At     diag.Pos // where the PDF is named
}

// Origin is what the mail file names, or instead the PDF that the command line does.
func (in Inputs) Origin(pdf string) (Origin, diag.List) {
	f, o := in.Mail, Origin{PDF: pdf, At: diag.Pos{File: pdf}}
	switch {
	case f.Mail.Deck.Set:
		o.Layout = f.Beside(f.Mail.Deck)
	case f.Deck:
		o.Layout = f.Name
	}
	if pdf == "" && f.Mail.PDF.Set {
		o.PDF, o.At = f.Beside(f.Mail.PDF), f.Mail.PDF.Pos
	}
	var list diag.List
	if o.Layout == "" && len(f.Mail.Inline) > 0 {
		list.Errorf(f.Mail.Inline[0].Pos, diag.Missing, `name the layout: deck = "deck.toml"`,
			"the pictures of inline come from a deck, and none is named")
	}
	if o.Layout == "" && o.PDF == "" && !refused(f.Mail.Deck.Pos, f) && !refused(f.Mail.PDF.Pos, f) {
		list.Errorf(f.Mail.Pos, diag.Missing, `write deck = "deck.toml" or pdf = "deck.pdf", or give --pdf`,
			"nothing says what is sent: there is neither deck nor pdf")
	}
	return o, list
}

// refused tells of a key that is there and cannot be used, which is told: one that is left out has the table's place.
func refused(at diag.Pos, f *mailfile.File) bool { return at != f.Mail.Pos }

// NeedsDeck tells whether the layout has to be built, for the PDF or for the pictures.
func (in Inputs) NeedsDeck(o Origin) bool {
	return o.Layout != "" && (o.PDF == "" || len(in.Mail.Mail.Inline) > 0)
}

// Drawn is a picture of the deck.
type Drawn struct {
	Name string
	Alt  string // what it shows, in words
	PNG  []byte
}

// Inline takes those of the drawn pictures that the mail file asks for.
func (in *Inputs) Inline(drawn []Drawn) diag.List {
	var list diag.List
	in.Alts = map[string]string{}
	for _, name := range in.Mail.Mail.Inline {
		i := slices.IndexFunc(drawn, func(d Drawn) bool { return d.Name == name.V })
		if i < 0 {
			list.Errorf(name.Pos, diag.Missing, nearest(name.V, drawn), "the deck has no picture %q", name.V)
			continue
		}
		in.Pictures = append(in.Pictures, message.Picture{
			CID: name.V, Name: name.V + ".png", MIME: "image/png", Data: drawn[i].PNG,
		})
		in.Alts[name.V] = drawn[i].Alt
	}
	return list
}

func nearest(name string, drawn []Drawn) string {
	var names []string
	for _, d := range drawn {
		names = append(names, d.Name)
	}
	if hint := diag.DidYouMean(name, names); hint != "" {
		return hint
	}
	return "name a chart as lysark charts does"
}
