// Package list reads the members that a mailing goes to: CSV or XLSX in, each member once out, with those who left
// taken out.
//
// Read tells every row that is wrong, all at once, and nothing is passed over in silence: a row that is no member is an
// error or in List.Skipped. Problems name file, row and column, never an address or a name.
package list

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"

	"lysark/config/diag"
	"lysark/report/mail/address"
	"lysark/report/survey"
)

// Options are what [mail.list] says. Empty means: find out, or not asked for.
type Options struct {
	File      Named   // the list of members, CSV or XLSX
	Delimiter string  // ";", ",", "tab" or "|"
	Encoding  string  // "utf-8" or "windows-1252"
	Sheet     Named   // of a spreadsheet
	Email     Named   // the column with the addresses
	Name      Named   // the column with the names, if any
	Suppress  []Named // files with the addresses of those who left

	Least, Most int // how many members are expected; 0 and 0 for any number
	ExpectPos   diag.Pos
	// the only domains that may get mail, as address.Domain writes them, or "*." and one for those below it
	Domains []string
}

// Named is a name that the layout gives, and where it does.
type Named struct {
	S   string
	Pos diag.Pos
}

// List is who gets mail and who does not.
type List struct {
	Members []Member
	Skipped []Skipped
	Columns []string // that have a name, in the order of the file
	Left    []string // the keys of all who left, those among them who are not in the list
}

// Member is one row.
type Member struct {
	Row     int      // as the file counts
	Address string   // the local part as written, the domain in lower case and as A-label
	Key     string   // the same for all ways to write one mailbox
	Name    string   // empty when no column has it
	Cells   []string // of the list's columns in their order, as written but for the space around them

	International bool // only servers with SMTPUTF8 take the address
}

// Fields are a member's cells by the names of their columns.
func (l *List) Fields(m Member) map[string]string {
	out := make(map[string]string, len(l.Columns))
	for i, c := range l.Columns {
		out[c] = m.Cells[i]
	}
	return out
}

// Skipped is a row that gets no mail, and why: "double of row 12", "left (avmeldt.csv row 3)", "blank".
type Skipped struct {
	Row     int
	Address string // empty for a blank row
	Why     string
}

// Read reads the list and the files of those who left. read is os.ReadFile, or a test's, and is called with the names
// in the options. The list is never nil; it is whole when the diagnostics hold no error.
func Read(o Options, read func(name string) ([]byte, error)) (*List, diag.List) {
	r := &reader{Options: o, read: read, out: &List{}, first: map[string]int{}}
	left := r.suppressed()
	r.out.Left = slices.Sorted(maps.Keys(left))
	if c := r.cells(o.File,
		survey.Options{Delimiter: o.Delimiter, Encoding: o.Encoding, Pos: o.File.Pos, Sheet: o.Sheet.S,
			SheetPos: o.Sheet.Pos}); c != nil {
		r.members(c, left)
	}
	return r.out, r.list
}

// reader is one Read.
type reader struct {
	Options
	read  func(name string) ([]byte, error)
	list  diag.List
	out   *List
	first map[string]int // of the first row with a key: its index in Members, or in gone, which counts down from -1
	gone  []Member       // who left
}

// cells reads a file; nil when nothing of it can be used.
func (r *reader) cells(file Named, o survey.Options) *survey.Raw {
	data, err := r.read(file.S)
	if err != nil {
		var pathErr *fs.PathError
		if errors.As(err, &pathErr) {
			err = pathErr.Err // the message names the path already
		}
		const hint = "check the name; a file's path starts from the folder of the file that names it"
		r.list.Errorf(file.Pos, diag.MissingFile, diag.HintOf(err, hint),
			"cannot read %q: %v", file.S, err)
		return nil
	}
	c, list := survey.ReadRaw(file.S, data, o)
	r.list.Add(list)
	if c != nil && len(c.OtherSheets()) > 0 {
		hint := "bring all rows into the first sheet"
		if file == r.File {
			hint = fmt.Sprintf("name the one that is meant, sheet = %q, or bring all rows into it", c.Sheet())
		}
		r.list.Warnf(file.Pos, diag.UnreadSheet, hint,
			"the file %s has %d sheets with rows, and only the first, %q, is read",
			file.S, 1+len(c.OtherSheets()), c.Sheet())
	}
	return c
}

