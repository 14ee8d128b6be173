package fonts

import (
	"slices"
	"strings"
	"testing"
)

// fake is the head of a font with one table of that tag.
func fake(version, tag string) []byte {
	out := append([]byte(version), 0, 1, 0, 0, 0, 0, 0, 0)
	out = append(out, tag...)
	return append(out, make([]byte, 40)...)
}

func TestAFontThatCannotBeUsedSaysWhatItIs(t *testing.T) {
	const truetype = "\x00\x01\x00\x00"
	tests := []struct {
		name string
		data []byte
		want string
	}{
		{"an OpenType font with PostScript outlines", fake("OTTO", "CFF "), "PostScript outlines"},
		{"a variable font", fake(truetype, "fvar"), "variable font"},
		{"a collection", fake("ttcf", "cmap"), "collection"},
		{"a web font", fake("wOF2", "cmap"), "web font"},
		{"an older web font", fake("wOFF", "cmap"), "web font"},
		{"something else", []byte("GIF89a and so on"), "not a TrueType font"},
		{"nothing", nil, "too short"},
		{"a directory cut off", []byte(truetype + "\x00\x40\x00\x00\x00\x00\x00\x00"), "cut off"},
		{"no outlines", fake(truetype, "cmap"), `no table "glyf"`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if err := Check(tt.data); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestAFontThatWouldFailLaterIsRefused(t *testing.T) {
	tests := []struct {
		name  string
		spoil func(data []byte)
		want  string
	}{
		{"forbidden to embed", func(d []byte) { tableOf(d, "OS/2")[9] = 2 }, "forbid embedding"},
		{"forbidden to embed in part", func(d []byte) { tableOf(d, "OS/2")[8] = 1 }, "forbid embedding a part"},
		{"maps no characters that can be embedded", unmap, "no Unicode map"},
		{"has a kern table that comes out of turn", func(d []byte) { rename(d, "GSUB", "kern") }, "not a usable TrueType font"},
		{"has no post table", func(d []byte) { rename(d, "post", "posu") }, `no table "post"`},
		{"has a glyph outside of its table", func(d []byte) { tableOf(d, "loca")[401] = 0xff }, "damaged"},
		{"has a glyph that is none", func(d []byte) { copy(tableOf(d, "glyf")[:2], "\x7f\xff") }, "damaged"},
		{"has metrics of an unknown format", func(d []byte) { tableOf(d, "hhea")[33] = 1 }, "damaged"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			data := slices.Clone(regular(t).Bytes)
			tt.spoil(data)
			if err := Check(data); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v", err)
			}
		})
	}
}

// unmap makes every subtable of the character map one for symbols.
func unmap(data []byte) {
	cmap := tableOf(data, "cmap")
	for i := range int(cmap[3]) {
		copy(cmap[4+8*i:], "\x00\x03\x00\x00")
	}
}

func rename(data []byte, table, to string) {
	copy(data[strings.Index(string(data), table):], to)
}

func TestTheEmbeddedFacesPassTheirOwnCheck(t *testing.T) {
	family, err := SourceSans()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range []*Face{family.Regular, family.Italic, family.Semibold, family.Bold} {
		if err := Check(f.Bytes); err != nil {
			t.Errorf("%s: %v", f.Name, err)
		}
	}
}

// FuzzCheck damages a good font anywhere: Check never panics, and what passes can be measured.
func FuzzCheck(f *testing.F) {
	family, err := SourceSans()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(uint32(0), []byte{0})
	f.Add(uint32(4), []byte{0xff, 0xff})
	f.Add(uint32(300), []byte("glyf\xff\xff\xff\xff"))
	f.Fuzz(func(t *testing.T, at uint32, damage []byte) {
		data := slices.Clone(family.Regular.Bytes)
		copy(data[int(at)%len(data):], damage)
		if Check(data) != nil {
			return
		}
		face, err := Parse(data)
		if err != nil {
			t.Fatalf("passes the check, but: %v", err)
		}
		face.Advance("Blåbærsyltetøy 95 %", 20)
	})
}
