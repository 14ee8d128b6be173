package template

import (
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/conf"
	"github.com/expr-lang/expr/file"
	"github.com/expr-lang/expr/parser"

	"lysark/config/diag"
)

// wanted is what an expression has to give.
type wanted int

const (
	anything wanted = iota
	truth
)

// problem is what is wrong with an expression, and where in it: letter counts from 0.
type problem struct {
	letter     int
	rule       string
	text, hint string
}

func (p *problem) Error() string { return p.text }

// ErrReported is what a function gives when it cannot work for a reason that is told elsewhere, such as a file
// that could not be read: nothing more is said.
var ErrReported = errors.New("reported elsewhere")

// report puts an expression's problem into the list, at its place in the file.
func report(t Text, begin int, err error, list *diag.List) {
	if errors.Is(err, ErrReported) {
		return
	}
	var p *problem
	if !errors.As(err, &p) {
		p = &problem{rule: "bad-expression", text: err.Error()}
	}
	list.Errorf(t.Place(begin+p.letter), p.rule, p.hint, "%s", p.text)
}

// ArgError is a function's complaint about one of its arguments, counted from 0.
type ArgError struct {
	Arg  int
	Rule string // empty for "bad-expression"
	Text string
	Hint string
}

func (e *ArgError) Error() string { return e.Text }

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

// unparsed is what the language says of an expression that it cannot make sense of, in the author's words.
func (e *Engine) unparsed(source string, err error) error {
	var at *file.Error
	switch {
	case strings.HasPrefix(err.Error(), "expected bool"):
		return &problem{rule: "bad-expression", text: "a claim has to be true or false, and this is neither", hint: "compare it with something, such as har > 50"}
	case !errors.As(err, &at):
		return &problem{rule: "bad-expression", text: plainWords(firstLine(err.Error()))}
	}
	p := &problem{rule: "bad-expression", letter: min(at.From, len([]rune(source))), text: plainWords(firstLine(at.Message))}
	if m := regexp.MustCompile(`to call (\w+)$`).FindStringSubmatch(p.text); m != nil {
		p.hint = e.shapes(m[1])
	}
	if m := regexp.MustCompile(`^unknown name (\S+)`).FindStringSubmatch(at.Message); m != nil {
		p.text = fmt.Sprintf("there is no figure, variable or function %q", m[1])
		p.hint = diag.DidYouMean(m[1], e.known())
		if p.hint == "" {
			p.hint = "give it a name under [figures] or [vars]"
		}
	}
	return p
}

// shapes tells how a function can be called.
func (e *Engine) shapes(name string) string {
	var out []string
	for _, f := range e.functions {
		if f.Name != name {
			continue
		}
		for _, shape := range f.Types {
			out = append(out, name+"("+arguments(reflect.TypeOf(shape).Elem())+")")
		}
	}
	return strings.TrimSuffix("write it as "+strings.Join(out, " or "), "write it as ")
}

// arguments are a function's, in the author's words.
func arguments(f reflect.Type) string {
	var out []string
	for i := range f.NumIn() {
		word := plainWords(f.In(i).String())
		if f.IsVariadic() && i == f.NumIn()-1 {
			word = plainWords(f.In(i).Elem().String()) + ", …"
		}
		out = append(out, word)
	}
	return strings.Join(out, ", ")
}

// plainWords turns the language's names of types into the author's.
func plainWords(s string) string {
	return strings.NewReplacer("unexpected token EOF", "the expression ends too soon", "template.Figure", "figure", "int64", "number", "float64", "number", "int", "number", "[]string", "list of texts", "string", "text", "bool", "true or false", "interface {}", "value", "[]value", "list").Replace(s)
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}

// known are the names that an expression may use, for suggestions.
func (e *Engine) known() []string {
	var out []string
	for name := range e.names {
		out = append(out, name)
	}
	for _, f := range e.functions {
		if !strings.HasPrefix(f.Name, operatorPrefix) {
			out = append(out, f.Name)
		}
	}
	slices.Sort(out)
	return append(out, builtins()...)
}

// failed is what a function says of its arguments, at the argument's place.
func (e *Engine) failed(root ast.Node, err error) error {
	if errors.Is(err, ErrReported) {
		return ErrReported
	}
	p := &problem{rule: "bad-expression", text: plainWords(firstLine(err.Error()))}
	var at *file.Error
	if errors.As(err, &at) {
		p.letter, p.text = at.From, plainWords(firstLine(at.Message))
	}
	var arg *ArgError
	switch {
	case errors.As(err, &arg):
		p.text, p.hint = arg.Text, arg.Hint
		if arg.Rule != "" {
			p.rule = arg.Rule
		}
		p.letter = argument(root, p.letter, arg.Arg)
	case errors.Is(err, errHidden):
		p.rule, p.text = "small-group", "a figure of too few answers to be shown is compared, which would tell what is hidden"
		p.hint = "leave the comparison out, or lower min_base of [deck]"
	}
	return p
}

// argument is where an argument of the call at that place stands; the call's own place when there is none.
func argument(root ast.Node, letter, arg int) int {
	found := &calls{letter: letter}
	ast.Walk(&root, found)
	if found.call != nil && arg >= 0 && arg < len(found.call.Arguments) {
		return begin(found.call.Arguments[arg])
	}
	return letter
}

// begin is where a part of an expression begins. The language places a sum at its sign.
func begin(n ast.Node) int {
	switch n := n.(type) {
	case *ast.BinaryNode:
		return begin(n.Left)
	case *ast.ConditionalNode:
		return begin(n.Cond)
	case *ast.MemberNode:
		return begin(n.Node)
	}
	return n.Location().From
}

// calls finds the call at a place.
type calls struct {
	letter int
	call   *ast.CallNode
}

func (c *calls) Visit(node *ast.Node) {
	if n, ok := (*node).(*ast.CallNode); ok && n.Location().From == c.letter {
		c.call = n
	}
}

// aKind is a value's type in the author's words.
func aKind(v any) string {
	switch v.(type) {
	case []string, []any, []int:
		return "a list"
	case map[string]any:
		return "a table"
	}
	return plainWords(fmt.Sprintf("a %T", v))
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
