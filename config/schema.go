package config

import (
	"bytes"
	"encoding/json"
	"reflect"
	"slices"
	"strings"

	"lysark/config/color"
	"lysark/config/diag"
)

// LayoutSchema is the JSON Schema of layout files, for editors: made from the types, indented, with a line end.
func LayoutSchema() []byte {
	return printed("Layout file of lysark", layoutShape())
}

// ThemeSchema is the JSON Schema of theme files.
func ThemeSchema() []byte {
	return printed("Theme file of lysark", themeShape())
}

// MailSchema is the JSON Schema of mail files; a layout may hold the same table.
func MailSchema() []byte {
	return printed("Mail file of lysark", mailShape())
}

func printed(title string, file *field) []byte {
	s := file.schema()
	s.Dialect, s.Title = "https://json-schema.org/draft/2020-12/schema", title
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(s); err != nil {
		panic("config: the schema cannot be written: " + err.Error())
	}
	return out.Bytes()
}

// schema is one JSON Schema, with its words in the order in which they are printed. Where a value may be written in two
// ways they differ in type, so both are in one schema and Type lists the types: of oneOf, validators can say only that
// nothing fits, and editors offer the key once for each branch, without its description.
type schema struct {
	Dialect           string             `json:"$schema,omitempty"`
	Title             string             `json:"title,omitempty"`
	Description       string             `json:"description,omitempty"`
	Type              types              `json:"type,omitempty"`
	Enum              []string           `json:"enum,omitempty"`
	Pattern           string             `json:"pattern,omitempty"`
	MaxLength         *int               `json:"maxLength,omitempty"`
	Minimum           *float64           `json:"minimum,omitempty"`
	Maximum           *float64           `json:"maximum,omitempty"`
	Items             *schema            `json:"items,omitempty"`
	MinItems          int                `json:"minItems,omitempty"`
	MaxItems          int                `json:"maxItems,omitempty"`
	Properties        properties         `json:"properties,omitempty"`
	Required          []string           `json:"required,omitempty"`
	MinProperties     int                `json:"minProperties,omitempty"`
	PatternProperties map[string]*schema `json:"patternProperties,omitempty"`
	Additional        any                `json:"additionalProperties,omitempty"` // false, or the *schema of what stands under made-up keys
	If                *schema            `json:"if,omitempty"`
	Then              *schema            `json:"then,omitempty"`
	Else              *schema            `json:"else,omitempty"`
	Not               *schema            `json:"not,omitempty"`
	AnyOf             []*schema          `json:"anyOf,omitempty"`
	Default           any                `json:"default,omitempty"`
}

// types are the names of types; a single one is written without brackets.
type types []string

// MarshalJSON writes a text or a list.
func (t types) MarshalJSON() ([]byte, error) {
	if len(t) == 1 {
		return json.Marshal(t[0])
	}
	return json.Marshal([]string(t))
}

// properties are the keys of a table in the order of its type.
type properties []property

type property struct {
	key string
	*schema
}

// MarshalJSON writes an object; a map would lose the order.
func (p properties) MarshalJSON() ([]byte, error) {
	var out bytes.Buffer
	for i, one := range p {
		out.WriteString([]string{"{", ","}[min(i, 1)] + `"` + one.key + `":`)
		e := json.NewEncoder(&out)
		e.SetEscapeHTML(false)
		if err := e.Encode(one.schema); err != nil {
			return nil, err
		}
	}
	out.WriteString("}")
	return out.Bytes(), nil
}

// schema is what may stand under the key, with its description and default.
func (f *field) schema() *schema {
	s := f.value()
	s.Description, s.Default = f.tag.Get("doc"), f.standard()
	return s
}

// value is what may stand under the key.
func (f *field) value() *schema {
	switch f.form {
	case theTable:
		return f.table()
	case theNameTable:
		return f.nameTable()
	case aTableList:
		return f.tableList()
	case aTextList:
		return f.textList()
	case aRowList:
		return &schema{Type: types{"array"}, Items: &schema{Type: types{"array"}, Items: f.text()}}
	case aWhole:
		return f.number("integer")
	case aNumber:
		return f.number("number")
	case aNumberList:
		return &schema{Type: types{"array"}, Items: amount()}
	case aTruth:
		return &schema{Type: types{"boolean"}}
	case aDate:
		return &schema{Type: types{"string"}, Pattern: `^[0-9]{4}-[0-9]{2}-[0-9]{2}`} // TOML's dates are texts in JSON
	case aSpan:
		return &schema{Type: types{"number", "array"}, Items: f.number("number"), MinItems: 2, MaxItems: 2}
	case aScalar:
		return &schema{Type: types{"string", "number", "boolean"}}
	case aColorList:
		return f.colorList()
	case aLadder:
		return f.ladder()
	case aMailbox, aDuration, aDurationList, aSize, aRate, aCount, aCommand:
		return f.quantity()
	}
	return f.text()
}

