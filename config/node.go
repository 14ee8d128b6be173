package config

import (
	"math"
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
	asked []string
	list  *diag.List
}

func (n *node) pos() diag.Pos { return n.at.key }

// has notes the key as known and tells whether it is there.
func (n *node) has(key string) (any, *place, bool) {
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

// done reports every key that nobody asked for.
func (n *node) done() {
	known := map[string]bool{}
	for _, k := range n.asked {
		known[k] = true
	}
	for _, k := range n.at.keys {
		if _, there := n.table[k]; there && !known[k] {
			n.list.Errorf(n.at.sub[k].key, "unknown-key", diag.DidYouMean(k, n.asked), "unknown key %q in %s", k, n.name)
		}
	}
}

func (n *node) wrong(p *place, key, want string, got any) {
	n.list.Errorf(p.value, "wrong-type", "", "%s of %s must be %s, not %s", key, n.name, want, kind(got))
}

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
		return "a table"
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
	s := n.str(key)
	if _, there := n.table[key]; !there {
		n.list.Errorf(n.pos(), "missing", "", "%s has no %s", n.name, key)
	} else if s.Set && strings.TrimSpace(s.V) == "" {
		n.list.Errorf(s.Pos, "bad-value", "", "%s of %s is empty", key, n.name)
	}
	return s
}

// one is a text out of a few.
func (n *node) one(key string, allowed ...string) Str {
	s := n.str(key)
	if s.Set && !contains(allowed, s.V) {
		n.list.Errorf(s.Pos, "bad-value", diag.DidYouMean(s.V, allowed), "%s of %s cannot be %q", key, n.name, s.V)
		s.Set = false
	}
	return s
}

func contains(list []string, s string) bool {
	for _, l := range list {
		if l == s {
			return true
		}
	}
	return false
}

func (n *node) text(v any, p *place, key string) Str {
	s, ok := v.(string)
	if !ok {
		n.wrong(p, key, "text", v)
		return Str{Pos: p.value}
	}
	s = norm.NFC.String(s)
	if i := strings.IndexFunc(s, func(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\t' }); i >= 0 {
		n.list.Errorf(p.value, "bad-value", "take it out", "%s of %s holds a control character (%U)", key, n.name, []rune(s[i:])[0])
	}
	return Str{V: s, Pos: p.value, Set: true}
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
		n.wrong(p, key, want, v)
		return
	}
	for i, item := range items {
		at := p
		if i < len(p.items) {
			at = p.items[i]
		}
		f(item, at)
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

func (n *node) boolean(key string) Val[bool] {
	v, p, ok := n.has(key)
	if !ok {
		return Val[bool]{Pos: n.pos()}
	}
	b, ok := v.(bool)
	if !ok {
		n.wrong(p, key, "true or false", v)
	}
	return Val[bool]{V: b, Pos: p.value, Set: ok}
}

// integer is a whole number between least and most.
func (n *node) integer(key string, least, most int) Val[int] {
	v, p, ok := n.has(key)
	if !ok {
		return Val[int]{Pos: n.pos()}
	}
	i, ok := v.(int64)
	if !ok {
		n.wrong(p, key, "a whole number", v)
		return Val[int]{Pos: p.value}
	}
	if i < int64(least) || i > int64(most) {
		n.list.Errorf(p.value, "value-range", "", "%s of %s is %d; it must be between %d and %d", key, n.name, i, least, most)
		return Val[int]{Pos: p.value}
	}
	return Val[int]{V: int(i), Pos: p.value, Set: true}
}

func (n *node) number(key string) Val[float64] {
	v, p, ok := n.has(key)
	if !ok {
		return Val[float64]{Pos: n.pos()}
	}
	x := n.amount(v, p, key)
	if x.Missing {
		n.wrong(p, key, "a number", v)
	}
	return x.Val
}

// numbers is a list of numbers; "" and nan stand for a missing one.
func (n *node) numbers(key string) []Number64 {
	v, p, ok := n.has(key)
	if !ok {
		return nil
	}
	var out []Number64
	n.each(v, p, key, "a list of numbers", func(v any, p *place) { out = append(out, n.amount(v, p, key)) })
	return out
}

func (n *node) amount(v any, p *place, key string) Number64 {
	out := Number64{Val: Val[float64]{Pos: p.value, Set: true}}
	switch v := v.(type) {
	case int64:
		out.V = float64(v)
	case float64:
		out.V = v
		out.Missing = math.IsNaN(v)
		if math.IsInf(v, 0) {
			n.list.Errorf(p.value, "bad-value", "", "%s of %s holds an infinite number", key, n.name)
			out.Missing = true
		}
	case string:
		out.Missing = true
		if v != "" {
			n.list.Errorf(p.value, "wrong-type", `write a number, or "" for one that is missing`, "%s of %s holds the text %q where a number belongs", key, n.name, v)
		}
	default:
		out.Missing = true
		n.wrong(p, key, "a number", v)
	}
	if out.Missing {
		out.V, out.Set = 0, false
	}
	return out
}

func (n *node) date(key string) Val[time.Time] {
	v, p, ok := n.has(key)
	if !ok {
		return Val[time.Time]{Pos: n.pos()}
	}
	t, ok := v.(time.Time)
	if !ok {
		n.list.Errorf(p.value, "wrong-type", "write it as 2025-11-03, without quotes", "%s of %s must be a date, not %s", key, n.name, kind(v))
		return Val[time.Time]{Pos: p.value}
	}
	return Val[time.Time]{V: time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC), Pos: p.value, Set: true}
}

// sub is a table within this one; nil when it is not there.
func (n *node) sub(key string) *node {
	v, p, ok := n.has(key)
	if !ok {
		return nil
	}
	t, ok := v.(map[string]any)
	if !ok {
		n.wrong(p, key, "a table", v)
		return nil
	}
	return &node{name: n.inner(key), at: p, table: t, list: n.list}
}

// subs is a list of tables.
func (n *node) subs(key string) []*node {
	v, p, ok := n.has(key)
	if !ok {
		return nil
	}
	var out []*node
	n.each(v, p, key, "a list of tables", func(v any, p *place) {
		t, ok := v.(map[string]any)
		if !ok {
			n.wrong(p, key, "a list of tables", v)
			return
		}
		out = append(out, &node{name: "[" + n.inner(key) + "]", at: p, table: t, list: n.list})
	})
	return out
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
	for _, k := range t.at.keys {
		if v, there := t.table[k]; there {
			p := t.at.sub[k]
			out = append(out, Pair{Key: Str{V: norm.NFC.String(k), Pos: p.key, Set: true}, Value: t.text(v, p, k)})
		}
	}
	return out
}
