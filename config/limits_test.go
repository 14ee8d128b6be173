package config_test

import (
	"io/fs"
	"strings"
	"testing"
	"time"

	"lysark/config"
	"lysark/config/diag"
	"lysark/report/golden"
)

// read reads a layout from a string; no other file is there.
func read(text string) (*config.File, diag.List) {
	return config.Read("deck.toml", func(name string) ([]byte, error) {
		if name != "deck.toml" {
			return nil, fs.ErrNotExist
		}
		return []byte(text), nil
	})
}

func TestFilesThatNobodyWritesAreRefusedAtOnce(t *testing.T) {
	tests := []struct{ name, text string }{
		{"a million opening brackets", "x = " + strings.Repeat("[", 1_000_000)},
		{"tables within tables", "x = " + strings.Repeat("{a=", 100_000) + "1" + strings.Repeat("}", 100_000)},
		{"a film by mistake", strings.Repeat("# xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n", 100_000)},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			golden.Within(t, 2*time.Second, func() {
				golden.Allocating(t, 10<<20, func() {
					_, list := read(tt.text)
					if len(list) != 1 || list[0].Rule != diag.BadFile {
						t.Errorf("got %v", list)
					}
				})
			})
		})
	}
}

func TestWhatIsNoTextIsSaidToBeNone(t *testing.T) {
	tests := []struct {
		name, text string
		rule       diag.Rule
		line       int
	}{
		{"Windows-1252", "[deck]\ntitle = \"bl\xe5b\xe6r\"\n", diag.Syntax, 2},
		{"UTF-16", "\xff\xfe[\x00d\x00", diag.Syntax, 1},
		{"a replacement character is text", "[deck]\ntitle = \"\ufffd\"\n[[slide]]\n", 0, 0},
		{"a byte-order mark is no part of the text", "\ufeff[deck]\ntitle = \"x\"\n[[slide]]\n", 0, 0},
		{"line ends of Windows", "[deck]\r\ntitle = \"x\"\r\n[[slide]]\r\ntext = \"\"\"\r\na\r\nb\"\"\"\r\n", 0, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, list := read(tt.text)
			switch {
			case tt.rule == 0 && len(list) > 0:
				t.Errorf("not expected: %v", list)
			case tt.rule != 0 && (len(list) != 1 || list[0].Rule != tt.rule || list[0].Line != tt.line):
				t.Errorf("got %v, want one of rule %q on line %d", list, tt.rule, tt.line)
			}
		})
	}
}

func TestNamesAreTheSameInBothFormsOfUnicode(t *testing.T) {
	file, list := read("[deck]\ntitle = \"x\"\n[data.\"ma\u030aling\"]\nfile = \"a.csv\"\n[data.\"ma\u030aling\".questions]\n\"a\u030ar\" = \"A\u030ar\"\n" +
		"[[slide]]\nchart = [{ type = \"bar\", data = \"m\u00e5ling\", question = \"\u00e5r\" }]\n")
	if len(list) > 0 {
		t.Fatal(list)
	}
	d, c := file.Data[0], file.Slides[0].Charts[0]
	if d.Name.V != c.Data.V || d.Questions[0].Name.V != c.Question.V || d.Questions[0].Column.V != "\u00c5r" {
		t.Errorf("%q, %q and %q are not %q and %q", d.Name.V, d.Questions[0].Name.V, d.Questions[0].Column.V, c.Data.V, c.Question.V)
	}
}

func TestTheOrderOfTheFileIsKept(t *testing.T) {
	file, list := read(`
[data.z]
file = "z.csv"
[data.a]
file = "a.csv"
[data.z.questions]
y = "Y"
b = "B"
[deck]
title = "x"
[[slide]]
  [[slide.chart]]
  type = "bar"
  colors = { Ja = "teal", "Nei, men" = "pale", Annet = "#fff" }
`)
	if len(list) > 0 {
		t.Fatal(list)
	}
	var got []string
	for _, d := range file.Data {
		got = append(got, d.Name.V)
		for _, q := range d.Questions {
			got = append(got, q.Name.V)
		}
	}
	for _, c := range file.Slides[0].Charts[0].Colors {
		got = append(got, c.Key.V)
	}
	if want := "z y b a Ja Nei, men Annet"; strings.Join(got, " ") != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestWhatIsFoundInASlideCarriesItsNumber(t *testing.T) {
	_, list := read(`
[[slide]]
id = "a"
x = 1
[[slide]]
id = "a"
image = { file = "nowhere.png" }
  [[slide.chart]]
  type = "pia"
[data.d]
x = 1
[deck]
x = 1
`)
	want := map[string]int{
		`unknown key "x" in [[slide]]`:                   1,
		`the id "a" is slide 1's already`:                2,
		`cannot read "nowhere.png": file does not exist`: 2,
		`type of [[slide.chart]] cannot be "pia"`:        2,
		`unknown key "x" in [data.d]`:                    0,
		"[data.d] has no file":                           0,
		`unknown key "x" in [deck]`:                      0,
		"[deck] has no title":                            0,
	}
	if len(list) != len(want) {
		t.Errorf("%d diagnostics, want %d", len(list), len(want))
	}
	for _, d := range list {
		if number, known := want[d.Message]; !known || d.Slide != number {
			t.Errorf("%q is of slide %d, want %d", d.Message, d.Slide, number)
		}
	}
}

func TestOnlyNamedWarningsAreSilenced(t *testing.T) {
	file, list := read(`
[deck]
title = "x"
silence = [{ rule = "contrast", reason = "seen" }, { rule = "palette-similar", reason = "" }]
[[slide]]
`)
	if len(list) != 1 || list[0].Message != "reason of [[deck.silence]] is empty" {
		t.Fatalf("got %v", list)
	}
	var found diag.List
	found.Errorf(diag.Pos{}, diag.Contrast, "", "an error stays")
	found.Warnf(diag.Pos{}, diag.Contrast, "", "a warning goes")
	found.Warnf(diag.Pos{}, diag.CoarseImage, "", "another rule's warning stays")
	found.Warnf(diag.Pos{}, diag.PaletteSimilar, "", "without a reason it stays")
	var got []string
	for _, d := range file.Silenced(found) {
		got = append(got, d.Message)
	}
	if strings.Join(got, "; ") != "an error stays; another rule's warning stays; without a reason it stays" {
		t.Errorf("got %q", got)
	}
}
