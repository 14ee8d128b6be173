package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"sync/atomic"
	"time"
	"unicode"

	"golang.org/x/term"

	"lysark/config/diag"
	"lysark/report/locale"
)

// The rules of what the user sees:
//   - Problems and failures go to standard error; what was asked for goes to standard output.
//   - JSON problems go to standard output, unless the PDF does.
//   - On a terminal: colour (unless NO_COLOR is set), a progress line for long work, one line when done.
//     Elsewhere: problems only.
//   - No capitals at the beginning and no full stops at the end.

// ui is the only writer to the terminal.
type ui struct {
	out, err io.Writer
	format   string // "text" or "json"
	strict   bool   // warnings are errors
	pipe     bool   // standard output carries the PDF
	terminal bool   // standard error is one
	color    bool
	public   bool // others read what is printed, as in CI
	started  time.Time
	line     bool // a progress line stands on the terminal

	drains atomic.Bool // the verb that runs ends by itself when it is interrupted
}

func newUI(out, err io.Writer, getenv func(string) string) *ui {
	u := &ui{out: out, err: err, format: "text", started: time.Now(), public: getenv("CI") != ""}
	if f, ok := err.(*os.File); ok {
		u.terminal = term.IsTerminal(int(f.Fd())) && getenv("CI") == ""
	}
	u.color = u.terminal && getenv("NO_COLOR") == "" && getenv("TERM") != "dumb"
	return u
}

// quick is how long work may take before a progress line tells of it.
const quick = 400 * time.Millisecond

// progress tells what is being done, on a terminal, once the work has taken a while.
func (u *ui) progress(format string, args ...any) {
	if !u.terminal || time.Since(u.started) < quick {
		return
	}
	u.line = true
	fmt.Fprint(u.err, "\r\x1b[K"+onOneLine(fmt.Sprintf(format, args...), terminalWidth(u.err)))
}

// onOneLine cuts a text to a line of the terminal, of which a longer one would leave the first part behind; a width of
// 0 is not known. What would move the cursor becomes a space.
func onOneLine(text string, width int) string {
	letters := []rune(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, text))
	const mark = 2 // " …" stands at the end, and the last column stays free: some terminals break after it
	if most := width - mark - 1; width > 0 && len(letters) > most {
		letters = letters[:max(most, 0)]
	}
	return strings.TrimRight(string(letters), " ") + " …"
}

func (u *ui) clearProgress() {
	if u.line {
		fmt.Fprint(u.err, "\r\x1b[K")
		u.line = false
	}
}

// done tells, on a terminal, that all went well.
func (u *ui) done(format string, args ...any) {
	u.clearProgress()
	if u.terminal {
		fmt.Fprintf(u.err, format+"\n", args...)
	}
}

// print answers what was asked for.
func (u *ui) print(format string, args ...any) { fmt.Fprintf(u.out, format+"\n", args...) }

// give answers what was asked for, or writes it to a file when one is named.
func (u *ui) give(target string, data []byte) error {
	if target == "" || target == "-" {
		if _, err := u.out.Write(data); err != nil {
			return fmt.Errorf("writing to standard output: %w", err)
		}
		return nil
	}
	if err := writeWhole(target, data); err != nil {
		return err
	}
	u.done("%s: %s", target, locale.FileSize(len(data)))
	return nil
}

// width is how many characters a line of the terminal holds that standard output is, 0 when it is none.
func (u *ui) width() int { return terminalWidth(u.out) }

func terminalWidth(w io.Writer) int {
	f, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return 0
	}
	width, _, err := term.GetSize(int(f.Fd()))
	if err != nil {
		return 0
	}
	return width
}

func (u *ui) failure(err error) {
	u.clearProgress()
	fmt.Fprintf(u.err, "lysark: %v\n", err)
}

// note tells what has to be known beside the answer.
func (u *ui) note(format string, args ...any) {
	u.clearProgress()
	fmt.Fprintf(u.err, format+"\n", args...)
}

func (u *ui) bug(what any, args []string) {
	u.clearProgress()
	fmt.Fprintf(u.err, "lysark: this is a bug in lysark %s, please report it\n  command: %q\n  panic: %v\n%s",
		version(), args, what, debug.Stack())
}

// problems prints the list in the chosen format.
func (u *ui) problems(list diag.List) {
	u.clearProgress()
	if u.strict {
		list = list.Strict()
	}
	list = list.Sorted()
	if u.format == "json" {
		w := u.out
		if u.pipe {
			w = u.err
		}
		_ = list.JSON(w) // a broken pipe has nobody left to tell
		return
	}
	_ = list.Text(u.err, diag.TextOptions{Color: u.color, Line: sourceLines()})
}

// stops tells whether the list stops the build.
func (u *ui) stops(list diag.List) bool {
	return list.HasErrors() || (u.strict && list.Strict().HasErrors())
}

// sourceLines reads lines of layout and theme files for quoting, each file once. Lines of data files are members'
// answers and are never shown.
func sourceLines() func(file string, number int) (string, bool) {
	read := map[string][]string{}
	return func(file string, number int) (string, bool) {
		if filepath.Ext(file) != ".toml" {
			return "", false
		}
		lines, done := read[file]
		if !done {
			data, err := os.ReadFile(file)
			if err == nil {
				lines = strings.Split(strings.ReplaceAll(string(data), "\r\n", "\n"), "\n")
			}
			read[file] = lines
		}
		if number < 1 || number > len(lines) {
			return "", false
		}
		return lines[number-1], true
	}
}

// deliver writes the PDF to its file or to standard output.
func (u *ui) deliver(target string, data []byte, slides int) error {
	if target == "-" {
		if _, err := u.out.Write(data); err != nil {
			return fmt.Errorf("writing to standard output: %w", err)
		}
		return nil
	}
	if err := writeWhole(target, data); err != nil {
		return err
	}
	u.done("%s: %d slides, %s, %s", target, slides, locale.FileSize(len(data)),
		time.Since(u.started).Round(time.Millisecond))
	return nil
}
