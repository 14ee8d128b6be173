package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"
)

const (
	mostFile     = 400    // lines
	mostFunction = 60     // lines
	mostPackage  = 3000   // lines but for tests
	mostMethods  = 40     // of a type
	mostLine     = 120    // characters
	tab          = "    " // as a line is measured
)

// largePackages are those whose matter is large, with the lines that they may have. Zero is without a limit.
func largePackages() map[string]int {
	return map[string]int{"cmd/lysark": 3300, "charts": 4000, "report/pdf/inspect": 0}
}

// exceptions are what breaks a limit for now, and why. One that no longer does fails its test.
type exceptions map[string]string

func stillLarge() exceptions {
	return exceptions{
		"report/pdf/difference": "nothing is moved in it for now, and its long lines became several",
	}
}

func stillManyMethods() exceptions {
	return exceptions{
		"report/pdf/cos.File":     "nothing is moved in the reader of PDFs for now",
		"report/pdf/inspect.file": "nothing is moved in the inspector for now",
	}
}

// hold complains of what breaks a limit and is no exception, and of exceptions that break none.
func (e exceptions) hold(t *testing.T, broken map[string]string) {
	t.Helper()
	for name, complaint := range broken {
		if _, known := e[name]; !known {
			t.Error(complaint)
		}
	}
	for name, reason := range e {
		if _, still := broken[name]; !still {
			t.Errorf("%s is an exception (%s), and needs to be none: take it off the list", name, reason)
		}
	}
}

func TestFilesAndFunctionsStayShort(t *testing.T) {
	eachFile(t, func(name string, f *ast.File, files *token.FileSet) {
		if n := files.Position(f.End()).Line; n > mostFile {
			t.Errorf("%s has %d lines, more than %d: it is several rooms", name, n, mostFile)
		}
		for _, d := range f.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok || isTest(name) || isTable(fn) {
				continue
			}
			if n := files.Position(fn.End()).Line - files.Position(fn.Pos()).Line + 1; n > mostFunction {
				t.Errorf("%s: %s has %d lines, more than %d", name, fn.Name.Name, n, mostFunction)
			}
		}
	})
}

// isTable tells a function that is nothing but a list of values, of any length.
func isTable(fn *ast.FuncDecl) bool {
	if fn.Body == nil || len(fn.Body.List) != 1 {
		return false
	}
	back, ok := fn.Body.List[0].(*ast.ReturnStmt)
	if !ok || len(back.Results) != 1 {
		return false
	}
	_, ok = back.Results[0].(*ast.CompositeLit)
	return ok
}

func TestPackagesStaySmall(t *testing.T) {
	lines := map[string]int{}
	eachFile(t, func(name string, f *ast.File, files *token.FileSet) {
		if !isTest(name) {
			lines[path.Dir(name)] += files.File(f.FileStart).LineCount()
		}
	})
	broken := map[string]string{}
	for folder, n := range lines {
		most, large := largePackages()[folder]
		if !large {
			most = mostPackage
		}
		if n > most && most > 0 {
			broken[folder] = fmt.Sprintf("%s has %d lines, more than %d: it is several packages", folder, n, most)
		}
	}
	stillLarge().hold(t, broken)
}

func TestNoTypeHasTooManyMethods(t *testing.T) {
	methods := map[string]int{}
	eachFile(t, func(name string, f *ast.File, _ *token.FileSet) {
		for _, d := range f.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Recv != nil && !isTest(name) {
				methods[path.Dir(name)+"."+receiver(fn)]++
			}
		}
	})
	broken := map[string]string{}
	for name, n := range methods {
		if n > mostMethods {
			broken[name] = fmt.Sprintf("%s has %d methods, more than %d: it is several things", name, n, mostMethods)
		}
	}
	stillManyMethods().hold(t, broken)
}

// receiver is the name of the type that a method is of.
func receiver(fn *ast.FuncDecl) string {
	name := ""
	ast.Inspect(fn.Recv.List[0].Type, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && name == "" {
			name = id.Name
		}
		return name == ""
	})
	return name
}

