package keys

import (
	"reflect"
)

// Form is how the values of one Go type are written.
type Form struct {
	of       reflect.Type
	read     func(k Key, to reflect.Value)
	describe func(f *Field) *Schema
}

// FormOf is the form of a type. read puts what stands under a key in its place, and notes what is wrong with it; what
// cannot be used leaves the place as it is. describe is the schema of such a value.
func FormOf[T any](read func(k Key, to *T), describe func(f *Field) *Schema) Form {
	return Form{
		of:       reflect.TypeFor[T](),
		read:     func(k Key, to reflect.Value) { read(k, to.Addr().Interface().(*T)) },
		describe: describe,
	}
}

// ValueOf is the form of values with their place; what cannot be used counts as left out.
func ValueOf[T any](read func(k Key) (T, bool), describe func(f *Field) *Schema) Form {
	return FormOf(func(k Key, to *Val[T]) {
		*to = Val[T]{Pos: k.Pos}
		to.V, to.Set = read(k)
	}, describe)
}

// common are the forms of TOML's own types, and of a table that somebody else reads.
func common() []Form {
	return []Form{
		FormOf(func(k Key, to *Str) { *to = k.Written() }, (*Field).TextSchema),
		FormOf(func(k Key, to *[]Str) { *to = k.writtenTexts() }, (*Field).textList),
		ValueOf(Key.whole, func(f *Field) *Schema { return f.NumberSchema("integer") }),
		ValueOf(Key.Finite, func(f *Field) *Schema { return f.NumberSchema("number") }),
		ValueOf(Key.Truth, typed("boolean")),
		ValueOf(Key.date, func(*Field) *Schema { return &Schema{Type: Types{"string"}, Pattern: datePattern} }),
		FormOf(func(k Key, to **Table) { *to = k.sub() }, typed("object")),
	}
}

func typed(name string) func(*Field) *Schema {
	return func(*Field) *Schema { return &Schema{Type: Types{name}} }
}

// datePattern is how dates are written; TOML's are texts in JSON.
const datePattern = `^[0-9]{4}-[0-9]{2}-[0-9]{2}`
