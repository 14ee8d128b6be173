package heading

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// MostEnds is how many rows at the end may be no respondents.
const MostEnds = 30

// Answers are the rows of a file as far as it takes to know a respondent from what else stands at the end.
type Answers struct {
	First, Last []Row                          // filled rows: some of the first, and the last ones
	Count       func(col int, text string) int // how often a text stands in a column of the whole file
	IsSum       func(row, col int) bool        // whether a cell is the sum of those above it; nil: nobody knows
	Named       func(col int) bool             // whether a column has a heading; nil: all have
}

// Ends are the rows at the end that are no respondents: totals, notes and sources, as spreadsheets have them below the
// answers. It returns the numbers of those that are to be left out.
func (a Answers) Ends(said Said) (out []int, told []Told) {
	if said.Preset == plain && !said.LastRow.Set {
		return nil, nil
	}
	last := a.Last
	first := len(last) // the first of the rows at the end
	what := make([]ending, len(last))
	for i := len(last) - 1; i >= 0; i-- {
		if what[i] = a.ending(i); what[i] == respondent {
			break
		}
		first = i
	}
	if said.LastRow.Set {
		return below(last, what, said.LastRow.N)
	}
	for first < len(last) && what[first] == odd { // what is sure may have rows below it that are not
		told = append(told, Told{N: last[first].N, Text: "this row looks like no respondent, but counts as one",
			Hint: fmt.Sprintf("write last_row = %d beside the file if it is none, last_row = %d if it is one",
				last[max(0, first-1)].N, last[len(last)-1].N)})
		first++
	}
	if first == len(last) {
		return nil, told
	}
	for _, r := range last[first:] {
		out = append(out, r.N)
	}
	end := last[max(0, first-1)].N
	told = append(told, Told{
		N: out[0], Text: rowsAre(last[first:]) + " left out, as " + what[first].String() + " and no respondent",
		Hint: fmt.Sprintf("write last_row = %d beside the file if that is so, last_row = %d if not",
			end, last[len(last)-1].N),
		Key: "last_row", Value: fmt.Sprint(end),
	})
	return out, told
}

// below are the rows below the last one that the layout says. Respondents among them are told, as the number is that of
// a file that has grown.
func below(last []Row, what []ending, n int) (out []int, told []Told) {
	for i, r := range last {
		if r.N <= n {
			continue
		}
		out = append(out, r.N)
		if what[i] == respondent && told == nil {
			told = []Told{{N: r.N, Text: "this row is below last_row, but looks like a respondent",
				Hint: "write the number of the last respondent's row, or take last_row out of the layout"}}
		}
	}
	return out, told
}

// ending is what a row at the end is.
type ending int

const (
	respondent ending = iota
	odd               // not like the others, but it may be a respondent
	total
	note
)

func (e ending) String() string {
	if e == total {
		return "a total of the rows above"
	}
	return "a note"
}

var (
	totals = regexp.MustCompile(`(?i)^(sum|summer|totalt?|totalsum|totals|grand total|i alt|ialt|til saman|til sammen|` +
		`samlet|samla|summa|totalt antall|gjennomsnitt|gjennomsnittet|snitt|genomsnitt|gennemsnit|medel|medelvärde|` +
		`mean|average|median|std\.?|antall svar|antall|tal på svar|prosent|andel)( svar| respondenter)?\s*(:|=|$)|` +
		`^n\s*[:=]`)
	// likeTotals begin a total or what else sums rows up, but may be names, too.
	likeTotals = regexp.MustCompile(`(?i)^(sum|delsum|subtotal|sub-total|total\p{L}*|grand total|i alt|ialt|alt i alt|` +
		`til saman|til sammen|antall?|tal|count|number of|gj\.? ?sn\p{L}*\.?|gjennomsnitt\p{L}*|snitt|middelverdi|` +
		`middelværdi|medelv\p{L}*|mean|average|median|min|max|maks|minimum|maximum|maksimum|st\.? ?d\p{L}*\.?|` +
		`standard\p{L}*|varians|variance|andel|andeler|prosent|pct\.?|percent)($|[^\p{L}])`)
	notes = regexp.MustCompile(`(?i)^(kilder?|kjelder?|källa|källor|sources?|notes?|nb|obs|merk|merknad|merknader|` +
		`fotnoter?|anm|anmerkning|utvalg|datakilde|svarprosent|forklaring)\s*[:.=]|^(\*+|†|¹|©)\s*\S`)
)

