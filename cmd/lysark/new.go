package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"lysark/report/draft"
	"lysark/report/draft/starter"
	"lysark/report/locale"
)

const (
	layoutName = "deck.toml"
	themeName  = "theme.toml"
)

// newOptions are the flags of new.
type newOptions struct {
	dir, from, codebook, lang string
}

func newNew(ui *ui) *cobra.Command {
	var o newOptions
	cmd := &cobra.Command{
		Use:   "new DIR",
		Short: "Start a deck that builds at once",
		Long: `New writes a deck that builds at once into the folder DIR, made when missing.

With --from it is drafted from a file of answers, one row per respondent: at most
30 slides, each with the chart that suits its answers. Options and statements that
belong together share a slide. The survey tool's own columns, personal data and
answers in people's own words have no slide, and are told. The file itself is
copied into DIR whole, such columns included, as the deck is built from it:
do not pass the folder on. Without --from the deck is a small one with
made-up answers. New never writes over a file.`,
		Example: `  lysark new min-undersokelse
  lysark new our-survey --lang en
  lysark new min-undersokelse --from svar-2026.csv --lang nn
  lysark new our-survey --from answers.csv --codebook codes.csv --lang en`,
		Args: one("the folder DIR"),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.dir = args[0]
			return runNew(cmd.Context(), ui, o)
		},
	}
	cmd.Flags().StringVar(&o.from, "from", "", "draft the deck from this `FILE` of answers")
	cmd.Flags().StringVar(&o.codebook, "codebook", "", "a `FILE` that says what the answers' codes mean")
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
	if o.from != "" {
		tellDraft(ui, filepath.Base(o.from), d)
	}
	return nil
}

func newFiles(ctx context.Context, ui *ui, o newOptions) (files []starter.File, d drafted, err error) {
	if _, ok := locale.For(o.lang); !ok {
		return nil, d, usagef("--lang is %q; use %s", o.lang, strings.Join(locale.Tags(), ", "))
	}
	switch {
	case o.from != "":
		return draftFiles(ctx, ui, o)
	case o.codebook != "":
		return nil, d, usagef("--codebook tells of answers; name their file with --from")
	}
	files, err = starterFiles(o.lang)
	return files, d, err
}

func starterFiles(lang string) ([]starter.File, error) {
	files, err := starter.Files(lang)
	return append(files, starter.File{Name: themeName, Data: []byte(draft.Theme(lang))}), err
}

// writeNew writes the files of a new deck, all or none: what was written is removed when one cannot be.
func writeNew(ctx context.Context, dir string, files []starter.File) (err error) {
	for _, f := range files {
		target := filepath.Join(dir, f.Name)
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
		target := filepath.Join(dir, f.Name)
		if err := writeWhole(target, f.Data); err != nil {
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
