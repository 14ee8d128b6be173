package compare

import (
	"maps"
	"slices"
	"testing"

	"lysark/config"
)

// files is a side of a whole layout, with data files by name.
func files(t testing.TB, layout string, data map[string]string) Side {
	t.Helper()
	return side(t, "deck.toml", nil, func(name string) ([]byte, error) {
		if text, ok := data[name]; ok {
			return []byte(text), nil
		}
		return []byte("[deck]\ntitle = \"Prøve\"\nmin_base = 5\n" + layout), nil
	})
}

func TestADataSetIsKnownAgainByThePartItPlays(t *testing.T) {
	set := func(name, questions string) string {
		return "[data." + name + "]\nfile = \"svar.csv\"\n" + questions
	}
	asking := func(name, questions string) string {
		return set(name, "[data."+name+".questions]\n"+questions)
	}
	const previous = "previous = \"svar2025\"\n"
	tests := []struct {
		name, old, new string
		want           map[string]string
	}{
		{"as the first of its layout", asking("svar", asks), asking("answers", "colour = \"Farge\"\n"), map[string]string{"svar": "answers"}},
		{"by its name, in another order", asking("svar", asks) + set("forrige", ""), set("forrige", "") + asking("svar", asks), map[string]string{"svar": "svar", "forrige": "forrige"}},
		{"by its name behind another one", asking("svar", asks), asking("pilot", asks) + asking("svar", asks), map[string]string{"svar": "svar"}},
		{"as this year's, named after its year", asking("svar2025", asks) + set("svar2024", ""), set("svar2026", previous) + set("svar2025", ""), map[string]string{"svar2025": "svar2026", "svar2024": "svar2025"}},
		{"by its questions", asking("svar", asks) + asking("ledere", "sted = \"Sted\"\n"), asking("svar", asks) + asking("sjefer", "by = \"Sted\"\n"), map[string]string{"svar": "svar", "ledere": "sjefer"}},
		{"not when it is another one", asking("svar", asks) + asking("ledere", "sted = \"Sted\"\n"), asking("svar", asks) + asking("kurs", "dag = \"Dag\"\n"), map[string]string{"svar": "svar"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			file := func(layout string) *config.File {
				f, _ := config.Read("deck.toml", func(string) ([]byte, error) { return []byte(layout), nil })
				return f
			}
			if got := sameParts(file(tt.old), file(tt.new)); !maps.Equal(got, tt.want) {
				t.Errorf("got %v, want %v", got, tt.want)
			}
		})
	}
}

// TestARenamedDataSetIsTestedAllTheSame: its questions have other names as well, and the expressions are others.
func TestARenamedDataSetIsTestedAllTheSame(t *testing.T) {
	old := files(t, "[data.svar]\nfile = \"svar.csv\"\n[data.svar.questions]\nfarge = \"Farge\"\n[[slide]]\nheadline = \"Andelen er {share('farge', 'Rød')}\"\nchart = [{ type = \"bar\", question = \"farge\" }]\n",
		map[string]string{"svar.csv": answers("Farge", "Rød", 40, "Blå", 60)})
	now := files(t, "[data.answers]\nfile = \"svar.csv\"\n[data.answers.questions]\ncolour = \"Farge\"\n[figures]\nrod = \"share('colour', 'Rød')\"\n[[slide]]\nheadline = \"Nå er den {rod}\"\nchart = [{ type = \"bar\", question = \"colour\" }]\n",
		map[string]string{"svar.csv": answers("Farge", "Rød", 60, "Blå", 40)})
	r := Compare(old, now)
	want := []string{"1→1 headline rod: 40 %→60 %", "1→1 chart 1 Blå: 60 %→40 %", "1→1 chart 1 Rød: 40 %→60 %"}
	got := moved(r)
	slices.Sort(got[1:])
	if !slices.Equal(got, want) || r.Tested != 2 || r.Larger != 2 {
		t.Errorf("%d tested, %d larger; got  %q\nwant %q", r.Tested, r.Larger, got, want)
	}
	if len(r.Data) != 1 || r.Data[0].Only != "" || r.Data[0].Name != "answers" || r.Data[0].OldName != "svar" {
		t.Errorf("got %+v", r.Data)
	}
}
