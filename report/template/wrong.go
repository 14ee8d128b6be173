package template

import (
	"errors"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/file"

	"lysark/config/diag"
)

// problem is what is wrong with an expression, and where in it: letter counts from 0.
type problem struct {
	letter     int
	rule       diag.Rule
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
		p = &problem{rule: diag.BadExpression, text: err.Error()}
	}
	list.Errorf(t.Place(begin+p.letter), p.rule, p.hint, "%s", p.text)
}

// ArgError is a function's complaint about one of its arguments, counted from 0.
type ArgError struct {
	Arg  int
	Rule diag.Rule // none for BadExpression
	Text string
	Hint string
}

func (e *ArgError) Error() string { return e.Text }

var calledWrongly = regexp.MustCompile(`to call (\w+)\s*(?:\n|$)`)

// unparsed is what the language says of an expression that it cannot make sense of, in the author's words.
func (e *Engine) unparsed(source string, err error) error {
	var at *file.Error
	switch {
	case strings.HasPrefix(err.Error(), "expected bool"):
		return &problem{rule: diag.BadExpression, text: "a claim has to be true or false, and this is neither", hint: "compare it with something, such as har > 50"}
	case !errors.As(err, &at):
		text, hint := phrased(firstLine(err.Error()))
		return &problem{rule: diag.BadExpression, text: text, hint: hint}
	}
	p := &problem{rule: diag.BadExpression, letter: min(at.From, len([]rune(source)))}
	p.text, p.hint = phrased(firstLine(at.Message))
	if source = strings.TrimSpace(source); strings.HasSuffix(source, "%") {
		p.text, p.hint = `"%" is not expected here`, "take it out: a share prints its per cent sign itself"
	}
	if m := calledWrongly.FindStringSubmatch(at.Message); m != nil {
		p.hint = e.shapes(m[1])
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
			if call := name + "(" + arguments(reflect.TypeOf(shape).Elem()) + ")"; !slices.Contains(out, call) {
				out = append(out, call)
			}
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
	out = append(out, e.functionNames()...)
	slices.Sort(out)
	return append(out, builtins()...)
}

// functionNames are those of the functions that the caller brought.
func (e *Engine) functionNames() []string {
	var out []string
	for _, f := range e.functions {
		if !strings.HasPrefix(f.Name, operatorPrefix) {
			out = append(out, f.Name)
		}
	}
	return out
}

// failed is what a function says of its arguments, at the argument's place.
func (e *Engine) failed(root ast.Node, err error) error {
	if errors.Is(err, ErrReported) {
		return ErrReported
	}
	p := &problem{rule: diag.BadExpression}
	p.text, p.hint = phrased(firstLine(err.Error()))
	var at *file.Error
	if errors.As(err, &at) {
		p.letter = at.From
		p.text, p.hint = phrased(firstLine(at.Message))
	}
	var arg *ArgError
	switch {
	case errors.As(err, &arg):
		p.text, p.hint = arg.Text, arg.Hint
		if arg.Rule != 0 {
			p.rule = arg.Rule
		}
		p.letter = argument(root, p.letter, arg.Arg)
	case errors.Is(err, errHidden):
		return hiddenProblem(p.letter)
	}
	return p
}

// hiddenProblem is that of a comparison, or anything else whose outcome depends on what is hidden.
func hiddenProblem(letter int) error {
	return &problem{
		letter: letter, rule: diag.SmallGroup, text: "a figure of too few answers to be shown is compared, which would tell what is hidden",
		hint: "leave the comparison out, or lower min_base of [deck]",
	}
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
