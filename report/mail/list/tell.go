package list

import (
	"fmt"
	"strings"

	"lysark/config/diag"
)

// problems tells what is wrong with the rows of one file: of each kind the first hundred, and how many more there are.
type problems struct {
	list *diag.List
	file string
	bad  int // rows that are no member
	told []kind
}

// kind is one message, wherever it stands.
type kind struct {
	severity diag.Severity
	rule     diag.Rule
	format   string
	n        int
}

const mostTold = 100

// refuse tells why a row is no member.
func (p *problems) refuse(pos diag.Pos, rule diag.Rule, hint, format string, args ...any) {
	p.bad++
	p.tell(pos, rule, hint, format, args...)
}

func (p *problems) tell(pos diag.Pos, rule diag.Rule, hint, format string, args ...any) {
	if p.next(diag.Error, rule, format) {
		p.list.Errorf(pos, rule, hint, format, args...)
	}
}

func (p *problems) warn(pos diag.Pos, rule diag.Rule, hint, format string, args ...any) {
	if p.next(diag.Warning, rule, format) {
		p.list.Warnf(pos, rule, hint, format, args...)
	}
}

// next counts one more problem of a kind; true when it is to be told.
func (p *problems) next(severity diag.Severity, rule diag.Rule, format string) bool {
	for i := range p.told {
		if k := &p.told[i]; k.severity == severity && k.rule == rule && k.format == format {
			k.n++
			return k.n <= mostTold
		}
	}
	p.told = append(p.told, kind{severity, rule, format, 1})
	return true
}

// rest says how many problems were not told.
func (p *problems) rest() {
	for _, k := range p.told {
		more := k.n - mostTold
		if more <= 0 {
			continue
		}
		if at := (diag.Pos{File: p.file}); k.severity == diag.Error {
			p.list.Errorf(at, k.rule, "see to those that are named first", "%d more rows have such a mistake", more)
		} else {
			p.list.Warnf(at, k.rule, "see to those that are named first", "%d more rows are like those", more)
		}
	}
}

// differences names the columns in which two rows differ, but for the address.
func differences(a, b Member, columns []string, email string) string {
	var out []string
	for i, c := range columns {
		if c != email && a.Cells[i] != b.Cells[i] {
			out = append(out, fmt.Sprintf("%q", c))
		}
	}
	return strings.Join(out, ", ")
}

func doubleOf(row int) string   { return fmt.Sprintf("double of row %d", row) }
func blankUpTo(last int) string { return fmt.Sprintf("blank, as are all up to row %d", last) }

// span is a number of members in words.
func span(least, most int) string {
	switch {
	case least == most && most == 1:
		return "1 is"
	case least == most:
		return fmt.Sprintf("%d are", most)
	}
	return fmt.Sprintf("%d to %d are", least, most)
}

// within tells whether a domain is the one that is allowed, or below it where that begins with "*.".
func within(domain, allowed string) bool {
	if parent, below := strings.CutPrefix(allowed, "*"); below {
		return len(domain) > len(parent) && strings.HasSuffix(domain, parent)
	}
	return domain == allowed
}
