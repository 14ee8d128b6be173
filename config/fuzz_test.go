package config

import (
	"strings"
	"testing"

	"lysark/config/keys"
)

// FuzzRead holds that no file makes Read panic or hang, whether it is a layout, a theme or a picture.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"[deck]\ntitle = \"Blåbær\"\n[[slide]]\nheadline = \"H\"\nbullets = [\"a\", 'b', # c\n]\n",
		"a.b.\"c d\" = {x = 1, 'y' = [{z = 2}, {}]}\n[t]\n[[t.u]]\nk = 1\n[[t.u]]\nk = 2\n[t.u.v]\nw = 1979-05-27 07:32:00\n",
		"s = \"\"\"a\"\"b\\\"\"\"\"\"\nt = '''it''s'''''\n\"\" = ''\ne = \"\"\n",
		"[[slide]]\n[[slide.chart]]\nvalues = [1, nan, inf, -0.5e3, 0x1F, 1_000]\nlabels = [[], [[\"]\"]]]\n[[slide]]\n",
		"[colors]\nbackground = \"#FFF\"\nscale = [\"#B23A48\"]\n[sizes]\nbody = [20, 18]\n",
		"\ufeffx = \"\\u00e5\"\r\n[a.'b']\r\n\"\\t\" = [1,\r\n2]\r\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		// the same text as layout, theme and picture
		file, list := Read("deck.toml", func(string) ([]byte, error) { return []byte(text), nil })
		if file == nil || file.Theme == nil {
			t.Fatal("Read returned no file or no theme")
		}
		for _, d := range list {
			if d.Line < 0 || d.Col < 0 || d.Line > strings.Count(text, "\n")+2 || d.File == "" {
				t.Fatalf("impossible place %s: %s", d.Pos, d.Message)
			}
		}
		if theme := readTheme(keys.NewReader(func(string) ([]byte, error) { return []byte(text), nil }), "theme.toml", Str{}); theme == nil {
			t.Fatal("there is no theme")
		}
	})
}
