package compare

import (
	"fmt"
	"io"
	"lysark/config/diag"
	"slices"
	"strings"
	"testing"
)

func TestAnswersThatCameOrWent(t *testing.T) {
	const shownInAChart = "[[slide]]\nheadline = \"A\"\nchart = [{ type = \"bar\", question = \"farge\" }]\n"
	const unseen = "[[slide]]\nheadline = \"A\"\n"
	many := func(from int) string {
		out := "Farge;ID\n"
		for i := range 40 {
			out += fmt.Sprintf("navn %d;%d\n", from+i, i)
		}
		return out
	}
	tests := []struct{ name, layout, old, new, want string }{
		{"in a chart, however few gave it", asks + shownInAChart, answers("Farge", "Rød", 40), answers("Farge", "Rød", 40, "Gul", 1), `farge +["Gul"]0 -[]0`},
		{"from the layout's list", "farge = { column = \"Farge\", answers = [\"Rød\", \"Blå\"] }\n" + unseen, answers("Farge", "Rød", 40, "Blå", 1), answers("Farge", "Rød", 40), `farge +[]0 -["Blå"]0`},
		{"not named by the layout: only what several gave is named", asks + unseen, answers("Farge", "Rød", 40, "hei på deg", 1), answers("Farge", "Rød", 40, "Gul", 5), `farge +["Gul"]0 -[]1`},
		{"in a column that no question names", unseen, answers("Farge", "Rød", 40), answers("Farge", "Rød", 30, "Gul", 9, "Per", 1), ` +["Gul"]1 -[]0`},
		{"of several in a cell", "farge = { column = \"Farge\", multiple = \",\" }\n" + shownInAChart, answers("Farge", "Rød,Blå", 40), answers("Farge", "Blå", 40), `farge +[]0 -["Rød"]0`},
		{"free text is not compared", unseen, many(0), many(20), ` +[]20 -[]20 various`},
		{"too few answered", asks + shownInAChart, answers("Farge", "Rød", 40), answers("Farge", "Gul", 4), `farge +[]0 -[]0 too few`},
		{"nothing", asks + shownInAChart, answers("Farge", "Rød", 40, "Blå", 3), answers("Farge", "Blå", 3, "Rød", 40), ``},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, d := range Compare(inline(t, tt.layout, tt.old), inline(t, tt.layout, tt.new)).Data {
				for _, q := range d.Questions {
					if q.Column == "ID" {
						continue
					}
					one := fmt.Sprintf("%s +%q%d -%q%d", q.Name, q.Came, q.OtherCame, q.Gone, q.OtherGone)
					if q.Various {
						one += " various"
					}
					if q.TooFew {
						one += " too few"
					}
					got = append(got, one)
				}
			}
			if strings.Join(got, "; ") != tt.want {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}

// TestAColumnThatIsGoneStopsNothing: what rests on it is told as such, and all else is compared.
func TestAColumnThatIsGoneStopsNothing(t *testing.T) {
	layout := asks + "hus = \"ID\"\n[[slide]]\nheadline = \"{share('farge', 'Rød')}\"\n[[slide]]\nheadline = \"{base('hus')}\"\nexpect = [\"share('farge', 'Rød') > 10\"]\n"
	old := inline(t, layout, answers("Farge", "Rød", 40, "Blå", 60))
	r := Compare(old, inline(t, layout, answers("Form", "Rund", 60)))
	want := []string{"2→2 headline base('hus'): 100→60", "old 1 headline share('farge', 'Rød'): 40 %, its column is not among the answers there"}
	if got := moved(r); !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if len(r.Data) != 1 || !slices.Equal(r.Data[0].ColumnsGone, []string{"Farge"}) || !slices.Equal(r.Data[0].ColumnsCame, []string{"Form"}) {
		t.Errorf("got %+v", r.Data)
	}
	if len(r.Claims) != 1 || r.Claims[0].Worked || r.Claims[0].Before != "held" {
		t.Errorf("got %+v", r.Claims)
	}
	if len(r.Problems) == 0 || r.Problems[0].Rule != diag.UnknownColumn || r.Problems[0].Side != "new" {
		t.Errorf("got %+v", r.Problems)
	}
}

// TestNothingOfAHiddenFigureIsTold writes reports of a group of three, with hidden figures of every kind, and looks for
// its numbers. All others are round.
func TestNothingOfAHiddenFigureIsTold(t *testing.T) {
	layout := asks + `leder = { column = "Leder", answers = ["Ja", "Nei"] }
[figures]
ja = "share('leder', 'Ja')"
[[slide]]
headline = "{ja} {fraction(ja)} {count('leder', 'Ja')} {ja - 10} {pct(ja, 2)} {top('leder')} {list('leder')} {capital(ja)}"
bullets = ["{share('farge', 'Rød') - ja} {rank('leder', 'Ja')} {share_of_all('leder', 'Ja')}"]
chart = [{ type = "bar", question = "leder", decimals = 2 }]
[[slide]]
headline = "B"
chart = [{ type = "pie", question = "leder" }]
`
	rows := func(ja, nei int) string {
		out := "Farge;Leder\n"
		for i := range 100 {
			leder := ""
			switch {
			case i < ja:
				leder = "Ja"
			case i < ja+nei:
				leder = "Nei"
			}
			out += "Rød;" + leder + "\n"
		}
		return out
	}
	few, other, enough := inline(t, layout, rows(2, 1)), inline(t, layout, rows(1, 2)), inline(t, layout, rows(40, 40))
	for _, s := range []Side{few, other, enough} {
		if s.Problems.HasErrors() || len(s.Deck.Figures) != 15 {
			t.Fatalf("%d figures; %v", len(s.Deck.Figures), s.Problems)
		}
	}
	secrets := []string{"66", "67", "33", "2 av 3", "1 av 3", "56.", "23.", "76.", "43.", `"count": 1,`, `"count": 2,`, `"base": 3`, "2.00", "1.00"}
	for name, r := range map[string]Report{"hidden in both": Compare(few, other), "hidden in the new one": Compare(enough, few), "hidden in the old one": Compare(few, enough)} {
		for ext, write := range forms() {
			looked(t, name+"."+ext, written(t, func(w io.Writer) error { return write(r, w) }), secrets)
		}
		if len(r.Moved) > 0 {
			t.Errorf("%s: told as moved: %q", name, moved(r))
		}
	}
	if r := Compare(few, other); r.Unshown != len(few.Deck.Figures) {
		t.Errorf("%d of %d are hidden in both", r.Unshown, len(few.Deck.Figures))
	}
	list := List(few.Deck)
	for ext, write := range map[string]func(io.Writer) error{"json": list.JSON, "csv": list.CSV, "txt": func(w io.Writer) error { return list.Table(w, 0) }} {
		looked(t, "list."+ext, written(t, write), secrets)
	}
}

// TestAHiddenFigureThatIsGoneIsNotShown: nobody saw it, so no deck is said to have shown it.
func TestAHiddenFigureThatIsGoneIsNotShown(t *testing.T) {
	with := inline(t, asks+"[[slide]]\nheadline = \"A\"\nbullets = [\"{share('farge', 'Rød')}\"]\n", answers("Farge", "Rød", 3))
	gone := inline(t, asks+"[[slide]]\nheadline = \"A\"\n", answers("Farge", "Rød", 3))
	for name, r := range map[string]Report{"gone": Compare(with, gone), "new": Compare(gone, with)} {
		if len(r.Only) != 0 || r.HalfGone != 1 || r.Unshown != 0 || !strings.Contains(strings.Join(r.lead(), " "), "1 figure is hidden in one deck") {
			t.Errorf("%s: %+v, %d; %q", name, r.Only, r.HalfGone, r.lead())
		}
	}
}

func looked(t *testing.T, name, text string, secrets []string) {
	t.Helper()
	for line := range strings.Lines(text) {
		if strings.Contains(line, "{ ") || strings.Contains(line, "<svg") {
			continue // styles and drawings
		}
		for _, s := range secrets {
			if strings.Contains(line, s) {
				t.Errorf("%s tells %q: %s", name, s, line)
			}
		}
	}
}
