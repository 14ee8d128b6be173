package main

import (
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"lysark/report/compare"
	"lysark/report/locale"
)

// TestTheStartersSayTheSame starts a deck in each language, and wants no problem of any, and of all of them the same
// keys and the same figures, in the same places and order.
func TestTheStartersSayTheSame(t *testing.T) {
	var first string
	var keys any
	for _, lang := range locale.Tags() {
		dir := t.TempDir()
		files, err := starterFiles(lang)
		if err != nil {
			t.Fatal(err)
		}
		if err := writeNew(t.Context(), dir, files); err != nil {
			t.Fatal(err)
		}
		ui, o := newUI(io.Discard, io.Discard, func(string) string { return "" }), buildOptions{}
		o.layout = filepath.Join(dir, layoutName)
		in, err := makeDeck(ui, o)
		if err != nil {
			t.Fatal(err)
		}
		laid, err := in.compose(ui, o)
		if err != nil || len(laid.list) > 0 {
			t.Fatalf("%s: %v %v", lang, err, laid.list)
		}
		if got := in.deck.Locale.Tag; got != lang {
			t.Errorf("the deck's language is %q, want %q", got, lang)
		}
		var deck map[string]any
		if _, err := toml.DecodeFile(o.layout, &deck); err != nil {
			t.Fatal(err)
		}
		said := figuresAlone(compare.List(in.deck))
		if first == "" {
			first, keys = said, outline(deck)
		}
		if said != first {
			t.Errorf("%s says\n%s\nand not\n%s", lang, said, first)
		}
		if got := outline(deck); !reflect.DeepEqual(got, keys) {
			t.Errorf("%s has the keys\n%v\nand not\n%v", lang, got, keys)
		}
	}
}

// figuresAlone are a deck's figures without their names, which differ between languages.
func figuresAlone(list compare.Figures) string {
	var b strings.Builder
	for _, f := range list.All {
		fmt.Fprint(&b, f.Slide, " ", f.Where)
		for _, s := range f.Sources {
			fmt.Fprint(&b, " ", *s.Count, "/", *s.Base)
		}
		fmt.Fprintln(&b)
	}
	return b.String()
}

// outline is a layout without its texts, and with numbers for the names that its author made up.
func outline(value any) any {
	switch v := value.(type) {
	case map[string]any:
		out := map[string]any{}
		for _, key := range slices.Sorted(maps.Keys(v)) {
			out[key] = outline(v[key])
			if inside, ok := v[key].(map[string]any); ok && slices.Contains([]string{"vars", "data", "questions", "figures"}, key) {
				out[key] = numbered(inside)
			}
		}
		return out
	case []map[string]any:
		var out []any
		for _, e := range v {
			out = append(out, outline(e))
		}
		return out
	case []any:
		return len(v)
	case string:
		return "text"
	}
	return value
}

func numbered(table map[string]any) []any {
	var out []any
	for _, key := range slices.Sorted(maps.Keys(table)) {
		out = append(out, outline(table[key]))
	}
	return out
}
