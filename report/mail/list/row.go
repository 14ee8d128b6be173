package list

import (
	"fmt"
	"strings"

	"lysark/config/diag"
	"lysark/report/mail/address"
	"lysark/report/survey"
)

// columns are where the list has what.
type columns struct {
	email, name int // name is -1 when no column has it
	emailName   string
	named       []int // that have a name
}

// columns finds the columns that the layout names. A list without a row of names has a member there, so of the names
// in the file only one near to what the layout says is told.
func (r *reader) columns(c *survey.Raw) (columns, bool) {
	out := columns{name: -1}
	names := c.Columns()
	for i, name := range names {
		if _, fault := address.Parse(name); fault == nil {
			r.list.Errorf(c.NameAt(i), diag.BadData, "put a row above it that names the columns",
				"the first row holds an address, not the names of the columns")
			return out, false
		}
	}
	if r.Name.S != "" {
		if i, found := c.Column(r.Name.S); found {
			out.name = i
		} else {
			r.list.Errorf(r.Name.Pos, diag.UnknownColumn, near(r.Name.S, names), "the list %s has no column %q",
				r.File.S, r.Name.S)
		}
	}
	var ok bool
	if out.email, ok = c.Column(r.Email.S); !ok {
		r.list.Errorf(r.Email.Pos, diag.UnknownColumn, near(r.Email.S, names), "the list %s has no column %q", r.File.S,
			r.Email.S)
		return out, false
	}
	out.emailName = names[out.email]
	for i, name := range names {
		if name == "" {
			continue
		}
		r.out.Columns = append(r.out.Columns, name)
		out.named = append(out.named, i)
	}
	return out, true
}

func near(word string, names []string) string {
	if n := diag.Nearest(word, names); n != "" {
		return fmt.Sprintf("did you mean %q?", n)
	}
	return "name the column as the first row of the list does"
}

// member reads a row; false when it is none, which is told.
func (r *reader) member(c *survey.Raw, row int, cols columns, p *problems) (Member, bool) {
	text := c.Text(row, cols.email)
	at := func() diag.Pos { return c.At(row, cols.email) }
	if strings.EqualFold(text, cols.emailName) {
		p.refuse(at(), diag.BadData, "take the row out", "the row repeats the names of the columns")
		return Member{}, false
	}
	m := Member{Row: c.Line(row), Cells: make([]string, len(cols.named))}
	ok := r.fields(c, row, cols, &m, p)
	if text == "" {
		p.refuse(at(), diag.BadAddress, "write the address, or take the row out", "the row has no address")
		return m, false
	}
	a, fault := address.Parse(text)
	switch {
	case fault != nil:
		p.refuse(at(), diag.BadAddress, fault.Hint, "the address %s", fault.Why)
		return m, false
	case !r.allows(a):
		p.refuse(at(), diag.ForeignDomain, "take the row out, or allow the domain in allow_domains",
			"the address is in none of the domains that allow_domains names")
		return m, false
	case !ok:
		p.bad++
		return m, false
	}
	if address.LooksLikeAnother(a.Domain) {
		p.warn(at(), diag.ConfusableDomain, "make sure that it is the member's own",
			"the domain of the address has letters that look like others")
	}
	if isRole(a.Local) {
		p.warn(at(), diag.RoleAddress, "ask the member for an address that somebody reads",
			"the address is one that nobody reads")
	}
	m.Address, m.Key, m.International = a.String(), a.Key(), a.International()
	return m, true
}

// fields reads the cells; false when one beside the address cannot be used.
func (r *reader) fields(c *survey.Raw, row int, cols columns, m *Member, p *problems) bool {
	ok := true
	for i, col := range cols.named {
		text, name := c.Text(row, col), c.Columns()[col]
		m.Cells[i] = text
		if col == cols.email {
			continue // told by itself
		}
		switch what := harm(text); {
		case what != "":
			p.tell(c.At(row, col), diag.BadData, "take it out", "the cell in the column %q holds %s", name, what)
			ok = false
		case isGarbled(text):
			p.warn(c.At(row, col), diag.BadData, "save the list again as CSV (UTF-8)",
				"letters such as æ, ø and å seem to be damaged in the column %q", name)
		}
	}
	if cols.name >= 0 {
		m.Name = c.Text(row, cols.name)
	}
	return ok
}

// harm is what of a cell could break a header or mislead a reader; empty when nothing could.
func harm(s string) string {
	for _, r := range s {
		switch {
		case r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029' || r == '\u0085':
			return "a line break"
		case r == '<' || r == '>':
			return "an angle bracket"
		case r == '\ufffd':
			return "the mark of a letter that was lost"
		case address.Unprintable(r):
			return fmt.Sprintf("a character that is not seen (%U)", r)
		}
	}
	return ""
}

// isGarbled tells of UTF-8 that some program took for Windows-1252: those pairs stand in no word.
func isGarbled(s string) bool {
	if !strings.ContainsRune(s, 'Ã') {
		return false
	}
	for _, pair := range []string{"Ã¦", "Ã¸", "Ã¥", "Ã†", "Ã˜", "Ã…", "Ã©", "Ã¶", "Ã¤"} {
		if strings.Contains(s, pair) {
			return true
		}
	}
	return false
}

// isRole tells of a mailbox that is a machine's.
func isRole(local string) bool {
	name, _, _ := strings.Cut(strings.ToLower(local), "+")
	switch name {
	case "noreply", "no-reply", "no_reply", "donotreply", "do-not-reply", "do_not_reply", "ikkesvar", "ikke-svar",
		"mailer-daemon", "postmaster", "abuse":
		return true
	}
	return false
}
