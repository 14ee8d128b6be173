package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
)

// room is a row of the house's table in docs/design.md: what a package is for and may import.
type room struct {
	lives     string
	ours      []string // folders
	all       bool     // of ours
	libraries []library
}

// library is a module of a third party, or a package of one.
type library struct {
	path  string
	alone bool   // no other room may import it
	file  string // the only file of the room that may; any may when it is empty
}

// house is the table of docs/design.md by folder.
var house = sync.OnceValues(func() (map[string]room, error) {
	design, err := os.ReadFile(filepath.Join(root, "docs/design.md"))
	if err != nil {
		return nil, err
	}
	modules, err := os.ReadFile(filepath.Join(root, "go.mod"))
	if err != nil {
		return nil, err
	}
	return parseHouse(string(design), required(string(modules)))
})

// required are the modules that a go.mod names.
func required(mod string) []string {
	var out []string
	for _, m := range regexp.MustCompile(`(?m)^(?:require )?\s*(\S+) v\d\S*`).FindAllStringSubmatch(mod, -1) {
		out = append(out, m[1])
	}
	return out
}

const tableHead = "| folder | what lives there | imports of ours | third party |\n|---|---|---|---|\n"

func parseHouse(design string, modules []string) (map[string]room, error) {
	_, rest, ok := strings.Cut(design, tableHead)
	if !ok {
		return nil, fmt.Errorf("docs/design.md has no table with the head\n%s", tableHead)
	}
	rows, _, _ := strings.Cut(rest, "\n\n")
	var folders []string
	var cells [][]string
	for line := range strings.Lines(rows) {
		row := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), "|")
		if len(row) != 4 {
			return nil, fmt.Errorf("a row of the house has %d columns, not 4: %s", len(row), line)
		}
		folders, cells = append(folders, strings.Trim(row[0], " `")), append(cells, row)
	}
	rooms := map[string]room{}
	for i, folder := range folders {
		r, err := parseRoom(cells[i], folders, modules)
		if _, doubled := rooms[folder]; doubled && err == nil {
			err = fmt.Errorf("it has two rows")
		}
		if err != nil {
			return nil, fmt.Errorf("the house's room %s: %w", folder, err)
		}
		rooms[folder] = r
	}
	return rooms, onlyOneHasWhatIsAlone(rooms)
}

func parseRoom(row, folders, modules []string) (room, error) {
	r := room{lives: strings.TrimSpace(row[1])}
	for _, name := range entries(row[2]) {
		if r.all = r.all || name == "all"; name == "all" {
			continue
		}
		folder, err := theOne(name, folders, func(folder string) string {
			if folder == name || strings.HasSuffix(folder, "/"+name) && !slices.Contains(folders, name) {
				return folder
			}
			return ""
		})
		if err != nil {
			return room{}, err
		}
		r.ours = append(r.ours, folder)
	}
	for _, name := range entries(row[3]) {
		l, err := parseLibrary(name, modules)
		if err != nil {
			return room{}, err
		}
		r.libraries = append(r.libraries, l)
	}
	return r, nil
}

// entries are what a cell lists. A dash is none; a remark is kept only where it names a file.
func entries(cell string) []string {
	remark := regexp.MustCompile(`\s*\(([^)]*)\)`)
	cell = remark.ReplaceAllStringFunc(cell, func(s string) string {
		if file := regexp.MustCompile("`[^`]+`").FindString(s); file != "" {
			return " " + file
		}
		return ""
	})
	var out []string
	for name := range strings.SplitSeq(cell, ",") {
		if name = strings.TrimSpace(name); name != "–" && name != "" {
			out = append(out, name)
		}
	}
	return out
}

func parseLibrary(entry string, modules []string) (library, error) {
	name, file, _ := strings.Cut(entry, " ")
	l := library{alone: strings.HasPrefix(name, "**"), file: strings.Trim(file, "`")}
	name = strings.Trim(name, "*")
	var err error
	l.path, err = theOne(name, modules, func(module string) string { return pathIn(module, name) })
	return l, err
}