// text is a text of the kind that the field, or each element of it, is.
func (f *field) text() *schema {
	s := &schema{Type: types{"string"}, Enum: f.choices()}
	switch {
	case f.form == aColor || f.form == aColorList:
		s.Pattern = color.Pattern
	case f.has("like"):
		s.Pattern = f.tag.Get("like")
	case len(s.Enum) == 0 && (f.has("must") || f.has("filled")):
		s.Pattern = `\S`
	}
	return s
}

// textList is a list of texts; one text will do. An enum would hold for the list as well, so it is a pattern.
func (f *field) textList() *schema {
	s := &schema{Type: types{"array", "string"}, Items: f.text()}
	s.Pattern = s.Items.Pattern
	if choices := f.choices(); len(choices) > 0 {
		s.Pattern = "^(" + strings.Join(choices, "|") + ")$"
	}
	return s
}

func (f *field) number(kind string) *schema {
	s := &schema{Type: types{kind}}
	if f.has("range") {
		least, most := f.bounds()
		s.Minimum, s.Maximum = &least, &most
	}
	return s
}

// amount is a number or one that is missing; what editors read from nan is null.
func amount() *schema {
	return &schema{Type: types{"number", "string", "null"}, MaxLength: new(int)}
}

// ladder is a list of numbers; one number will do.
func (f *field) ladder() *schema {
	s := f.number("number")
	s.Type, s.Items, s.MinItems = types{"array", "number"}, f.number("number"), 1
	return s
}

// colorList is a list of colours; where any number of them will do, one colour will.
func (f *field) colorList() *schema {
	counts := f.counts()
	if counts == nil {
		s := f.text()
		s.Type, s.Items, s.MinItems = types{"array", "string"}, f.text(), 1
		return s
	}
	s := &schema{Type: types{"array"}, Items: f.text(), MinItems: slices.Min(counts), MaxItems: slices.Max(counts), Not: &schema{}}
	for n := s.MinItems; n <= s.MaxItems; n++ {
		if !slices.Contains(counts, n) {
			s.Not.AnyOf = append(s.Not.AnyOf, &schema{MinItems: n, MaxItems: n})
		}
	}
	return s
}

func (f *field) table() *schema {
	s := &schema{Type: types{"object"}, Additional: false}
	for _, k := range f.keys {
		s.Properties = append(s.Properties, property{k.key, k.schema()})
		if k.has("must") {
			s.Required = append(s.Required, k.key)
		}
	}
	f.between(s)
	return s
}

// between adds what a key has to do with another: what no tag on a single field can say.
func (f *field) between(s *schema) {
	need := func(keys ...string) *schema { return &schema{Required: keys} }
	switch f.of {
	case reflect.TypeFor[Table]():
		columns := need("columns")
		columns.Properties = properties{{"columns", &schema{MinItems: 1}}}
		s.If, s.Else = need("range"), columns
	case reflect.TypeFor[Series]():
		s.If, s.Then, s.Else = need("question"), &schema{Not: need("values")}, need("values")
	case reflect.TypeFor[FontFiles]():
		s.If, s.Then = &schema{MinProperties: 1}, need("regular", "bold")
	case reflect.TypeFor[Mail]():
		s.If, s.Then = need("inline"), need("html")
	case reflect.TypeFor[SMTP]():
		s.If, s.Then, s.Else = need("user"), &schema{}, &schema{Not: &schema{}}
		for _, k := range secrets() {
			s.Then.AnyOf, s.Else.Not.AnyOf = append(s.Then.AnyOf, need(k)), append(s.Else.Not.AnyOf, need(k))
		}
	case reflect.TypeFor[Silence]():
		s.Properties[0].Enum, s.Properties[0].Pattern = diag.RuleNames(), ""
	}
}

func (f *field) nameTable() *schema {
	s := &schema{Type: types{"object"}, Additional: f.each.entry()}
	if f.has("word") {
		s.PatternProperties, s.Additional = map[string]*schema{rawWordPattern: f.each.entry()}, false
	}
	if f.has("or") {
		s.Type, s.Items = types{"array", "object"}, &schema{Type: types{"string"}}
	}
	return s
}

func (f *field) tableList() *schema {
	s := &schema{Type: types{"array"}, Items: f.each.entry()}
	if f.has("must") {
		s.MinItems = 1
	}
	return s
}

// entry is what stands under a made-up key or in a list: a table, or the text that stands for one.
func (f *field) entry() *schema {
	s := f.schema()
	if short := f.short(); short != nil {
		s.Type, s.Description = types{"string", "object"}, short.tag.Get("doc")
	}
	return s
}

// standard is what a key is when left out; nil when that cannot be said in its own words.
func (f *field) standard() any {
	if text, ok := f.tag.Lookup("default"); ok {
		if f.form == aText {
			return text
		}
		return json.RawMessage(text)
	}
	if !f.base.IsValid() || f.form == theTable || f.form == theNameTable {
		return nil
	}
	switch v := f.base.Interface().(type) {
	case color.Color:
		return v.String()
	case []color.Color:
		var out []string
		for _, c := range v {
			out = append(out, c.String())
		}
		return out
	case *Asset:
		return nil
	default:
		return v
	}
}
