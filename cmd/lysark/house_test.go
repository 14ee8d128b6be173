package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
)

const (
	root   = "../.."
	module = "lysark/"
)

const mostImports = 9 // of ours, by one package

func TestEveryPackageImportsOnlyWhatTheHouseAllows(t *testing.T) {
	rooms := theHouse(t)
	eachFile(t, func(name string, f *ast.File, _ *token.FileSet) {
		r, ok := rooms[path.Dir(name)]
		if !ok {
			t.Errorf("%s: the house has no room %s; add it to the table of docs/design.md", name, path.Dir(name))
		}
		if !ok || isTest(name) {
			return
		}
		for _, imported := range importsOf(f) {
			if !r.allows(name, imported) {
				t.Errorf("%s must not import %s, as docs/design.md says; what lives there: %s", name, imported, r.lives)
			}
		}
	})
}

func TestTheHouseHasNothingThatIsNotThere(t *testing.T) {
	imports := importsByFolder(t)
	for folder, r := range theHouse(t) {
		if _, err := os.Stat(filepath.Join(root, folder)); err != nil {
			t.Errorf("a room is not there: %v", err)
		}
		for _, ours := range r.ours {
			if !slices.Contains(imports[folder], module+ours) {
				t.Errorf("%s does not import %s: take it off the table of docs/design.md", folder, ours)
			}
		}
		for _, l := range r.libraries {
			if !slices.ContainsFunc(imports[folder], l.holds) {
				t.Errorf("%s does not import %s: take it off the table of docs/design.md", folder, l.path)
			}
		}
	}
}

func TestNoPackageLeansOnTooMany(t *testing.T) {
	for folder, imports := range importsByFolder(t) {
		ours := slices.DeleteFunc(imports, func(imported string) bool { return !strings.HasPrefix(imported, module) })
		if len(ours) > mostImports && !strings.HasPrefix(folder, "cmd/") {
			t.Errorf("%s imports %d of ours, more than %d: it does several things, or stands between too many", folder, len(ours), mostImports)
		}
	}
}

func theHouse(t *testing.T) map[string]room {
	t.Helper()
	rooms, err := house()
	if err != nil {
		t.Fatal(err)
	}
	return rooms
}

// importsByFolder are what each package's files import, but for its tests.
func importsByFolder(t *testing.T) map[string][]string {
	t.Helper()
	out := map[string][]string{}
	eachFile(t, func(name string, f *ast.File, _ *token.FileSet) {
		for _, imported := range importsOf(f) {
			if folder := path.Dir(name); !isTest(name) && !slices.Contains(out[folder], imported) {
				out[folder] = append(out[folder], imported)
			}
		}
	})
	return out
}

func importsOf(f *ast.File) []string {
	var out []string
	for _, spec := range f.Imports {
		out = append(out, strings.Trim(spec.Path.Value, `"`))
	}
	return out
}

func isTest(name string) bool { return strings.HasSuffix(name, "_test.go") }

func TestEveryPackageSaysWhatItIs(t *testing.T) {
	documented := map[string]bool{}
	eachFile(t, func(name string, f *ast.File, _ *token.FileSet) {
		folder := filepath.Dir(name)
		documented[folder] = documented[folder] || f.Doc != nil
	})
	for folder, ok := range documented {
		if !ok {
			t.Errorf("%s has no package comment", folder)
		}
	}
}

// source is a Go file of the project, by its path from the root with slashes.
type source struct {
	name  string
	text  []byte
	file  *ast.File
	files *token.FileSet
}

// sources are all Go files of the project, parsed once for all tests.
var sources = sync.OnceValues(func() ([]source, error) {
	var out []source
	err := fs.WalkDir(os.DirFS(root), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".go" {
			return err
		}
		s := source{name: name, files: token.NewFileSet()}
		if s.text, err = os.ReadFile(filepath.Join(root, name)); err != nil {
			return err
		}
		s.file, err = parser.ParseFile(s.files, filepath.Join(root, name), s.text, parser.ParseComments)
		out = append(out, s)
		return err
	})
	return out, err
})

// eachFile visits every Go file of the project.
func eachFile(t *testing.T, visit func(name string, f *ast.File, files *token.FileSet)) {
	t.Helper()
	all, err := sources()
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 30 {
		t.Fatalf("only %d Go files found: the test looks in the wrong place", len(all))
	}
	for _, s := range all {
		visit(s.name, s.file, s.files)
	}
}
