package draft

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"lysark/report/locale"
	"lysark/report/survey"
)

// writer writes the layout, line by line, and keeps whose each line is.
type writer struct {
	say     phrases
	locale  locale.Locale
	text    strings.Builder
	owner   string
	claimed bool     // a claim has been shown
	missing []string // what stands where nobody answered, in all of the data set
	owners  []string
}

func newWriter(lang string) *writer {
	l, _ := locale.For(lang)
	return &writer{say: phrasesOf(lang), locale: l}
}

func (w *writer) line(format string, args ...any) {
	fmt.Fprintf(&w.text, format+"\n", args...)
	w.owners = append(w.owners, w.owner)
}

func (w *writer) comment(text string) { w.line("# %s", oneLine(text)) }

func (w *writer) deck() {
	for _, note := range w.say.notes {
		w.comment(note)
	}
	w.line("")
	w.line("[deck]")
	w.line("title = %s", quoted(w.say.title))
	w.line("subtitle = %s", quoted(w.say.subtitle))
	w.line("lang = %s", quoted(w.say.lang))
	w.line(`theme = "theme.toml"`)
	w.line("min_base = %d   # %s", minBase, w.say.minBase)
	w.line("")
	w.line("[vars]")
	w.line("%s = %s", w.say.source, quoted(w.say.sourceName))
	w.line("")
}

// data names the file, the columns that are left out and why, and the questions.
func (w *writer) data(o Options, columns []*column, rows []survey.Setting) {
	w.line("[data.%s]", w.say.data)
	w.line("file = %s", quoted(o.File))
	if o.Codebook != "" {
		w.line("codebook = %s", quoted(o.Codebook))
	}
	for _, r := range rows {
		note := w.say.rows
		if r.Key == "last_row" {
			note = w.say.lastRow
		}
		w.line("%s = %s   # %s", r.Key, r.Value, note)
	}
	if slices.ContainsFunc(columns, (*column).isPrivate) {
		w.comment(w.say.isPrivate)
	}
	for _, c := range columns {
		if c.why == weight {
			w.line("# weight = %s   # %s", quoted(c.heading), w.say.weight)
		}
	}
	if w.missing = missingIn(columns); len(w.missing) > 0 {
		w.line("missing = %s   # %s", list(w.missing), w.say.missing)
	}
	w.line("# population = …   # %s", w.say.population)
	w.line("")
	w.leftOut(columns)
	w.comment(w.say.questions)
	w.line("[data.%s.questions]", w.say.data)
	w.questions(columns, false)
	if slices.ContainsFunc(columns, func(c *column) bool { return c.isSpare }) {
		w.line("")
		w.comment(w.say.spare)
		w.questions(columns, true)
	}
	w.tables(columns)
}

// missingIn is what stands where nobody answered in questions of the draft, in their order.
func missingIn(columns []*column) []string {
	var out []string
	for _, c := range columns {
		for _, m := range c.missing {
			if c.why == "" && !slices.Contains(out, m) {
				out = append(out, m)
			}
		}
	}
	return out
}

// questions are those that have a slide, or those that have none for want of room.
func (w *writer) questions(columns []*column, spare bool) {
	for _, c := range columns {
		if c.why == "" && c.isSpare == spare && !isLong(w.asQuestion(c)) {
			w.owner = c.key
			note := ""
			switch {
			case len(c.codes) > 0:
				note = "   # " + w.say.codes
			case c.isCoded():
				note = "   # " + w.say.labels
			}
			w.line("%s = %s%s", c.name, w.asQuestion(c), note)
		}
	}
	w.owner = ""
}

// isLong tells an entry that no line holds so that somebody reads it.
func isLong(entry string) bool {
	const most = 1000
	return strings.HasPrefix(entry, "{ columns") && len(entry) > most
}

// tables are the questions whose entries are too long for a line: a table each.
func (w *writer) tables(columns []*column) {
	for _, c := range columns {
		if c.why != "" || !isLong(w.asQuestion(c)) {
			continue
		}
		w.owner = c.key
		w.line("")
		w.line("[data.%s.questions.%s]", w.say.data, c.name)
		w.line("columns = [")
		for _, heading := range c.options.columns {
			w.line("  %s,", quoted(heading))
		}
		w.line("]")
		if missing, differs := c.without(w.missing); differs {
			w.line("missing = %s", list(missing))
		}
		if len(c.options.named) > 0 {
			w.line("[data.%s.questions.%s.labels]", w.say.data, c.name)
			for _, l := range c.options.named {
				w.line("%s = %s", quoted(l.Code), quoted(l.Text))
			}
		}
	}
	w.owner = ""
}

func (w *writer) leftOut(columns []*column) {
	first := true
	for _, c := range columns {
		if !c.isLeftOut() {
			continue
		}
		if first {
			w.comment(w.say.leftOut)
		}
		first = false
		w.comment(fmt.Sprintf("  %s: %s", clipped(c.called(), 100), w.say.why[c.why]))
	}
	if !first {
		w.line("")
	}
}

