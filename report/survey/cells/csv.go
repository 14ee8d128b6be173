package cells

import (
	"slices"

	"lysark/config/diag"
	"lysark/report/survey/csv"
	"lysark/report/survey/heading"
	"lysark/report/survey/letters"
)

// readText reads CSV. Blank lines are no rows.
func readText(t *Cells, data []byte, opts Options, list *diag.List) bool {
	asked := letters.Asked{Encoding: opts.Encoding, Pos: opts.Pos, IsList: t.asWritten, Found: &t.Encoding}
	data, ok := letters.Decode(t.File, data, asked, list)
	if !ok {
		return false
	}
	data, sep := csv.SplitSepLine(data)
	delimiter := csv.Delimiter(csv.Below(data, opts.Rows.SkipRows.N), opts.Delimiter, sep)
	r := &rows{t: t, text: data, delimiter: delimiter, Scanner: csv.New(data, delimiter, t.asWritten)}
	r.lead()
	if len(r.first) == 0 {
		tellQuotes(r.Quotes(), data, t.File, list)
		list.Errorf(diag.Pos{File: t.File, Line: 1, Col: 1}, diag.EmptyData,
			"save it again, with the names of the columns in the first row", "the file is empty")
		return false
	}
	t.Typed = true
	t.Places = r
	head := findHeadings(t, r.filled())
	last := head.First + head.Rows - 1
	for _, row := range r.first[:last+1] {
		t.Above = append(append(t.Above, make([][]string, row.at-len(t.Above))...), row.cells)
	}
	t.Wide = max(len(head.Columns), r.first[last].fields)
	nameColumns(t, append(head.Columns, make([]heading.Column, t.Wide-len(head.Columns))...), list)
	r.Scanner = csv.New(data, delimiter, t.asWritten)
	r.GoTo(r.first[last].Mark)
	r.readRow()
	t.codes = make([]uint32, 0, r.Guess(t.Wide))
	r.readAll(list)
	tellQuotes(r.Quotes(), data, t.File, list)
	tellErrors(t, list)
	r.tellBroken(list)
	t.trim()
	return true
}

// rows reads the rows of a text, and finds cells by reading their row once more.
type rows struct {
	*csv.Scanner
	t         *Cells
	text      []byte
	delimiter rune
	widest    int // fields in the widest row below the headings
	broken    broken

	first []leadRow // that hold anything, as many as it takes to find the headings
}

// leadRow is a row that may be one of headings.
type leadRow struct {
	csv.Mark
	at     int // counted from the first that is no blank line
	cells  []string
	fields int // cells, the empty ones at the end included
	gap    bool
}

func (r *rows) filled() (out []heading.Row) {
	for _, row := range r.first {
		out = append(out, heading.Row{N: row.Line, Cells: row.cells, Gap: row.gap})
	}
	return out
}

// lead reads the first rows; of a list of members, the first that is filled is that of the names.
func (r *rows) lead() {
	const most = 100_000 // cells, of a file that is made to be slow
	enough, cells, end := heading.Enough, 0, 1
	if r.t.asWritten {
		enough = 1
	}
	for at := 0; !r.Done() && len(r.first) < enough && (cells < most || len(r.first) < 3); {
		row := leadRow{Mark: r.Here(), at: at}
		row.cells, row.fields = r.readRow()
		if len(row.cells) > 0 {
			row.gap = row.Line > end
			r.first = append(r.first, row)
			end = r.Here().Line
		}
		if row.fields > 1 || len(row.cells) > 0 {
			at++
		}
		cells += len(row.cells)
	}
}

// readRow reads the cells of a row, without the empty ones at its end.
func (r *rows) readRow() (cells []string, fields int) {
	for more := true; more; more = r.Next() {
		if s := letters.Tidy(string(r.Field())); s != "" {
			cells = append(append(cells, make([]string, fields-len(cells))...), s)
		}
		fields++
	}
	return cells, fields
}

