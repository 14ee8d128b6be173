package compose_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lysark/report/compose"
	"lysark/report/scene"
)

// TestAlternativeTexts: each case is one slide of a deck with the answers of four members.
func TestAlternativeTexts(t *testing.T) {
	const pie = "headline = \"Jobben\"\nchart = [{ type = \"pie\", question = \"jobb\" }]"
	tests := []struct {
		name, deck, slide string
		role              scene.Role
		want              string // _ is a space that does not break
	}{
		{"a chart of a question", "", pie, scene.Figure, "Kakediagram: Liker du jobben? Ja: 75_%, Nei: 25_%. Grunnlag: 4 svar."},
		{"with a source that has the base", "", pie + "\nsource = \"Kilde: Oss. n = {base('jobb')}\"", scene.Figure, "Kakediagram: Liker du jobben? Ja: 75_%, Nei: 25_%. Kilde: Oss. n = 4."},
		{"with a source that is hyphenated and broken in print", "", pie + "\nsource = \"Kilde: Med\\u00ADlemmer.\\nn = 4\"", scene.Figure, "Kakediagram: Liker du jobben? Ja: 75_%, Nei: 25_%. Kilde: Medlemmer. n = 4."},
		{"of a question of one word it is the headline that tells", "", "headline = \"Alder\"\nchart = [{ type = \"bar\", question = \"q7\" }]", scene.Figure, "Liggende stolpediagram: Alder. ung: 100_%. Grunnlag: 2 svar."},
		{"questions that not all answered", "", "headline = \"Begge\"\nchart = [{ type = \"bar\", questions = [\"jobb\", \"q7\"], answers = [\"Ja\"] }]", scene.Figure, "Liggende stolpediagram: Begge. Liker du jobben? 75_%, Q7: 0_%. Grunnlag: 2 til 4 svar."},
		{"a group too small to be told", "min_base = 5\n", pie, scene.Figure, "Liggende stolpediagram: Liker du jobben? Ingen av tallene vises, fordi for få har svart."},
		{"the author's own words", "", "headline = \"Jobben\"\nchart = [{ type = \"pie\", question = \"jobb\", alt = \"{share('jobb', 'Ja')} sier ja\" }]", scene.Figure, "75_% sier ja"},
		{"a picture", "", "headline = \"Hus\"\nimage = { file = \"hus.png\", alt = \"Et hus\" }", scene.Figure, "Et hus"},
		{"a decorative picture", "", "headline = \"Hus\"\nimage = { file = \"hus.png\", decorative = true }", scene.Artifact, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			layout := filepath.Join(t.TempDir(), "deck.toml")
			write(t, layout, "[deck]\ntitle = \"Prøve\"\n"+tt.deck+"[data.svar]\nfile = \"svar.csv\"\n[data.svar.questions]\njobb = { column = \"Liker du jobben?\", answers = [\"Ja\", \"Nei\"] }\nq7 = \"Q7\"\n[[slide]]\n"+tt.slide+"\n")
			write(t, filepath.Join(filepath.Dir(layout), "svar.csv"), "Liker du jobben?,Q7\nJa,ung\nJa,ung\nJa,\nNei,\n")
			logo, err := os.ReadFile(filepath.Join(filepath.Dir(reference), "logo.png"))
			if err != nil {
				t.Fatal(err)
			}
			write(t, filepath.Join(filepath.Dir(layout), "hus.png"), string(logo))
			deck, _ := resolvedDeck(t, layout, os.ReadFile)
			pages, _ := compose.Pages(deck)
			role, alt := pictureOn(t, pages[0])
			if alt = strings.ReplaceAll(alt, "\u00a0", "_"); role != tt.role || alt != tt.want {
				t.Errorf("got %s %q, want %s %q", role, alt, tt.role, tt.want)
			}
		})
	}
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// pictureOn is the role and the alternative text of a slide's chart or picture.
func pictureOn(t *testing.T, p scene.Page) (scene.Role, string) {
	t.Helper()
	var role scene.Role
	alt := ""
	walk(p.Items, func(g scene.Group) {
		for _, it := range g.Items {
			if _, picture := it.(scene.Image); picture || g.Role == scene.Figure {
				role, alt = g.Role, g.Alt
			}
		}
	})
	if role == "" {
		t.Fatal("there is no picture")
	}
	return role, alt
}
