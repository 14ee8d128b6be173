package cells

import "lysark/config/diag"

// format is a kind of file that answers come in. A new one is a file of its own and a line in formats.
type format struct {
	name string // as docs/layout.md calls it
	// detect tells a file by its content, as endings lie; the name is for content that several formats may have.
	detect func(name string, data []byte) bool
	// read fills the table; false when nothing of it can be used, which is then told. It names the columns, starts a
	// row for each respondent and sets its cells, and leaves behind what finds the place of a cell in the file.
	read func(t *Cells, data []byte, opts Options, list *diag.List) bool

	cells  bool // it keeps cells as they were written, so that it may hold a list of members: see Raw
	sheets bool // it has sheets, of which the layout may name one
}

// formats are tried in their order. What is none of the others is text.
func formats() []format {
	return []format{
		{name: "XLSX", detect: isOffice, read: readSheet, cells: true, sheets: true},
		{name: "SAV", detect: isSPSS, read: readSPSS},
		{name: "JSON", detect: isJSON, read: readObjects},
		{name: "CSV", detect: isAnything, read: readText, cells: true},
	}
}

func isAnything(string, []byte) bool { return true }

func formatOf(name string, data []byte) format {
	for _, f := range formats() {
		if f.detect(name, data) {
			return f
		}
	}
	panic("survey: no format takes what no other does")
}
