package resolve

import (
	"slices"
	"strings"

	"lysark/config"
	"lysark/config/diag"
	"lysark/report/figures"
	"lysark/report/template"
)

// names gives the engine the layout's variables and named figures. A figure may rest on others, in any order.
func (r *resolver) names() {
	n := &naming{resolver: r, figures: map[string]config.Figure{}}
	for _, v := range r.file.Vars {
		if r.free(v.Name) {
			r.language.Define(v.Name.V, v.Value)
		}
	}
	for _, f := range r.file.Figures {
		if r.free(f.Name) {
			n.figures[f.Name.V] = f
		}
	}
	for _, f := range r.file.Figures {
		n.define(f.Name.V)
	}
}

// free reports a name that means something else already.
func (r *resolver) free(name config.Str) bool {
	switch {
	case r.language.Defined(name.V):
		r.list.Errorf(name.Pos, diag.Duplicate, "give each its own", "the name %q is in [vars] already", name.V)
	case slices.Contains(figures.FunctionNames(), name.V) || slices.Contains(template.Reserved(), name.V):
		r.list.Errorf(name.Pos, diag.BadValue, "choose another name", "%q is a word of the expressions themselves",
			name.V)
	default:
		return true
	}
	return false
}

// naming works out named figures, each after those it rests on.
type naming struct {
	*resolver
	figures map[string]config.Figure
	path    []string // the names being worked out, to find circles
}

func (n *naming) define(name string) {
	f, ok := n.figures[name]
	if !ok || n.language.Defined(name) {
		return
	}
	if i := slices.Index(n.path, name); i >= 0 {
		n.list.Errorf(f.Value.Pos, diag.BadExpression, "let one of them rest on the answers",
			"the figure %q rests on itself: %s", name, strings.Join(append(n.path[i:], name), " → "))
		n.language.Define(name, unknownFigure())
		return
	}
	n.path = append(n.path, name)
	for _, other := range n.language.Names(f.Value.V) {
		n.define(other)
	}
	n.path = n.path[:len(n.path)-1]
	if !n.language.Defined(name) {
		n.language.Define(name, n.value(f))
	}
}

// value is a named figure worked out. One that could not be is reported here, and not again where it is used.
func (n *naming) value(f config.Figure) any {
	if !f.Value.Set {
		return unknownFigure() // config has reported it
	}
	if strings.HasPrefix(strings.TrimSpace(f.Value.V), "{") {
		n.list.Errorf(f.Value.Pos, diag.Syntax, "take the braces off",
			"a figure is an expression as a whole, and stands without braces")
		return unknownFigure()
	}
	result, list := n.language.Eval(template.Text{S: f.Value.V, Place: places(f.Value)})
	n.list.Add(list)
	if list.HasErrors() || result.Value == nil {
		return unknownFigure()
	}
	if result.Literal && len(n.file.Data) > 0 {
		n.list.Warnf(f.Value.Pos, diag.TypedNumber, "work it out, or make it a variable under [vars]",
			"the figure %q rests on no answers, and stays when they change", f.Name.V)
	}
	return result.Value
}

// unknownFigure stands for a figure whose fault is told elsewhere.
func unknownFigure() template.Figure { return template.Figure{Unit: template.Percent, Unknown: true} }

// places tells where a text's letters stand in the file.
func places(s config.Str) func(letter int) diag.Pos {
	return func(letter int) diag.Pos { return config.Inside(s, letter) }
}