// pathIn is the path in a module that a name without the path's beginning tells, or empty.
func pathIn(module, name string) string {
	parts := strings.Split(module, "/")
	for i := range parts {
		end := strings.Join(parts[i:], "/")
		short := regexp.MustCompile(`/v\d+$`).ReplaceAllString(end, "")
		if rest, ok := strings.CutPrefix(name+"/", short+"/"); ok && i > 0 {
			return strings.TrimSuffix(module+"/"+rest, "/")
		}
	}
	return ""
}

// theOne is what a name tells among all that it could.
func theOne(name string, among []string, told func(string) string) (string, error) {
	var found []string
	for _, a := range among {
		if s := told(a); s != "" {
			found = append(found, s)
		}
	}
	if len(found) != 1 {
		return "", fmt.Errorf("%s should be one of %s, and is %d", name, strings.Join(among, ", "), len(found))
	}
	return found[0], nil
}

func onlyOneHasWhatIsAlone(rooms map[string]room) error {
	for folder, r := range rooms {
		for _, l := range r.libraries {
			for other, o := range rooms {
				if l.alone && other != folder && o.hasLibrary(l.path) {
					return fmt.Errorf("%s belongs to %s alone, and %s has it, too", l.path, folder, other)
				}
			}
		}
	}
	return nil
}

func (r room) hasLibrary(path string) bool {
	return slices.ContainsFunc(r.libraries, func(l library) bool { return l.holds(path) })
}

func (l library) holds(path string) bool {
	return path == l.path || strings.HasPrefix(path, l.path+"/")
}

// allows tells whether a file of the room may import a package.
func (r room) allows(file, path string) bool {
	if ours, ok := strings.CutPrefix(path, module); ok {
		return r.all || slices.Contains(r.ours, ours)
	}
	if !strings.Contains(strings.Split(path, "/")[0], ".") {
		return true // the standard library
	}
	return slices.ContainsFunc(r.libraries, func(l library) bool {
		return l.holds(path) && (l.file == "" || l.file == filepath.Base(file))
	})
}

func TestTheTableOfTheHouseIsReadAsItIsWritten(t *testing.T) {
	const rows = "| `cmd/x` | the verbs | all | b |\n| `a/b` | more | – | y/b/c (to look), **one** (in `f.go` alone) |\n" +
		"| `a/bb` | most | b (its colour) | – |\n\nmore text | that | is | no | row\n"
	modules := required("require (\n\tgithub.com/x/b/v2 v2.0.0\n\tgolang.org/y/b v0.1.0 // indirect\n)\nrequire e.no/one v1.0.0")
	if _, err := parseHouse("# House\n\n"+tableHead+rows, modules); err == nil || !strings.Contains(err.Error(), "and is 2") {
		t.Errorf("b is two modules, and told is %v", err)
	}
	rooms, err := parseHouse(tableHead+strings.Replace(rows, "all | b", "all | x/b", 1), modules)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		file, path string
		want       bool
	}{
		{"cmd/x/x.go", "lysark/a/b", true},
		{"cmd/x/x.go", "github.com/x/b/v2/deep", true},
		{"cmd/x/x.go", "golang.org/y/b", false},
		{"a/b/x.go", "golang.org/y/b/c", true},
		{"a/b/x.go", "golang.org/y/b", false},
		{"a/b/x.go", "golang.org/y/b/cc", false},
		{"a/b/x.go", "encoding/json", true},
		{"a/b/x.go", "lysark/a/bb", false},
		{"a/b/f.go", "e.no/one", true},
		{"a/b/x.go", "e.no/one", false},
		{"a/bb/x.go", "lysark/a/b", true},
		{"a/bb/x.go", "lysark/cmd/x", false},
	} {
		if got := rooms[filepath.ToSlash(filepath.Dir(tt.file))].allows(tt.file, tt.path); got != tt.want {
			t.Errorf("%s imports %s: %t", tt.file, tt.path, got)
		}
	}
	for from, to := range map[string]string{
		"all | b": "all | x/b, one", "b (its": "bbb (its", "`a/bb`": "`a/b`", "| – | y/b/c": "| y/b/c", "folder": "Folder",
	} {
		wrong := strings.Replace(tableHead+rows, from, to, 1)
		if from != "all | b" {
			wrong = strings.Replace(wrong, "all | b", "all | x/b", 1)
		}
		if _, err := parseHouse(wrong, modules); err == nil {
			t.Errorf("%s in place of %s is taken", to, from)
		}
	}
}
