package keys

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// Field is what may stand under a key, or in a whole file.
type Field struct {
	key   string
	tag   reflect.StructTag
	kind  kind
	form  Form          // of a value
	keys  []*Field      // of a table, in the order of the struct
	each  *Field        // of a list of tables, and of what stands under made-up keys
	of    reflect.Type  // of a table, or of each in a list
	base  reflect.Value // what it is when left out, if that is built in
	index int           // in the struct
}

type kind int

const (
	aValue       kind = iota
	aTable            // whose keys are known
	aTableList        // of such tables
	aTableByName      // whose keys the author makes up
	nothing           // that is in the file
)

// How names that expressions can call are written. Editors see a name before its letters and their marks are put
// together.
var word = regexp.MustCompile(`^[\p{L}_][\p{L}\p{N}_]*$`)

const rawWordPattern = `^[\p{L}_][\p{L}\p{M}\p{N}_]*$`

// Of is the table that a struct is written as; what is a table in it is a struct of the same package. base holds what
// is built in, nil for nothing. forms are those of the file's own values, beside text, numbers, truth and dates.
func Of[T any](base *T, forms ...Form) *Field {
	t := reflect.TypeFor[T]()
	s := shaper{pkg: t.PkgPath(), forms: append(forms, common()...)}
	if base == nil {
		return s.table(t, reflect.Value{})
	}
	return s.table(t, reflect.ValueOf(base).Elem())
}

// shaper is one Of.
type shaper struct {
	pkg   string
	forms []Form
}

func (s shaper) table(t reflect.Type, base reflect.Value) *Field {
	f := &Field{kind: aTable, of: t}
	for i := range t.NumField() {
		sub := s.field(t.Field(i))
		if sub.kind == nothing {
			continue
		}
		if base.IsValid() {
			sub.base = base.Field(i)
		}
		s.fill(sub, t.Field(i).Type)
		sub.index = i
		f.keys = append(f.keys, sub)
	}
	return f
}

// field is one field of a struct, without what is in it.
func (s shaper) field(sub reflect.StructField) *Field {
	f := &Field{key: sub.Tag.Get("key"), tag: sub.Tag}
	f.kind, f.form = s.kindOf(sub.Type)
	switch f.key {
	case "-", "*":
		f.kind = nothing
	case "":
		f.key = keyOf(sub.Name)
	}
	return f
}

// fill adds what is in a table or a list of tables.
func (s shaper) fill(f *Field, t reflect.Type) {
	switch f.kind {
	case aTable:
		base := f.base
		if t.Kind() == reflect.Pointer {
			t, base = t.Elem(), reflect.Value{}
		}
		f.keys, f.of = s.table(t, base).keys, t
	case aTableList, aTableByName:
		f.each, f.of = s.table(t.Elem(), reflect.Value{}), t.Elem()
		if entry := f.each.keys[0]; entry.key == "=" {
			f.each = entry
		}
	}
}

// kindOf knows by the type how a field is written.
func (s shaper) kindOf(t reflect.Type) (kind, Form) {
	if i := slices.IndexFunc(s.forms, func(f Form) bool { return f.of == t }); i >= 0 {
		return aValue, s.forms[i]
	}
	switch t.Kind() {
	case reflect.Struct:
		if t.PkgPath() == s.pkg {
			return aTable, Form{}
		}
	case reflect.Pointer:
		return s.kindOf(t.Elem())
	case reflect.Slice:
		if sub, _ := s.kindOf(t.Elem()); sub != aTable {
			break
		}
		if t.Elem().Field(0).Tag.Get("key") == "*" {
			return aTableByName, Form{}
		}
		return aTableList, Form{}
	}
	return nothing, Form{}
}

// keyOf is a field's name as a key: MinBase is min_base.
func keyOf(name string) string {
	var b strings.Builder
	before := 'A'
	for _, r := range name {
		if unicode.IsUpper(r) && !unicode.IsUpper(before) {
			b.WriteByte('_')
		}
		b.WriteRune(unicode.ToLower(r))
		before = r
	}
	return b.String()
}

// Keys are the keys of a table, in their order.
func (f *Field) Keys() []string {
	var out []string
	for _, k := range f.keys {
		out = append(out, k.key)
	}
	return out
}

// listed are the keys in the order in which messages list them.
func (f *Field) listed() []string {
	var out, last []string
	for _, k := range f.keys {
		switch k.tag.Get("listed") {
		case "last":
			last = append(last, k.key)
		case "twice":
			out = append(out, k.key, k.key)
		default:
			out = append(out, k.key)
		}
	}
	return append(out, last...)
}

// Tagged are the keys of a table that have the tag.
func (f *Field) Tagged(tag string) []string {
	var out []string
	for _, k := range f.keys {
		if k.Has(tag) {
			out = append(out, k.key)
		}
	}
	return out
}

// At is what may stand under a key; nil when there is no such key.
func (f *Field) At(key string) *Field {
	if i := slices.IndexFunc(f.keys, func(k *Field) bool { return k.key == key }); i >= 0 {
		return f.keys[i]
	}
	return nil
}

// With is the table with another's keys under one of its own.
func (f *Field) With(key string, other *Field) *Field {
	out := *f
	out.keys = slices.Clone(f.keys)
	for i, k := range out.keys {
		if k.key == key {
			sub := *other
			sub.key, sub.tag = k.key, k.tag
			out.keys[i] = &sub
		}
	}
	return &out
}

// Has tells whether the tag is there.
func (f *Field) Has(tag string) bool {
	_, ok := f.tag.Lookup(tag)
	return ok
}

// Tag is what a tag says; empty when it is not there.
func (f *Field) Tag(tag string) string { return f.tag.Get(tag) }

// Choices are the texts it may be; nil when it may be any.
func (f *Field) Choices() []string { return strings.Fields(f.tag.Get("one")) }

// Bounds are the least and the most it may be, as the tag range says.
func (f *Field) Bounds() (least, most float64) {
	if _, err := fmt.Sscan(f.tag.Get("range"), &least, &most); err != nil {
		panic(fmt.Sprintf("keys: the range of %q: %v", f.key, err))
	}
	return least, most
}

// Counts are how many elements a list may have; nil when it may be any number.
func (f *Field) Counts() []int {
	var out []int
	for _, s := range strings.Fields(f.tag.Get("count")) {
		n, err := strconv.Atoi(s)
		if err != nil {
			panic(fmt.Sprintf("keys: the count of %q: %v", f.key, err))
		}
		out = append(out, n)
	}
	return out
}

// short is the field of a table that a text may stand for; nil when none may.
func (f *Field) short() *Field {
	if i := slices.IndexFunc(f.keys, func(k *Field) bool { return k.Has("short") }); i >= 0 {
		return f.keys[i]
	}
	return nil
}
