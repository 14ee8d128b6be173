package keys

import (
	"reflect"

	"lysark/config/diag"
)

// Checker is a struct that looks at its table once it is read: for what has to do with more than one key, and with the
// files that are named.
type Checker interface{ Check(t *Table) }

// Fill reads the table into the struct that its shape was made of. A key that is not there leaves what is in its place,
// but for the place itself. All that is wrong is noted, keys that the struct does not know among it.
func (t *Table) Fill(to any) { t.fill(reflect.ValueOf(to).Elem()) }

func (t *Table) fill(to reflect.Value) {
	stand(to, t.Pos())
	for _, f := range t.shape.keys {
		t.read(f, to.Field(f.index))
	}
	if c, ok := to.Addr().Interface().(Checker); ok {
		c.Check(t)
	}
	t.done()
}

// Later reads a table that was left for somebody else, and returns what is wrong in it.
func (t *Table) Later(shape *Field, to any) diag.List {
	told := len(t.reader.list)
	t.shape = shape
	t.Fill(to)
	return t.reader.list[told:]
}

// stand gives a struct its place, if it keeps one.
func stand(to reflect.Value, pos diag.Pos) {
	if f, ok := to.Type().FieldByName("Pos"); ok && f.Tag.Get("key") == "" {
		to.FieldByIndex(f.Index).Set(reflect.ValueOf(pos))
	}
}

// read puts what stands under a key in its place.
func (t *Table) read(f *Field, to reflect.Value) {
	if t.Has(f.key) {
		t.under(f.key, f.key, f).read(to)
	} else {
		leaveOut(to, t.Pos())
	}
	if f.kind == aValue && f.Has("must") && !f.Has("one") {
		t.needs(f.key)
	}
}

func (k Key) read(to reflect.Value) {
	switch k.kind {
	case aTable:
		if sub := k.sub(); sub != nil {
			sub.fill(made(to))
		}
	case aTableList:
		k.tables(to)
	case aTableByName:
		k.byName(to)
	default:
		k.form.read(k, to)
	}
}

// leaveOut gives a value that is not there the place of its table.
func leaveOut(to reflect.Value, pos diag.Pos) {
	if v, ok := to.Addr().Interface().(interface{ leftOut(diag.Pos) }); ok {
		v.leftOut(pos)
	}
}

// made is the struct itself, made where there is only room for one.
func made(to reflect.Value) reflect.Value {
	if to.Kind() != reflect.Pointer {
		return to
	}
	to.Set(reflect.New(to.Type().Elem()))
	return to.Elem()
}

// sub is a table under the key; nil when it is none.
func (k Key) sub() *Table {
	values, ok := k.Value.(map[string]any)
	if !ok {
		k.Wrong("write it as "+k.Table.Inner(k.key), tables)
		return nil
	}
	return k.Table.child(k.key, k.Table.Inner(k.key), k.place, values, k.Field)
}

// tables reads a list of tables, or of texts that stand for them.
func (k Key) tables(to reflect.Value) {
	name, want, hint := "["+k.Table.Inner(k.key)+"]", "a list of tables", "write it as { key = value, … }"
	short := k.each.short()
	switch {
	case short != nil:
		name, want = k.Table.Inner(k.key), "a list of "+k.key
	case !k.IsList():
		k.Wrong("write it as "+name+", with two brackets", want)
		return
	}
	for _, one := range k.Items(want) {
		element := reflect.New(k.of).Elem()
		values, table := one.Value.(map[string]any)
		switch {
		case table:
			sub := k.Table.child(k.key, name, one.place, values, k.each)
			if k.Has("slide") {
				sub.slide = to.Len() + 1
			}
			sub.fill(element)
		case short != nil:
			one.inPlace(k.each, element)
		default:
			one.Wrong(hint, want)
			continue
		}
		to.Set(reflect.Append(to, element))
	}
}

// inPlace reads a text that stands for a table.
func (k Key) inPlace(table *Field, element reflect.Value) {
	stand(element, k.Pos)
	for _, f := range table.keys {
		if to := element.Field(f.index); f.Has("short") {
			to.Set(reflect.ValueOf(k.Text()))
		} else {
			leaveOut(to, k.Pos)
		}
	}
}

// byName reads a table whose keys the author makes up.
func (k Key) byName(to reflect.Value) {
	if _, table := k.Value.(map[string]any); !table && k.Has("or") {
		k.ownNames(to)
		return
	}
	sub := k.sub()
	if sub == nil {
		return
	}
	entries, names := sub.entries(k.each)
	for i, e := range entries {
		if k.Has("word") {
			sub.identifier(names[i])
		}
		element := reflect.New(k.of).Elem()
		setName(element, names[i])
		if e.entry(element) {
			to.Set(reflect.Append(to, element))
		}
	}
}

// entry reads what stands under a made-up key; false when it cannot be used.
func (k Key) entry(element reflect.Value) bool {
	values, table := k.Value.(map[string]any)
	switch {
	case k.kind == aValue:
		stand(element, k.Pos)
		k.form.read(k, element.Field(k.index))
		return !k.Table.Refused(k.key)
	case table:
		k.Table.child(k.key, k.Table.Inner(k.key), k.place, values, k.Field).fill(element)
		return true
	case k.short() != nil:
		k.inPlace(k.Field, element)
		return true
	}
	k.Name = k.key
	return k.sub() != nil // which it is not, and told
}

// ownNames reads a list of texts that are their own names.
func (k Key) ownNames(to reflect.Value) {
	for _, one := range k.Items(k.tag.Get("or")) {
		element := reflect.New(k.of).Elem()
		s := one.Text()
		setName(element, s)
		element.Field(k.each.index).Set(reflect.ValueOf(s))
		to.Set(reflect.Append(to, element))
	}
}

// setName puts a made-up key in its place: the first of the struct.
func setName(element reflect.Value, name Str) {
	if to := element.Field(0); to.Kind() == reflect.String {
		to.SetString(name.V)
	} else {
		to.Set(reflect.ValueOf(name))
	}
}
