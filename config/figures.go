package config

import (
	"strconv"
	"time"

	"lysark/config/diag"
)

// vars reads [vars]: what the author calls by a name in expressions.
func vars(n *node) []Var {
	if n == nil {
		return nil
	}
	var out []Var
	n.entries(func(key string, name Str, v any, p *place) {
		n.identifier(name)
		one := Var{Name: name, Pos: p.value}
		switch v := v.(type) {
		case string:
			one.Value = n.text(v, p, strconv.Quote(key)).V
		case int64:
			one.Value = int(v)
		case float64:
			number, ok := n.finite(v, p, strconv.Quote(key))
			if !ok {
				return
			}
			one.Value = number
		case bool:
			one.Value = v
		case time.Time:
			n.wrong(p, strconv.Quote(key), "put it in quotes", "text, a number, or true or false", v)
			return
		default:
			n.wrong(p, strconv.Quote(key), "", "text, a number, or true or false", v)
			return
		}
		out = append(out, one)
	})
	return out
}

// figures reads [figures]: each an expression, or a table of one and the claims it must meet.
func figures(n *node) []Figure {
	if n == nil {
		return nil
	}
	var out []Figure
	n.entries(func(key string, name Str, v any, p *place) {
		n.identifier(name)
		f := Figure{Name: name}
		if t, table := v.(map[string]any); table {
			inner := n.child(n.inner(key), p, t, n.shape.each)
			f.Value, f.Expect = inner.must("value"), inner.strs("expect")
			inner.done()
		} else {
			f.Value = n.text(v, p, strconv.Quote(key))
		}
		out = append(out, f)
	})
	return out
}

// once reports an answer that is listed twice.
func (n *node) once(answers []Str) {
	seen := map[string]bool{}
	for _, a := range answers {
		if seen[a.V] && a.Set {
			n.list.Errorf(a.Pos, diag.Duplicate, "keep one of the two", "the answer %q is on the list already", a.V)
		}
		seen[a.V] = true
	}
}

// identifier reports a name that no expression could call.
func (n *node) identifier(name Str) {
	if !isWord.MatchString(name.V) {
		n.list.Errorf(name.Pos, diag.BadValue, `write it with letters, digits and "_", beginning with a letter`, "%q cannot be a name in %s", name.V, n.name)
	}
}