// members reads the rows of the list.
func (r *reader) members(c *survey.Raw, left map[string]string) {
	cols, ok := r.columns(c)
	if !ok {
		return
	}
	bad := len(r.list)
	p := &problems{list: &r.list, file: r.File.S}
	for row := 0; row < c.Len(); row++ {
		if c.IsBlank(row) {
			row = r.blank(c, row)
			continue
		}
		if m, ok := r.member(c, row, cols, p); ok {
			r.enter(c, row, cols, m, left, p)
		}
	}
	p.rest()
	wrong := slices.ContainsFunc(r.list[bad:], func(d diag.Diagnostic) bool { return d.Severity == diag.Error })
	r.count(wrong, p.bad)
}

// blank notes a run of blank rows and returns its last.
func (r *reader) blank(c *survey.Raw, row int) int {
	last := row
	for last+1 < c.Len() && c.IsBlank(last+1) {
		last++
	}
	why := "blank"
	if last > row {
		why = blankUpTo(c.Line(last))
	}
	r.out.Skipped = append(r.out.Skipped, Skipped{Row: c.Line(row), Why: why})
	return last
}

// enter takes a member in, unless somebody has the address already or left.
func (r *reader) enter(c *survey.Raw, row int, cols columns, m Member, left map[string]string, p *problems) {
	if i, double := r.first[m.Key]; double {
		before := r.at(i)
		if differ := differences(before, m, r.out.Columns, cols.emailName); differ != "" {
			p.warn(c.At(row, cols.email), diag.DoubleMember, "keep the row that is right",
				"the address is that of row %d, but the rows differ in %s; the first counts", before.Row, differ)
		}
		r.out.Skipped = append(r.out.Skipped, Skipped{m.Row, m.Address, doubleOf(before.Row)})
		return
	}
	if where, gone := left[m.Key]; gone {
		r.out.Skipped = append(r.out.Skipped, Skipped{m.Row, m.Address, "left (" + where + ")"})
		r.gone = append(r.gone, m)
		r.first[m.Key] = -len(r.gone)
		return
	}
	if c.IsHidden(row) {
		p.warn(c.At(row, cols.email), diag.HiddenRow, "show all rows and take out those that are not meant",
			"the row is hidden in the sheet and gets a mail all the same")
	}
	r.first[m.Key] = len(r.out.Members)
	r.out.Members = append(r.out.Members, m)
}

// at is a member by the index in first.
func (r *reader) at(i int) Member {
	if i < 0 {
		return r.gone[-i-1]
	}
	return r.out.Members[i]
}

// count holds the number of members against what the layout expects. Rows that are wrong may be members, so while there
// are some only a number that they cannot put right is told.
func (r *reader) count(wrong bool, bad int) {
	n := len(r.out.Members)
	empty := !slices.ContainsFunc(r.out.Skipped, func(s Skipped) bool { return s.Address != "" })
	switch {
	case n == 0 && !wrong && empty:
		r.list.Errorf(diag.Pos{File: r.File.S}, diag.EmptyData,
			"write each member in a row of its own below the names of the columns", "the list has no rows, only the "+
				"names of the columns")
	case n == 0 && !wrong:
		r.list.Errorf(diag.Pos{File: r.File.S}, diag.EmptyData,
			"look whether the files of those who left name them all", "the list has nobody to send to")
	case r.Most > 0 && (n > r.Most || n+bad < r.Least):
		r.list.Errorf(r.ExpectPos, diag.UnexpectedCount, "check the list; change expect if it is right",
			"the list has %d members without doubles and those who left, %s expected", n, span(r.Least, r.Most))
	}
}

// allows tells whether the layout lets mail go to the address.
func (r *reader) allows(a address.Address) bool {
	return len(r.Domains) == 0 || slices.ContainsFunc(r.Domains, func(d string) bool { return within(a.Domain, d) })
}
