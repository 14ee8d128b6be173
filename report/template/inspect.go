package template

import (
	"cmp"
	"reflect"
	"slices"
	"strings"

	"github.com/expr-lang/expr/ast"

	"lysark/config/diag"
)

// inspection is what an expression uses, found before it is compiled: the language itself does not look at names
// within the arguments of functions that are given with several shapes.
type inspection struct {
	engine   *Engine
	names    []*ast.IdentifierNode
	callees  map[*ast.IdentifierNode]bool
	named    map[*ast.IdentifierNode]bool // stand where a text has to be that names something
	declared []string                     // by let
	figures  []Figure
	literal  bool     // it uses no name, and no function that takes names
	telling  ast.Node // the first part whose outcome would tell of a hidden figure
	foreign  error
}

func (e *Engine) inspect(root ast.Node) *inspection {
	in := &inspection{
		engine: e, literal: true,
		callees: map[*ast.IdentifierNode]bool{}, named: map[*ast.IdentifierNode]bool{},
	}
	ast.Walk(&root, in)
	slices.SortFunc(in.names,
		func(a, b *ast.IdentifierNode) int { return cmp.Compare(a.Location().From, b.Location().From) })
	for _, name := range in.names {
		in.name(name)
	}
	return in
}

// Visit comes to the parts of a node before the node.
func (in *inspection) Visit(node *ast.Node) {
	switch n := (*node).(type) {
	case *ast.IdentifierNode:
		in.names = append(in.names, n)
	case *ast.VariableDeclaratorNode:
		in.declared = append(in.declared, n.Name)
	case *ast.CallNode:
		if name, ok := n.Callee.(*ast.IdentifierNode); ok {
			in.callees[name] = true
			f, known := in.engine.function(name.Value)
			in.literal = in.literal && (!known || !f.Naming)
			in.naming(n, known && f.Naming)
		}
	case *ast.BuiltinNode:
		if !slices.Contains(builtins(), n.Name) {
			in.noFunction(n.Name, n.Location().From)
		}
		if !slices.Contains(harmless(), n.Name) {
			in.tells(n)
		}
	case *ast.MemberNode:
		if sum, ok := n.Node.(*ast.BinaryNode); ok && isArithmetic(sum) { // the language fails to compile it
			in.wrong(noParts(n))
		}
	case *ast.ConditionalNode:
		in.tells(n)
	case *ast.BinaryNode:
		if !isArithmetic(n) {
			in.tells(n)
		}
	}
}

func isArithmetic(n *ast.BinaryNode) bool {
	return slices.Contains([]string{"+", "-", "*", "/"}, n.Operator)
}

// harmless are the language's own functions whose outcome is as hidden as what goes in.
func harmless() []string { return []string{"upper", "lower", "trim", "first", "last", "join"} }

func (in *inspection) tells(n ast.Node) {
	if in.telling == nil || n.Location().From < in.telling.Location().From {
		in.telling = n
	}
}

// name looks a name up: a figure, a variable, or what let has declared.
func (in *inspection) name(n *ast.IdentifierNode) {
	e := in.engine
	value, there := e.names[n.Value]
	if f, ok := value.(Figure); ok && !in.callees[n] {
		in.figures = append(in.figures, f)
	}
	in.figures = append(in.figures, e.rests[n.Value]...)
	function, isFunction := e.function(n.Value)
	switch {
	case in.callees[n] && isFunction:
	case there || slices.Contains(in.declared, n.Value):
		in.literal = in.literal && !there
	case isFunction:
		in.wrong(&problem{letter: n.Location().From, rule: diag.BadExpression, text: function.Name + " is a function",
			hint: e.shapes(function.Name)})
	case in.callees[n]:
		in.noFunction(n.Value, n.Location().From)
	case in.named[n]:
		in.wrong(&problem{letter: n.Location().From, rule: diag.BadExpression, text: in.none(n.Value),
			hint: "put the names of questions and answers in quotes: '" + n.Value + "'"})
	default:
		in.unknown(n.Value, n.Location().From)
	}
}

// naming keeps the names that stand in a call where only texts can be.
func (in *inspection) naming(call *ast.CallNode, naming bool) {
	for _, a := range call.Arguments {
		if name, ok := a.(*ast.IdentifierNode); ok && naming {
			in.named[name] = true
		}
	}
}

// noFunction tells of a function that there is not. A hint that leads to another figure is worse than none: only one
// that differs by a slip of the fingers is taken for what was meant.
func (in *inspection) noFunction(name string, letter int) {
	functions := in.engine.functionNames()
	meant, known := "", false
	if of := in.engine.Unknown.Meant; of != nil {
		meant, known = of(strings.ToLower(name))
	}
	if nearest := diag.Nearest(name, functions); !known && sameBegin(nearest, name) {
		meant = nearest
	}
	hint := "there are " + strings.Join(functions, ", ")
	if meant != "" {
		hint = "did you mean \"" + meant + "\"?"
	}
	in.wrong(&problem{
		letter: letter, rule: diag.BadExpression, text: "there is no function \"" + name + "\"", hint: hint,
	})
}

