package template

import (
	"cmp"
	"errors"
	"slices"

	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/vm"

	"lysark/config/diag"
)

// Ready is a text whose expressions are parsed and checked, to be filled in for each of many members. Names may change
// their values in between, but not their types.
type Ready struct {
	text   Text
	pieces []readyPiece
}

type readyPiece struct {
	Piece
	program *vm.Program // nil for the author's own words
	root    ast.Node
	use     Use
}

// Use is what an expression reads.
type Use struct {
	Letter  int      // where it begins in the text
	Names   []string // in order
	Texts   []Named  // that functions are given which name things
	Decides bool     // it compares something or asks for it, so that a value that is not there may be meant
}

// Named is a text that names something, such as a column.
type Named struct {
	Function, S string
}

// Prepare parses a text. What is wrong is in the list; an expression that cannot be used prints as "…".
func (e *Engine) Prepare(t Text) (*Ready, diag.List) {
	var list diag.List
	r := &Ready{text: t}
	for _, p := range split(t, &list) {
		ready := readyPiece{Piece: p}
		if p.Expr != "" {
			if err := e.prepare(&ready); err != nil {
				report(t, p.Letter, e.hinted(p.Expr, err), &list)
				ready.Text = "…"
			}
		}
		r.pieces = append(r.pieces, ready)
	}
	return r, list
}

// hinted has the caller say what the author may have meant by an expression as a whole.
func (e *Engine) hinted(expression string, err error) error {
	var p *problem
	if e.Unknown.Instead == nil || !errors.As(err, &p) {
		return err
	}
	q := *p
	q.hint = cmp.Or(e.Unknown.Instead(expression), p.hint)
	return &q
}

func (e *Engine) prepare(p *readyPiece) error {
	if len(p.Expr) > longest {
		return &problem{rule: diag.BadExpression, text: "the expression is too long", hint: "say it in fewer words"}
	}
	tree, err := e.parse(p.Expr)
	if err != nil {
		return e.unparsed(p.Expr, err)
	}
	found := e.inspect(tree.Node)
	if found.foreign != nil {
		return found.foreign
	}
	program, err := expr.Compile(p.Expr, e.options(anything)...)
	if err != nil {
		return e.unparsed(p.Expr, err)
	}
	p.program, p.root = program, tree.Node
	p.use = e.useOf(tree.Node, found)
	p.use.Letter = p.Letter
	return nil
}

func (e *Engine) useOf(root ast.Node, found *inspection) Use {
	var u Use
	for _, n := range found.names {
		if !found.callees[n] && !slices.Contains(found.declared, n.Value) && !slices.Contains(u.Names, n.Value) {
			u.Names = append(u.Names, n.Value)
		}
	}
	r := &reading{engine: e}
	ast.Walk(&root, r)
	u.Texts, u.Decides = r.named, r.decides
	return u
}

// reading finds the texts in calls of functions that name things, and whether something is asked.
type reading struct {
	engine  *Engine
	named   []Named
	decides bool
}

func (s *reading) Visit(node *ast.Node) {
	switch n := (*node).(type) {
	case *ast.ConditionalNode:
		s.decides = true
	case *ast.BinaryNode:
		s.decides = s.decides || !slices.Contains([]string{"+", "-", "*", "/"}, n.Operator)
	case *ast.CallNode:
		name, ok := n.Callee.(*ast.IdentifierNode)
		if !ok {
			return
		}
		if f, known := s.engine.function(name.Value); !known || !f.Naming {
			return
		}
		for _, a := range n.Arguments {
			if text, ok := a.(*ast.StringNode); ok {
				s.named = append(s.named, Named{name.Value, text.Value})
			}
		}
	}
}

// Uses are what the text's expressions read, in order.
func (r *Ready) Uses() []Use {
	var out []Use
	for _, p := range r.pieces {
		if p.program != nil {
			out = append(out, p.use)
		}
	}
	return out
}

// FillReady fills in a text as the names stand now, like Fill.
func (e *Engine) FillReady(r *Ready) (Filled, diag.List) {
	var list diag.List
	out := Filled{Pieces: make([]Piece, 0, len(r.pieces))}
	for _, p := range r.pieces {
		filled := p.Piece
		if p.program != nil {
			var err error
			if filled.Value, err = expr.Run(p.program, e.names); err != nil {
				err = e.failed(p.root, err)
			} else {
				filled.Text, err = e.Print(filled.Value)
			}
			e.seen = nil
			if err != nil {
				report(r.text, p.Letter, err, &list)
				filled.Text = "…"
			}
		}
		out.Pieces = append(out.Pieces, filled)
	}
	return out, list
}
