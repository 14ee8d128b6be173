package config

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"lysark/config/diag"
)

// node is a table with its places. It remembers which keys were asked for: done reports the others, so the
// functions that read a table are also the list of its keys.
type node struct {
	name  string // for messages: "[deck]"
	at    *place
	table map[string]any
	shape *field // what its keys may be
	asked []string
	lacks []lack
	list  *diag.List
}

// lack is something that has to be there and is not.
type lack struct {
	key  string
	pos  diag.Pos
	hint string
	text string
}

func (n *node) pos() diag.Pos { return n.at.key }

// has notes the key as known and tells whether it is there.
func (n *node) has(key string) (any, *place, bool) {
	if n.shape.at(key) == nil {
		panic(fmt.Sprintf("config: %s is asked for %q, which is no field of its type: the schema would not know it", n.name, key))
	}
	n.asked = append(n.asked, key)
	v, ok := n.table[key]
	if !ok {
		return nil, nil, false
	}
	p := n.at.sub[key]
	if p == nil {
		p = &place{key: n.at.key, value: n.at.value}
	}
	return v, p, true
}

// missing notes that a key has to be there. done reports it, unless the key is there in another spelling: one
// mistake is told once.
func (n *node) missing(key string, pos diag.Pos, hint, format string, args ...any) {
	n.lacks = append(n.lacks, lack{key, pos, hint, fmt.Sprintf(format, args...)})
}

// done reports every key that nobody asked for, and what is missing.
func (n *node) done() {
	misspelt := map[string]bool{}
	for _, k := range n.at.keys {
		if _, there := n.table[k]; !there || slices.Contains(n.asked, k) {
			continue
		}
		if isSecret(k) {
			n.tellSecret(n.at.sub[k].key, fmt.Sprintf("%s in %s: a password has no place in the file", k, n.name))
			continue
		}
		misspelt[diag.Nearest(k, n.asked)] = true
		n.list.Errorf(n.at.sub[k].key, diag.UnknownKey, diag.DidYouMean(k, n.asked), "unknown key %q in %s", k, n.name)
	}
	for _, l := range n.lacks {
		if !misspelt[l.key] {
			n.list.Errorf(l.pos, diag.Missing, l.hint, "%s", l.text)
		}
	}
}

func (n *node) wrong(p *place, key, hint, want string, got any) {
	n.list.Errorf(p.value, diag.WrongType, hint, "%s of %s must be %s, not %s", key, n.name, want, kind(got))
}

const aTable = "a table"

// kind is a value's type in the author's words.
func kind(v any) string {
	switch v.(type) {
	case string:
		return "text"
	case int64, float64:
		return "a number"
	case bool:
		return "true or false"
	case time.Time:
		return "a date"
	case map[string]any:
		return aTable
	}
	return "a list"
}

// str is a text; optional.
func (n *node) str(key string) Str {
	v, p, ok := n.has(key)
	if !ok {
		return Str{Pos: n.pos()}
	}
	return n.text(v, p, key)
}

// must is a text that has to be there and not be empty.
func (n *node) must(key string) Str {
	s := n.filled(key)
	n.needs(key)
	return s
}

// needs reports a text that is not there.
func (n *node) needs(key string) {
	if _, there := n.table[key]; !there {
		n.missing(key, n.pos(), fmt.Sprintf(`add %s = "…"`, key), "%s has no %s", n.name, key)
	}
}

// filled is a text that may be left out, but not be empty. An empty one counts as left out from then on, so that
// nobody looks for the file or rule of no name: one mistake is told once.
func (n *node) filled(key string) Str {
	s := n.str(key)
	if s.Set && strings.TrimSpace(s.V) == "" {
		n.list.Errorf(s.Pos, diag.BadValue, "write something between the quotes", "%s of %s is empty", key, n.name)
		s.Set = false
	}
	return s
}

// one is a text out of the few that the field's tag names.
func (n *node) one(key string) Str {
	s, allowed := n.str(key), n.shape.at(key).choices()
	if s.Set && !slices.Contains(allowed, s.V) {
		n.list.Errorf(s.Pos, diag.BadValue, diag.DidYouMean(s.V, allowed), "%s of %s cannot be %q", key, n.name, s.V)
		s.Set = false
	}
	return s
}

func (n *node) text(v any, p *place, key string) Str {
	s, ok := v.(string)
	if !ok {
		hint := "put it in quotes"
		if _, list := elements(v); list || kind(v) == aTable {
			hint = `write it as "…"`
		}
		n.wrong(p, key, hint, "text", v)
		return Str{Pos: p.value}
	}
	s = norm.NFC.String(strings.ReplaceAll(s, "\r\n", "\n"))
	n.printable(s, p.value, key+" of")
	if strings.TrimFunc(s, invisible) == "" {
		s = strings.Map(onlySpace, s)
	}
	return Str{V: s, Pos: p.value, Set: true, raw: p.raw}
}

