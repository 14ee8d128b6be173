package compose_test

import (
	"fmt"
	"math"
	"math/rand"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"lysark/report/compose"
	"lysark/report/scene"
)

// slides lays out a deck of the slides; head goes on in [deck]. change may be nil.
func slides(t testing.TB, head, slides string, leftOut ...int) []scene.Page {
	t.Helper()
	toml := "[deck]\ntitle = \"Prøve\"\n" + head + "\n" + slides
	deck, _ := resolvedDeck(t, "deck.toml", func(name string) ([]byte, error) {
		if name == "deck.toml" {
			return []byte(toml), nil
		}
		return []byte("[colors]\naccent = \"#8FC1D4\"\n"), nil
	})
	for _, i := range leftOut {
		deck.Slides[i].Out = true
	}
	pages, list := compose.Pages(deck)
	if list.HasErrors() {
		t.Fatal(list)
	}
	return pages
}

// linksOf are the page's links, told in short.
func linksOf(p scene.Page) []string {
	var out []string
	walk(p.Items, func(g scene.Group) {
		if g.Role == scene.Link {
			text := g.Items[0].(scene.Text)
			out = append(out, fmt.Sprintf("%s in %s: %s", text.S, text.Color, g.Alt))
		}
	})
	return out
}

func TestLinks(t *testing.T) {
	const two = "[[slide]]\nheadline = \"Her\"\ntext = \"Se [svaret](#svar)\"\n[[slide]]\nid = \"svar\"\nheadline = \"Sva\\u00ADret\\ner\"\n"
	tests := []struct {
		name, head, slides string
		leftOut            []int
		want               []string
	}{
		{"a link has the accent's colour and tells where it leads", "", two, nil, []string{"svaret in #13758A: Til side 2: «Svaret er»"}},
		{"in nynorsk", `lang = "nn"`, two, nil, []string{"svaret in #13758A: Til side 2: «Svaret er»"}},
		{"in English", `lang = "en"`, two, nil, []string{"svaret in #13758A: To page 2: “Svaret er”"}},
		{"an accent that is hard to read is not taken", `theme = "theme.toml"`, two, nil, []string{"svaret in #1B2733: Til side 2: «Svaret er»"}},
		{"no link leads to a slide that is left out", "", two, []int{1}, nil},
		{"on the title colour a link looks like the text", "", "[[slide]]\nheadline = \"[Her](https://example.no)\"\n", nil, []string{"Her in #FFFFFF: Nettside: https://example.no"}},
		{"a mailbox is told without what the letter says", `lang = "en"`, "[[slide]]\nheadline = \"A\"\ntext = \"[a](mailto:post@example.no?subject=x)\"\n", nil, []string{"a in #13758A: E-mail: post@example.no"}},
		{"letters of an address are told as they are read", "", "[[slide]]\nheadline = \"A\"\ntext = \"[a](https://example.no/blåbær%20\u202e)\"\n", nil, []string{"a in #13758A: Nettside: https://example.no/blåbær%20%E2%80%AE"}},
		{"the deck's own title has none", "", "[[slide]]\nlayout = \"title\"\nheadline = \"{'[a](https://example.no)'}\"\n", nil, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			pages := slides(t, tt.head, tt.slides, tt.leftOut...)
			if got := linksOf(pages[0]); !slices.Equal(got, tt.want) {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}

func TestNotesHaveTheirLinks(t *testing.T) {
	const toml = "[deck]\ntitle = \"T\"\n[[slide]]\nid = \"a\"\nheadline = \"A\"\nnotes = \"\"\"Se [en](#a).\n\n [to\ntre](https://example.no) \n\n\n[fire](lang:en)\"\"\"\n"
	deck, _ := resolvedDeck(t, "deck.toml", func(string) ([]byte, error) { return []byte(toml), nil })
	pages, _ := compose.Pages(deck)
	pages, list := compose.Notes(deck, pages)
	got := linksOf(pages[0])
	want := []string{"en in #13758A: Til side 1: «A»", "to in #13758A: Nettside: https://example.no"}
	if len(list) > 0 || !slices.Equal(got, want) || !strings.Contains(scene.Dump(pages[0]), "Span lang en") {
		t.Errorf("got %q, want %q; %v\n%s", got, want, list, scene.Dump(pages[0]))
	}
}

// linesOf are the texts of running text on each baseline, from left to right, and where the last of them ends.
func linesOf(p scene.Page) (lines map[float64]string, ends map[float64]float64) {
	lines, ends = map[float64]string{}, map[float64]float64{}
	walk(p.Items, func(g scene.Group) {
		for _, it := range g.Items {
			text, ok := it.(scene.Text)
			if !ok || text.Size < 12 {
				continue
			}
			y := text.At.Y
			if end, begun := ends[y]; begun && math.Abs(end-text.At.X) > 1e-6 {
				lines[y] += fmt.Sprintf("<%+.3f>", text.At.X-end)
			}
			lines[y] += text.S
			ends[y] = text.At.X + text.Width
		}
	})
	return lines, ends
}

// TestMarksMoveNoWord marks phrases anywhere: lines break as they do without, and pieces stand side by side.
func TestMarksMoveNoWord(t *testing.T) {
	random := rand.New(rand.NewSource(1))
	words := []string{"og", "medlemsundersøkelsen", "av", "hjemme\u00adkontor", "5 %", "–", "Wav.", "«To»", "bank-/forsikring", "a  b", "x\u00a0y"}
	for range 100 {
		var plain, marked strings.Builder
		for i := range 5 + random.Intn(30) {
			w := words[random.Intn(len(words))]
			if i > 0 {
				plain.WriteString(" ")
				marked.WriteString(" ")
			}
			plain.WriteString(w)
			cut := strings.Index(w, string([]rune(w)[random.Intn(len([]rune(w))):]))
			switch random.Intn(4) {
			case 0:
				marked.WriteString(w[:cut] + "[" + w[cut:] + "](https://example.no/" + fmt.Sprint(i) + ")")
			case 1:
				marked.WriteString("[" + w + "](#a)")
			default:
				marked.WriteString(w)
			}
		}
		page := func(text string) scene.Page {
			return slides(t, "", "[[slide]]\nid = \"a\"\nheadline = \"A\"\ntext = \""+text+"\"\n")[0]
		}
		want, _ := linesOf(page(plain.String()))
		// the links are groups within the paragraph: read it in the order it is painted
		got, _ := linesOf(flat(page(marked.String())))
		for y, line := range want {
			if got[y] != line {
				t.Fatalf("%q at %v\nreads   %q\nwithout %q", marked.String(), y, got[y], line)
			}
		}
	}
}

// flat is the page with its texts alone.
func flat(p scene.Page) scene.Page {
	var texts []scene.Item
	var collect func(items []scene.Item)
	collect = func(items []scene.Item) {
		for _, it := range items {
			switch it := it.(type) {
			case scene.Text:
				texts = append(texts, it)
			case scene.Group:
				collect(it.Items)
			}
		}
	}
	collect(p.Items)
	p.Items = []scene.Item{scene.Group{Items: texts}}
	return p
}

// TestALinkIsOneGroupOverItsLines: the texts of a link that breaks over lines are together the words it was given.
func TestALinkIsOneGroupOverItsLines(t *testing.T) {
	deck, _ := resolvedDeck(t, links, os.ReadFile)
	pages, _ := compose.Pages(deck)
	var all []string
	for _, p := range pages {
		walk(p.Items, func(g scene.Group) {
			if g.Role != scene.Link {
				return
			}
			var words strings.Builder
			for _, it := range flat(scene.Page{Items: g.Items}).Items[0].(scene.Group).Items {
				text := it.(scene.Text)
				words.WriteString(strings.TrimSuffix(text.S, map[bool]string{true: "-"}[text.Hyphen]))
				if !text.Joined {
					words.WriteString(" ")
				}
			}
			all = append(all, words.String())
		})
	}
	if want := "de fleste av medlemmene våre svarte på i løpet av en uke"; !slices.ContainsFunc(all, func(s string) bool { return strings.TrimSpace(s) == want }) {
		t.Errorf("%s: no link is %q: %q", filepath.Base(links), want, all)
	}
}
