package keys

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
)

// Print is the JSON Schema of a file, for editors: indented, with a line end.
func (f *Field) Print(title string) []byte {
	s := f.schema()
	s.Dialect, s.Title = "https://json-schema.org/draft/2020-12/schema", title
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(s); err != nil {
		panic("keys: the schema cannot be written: " + err.Error())
	}
	return out.Bytes()
}

// Schema is one JSON Schema, with its words in the order in which they are printed. Where a value may be written in two
// ways they differ in type, so both are in one schema and Type lists the types: of oneOf, validators can say only that
// nothing fits, and editors offer the key once for each branch, without its description.
type Schema struct {
	Dialect           string             `json:"$schema,omitempty"`
	Title             string             `json:"title,omitempty"`
	Description       string             `json:"description,omitempty"`
	Type              Types              `json:"type,omitempty"`
	Enum              []string           `json:"enum,omitempty"`
	Pattern           string             `json:"pattern,omitempty"`
	MaxLength         *int               `json:"maxLength,omitempty"`
	Minimum           *float64           `json:"minimum,omitempty"`
	Maximum           *float64           `json:"maximum,omitempty"`
	Items             *Schema            `json:"items,omitempty"`
	MinItems          int                `json:"minItems,omitempty"`
	MaxItems          int                `json:"maxItems,omitempty"`
	Properties        Properties         `json:"properties,omitempty"`
	Required          []string           `json:"required,omitempty"`
	MinProperties     int                `json:"minProperties,omitempty"`
	PatternProperties map[string]*Schema `json:"patternProperties,omitempty"`
	Additional        any                `json:"additionalProperties,omitempty"` // false, or the *Schema of what stands under made-up keys
	If                *Schema            `json:"if,omitempty"`
	Then              *Schema            `json:"then,omitempty"`
	Else              *Schema            `json:"else,omitempty"`
	Not               *Schema            `json:"not,omitempty"`
	AnyOf             []*Schema          `json:"anyOf,omitempty"`
	Default           any                `json:"default,omitempty"`
}

// Types are the names of types; a single one is written without brackets.
type Types []string

// MarshalJSON writes a text or a list.
func (t Types) MarshalJSON() ([]byte, error) {
	if len(t) == 1 {
		return json.Marshal(t[0])
	}
	return json.Marshal([]string(t))
}

// Properties are the keys of a table in the order of its struct.
type Properties []Property

// Property is one key of a table.
type Property struct {
	Key string
	*Schema
}

// MarshalJSON writes an object; a map would lose the order.
func (p Properties) MarshalJSON() ([]byte, error) {
	var out bytes.Buffer
	for i, one := range p {
		out.WriteString([]string{"{", ","}[min(i, 1)] + `"` + one.Key + `":`)
		e := json.NewEncoder(&out)
		e.SetEscapeHTML(false)
		if err := e.Encode(one.Schema); err != nil {
			return nil, err
		}
	}
	out.WriteString("}")
	return out.Bytes(), nil
}

// schema is what may stand under the key, with its description and default.
func (f *Field) schema() *Schema {
	s := f.value()
	s.Description, s.Default = f.tag.Get("doc"), f.standard()
	return s
}

// value is what may stand under the key.
func (f *Field) value() *Schema {
	switch f.kind {
	case aTable:
		return f.table()
	case aTableList:
		return f.tableList()
	case aTableByName:
		return f.byName()
	}
	return f.form.describe(f)
}

// TextSchema is a text of the kind that the field, or each element of it, is.
func (f *Field) TextSchema() *Schema {
	s := &Schema{Type: Types{"string"}, Enum: f.Choices()}
	switch {
	case f.Has("like"):
		s.Pattern = f.tag.Get("like")
	case len(s.Enum) == 0 && (f.Has("must") || f.Has("filled")):
		s.Pattern = `\S`
	}
	return s
}

// textList is a list of texts; one text will do. An enum would hold for the list as well, so it is a pattern.
func (f *Field) textList() *Schema {
	s := OneOrMore(f.TextSchema())
	if choices := f.Choices(); len(choices) > 0 {
		s.Pattern = "^(" + strings.Join(choices, "|") + ")$"
	}
	return s
}

// OneOrMore is a list of what the schema describes; a single one will do.
func OneOrMore(one *Schema) *Schema {
	s := *one
	s.Type, s.Items, s.Enum = append(Types{"array"}, one.Type...), one, nil
	return &s
}

// NumberSchema is a number, or a whole one, within the range of the tag.
func (f *Field) NumberSchema(kind string) *Schema {
	s := &Schema{Type: Types{kind}}
	if f.Has("range") {
		least, most := f.Bounds()
		s.Minimum, s.Maximum = &least, &most
	}
	return s
}

// Need is a table that has these keys.
func Need(keys ...string) *Schema { return &Schema{Required: keys} }

func (f *Field) table() *Schema {
	s := &Schema{Type: Types{"object"}, Additional: false}
	for _, k := range f.keys {
		s.Properties = append(s.Properties, Property{k.key, k.schema()})
		if k.Has("must") {
			s.Required = append(s.Required, k.key)
		}
	}
	if d, ok := reflect.New(f.of).Interface().(Describer); ok {
		d.Describe(s)
	}
	return s
}

// Describer is a struct that adds to its schema what a key has to do with another: what no tag on a single field can
// say.
type Describer interface{ Describe(s *Schema) }

func (f *Field) byName() *Schema {
	s := &Schema{Type: Types{"object"}, Additional: f.each.entry()}
	if f.Has("word") {
		s.PatternProperties, s.Additional = map[string]*Schema{rawWordPattern: f.each.entry()}, false
	}
	if f.Has("or") {
		s.Type, s.Items = Types{"array", "object"}, &Schema{Type: Types{"string"}}
	}
	return s
}

func (f *Field) tableList() *Schema {
	s := &Schema{Type: Types{"array"}, Items: f.each.entry()}
	if f.Has("must") {
		s.MinItems = 1
	}
	return s
}

// entry is what stands under a made-up key or in a list: a table, or the text that stands for one.
func (f *Field) entry() *Schema {
	s := f.schema()
	if short := f.short(); short != nil {
		s.Type, s.Description = Types{"string", "object"}, short.tag.Get("doc")
	}
	return s
}

// standard is what a key is when left out; nil when that cannot be said in its own words.
func (f *Field) standard() any {
	if text, ok := f.tag.Lookup("default"); ok {
		if f.form.of == reflect.TypeFor[Str]() {
			return text
		}
		return json.RawMessage(text)
	}
	if !f.base.IsValid() || f.kind != aValue || f.base.Kind() == reflect.Pointer {
		return nil
	}
	if f.base.Kind() != reflect.Slice {
		return inWords(f.base)
	}
	var out []any
	for i := range f.base.Len() {
		out = append(out, inWords(f.base.Index(i)))
	}
	return out
}

// inWords is a value as authors write it.
func inWords(v reflect.Value) any {
	if s, ok := v.Interface().(fmt.Stringer); ok {
		return s.String()
	}
	return v.Interface()
}
