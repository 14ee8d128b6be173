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
		`samlet|samla|summa|totalt antall|gjennomsnitt|gjennomsnittet|snitt|genomsnitt|medel|medelvärde|mean|average|` +
		`median|std\.?|antall svar|antall|tal på svar|prosent|andel)( svar| respondenter)?\s*(:|=|$)|^n\s*[:=]`)
	notes = regexp.MustCompile(`(?i)^(kilder?|kjelder?|källa|källor|sources?|notes?|nb|obs|merk|merknad|merknader|` +
		`fotnoter?|anm|anmerkning|utvalg|datakilde|svarprosent|forklaring)\s*[:.=]|^(\*+|†|¹|©)\s*\S`)
)

// ending tells what one of the last rows is by its first filled cell, and by what the rows above it are like.
func (a Answers) ending(i int) ending {
	r, col := a.Last[i], 0
	for r.cell(col) == "" {
		col++
	}
	above := a.above(i)
	c, filled, least := r.cell(col), r.Filled(), least(above)
	k := kindOf(above, col)
	isText := k.numbers && k.n > 0 && !isNumber(c)
	switch {
	case least < 2: // other rows have one cell, too, as where there is but one column
		if filled == 1 && r.Gap && notes.MatchString(c) {
			return note
		}
		return respondent
	case totals.MatchString(c) && a.Count(col, c) == 1 && filled > 1 && areNumbers(r.Cells[col+1:]):
		return total
	case filled > 1:
		if 2*filled <= least && isText {
			return note // such as a small table below the answers
		}
		return respondent
	case notes.MatchString(c), isText, r.Gap && utf8.RuneCountInString(c) > max(25, 2*k.longest):
		return note
	case least >= 4, totals.MatchString(c) && a.Count(col, c) == 1:
		return odd
	}
	return respondent
}

// areNumbers tells whether each cell that is filled has a digit.
func areNumbers(cells []string) bool {
	return !slices.ContainsFunc(cells, func(c string) bool { return c != "" && !strings.ContainsAny(c, "0123456789") })
}

// above are the rows above one of the last, or above the block below an empty row that it is part of.
func (a Answers) above(i int) []Row {
	block := i
	for block > 0 && !a.Last[block].Gap {
		block--
	}
	if !a.Last[block].Gap || len(a.First)+block < 3 {
		block = i
	}
	return slices.Concat(a.First, a.Last[:block])
}

// least is how many cells the row has that has fewest.
func least(rows []Row) int {
	out := 0
	for n, r := range rows {
		if filled := r.Filled(); n == 0 || filled < out {
			out = filled
		}
	}
	return out
}
