package main

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"lysark/config"
	"lysark/config/diag"
	"lysark/config/nearby"
	"lysark/report/compose"
	"lysark/report/draft"
	"lysark/report/draft/starter"
	"lysark/report/figures"
	"lysark/report/resolve"
	"lysark/report/survey"
)

// drafted is a draft and the answers it was made of.
type drafted struct {
	draft.Draft
	table *survey.Table
}

// draftFiles reads the answers and drafts a deck of them. What is wrong with the answers is printed as ever.
func draftFiles(ctx context.Context, ui *ui, o newOptions) (files []starter.File, d drafted, err error) {
	table, files, err := o.read(ui)
	if err != nil {
		return nil, d, err
	}
	names := draft.Options{File: files[0].Name, Lang: o.lang}
	if len(files) > 1 {
		names.Codebook = files[1].Name
	}
	var list diag.List
	d.table = table
	d.Draft, list = draftDeck(ctx, ui, table, names)
	if ctx.Err() != nil {
		return nil, d, ctx.Err()
	}
	if ui.problems(list); isWrong(list) {
		return nil, d, errors.New("no deck that builds could be drafted from the answers; nothing was written")
	}
	out := []starter.File{
		{Name: layoutName, Data: []byte(d.Text)}, {Name: themeName, Data: []byte(draft.Theme(o.lang))},
	}
	for i, from := range []string{o.from, o.codebook}[:len(files)] {
		if !nearby.Same(from, filepath.Join(o.dir, files[i].Name)) {
			out = append(out, files[i])
		}
	}
	return out, d, nil
}

// read reads the answers and their codebook, which the new deck's folder gets, too.
func (o newOptions) read(ui *ui) (*survey.Table, []starter.File, error) {
	var files []starter.File
	var tables []*survey.Table
	for _, file := range []string{o.from, o.codebook} {
		name := filepath.Base(file)
		switch {
		case file == "":
			continue
		case strings.EqualFold(name, layoutName), strings.EqualFold(name, themeName),
			len(files) > 0 && name == files[0].Name:
			return nil, nil, usagef("the new deck has a file %q of its own; rename %q", name, file)
		}
		ui.progress("reading %s", file)
		data, err := nearby.Read(file)
		if err != nil {
			var list diag.List
			list.Errorf(diag.Pos{File: file}, diag.MissingFile, diag.HintOf(err, "check the name"),
				"cannot read it: %s", nearby.Reason(err))
			ui.problems(list)
			return nil, nil, errDiagnostics
		}
		at := diag.Pos{File: file, Line: 1, Col: 1}
		table, list := survey.Read(file, data, survey.Options{Pos: at, Lang: o.lang})
		if len(tables) > 0 && !list.HasErrors() {
			list.Add(tables[0].Describe(table, at))
		}
		if ui.problems(list); ui.stops(list) {
			return nil, nil, errDiagnostics
		}
		files, tables = append(files, starter.File{Name: name, Data: data}), append(tables, table)
	}
	return tables[0], files, nil
}

// isWrong tells whether something is wrong with the draft itself. A warning of the answers is one of the answers.
func isWrong(list diag.List) bool {
	return list.HasErrors() || slices.ContainsFunc(list, func(d diag.Diagnostic) bool { return d.File == layoutName })
}

// draftDeck drafts a deck and lays it out; a slide that something is wrong with gets a plainer form, until nothing is.
func draftDeck(ctx context.Context, ui *ui, table *survey.Table, o draft.Options) (draft.Draft, diag.List) {
	study := draft.StudyOf(table, o.Lang, func(column int) {
		ui.progress("looking at column %d of %d", column, len(table.Columns))
	})
	o.Plainer = map[string]int{}
	for try := 1; ; try++ {
		ui.progress("trying out draft %d", try)
		d := study.Deck(o)
		list := tryOut(d, table, o.Lang)
		var blamed []string
		for _, found := range list {
			if key := d.Owner(found.Line); found.File == layoutName && key != "" && !slices.Contains(blamed, key) {
				blamed = append(blamed, key)
				o.Plainer[key]++
			}
		}
		if len(blamed) == 0 || ctx.Err() != nil {
			return d, list
		}
	}
}

// tryOut lays a drafted deck out without writing it, and tells everything that check would.
func tryOut(d draft.Draft, table *survey.Table, lang string) diag.List {
	texts := map[string]string{layoutName: d.Text, themeName: draft.Theme(lang)}
	file, list := config.Read(layoutName, func(name string) ([]byte, error) {
		text, ok := texts[name]
		if !ok {
			return nil, fs.ErrNotExist
		}
		return []byte(text), nil
	})
	answers := map[string]*survey.Table{}
	for _, data := range file.Data {
		answers[data.Name.V] = table
	}
	deck, more := resolve.Deck(file, figures.New(file, answers), compose.Layouts(), buildOptions{}.format().Limits)
	list.Add(more)
	if list.HasErrors() {
		return list
	}
	_, more = compose.Pages(deck)
	list.Add(more)
	return list
}

// tellDraft tells what the answers were taken for, and what became of them.
func tellDraft(ui *ui, answers string, d drafted) {
	ui.print("%s: %d respondents, %d columns", answers, d.table.Len(), len(d.table.Columns))
	for _, line := range d.Account(answers, layoutName) {
		ui.print("%s", line)
	}
}
