package survey

import (
	"fmt"
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"lysark/config/diag"
	"lysark/report/survey/cells"
	"lysark/report/survey/letters"
	"lysark/report/survey/scale"
	"lysark/report/survey/words"
)

const between = cells.Between

func isList(s string) bool { return strings.HasPrefix(s, between) }

// shown is the text of a cell for reading.
func shown(s string) string {
	if !isList(s) {
		return s
	}
	return strings.ReplaceAll(s[len(between):], between, "; ")
}

// splitter cuts cells into answers.
type splitter struct {
	separator string
	options   map[string]string // what is known to be one answer though the separator stands in it, by its parts
	most      int               // parts that an option has
	none      map[string]bool   // what is no answer
}

// splitter is how the cells of a question are cut.
func (q Question) splitter(l labels) splitter {
	s := splitter{separator: q.Multiple}
	if q.Multiple == "" {
		return s
	}
	add := func(option string) {
		if n := strings.Count(option, q.Multiple) + 1; n > 1 {
			if s.options == nil {
				s.options = map[string]string{}
			}
			s.options[joinedParts(strings.Split(option, q.Multiple), q.Multiple)] = letters.Tidy(option)
			s.most = max(s.most, n)
		}
	}
	for _, a := range q.Answers {
		add(a)
		add(l.code(letters.Tidy(a)))
	}
	for _, one := range l {
		add(one.Code)
	}
	return s
}

// joinedParts is an option whatever space there is around its separators.
func joinedParts(parts []string, separator string) string {
	var out strings.Builder
	for i, p := range parts {
		if i > 0 {
			out.WriteString(separator)
		}
		out.WriteString(letters.Tidy(p))
	}
	return out.String()
}

// answers are the answers in one cell, in their order; one that is given twice comes twice. Options that hold the
// separator are looked for first, the longest first.
func (s splitter) answers(cell string) iter.Seq[string] {
	separator := s.separator
	if isList(cell) {
		separator = between
	}
	return func(yield func(string) bool) {
		switch {
		case separator == "":
			if !s.none[cell] {
				yield(cell)
			}
		case s.options == nil || isList(cell):
			for part := range strings.SplitSeq(cell, separator) {
				if part = letters.Tidy(part); part != "" && !s.none[part] && !yield(part) {
					return
				}
			}
		default:
			s.whole(strings.Split(cell, separator), yield)
		}
	}
}

// mayHold tells whether one of the answers may be in a cell, by their letters alone: that is quicker than cutting it.
func (s splitter) mayHold(cell string, wanted map[string]bool, l labels) bool {
	if s.separator == "" || s.options != nil || len(l) > 0 {
		return true
	}
	for w := range wanted {
		if strings.Contains(cell, w) {
			return true
		}
	}
	return false
}

// parts are the answers in cells as if each stood in a cell of its own, where there may be several: those that may be
// none.
func (s splitter) parts(texts []text) []text {
	if s.separator == "" {
		return texts
	}
	var out []text
	known := map[string]bool{}
	for _, x := range texts {
		for part := range s.answers(x.s) {
			if (words.IsNoAnswer(part) || scale.IsNumber(part)) && !known[part] {
				known[part] = true
				out = append(out, text{s: part})
			}
		}
	}
	return out
}

// whole yields the parts, those that are one option together.
func (s splitter) whole(parts []string, yield func(string) bool) {
	for len(parts) > 0 {
		n, option := min(s.most, len(parts)), ""
		for n > 1 && option == "" {
			if option = s.options[joinedParts(parts[:n], s.separator)]; option == "" {
				n--
			}
		}
		if n == 1 {
			option = letters.Tidy(parts[0])
		}
		if option != "" && !s.none[option] && !yield(option) {
			return
		}
		parts = parts[n:]
	}
}

// tellJoined tells of answers that look like several in one cell, in a question that takes one: each part of them is an
// answer of its own elsewhere, or all end with what separates them.
func tellJoined(c counted, at func(text) diag.Pos, list *diag.List) {
	q := c.Question
	if c.MultipleResponse || len(q.Answers) > 0 || len(q.Labels) > 0 || isFreeText(c.Tally) {
		return
	}
	alone := map[string]bool{}
	for _, a := range c.Answers {
		alone[a.Code] = true
	}
	for _, separator := range []string{";", "|", ","} {
		ended := len(c.Answers) > 1
		for _, a := range c.Answers {
			ended = ended && strings.HasSuffix(a.Code, separator)
		}
		for _, a := range c.Answers {
			if ended || isJoined(a.Code, separator, alone) {
				list.Warnf(at(c.first[a.Code]), diag.SplitOption,
					fmt.Sprintf("if they are several: multiple = %q; if it is one, list the question's answers",
						separator),
					"an answer to %q looks like several, joined with %q", q.Column, separator)
				return
			}
		}
	}
}

// isJoined tells a text whose parts are answers, too. A number with decimals is none.
func isJoined(s, separator string, answers map[string]bool) bool {
	parts := strings.Split(s, separator)
	for _, p := range parts {
		if !answers[letters.Tidy(p)] {
			return false
		}
	}
	return len(parts) > 1 && !scale.IsNumber(s)
}

// tellPieces tells of answers that look like pieces of an option with the separator in it.
func tellPieces(c counted, q Question, at func(text) diag.Pos, list *diag.List) {
	if q.Multiple == "" || len(q.Answers) > 0 {
		return
	}
	large := 0
	for _, a := range c.Answers {
		if !beginsSmall(a.Code) {
			large++
		}
	}
	for _, a := range c.Answers {
		isPiece := !isBalanced(a.Code) || beginsSmall(a.Code) && 2*large > len(c.Answers)
		if isPiece && !isList(c.first[a.Code].s) {
			list.Warnf(at(c.first[a.Code]), diag.SplitOption,
				"list the question's answers, each as the survey has it: what is listed is not split",
				"an answer to %q looks like a piece of one that was split at %q", q.Column, q.Multiple)
			return
		}
	}
}

func beginsSmall(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// isBalanced tells whether each bracket is closed and was opened.
func isBalanced(s string) bool {
	depth := 0
	for _, r := range s {
		switch r {
		case '(', '[':
			depth++
		case ')', ']':
			depth--
		}
		if depth < 0 {
			return false
		}
	}
	return depth == 0
}
