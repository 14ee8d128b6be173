package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"lysark/config"
	"lysark/config/diag"
	"lysark/report/compose"
	"lysark/report/draft"
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
func draftFiles(ctx context.Context, ui *ui, o newOptions) (files []written, d drafted, err error) {
	name := filepath.Base(o.from)
	if strings.EqualFold(name, layoutName) || strings.EqualFold(name, themeName) {
		return nil, d, usagef("--from is %q, which is what the new deck calls its own file; rename the answers", o.from)
	}
	ui.progress("reading %s", o.from)
	data, err := os.ReadFile(o.from)
	if err != nil {
		return nil, d, fmt.Errorf("reading the answers: %w", err)
	}
	table, list := survey.Read(o.from, data,
		survey.Options{Pos: diag.Pos{File: o.from, Line: 1, Col: 1}, Lang: o.lang})
	if ui.problems(list); ui.stops(list) {
		return nil, d, errDiagnostics
	}
	d.table = table
	d.Draft, list = draftDeck(ctx, ui, table, draft.Options{File: name, Lang: o.lang})
	if ctx.Err() != nil {
		return nil, d, ctx.Err()
	}
	if ui.problems(list); isWrong(list) {
		return nil, d, errors.New("no deck that builds could be drafted from the answers; nothing was written")
	}
	files = []written{{layoutName, []byte(d.Text)}, {themeName, []byte(draft.Theme(o.lang))}}
	if !sameFile(o.from, filepath.Join(o.dir, name)) {
		files = append(files, written{name, data})
	}
	return files, d, nil
}

// isWrong tells whether something is wrong with the draft itself. A warning of the answers is one of the answers.
func isWrong(list diag.List) bool {
	return list.HasErrors() || slices.ContainsFunc(list, func(d diag.Diagnostic) bool { return d.File == layoutName })
}

// sameFile tells whether the answers lie in the deck's folder already.
func sameFile(a, b string) bool {
	x, err1 := os.Stat(a)
	y, err2 := os.Stat(b)
	return err1 == nil && err2 == nil && os.SameFile(x, y)
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
