package resolve

import (
	"fmt"
	"slices"
	"strings"

	"lysark/config"
	"lysark/config/diag"
	"lysark/report"
	"lysark/report/template"
)

// element is where on a slide a text stands, in the author's words: the names of the keys.
type element string

// unprinted is the element of texts that name something and are printed elsewhere, if at all.
const unprinted element = ""

// number is one of several places of a kind.
func (e element) number(n int) element { return element(fmt.Sprintf("%s %d", e, n)) }

// text is the author's text as it is printed: figures worked out, braces undone, a hard space between a number and
// its per cent sign. Brackets in it are brackets. The fonts have every character of it.
func (r *textResolver) text(at element, s config.Str) report.Text {
	t := r.words(at, s)
	r.checkGlyphs(t)
	return t
}

// unseen is a text that is not drawn, such as an alternative text, and so may hold any character.
func (r *textResolver) unseen(at element, s config.Str) report.Text {
	t := r.words(at, s)
	r.checkUnseen(t)
	return t
}

func (r *textResolver) words(at element, s config.Str) report.Text {
	if !s.Set {
		return report.Text{Pos: s.Pos}
	}
	filled, list := r.fill(s)
	var runs []run
	for _, p := range filled.Pieces {
		runs = append(runs, run{Piece: p})
	}
	return r.print(at, s, runs, list)
}

// texts are a list of texts, counted when there are several.
func (r *textResolver) texts(at element, ss []config.Str) []report.Text { return each(at, ss, r.text) }

func each(at element, ss []config.Str, text func(element, config.Str) report.Text) []report.Text {
	var out []report.Text
	for i, s := range ss {
		if at != unprinted {
			out = append(out, text(at.number(i+1), s))
			continue
		}
		out = append(out, text(at, s))
	}
	return out
}

func (r *textResolver) fill(s config.Str) (template.Filled, diag.List) {
	filled, list := r.language.Fill(template.Text{S: s.V, Place: places(s)})
	r.list.Add(list)
	return filled, list
}

// print puts a text together. list is what was found wrong with its expressions.
func (r *textResolver) print(at element, s config.Str, runs []run, list diag.List) report.Text {
	var b strings.Builder
	var filled template.Filled
	t := report.Text{Pos: s.Pos}
	texts := r.spaced(runs)
	for i, p := range runs {
		filled.Pieces = append(filled.Pieces, p.Piece)
		mark(&t, p.mark, b.Len(), b.Len()+len(texts[i]))
		b.WriteString(texts[i])
		r.record(at, s, p.Piece)
	}
	if !list.HasErrors() {
		r.typedNumbers(at, s, filled)
	}
	t.S = b.String()
	return t.Trimmed()
}

// named are names of answers, categories or series as the author lists them. One may be an expression that gives
// several, such as the most given answers; what is not told cannot be named.
func (r *textResolver) named(names []config.Str) []config.Str {
	var out []config.Str
	for _, n := range names {
		if !n.Set {
			continue
		}
		texts, list := r.language.List(template.Text{S: n.V, Place: places(n)})
		r.list.Add(list)
		for _, text := range texts {
			if text = strings.TrimSpace(text); text != template.Dash {
				out = append(out, config.Str{V: text, Pos: n.Pos, Set: true})
			}
		}
	}
	return out
}

// record keeps what an expression printed and what it rests on.
func (r *textResolver) record(at element, s config.Str, p template.Piece) {
	if at == unprinted || (len(p.Figures) == 0 && !isNumber(p.Value)) {
		return
	}
	f := report.Figure{Slide: r.number, Where: string(at), Name: strings.TrimSpace(p.Expr), Text: p.Text,
		Pos: config.Inside(s, p.Letter)}
	switch value := p.Value.(type) {
	case template.Figure:
		f.Figure = value
	case int:
		f.Figure = template.Figure{Value: float64(value), Unit: template.Number}
	case float64:
		f.Figure = template.Figure{Value: value, Unit: template.Number}
	}
	if len(f.Sources) == 0 && len(p.Figures) > 0 {
		f.Figure = rests(p.Figures)
	}
	r.hides = r.hides || f.Hidden
	r.unasked = r.unasked || slices.ContainsFunc(p.Figures, func(f template.Figure) bool { return f.Unasked })
	r.deck.Figures = append(r.deck.Figures, f)
}

// isNumber tells a variable that is a number, such as the year, from a text.
func isNumber(v any) bool {
	switch v.(type) {
	case int, float64:
		return true
	}
	return false
}

// rests is what a text rests on: the one figure, or the sources of several.
func rests(figures []template.Figure) template.Figure {
	out := figures[0]
	for _, f := range figures[1:] {
		out.Hidden = out.Hidden || f.Hidden
		for _, s := range f.Sources {
			out.Sources = append(out.Sources[:len(out.Sources):len(out.Sources)], s)
		}
	}
	return out
}
