package list

import (
	"fmt"

	"lysark/config/diag"
	"lysark/report/mail/address"
	"lysark/report/survey"
)

// suppressed are the keys of those who left, each with its place. A file is one address per row, or a table in which a
// column has the name of the list's column of addresses. Nothing in it may be passed over: each row keeps somebody from
// getting mail that he does not want.
func (r *reader) suppressed() map[string]string {
	left := map[string]string{}
	for _, file := range r.Suppress {
		if c := r.cells(file, survey.Options{Pos: file.Pos}); c != nil {
			r.addLeft(file, c, left)
		}
	}
	return left
}

func (r *reader) addLeft(file Named, c *survey.Raw, left map[string]string) {
	p := &problems{list: &r.list, file: file.S}
	note := func(text string, at func() diag.Pos, row int) {
		a, fault := address.Parse(text)
		if fault != nil {
			p.refuse(at(), diag.BadAddress, fault.Hint, "the address of somebody who left %s", fault.Why)
			return
		}
		if _, known := left[a.Key()]; !known {
			left[a.Key()] = fmt.Sprintf("%s row %d", file.S, row)
		}
	}
	col, ok := c.Column(r.Email.S)
	if !ok {
		if col, ok = r.unnamed(file, c); !ok {
			return
		}
		at := c.NameAt(col)
		note(c.Columns()[col], func() diag.Pos { return at }, at.Line)
	}
	for row := range c.Len() {
		if !c.IsBlank(row) {
			note(c.Text(row, col), func() diag.Pos { return c.At(row, col) }, c.Line(row))
		}
	}
	p.rest()
}

// unnamed finds the column of addresses in a file whose first row is no row of names.
func (r *reader) unnamed(file Named, c *survey.Raw) (int, bool) {
	found, addresses := 0, 0
	for i, text := range c.Columns() {
		if _, fault := address.Parse(text); fault == nil {
			found = i
			addresses++
		}
	}
	if addresses == 1 || len(c.Columns()) == 1 {
		return found, true
	}
	r.list.Errorf(file.Pos, diag.UnknownColumn,
		"name its column of addresses as the list does, or write one address in each row",
		"the file %s has no column %q", file.S, r.Email.S)
	return 0, false
}
