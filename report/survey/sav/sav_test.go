package sav_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"lysark/report/survey/sav"
	"lysark/report/survey/sav/savtest"
)

// canteen is a survey with something of everything.
func canteen() savtest.File {
	return savtest.File{
		Label:     "Kantina 2026",
		Documents: []string{"Sendt ut i mars", "av personal"},
		Variables: []savtest.Variable{
			{Name: "fornøyd", Short: "FORN", Label: "Hvor fornøyd er du med kantina?", Format: savtest.Format{Type: 5, Width: 1},
				Labels:  savtest.Labels(3, "Fornøyd", 1, "Misfornøyd", 2, "Både og", 99, "Vet ikke"),
				Missing: []any{99}, Measure: 2},
			{Name: "vekt", Format: savtest.Format{Type: 5, Width: 8, Decimals: 4}, Measure: 3},
			{Name: "sted", Width: 4, Labels: savtest.Labels("osl", "Oslo", "brg", "Bergen"), Missing: []any{"?"}, Measure: 1},
			{Name: "avdeling", Width: 12, Missing: []any{"ukjent"}, Labels: savtest.Labels("økonomi", "Økonomi og lønn")},
			{Name: "åpent_svar_med_et_langt_navn", Short: "APENT", Label: "Noe mer?", Width: 300},
			{Name: "suppe", Label: "Suppe", Labels: savtest.Labels(1, "Varm mat")},
			{Name: "salat", Labels: savtest.Labels(1, "Kald mat")},
			{Name: "dato", Format: savtest.Format{Type: 20, Width: 11}},
			{Name: "alder", Range: &[2]float64{math.Inf(-1), 15}, Missing: []any{120}},
		},
		Rows: [][]any{
			{1, 0.25, "osl", "økonomi", "Mer fisk, takk", 1, 0, 13576377600.0, 40},
			{99, 1.5, "?", "ukjent", strings.Repeat("grønn ", 40), nil, 1, nil, 15},
			{nil, -0.125, "brg", "", "", 0, 0, 0.0, 120},
			{3, 1e6, "", "it", "slutt", 1, 1, 86400.0, 15.5},
		},
		Sets: []string{
			savtest.Set("$mat", "D", "1", "Hva spiser du?", "V6", "V7"),
			savtest.Set("$alt", "C", "", "", "forn", "v9"),
		},
		Values: []string{"$varmt=E 1 1 1 0  v6 v7"},
		Weight: "vekt",
	}
}

