package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// room is what a package may import: ours by folder, third parties by module path prefix.
type room struct {
	ours  []string
	third []string
	why   string
}

// house is the table of docs/design.md.
func house() map[string]room {
	return map[string]room{
		"cmd/lysark":             {[]string{"*"}, []string{"github.com/spf13/cobra", "golang.org/x/term"}, "the command calls the stages and draws nothing itself"},
		"config/diag":            {nil, nil, "every stage reports with diag, so it can know none of them"},
		"config":                 {[]string{"config/diag", "report/mail/address", "report/scene"}, []string{"github.com/BurntSushi/toml", "golang.org/x/text"}, "config is the files as written and knows no model; from scene it takes only the colour, from mail what an address is"},
		"report/survey":          {[]string{"config/diag"}, []string{"github.com/xuri/excelize/v2", "golang.org/x/text"}, "answers know no slides"},
		"report/locale":          {nil, nil, "charts and sentences round alike because both call a leaf"},
		"report/template":        {[]string{"config/diag", "report/locale"}, []string{"github.com/expr-lang/expr"}, "the language of expressions knows neither slides nor answers: mail fills in its texts with it, too"},
		"report/scene":           {[]string{"config/diag"}, nil, "the hinge: everything may read it, so it reads nothing"},
		"fonts":                  {nil, []string{"golang.org/x/image", "github.com/golang/freetype"}, "fonts measure text and know nothing of what it says"},
		"charts":                 {[]string{"config/diag", "fonts", "report/locale", "report/scene"}, []string{"github.com/wcharczuk/go-chart/v2", "github.com/golang/freetype", "golang.org/x/image"}, "charts know no slides and no files"},
		"report":                 {[]string{"charts", "config", "config/diag", "fonts", "report/locale", "report/scene", "report/survey", "report/template"}, []string{"golang.org/x/text"}, "the model knows neither pages nor PDF"},
		"report/draft":           {[]string{"report/locale", "report/survey"}, nil, "a draft is text: whether it builds is found out by the line itself"},
		"report/compare":         {[]string{"config", "config/diag", "report", "report/locale", "report/survey", "report/template"}, nil, "compare holds finished models against each other and reads no files"},
		"report/compose":         {[]string{"charts", "config/diag", "fonts", "report", "report/locale", "report/scene"}, nil, "compose takes the model, never the files"},
		"report/pdf":             {[]string{"config/diag", "fonts", "report/scene", "report/pdf/cos"}, []string{"github.com/go-pdf/fpdf"}, "the PDF writer only translates finished pages"},
		"report/pdf/cos":         {nil, nil, "objects know nothing of pages: writer and inspector share them"},
		"report/pdf/difference":  {[]string{"report/pdf/inspect"}, nil, "two PDFs are held against each other by what the inspector read, and by nothing that wrote them"},
		"report/pdf/inspect":     {[]string{"config/diag", "report/pdf/cos"}, nil, "the inspector takes any PDF, so it can lean on nothing that wrote it"},
		"report/mail":            {[]string{"config", "config/diag", "report/locale", "report/mail/address", "report/mail/ledger", "report/mail/list", "report/mail/message", "report/mail/submission", "report/template"}, nil, "mail takes a PDF and a list, and knows no slides"},
		"report/mail/address":    {nil, []string{"golang.org/x/net/idna", "golang.org/x/text"}, "an address is the same in the layout, the list and on the command line"},
		"report/mail/ledger":     {nil, nil, "what happened to whom is written down by what knows nothing else"},
		"report/mail/list":       {[]string{"config/diag", "report/mail/address", "report/survey"}, nil, "a list of members knows no mail"},
		"report/mail/message":    {nil, []string{"github.com/emersion/go-message"}, "a message is bytes for one member, whoever sends it"},
		"report/mail/submission": {nil, []string{"github.com/emersion/go-smtp", "github.com/emersion/go-sasl"}, "the way to the server decides nothing about members"},
		"report/mail/faulty":     {nil, nil, "for tests: a server that fails on demand and keeps the truth"},
		"report/mail/sink":       {[]string{"report/mail/faulty"}, nil, "that server on its own, to try a sending out: it takes all and fails never"},
		"report/golden":          {nil, nil, "for tests"},
	}
}

// onlyIn are the modules that one package alone may import, as they no longer change upstream.
func onlyIn() map[string]string {
	return map[string]string{
		"github.com/wcharczuk/go-chart/v2": "charts/raster.go",
		"github.com/go-pdf/fpdf":           "report/pdf/",
		"github.com/BurntSushi/toml":       "config/",
		"github.com/expr-lang/expr":        "report/template/",
		"github.com/xuri/excelize/v2":      "report/survey/",
		"github.com/emersion/go-message":   "report/mail/message/",
		"github.com/emersion/go-smtp":      "report/mail/submission/",
		"github.com/emersion/go-sasl":      "report/mail/submission/",
	}
}

