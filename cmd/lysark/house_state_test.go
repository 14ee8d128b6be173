package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"strings"
	"testing"
)

func TestNoPackageHasMutableState(t *testing.T) {
	eachFile(t, func(name string, f *ast.File, files *token.FileSet) {
		if isTest(name) {
			return
		}
		for _, d := range f.Decls {
			g, ok := d.(*ast.GenDecl)
			if !ok || g.Tok != token.VAR {
				continue
			}
			for _, s := range g.Specs {
				v := s.(*ast.ValueSpec)
				if name := v.Names[0].Name; name != "_" && !isEmbedded(g, v) && !isSentinel(v) && !isPattern(v) {
					t.Errorf("%s: %s is a package variable: make it a constant, a function or an argument",
						files.Position(v.Pos()), name)
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

// isPattern tells a compiled regular expression, or a table of them, which is as good as a constant.
func isPattern(v *ast.ValueSpec) bool {
	if len(v.Values) != 1 {
		return false
	}
	table, ok := v.Values[0].(*ast.CompositeLit)
	if !ok {
		return compiles(v.Values[0])
	}
	patterns, others := 0, 0
	for _, row := range table.Elts {
		ast.Inspect(row, func(n ast.Node) bool {
			address, ok := n.(*ast.UnaryExpr)
			_, function := n.(*ast.FuncLit)
			_, call := n.(*ast.CallExpr)
			switch {
			case compiles(n):
				patterns++
			case call, function, ok && address.Op == token.AND:
				others++
			}
			return true
		})
	}
	return patterns >= len(table.Elts) && patterns > 0 && others == 0
}

func compiles(n ast.Node) bool {
	call, ok := n.(*ast.CallExpr)
	if !ok {
		return false
	}
	fn, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	pkg, ok := fn.X.(*ast.Ident)
	return ok && pkg.Name == "regexp" && (fn.Sel.Name == "MustCompile" || fn.Sel.Name == "Compile")
}

func TestConstantsInSpiritAreToldFromState(t *testing.T) {
	for value, want := range map[string]bool{
		"regexp.MustCompile(`a`)":                                true,
		"regexp.MustCompile(`a` + b)":                            true,
		"[]rule{{regexp.MustCompile(`a`), \"b\"}}":               true,
		"[...]*regexp.Regexp{regexp.MustCompile(`a`)}":           true,
		"[]rule{{regexp.MustCompile(`a`), \"b\"}, {nil, \"c\"}}": false,
		"[]rule{{regexp.MustCompile(`a`), func() {}}}":           false,
		"[]rule{{regexp.MustCompile(`a`), &state}}":              false,
		"[]rule{{regexp.MustCompile(`a`), newState()}}":          false,
		"[]rule{}":                      false,
		"strings.NewReplacer(`a`, `b`)": false,
		"sync.OnceValue(func() any { return regexp.MustCompile(`a`) })": false,
	} {
		f, err := parser.ParseFile(token.NewFileSet(), "p.go", "package p\n\nvar v = "+value, 0)
		if err != nil {
			t.Fatal(err)
		}
		if got := isPattern(f.Decls[0].(*ast.GenDecl).Specs[0].(*ast.ValueSpec)); got != want {
			t.Errorf("%s is a pattern: %t", value, got)
		}
	}
}

func stillCompiled() exceptions {
	return exceptions{
		"config/keys/text.go":  "the pattern is in the tag of a field",
		"report/mail/words.go": "its pattern is to become a package variable",
	}
}

func TestPatternsAreCompiledOnce(t *testing.T) {
	broken := map[string]string{}
	eachFile(t, func(name string, f *ast.File, files *token.FileSet) {
		for _, d := range f.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && !isTest(name) {
				ast.Inspect(fn, func(n ast.Node) bool {
					if compiles(n) {
						broken[name] = fmt.Sprintf("%s: %s compiles a pattern whenever it is called: make it a package variable",
							files.Position(n.Pos()), fn.Name.Name)
					}
					return true
				})
			}
		}
	})
	stillCompiled().hold(t, broken)
}

func TestNothingRunsBeforeMain(t *testing.T) {
	eachFile(t, func(name string, f *ast.File, _ *token.FileSet) {
		for _, d := range f.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Name.Name == "init" && fn.Recv == nil {
				t.Errorf("%s has an init: what runs before main can be neither tested nor left out", name)
			}
		}
	})
}
