package template

import (
	"lysark/config/diag"
	"slices"
	"strings"

	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/conf"
	"github.com/expr-lang/expr/parser"
)

// wanted is what an expression has to give.
type wanted int

const (
	anything wanted = iota
	truth
)

// longest is how many letters an expression may have. The language parses by recursion, and somebody who writes more
// has lost his way.
const longest = 5000

// eval parses an expression, checks its names and types, and works it out.
func (e *Engine) eval(source string, want wanted) (Result, error) {
	if len(source) > longest {
		return Result{}, &problem{rule: diag.BadExpression, text: "the expression is too long", hint: "give its parts names under [figures]"}
	}
	tree, err := e.parse(source)
	if err != nil {
		return Result{}, e.unparsed(source, err)
	}
	found := e.inspect(tree.Node)
	if found.foreign != nil {
		return Result{}, found.foreign
	}
	program, err := expr.Compile(source, e.options(want)...)
	if err != nil {
		return Result{}, e.unparsed(source, err)
	}
	if err := partsOfFigures(program.Node()); err != nil {
		return Result{}, err
	}
	e.seen = found.figures
	value, err := expr.Run(program, e.names)
	seen := distinct(e.seen)
	e.seen = nil
	if err != nil {
		return Result{}, e.failed(tree.Node, err)
	}
	if found.telling != nil && slices.ContainsFunc(seen, func(f Figure) bool { return f.Hidden }) {
		return Result{}, hiddenProblem(found.telling.Location().From)
	}
	return Result{Value: value, Figures: seen, spoken: e.spoken(tree.Node), Literal: found.literal &&
		!slices.ContainsFunc(seen, Figure.rests)}, nil
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
	return []string{"all", "any", "none", "one", "filter", "map", "len", "abs", "ceil", "floor", "round", "min", "max", "upper", "lower", "trim", "split", "join", "replace", "first", "last", "hasPrefix", "hasSuffix"}
}

// Reserved are the words that the language itself uses, which nothing else may be called.
func Reserved() []string {
	return append(builtins(), "and", "or", "not", "in", "let", "if", "else", "true", "false", "nil", "matches",
		"contains", "startsWith", "endsWith")
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

func distinct(figures []Figure) []Figure {
	var out []Figure
	for _, f := range figures {
		if !slices.ContainsFunc(out, f.Same) {
			out = append(out, f)
		}
	}
	return out
}