// asQuestion is the question's entry: its column, and the answers that it offers. Where there are many, or some
// answered in their own words, no list could be complete.
func (w *writer) asQuestion(c *column) string {
	keys := []string{"column = " + quoted(c.heading)}
	if o := c.options; o != nil {
		keys[0] = "columns = " + list(o.columns)
		if len(o.columns) == 1 {
			keys[0] = "columns = " + quoted(o.columns[0])
		}
		keys = append(keys, labelled(o.named)...)
	}
	keys = append(keys, labelled(c.codes)...)
	if missing, differs := c.without(w.missing); differs {
		keys = append(keys, "missing = "+list(missing))
	}
	if c.multiple != "" {
		keys = append(keys, "multiple = "+quoted(strings.TrimSpace(c.multiple)))
	}
	if len(c.answers) > 0 && !c.own && c.most == 0 && c.options == nil {
		keys = append(keys, "answers = "+list(labels(c.answers)))
	}
	if len(keys) == 1 && c.options == nil {
		return quoted(c.heading)
	}
	return "{ " + strings.Join(keys, ", ") + " }"
}

// labelled is what codes or columns are called, as a key; none when they are called nothing else.
func labelled(named []survey.Label) []string {
	if len(named) == 0 {
		return nil
	}
	var pairs []string
	for _, l := range named {
		pairs = append(pairs, quoted(l.Code)+" = "+quoted(l.Text))
	}
	return []string{"labels = { " + strings.Join(pairs, ", ") + " }"}
}

// without is what stands where nobody answered this question, where that is not what stands there in all of the file:
// what one question has for a code of no answer may be an answer to another.
func (c *column) without(all []string) (missing []string, differs bool) {
	isMissing := func(s string) bool { return slices.Contains(c.missing, s) }
	isAnswer := func(s string) bool { return slices.Contains(c.odd, s) && !isMissing(s) }
	if !slices.ContainsFunc(all, isAnswer) {
		return nil, false
	}
	return slices.DeleteFunc(slices.Clone(all), isAnswer), true
}

func labels(answers []survey.Answer) []string {
	var out []string
	for _, a := range answers {
		out = append(out, a.Label)
	}
	return out
}

func list(items []string) string {
	out := make([]string, len(items))
	for i, s := range items {
		out[i] = quoted(s)
	}
	return "[" + strings.Join(out, ", ") + "]"
}

// quoted is a text as TOML writes it. The file's brackets are counted when it is read, those in texts too; what a
// text opens and does not close is written as its number.
func quoted(s string) string {
	loose := strings.Count(s, "{") != strings.Count(s, "}") || strings.Count(s, "[") != strings.Count(s, "]") ||
		strings.Count(s, "[") > 20
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteRune('\\')
			b.WriteRune(r)
		case r < 0x20 || r == 0x7f || (loose && strings.ContainsRune("[]{}", r)):
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// inExpression is a text as expressions write it.
func inExpression(s string) string {
	return "'" + strings.NewReplacer(`\`, `\\`, `'`, `\'`).Replace(s) + "'"
}

// printed is a text of the file as the layout's texts write it: braces doubled, numbers marked as meant, and without
// the pictures that no font for text has.
func (w *writer) printed(s string) string {
	s = strings.TrimSpace(strings.Join(strings.Fields(strings.Map(drawable, s)), " "))
	var b strings.Builder
	done := 0
	for _, n := range w.numbers(s) {
		b.WriteString(braced(s[done:n[0]]))
		b.WriteString("{plain(" + inExpression(s[n[0]:n[1]]) + ")}")
		done = n[1]
	}
	return b.String() + braced(s[done:])
}

// braced doubles braces, and lets an expression print what would make a bracket more than one: it does nowhere else.
func braced(s string) string {
	return strings.NewReplacer("{", "{{", "}", "}}", "](", "]{'('}", `\[`, `{'\\'}[`, `\]`, `{'\\'}]`).Replace(s)
}

// typedNumber is digits as people write them, with their per cent sign.
var typedNumber = regexp.MustCompile(`[0-9]+(?:[\x{a0} ][0-9]{3}\b)*(?:[.,][0-9]+)?(?:[\x{a0} ]?%)?`)

// numbers are where a text holds fractions or digits, in order.
func (w *writer) numbers(s string) [][2]int {
	var out [][2]int
	masked := []byte(s)
	for _, f := range w.locale.FindFractions(s) {
		out = append(out, [2]int{f.Start, f.End})
		clear(masked[f.Start:f.End])
	}
	for _, m := range typedNumber.FindAllIndex(masked, -1) {
		out = append(out, [2]int{m[0], m[1]})
	}
	slices.SortFunc(out, func(a, b [2]int) int { return a[0] - b[0] })
	return out
}

func drawable(r rune) rune {
	if r > 0xffff || unicode.In(r, unicode.Cf, unicode.Co, unicode.Variation_Selector) ||
		(unicode.Is(unicode.So, r) && r > 0x2000) {
		return -1
	}
	return r
}

// oneLine is a text as a comment can hold it.
func oneLine(s string) string {
	return strings.TrimRight(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == unicode.ReplacementChar {
			return ' '
		}
		if strings.ContainsRune("[{", r) &&
			strings.Count(s, string(r)) > strings.Count(s, string(map[rune]rune{'[': ']', '{': '}'}[r])) {
			return '('
		}
		return r
	}, s), " ")
}

// clipped cuts a text between words.
func clipped(s string, most int) string {
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	cut := string([]rune(s)[:most-1])
	if i := strings.LastIndexByte(cut, ' '); i > most/2 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,.;:–-") + "…"
}
