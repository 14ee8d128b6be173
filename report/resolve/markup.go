package resolve

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"lysark/config"
	"lysark/config/diag"
	"lysark/report"
	"lysark/report/template"
)

// How authors mark phrases of a running text, as [words](target):
//   - The target follows its words directly, and may hold balanced parentheses.
//   - The words may hold balanced brackets and phrases of their own: a link in a foreign phrase, or the other way
//     round.
//   - A bracket that no target follows is a bracket; so is one after a backslash, which is not printed then.
//   - Marks are found in what the author wrote. An expression is one letter here, whatever it prints.

// running is a running text: one whose author may mark links and foreign phrases.
func (r *textResolver) running(at element, s config.Str) report.Text {
	if !s.Set || !strings.ContainsAny(s.V, "[]") {
		return r.text(at, s)
	}
	filled, list := r.fill(s)
	letters := lettersOf(filled.Pieces)
	m := findMarkup(letters)
	marks := make([]report.Mark, len(m.phrases))
	// else the text may go on
	if !slices.ContainsFunc(list, func(d diag.Diagnostic) bool { return d.Rule == diag.Syntax }) {
		marks = r.marks(s, m, letters, filled.Pieces)
	}
	runs := m.runs(letters, filled.Pieces, marks)
	s.V = m.unmarked(s.V, letters) // for messages; places are found in the text as the file has it
	t := r.print(at, s, runs, list)
	r.checkGlyphs(t)
	return t
}

// runningTexts are a list of running texts, counted when there are several.
func (r *textResolver) runningTexts(at element, ss []config.Str) []report.Text {
	return each(at, ss, r.running)
}

// marks are what the phrases of a text are marked with, in their order; one within another has that one's mark, too.
func (r *textResolver) marks(s config.Str, m markup, letters []letter, pieces []template.Piece) []report.Mark {
	wrong := func(letter int, hint, message string) {
		r.list.Errorf(config.Inside(s, letters[letter].at), diag.BadLink, hint, "%s", message)
	}
	if m.unclosed >= 0 {
		wrong(m.unclosed, `close it with ), or write \[ for a plain bracket ("\\[" in double quotes)`, "the target of a link begins here and never ends")
	}
	source := []rune(s.V)
	shown, around := m.shown(letters, pieces), m.around()
	out, isLink := make([]report.Mark, len(m.phrases)), make([]bool, len(m.phrases))
	for i, p := range m.phrases {
		t := targetOf(source[letters[p.shut+1].at+1:letters[p.end].at], letters[p.shut+2:p.end], pieces)
		isLink[i] = !t.speaks()
		out[i].Phrase = i + 1
		if outer := around[i]; outer >= 0 {
			out[i] = out[outer]
			if isLink[outer] && isLink[i] {
				wrong(p.open, "end the one before the other begins", "a link within a link")
			}
			if !isLink[outer] {
				out[i].Phrase = i + 1
			}
			isLink[i] = isLink[i] || isLink[outer]
		}
		if shown[p.open] == shown[p.shut] {
			wrong(p.open, "write what is to be read there between [ and ]",
				"there is nothing to read between the brackets")
		}
		r.follow(&out[i], t, func() diag.Pos { return config.Inside(s, letters[p.shut+2].at) })
	}
	return out
}

// around gives for each phrase the one that it stands in, or -1.
func (m markup) around() []int {
	out := make([]int, len(m.phrases))
	var inside []int
	for i, p := range m.phrases {
		for len(inside) > 0 && m.phrases[inside[len(inside)-1]].end < p.open {
			inside = inside[:len(inside)-1]
		}
		out[i] = -1
		if n := len(inside); n > 0 {
			out[i] = inside[n-1]
		}
		inside = append(inside, i)
	}
	return out
}

// shown counts the letters before each that can be seen in print.
func (m markup) shown(letters []letter, pieces []template.Piece) []int {
	out := make([]int, len(letters)+1)
	for i, l := range letters {
		text := string(l.r)
		if l.expression {
			text = pieces[l.piece].Text
		}
		out[i+1] = out[i]
		if !m.dropped[i] &&
			strings.ContainsFunc(text, func(r rune) bool { return !unicode.IsSpace(r) && r != '\u00ad' }) {
			out[i+1]++
		}
	}
	return out
}

