package mail

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"lysark/config/diag"
	"lysark/report/mail/message"
)

// recipient makes a member's message, tells what is wrong with it, and takes the member into the plan.
func (m *maker) recipient(shared *message.Shared, r Recipient) {
	_, domain, _ := strings.Cut(m.plan.Settings.From.Address, "@")
	r.MessageID = fmt.Sprintf("%s.%s@%s", m.plan.ID, r.Key, domain)
	m.missing(r)
	w, problems := m.out.texts.fill(r)
	for _, d := range problems {
		m.told.add(d.Pos, d.Rule, d.Hint, fmt.Sprintf("row %d: %s", r.Row, d.Message))
	}
	r.Words = w.sum()
	if len(m.plan.Recipients) == 0 {
		m.out.First = w
	}
	m.plan.Recipients = append(m.plan.Recipients, r)
	if problems.HasErrors() {
		return
	}
	m.html(w)
	if shared == nil {
		return // told already
	}
	l := m.plan.letter(r, w)
	l.Date = m.plan.Created
	made, err := shared.Compose(l)
	if err != nil {
		m.told.add(m.row(r), diag.BadMail, "put the row right", fmt.Sprintf("the mail cannot be made: %v", err))
		return
	}
	m.out.Sizes.add(made.Size())
}

func (s *Sizes) add(n int) {
	if s.Total == 0 || n < s.Least {
		s.Least = n
	}
	s.Most = max(s.Most, n)
	s.Total += n
}

// row is the place of a recipient in the list; of the archive it is that in the mail file.
func (m *maker) row(r Recipient) diag.Pos {
	if r.Row == 0 {
		return m.mail.Archive.Pos
	}
	return diag.Pos{File: m.named(m.mail.List.File).S, Line: r.Row}
}

// missing tells the fields that a text says and that a row does not have. An expression that asks whether something is
// there knows what it does.
func (m *maker) missing(r Recipient) {
	if m.plan.Settings.Blank {
		return
	}
	var seen []string
	for _, p := range m.out.texts.parts {
		for _, use := range p.uses {
			for _, name := range use {
				if m.out.texts.value(r, name) == "" && !slices.Contains(seen, name) {
					seen = append(seen, name)
					m.told.add(m.row(r), diag.MissingField,
						`fill it in; or write missing = "blank", and all such fields stay empty`,
						fmt.Sprintf("the column %q is empty, and the %s says it", name, p.name))
				}
			}
		}
	}
}

// html tells what mail programs will not show. The values are escaped, so that it is the same for most.
func (m *maker) html(w Words) {
	if w.HTML == "" {
		return
	}
	var cids []string
	for _, p := range m.plan.Pictures {
		cids = append(cids, p.CID)
	}
	for _, problem := range message.CheckHTML(w.HTML, cids) {
		at := diag.Pos{File: m.Inputs.Mail.HTML.Name}
		if rest, ok := strings.CutPrefix(problem, "line "); ok {
			number, text, _ := strings.Cut(rest, ": ")
			at.Line, _ = strconv.Atoi(number)
			problem = text
		}
		hint := "take it out"
		if strings.Contains(problem, "; ") { // it says what to do
			problem, hint, _ = strings.Cut(problem, "; ")
		}
		d := diag.Diagnostic{Pos: at, Severity: diag.Warning, Rule: diag.BadHTML, Message: problem, Hint: hint}
		switch { // members would see a broken picture
		case strings.HasPrefix(problem, "no picture has"):
			d.Severity, d.Hint = diag.Error, "name it in inline of [mail]"
		case strings.Contains(problem, "that the member does not have"):
			d.Severity = diag.Error
		}
		if !slices.Contains(m.told.list, d) {
			m.told.list = append(m.told.list, d)
		}
	}
}

// told is the list of problems; of those of many rows only the first are in it.
type told struct {
	list diag.List
	n    int
}

const mostTold = 100

// add tells a problem of a row.
func (t *told) add(at diag.Pos, rule diag.Rule, hint, text string) {
	if t.n++; t.n <= mostTold {
		t.list.Errorf(at, rule, hint, "%s", text)
	}
}

// rest says how many were not told.
func (t *told) rest(file string) {
	if more := t.n - mostTold; more > 0 {
		t.list.Errorf(diag.Pos{File: file}, diag.MissingField, "see to those that are named first",
			"%d more such problems", more)
	}
}
