package mail_test

import (
	"testing"

	"lysark/report/mail"
)

func TestThePicturesThatTheMailFileAsksForAreTaken(t *testing.T) {
	in, _ := asked().with("mail.toml", `["title"]`, `["title", "slide-03-1", "slide-03-9"]`).inputs("")
	in.Pictures, in.Alts = nil, nil
	list := in.Inline([]mail.Drawn{
		{Name: "slide-02-1", PNG: []byte("not asked for")}, {Name: "slide-03-1", Alt: "3 av 4", PNG: []byte("chart")},
		{Name: "title", Alt: "Rapport", PNG: []byte("slide")},
	})
	if len(list) != 1 || list[0].Message != `the deck has no picture "slide-03-9"` || list[0].Hint != `did you mean "slide-03-1"?` {
		t.Errorf("told %v", list)
	}
	if len(in.Pictures) != 2 || in.Pictures[1].Name != "slide-03-1.png" || string(in.Pictures[0].Data) != "slide" || in.Alts["slide-03-1"] != "3 av 4" {
		t.Errorf("taken %v, in words %v", in.Pictures, in.Alts)
	}
}

func TestWhereThePDFComesFromIsToldOnce(t *testing.T) {
	for _, tt := range []struct {
		name, lines, given string
		layout, pdf, place string
		needsDeck          bool
		problems           int
	}{
		{"a PDF and pictures", "pdf = \"a.pdf\"\ndeck = \"deck.toml\"\n", "", "deck.toml", "a.pdf", "mail.toml:2:7", true, 0},
		{"a deck", "deck = \"deck.toml\"\n", "", "deck.toml", "", "", true, 0},
		{"another PDF than the file says", "pdf = \"a.pdf\"\ndeck = \"deck.toml\"\n", "b.pdf", "deck.toml", "b.pdf", "b.pdf", true, 0},
		{"pictures from nowhere", "pdf = \"a.pdf\"\n", "", "", "a.pdf", "mail.toml:2:7", false, 1},
		{"nothing at all", "", "", "", "", "", false, 2},
	} {
		in, _ := asked().with("mail.toml", "[mail]\n", "[mail]\n"+tt.lines).inputs("")
		o, list := in.Origin(tt.given)
		if o.Layout != tt.layout || o.PDF != tt.pdf || in.NeedsDeck(o) != tt.needsDeck || len(list) != tt.problems {
			t.Errorf("%s: %+v, needs the deck %v, told %v", tt.name, o, in.NeedsDeck(o), list)
		}
		if tt.pdf != "" && o.At.String() != tt.place {
			t.Errorf("%s: the place is %s", tt.name, o.At)
		}
	}
}
