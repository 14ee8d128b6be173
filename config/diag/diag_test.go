package diag

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"
)

func at(line, col int) Pos { return Pos{File: "deck.toml", Line: line, Col: col} }

// one is a list with one error.
func one(pos Pos, hint string) List {
	var l List
	l.Errorf(pos, BadValue, hint, "the message")
	return l
}

func TestText(t *testing.T) {
	lines := map[int]string{
		1: `title = "blåbærsyltetøy" x`,
		2: "\tsort = \"desc\"",
		3: strings.Repeat("a", 60) + "HERE" + strings.Repeat("b", 100),
		4: "short" + strings.Repeat("b", 200),
		5: "red \x1b[31m here",
	}
	tests := []struct {
		name string
		list List
		want string
	}{
		{"an empty list prints nothing", nil, ""},
		{"the caret counts letters, not bytes", one(at(1, 26), ""),
			"deck.toml:1:26: error: the message (bad-value)\n" +
				"   1 | title = \"blåbærsyltetøy\" x\n" +
				"     |                          ^\n1 error\n"},
		{"a tab is one column wide", one(at(2, 9), "do this"),
			"deck.toml:2:9: error: the message (bad-value)\n" +
				"   2 |  sort = \"desc\"\n" +
				"     |         ^\n   hint: do this\n1 error\n"},
		{"of a long line the part around the place is shown", one(at(3, 61), ""),
			"deck.toml:3:61: error: the message (bad-value)\n" +
				"   3 | …" + strings.Repeat("a", 39) + "HERE" + strings.Repeat("b", 55) + "…\n" +
				"     | " + strings.Repeat(" ", 40) + "^\n1 error\n"},
		{"a long line is shown from its beginning when the place is near it", one(at(4, 1), ""),
			"deck.toml:4:1: error: the message (bad-value)\n" +
				"   4 | short" + strings.Repeat("b", 94) + "…\n" +
				"     | ^\n1 error\n"},
		{"what a terminal would obey is not passed on", one(at(5, 1), ""),
			"deck.toml:5:1: error: the message (bad-value)\n   5 | red  [31m here\n     | ^\n1 error\n"},
		{"a place beyond the line's end stands at the end", one(at(2, 99), ""),
			"deck.toml:2:99: error: the message (bad-value)\n   2 |  sort = \"desc\"\n     |               ^\n1 error\n"},
		{"a line that is not there is not shown", one(at(7, 1), "do this"),
			"deck.toml:7:1: error: the message (bad-value)\n   hint: do this\n1 error\n"},
		{"a place without column shows no line", one(at(1, 0), ""), "deck.toml:1: error: the message (bad-value)\n1 error\n"},
		{"a place without line is the file", one(at(0, 0), ""), "deck.toml: error: the message (bad-value)\n1 error\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var b bytes.Buffer
			err := tt.list.Text(&b, TextOptions{Line: func(_ string, n int) (string, bool) { s, ok := lines[n]; return s, ok }})
			if err != nil || b.String() != tt.want {
				t.Errorf("%v\ngot:\n%s\nwant:\n%s", err, b.String(), tt.want)
			}
		})
	}
}

func TestWhatATerminalWouldObeyIsNotPassedOnInWords(t *testing.T) {
	var l List
	l.Errorf(Pos{File: "a\x1b[2Jb.toml"}, BadValue, "not\u009b1m", "file of [data.\x1b[31mred] is\nempty")
	var b bytes.Buffer
	if err := l.Text(&b, TextOptions{}); err != nil {
		t.Fatal(err)
	}
	if want := "a [2Jb.toml: error: file of [data. [31mred] is empty (bad-value)\n   hint: not 1m\n1 error\n"; b.String() != want {
		t.Errorf("got  %q\nwant %q", b.String(), want)
	}
}