// sameBegin tells two names that begin alike and are as long, but for a letter.
func sameBegin(a, b string) bool {
	difference := len(a) - len(b)
	return a != "" && strings.EqualFold(a[:1], b[:1]) && -1 <= difference && difference <= 1
}

func (in *inspection) unknown(name string, letter int) {
	hint := diag.DidYouMean(name, in.engine.known())
	u := in.engine.Unknown
	in.wrong(&problem{
		letter: letter, rule: diag.BadExpression, hint: cmp.Or(hint, u.Hint, "give it a name under [figures] or [vars]"),
		text: in.none(name),
	})
}

// none says that there is no such name.
func (in *inspection) none(name string) string {
	return "there is no " + cmp.Or(in.engine.Unknown.Kinds, "figure, variable or function") + " \"" + name + "\""
}

// wrong keeps the first fault of an expression.
func (in *inspection) wrong(p *problem) {
	if in.foreign == nil {
		in.foreign = p
	}
}

// function is a function that authors may call.
func (e *Engine) function(name string) (Function, bool) {
	for _, f := range e.functions {
		if f.Name == name && !strings.HasPrefix(name, operatorPrefix) {
			return f, true
		}
	}
	return Function{}, false
}

// partsOfFigures reports what reaches behind a figure, to its fields.
func partsOfFigures(typed ast.Node) error {
	found := &members{}
	ast.Walk(&typed, found)
	return found.err
}

type members struct{ err error }

// Visit finds what is named of anything but a table: texts and numbers have no parts, which the language says itself,
// and of a sum or of a list's entry it does not know before it is worked out that it is a figure.
func (m *members) Visit(node *ast.Node) {
	n, ok := (*node).(*ast.MemberNode)
	if !ok || isTable(n.Node) || isWholeNumber(n.Property) {
		return
	}
	m.err = noParts(n)
}

func noParts(n *ast.MemberNode) *problem {
	return &problem{
		letter: n.Location().From, rule: diag.BadExpression, text: "a figure has no parts to name",
		hint: "value(x) is its plain number",
	}
}

func isTable(n ast.Node) bool {
	t := n.Type()
	return t != nil && t.Kind() == reflect.Map
}

func isWholeNumber(n ast.Node) bool {
	t := n.Type()
	return t != nil && t.Kind() == reflect.Int
}

// spoken are the texts of an expression that may be printed as they stand: all but those that name something, and
// those that are compared.
func (e *Engine) spoken(n ast.Node) []string {
	switch n := n.(type) {
	case *ast.StringNode:
		return []string{n.Value}
	case *ast.ConditionalNode:
		return e.spokenIn(n.Exp1, n.Exp2)
	case *ast.BinaryNode:
		if n.Operator == "+" || n.Operator == "??" {
			return e.spokenIn(n.Left, n.Right)
		}
	case *ast.CallNode:
		if name, ok := n.Callee.(*ast.IdentifierNode); ok {
			if f, _ := e.function(name.Value); !f.Naming {
				return e.spokenIn(n.Arguments...)
			}
		}
	case *ast.BuiltinNode:
		if slices.Contains([]string{"upper", "lower", "trim", "first", "last", "join", "replace", "split"}, n.Name) {
			return e.spokenIn(n.Arguments...)
		}
	case *ast.ArrayNode:
		return e.spokenIn(n.Nodes...)
	case *ast.MemberNode:
		return e.spoken(n.Node)
	case *ast.VariableDeclaratorNode:
		return e.spokenIn(n.Value, n.Expr)
	case *ast.SequenceNode:
		return e.spokenIn(n.Nodes...)
	}
	return nil
}

func (e *Engine) spokenIn(nodes ...ast.Node) []string {
	var out []string
	for _, n := range nodes {
		out = append(out, e.spoken(n)...)
	}
	return out
}

// NamesIn are the names that the expressions of a text use.
func (e *Engine) NamesIn(t Text) []string {
	var told diag.List // when it is filled in
	var out []string
	for _, p := range split(t, &told) {
		if p.Expr != "" {
			out = append(out, e.Names(p.Expr)...)
		}
	}
	return out
}

// Names are the names that an expression uses, in the order they occur; none when it cannot be parsed.
func (e *Engine) Names(source string) []string {
	if len(source) > longest {
		return nil
	}
	tree, err := e.parse(source)
	if err != nil {
		return nil // told when it is worked out
	}
	var out []string
	for _, n := range e.inspect(tree.Node).names {
		out = append(out, n.Value)
	}
	return out
}
