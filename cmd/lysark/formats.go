package main

import (
	"path/filepath"
	"slices"
	"strings"

	"lysark/report/output"
	"lysark/report/pdf"
)

// formats are the kinds of files that a deck can be written as; the first is that of a file whose name tells none.
func formats() []output.Format { return []output.Format{pdf.Format()} }

// format is that of the file to write, by the ending of its name.
func (o buildOptions) format() output.Format {
	all := formats()
	ending := strings.ToLower(filepath.Ext(o.out))
	return all[max(0, slices.IndexFunc(all, func(f output.Format) bool { return f.Ending == ending }))]
}
