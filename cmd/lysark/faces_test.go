package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goitalic"
	"golang.org/x/image/font/gofont/goregular"
)

// TestAFaceThatLacksACharacterIsFoundWhereverItIsUsed: Go's fonts do not have the ǧ of Skolt Sámi, Source Sans does.
func TestAFaceThatLacksACharacterIsFoundWhereverItIsUsed(t *testing.T) {
	source, err := os.ReadFile(filepath.Join(root, "fonts", "source-sans", "SourceSans3-Regular.ttf"))
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name          string
		regular, bold []byte
		slide, want   string
	}{
		{"regular", goregular.TTF, gobold.TTF, "headline = \"Språk\"\ntext = \"Aanar saǧa\"", `deck.toml:6:8: error: the font Go Regular has no character "ǧ" (U+01E7), which is in "Aanar saǧa" on slide 1`},
		{"italic, which only quotes are set in", source, source, "headline = \"Språk\"\nquote = { text = \"Aanar saǧa\" }", `deck.toml:6:18: error: the font Go Italic has no character "ǧ" (U+01E7), which is in "Aanar saǧa" on slide 1`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			for name, data := range map[string][]byte{
				"regular.ttf": tt.regular, "bold.ttf": tt.bold, "italic.ttf": goitalic.TTF,
				"theme.toml": []byte("[fonts]\nregular = \"regular.ttf\"\nbold = \"bold.ttf\"\nitalic = \"italic.ttf\"\n"),
				"deck.toml":  []byte("[deck]\ntitle = \"Prøve\"\ntheme = \"theme.toml\"\n[[slide]]\n" + tt.slide + "\n"),
			} {
				if err := os.WriteFile(filepath.Join(dir, name), data, 0o666); err != nil {
					t.Fatal(err)
				}
			}
			var out bytes.Buffer
			ui := newUI(io.Discard, &out, func(string) string { return "" })
			code := run([]string{"check", filepath.Join(dir, "deck.toml")}, ui)
			got := strings.ReplaceAll(out.String(), dir+string(filepath.Separator), "")
			if code != exitDiagnostics || !strings.HasPrefix(got, tt.want) || strings.Count(got, "error: ") != 1 {
				t.Errorf("exit code %d, got %s", code, got)
			}
		})
	}
}
