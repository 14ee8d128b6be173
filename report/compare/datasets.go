package compare

import (
	"slices"
	"strings"

	"lysark/config"
	"lysark/report/template"
)

// A layout of its own may call the data set and the questions otherwise. A data set is known again
//
//   - by its name, unless it is this year's in one layout and an earlier year's in the other: svar2025 is the first
//     data set of one year and the "previous" of the next;
//   - as the first of its layout, which expressions mean when they name none;
//   - as the earlier year of one that is known;
//   - by its questions.

// sameParts tells which data set of the new layout plays the part of which of the old one.
func sameParts(old, new *config.File) map[string]string {
	p := parts{old, new, map[string]string{}, map[string]bool{}}
	sameName := func(a, b config.Data) bool { return a.Name.V == b.Name.V }
	p.pair(func(a, b config.Data) bool { return sameName(a, b) && isEarlier(old, a) == isEarlier(new, b) })
	p.pair(func(a, b config.Data) bool { return sameName(a, old.Data[0]) && sameName(b, new.Data[0]) })
	p.pair(func(a, b config.Data) bool { return p.earlierOfPaired(a.Name.V, b.Name.V) })
	p.pair(askTheSame)
	p.pair(sameName)
	return p.newOf
}

type parts struct {
	old, new *config.File
	newOf    map[string]string
	taken    map[string]bool // of the new layout
}

func (p parts) pair(same func(a, b config.Data) bool) {
	for _, a := range p.old.Data {
		for _, b := range p.new.Data {
			if _, paired := p.newOf[a.Name.V]; !paired && !p.taken[b.Name.V] && same(a, b) {
				p.newOf[a.Name.V], p.taken[b.Name.V] = b.Name.V, true
			}
		}
	}
}

func (p parts) earlierOfPaired(a, b string) bool {
	return slices.ContainsFunc(p.old.Data, func(d config.Data) bool {
		i := slices.IndexFunc(p.new.Data, func(o config.Data) bool { return o.Name.V == p.newOf[d.Name.V] })
		return i >= 0 && earlier(p.old, d) == a && earlier(p.new, p.new.Data[i]) == b
	})
}

// earlier is the data set of the time before: as the layout says, or the only other one when it has no questions of
// its own.
func earlier(file *config.File, d config.Data) string {
	if d.Previous.Set {
		return d.Previous.V
	}
	if all := file.Data; len(all) == 2 && d.Name.V == all[0].Name.V && len(all[1].Questions) == 0 {
		return all[1].Name.V
	}
	return ""
}

func isEarlier(file *config.File, d config.Data) bool {
	return slices.ContainsFunc(file.Data, func(o config.Data) bool { return earlier(file, o) == d.Name.V })
}

// askTheSame: at least half of the questions of the longer list are on the other, too.
func askTheSame(a, b config.Data) bool {
	both := 0
	for _, q := range a.Questions {
		if _, same := nameAmong(b.Questions, q); same {
			both++
		}
	}
	return both > 0 && 2*both >= max(len(a.Questions), len(b.Questions))
}

// renaming tells what the data sets and questions of one deck are called in the other.
type renaming struct {
	data      map[string]string
	questions map[[2]string]string // by data set and name, both of the one deck
}

// renamings are the names of the old deck in the new one, and the other way round.
func renamings(old, new Side) (newNames, oldNames renaming) {
	newOf := sameParts(old.File, new.File)
	oldOf := map[string]string{}
	for was, is := range newOf {
		oldOf[is] = was
	}
	return rename(old, new, newOf), rename(new, old, oldOf)
}

func rename(from, to Side, data map[string]string) renaming {
	out := renaming{data, map[[2]string]string{}}
	for _, d := range from.File.Data {
		other, there := to.data(data[d.Name.V])
		if !there {
			continue
		}
		for _, q := range from.declared(d) {
			if name, same := nameAmong(to.declared(other), q); same {
				out.questions[[2]string{d.Name.V, q.Name.V}] = name
			}
		}
	}
	return out
}

// declared are the questions that expressions can ask of a data set: its own, then those of the others.
func (s Side) declared(d config.Data) []config.Question {
	out := slices.Clone(d.Questions)
	for _, other := range s.File.Data {
		for _, q := range other.Questions {
			if !slices.ContainsFunc(out, func(o config.Question) bool { return o.Name.V == q.Name.V }) {
				out = append(out, q)
			}
		}
	}
	return out
}

// nameAmong is what a question is called among others: its own name, else that of the same column.
func nameAmong(others []config.Question, q config.Question) (string, bool) {
	for _, o := range others {
		if o.Name.V == q.Name.V {
			return q.Name.V, true
		}
	}
	for _, o := range others {
		if strings.TrimSpace(o.Column.V) == strings.TrimSpace(q.Column.V) {
			return o.Name.V, true
		}
	}
	return "", false
}

// source is a source under the names of the other deck, where it has any.
func (n renaming) source(s template.Source) template.Source {
	s.Data, s.Question = n.names(s.Data, s.Question)
	return s
}

func (n renaming) names(data, question string) (string, string) {
	if name, ok := n.questions[[2]string{data, question}]; ok {
		question = name
	}
	if name, ok := n.data[data]; ok {
		data = name
	}
	return data, question
}

// origin is where a figure comes from: data sets, questions, answers, under the names of the other deck.
func (n renaming) origin(f template.Figure) string {
	var b strings.Builder
	for _, s := range f.Sources {
		s = n.source(s)
		b.WriteString(s.Data + "\x00" + s.Question + "\x00" + strings.Join(s.Answers, "\x01") + "\x02")
	}
	return b.String()
}
