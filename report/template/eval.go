package template

import (
	"reflect"
	"slices"
	"strings"

	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/conf"
	"github.com/expr-lang/expr/parser"
)

// wanted is what an expression has to give.
type wanted int

const (
	anything wanted = iota
	truth
)

// eval parses an expression, checks its types against the names and functions there are, and works it out.
func (e *Engine) eval(source string, want wanted) (Result, error) {
	program, err := expr.Compile(source, e.options(want)...)
	if err != nil {
		return Result{}, e.unparsed(source, err)
	}
	tree, err := e.parse(source)
	if err != nil {
		return Result{}, e.unparsed(source, err)
	}
	found := &reading{engine: e}
	typed := program.Node() // with the types that parse does not find
	ast.Walk(&tree.Node, found)
	ast.Walk(&typed, found)
	if found.foreign != nil {
		return Result{}, found.foreign
	}
	e.seen = found.figures
	value, err := expr.Run(program, e.names)
	if err != nil {
		return Result{}, e.failed(tree.Node, err)
	}
	out := Result{Value: value, Figures: distinct(e.seen), spoken: spoken(tree.Node)}
	e.seen = nil
	return out, nil
}

// parse reads an expression without checking its types.
func (e *Engine) parse(source string) (*parser.Tree, error) {
	return parser.ParseWithConfig(source, e.words)
}

// vocabulary is what the language needs to know to read an expression.
func (e *Engine) vocabulary() *conf.Config {
	c := conf.CreateNew()
	for _, option := range e.options(anything) {
		option(c)
	}
	for name := range c.Disabled {
		delete(c.Builtins, name)
	}
	return c
}

// options are the language: our functions, the figures' operators, and of its own functions only those that see
// nothing but their arguments.
func (e *Engine) options(want wanted) []expr.Option {
	out := []expr.Option{expr.Env(e.names), expr.DisableAllBuiltins()}
	for _, name := range builtins() {
		out = append(out, expr.EnableBuiltin(name))
	}
	for _, f := range e.functions {
		out = append(out, expr.Function(f.Name, e.noted(f), f.Types...))
	}
	for _, op := range operators() {
		out = append(out, expr.Operator(op.sign, op.function))
	}
	if want == truth {
		out = append(out, expr.AsBool())
	}
	return out
}

// builtins are the language's own functions that may be used.
func builtins() []string {
	return []string{"all", "any", "none", "one", "filter", "map", "len", "abs", "ceil", "floor", "round", "min", "max", "upper", "lower", "trim", "split", "join", "replace", "first", "last", "string", "hasPrefix", "hasSuffix"}
}

// Reserved are the words that the language itself uses, which nothing else may be called.
func Reserved() []string {
	return append(builtins(), "and", "or", "not", "in", "let", "if", "else", "true", "false", "nil", "matches", "contains", "startsWith", "endsWith")
}

// noted calls a function and keeps the figures that went in and came out.
func (e *Engine) noted(f Function) func(args ...any) (any, error) {
	return func(args ...any) (any, error) {
		if slices.ContainsFunc(args, func(a any) bool { f, ok := a.(Figure); return ok && f.Unknown }) {
			return nil, ErrReported
		}
		out, err := f.Call(args)
		if figure, ok := out.(Figure); ok && err == nil && !strings.HasPrefix(f.Name, operatorPrefix) {
			e.Note(figure)
		}
		return out, err
	}
}

// reading collects the figures that an expression names, and finds what reaches behind them.
type reading struct {
	engine  *Engine
	figures []Figure
	foreign error
}

func (r *reading) Visit(node *ast.Node) {
	switch n := (*node).(type) {
	case *ast.IdentifierNode:
		if f, ok := r.engine.names[n.Value].(Figure); ok {
			r.figures = append(r.figures, f)
		}
		if n.Value == "$env" {
			r.foreign = &problem{letter: n.Location().From, rule: "bad-expression", text: `there is no figure, variable or function "$env"`}
		}
	case *ast.MemberNode:
		if n.Node.Type() == reflect.TypeFor[Figure]() {
			r.foreign = &problem{letter: n.Location().From, rule: "bad-expression", text: "a figure has no parts to name", hint: "value(x) is its plain number"}
		}
	}
}

// spoken are the texts of an expression that are printed as they stand: the whole, a branch, a part of a sum.
func spoken(n ast.Node) []string {
	switch n := n.(type) {
	case *ast.StringNode:
		return []string{n.Value}
	case *ast.ConditionalNode:
		return append(spoken(n.Exp1), spoken(n.Exp2)...)
	case *ast.BinaryNode:
		if n.Operator == "+" || n.Operator == "??" {
			return append(spoken(n.Left), spoken(n.Right)...)
		}
	}
	return nil
}

func distinct(figures []Figure) []Figure {
	var out []Figure
	for _, f := range figures {
		if !slices.ContainsFunc(out, f.Same) {
			out = append(out, f)
		}
	}
	return out
}

// Names are the names that an expression uses, in the order they occur; none when it cannot be parsed.
func (e *Engine) Names(source string) []string {
	tree, err := e.parse(source)
	if err != nil {
		return nil // told when it is worked out
	}
	found := &identifiers{}
	ast.Walk(&tree.Node, found)
	return found.names
}

type identifiers struct{ names []string }

func (i *identifiers) Visit(node *ast.Node) {
	if id, ok := (*node).(*ast.IdentifierNode); ok {
		i.names = append(i.names, id.Value)
	}
}
