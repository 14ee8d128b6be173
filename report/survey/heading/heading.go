// Package heading finds out which rows of a table of answers are its headings and which are no respondents. It takes
// the first rows of a CSV file or a sheet, and the last ones, as texts with their numbers, and reads no file. Package
// survey calls it between reading the rows and counting them.
//
// What is sure is acted on, what only looks like it is not; either is told, with the key of the layout that says it.
package heading

import (
	"fmt"
	"slices"
)

// Row is a row of a file that holds something.
type Row struct {
	N     int      // its number as messages say it: the row of a sheet, the line on which a row of CSV begins
	Cells []string // tidied
	Gap   bool     // an empty row stands above it
}

// Filled counts the cells that hold something.
func (r Row) Filled() int {
	n := 0
	for _, c := range r.Cells {
		if c != "" {
			n++
		}
	}
	return n
}

func (r Row) cell(col int) string {
	if col < len(r.Cells) {
		return r.Cells[col]
	}
	return ""
}

// Number is one that the layout may say.
type Number struct {
	N   int
	Set bool
}

// Said is what the layout says of the rows. What it does not say is found out.
type Said struct {
	SkipRows   Number // rows above the headings: those up to this number
	HeaderRows Number // rows of headings
	LastRow    Number // the number of the last respondent's row
	Preset     string // the tool that wrote the file; see Presets
	IsText     bool   // CSV, whose first row is that of the headings unless much speaks against it
}

// Head is where the headings are, and what they say.
type Head struct {
	First, Rows int // the index of their first row among those that were looked at, and how many they are
	Columns     []Column
	Preset      Preset // the tool that wrote the file, as the layout says or as is sure
	Told        []Told
}

// Column is what the headings say of a column.
type Column struct {
	Name  string // by which layouts name it; empty when it has none
	Label string // what people read
	Under string // the heading that it shares with the columns beside it; else empty
	Part  string // its own heading under that
}

// Told is something that was found out about a row. What was acted on has a key of the layout that says it, and the
// value that it has there.
type Told struct {
	N          int
	Text, Hint string
	Key, Value string
}

const (
	mostTitles = 50 // filled rows there may be above the headings
	enoughRows = 20 // filled rows that show which columns are in use

	// Enough is how many filled rows it takes to find the headings.
	Enough = mostTitles + enoughRows
)

// Find finds the headings among the first filled rows of a file, of which there is at least one.
func Find(lead []Row, said Said) Head {
	preset, _ := PresetNamed(said.Preset)
	h := Head{Preset: preset}
	h.First = start(lead, said)
	sure, looks := h.second(lead, said)
	switch {
	case said.HeaderRows.Set:
		h.Rows = said.HeaderRows.N
	case preset.Name != "":
		h.Rows = preset.rows(sure, looks)
	default:
		h.Rows = max(1, sure)
	}
	h.Rows = min(h.Rows, len(lead)-h.First)
	if sure == rowsOfQualtrics(lead, h.First) && sure > 1 && preset.Name == "" {
		h.Preset, _ = PresetNamed("qualtrics")
	}
	h.Columns = columns(lead[h.First:h.First+h.Rows], h.asSub(lead))
	h.tell(lead, said, looks)
	return h
}

// start is the index of the first row of headings.
func start(lead []Row, said Said) int {
	if said.SkipRows.Set {
		i := slices.IndexFunc(lead, func(r Row) bool { return r.N > said.SkipRows.N })
		return max(i, 0)
	}
	if i := slices.IndexFunc(lead[:min(len(lead), mostTitles)], isImport); i > 0 {
		return max(0, i-2)
	}
	found := 0
	for i, r := range lead[:min(len(lead)-1, mostTitles)] {
		below := lead[i+1 : min(len(lead), i+1+enoughRows)]
		if !said.HeaderRows.Set && isShared(lead, i) {
			return i
		}
		if r.Filled() >= 2 && namesMost(r, below) {
			found = i
			break
		}
	}
	if said.IsText && !isTable(lead, found) {
		return 0
	}
	if !said.HeaderRows.Set && said.Preset == "" {
		found = belowNotes(lead, found)
	}
	for back := 1; back < said.HeaderRows.N && found > 0 && lead[found-1].Filled() >= 2; back++ {
		found-- // the rows above the last of several
	}
	return found
}

