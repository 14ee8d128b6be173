package heading

import (
	"slices"
	"strings"
	"unicode/utf8"

	"lysark/report/survey/words"
)

// second is how many rows of headings there are: for sure, and as it looks.
func (h *Head) second(lead []Row, said Said) (sure, looks int) {
	if n := rowsOfQualtrics(lead, h.First); n > 1 {
		return n, n
	}
	if isShared(lead, h.First) || isAgain(lead, h.First) {
		return 2, 2
	}
	if looksSecond(lead, h.First) || isUnlike(lead, h.First) {
		return 1, 2
	}
	return 1, 1
}

// rowsOfQualtrics counts the headings down to the row of ids that Qualtrics writes below codes and questions.
func rowsOfQualtrics(lead []Row, first int) int {
	for i := first + 1; i < min(len(lead), first+4); i++ {
		if isImport(lead[i]) {
			return i - first + 1
		}
	}
	return 0
}

// isImport tells Qualtrics' row of ids: {"ImportId":"QID1"}.
func isImport(r Row) bool {
	ids := 0
	for _, c := range r.Cells {
		if s := strings.ReplaceAll(c, " ", ""); strings.HasPrefix(s, `{"ImportId":`) {
			ids++
		}
	}
	return ids > 0 && 2*ids >= r.Filled()
}

// isShared tells headings that the row below continues, as SurveyMonkey and merged cells have them: a heading stands
// over its own column and those to its right that have none, and the row below says what each of them is. Where a
// question has one column, that row says "Response", and where there is no question, nothing.
func isShared(lead []Row, first int) bool {
	if first+1 >= len(lead) {
		return false
	}
	head, sub, below := lead[first], lead[first+1], lead[first+2:]
	if head.Filled() == 0 || !neverMixed(sub, below) {
		return false
	}
	if hasResponse(head, sub) {
		return true
	}
	shared := 0
	for col, c := range sub.Cells {
		switch {
		case head.cell(col) != "":
		case c == "" || !isFilledLeft(head, col):
			return false
		default:
			shared++
		}
	}
	for col := len(sub.Cells); col < len(head.Cells); col++ {
		if head.Cells[col] == "" {
			return false
		}
	}
	for col := range sub.Cells {
		if startsShared(head, col, len(sub.Cells)) && sub.cell(col) == "" {
			return false
		}
	}
	return shared > 0 && head.Filled() > 1 && (hasBlankUnderFull(head, sub, below) || namesItsAnswers(sub, below) >= 2)
}

func isFilledLeft(r Row, col int) bool {
	return slices.ContainsFunc(r.Cells[:min(col, len(r.Cells))], func(c string) bool { return c != "" })
}

// startsShared tells a heading with columns to its right that have none.
func startsShared(head Row, col, columns int) bool {
	return head.cell(col) != "" && col+1 < columns && head.cell(col+1) == ""
}

// isResponse tells what SurveyMonkey writes below a question that has one column.
func isResponse(s string) bool {
	return slices.Contains([]string{
		"response", "open-ended response", "svar", "respons", "åpent svar", "ope svar", "åbent svar", "öppet svar",
	}, strings.ToLower(s))
}

// hasResponse tells the row of options. A respondent may have answered "svar", so that one such cell is not enough:
// each column that is alone under its heading has one, or nothing.
func hasResponse(head, sub Row) bool {
	found := false
	for col, c := range head.Cells {
		switch own := sub.cell(col); {
		case c == "" || own == "" || startsShared(head, col, len(sub.Cells)):
		case !isResponse(own):
			return false
		default:
			found = true
		}
	}
	return found
}

// neverMixed tells whether no cell of a row is one of several answers to its column, as that of a respondent is. An
// option's column holds nothing but the option.
func neverMixed(sub Row, below []Row) bool {
	for col, c := range sub.Cells {
		if c == "" {
			continue
		}
		same, other := false, false
		for _, b := range below {
			same = same || b.cell(col) == c
			other = other || b.cell(col) != c && !isNone(b.cell(col))
		}
		if same && other {
			return false
		}
	}
	return true
}

// isNone tells a cell where nobody answered.
func isNone(cell string) bool { return cell == "" || words.IsNoAnswer(cell) }

