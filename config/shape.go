package config

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"lysark/config/color"
)

// The tags on the types of file.go say what a layout or theme may hold. The reader takes from them what a value may
// be, and the JSON Schema is printed from them, so that the two cannot differ:
//
//	key      the key, when it is not the field's name; "-" for what is not in the file; in tables whose keys the author
//	         makes up "*" for that key, and "=" for what stands under it
//	doc      what it is, in a few words, as editors show it
//	must     it has to be there and not be empty
//	filled   it may be left out, but not be empty
//	one      the texts it may be
//	range    the least and the most
//	count    how many elements a list may have
//	default  what it is when left out; a theme's are those of DefaultTheme
//	like     how the text, or each in the list, is written: a pattern
//	secret   it leads to a password, so that its line is not shown when something is wrong with it
//	short    a text in place of the table is this field of it
//	or       "list": a list of texts may stand for the table
//	word     the made-up keys of the table have to be ones that expressions can call

// How names that expressions can call are written. Editors see a name before its letters and their marks are put
// together.
const (
	wordPattern    = `^[\p{L}_][\p{L}\p{N}_]*$`
	rawWordPattern = `^[\p{L}_][\p{L}\p{M}\p{N}_]*$`
)

var isWord = regexp.MustCompile(wordPattern)

// form is the kind of value that a field is written as.
type form int

const (
	formless form = iota
	aText
	aTextList
	aRowList
	aWhole
	aNumber
	aNumberList
	aTruth
	aDate
	aSpan
	aScalar
	aColor
	aColorList
	aLadder
	aMailbox
	aDuration
	aDurationList
	aSize
	aRate
	aCount
	aCommand
	theTable     // whose keys are known
	aTableList   // of such tables
	theNameTable // whose keys the author makes up
)

// field is what may stand under a key.
type field struct {
	key  string
	form form
	tag  reflect.StructTag
	keys []*field      // of a table, in the order of the type
	each *field        // of a list of tables, and of what stands under made-up keys
	of   reflect.Type  // of a table
	base reflect.Value // what it is when left out, in a theme
}

func layoutShape() *field { return shape(reflect.TypeFor[File](), reflect.Value{}) }

func mailShape() *field { return shape(reflect.TypeFor[MailFile](), reflect.Value{}) }

func themeShape() *field {
	return shape(reflect.TypeFor[Theme](), reflect.ValueOf(*DefaultTheme()))
}

// shape is the table that a struct is written as. base is the struct's built-in value, if it has one.
func shape(t reflect.Type, base reflect.Value) *field {
	f := &field{form: theTable, of: t}
	for i := range t.NumField() {
		sub := t.Field(i)
		key := sub.Tag.Get("key")
		if key == "-" || key == "*" || formOf(sub.Type) == formless {
			continue
		}
		if key == "" {
			key = keyOf(sub.Name)
		}
		var built reflect.Value
		if base.IsValid() {
			built = base.Field(i)
		}
		f.keys = append(f.keys, shapeOf(key, sub, built))
	}
	return f
}

// shapeOf is what one field of a struct is written as.
func shapeOf(key string, sub reflect.StructField, base reflect.Value) *field {
	f := &field{key: key, form: formOf(sub.Type), tag: sub.Tag, base: base}
	switch f.form {
	case theTable:
		t := sub.Type
		if t.Kind() == reflect.Pointer {
			t, base = t.Elem(), reflect.Value{}
		}
		table := shape(t, base)
		f.keys, f.of = table.keys, table.of
	case aTableList, theNameTable:
		f.each = shape(sub.Type.Elem(), reflect.Value{})
		if entry := f.each.keys[0]; entry.key == "=" {
			f.each = entry
		}
	}
	return f
}

// formOf knows the form by the type; formless are those that hold no value of the file.
func formOf(t reflect.Type) form {
	for _, known := range []struct {
		t    reflect.Type
		form form
	}{
		{reflect.TypeFor[Val[Mailbox]](), aMailbox}, {reflect.TypeFor[Val[time.Duration]](), aDuration}, {reflect.TypeFor[[]Val[time.Duration]](), aDurationList},
		{reflect.TypeFor[Val[Size]](), aSize}, {reflect.TypeFor[Val[Rate]](), aRate}, {reflect.TypeFor[Val[Count]](), aCount}, {reflect.TypeFor[Command](), aCommand},
		{reflect.TypeFor[Str](), aText}, {reflect.TypeFor[string](), aText}, {reflect.TypeFor[Asset](), aText}, {reflect.TypeFor[*Asset](), aText},
		{reflect.TypeFor[[]Str](), aTextList}, {reflect.TypeFor[[][]Str](), aRowList},
		{reflect.TypeFor[Val[int]](), aWhole}, {reflect.TypeFor[Val[float64]](), aNumber}, {reflect.TypeFor[float64](), aNumber},
		{reflect.TypeFor[[]Number64](), aNumberList}, {reflect.TypeFor[[]float64](), aLadder},
		{reflect.TypeFor[Val[bool]](), aTruth}, {reflect.TypeFor[bool](), aTruth},
		{reflect.TypeFor[Val[time.Time]](), aDate}, {reflect.TypeFor[Val[Span]](), aSpan}, {reflect.TypeFor[any](), aScalar},
		{reflect.TypeFor[color.Color](), aColor}, {reflect.TypeFor[[]color.Color](), aColorList},
	} {
		if t == known.t {
			return known.form
		}
	}
	switch {
	case t.PkgPath() == reflect.TypeFor[File]().PkgPath() && t.Kind() == reflect.Struct:
		return theTable
	case t.Kind() == reflect.Pointer:
		return formOf(t.Elem())
	case t.Kind() == reflect.Slice && formOf(t.Elem()) == theTable && madeUp(t.Elem()):
		return theNameTable
	case t.Kind() == reflect.Slice && formOf(t.Elem()) == theTable:
		return aTableList
	}
	return formless
}

// madeUp tells whether the type is what stands under a key that the author makes up.
func madeUp(t reflect.Type) bool {
	return t.NumField() > 0 && t.Field(0).Tag.Get("key") == "*"
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

// at is what may stand under a key; nil when the type knows no such key.
func (f *field) at(key string) *field {
	if f.form == theNameTable {
		return f.each
	}
	if i := slices.IndexFunc(f.keys, func(k *field) bool { return k.key == key }); i >= 0 {
		return f.keys[i]
	}
	return nil
}

func (f *field) has(tag string) bool {
	_, ok := f.tag.Lookup(tag)
	return ok
}

// choices are the texts it may be; nil when it may be any.
func (f *field) choices() []string { return strings.Fields(f.tag.Get("one")) }

// bounds are the least and the most it may be; it has the tag range.
func (f *field) bounds() (least, most float64) {
	if _, err := fmt.Sscan(f.tag.Get("range"), &least, &most); err != nil {
		panic(fmt.Sprintf("config: the range of %q: %v", f.key, err))
	}
	return least, most
}

// counts are how many elements a list may have; nil when it may be any number.
func (f *field) counts() []int {
	var out []int
	for _, s := range strings.Fields(f.tag.Get("count")) {
		n, err := strconv.Atoi(s)
		if err != nil {
			panic(fmt.Sprintf("config: the count of %q: %v", f.key, err))
		}
		out = append(out, n)
	}
	return out
}

// short is the field of a table that a text may stand for; nil when none may.
func (f *field) short() *field {
	if i := slices.IndexFunc(f.keys, func(k *field) bool { return k.has("short") }); i >= 0 {
		return f.keys[i]
	}
	return nil
}