// TestLinesStayShort measures lines without the texts of tables (strings in a composite literal), without raw strings,
// and without addresses in comments.
func TestLinesStayShort(t *testing.T) {
	all, err := sources()
	if err != nil {
		t.Fatal(err)
	}
	count, first := map[string]int{}, map[string]string{}
	for _, s := range all {
		if isTest(s.name) {
			continue
		}
		folder := path.Dir(s.name)
		for _, n := range s.longLines() {
			if count[folder]++; count[folder] == 1 {
				first[folder] = fmt.Sprintf("%s:%d", s.name, n)
			}
		}
	}
	for folder, n := range count {
		t.Errorf("%d lines of %s have more than %d characters, the first is %s", n, folder, mostLine, first[folder])
	}
}

// longLines are the numbers of the lines that are too long.
func (s source) longLines() []int {
	var out []int
	free := s.freeText()
	for i, line := range strings.Split(string(s.text), "\n") {
		if n := utf8.RuneCountInString(strings.ReplaceAll(line, "\t", tab)); n-free[i+1] > mostLine {
			out = append(out, i+1)
		}
	}
	return out
}

// freeText is how many characters of a line do not count.
func (s source) freeText() map[int]int {
	free := map[int]int{}
	count := func(at token.Pos, text string) {
		for i, part := range strings.Split(text, "\n") {
			free[s.files.Position(at).Line+i] += utf8.RuneCountInString(strings.ReplaceAll(part, "\t", tab))
		}
	}
	eachText(s.file, false, count)
	address := regexp.MustCompile(`https?://\S+`)
	for _, group := range s.file.Comments {
		for _, c := range group.List {
			for _, at := range address.FindAllStringIndex(c.Text, -1) {
				count(c.Pos()+token.Pos(at[0]), c.Text[at[0]:at[1]])
			}
		}
	}
	return free
}

// eachText visits strings in composite literals, but not in functions within them, and raw strings anywhere.
func eachText(n ast.Node, table bool, visit func(token.Pos, string)) {
	ast.Inspect(n, func(inner ast.Node) bool {
		switch inner := inner.(type) {
		case *ast.CompositeLit:
			for _, e := range inner.Elts {
				eachText(e, true, visit)
			}
			return false
		case *ast.FuncLit:
			eachText(inner.Body, false, visit)
			return false
		case *ast.BasicLit:
			if inner.Kind == token.STRING && (table || inner.Value[0] == '`') {
				visit(inner.Pos(), inner.Value)
			}
		}
		return true
	})
}

func TestTextsOfTablesDoNotMakeALineLong(t *testing.T) {
	text := strings.Repeat("x", mostLine)
	for line, long := range map[string]bool{
		`var s = "` + text + `"`:                                             true,
		`var s = f("` + text + `")`:                                          true,
		`var s = T{"` + text + `", 1}`:                                       false,
		`var s = T{a: {"` + text + `", 1}}`:                                  false,
		`var s = T{"` + text + `", ` + text + `}`:                            true,
		`var s = T{func() { f("` + text + `") }}`:                            true,
		"var s = `a\n" + text + "\t`":                                        false,
		"type s struct {\n\ta int `doc:\"" + text + "\"`\n}":                 false,
		"// see https://example.no/" + text:                                  false,
		"// " + text:                                                         true,
		"\tvar s = 1 // " + text[:mostLine-len("    var s=1 //x")]:           true,
		"\tvar s = 1 // " + text[:mostLine-len("    var s = 1 // ")]:         false,
		"var å = 1 // " + strings.Repeat("å", mostLine-len("var s = 1 // ")): false,
	} {
		s := source{text: []byte("package p\n\n" + line + "\n"), files: token.NewFileSet()}
		var err error
		if s.file, err = parser.ParseFile(s.files, "p.go", s.text, parser.ParseComments); err != nil {
			t.Fatal(err)
		}
		if got := s.longLines(); (len(got) > 0) != long {
			t.Errorf("%s: the long lines are %v", line, got)
		}
	}
}