func TestColorMarksPlaceSeverityAndHint(t *testing.T) {
	list := one(at(1, 1), "do this")
	list.Warnf(at(2, 1), Contrast, "", "pale")
	var b bytes.Buffer
	if err := list.Text(&b, TextOptions{Color: true}); err != nil {
		t.Fatal(err)
	}
	want := "\x1b[1mdeck.toml:1:1\x1b[0m: \x1b[1;31merror\x1b[0m: the message (bad-value)\n   \x1b[36mhint:\x1b[0m do this\n" +
		"\x1b[1mdeck.toml:2:1\x1b[0m: \x1b[1;33mwarning\x1b[0m: pale (contrast)\n1 error, 1 warning\n"
	if b.String() != want {
		t.Errorf("got %q\nwant %q", b.String(), want)
	}
}

func TestTheLastLineCounts(t *testing.T) {
	for _, tt := range []struct {
		errors, warnings int
		want             string
	}{{1, 0, "1 error"}, {2, 0, "2 errors"}, {0, 1, "1 warning"}, {3, 2, "3 errors, 2 warnings"}} {
		if got := count(tt.errors, tt.warnings); got != tt.want {
			t.Errorf("%d errors and %d warnings are %q, want %q", tt.errors, tt.warnings, got, tt.want)
		}
	}
}

func TestJSON(t *testing.T) {
	list := one(at(3, 9), "write <this>")
	list[0].Slide = 2
	list.Warnf(Pos{File: "svar.csv"}, EmptyData, "", "nothing")
	for _, tt := range []struct {
		name string
		list List
		want string
	}{
		{"an empty list is an empty array", nil, `[]`},
		{"unknown places, hints and slides are left out", list,
			`[{"file":"deck.toml","line":3,"column":9,"severity":"error","rule":"bad-value","message":"the message","hint":"write <this>","slide":2},` +
				`{"file":"svar.csv","severity":"warning","rule":"empty-data","message":"nothing"}]`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var printed, compact bytes.Buffer
			if err := tt.list.JSON(&printed); err != nil {
				t.Fatal(err)
			}
			if err := json.Compact(&compact, printed.Bytes()); err != nil {
				t.Fatal(err)
			}
			if got := compact.String(); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestSortedOrdersByPlaceAndTellsEachMistakeOnce(t *testing.T) {
	var l List
	for _, d := range []struct {
		file      string
		line, col int
		message   string
	}{{"b", 1, 1, "x"}, {"a", 10, 1, "x"}, {"a", 9, 2, "x"}, {"a", 9, 1, "z"}, {"a", 9, 1, "y"}, {"a", 9, 2, "x"}} {
		l.Errorf(Pos{d.file, d.line, d.col}, Missing, "", "%s", d.message)
	}
	before := slices.Clone(l)
	var got []string
	for _, d := range l.Sorted() {
		got = append(got, d.Pos.String()+d.Message)
	}
	if want := []string{"a:9:1y", "a:9:1z", "a:9:2x", "a:10:1x", "b:1:1x"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if !slices.Equal(l, before) {
		t.Error("Sorted changed the list itself")
	}
}

func TestStrictMakesWarningsErrorsInACopy(t *testing.T) {
	var l List
	l.Warnf(at(1, 1), Contrast, "", "pale")
	if l.HasErrors() || !l.Strict().HasErrors() || l[0].Severity != Warning {
		t.Errorf("HasErrors is %v, of Strict %v, severity %s", l.HasErrors(), l.Strict().HasErrors(), l[0].Severity)
	}
}

func TestOnSlideKeepsANumberThatIsKnown(t *testing.T) {
	var l List
	l.Errorf(at(1, 1), Missing, "", "a")
	l.Add(List{{Message: "b", Slide: 7}})
	got := l.OnSlide(3)
	if got[0].Slide != 3 || got[1].Slide != 7 || l[0].Slide != 0 {
		t.Errorf("got slides %d and %d, want 3 and 7 and the list itself unchanged", got[0].Slide, got[1].Slide)
	}
}
