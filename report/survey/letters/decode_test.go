package letters

import (
	"math/rand/v2"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"lysark/config/diag"
)

func decoded(data, encoding string) (text, told string) {
	var list diag.List
	out, _ := Decode("svar.csv", []byte(data), Asked{Encoding: encoding, Pos: diag.Pos{File: "deck.toml", Line: 5, Col: 3}}, &list)
	for _, d := range list {
		told += d.Pos.String() + " " + string(d.Severity) + " " + d.Rule.String() + ": " + d.Message + "\n"
		if d.Hint == "" {
			told += "without a hint\n"
		}
	}
	return string(out), strings.TrimSuffix(told, "\n")
}

func stored(t testing.TB, in *charmap.Charmap, text string) string {
	t.Helper()
	out, err := in.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// northernWords are words of Norwegian, Danish and Swedish that have letters of their own.
const northernWords = `år ær øl åpen ære øde Åse Ørland Ærlig påstått ånd blå rød grønn gjære hjørne bærekraft sjø
	språk måned kjøp undersøkelse fornøyd misfornøyd svært både også nå må få gå stå så før når på høyde Bjørn Bråten
	Tromsø Ålesund Østfold Sør-Varanger Bærum ikkje spørsmål røynsle høgskule før tilsette løn oppgåve nøgd lærar
	kærlighed mørk spørgeskema tilfreds både når også hæve grænse Århus Ødegård læge fælles området
	fråga svår nöjd missnöjd också högskola ålder kön Åke Örebro Ängelholm två år när före bättre sämre förening
	lön arbete hälsa möte önskemål ÅRSMØTE PÅSTAND STØTTE LÆRER FÖRENING ÄLDRE ALDERSGRÅ SPØRSMÅL`

// TestWordsOfTheNorthComeBack: whatever of the three they are stored in, one word is enough.
func TestWordsOfTheNorthComeBack(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	words := strings.Fields(northernWords)
	var texts []string
	for _, w := range words {
		texts = append(texts, "Svar;Navn\n"+w+";x\n", w, "1;"+w+"\n2;"+w)
	}
	for range 300 {
		var some []string
		for range 1 + r.IntN(9) {
			some = append(some, words[r.IntN(len(words))])
		}
		texts = append(texts, "Svar\n"+strings.Join(some, " ")+"\n")
	}
	for _, o := range olds() {
		for _, text := range texts {
			if !strings.ContainsAny(text, northern) {
				continue
			}
			got, told := decoded(stored(t, o.letters, text), "")
			if got != text {
				t.Errorf("%s: %q comes back as %q", o.name, text, got)
			}
			if isTold := strings.Contains(told, "only as "+o.title); isTold == (o.name == "windows-1252") {
				t.Errorf("%s: %q is told as %q", o.name, text, told)
			}
		}
	}
}

// TestOtherTextsStayWindows1252 holds texts that older files hold, too.
func TestOtherTextsStayWindows1252(t *testing.T) {
	for _, text := range []string{
		"für Größe, Straße, schön, Überschrift, Ärger, Öl, GRÖSSE",
		"déjà vu, Noël, où, façon, cœur, sœur, Œuvre, état, École, à l’été",
		"señor, ¿cómo está?, ¡mañana!, Ávila, niño",
		"não, coração, põe, É", "perché, città, più, È vero", "þetta er gott, það, ég, Ísland, æði, ööl",
		"“quoted” and ‘single’, it’s – well… done", "Café 5 €, § 3, 20 °C, ½ l, © 2025",
		"Rød – «blå» … 50 %", "10\u00a0000 kroner", "2020–2022", "Škoda på grønn olje", "gáfe ja šaddat", "Ærø, ÆØÅ æøå", "Å", "é",
	} {
		got, told := decoded(stored(t, charmap.Windows1252, text), "")
		if got != text || told != "" {
			t.Errorf("%q comes back as %q, told: %s", text, got, told)
		}
	}
}

func TestTheLayoutSaysHowLettersAreStored(t *testing.T) {
	text := "Svar\nPå høyde\n"
	for _, o := range olds() {
		if got, told := decoded(stored(t, o.letters, text), o.name); got != text || told != "" {
			t.Errorf("%s: %q, told: %s", o.name, got, told)
		}
		got, told := decoded(text, o.name)
		if want := "deck.toml:5:3 error bad-value: the file svar.csv is UTF-8, not " + o.title + " as the layout says"; got != "" || told != want {
			t.Errorf("%q, told: %s", got, told)
		}
	}
	if got, _ := decoded(stored(t, charmap.Macintosh, text), "windows-1252"); got != "Svar\nPŒ h¿yde\n" {
		t.Errorf("%q: what the layout says is not held", got)
	}
}

func TestLettersThatWereLostAreTold(t *testing.T) {
	for _, tt := range []struct{ name, data, at string }{
		{"UTF-8 taken for another", "Svar\nFornÃ¸yd\n", "svar.csv:2:5"},
		{"quotation marks", "Det er bra\nJa, itâ€™s\n", "svar.csv:2:7"},
		{"no letter for it", "Ja\nForn\ufffdyd\n", "svar.csv:2:5"},
	} {
		want := tt.at + " warning encoding: letters were lost before this file was saved, here and maybe elsewhere"
		if got, told := decoded(tt.data, ""); got != tt.data || told != want {
			t.Errorf("%s: %q, told: %s", tt.name, got, told)
		}
	}
	// A program took UTF-8 for MacRoman, and saved what it saw as Windows-1252: neither makes words.
	for _, data := range []string{"Alarc\x93\x98n\nZu\x89\xdb\xd2Chen\nOsuna\x89\xdb\xd2Diaz\n", "Rodr\xcc_\n"} {
		if _, told := decoded(data, ""); !strings.Contains(told, "make no words") {
			t.Errorf("%q is told as %q", data, told)
		}
	}
}

func TestLettersThatMakeNoWordsAreTold(t *testing.T) {
	got, told := decoded("Navn\nWa\xb3\xeasa\nKowal\xb9\xb3k\n", "")
	want := "svar.csv:2:3 warning encoding: the letters from here on make no words, however they are read; " +
		"the file is taken for Windows-1252"
	if told != want || got == "" {
		t.Errorf("%q, told: %s", got, told)
	}
}

func TestUTF16IsToldWithoutItsMark(t *testing.T) {
	text := "Svar\tNavn\nPå høyde – «ja»\tBjørn\n"
	for _, big := range []bool{false, true} {
		var out []byte
		for _, r := range text {
			if big {
				out = append(out, byte(r>>8), byte(r))
			} else {
				out = append(out, byte(r), byte(r>>8))
			}
		}
		if got, told := decoded(string(out), ""); got != text || told != "" {
			t.Errorf("big %v: %q, told: %s", big, got, told)
		}
		if _, told := decoded(string(out)+"a", ""); told != "svar.csv:1:1 error bad-file: the file is not valid UTF-16" {
			t.Errorf("cut off: %s", told)
		}
	}
}

func TestWhatIsNoTableIsToldByWhatItIs(t *testing.T) {
	for _, tt := range []struct{ data, want string }{
		{"<!DOCTYPE html>\n<html><body>x</body></html>", "a web page"},
		{"\ufeff \r\n<!-- saved from url -->\n<HTML lang=\"nb\">", "a web page"},
		{"<html><form><input type=\"password\"></form></html>", "a web page that asks for a password"},
		{"<div class=\"tabell\">\n<b>Ja</b>\n</div>\n", "a web page"},
		{"<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">\n<Row/>\n</Workbook>", "a spreadsheet saved as XML"},
		{"<svar>\n<rad><q>Ja</q></rad>\n</svar>\n", "XML"},
		{"ASCII SPSS PORT FILE  ", "a portable file of SPSS, .por"},
		{"<table><tr><td>Kjønn</td></tr></table>", "a web page"},
		{"<?xml version=\"1.0\"?>\n<!DOCTYPE html><html xmlns=\"http://www.w3.org/1999/xhtml\">", "a web page"},
		{"<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?><Workbook/>", "a spreadsheet saved as XML"},
		{"<?xml version=\"1.0\"?><svar/>", "XML"},
		{"%PDF-1.7\n\x00", "a PDF"},
		{`{\rtf1\ansi Kj\'f8nn}`, "a text of a word processor, .rtf"},
		{"\x1f\x8b\x08\x00", "a compressed file, .gz"},
		{"SQLite format 3\x00", "a database"},
		{"\x89PNG\r\n\x1a\n\x00", "a picture"},
	} {
		got, told := decoded(tt.data, "")
		if want := "svar.csv:1:1 error bad-file: this is " + tt.want + ", not a table"; got != "" || told != want {
			t.Errorf("%q: %q, told: %s\nwant %s", tt.data, got, told, want)
		}
	}
	for _, text := range []string{"<p>Kjønn</p>;<b>Alder</b>\nK;30\n", "<1 år;2\n", "<tabell>;x\n1;2\n", "<\n"} {
		if got, told := decoded(text, ""); got != text || told != "" {
			t.Errorf("%q: %q, told: %s", text, got, told)
		}
	}
}

func FuzzDecode(f *testing.F) {
	for _, s := range []string{"P\x8c h\xbfyde", "P\x86 h\x9byde", "a\x00b\x00", "<!-- <!--", "\xff\xfe\x00\xd8", "<?xml"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		text, told := decoded(string(data), "")
		if text == "" && len(data) > 3 && told == "" {
			t.Errorf("%q is nothing, and nothing is said", data)
		}
	})
}