// hasBlankUnderFull tells whether a row is blank in a column that has a heading and that the rows below fill.
func hasBlankUnderFull(head, sub Row, below []Row) bool {
	for col, c := range head.Cells {
		filled := 0
		for _, b := range below {
			if b.cell(col) != "" {
				filled++
			}
		}
		if c != "" && sub.cell(col) == "" && filled > 0 && 10*filled >= 9*len(below) {
			return true
		}
	}
	return false
}

// namesItsAnswers counts the columns that hold nothing but what the row says, at least twice.
func namesItsAnswers(sub Row, below []Row) int {
	n := 0
	for col, c := range sub.Cells {
		same, other := 0, 0
		for _, b := range below {
			switch cell := b.cell(col); {
			case isNone(cell):
			case cell == c:
				same++
			default:
				other++
			}
		}
		if c != "" && same >= 2 && other == 0 {
			n++
		}
	}
	return n
}

// looksSecond tells a row that may be one of questions below one of codes: it fills what the headings fill, and in the
// columns that repeat a few answers it is longer than any of them, or a text above numbers.
func looksSecond(lead []Row, first int) bool {
	const enough = 4
	if len(lead) < first+2+enough {
		return false
	}
	head, sub, below := lead[first], lead[first+1], lead[first+2:]
	repeating, other := 0, 0
	for col, c := range head.Cells {
		k := kindOf(below, col)
		switch {
		case c == "" || k.n == 0:
		case sub.cell(col) == "" || k.has[sub.cell(col)]:
			return false
		case k.n < enough || 2*len(k.has) > k.n && !k.numbers:
			other++
		case !k.numbers && utf8.RuneCountInString(sub.cell(col)) <= k.longest, k.numbers && isNumber(sub.cell(col)):
			return false
		case strings.ContainsAny(sub.cell(col), " ?"):
			repeating++
		default:
			other++
		}
	}
	return repeating >= 2 || repeating == 1 && other == 0 && isQuestion(sub, below)
}

// isAgain tells a row that says the same as the headings above it.
func isAgain(lead []Row, first int) bool {
	if first+1 >= len(lead) {
		return false
	}
	return lead[first].Filled() > 1 && slices.Equal(lead[first].Cells, lead[first+1].Cells)
}

// isUnlike tells a row that is like none below it: words above columns of numbers, and above answers that are given
// again and again others than those. One such column may be a respondent's, so that it takes numbers or two.
func isUnlike(lead []Row, first int) bool {
	const enough = 4
	if len(lead) < first+2+enough {
		return false
	}
	head, sub := lead[first], lead[first+1]
	isHead := func(r Row) bool { return slices.Equal(r.Cells, head.Cells) }
	below := slices.DeleteFunc(slices.Clone(lead[first+2:]), isHead)
	aboveNumbers, others := 0, 0
	for col, c := range sub.Cells {
		k := kindOf(below, col)
		switch {
		case isNone(c) || k.n < enough:
		case k.numbers && isNumber(c), k.has[c]:
			return false
		case k.numbers:
			aboveNumbers++
		case k.repeats() && 3*len(k.has) <= k.n:
			others++
		}
	}
	return aboveNumbers > 0 || others > 1
}

// isQuestion tells whether a row alone has question marks at the end of its cells.
func isQuestion(sub Row, below []Row) bool {
	ends := func(c string) bool { return strings.HasSuffix(c, "?") }
	return slices.ContainsFunc(sub.Cells, ends) &&
		!slices.ContainsFunc(below, func(b Row) bool { return slices.ContainsFunc(b.Cells, ends) })
}

// kind is what the cells of a column are like.
type kind struct {
	n       int // filled
	has     map[string]bool
	longest int // characters

	numbers, someNumbers bool // all are, at least one is
}

// repeats tells a column of words in which some answers are given again and again.
func (k kind) repeats() bool { return k.n >= 4 && 2*len(k.has) <= k.n && !k.numbers }

func kindOf(rows []Row, col int) kind {
	k := kind{has: map[string]bool{}, numbers: true}
	for _, r := range rows {
		c := r.cell(col)
		if c == "" {
			continue
		}
		k.n++
		k.has[c] = true
		k.longest = max(k.longest, utf8.RuneCountInString(c))
		k.numbers = k.numbers && isNumber(c)
		k.someNumbers = k.someNumbers || isNumber(c)
	}
	return k
}

// isNumber tells what is written with digits and the signs around them, dates and times included.
func isNumber(s string) bool {
	return s != "" && strings.Trim(s, "0123456789.,:/-+% ") == "" && strings.ContainsAny(s, "0123456789")
}
