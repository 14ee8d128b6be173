package mail

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"lysark/report/mail/address"
	"lysark/report/mail/ledger"
)

// Extension is what a new list changes for those who were planned before.
type Extension struct {
	Added  int
	Left   []Recipient // who are in a file of those who left by now
	Absent []Recipient // who are no longer in the list; they stay in the plan
}

// Extend makes the plan one that adds members to another: those who were planned stay as they are, but for the row of
// the list in which they stand now. It fails with a
// *ChangedError when they would get something else than was planned.
func (f *Frozen) Extend(before *Plan) (Extension, error) {
	var out Extension
	if changed := f.differs(before); len(changed) > 0 {
		return out, &ChangedError{changed}
	}
	fresh := f.rows() // but for those who were planned, who are taken out one by one
	all := make([]Recipient, 0, max(len(before.Recipients), len(f.Plan.Recipients)))
	for i, r := range before.Recipients {
		row, listed := fresh[r.Key]
		switch {
		case f.left[r.Key]:
			out.Left = append(out.Left, r)
		case !listed:
			out.Absent = append(out.Absent, r)
		}
		w, list := f.texts.fill(r)
		if list.HasErrors() || w.sum() != r.Words {
			return out, &ChangedError{[]string{fmt.Sprintf("the words for row %d", r.Row)}}
		}
		if i == 0 {
			f.First = w // of the new list it may be another's
		}
		if listed {
			r.Row = row
			delete(fresh, r.Key)
		}
		all = append(all, r)
	}
	isFresh := func(k ledger.Key) bool { _, found := fresh[k]; return found }
	for _, r := range f.Plan.Recipients {
		if isFresh(r.Key) {
			all = append(all, r)
			out.Added++
		}
	}
	f.Plan.Recipients = all
	f.Plan.Skipped = slices.DeleteFunc(f.Plan.Skipped,
		func(s Skipped) bool { return s.isLeft() && !isFresh(f.Plan.keyOf(s)) })
	f.extends, f.before, f.Files = &out, before.Digest, nil // the files are in the folder already
	f.Plan.seal()
	return out, nil
}

// rows are where the members stand in the list, those who left among them.
func (f *Frozen) rows() map[ledger.Key]int {
	out := make(map[ledger.Key]int, len(f.Plan.Recipients))
	for _, s := range f.Plan.Skipped {
		if s.isLeft() {
			out[f.Plan.keyOf(s)] = s.Row
		}
	}
	for _, r := range f.Plan.Recipients {
		out[r.Key] = r.Row
	}
	return out
}

// isLeft tells of the row of somebody who left. Who was planned before that stands among the recipients already.
func (s Skipped) isLeft() bool { return strings.HasPrefix(s.Why, "left") }

// keyOf is who would have the row.
func (p *Plan) keyOf(s Skipped) ledger.Key {
	a, fault := address.Parse(s.Address)
	if fault != nil {
		return ""
	}
	return ledger.KeyOf(p.Secret, a.Key())
}

// differs names what those who were planned before would get otherwise. The server and its limits may change.
func (f *Frozen) differs(before *Plan) []string {
	a, b := *f.Plan, *before
	a.Settings.Server, b.Settings.Server = Server{}, Server{}
	a.Settings.MaxSize, b.Settings.MaxSize = 0, 0
	var out []string
	for _, part := range []struct {
		what string
		a, b any
	}{
		{"id", a.ID, b.ID}, {"PDF", a.PDF, b.PDF}, {"text", a.Text, b.Text}, {"HTML", a.HTML, b.HTML},
		{"pictures", a.Pictures, b.Pictures},
		{"sender, subject or headers", a.Settings, b.Settings}, {"secret", a.Secret, b.Secret},
	} {
		if !reflect.DeepEqual(part.a, part.b) {
			out = append(out, part.what)
		}
	}
	return out
}
