package report

import (
	"fmt"
	"math/bits"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"lysark/config"
	"lysark/config/diag"
	"lysark/report/locale"
	"lysark/report/template"
)

// Typed is a number that the author typed into a text, where next year nobody may think of it.
type Typed struct {
	Slide   int
	Where   string
	Number  string // as typed
	Text    string // that it stands in
	Replace string // the expression that gives it today; empty when none does
	Pos     diag.Pos
}

// typedNumbers warns of the numbers that a text carries as typed, each once. A deck without data has nowhere to
// take its numbers from.
func (r *resolver) typedNumbers(at place, s config.Str, filled template.Filled) {
	if len(r.file.Data) == 0 || at == unprinted {
		return
	}
	for i, p := range filled.Pieces {
		whole := func(int) diag.Pos { return config.Inside(s, p.Letter) }
		switch {
		case p.Expr == "":
			r.typedIn(at, s, p.Text, func(letter int) diag.Pos { return config.Inside(s, p.Letter+letter) })
		case p.Literal: // such as {68} or {words('68')}: no figure, whatever it looks like
			r.typedIn(at, s, p.Text, whole)
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
func (r *resolver) signTwice(s config.Str, before, p template.Piece) {
	f, figure := before.Value.(template.Figure)
	if !figure || f.Unit != template.Percent || p.Expr != "" || !regexp.MustCompile(`^\s?(%|prosent\b|percent\b|per cent\b)`).MatchString(p.Text) {
		return
	}
	r.list.Errorf(config.Inside(s, p.Letter), "bad-expression", fmt.Sprintf("take it out, or write {num(%s)} before it", strings.TrimSpace(before.Expr)),
		"{%s} prints its per cent sign itself", strings.TrimSpace(before.Expr))
}

// typedIn finds the numbers in a piece of text. place is that of a letter of it.
func (r *resolver) typedIn(at place, s config.Str, words string, place func(letter int) diag.Pos) {
	for _, span := range r.numbersIn(words) {
		number := words[span[0]:span[1]]
		replace := r.replacement(number)
		if replace == "" && regexp.MustCompile(`^\s?(prosent|percent|per cent)\b`).MatchString(words[span[1]:]) {
			if share := r.replacement(number + "%"); share != "" {
				replace = "num(" + share + ")"
			}
		}
		if answer, expr := r.answerAt(words[span[0]:]); replace == "" && expr != "" {
			number, replace = answer, expr
		}
		t := Typed{
			Slide: r.slideNumber, Where: string(at), Number: number, Text: s.V, Replace: replace,
			Pos: place(utf8.RuneCountInString(words[:span[0]])),
		}
		r.deck.Typed = append(r.deck.Typed, t)
		r.list.Warnf(t.Pos, "typed-number", t.hint(), "%q is typed, and stays when the answers change", number)
	}
}

func (t Typed) hint() string {
	if t.Replace != "" {
		return fmt.Sprintf("write {%s}", t.Replace)
	}
	return fmt.Sprintf("work it out with an expression, or say that it is meant: {plain('%s')}, or plain of [deck]", t.Number)
}

// numbersIn are the typed numbers of a text, in bytes: fractions as a whole, then digits. What the layout lists as
// plain is left out.
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
	for _, m := range r.typedNumber.FindAllIndex(masked, -1) {
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

// typedNumber is digits as people write them, with their per cent sign.
func typedNumber() *regexp.Regexp {
	return regexp.MustCompile(`[0-9]+(?:[\x{a0} ][0-9]{3}\b)*(?:[.,][0-9]+)?(?:[\x{a0} ]?%)?`)
}

// answerAt is the answer that a text begins with, and the expression that prints it today: it is the most given one to
// a question of this slide's charts.
func (r *resolver) answerAt(text string) (answer, expr string) {
	soft := strings.ReplaceAll(text, "\u00a0", " ")
	for _, q := range r.slideQuestions() {
		if most := byWeight(q.Answers); len(most) > 0 && !r.small(q) && strings.HasPrefix(soft, most[0].Label) {
			return most[0].Label, "top(" + literal(r.called(q)) + ")"
		}
	}
	return "", ""
}

// replacement is an expression that prints the number today: a named figure, a variable, a figure of this slide's
// charts, or the size of a group.
func (r *resolver) replacement(number string) string {
	want := squeezed(number)
	for _, f := range r.file.Figures {
		if v, ok := r.engine.Value(f.Name.V).(template.Figure); ok {
			if e := r.writes(v, f.Name.V, want); e != "" {
				return e
			}
		}
	}
	for _, v := range r.file.Vars {
		if fmt.Sprint(v.Value) == want {
			return v.Name.V
		}
	}
	for _, c := range r.candidates() {
		if e := r.writes(c.figure, c.expr, want); e != "" {
			return e
		}
	}
	return ""
}

// candidate is a figure that a typed number may have been copied from.
type candidate struct {
	expr   string
	figure template.Figure
}

// candidates are the shares and bases of the questions that the slide's charts show, then the sizes of the data sets.
func (r *resolver) candidates() []candidate {
	var out []candidate
	add := func(expr string, f template.Figure, err error) {
		if err == nil && !f.Hidden {
			out = append(out, candidate{expr, f})
		}
	}
	for _, q := range r.slideQuestions() {
		for _, some := range subsets(q.Labels()) {
			f, err := r.share(q.data.Name.V, q.in.Name.V, some, false)
			add("share("+literal(append([]string{r.called(q)}, some...)...)+")", f, err)
		}
		f, err := r.counted(q.data.Name.V, q.in.Name.V, nil)
		add("base("+literal(r.called(q))+")", f, err)
		for _, a := range q.Labels() {
			f, err := r.share(q.data.Name.V, q.in.Name.V, []string{a}, true)
			add("share_of_all("+literal(r.called(q), a)+")", f, err)
		}
	}
	for i, d := range r.file.Data {
		argument := ""
		if i > 0 {
			argument = literal(d.Name.V)
		}
		for _, of := range []struct {
			name string
			call func(string) (template.Figure, error)
		}{
			{"respondents", func(data string) (template.Figure, error) { return r.respondents(data, false) }},
			{"response", func(data string) (template.Figure, error) { return r.respondents(data, true) }},
			{"population", r.population},
		} {
			f, err := of.call(d.Name.V)
			add(of.name+"("+argument+")", f, err)
		}
	}
	return out
}

// mostSubset is how many answers a question may have for sums of their shares to be looked at.
const mostSubset = 6

// subsets are the answers one by one, then, when there are few, together: the fewest first, and never all.
func subsets(answers []string) [][]string {
	var out [][]string
	for _, a := range answers {
		out = append(out, []string{a})
	}
	if len(answers) > mostSubset {
		return out
	}
	for size := 2; size < len(answers); size++ {
		for mask := range 1 << len(answers) {
			if bits.OnesCount(uint(mask)) != size {
				continue
			}
			var some []string
			for i, a := range answers {
				if mask>>i&1 == 1 {
					some = append(some, a)
				}
			}
			out = append(out, some)
		}
	}
	return out
}

// literal writes texts as an expression within a quoted text of the layout does.
func literal(texts ...string) string {
	out := make([]string, len(texts))
	for i, t := range texts {
		mark := "'"
		if strings.Contains(t, mark) {
			mark = "`"
		}
		out[i] = mark + t + mark
	}
	return strings.Join(out, ", ")
}

// called is a question as expressions name it: with its data set when that is not the first.
func (r *resolver) called(t tallied) string {
	if t.data.Name.V == r.file.Data[0].Name.V {
		return t.in.Name.V
	}
	return t.data.Name.V + "." + t.in.Name.V
}

// slideQuestions are the questions that the charts of the slide being resolved show.
func (r *resolver) slideQuestions() []tallied {
	if r.slideNumber == 0 {
		return nil
	}
	var out []tallied
	add := func(data, question config.Str) {
		if !question.Set {
			return
		}
		name := data.V
		if !data.Set {
			name = r.file.Data[0].Name.V
		}
		if t, ok := r.tallies[name+"\x00"+question.V]; ok && t.ok {
			out = append(out, t)
		}
	}
	for _, c := range r.file.Slides[r.slideNumber-1].Charts {
		add(c.Data, c.Question)
		for _, q := range c.Questions {
			add(c.Data, q.Question)
		}
		for _, s := range c.Series {
			add(s.Data, s.Question)
		}
	}
	return out
}

// writes is the expression by which the figure is printed as the number, or "" when it cannot be.
func (r *resolver) writes(f template.Figure, expr, want string) string {
	if f.Hidden || f.Unknown {
		return ""
	}
	for decimals := range 3 {
		f.Decimals = decimals
		text, err := r.engine.Print(f)
		if err != nil {
			return ""
		}
		switch {
		case squeezed(text) != want:
		case f.Unit == template.Percent && decimals > 0:
			return fmt.Sprintf("pct(%s, %d)", expr, decimals)
		case decimals > 0:
			return fmt.Sprintf("num(%s, %d)", expr, decimals)
		default:
			return expr
		}
	}
	if f.Unit != template.Percent {
		return ""
	}
	for _, call := range []struct {
		of   int
		form string
	}{{0, "fraction(%s)"}, {10, "fraction(%s, 10)"}} {
		text, err := r.fraction(f, call.of)
		switch text = squeezed(text); {
		case err != nil:
		case text == want:
			return fmt.Sprintf(call.form, expr)
		case locale.Capital(text) == want:
			return "capital(" + fmt.Sprintf(call.form, expr) + ")"
		}
	}
	return ""
}

// squeezed is a number without the spaces in it, for comparing.
func squeezed(s string) string { return strings.NewReplacer(" ", "", "\u00a0", "").Replace(s) }
