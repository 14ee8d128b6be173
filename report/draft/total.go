package draft

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"lysark/report/survey"
)

// Total tells whether the last row looks like a total of those above, which would count as a respondent: its first
// filled cell says so, and the others are numbers. It also gives the row's line, 0 when that cannot be found out.
func Total(table *survey.Table) (line int, found bool) {
	last := height(table)
	for i := range len(table.Columns) - 1 {
		row, isNumbers := rowFrom(table, i, last)
		if len(row.Categories) == 0 || row.Categories[0] == "" {
			continue
		}
		if !isNumbers || !isTotal(row.Categories[0]) || !slices.ContainsFunc(row.Series, isFilled) {
			return 0, false
		}
		return lineOf(table, i, row.Categories[0]), true
	}
	return 0, false
}

// height is how many rows the file has. Table does not tell, but does not give a row that there is not.
func height(table *survey.Table) int {
	isBeyond := func(row int) bool {
		g, _ := rowFrom(table, 0, row)
		return row > 1 && len(g.Categories) == 0
	}
	beyond := 2
	for !isBeyond(beyond) {
		beyond *= 2
	}
	return sort.Search(beyond, isBeyond) - 1
}

// rowFrom is a row, counted from 1, from one of its columns on; empty when there is no such row. It also tells whether
// all that follows the first cell are numbers or blank.
func rowFrom(table *survey.Table, column, row int) (g survey.Grid, isNumbers bool) {
	ref := fmt.Sprintf("%s%d:%s%d", letters(column), row-1, letters(len(table.Columns)-1), row)
	g, list := table.Range(ref, survey.Options{}.Pos)
	return g, len(list) == 0
}

func isFilled(s survey.GridSeries) bool { return !s.Values[0].Missing }

func isTotal(cell string) bool {
	return slices.Contains([]string{
		"sum", "totalt", "total", "totals", "totalsum", "i alt", "til sammen", "tilsammen", "til saman", "samlet", "sum totalt", "grand total",
	}, strings.ToLower(strings.Trim(cell, " .:=")))
}

// lineOf is the line of a cell: an answer that is given once and not among those expected is told with its place.
func lineOf(table *survey.Table, column int, cell string) int {
	q := survey.Question{Column: table.Columns[column].Name}
	t, _ := table.Tally(q)
	for _, a := range t.Answers {
		if a.Label != cell {
			q.Answers = append(q.Answers, a.Label)
		} else if a.Count != 1 {
			return 0
		}
	}
	if _, list := table.Tally(q); len(list) == 1 && len(q.Answers) == len(t.Answers)-1 {
		return list[0].Line
	}
	return 0
}
