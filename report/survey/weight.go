package survey

import (
	"math"
	"slices"

	"lysark/config/diag"
	"lysark/report/survey/cells"
)

// weigh reads the respondents' weights and sums them up for each text of each column.
func (t *Table) weigh(opts Options, list *diag.List) {
	if opts.Weight == "" {
		return
	}
	col, ok := t.Column(opts.Weight)
	if !ok {
		tellNoColumn(t, list, opts.WeightPos, opts.Weight, " for the weights")
		return
	}
	weights, ok := t.readWeights(col, list)
	if !ok {
		return
	}
	if t.Len() > 0 && !slices.ContainsFunc(weights, func(w float64) bool { return w > 0 }) {
		list.Errorf(opts.WeightPos, diag.ValueRange, "give at least one respondent a weight above 0",
			"all weights in the column %q are 0", opts.Weight)
		return // so that not each question is told, too
	}
	t.weights = weights
	var weighted, squared sum
	for i := range t.texts {
		for j, x := range t.texts[i] {
			t.texts[i][j] = text{s: x.s, code: x.code, first: x.first}
		}
	}
	for i, w := range weights {
		weighted.add(w)
		squared.add(w * w)
		for c, code := range t.cells.Codes(i) {
			if code != 0 {
				t.texts[c][code].add(w)
			}
		}
	}
	t.weighted, t.squared = weighted.value(), squared.value()
}

// readWeights are the weights of the rows, 0 for those without answers; false when any cannot be used.
func (t *Table) readWeights(col int, list *diag.List) ([]float64, bool) {
	usable := []float64{math.NaN()} // by code
	as := numbersOf(t, Question{Column: t.Columns[col].Name}, asked{column: col}, list)
	for _, x := range t.textsOf(col) {
		v, ok := as.Parse(x.s)
		if !ok || v.Missing || v.V < 0 {
			v.V = math.NaN()
		}
		usable = append(usable, v.V)
	}
	out := make([]float64, len(t.cells.Rows))
	bad := diag.Repeated{List: list, File: t.File, What: "respondents without a weight that can be used"}
	for i, r := range t.cells.Rows {
		if !r.Filled {
			continue
		}
		code := t.code(i, col)
		out[i] = usable[code]
		if !math.IsNaN(out[i]) || !bad.Next() {
			continue
		}
		row := len(t.cells.Above) + i
		what := "is not a weight"
		if code == 0 {
			what = "is empty, but each respondent needs a weight"
		}
		list.Errorf(t.cells.Places.At(row, col), diag.BadData, "write a number from 0 up, such as 1,25",
			"the cell %s%d %s", cells.ColumnName(col), row+1, what)
	}
	bad.Rest(diag.BadData)
	return out, bad.N == 0
}
