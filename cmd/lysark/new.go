package main

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"
)

//go:embed starter
var starter embed.FS

func newNew(ui *ui) *cobra.Command {
	return &cobra.Command{
		Use:   "new DIR",
		Short: "Start a small deck that builds at once",
		Long: `New writes a small deck into the folder DIR, made when missing: a layout, a theme and
made-up answers to change into your own. It never writes over a file.`,
		Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error { return runNew(ui, args[0]) },
	}
}

func runNew(ui *ui, dir string) error {
	names, err := fs.Glob(starter, "starter/*")
	if err != nil {
		return err
	}
	for _, name := range names {
		target := filepath.Join(dir, filepath.Base(name))
		if _, err := os.Lstat(target); !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("%s is already there; choose a new folder", target)
		}
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	for _, name := range names {
		data, err := starter.ReadFile(name)
		if err != nil {
			return err
		}
		if err := writeWhole(filepath.Join(dir, filepath.Base(name)), data); err != nil {
			return err
		}
	}
	ui.print("wrote %s; build it with\n  lysark build %s", dir, filepath.Join(dir, "deck.toml"))
	return nil
}
