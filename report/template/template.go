// Package template fills in text with {expressions}: it parses them, checks their types, works them out, and says
// of every figure it prints where it comes from.
//
// The words of the expressions are the caller's: it gives names and functions, this package brings the language
// (github.com/expr-lang/expr), figures as values that can be reckoned with, and places within the text for whatever
// is wrong. Expressions see neither files nor clock nor environment.
package template

import (
	"strings"

	"github.com/expr-lang/expr/conf"

	"lysark/config/diag"
	"lysark/report/locale"
)

// Text is a text to fill in. Place gives the file's place of a letter of S, counted from 0.
type Text struct {
	S     string
	Place func(letter int) diag.Pos
}

// unfilled stands in a text for what could not be worked out.
const unfilled = "…"

// Filled is a text with its expressions worked out, in pieces that are the author's words or what an expression gave.
type Filled struct {
	Pieces []Piece
}

// Piece is a part of a filled text.
type Piece struct {
	Text   string // as printed
	Letter int    // where it begins in the text as written
	Expr   string // what it was worked out from; empty for the author's own words

	Value   any      // a Figure, text, number or truth
	Figures []Figure // that the value rests on
	Spoken  []string // texts within the expression that may be printed as they stand
	Literal bool     // it rests on nothing but what is written in the expression itself
}

// String is the whole text.
func (f Filled) String() string {
	var b strings.Builder
	for _, p := range f.Pieces {
		b.WriteString(p.Text)
	}
	return b.String()
}

// Engine works out the expressions of one deck or mailing. It is not safe for use by several goroutines.
type Engine struct {
	Locale    locale.Locale
	Unknown   Unknown
	names     map[string]any
	functions []Function
	words     *conf.Config
	rests     map[string][]Figure // what texts that have a name rest on
	seen      []Figure            // by the expression that is being worked out
}

// Unknown is how an author is told of a name that there is not. Empty are the words of a deck.
type Unknown struct {
	Kinds string // "figure, variable or function"
	Hint  string // when no name is near

	// the function that is meant by another name, empty for none; known is false when nobody has heard of the name
	Meant func(function string) (meant string, known bool)

	// what may be meant by one that is no good, as a hint; empty when nothing comes to mind
	Instead func(expression string) string
}

// Function is a function that expressions may call.
type Function struct {
	Name  string
	Call  func(args []any) (any, error)
	Types []any // its shapes, each a func value that only its type matters of

	Naming bool // its texts name things and are not printed
}

// New is an engine that knows the functions and, for now, no names.
func New(l locale.Locale, functions []Function) *Engine {
	e := &Engine{Locale: l, names: map[string]any{}, rests: map[string][]Figure{}}
	e.functions = append(arithmetic(), functions...)
	e.words = e.vocabulary()
	return e
}

// Define gives a value a name: a Figure, text, number or truth.
func (e *Engine) Define(name string, value any) { e.names[name] = value }

// DefineText gives a text a name that was filled in: whatever prints it rests on the same figures.
func (e *Engine) DefineText(name string, text Filled) {
	e.names[name] = text.String()
	delete(e.rests, name)
	for _, p := range text.Pieces {
		if len(p.Figures) > 0 {
			e.rests[name] = append(e.rests[name], p.Figures...)
		}
	}
}

// Defined tells whether there is a value of that name.
func (e *Engine) Defined(name string) bool { _, ok := e.names[name]; return ok }

// Value is the value of that name, or nil.
func (e *Engine) Value(name string) any { return e.names[name] }

// Note says that the expression being worked out rests on the figure. Functions that give a text call it, so that
// the text, too, can be followed to its figures.
func (e *Engine) Note(f Figure) { e.seen = append(e.seen, f) }

// Fill fills in a text. What is wrong is in the list; the pieces that could not be filled in print as "…".
func (e *Engine) Fill(t Text) (Filled, diag.List) {
	var list diag.List
	var out Filled
	for _, p := range split(t, &list) {
		if p.Expr == "" {
			out.Pieces = append(out.Pieces, p)
			continue
		}
		filled, err := e.work(p)
		if err != nil {
			report(t, p.Letter, err, &list)
			filled.Text = unfilled
		}
		if _, figure := filled.Value.(Figure); figure && strings.TrimSpace(out.String()) == "" {
			filled.Text = locale.Capital(filled.Text) // a share may begin with a word: over 99 %
		}
		out.Pieces = append(out.Pieces, filled)
	}
	return out, list
}

func (e *Engine) work(p Piece) (Piece, error) {
	r, err := e.eval(p.Expr, anything)
	if err != nil {
		return p, err
	}
	p.Value, p.Figures, p.Spoken, p.Literal = r.Value, r.Figures, r.spoken, r.Literal
	p.Text, err = e.Print(r.Value)
	return p, err
}

// List fills in a text that may stand for several: one that is an expression as a whole and gives a list of texts.
func (e *Engine) List(t Text) ([]string, diag.List) {
	var list diag.List
	if pieces := split(t, &list); len(pieces) == 1 && pieces[0].Expr != "" && !list.HasErrors() {
		if r, err := e.eval(pieces[0].Expr, anything); err == nil {
			if texts, ok := r.Value.([]string); ok {
				return texts, nil
			}
		}
	}
	filled, list := e.Fill(t)
	return []string{filled.String()}, list
}

// Eval works out a text that is one expression as a whole.
func (e *Engine) Eval(t Text) (Result, diag.List) {
	var list diag.List
	r, err := e.eval(t.S, anything)
	if err != nil {
		report(t, 0, err, &list)
	}
	return r, list
}

// Claim works out a text that is one expression as a whole and either true or false.
func (e *Engine) Claim(t Text) (holds bool, r Result, list diag.List) {
	r, err := e.eval(t.S, truth)
	if err != nil {
		report(t, 0, err, &list)
		return false, r, list
	}
	holds, _ = r.Value.(bool)
	return holds, r, list
}

// Result is what an expression gave.
type Result struct {
	Value   any
	Figures []Figure // that it rests on, each once
	Literal bool     // it rests on nothing but what is written in the expression itself
	spoken  []string
}
