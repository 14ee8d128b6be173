package mail

import (
	"fmt"
	"reflect"
	"slices"

	"lysark/report/mail/ledger"
)

// Extension is what a new list changes for those who were planned before.
type Extension struct {
	Added  int
	Left   []Recipient // who are in a file of those who left by now
	Absent []Recipient // who are no longer in the list; they stay in the plan
}

// Extend makes the plan one that adds members to another: those who were planned stay as they are. It fails with a
// *ChangedError when they would get something else than was planned.
func (f *Frozen) Extend(before *Plan) (Extension, error) {
	var out Extension
	if changed := f.differs(before); len(changed) > 0 {
		return out, &ChangedError{changed}
	}
	now := map[ledger.Key]bool{}
	for _, r := range f.Plan.Recipients {
		now[r.Key] = true
	}
	known := map[ledger.Key]bool{}
	for i, r := range before.Recipients {
		known[r.Key] = true
		switch {
		case f.left[r.Key]:
			out.Left = append(out.Left, r)
		case !now[r.Key]:
			out.Absent = append(out.Absent, r)
		}
		w, list := f.texts.fill(r)
		if list.HasErrors() || w.sum() != r.Words {
			return out, &ChangedError{[]string{fmt.Sprintf("the words for row %d", r.Row)}}
		}
		if i == 0 {
			f.First = w // of the new list it may be another's
		}
	}
	all := slices.Clone(before.Recipients)
	for _, r := range f.Plan.Recipients {
		if !known[r.Key] {
			all = append(all, r)
			out.Added++
		}
	}
	f.Plan.Recipients = all
	f.Plan.seal()
	f.extends, f.before, f.Files = &out, before.Digest, nil // the files are in the folder already
	return out, nil
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
		{"id", a.ID, b.ID}, {"PDF", a.PDF, b.PDF}, {"text", a.Text, b.Text}, {"HTML", a.HTML, b.HTML}, {"pictures", a.Pictures, b.Pictures},
		{"sender, subject or headers", a.Settings, b.Settings}, {"secret", a.Secret, b.Secret},
	} {
		if !reflect.DeepEqual(part.a, part.b) {
			out = append(out, part.what)
		}
	}
	return out
}
