package resolve_test

import "testing"

// TestAnAnswerIsCalledByEitherOfItsNames: by the one it has in the file, by the one it is shown by, and whether or not
// the space before a per cent sign breaks.
func TestAnAnswerIsCalledByEitherOfItsNames(t *testing.T) {
	for _, tt := range []struct{ chart, want string }{
		{`rename = { "50 %" = "Halv 50 %" }, highlight = "Halv 50 %"`, "Halv 50\u00a0%"},
		{`rename = { "50 %" = "Halv" }, highlight = "50 %"`, "Halv"},
		{`rename = { "100 %" = "Hel", "50 %" = "Halv" }, highlight = "{answers('del', 1)}"`, "Hel"},
		{`highlight = "100 %"`, "100 %"},
	} {
		deck, list := resolved(t, "deck.toml", func(name string) ([]byte, error) {
			if name == "svar.csv" {
				return []byte("Del\n100 %\n100 %\n50 %\n"), nil
			}
			return []byte("[deck]\ntitle = \"P\"\nplain = [\"50 %\", \"100 %\"]\n[data.svar]\nfile = \"svar.csv\"\nquestions = { del = \"Del\" }\n[[slide]]\nheadline = \"A\"\nchart = [{ type = \"bar\", question = \"del\", " + tt.chart + ", colors = { \"100 %\" = \"accent\" } }]\n"), nil
		})
		c := deck.Slides[0].Charts[0]
		if list.HasErrors() || len(c.Highlight) != 1 || c.Highlight[0] != tt.want {
			t.Errorf("%s: %q, want %q (%v)", tt.chart, c.Highlight, tt.want, list)
		}
		for name := range c.Colors {
			if name != c.Categories[1] {
				t.Errorf("%s: the colour is for %q, the category is %q", tt.chart, name, c.Categories[1])
			}
		}
	}
}
