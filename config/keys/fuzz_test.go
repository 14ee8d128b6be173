package keys

import (
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
)

// FuzzParse holds that no file makes Parse panic or hang, and that the scanner, which finds the places, agrees with
// the TOML library on what is there.
func FuzzParse(f *testing.F) {
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
		if root := NewReader(nil).Parse("x.toml", []byte(text), Of[headed](nil)); root != nil {
			agree(t, text, root)
		}
	})
}

// agree compares the names of all keys, in the order of the file, and that each has a place.
func agree(t *testing.T, text string, root *Table) {
	var table map[string]any
	meta, err := toml.Decode(strings.TrimLeft(text, "\ufeff"), &table)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]bool{}
	for _, k := range meta.Keys() {
		for i := range k {
			want[strings.Join(k[:i+1], "\x00")] = true
		}
	}
	got := map[string]bool{}
	gather(root.at, "", got)
	for k := range want {
		if !got[k] {
			t.Fatalf("the scanner has no place for %q", k)
		}
	}
	for k := range got {
		if !want[k] {
			t.Fatalf("the scanner found %q, which is not there", k)
		}
	}
	inOrder(t, meta, root.at)
}

// inOrder compares the order of the keys at the top.
func inOrder(t *testing.T, meta toml.MetaData, root *place) {
	var want []string
	for _, k := range meta.Keys() {
		if !slices.Contains(want, k[0]) {
			want = append(want, k[0])
		}
	}
	if !slices.Equal(want, root.keys) {
		t.Fatalf("the keys are %q, the scanner found %q", want, root.keys)
	}
}

// gather collects the full names of all keys, as the library lists them: without index.
func gather(p *place, prefix string, into map[string]bool) {
	for _, k := range p.keys {
		into[prefix+k] = true
		gather(p.sub[k], prefix+k+"\x00", into)
	}
	for _, item := range p.items {
		gather(item, prefix, into)
	}
}
