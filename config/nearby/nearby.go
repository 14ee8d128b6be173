// Package nearby reads files that somebody has named, and finds out which was meant when one is not there: the same
// name with other capitals, with an ending that a program hides, stored with other marks.
package nearby

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"lysark/config/diag"
)

// Read reads a file that somebody has named. When it is not there, the error says which file is that may be meant.
func Read(name string) ([]byte, error) {
	if base := filepath.Base(name); strings.HasPrefix(base, lockPrefix) {
		return nil, &unread{errors.New("it is what a spreadsheet program keeps while the file is open"),
			fmt.Sprintf("name the file itself, %q", strings.TrimPrefix(base, lockPrefix))}
	}
	data, err := os.ReadFile(name)
	if err == nil {
		return data, nil
	}
	if at, statErr := os.Stat(name); statErr == nil && at.IsDir() {
		return nil, &unread{errors.New("it is a folder"), filesIn(name)}
	}
	return nil, &unread{errors.New(Reason(err)), inPlace(name)}
}

// Same tells whether two names are of one file that is there.
func Same(a, b string) bool {
	x, err1 := os.Stat(a)
	y, err2 := os.Stat(b)
	return err1 == nil && err2 == nil && os.SameFile(x, y)
}

// Reason is why a file cannot be read, without its name, which the message has already.
func Reason(err error) string {
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		return fmt.Sprint(pathErr.Err)
	}
	return err.Error()
}

// lockPrefix begins the names of the files that Excel keeps beside those that are open.
const lockPrefix = "~$"

// unread is why a file cannot be read, and what may be meant.
type unread struct {
	error
	hint string
}

// Hint is what to do; empty when nothing is known.
func (u *unread) Hint() string { return u.hint }

// filesIn is the hint for a folder in the place of a file: its layouts, else its files.
func filesIn(folder string) string {
	const most = 3
	var layouts, files []string
	for _, name := range inFolder(folder) {
		path := fmt.Sprintf("%q", filepath.ToSlash(filepath.Join(folder, name)))
		if strings.HasSuffix(name, ".toml") {
			layouts = append(layouts, path)
		}
		files = append(files, path)
	}
	if len(layouts) > 0 {
		files = layouts
	}
	if len(files) == 0 || len(files) > most {
		return "name a file in it"
	}
	return "name a file in it, such as " + strings.Join(files, ", ")
}

var onDrive = regexp.MustCompile(`^(.*/)?[A-Za-z]:[/\\]`)

// inPlace is the hint for a file that is not there: what is in its place. Of a longer path the first part is looked at
// that is not there.
func inPlace(name string) string {
	folder, rest := ".", filepath.ToSlash(name)
	if onDrive.MatchString(rest) && filepath.VolumeName(name) == "" {
		return "other machines have no such drive: put the file beside the layout, and name it from there"
	}
	if slashed := strings.ReplaceAll(name, `\`, "/"); slashed != name {
		if _, err := os.Stat(slashed); err == nil {
			return "write / between folders: " + slashed
		}
	}
	if filepath.IsAbs(name) {
		folder, rest = filepath.VolumeName(name)+"/", strings.TrimLeft(rest[len(filepath.VolumeName(name)):], "/")
	}
	for {
		part, more, deeper := strings.Cut(rest, "/")
		next := filepath.Join(folder, part)
		if _, err := os.Stat(next); err != nil {
			there := inFolder(folder)
			if last := filepath.Base(rest); deeper && slices.Contains(there, last) {
				return fmt.Sprintf("%q is there, and there is no folder %q", last, part)
			}
			return inPlaceOf(part, there)
		}
		if !deeper {
			return ""
		}
		folder, rest = next, more
	}
}

// inFolder are the names in a folder, in order, without those of programs.
func inFolder(folder string) []string {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil
	}
	var out []string
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), ".") && !strings.HasPrefix(e.Name(), lockPrefix) {
			out = append(out, e.Name())
		}
	}
	return out
}

// inPlaceOf tells which of the names is there instead of the one that is not; empty when none comes near.
func inPlaceOf(name string, there []string) string {
	form := norm.NFC.String
	fold := func(s string) string { return strings.ToLower(form(strings.TrimSpace(s))) }
	stem := func(s string) string { return strings.TrimSuffix(s, filepath.Ext(s)) }
	for _, way := range []struct {
		same func(other string) bool
		told string
	}{
		{func(o string) bool { return form(o) == form(name) },
			"%q is there, which looks the same: its letters and their marks are stored in another way; rename it by typing its name anew"},
		{func(o string) bool { return fold(o) == fold(name) }, "%q is there; capitals and spaces have to be the same"},
		{func(o string) bool { return fold(o) == fold(name)+".txt" }, "%q is there; take the .txt off its name, which Windows may hide"},
		{func(o string) bool { return strings.HasPrefix(fold(o), fold(name)+".") }, "%q is there; name it with its ending"},
		{func(o string) bool { return fold(stem(o)) == fold(stem(name)) }, "%q is there, with another ending"},
	} {
		if i := slices.IndexFunc(there, way.same); i >= 0 {
			return fmt.Sprintf(way.told, there[i])
		}
	}
	if nearest := diag.Nearest(name, there); nearest != "" {
		return fmt.Sprintf("did you mean %q, which is there?", nearest)
	}
	return ""
}
