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
	n := &naming{resolver: r, figures: map[string]config.Figure{}, texts: map[string]config.Str{}}
	for _, v := range r.file.Vars {
		switch text, isText := v.Value.V.(string); {
		case !r.free(v.Name):
		case isText && strings.ContainsAny(text, "{}"):
			n.texts[v.Name.V] = v.Value.Text
			r.language.Define(v.Name.V, text) // so that nothing else may have the name; worked out below
		default:
			r.language.Define(v.Name.V, v.Value.V)
		}
	}
	for _, f := range r.file.Figures {
		if r.free(f.Name) {
			n.figures[f.Name.V] = f
		}
	}
	n.inOrder()
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

// naming works out named figures and the texts of variables, each after those it rests on.
type naming struct {
	*resolver
	figures map[string]config.Figure
	texts   map[string]config.Str // with braces
	done    map[string]bool
	path    []string // the names being worked out, to find circles
}

func (n *naming) inOrder() {
	n.done = map[string]bool{}
	for _, f := range n.file.Figures {
		n.define(f.Name.V)
	}
	for _, v := range n.file.Vars {
		n.define(v.Name.V)
	}
}

func (n *naming) define(name string) {
	f, isFigure := n.figures[name]
	text, isText := n.texts[name]
	if !isFigure && !isText || n.done[name] {
		return
	}
	if i := slices.Index(n.path, name); i >= 0 {
		n.circle(name, append(n.path[i:len(n.path):len(n.path)], name))
		return
	}
	n.path = append(n.path, name)
	others := n.language.Names(f.Value.V)
	if isText {
		others = n.language.NamesIn(template.Text{S: text.V, Place: places(text)})
	}
	for _, other := range others {
		n.define(other)
	}
	n.path = n.path[:len(n.path)-1]
	switch {
	case n.done[name]:
	case isText:
		n.text(name, text)
	default:
		n.language.Define(name, n.value(f))
	}
	n.done[name] = true
}

// circle tells that a name rests on itself.
func (n *naming) circle(name string, path []string) {
	n.done[name] = true
	round := strings.Join(path, " → ")
	if text, ok := n.texts[name]; ok {
		n.list.Errorf(text.Pos, diag.BadExpression, "let one of them stand without the other",
			"the variable %q rests on itself: %s", name, round)
		n.language.Define(name, "…")
		return
	}
	n.list.Errorf(n.figures[name].Value.Pos, diag.BadExpression, "let one of them rest on the answers",
		"the figure %q rests on itself: %s", name, round)
	n.language.Define(name, unknownFigure())
}

// text works out a variable that is a text with braces.
func (n *naming) text(name string, text config.Str) {
	filled, list := n.language.Fill(template.Text{S: text.V, Place: places(text)})
	n.list.Add(list)
	n.language.DefineText(name, filled)
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
