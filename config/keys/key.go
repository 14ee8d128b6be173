package keys

import (
	"time"

	"lysark/config/diag"
)

// Key is a key that is there, or an element of the list under it, with what it holds.
type Key struct {
	Name  string // as messages tell it
	Value any    // as the TOML library gives it
	Pos   diag.Pos
	*Field
	Table *Table
	key   string
	place *place
}

// Errorf notes what is wrong with the value; hint may be empty. The message goes on after "KEY of [TABLE]".
func (k Key) Errorf(rule diag.Rule, hint, format string, args ...any) {
	k.Table.Errorf(k.Pos, rule, hint, "%s of %s "+format, append([]any{k.Name, k.Table.name}, args...)...)
}

// Wrong notes that the value is of the wrong type.
func (k Key) Wrong(hint, want string) {
	k.Errorf(diag.WrongType, hint, "must be %s, not %s", want, typeOf(k.Value))
}

// At is the key as if its value stood somewhere else, such as an element of it.
func (k Key) At(pos diag.Pos) Key {
	k.Pos = pos
	return k
}

// Refuse notes that the value cannot be used; what is wrong with it is told already.
func (k Key) Refuse() {
	if k.Table.refused == nil {
		k.Table.refused = map[string]bool{}
	}
	k.Table.refused[k.key] = true
}

// tables are called so in messages.
const tables = "a table"

// typeOf is a value's type in the author's words.
func typeOf(v any) string {
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
		return tables
	}
	return "a list"
}

// Items are the elements of a list.
func (k Key) Items(want string) []Key {
	if _, ok := elements(k.Value); !ok {
		k.Wrong("put it in brackets: [ … ]", want)
	}
	return k.items()
}

func (k Key) items() []Key {
	items, _ := elements(k.Value)
	var out []Key
	for i, item := range items {
		one := k
		one.Value, one.place = item, k.place.item(i)
		one.Pos = one.place.value
		out = append(out, one)
	}
	return out
}

// IsList tells whether the value is a list.
func (k Key) IsList() bool {
	_, list := elements(k.Value)
	return list
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
