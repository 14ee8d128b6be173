package main

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"lysark/config"
	"lysark/config/diag"
	"lysark/report/compose"
	"lysark/report/draft"
	"lysark/report/figures"
	"lysark/report/locale"
	"lysark/report/resolve"
	"lysark/report/survey"
)

// starter is a small deck with its answers in each language.
//
//go:embed starter
var starter embed.FS

const (
	layoutName = "deck.toml"
	themeName  = "theme.toml"
)

// newOptions are the flags of new.
type newOptions struct {
	dir, from, lang string
}

// written is a file of a new deck.
type written struct {
	name string
	data []byte
}

func newNew(ui *ui) *cobra.Command {
	var o newOptions
	cmd := &cobra.Command{
		Use:   "new DIR",
		Short: "Start a deck that builds at once",
		Long: `New writes a deck that builds at once into the folder DIR, made when missing.

With --from it is drafted from a file of answers, one row per respondent: a slide
per question, each with the chart that suits its answers. Columns that may hold
personal data or answers in people's own words have no slide, and are told. The
file itself is copied into DIR whole, such columns included: the deck is built
from it, so do not pass the folder on. Without --from the deck is a small one with
made-up answers. New never writes over a file.`,
		Example: `  lysark new min-undersokelse
  lysark new our-survey --lang en
  lysark new min-undersokelse --from svar-2026.csv --lang nn`,
		Args: one("the folder DIR"),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.dir = args[0]
			return runNew(cmd.Context(), ui, o)
		},
	}
	cmd.Flags().StringVar(&o.from, "from", "", "draft the deck from this `FILE` of answers")
	cmd.Flags().StringVar(&o.lang, "lang", "nb", "the deck's language: nb, nn or en")
	return cmd
}

func runNew(ctx context.Context, ui *ui, o newOptions) error {
	files, d, err := newFiles(ctx, ui, o)
	if err != nil {
		return err
	}
	if err := writeNew(ctx, o.dir, files); err != nil {
		return err
	}
	ui.print("wrote %s; build it with\n  lysark build %s", o.dir, filepath.Join(o.dir, layoutName))
	tellLeftOut(ui, filepath.Base(o.from), d)
	return nil
}

// tellLeftOut tells which columns have no slide, and that those nobody else is to see lie in the folder all the same.
func tellLeftOut(ui *ui, answers string, d draft.Draft) {
	if len(d.LeftOut) == 0 {
		return
	}
	ui.print("%s tells why these columns have no slide:", layoutName)
	for _, heading := range d.LeftOut {
		ui.print("  %s", heading)
	}
	if len(d.Private) > 0 {
		ui.print("%s is in the folder whole, with these; do not pass the folder on:", answers)
		for _, heading := range d.Private {
			ui.print("  %s", heading)
		}
	}
}

func newFiles(ctx context.Context, ui *ui, o newOptions) (files []written, d draft.Draft, err error) {
	if _, ok := locale.For(o.lang); !ok {
		return nil, d, usagef("--lang is %q; use %s", o.lang, strings.Join(locale.Tags(), ", "))
	}
	if o.from != "" {
		return draftFiles(ctx, ui, o)
	}
	files, err = starterFiles(o.lang)
	return files, d, err
}

func starterFiles(lang string) ([]written, error) {
	files := []written{{themeName, []byte(draft.Theme(lang))}}
	names, err := fs.Glob(starter, path.Join("starter", lang, "*"))
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		data, err := starter.ReadFile(name)
		if err != nil {
			return nil, err
		}
		files = append(files, written{path.Base(name), data})
	}
	return files, nil
}

// draftFiles reads the answers and drafts a deck of them. What is wrong with the answers is printed as ever.
func draftFiles(ctx context.Context, ui *ui, o newOptions) (files []written, d draft.Draft, err error) {
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
	d, list = draftDeck(ctx, ui, table, draft.Options{File: name, Lang: o.lang})
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
	study := draft.StudyOf(table, func(column int) {
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

// writeNew writes the files of a new deck, all or none: what was written is removed when one cannot be.
func writeNew(ctx context.Context, dir string, files []written) (err error) {
	for _, f := range files {
		target := filepath.Join(dir, f.name)
		if _, err := os.Lstat(target); !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("%s is already there; choose a new folder", target)
		}
	}
	made := missingFolders(dir)
	var done []string
	defer func() {
		if err == nil {
			return
		}
		for _, name := range append(done, made...) {
			os.Remove(name)
		}
	}()
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	for _, f := range files {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		target := filepath.Join(dir, f.name)
		if err := writeWhole(target, f.data); err != nil {
			return err
		}
		done = append(done, target)
	}
	return nil
}

// missingFolders are the folders that have to be made for dir to be there, the innermost first.
func missingFolders(dir string) []string {
	var out []string
	for dir = filepath.Clean(dir); ; dir = filepath.Dir(dir) {
		if _, err := os.Lstat(dir); !errors.Is(err, fs.ErrNotExist) {
			return out
		}
		out = append(out, dir)
	}
}