// invisible tells characters that only say how others are set, such as a soft hyphen, and space. A text of them alone
// is as empty as one of space, and neither a title nor an alternative text.
func invisible(r rune) bool { return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) }

func onlySpace(r rune) rune {
	if unicode.IsSpace(r) {
		return r
	}
	return -1
}

// printable reports the first control character that is neither a line end nor a tab, and what Unicode says is no
// character (the standard, 23.7): XML, and so the metadata of a PDF, has no way to write it.
func (n *node) printable(s string, pos diag.Pos, what string) {
	control := func(r rune) bool {
		return unicode.IsControl(r) && r != '\n' && r != '\t' || r == '\ufffe' || r == '\uffff'
	}
	if i := strings.IndexFunc(s, control); i >= 0 {
		n.list.Errorf(pos, diag.BadValue, "take it out", "%s %s holds a control character (%U)", what, n.name, []rune(s[i:])[0])
	}
}

// strs is a list of texts; one text counts as a list of one.
func (n *node) strs(key string) []Str {
	v, p, ok := n.has(key)
	if !ok {
		return nil
	}
	if _, one := v.(string); one {
		return []Str{n.text(v, p, key)}
	}
	var out []Str
	n.each(v, p, key, "a list of texts", func(v any, p *place) { out = append(out, n.text(v, p, key)) })
	return out
}

// each calls f with the elements of a list.
func (n *node) each(v any, p *place, key, want string, f func(v any, p *place)) {
	items, ok := elements(v)
	if !ok {
		n.wrong(p, key, "put it in brackets: [ … ]", want, v)
		return
	}
	for i, item := range items {
		f(item, p.item(i))
	}
}

// elements are the elements of a list, which the library gives in two forms.
func elements(v any) ([]any, bool) {
	switch v := v.(type) {
	case []any:
		return v, true
	case []map[string]any:
		out := make([]any, len(v))
		for i := range v {
			out[i] = v[i]
		}
		return out, true
	}
	return nil, false
}

// sub is a table within this one; nil when it is not there.
func (n *node) sub(key string) *node {
	v, p, ok := n.has(key)
	if !ok {
		return nil
	}
	t, ok := v.(map[string]any)
	if !ok {
		n.wrong(p, key, "write it as "+n.inner(key), aTable, v)
		return nil
	}
	return n.child(n.inner(key), p, t, n.shape.at(key))
}

// subs is a list of tables.
func (n *node) subs(key string) []*node {
	v, p, ok := n.has(key)
	if !ok {
		return nil
	}
	items, ok := elements(v)
	if !ok {
		n.wrong(p, key, "write it as ["+n.inner(key)+"], with two brackets", "a list of tables", v)
		return nil
	}
	var out []*node
	for i, item := range items {
		at := p.item(i)
		t, ok := item.(map[string]any)
		if !ok {
			n.wrong(at, key, "write it as { key = value, … }", "a list of tables", item)
			continue
		}
		out = append(out, n.child("["+n.inner(key)+"]", at, t, n.shape.at(key).each))
	}
	return out
}

// child is a table in this one.
func (n *node) child(name string, at *place, table map[string]any, shape *field) *node {
	return &node{name: name, at: at, table: table, shape: shape, list: n.list}
}

// inner is the name of a table in this one, as its header is written.
func (n *node) inner(key string) string {
	outer := strings.Trim(n.name, "[]")
	if outer == "" || outer == rootName {
		return "[" + key + "]"
	}
	return "[" + outer + "." + key + "]"
}

// rootName is what messages call the table of the whole file.
const rootName = "the file"

// pairs is a table from text to text, in the order of the file.
func (n *node) pairs(key string) []Pair {
	t := n.sub(key)
	if t == nil {
		return nil
	}
	var out []Pair
	t.entries(func(key string, name Str, v any, p *place) {
		out = append(out, Pair{Key: name, Value: t.text(v, p, strconv.Quote(key))})
	})
	return out
}

// entries calls f with each entry of a table whose keys the author makes up, in the order of the file. name is the
// key, comparable with texts that name it; two keys may differ for TOML and still be one name.
func (n *node) entries(f func(key string, name Str, v any, p *place)) {
	seen := map[string]bool{}
	for _, key := range n.at.keys {
		v, there := n.table[key]
		if !there {
			continue
		}
		p := n.at.sub[key]
		name := Str{V: norm.NFC.String(key), Pos: p.key, Set: true}
		if seen[name.V] {
			n.list.Errorf(name.Pos, diag.Duplicate, "keep one of the two", "%q is in %s already", name.V, n.name)
			continue
		}
		seen[name.V] = true
		n.printable(name.V, name.Pos, "a name in")
		f(key, name, v, p)
	}
}
