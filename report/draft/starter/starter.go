// Package starter holds a small deck with made-up answers in each language, for those who start without answers of
// their own.
package starter

import (
	"embed"
	"io/fs"
	"path"
)

// decks are a folder for each language: a layout and its answers.
//
//go:embed nb nn en
var decks embed.FS

// File is a file of a deck, by its name in the deck's folder.
type File struct {
	Name string
	Data []byte
}

// Files are those of the deck in a language: nb, nn or en.
func Files(lang string) ([]File, error) {
	names, err := fs.Glob(decks, path.Join(lang, "*"))
	if err != nil {
		return nil, err
	}
	var out []File
	for _, name := range names {
		data, err := decks.ReadFile(name)
		if err != nil {
			return nil, err
		}
		out = append(out, File{path.Base(name), data})
	}
	return out, nil
}
