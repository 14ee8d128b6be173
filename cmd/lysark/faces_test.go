package main

import (
	"bytes"
	"encoding/binary"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
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
		{"a byte-order mark, which no PDF may show though the font has it", source, source, "headline = \"Språk\"\ntext = \"Aanar\\uFEFF\"", `deck.toml:6:8: error: the font Source Sans 3 has no character "\ufeff" (U+FEFF), which is in "Aanar\ufeff" on slide 1`},
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

// TestAnOwnFontIsUsedAsItIsOrRefused builds a chart in each font, and inspects what comes out.
func TestAnOwnFontIsUsedAsItIsOrRefused(t *testing.T) {
	tests := []struct {
		name string
		data []byte
		want string // when it is refused
	}{
		{"as it comes", goregular.TTF, ""},
		{"more pairs to kern than its table has a number for, as in Open Sans and Calibri", withTable(goregular.TTF, "kern", manyPairs()), ""},
		{"a name that is longer than PDF/A allows", longNamed(t, goregular.TTF), ""},
		{"an empty file, which the built-in font must not replace in silence", []byte{}, `theme.toml:2:11: error: the font "own.ttf": not a font: the file is too short (bad-file)`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			for name, data := range map[string][]byte{
				"own.ttf": tt.data, "bold.ttf": gobold.TTF,
				"theme.toml": []byte("[fonts]\nregular = \"own.ttf\"\nbold = \"bold.ttf\"\n"),
				"deck.toml":  []byte("[deck]\ntitle = \"Prøve\"\ntheme = \"theme.toml\"\n[[slide]]\nheadline = \"AVA\"\ntext = \"AVA\"\nchart = [{ type = \"bar\", labels = [\"AVA\"], values = [5] }]\n"),
			} {
				if err := os.WriteFile(filepath.Join(dir, name), data, 0o666); err != nil {
					t.Fatal(err)
				}
			}
			var out bytes.Buffer
			ui := newUI(io.Discard, &out, func(string) string { return "" })
			code := run([]string{"build", filepath.Join(dir, "deck.toml")}, ui)
			if tt.want == "" && code == exitFine {
				code = run([]string{"inspect", filepath.Join(dir, "deck.pdf")}, ui)
			}
			got := strings.ReplaceAll(out.String(), dir+string(filepath.Separator), "")
			if code == exitFine != (tt.want == "") || !strings.HasPrefix(got, tt.want) {
				t.Errorf("exit code %d, got %s", code, got)
			}
		})
	}
}

// TestAFontWithoutArrowsDoesForALikertChartThatPointsToItsSides: many have none, and the author did not write them.
func TestAFontWithoutArrowsDoesForALikertChartThatPointsToItsSides(t *testing.T) {
	dir := t.TempDir()
	layout := filepath.Join(dir, "deck.toml")
	for name, data := range map[string][]byte{
		"own.ttf":    withoutArrows(t, gobold.TTF),
		"theme.toml": []byte("[fonts]\nregular = \"own.ttf\"\nbold = \"own.ttf\"\n"),
		"deck.toml": []byte("[deck]\ntitle = \"Prøve\"\ntheme = \"theme.toml\"\n[[slide]]\nheadline = \"Svar\"\n[[slide.chart]]\ntype = \"likert\"\ndiverging = true\n" +
			"labels = [\"a\", \"b\"]\nseries = [{ name = \"Nei\", values = [40, 50] }, { name = \"Ja\", values = [60, 50] }]\n"),
	} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	var out bytes.Buffer
	if code := run([]string{"build", layout}, newUI(io.Discard, &out, func(string) string { return "" })); code != exitFine {
		t.Errorf("exit code %d: %s", code, out.String())
	}
}

// withoutArrows is the font of Go with its map of characters beginning the arrows behind those that point aside.
func withoutArrows(t *testing.T, data []byte) []byte {
	if bytes.Count(data, []byte("\x21\x90")) != 1 {
		t.Fatal("the font's arrows are not where they were")
	}
	return bytes.ReplaceAll(data, []byte("\x21\x90"), []byte("\x21\x95"))
}

// manyPairs is a table of 11,000 pairs to kern, none of them moved: its size modulo 65,536 is all it says of its size.
func manyPairs() []byte {
	const pairs = 11_000
	out := binary.BigEndian.AppendUint32(nil, 1) // version 0, one subtable
	size := 14 + 6*pairs
	for _, v := range []int{0, size, 1, pairs, 6 * 8192, 13, 6*pairs - 6*8192} {
		out = binary.BigEndian.AppendUint16(out, uint16(v))
	}
	for i := range pairs {
		out = append(binary.BigEndian.AppendUint32(out, uint32(i)), 0, 0)
	}
	return out
}

// longNamed is the font with all of its names as its PostScript name.
func longNamed(t *testing.T, data []byte) []byte {
	data = slices.Clone(data)
	for i := range binary.BigEndian.Uint16(data[4:]) {
		entry := data[12+16*int(i):]
		if string(entry[:4]) != "name" {
			continue
		}
		table := data[binary.BigEndian.Uint32(entry[8:]):]
		for n := range binary.BigEndian.Uint16(table[2:]) {
			record := table[6+12*int(n):]
			if binary.BigEndian.Uint16(record[6:]) == 6 {
				binary.BigEndian.PutUint16(record[8:], 600)
				binary.BigEndian.PutUint16(record[10:], 0)
			}
		}
		return data
	}
	t.Fatal("the font has no names")
	return nil
}

// withTable is the font with a table in place of its own, or one more.
func withTable(data []byte, tag string, table []byte) []byte {
	tables := map[string][]byte{tag: table}
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		entry := data[12+16*i:]
		if name := string(entry[:4]); name != tag {
			from, length := binary.BigEndian.Uint32(entry[8:]), binary.BigEndian.Uint32(entry[12:])
			tables[name] = data[from : from+length]
		}
	}
	out := binary.BigEndian.AppendUint16([]byte("\x00\x01\x00\x00"), uint16(len(tables)))
	out = append(out, make([]byte, 6)...)
	var body []byte
	for _, name := range slices.Sorted(maps.Keys(tables)) {
		out = binary.BigEndian.AppendUint32(append(out, name...), 0)
		out = binary.BigEndian.AppendUint32(out, uint32(12+16*len(tables)+len(body)))
		out = binary.BigEndian.AppendUint32(out, uint32(len(tables[name])))
		body = append(body, tables[name]...)
		body = append(body, make([]byte, -len(body)&3)...)
	}
	return append(out, body...)
}