func read(t *testing.T, data []byte) *sav.File {
	t.Helper()
	f, err := sav.Read(data, sav.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// cells are the answers as text, those of missing codes with a cross behind; a dot is none at all.
func cells(t *testing.T, f *sav.File) [][]string {
	t.Helper()
	var out [][]string
	for row, err := range f.Each() {
		if err != nil {
			t.Fatal(err)
		}
		var texts []string
		for _, c := range row {
			s := string(c.Text)
			switch c.State {
			case sav.SystemMissing:
				s += "."
			case sav.UserMissing:
				s += "†"
			}
			texts = append(texts, s)
		}
		out = append(out, texts)
	}
	return out
}

func equal(t *testing.T, what string, got, want any) {
	t.Helper()
	if g, w := fmt.Sprintf("%v", got), fmt.Sprintf("%v", want); g != w {
		t.Errorf("%s:\n got %s\nwant %s", what, g, w)
	}
}

func TestEveryFormReadsAlike(t *testing.T) {
	want := [][]string{
		{"1", "0.25", "osl", "økonomi", "Mer fisk, takk", "1", "0", "2013-01-01", "40"},
		{"99†", "1.5", "?†", "ukjent†", strings.TrimSpace(strings.Repeat("grønn ", 40)), ".", "1", ".", "15†"},
		{".", "-0.125", "brg", "", "", "0", "0", "1582-10-14", "120†"},
		{"3", "1000000", "", "it", "slutt", "1", "1", "1582-10-15", "15.5"},
	}
	for _, packing := range []savtest.Packing{savtest.Plain, savtest.Bytecode, savtest.Zlib} {
		for _, encoding := range []string{"", "windows-1252", "iso-8859-15", "macintosh"} {
			for _, big := range []bool{false, true} {
				for _, uncounted := range []bool{false, true} {
					file := canteen()
					file.Packing, file.Encoding, file.BigEndian, file.Uncounted, file.Block = packing, encoding, big, uncounted, 100
					name := fmt.Sprintf("packing %d, %q, big-endian %t, uncounted %t", packing, encoding, big, uncounted)
					f := read(t, file.Bytes())
					equal(t, name, cells(t, f), want)
					equal(t, name+": again", cells(t, f), want)
					equal(t, name+": odd", f.Odd, "[]")
					equal(t, name+": label", f.Variables[0].Label, "Hvor fornøyd er du med kantina?")
				}
			}
		}
	}
}

func TestWhatIsSaidOfVariables(t *testing.T) {
	f := read(t, canteen().Bytes())
	equal(t, "label", f.Label, "Kantina 2026")
	equal(t, "documents", f.Documents, "[Sendt ut i mars av personal]")
	equal(t, "product", f.Product, "SPSS DATA FILE savtest")
	equal(t, "encoding", f.Encoding, "utf-8")
	equal(t, "cases", f.Cases, 4)
	equal(t, "weight", f.Variables[f.Weight].Name, "vekt")
	var got []string
	for _, v := range f.Variables {
		s := fmt.Sprintf("%s|%s|%d|%s|%d", v.Name, v.Label, v.Width, v.Format, v.Measure)
		if v.Labels != nil {
			for _, l := range v.Labels.All {
				s += fmt.Sprintf("|%s=%s", l.Value, l.Label)
			}
		}
		if v.Missing.Ranged || len(v.Missing.Values) > 0 {
			s += fmt.Sprintf("|missing %q", v.Missing.Values)
		}
		if v.Missing.Ranged {
			s += fmt.Sprintf(" %v..%v", v.Missing.Low, v.Missing.High)
		}
		got = append(got, s)
	}
	equal(t, "variables", strings.Join(got, "\n"), strings.Join([]string{
		`fornøyd|Hvor fornøyd er du med kantina?|0|F1|2|1=Misfornøyd|2=Både og|3=Fornøyd|99=Vet ikke|missing ["99"]`,
		`vekt||0|F8.4|3`,
		`sted||4|A4|1|osl=Oslo|brg=Bergen|missing ["?"]`,
		`avdeling||12|A12|0|økonomi=Økonomi og lønn|missing ["ukjent"]`,
		`åpent_svar_med_et_langt_navn|Noe mer?|300|A300|0`,
		`suppe|Suppe|0|F8.2|0|1=Varm mat`,
		`salat||0|F8.2|0|1=Kald mat`,
		`dato||0|DATE11|0`,
		`alder||0|F8.2|0|missing ["120"] -Inf..15`,
	}, "\n"))
}

func TestSetsOfSeveralAnswers(t *testing.T) {
	f := read(t, canteen().Bytes())
	var got []string
	for _, s := range f.Sets {
		line := fmt.Sprintf("%s %q kind %d counts %q", s.Name, s.Label, s.Kind, s.Counted)
		for i := range s.Variables {
			line += "|" + f.Option(s, i)
		}
		got = append(got, line)
	}
	equal(t, "sets", strings.Join(got, "\n"), strings.Join([]string{
		`$mat "Hva spiser du?" kind 0 counts "1"|Suppe|salat`,
		`$alt "" kind 1 counts ""|Hvor fornøyd er du med kantina?|alder`,
		`$varmt "" kind 0 counts "1"|Varm mat|Kald mat`,
	}, "\n"))
}

func TestLinesOfSets(t *testing.T) {
	for _, tt := range []struct{ name, sets, values, want string }{
		{"as SPSS 14 writes it, padded to eight bytes", "$b=D8 1        2 Hm v1 v2", "", `[{$b Hm 0 1 [0 1] false}]`},
		{"the first variable's label as the label of the set", "", "$e=E 11 1 2 0  v1 v2", `[{$e Første 0 2 [0 1] true}]`},
		{"empty lines between", "\n\n$a=C 0  v1 v2\n\n\n$b=C 0  v2 v1\n", "", `[{$a  1  [0 1] false} {$b  1  [1 0] false}]`},
		{"a label with a line in it", "$a=C 7 to\nlin v1", "", "[{$a to\nlin 1  [0] false}]"},
		{"texts", "$t=D2 Ja 0  v3 v4", "", `[{$t  0 Ja [2 3] false}]`},
		{"a number and a text", "$a=C 0  en tre", "", `[]`},
		{"long names instead of short ones", "$a=C 0  en to", "", `[{$a  1  [0 1] false}]`},
		{"no variables", "$a=C 0 \n$b=C 0  v1", "", `[{$b  1  [0] false}]`},
		{"a variable that is not there", "$a=C 0  v1 v9\n$b=C 0  v1", "", `[{$b  1  [0] false}]`},
		{"a label longer than the record", "$a=C 900 x v1", "", `[]`},
		{"a kind that is none", "$a=X 0  v1", "", `[]`},
		{"a counted value that is no number", "$a=D2 Ja 0  v1 v2", "", `[]`},
	} {
		f := read(t, savtest.File{
			Variables: []savtest.Variable{{Name: "en", Label: "Første"}, {Name: "to"}, {Name: "tre", Width: 2}, {Name: "fire", Width: 2}},
			Sets:      []string{tt.sets}, Values: []string{tt.values},
		}.Bytes())
		equal(t, tt.name, f.Sets, tt.want)
		if left := strings.Count(tt.sets, "=") + strings.Count(tt.values, "=") - len(f.Sets); left != len(f.Odd) {
			t.Errorf("%s: %d are left out, and told of are %v", tt.name, left, f.Odd)
		}
	}
}

func TestEncodings(t *testing.T) {
	variables := []savtest.Variable{{Name: "a", Label: "Kjønn", Width: 12}}
	for _, tt := range []struct {
		name             string
		file             savtest.File
		as               string
		want, encoding   string
		guessed, garbled bool
	}{
		{"named", savtest.File{Encoding: "windows-1252"}, "", "blåbær €", "windows-1252", false, false},
		{"by the number of its code page", savtest.File{Encoding: "windows-1252", Unsaid: true, Page: 1252}, "", "blåbær €", "windows-1252", false, false},
		{"of a file that does not tell, UTF-8", savtest.File{Unsaid: true}, "", "blåbær", "utf-8", true, false},
		{"of a file that does not tell, Windows", savtest.File{Encoding: "windows-1252", Unsaid: true}, "", "blåbær €", "utf-8", true, false},
		{"of a file that tells wrong", savtest.File{Encoding: "windows-1252", Unsaid: true, Page: 65001}, "", "bl\ufffdb\ufffdr", "utf-8", false, true},
		{"said from outside", savtest.File{Encoding: "windows-1252", Unsaid: true, Page: 65001}, "cp1252", "blåbær", "windows-1252", false, false},
		{"said from outside by number", savtest.File{Encoding: "windows-1252", Unsaid: true, Page: 65001}, "850", "blÕbµr", "cp850", false, false},
	} {
		tt.file.Variables = variables
		s := tt.want
		if !strings.Contains(s, "€") {
			s = "blåbær"
		}
		tt.file.Rows = [][]any{{s}}
		f, err := sav.Read(tt.file.Bytes(), sav.Options{Encoding: tt.as})
		if err != nil {
			t.Error(tt.name, err)
			continue
		}
		equal(t, tt.name, cells(t, f), [][]string{{tt.want}})
		equal(t, tt.name+": encoding, guessed, garbled", fmt.Sprint(f.Encoding, f.Guessed(), f.Garbled()),
			fmt.Sprint(tt.encoding, tt.guessed, tt.garbled))
	}
	if _, err := sav.Read(canteen().Bytes(), sav.Options{Encoding: "klingon"}); err == nil {
		t.Error("an encoding that is not there is taken")
	}
}

func TestALetterThatWasCutIsLeftOut(t *testing.T) {
	file := savtest.File{Variables: []savtest.Variable{{Name: "a", Width: 3}}, Rows: [][]any{{"abø"[:3]}}}
	f := read(t, file.Bytes())
	equal(t, "cut text", cells(t, f), "[[ab]]")
	equal(t, "garbled", f.Garbled(), false)
}

func TestALongTextIsPutTogether(t *testing.T) {
	for _, width := range []int{8, 9, 16, 251, 252, 253, 255, 256, 504, 505, 765, 1021, 5000, 32767} {
		text := strings.Repeat("0123456789", width/10+1)[:width]
		for _, packing := range []savtest.Packing{savtest.Plain, savtest.Bytecode} {
			f := read(t, savtest.File{
				Variables: []savtest.Variable{{Name: "før"}, {Name: "lang", Width: width}, {Name: "etter"}},
				Rows:      [][]any{{1, text, 2}, {3, "", 4}},
				Packing:   packing,
			}.Bytes())
			equal(t, fmt.Sprintf("width %d", width), cells(t, f), [][]string{{"1", text, "2"}, {"3", "", "4"}})
			equal(t, "variables", len(f.Variables), 3)
		}
	}
}

func TestVariablesShareLabels(t *testing.T) {
	labels := savtest.Labels(0, "Nei", 1, "Ja", 1, "Jo")
	f := read(t, savtest.File{Variables: []savtest.Variable{{Name: "a", Labels: labels}}, Rows: [][]any{{1}}}.Bytes())
	for row := range f.Each() {
		label, ok := f.Variables[0].Labels.Of(row[0].Text)
		equal(t, "the first of two labels", fmt.Sprint(label, ok), "Jatrue")
	}
	if _, ok := f.Variables[0].Labels.Of([]byte("2")); ok {
		t.Error("a value without a label has one")
	}
	var none *sav.Labels
	if _, ok := none.Of([]byte("1")); ok {
		t.Error("a variable without labels has one")
	}
}

func TestTheNumberOfCasesIsHeld(t *testing.T) {
	file := canteen()
	data := file.Bytes()
	f := read(t, data)
	n := 0
	for range f.Each() {
		if n++; n == 2 {
			break
		}
	}
	equal(t, "cases until it is stopped", n, 2)
	more := slices.Clone(data)
	more[80] = 9 // cases
	_, err := all(more)
	equal(t, "fewer than it says", err, fmt.Sprintf("the SPSS file is cut off: 4 of its 9 cases are there (byte %d)", len(data)))
	less := slices.Clone(data)
	less[80] = 3
	got, err := all(less)
	equal(t, "more than it says", fmt.Sprint(got, err), "3 <nil>")
	for _, data := range [][]byte{less, data} {
		f := read(t, data)
		for range 2 {
			cells(t, f)
		}
		equal(t, "told once, if there are more", len(f.Odd), f.Cases%2)
	}
}