// namesMost tells the row of headings: it names more than half of the columns in use below it. A column is in use when
// at least half of the next 20 filled rows fill it. Titles, dates and logos above a table are narrower than that.
func namesMost(r Row, below []Row) bool {
	filled := map[int]int{}
	for _, b := range below {
		for col, c := range b.Cells {
			if c != "" {
				filled[col]++
			}
		}
	}
	used, named := 0, 0
	for col, n := range filled {
		if 2*n < len(below) {
			continue
		}
		used++
		if r.cell(col) != "" {
			named++
		}
	}
	return 2*named > used || used == 0
}

// belowNotes is the row of headings, where notes above it fill most of the columns, too: it fills more of them, all
// those that are in use, and has words above numbers where the notes in between have no row of headings either.
func belowNotes(lead []Row, found int) int {
	const most = 5
	for i := found + 1; i <= found+most && i < len(lead); i++ {
		wider := lead[i].Filled() > lead[found].Filled()
		below := lead[i+1 : min(len(lead), i+1+enoughRows)]
		if wider && namesAll(lead[i], below) && isUnlike(lead[i-1:], 0) {
			return i
		}
	}
	return found
}

// namesAll tells a row that fills each column that a row below it fills.
func namesAll(r Row, below []Row) bool {
	for _, b := range below {
		for col, c := range b.Cells {
			if c != "" && r.cell(col) == "" {
				return false
			}
		}
	}
	return len(below) > 0
}

// isTable tells headings below titles in CSV from an answer that holds delimiters: headings are words that no row
// repeats, and most rows are as wide.
func isTable(lead []Row, first int) bool {
	r, below := lead[first], lead[first+1:]
	wide := 0
	for _, b := range below {
		if b.Filled() >= 2 {
			wide++
		}
	}
	for col, c := range r.Cells {
		isAnswer := isNumber(c) || slices.ContainsFunc(below, func(b Row) bool { return b.cell(col) == c })
		if c != "" && isAnswer {
			return false
		}
	}
	return 10*wide >= 6*len(below)
}

// tell tells what the layout does not say.
func (h *Head) tell(lead []Row, said Said, looks int) {
	add := func(n int, hint, text, key string, value int) {
		one := Told{N: n, Text: text, Hint: hint}
		if key != "" {
			one.Key, one.Value = key, fmt.Sprint(value)
		}
		h.Told = append(h.Told, one)
	}
	first := lead[h.First].N
	if h.First > 0 && !said.SkipRows.Set {
		hint := fmt.Sprintf("write skip_rows = %d beside the file if that is so, skip_rows = 0 if not", first-1)
		if lead[h.First-1].Filled() > 1 {
			hint += "; if the row above belongs to the headings, header_rows = 2"
		}
		add(first, hint, "the rows above this one are passed over, as the headings seem to begin here",
			"skip_rows", first-1)
	}
	switch {
	case said.HeaderRows.Set || said.Preset != "":
	case h.Rows > 1:
		how := fmt.Sprintf("header_rows = %d", h.Rows)
		if h.Preset.Name != "" {
			how += fmt.Sprintf(" or preset = %q", h.Preset.Name)
		}
		add(lead[h.First+1].N, "write "+how+" beside the file if that is so, header_rows = 1 if not",
			rowsAre(lead[h.First+1:h.First+h.Rows])+" taken for headings, not for respondents",
			"header_rows", h.Rows)
	case looks > 1:
		hint := fmt.Sprintf("write header_rows = %d beside the file if so, header_rows = 1 if not", looks)
		add(lead[h.First+1].N, hint,
			"this row looks like a second row of headings, but counts as a respondent", "", 0)
	}
}

// rowsAre begins a sentence about rows.
func rowsAre(rows []Row) string {
	first, last := rows[0].N, rows[len(rows)-1].N
	switch len(rows) {
	case 1:
		return fmt.Sprintf("row %d is", first)
	case 2:
		return fmt.Sprintf("rows %d and %d are", first, last)
	}
	return fmt.Sprintf("rows %d to %d are", first, last)
}