const (
	root         = "../.."
	module       = "lysark/"
	mostFile     = 400
	mostFunction = 60
)

func TestEveryPackageImportsOnlyWhatTheHouseAllows(t *testing.T) {
	rooms := house()
	eachFile(t, func(name string, f *ast.File, _ *token.FileSet) {
		if strings.HasSuffix(name, "_test.go") {
			return
		}
		folder := filepath.ToSlash(filepath.Dir(name))
		r, ok := rooms[folder]
		if !ok {
			t.Errorf("%s: the house has no room %q; add it to the table and to docs/design.md", name, folder)
			return
		}
		for _, spec := range f.Imports {
			path := strings.Trim(spec.Path.Value, `"`)
			if !r.allows(path) {
				t.Errorf("%s must not import %s: %s", name, path, r.why)
			}
			for mod, place := range onlyIn() {
				if strings.HasPrefix(path, mod) && !strings.HasPrefix(filepath.ToSlash(name), place) {
					t.Errorf("%s imports %s, which belongs to %s alone", name, mod, place)
				}
			}
		}
	})
}

func (r room) allows(path string) bool {
	if ours, ok := strings.CutPrefix(path, module); ok {
		return slices.Contains(r.ours, "*") || slices.Contains(r.ours, ours)
	}
	if !strings.Contains(strings.Split(path, "/")[0], ".") {
		return true // the standard library
	}
	return slices.ContainsFunc(r.third, func(mod string) bool { return path == mod || strings.HasPrefix(path, mod+"/") })
}

func TestFilesAndFunctionsStayShort(t *testing.T) {
	eachFile(t, func(name string, f *ast.File, files *token.FileSet) {
		if n := files.Position(f.End()).Line; n > mostFile {
			t.Errorf("%s has %d lines, more than %d: it is several rooms", name, n, mostFile)
		}
		for _, d := range f.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok {
				continue
			}
			if n := files.Position(fn.End()).Line - files.Position(fn.Pos()).Line + 1; n > mostFunction && !strings.HasSuffix(name, "_test.go") {
				t.Errorf("%s: %s has %d lines, more than %d", name, fn.Name.Name, n, mostFunction)
			}
			if fn.Name.Name == "init" && fn.Recv == nil {
				t.Errorf("%s has an init: what runs before main can be neither tested nor left out", name)
			}
		}
	})
}

func TestNoPackageHasMutableState(t *testing.T) {
	eachFile(t, func(name string, f *ast.File, files *token.FileSet) {
		if strings.HasSuffix(name, "_test.go") {
			return
		}
		for _, d := range f.Decls {
			g, ok := d.(*ast.GenDecl)
			if !ok || g.Tok != token.VAR {
				continue
			}
			for _, s := range g.Specs {
				v := s.(*ast.ValueSpec)
				if v.Names[0].Name != "_" && !isEmbedded(g, v) && !isSentinel(v) {
					t.Errorf("%s: %s is a package variable: make it a constant, a function or an argument", files.Position(v.Pos()), v.Names[0].Name)
				}
			}
		}
	})
}

func isEmbedded(g *ast.GenDecl, v *ast.ValueSpec) bool {
	for _, doc := range []*ast.CommentGroup{g.Doc, v.Doc} {
		if doc == nil {
			continue
		}
		for _, c := range doc.List {
			if strings.HasPrefix(c.Text, "//go:embed ") {
				return true
			}
		}
	}
	return false
}

// isSentinel tells an error to compare with from other variables.
func isSentinel(v *ast.ValueSpec) bool {
	if len(v.Values) != 1 {
		return false
	}
	call, ok := v.Values[0].(*ast.CallExpr)
	if !ok {
		return false
	}
	fn, ok := call.Fun.(*ast.SelectorExpr)
	return ok && fn.Sel.Name == "New" && strings.HasPrefix(strings.ToLower(v.Names[0].Name), "err")
}

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

// eachFile parses every Go file of the project.
func eachFile(t *testing.T, visit func(name string, f *ast.File, files *token.FileSet)) {
	t.Helper()
	seen := 0
	err := fs.WalkDir(os.DirFS(root), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(name) != ".go" {
			return err
		}
		seen++
		files := token.NewFileSet()
		f, err := parser.ParseFile(files, filepath.Join(root, name), nil, parser.ParseComments)
		if err != nil {
			return err
		}
		visit(name, f, files)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if seen < 30 {
		t.Fatalf("only %d Go files found: the test looks in the wrong place", seen)
	}
}