// letter is a letter of the author's words, or an expression as a whole.
type letter struct {
	r          rune
	expression bool
	at         int // in the text as written, counted from 0
	piece      int // of the filled text, that it is part of
}

func (l letter) is(r rune) bool { return l.r == r && !l.expression }

// lettersOf are those of a filled text.
func lettersOf(pieces []template.Piece) []letter {
	var out []letter
	for i, p := range pieces {
		if p.Expr != "" {
			out = append(out, letter{expression: true, at: p.Letter - 1, piece: i})
			continue
		}
		at := p.Letter
		for _, r := range p.Text {
			out = append(out, letter{r: r, at: at, piece: i})
			if at++; r == '{' || r == '}' {
				at++ // braces in the text are written twice
			}
		}
	}
	return out
}

// phrase is a marked one, by the letters of its brackets and of what closes its target.
type phrase struct{ open, shut, end int }

// markup is where a text's phrases are.
type markup struct {
	phrases  []phrase // in the order they begin
	dropped  []bool   // by letter: it is markup, and not printed
	unclosed int      // the ( without its ), behind which nothing is looked at; -1 for none
}

func findMarkup(letters []letter) markup {
	m := markup{dropped: make([]bool, len(letters)), unclosed: -1}
	next := func(i int, r rune) bool { return i+1 < len(letters) && letters[i+1].is(r) }
	var opened []int
	for i := 0; i < len(letters) && m.unclosed < 0; i++ {
		switch l := letters[i]; {
		case l.is('\\') && (next(i, '[') || next(i, ']')):
			m.dropped[i] = true
			i++
		case l.is('['):
			opened = append(opened, i)
		case l.is(']') && len(opened) > 0:
			begin := opened[len(opened)-1]
			opened = opened[:len(opened)-1]
			if !next(i, '(') {
				continue
			}
			end := endOfTarget(letters, i+2)
			if end < 0 {
				m.unclosed = i + 1
				continue
			}
			m.add(phrase{begin, i, end})
			i = end
		}
	}
	slices.SortFunc(m.phrases, func(a, b phrase) int { return cmp.Compare(a.open, b.open) })
	return m
}

func (m *markup) add(p phrase) {
	m.phrases = append(m.phrases, p)
	m.dropped[p.open] = true
	for i := p.shut; i <= p.end; i++ {
		m.dropped[i] = true
	}
}

// endOfTarget is the parenthesis that closes the target which begins at i; -1 when there is none.
func endOfTarget(letters []letter, i int) int {
	depth := 0
	for ; i < len(letters); i++ {
		switch l := letters[i]; {
		case l.is('('):
			depth++
		case l.is(')') && depth == 0:
			return i
		case l.is(')'):
			depth--
		}
	}
	return -1
}

// run is a piece of a text as it is printed, under one mark.
type run struct {
	template.Piece
	mark report.Mark
}

// runs are what is left of a text without its markup. marks are the phrases'.
func (m markup) runs(letters []letter, pieces []template.Piece, marks []report.Mark) []run {
	var out []run
	var words []rune // since the last run
	var inside []int // phrases around the letter
	next := 0
	for i, l := range letters {
		for len(inside) > 0 && m.phrases[inside[len(inside)-1]].shut <= i {
			inside = inside[:len(inside)-1]
		}
		if next < len(m.phrases) && m.phrases[next].open == i {
			inside = append(inside, next)
			next++
		}
		if m.dropped[i] {
			continue
		}
		var mark report.Mark
		if len(inside) > 0 {
			mark = marks[inside[len(inside)-1]]
		}
		if l.expression {
			out = append(out, run{pieces[l.piece], mark})
			continue
		}
		words = append(words, l.r)
		if i+1 == len(letters) || letters[i+1].expression || m.dropped[i+1] {
			begin := letters[i+1-len(words)].at
			out = append(out, run{template.Piece{Text: string(words), Letter: begin}, mark})
			words = words[:0]
		}
	}
	return out
}

// unmarked is a text as written but for its markup, expressions and all.
func (m markup) unmarked(written string, letters []letter) string {
	var out strings.Builder
	source := []rune(written)
	for i, l := range letters {
		end := len(source)
		if i+1 < len(letters) {
			end = letters[i+1].at
		}
		if !m.dropped[i] {
			out.WriteString(string(source[l.at:end]))
		}
	}
	return out.String()
}
