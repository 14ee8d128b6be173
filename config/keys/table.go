package keys

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"lysark/config/diag"
)

// Table is a table of a file, with its places.
type Table struct {
	name    string // for messages: "[deck]"
	file    string
	at      *place
	values  map[string]any
	shape   *Field
	slide   int                 // the number of the slide that it belongs to, 0 for none
	subs    map[string][]*Table // that were read
	refused map[string]bool     // keys under which stands what cannot be used
	others  []string            // keys that somebody else reads
	lacks   []lack
	reader  *Reader
}

// lack is something that has to be there and is not.
type lack struct {
	key  string
	pos  diag.Pos
	hint string
	text string
}

// rootName is what messages call the table of the whole file.
const rootName = "the file"

// Name is what messages call the table: "[deck]".
func (t *Table) Name() string { return t.name }

// Pos is where the table begins.
func (t *Table) Pos() diag.Pos { return t.at.key }

// Begin is the beginning of the file.
func (t *Table) Begin() diag.Pos { return diag.Pos{File: t.file, Line: 1, Col: 1} }

// Shape is what may stand in the table.
func (t *Table) Shape() *Field { return t.shape }

// Empty tells whether nothing at all stands in the table.
func (t *Table) Empty() bool { return len(t.values) == 0 }

// Has tells whether the key is there, whatever stands under it.
func (t *Table) Has(key string) bool {
	_, there := t.values[key]
	return there
}

// Lacks tells whether the key is not there, or an empty list stands under it.
func (t *Table) Lacks(key string) bool {
	v, there := t.values[key]
	items, list := elements(v)
	return !there || list && len(items) == 0
}

// PosOf is where a key stands that is there.
func (t *Table) PosOf(key string) diag.Pos { return t.under(key, key, nil).place.key }

// PosIn is where a value stands: the element of a list, or the text in place of a list of one. ok is false when there
// is none, or no table.
func (t *Table) PosIn(key string, element int) (pos diag.Pos, ok bool) {
	if t == nil || !t.Has(key) {
		return diag.Pos{}, false
	}
	k := t.under(key, key, nil)
	if items, list := elements(k.Value); list {
		return k.place.item(element).value, element < len(items)
	}
	_, text := k.Value.(string)
	return k.Pos, text && element == 0
}

// Refused tells whether what stands under the key cannot be used.
func (t *Table) Refused(key string) bool { return t != nil && t.refused[key] }

// AllRefused are the keys under which stands what cannot be used, in the order of the file.
func (t *Table) AllRefused() []string {
	return slices.DeleteFunc(slices.Clone(t.at.keys), func(key string) bool { return !t.refused[key] })
}

// Sub is a table within this one that was read; nil when there is none.
func (t *Table) Sub(key string) *Table {
	if t == nil {
		return nil
	}
	if all := t.subs[key]; len(all) > 0 {
		return all[0]
	}
	return nil
}

// Subs are the tables of a list that were read.
func (t *Table) Subs(key string) []*Table { return t.subs[key] }

// Bytes reads a file that the table names; its path starts from the folder of the table's file.
func (t *Table) Bytes(named Str) ([]byte, bool) {
	return t.reader.bytes(Beside(t.file, named.V), named, t.slide)
}

// Errorf notes an error; hint may be empty.
func (t *Table) Errorf(pos diag.Pos, rule diag.Rule, hint, format string, args ...any) {
	t.reader.errorf(t.slide, pos, rule, hint, format, args...)
}

// Warnf notes a warning; hint may be empty.
func (t *Table) Warnf(pos diag.Pos, rule diag.Rule, hint, format string, args ...any) {
	t.reader.errorf(t.slide, pos, rule, hint, format, args...).Severity = diag.Warning
}

// Missing notes that a key has to be there. It is reported once the table is read, unless the key is there in another
// spelling: one mistake is told once.
func (t *Table) Missing(key string, pos diag.Pos, hint, format string, args ...any) {
	t.lacks = append(t.lacks, lack{key, pos, hint, fmt.Sprintf(format, args...)})
}

// Leave names keys that may stand in the table, but are for somebody else to read.
func (t *Table) Leave(keys []string) { t.others = append(t.others, keys...) }

// done reports every key that the shape does not know, and what is missing.
func (t *Table) done() {
	known := append(t.shape.listed(), t.others...)
	misspelt := map[string]bool{}
	for _, k := range t.at.keys {
		if !t.Has(k) || slices.Contains(known, k) {
			continue
		}
		if isSecret(k) {
			what := fmt.Sprintf("%s in %s: a password has no place in the file", k, t.name)
			t.reader.tellSecret(t.slide, t.PosOf(k), what)
			continue
		}
		meant, hint := t.meant(k, known)
		misspelt[meant] = true
		t.Errorf(t.PosOf(k), diag.UnknownKey, hint, "unknown key %q in %s", k, t.name)
	}
	for _, l := range t.lacks {
		if !misspelt[l.key] {
			t.Errorf(l.pos, diag.Missing, l.hint, "%s", l.text)
		}
	}
	t.hide()
}

// under is what stands under a key that is there.
func (t *Table) under(key, name string, f *Field) Key {
	p := t.at.sub[key]
	if p == nil {
		p = &place{key: t.at.key, value: t.at.value}
	}
	return Key{Name: name, Value: t.values[key], Pos: p.value, Field: f, Table: t, key: key, place: p}
}

// entries are those of a table whose keys the author makes up, in the order of the file, each with its key as a text:
// comparable with texts that name it. Two keys may differ for TOML and still be one name.
func (t *Table) entries(f *Field) (keys []Key, names []Str) {
	seen := map[string]bool{}
	for _, key := range t.at.keys {
		if !t.Has(key) {
			continue
		}
		name := Str{V: norm.NFC.String(key), Pos: t.PosOf(key), Set: true}
		if seen[name.V] {
			t.Errorf(name.Pos, diag.Duplicate, "keep one of the two", "%q is in %s already", name.V, t.name)
			continue
		}
		seen[name.V] = true
		t.printable(name.V, name.Pos, "a name in")
		names = append(names, name)
		keys = append(keys, t.under(key, fmt.Sprintf("%q", key), f))
	}
	return keys, names
}

// child is a table in this one.
func (t *Table) child(key, name string, at *place, values map[string]any, shape *Field) *Table {
	sub := &Table{name: name, file: t.file, at: at, values: values, shape: shape, slide: t.slide, reader: t.reader}
	if t.subs == nil {
		t.subs = map[string][]*Table{}
	}
	t.subs[key] = append(t.subs[key], sub)
	return sub
}

// Inner is the name of a table in this one, as its header is written.
func (t *Table) Inner(key string) string {
	outer := strings.Trim(t.name, "[]")
	if outer == "" || outer == rootName {
		return "[" + key + "]"
	}
	return "[" + outer + "." + key + "]"
}
