package resolve

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"lysark/config"
	"lysark/config/diag"
	"lysark/report"
	"lysark/report/template"
)

// typedNumbers warns of the numbers that a text carries as typed, each once. A deck without data has nowhere to
// take its numbers from.
func (r *textResolver) typedNumbers(at element, s config.Str, filled template.Filled) {
	if len(r.file.Data) == 0 || at == unprinted {
		return
	}
	for i, p := range filled.Pieces {
		whole := func(int) diag.Pos { return config.Inside(s, p.Letter) }
		switch {
		case p.Expr == "":
			r.typedIn(at, s, p.Text, func(letter int) diag.Pos { return config.Inside(s, p.Letter+letter) })
		case p.Literal: // such as {68} or {words(68)}: no figure, whatever it looks like
			r.typedLiteral(at, s, p)
		default:
			for _, words := range p.Spoken {
				r.typedIn(at, s, words, whole)
			}
		}
		if i > 0 {
			r.signTwice(s, filled.Pieces[i-1], p)
		}
	}
}

// signTwice reports a per cent sign that is typed after a share, which prints its own.
func (r *textResolver) signTwice(s config.Str, before, p template.Piece) {
	f, figure := before.Value.(template.Figure)
	if !figure || f.Unit != template.Percent || p.Expr != "" || !percentSign.MatchString(p.Text) {
		return
	}
	r.list.Errorf(config.Inside(s, p.Letter), diag.BadExpression,
		fmt.Sprintf("take it out, or write {num(%s)} before it", strings.TrimSpace(before.Expr)),
		"{%s} prints its per cent sign itself", strings.TrimSpace(before.Expr))
}

// typedLiteral warns of an expression that prints what is written in it.
func (r *textResolver) typedLiteral(at element, s config.Str, p template.Piece) {
	whole := func(int) diag.Pos { return config.Inside(s, p.Letter) }
	if len(r.numbersIn(p.Text)) > 0 || !strings.ContainsAny(p.Expr, "0123456789") {
		r.typedIn(at, s, p.Text, whole)
		return
	}
	r.tellTyped(report.Typed{Slide: r.number, Where: string(at), Number: p.Text, Text: s.V, Pos: whole(0)}) // in words
}

// typedIn finds the numbers in a piece of text. where is the place of a letter of it.
func (r *textResolver) typedIn(at element, s config.Str, words string, where func(letter int) diag.Pos) {
	for _, span := range r.numbersIn(words) {
		number := words[span[0]:span[1]]
		replace, answers := "", r.isAnswer(number)
		if !answers {
			replace = r.replacement(number)
		}
		if replace == "" && percentWord.MatchString(words[span[1]:]) {
			if share := r.replacement(number + "%"); share != "" {
				replace = "num(" + share + ")"
			}
		}
		if answer, expr := r.answerAt(words[span[0]:]); replace == "" && expr != "" && !answers {
			number, replace = answer, expr
		}
		t := report.Typed{
			Slide: r.number, Where: string(at), Number: number, Text: s.V, Replace: replace,
			Pos: where(utf8.RuneCountInString(words[:span[0]])),
		}
		r.tellTyped(t)
	}
}

func (r *textResolver) tellTyped(t report.Typed) {
	r.deck.Typed = append(r.deck.Typed, t)
	r.list.Warnf(t.Pos, diag.TypedNumber, hintFor(t), "%q is typed, and stays when the answers change", t.Number)
}

func hintFor(t report.Typed) string {
	if t.Replace != "" {
		return fmt.Sprintf("write {%s}", t.Replace)
	}
	return fmt.Sprintf("work it out with an expression, or say that it is meant: {plain('%s')}, or plain of [deck]",
		t.Number)
}

// numbersIn are the typed numbers of a text, in bytes: fractions as a whole, then what is said in words, then digits.
// What the layout lists as plain is left out.
func (r *resolver) numbersIn(words string) [][2]int {
	masked := []byte(words)
	for _, p := range r.file.Deck.Plain {
		blank(masked, words, p.V)
	}
	var out [][2]int
	for _, f := range r.deck.Locale.FindFractions(string(masked)) {
		if f.Denominator > 10 {
			continue // "45 av 96" is two numbers
		}
		out = append(out, [2]int{f.Start, f.End})
		clear(masked[f.Start:f.End])
	}
	for _, q := range r.deck.Locale.FindQuantities(string(masked)) {
		out = append(out, q)
		clear(masked[q[0]:q[1]])
	}
	for _, m := range typedNumber.FindAllIndex(masked, -1) {
		if percent := masked[m[1]-1] == '%'; percent || !belongsToWord(masked[:m[0]]) {
			out = append(out, [2]int{m[0], m[1]})
		}
	}
	slices.SortFunc(out, func(a, b [2]int) int { return a[0] - b[0] })
	return out
}

// belongsToWord tells a number that is part of a name, such as Q3, A4 and Covid-19, from others.
func belongsToWord(before []byte) bool {
	last, size := utf8.DecodeLastRune(before)
	if last == '-' {
		last, _ = utf8.DecodeLastRune(before[:len(before)-size])
	}
	return unicode.IsLetter(last)
}

// blank takes a text out where it stands as a whole: "2022" is no part of "12022".
func blank(masked []byte, words, what string) {
	if what == "" {
		return
	}
	for from := 0; ; {
		i := strings.Index(words[from:], what)
		if i < 0 {
			return
		}
		begin, end := from+i, from+i+len(what)
		if !digitAt(words, begin-1) && !digitAt(words, end) {
			clear(masked[begin:end])
		}
		from = end
	}
}

func digitAt(s string, i int) bool { return i >= 0 && i < len(s) && s[i] >= '0' && s[i] <= '9' }

var (
	// typedNumber is digits as people write them, with their per cent sign.
	typedNumber = regexp.MustCompile(`[0-9]+(?:[\x{a0} ][0-9]{3}\b)*(?:[.,][0-9]+)?(?:[\x{a0} ]?%)?`)
	percentSign = regexp.MustCompile(`^\s?(%|prosent\b|percent\b|per cent\b)`)
	percentWord = regexp.MustCompile(`^\s?(prosent|percent|per cent)\b`)
)