// readAll reads the rows below the headings.
func (r *rows) readAll(list *diag.List) {
	wide := diag.Repeated{List: list, File: r.t.File, What: "rows with more fields than the first row"}
	for !r.Done() {
		fields, beyond := r.row()
		if beyond >= 0 && wide.Next() {
			list.Errorf(r.At(len(r.t.Above)+len(r.t.Rows)-1, beyond), diag.BadData,
				"look for a delimiter inside a cell that is not quoted",
				"the row has %d fields, the first row has %d", fields, len(r.t.Columns))
		}
	}
	wide.Rest(diag.BadData)
}

// row reads a row into the table. It returns how many fields the row has and which is the first that is filled though
// it has no column, or -1.
func (r *rows) row() (fields, beyond int) {
	t, start := r.t, r.Here()
	t.startRow(start.Offset, start.Line)
	beyond = -1
	for more := true; more; more = r.Next() {
		f := r.Field()
		if fields < len(t.Columns) {
			t.set(fields, f)
		} else if beyond < 0 && len(f) > 0 && letters.Tidy(string(f)) != "" {
			beyond = fields
			t.Rows[len(t.Rows)-1].Filled = true
		}
		fields++
	}
	if fields == 1 && !t.Rows[len(t.Rows)-1].Filled {
		t.Rows = t.Rows[:len(t.Rows)-1]
		return fields, beyond
	}
	r.broken.add(start, fields, len(t.Columns))
	r.widest = max(r.widest, fields)
	if t.Rows[len(t.Rows)-1].Filled {
		t.Wide = max(t.Wide, r.widest) // empty rows at the end do not count
	}
	return fields, beyond
}

// At is the place of a cell.
func (r *rows) At(row, column int) diag.Pos {
	var start csv.Mark
	if below := row - len(r.t.Above); below < 0 || len(r.t.Rows) == 0 {
		i, _ := slices.BinarySearchFunc(r.first, row, func(l leadRow, row int) int { return l.at - row })
		start = r.first[min(i, len(r.first)-1)].Mark
	} else {
		at := r.t.Rows[min(below, len(r.t.Rows)-1)]
		start = csv.Mark{Offset: at.offset, Line: at.Line}
	}
	s := csv.New(r.text, r.delimiter, false)
	s.GoTo(start)
	for range column {
		s.Field()
		end := s.Here()
		if !s.Next() {
			return r.pos(end) // a row that is cut short
		}
	}
	return r.pos(s.Here())
}

func (r *rows) pos(m csv.Mark) diag.Pos { return posOf(m, r.text, r.t.File) }

func posOf(m csv.Mark, text []byte, file string) diag.Pos {
	return diag.Pos{File: file, Line: m.Line, Col: m.Column(text)}
}

// tellQuotes reports quotes that were closed late or never.
func tellQuotes(q csv.Quotes, text []byte, file string, list *diag.List) {
	const hint = `close it, or double a quote that belongs to the cell: ""`
	for _, late := range q.Late {
		list.Errorf(posOf(late.Mark, text, file), diag.BadData, hint,
			"a quote is opened here and closed in line %d, with text after it", late.Closed)
	}
	rest := diag.Repeated{List: list, File: file, What: "quotes that are closed lines below, with text after them", N: q.Lates}
	rest.Rest(diag.BadData)
	stray := diag.Repeated{List: list, File: file, What: "quotes inside cells that are not quoted"}
	for _, m := range q.Stray {
		if stray.Next() {
			list.Errorf(posOf(m, text, file), diag.BadData, `put the whole cell in quotes, and double the quotes in it: ""`,
				"a quote stands in a cell that does not begin with one")
		}
	}
	stray.Rest(diag.BadData)
	if q.Open {
		list.Errorf(posOf(q.Last, text, file), diag.BadData, hint, "a quote is opened here and never closed")
	}
}
