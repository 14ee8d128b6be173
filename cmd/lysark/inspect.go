package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"runtime/debug"

	"github.com/spf13/cobra"

	"lysark/config/diag"
	"lysark/report/pdf/inspect"
)

func newInspect(ui *ui) *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "inspect FILE.pdf…",
		Short: "Tell what is in a PDF and which rules of accessibility and archiving it breaks",
		Long: `Inspect tells what is in a PDF: what it says of itself and which standards it claims to
conform to, its pages with their headings and alternative texts, tags, fonts and
attachments. Then it tells every broken rule of PDF/UA-1, with the number of the
Matterhorn Protocol, and, of a file that claims to be PDF/A, of ISO 19005-2 and 3, with
the place and what to do. It takes any PDF, and "-" for standard input.

What only people can judge it does not: whether an alternative text tells what the
picture does, whether the order of reading makes sense. JSON holds all that was read.

Exit codes: 0 no problems, or warnings only; 1 problems, or a file that is no PDF;
2 the command line is wrong.`,
		Example: `  lysark inspect rapport.pdf
  lysark build deck.toml -o - | lysark inspect - --format json`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usagef("name the PDF to inspect, or - for standard input")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return runInspect(ui, args, format) },
	}
	addFormatFlag(cmd, &format, inspectFormats())
	return cmd
}

// inspected is one file and what is in it.
type inspected struct {
	File string `json:"file"`
	*inspect.Document
}

func runInspect(ui *ui, names []string, format string) error {
	write, err := chooseFormat(inspectFormats(), format)
	if err != nil {
		return err
	}
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(inspectMemory))
	var all []inspected
	broken := false
	for _, name := range names {
		d, err := inspectFile(ui, name)
		if err != nil {
			ui.failure(err)
			broken = true
			continue
		}
		all = append(all, inspected{name, d})
		broken = broken || ui.breaks(d.Problems)
	}
	if len(all) > 0 {
		if err := hand(ui, "", write, all); err != nil {
			return err
		}
	}
	if broken {
		return errDiagnostics
	}
	return nil
}

func inspectFile(ui *ui, name string) (*inspect.Document, error) {
	data, err := readInput(name)
	if err != nil {
		return nil, err
	}
	ui.progress("inspecting %s", name)
	d, err := inspect.Read(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return d, nil
}

// What reading a PDF may take. The limit lets the collector keep up with what is thrown away; it takes nothing from
// what a file needs.
const (
	inspectMemory = 48 << 20
	largestPDF    = 32 << 20 // of one file
)

// readInput reads a file, or standard input for "-".
func readInput(name string) ([]byte, error) {
	if name == "-" {
		return readUpTo(os.Stdin, "standard input", 0)
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", name, withoutName(err))
	}
	defer f.Close() // nothing was written
	known := int64(0)
	if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
		known = info.Size()
	}
	return readUpTo(f, name, known)
}

// readUpTo reads all of what is no larger than a PDF may be. size is what it is known to have; 0 is not known.
func readUpTo(in io.Reader, name string, size int64) ([]byte, error) {
	var data bytes.Buffer
	if size <= largestPDF {
		data.Grow(int(size) + bytes.MinRead)
		if _, err := data.ReadFrom(io.LimitReader(in, largestPDF+1)); err != nil {
			return nil, fmt.Errorf("reading %s: %w", name, withoutName(err))
		}
		size = int64(data.Len())
	}
	if size > largestPDF {
		return nil, fmt.Errorf("reading %s: it is larger than %d MB, which no deck is", name, largestPDF>>20)
	}
	return data.Bytes(), nil
}

// withoutName takes off the name of a file that is told already.
func withoutName(err error) error {
	var failed *fs.PathError
	if errors.As(err, &failed) {
		return failed.Err
	}
	return err
}

// breaks tells whether there is a problem that fails the command.
func (u *ui) breaks(problems []inspect.Problem) bool {
	for _, p := range problems {
		if u.strict || p.Severity == diag.Error {
			return true
		}
	}
	return false
}

func inspectFormats() []form[[]inspected] {
	return []form[[]inspected]{
		{"text", inspectedText},
		{"json", func(all []inspected, w io.Writer, _ int) error {
			e := json.NewEncoder(w)
			e.SetIndent("", "  ")
			e.SetEscapeHTML(false)
			return e.Encode(all)
		}},
	}
}

func inspectedText(all []inspected, w io.Writer, width int) error {
	for i, d := range all {
		if i > 0 {
			fmt.Fprintln(w)
		}
		fmt.Fprintf(w, "%s\n", d.File)
		if err := d.Text(w, width); err != nil {
			return err
		}
	}
	return nil
}