// ending tells what one of the last rows is by its first filled cell, and by what the rows above it are like.
func (a Answers) ending(i int) ending {
	r, col := a.Last[i], 0
	for r.cell(col) == "" {
		col++
	}
	above, isApart := a.above(i)
	c, filled := r.cell(col), r.Filled()
	k := kindOf(above, col)
	isText := k.numbers && k.n > 0 && !isNumber(c)
	known, strange := compared(r, above)
	isTotal := totals.MatchString(c) && a.Count(col, c) == 1
	switch {
	case widest(above) < 2: // there is but one column
		if filled == 1 && r.Gap && notes.MatchString(c) {
			return note
		}
		return respondent
	case a.Named != nil && a.isBeside(r):
		return note
	case isTotal && filled > 1 && areNumbers(r.Cells[col+1:]):
		return total
	case filled > 1:
		return a.severalCells(i, isText, isApart, known, strange, c, col)
	case notes.MatchString(c), isText, r.Gap && utf8.RuneCountInString(c) > max(25, 2*k.longest):
		return note
	case isNumber(c) && a.isSum(i, col):
		return total
	case known > 0 && !isApart:
		return respondent
	case isTotal, r.Gap, !hasAlone(above, col) && isFew(above, col, k):
		return odd
	}
	return respondent
}

// severalCells tells what a row with several cells is: a small table below the answers, or sums without a word.
func (a Answers) severalCells(i int, isText, isApart bool, known, strange int, c string, col int) ending {
	r := a.Last[i]
	above, _ := a.above(i)
	rest := areNumbers(r.Cells[col+1:])
	sums := 0
	for col, c := range r.Cells {
		if isNumber(c) && a.isSum(i, col) {
			sums++
		}
	}
	switch {
	case isText && (isApart || 2*r.Filled() <= median(above)):
		return note
	case known == 0 && (sums > 1 || sums == 1 && (isApart || strange > 0)), isApart && known == 0 && strange > 1:
		return total
	case sums > 0 && known == 0, strange > 0 && (known == 0 || isApart), isText && known == 0:
		return odd
	case likeTotals.MatchString(c) && a.Count(col, c) == 1 && rest:
		return odd
	}
	return respondent
}

// compared counts the cells that give an answer which rows above gave, too, and the numbers among answers in words.
func compared(r Row, above []Row) (known, strange int) {
	for col, c := range r.Cells {
		k := kindOf(above, col)
		switch {
		case c == "" || k.numbers:
		case k.has[c]:
			known++
		case k.repeats() && isNumber(c) && !k.someNumbers:
			strange++
		}
	}
	return known, strange
}

func (a Answers) isSum(i, col int) bool { return a.IsSum != nil && a.IsSum(a.Last[i].N, col) }

// isBeside tells a row that has nothing in the columns that have a heading.
func (a Answers) isBeside(r Row) bool {
	for col, c := range r.Cells {
		if c != "" && a.Named(col) {
			return false
		}
	}
	return true
}

// areNumbers tells whether each cell that is filled has a digit.
func areNumbers(cells []string) bool {
	return !slices.ContainsFunc(cells, func(c string) bool { return c != "" && !strings.ContainsAny(c, "0123456789") })
}

// above are the rows above one of the last, or above the block below an empty row that it is part of: then it stands
// apart.
func (a Answers) above(i int) (rows []Row, isApart bool) {
	block := i
	for block > 0 && !a.Last[block].Gap {
		block--
	}
	if !a.Last[block].Gap || len(a.First)+block < 3 {
		return slices.Concat(a.First, a.Last[:i]), false
	}
	return slices.Concat(a.First, a.Last[:block]), true
}

// isFew tells whether one cell alone is too few for a respondent, as nearly all of the others have more.
func isFew(above []Row, col int, k kind) bool {
	all := filled(above)
	slices.Sort(all)
	usual := all[len(all)/5]
	return usual >= 4 || usual == 3 && col > 0 && k.numbers || usual > 2 && k.repeats()
}

// hasAlone tells whether others have that cell alone, too, as those who only began to answer.
func hasAlone(rows []Row, col int) bool {
	return slices.ContainsFunc(rows, func(r Row) bool { return r.Filled() == 1 && r.cell(col) != "" })
}

func widest(rows []Row) int {
	return slices.Max(append(filled(rows), 0))
}

// median is how many cells half of the rows have, or fewer.
func median(rows []Row) int {
	all := filled(rows)
	if len(all) == 0 {
		return 0
	}
	slices.Sort(all)
	return all[len(all)/2]
}

func filled(rows []Row) (out []int) {
	for _, r := range rows {
		out = append(out, r.Filled())
	}
	return out
}
