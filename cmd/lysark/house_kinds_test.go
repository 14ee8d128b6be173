package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path"
	"slices"
	"testing"
)

// TestNobodyAsksForAKindByItsName holds that what is true of a kind of chart stands in its table alone: no code compares
// a kind with one of its names, which the next kind would be missing from.
func TestNobodyAsksForAKindByItsName(t *testing.T) {
	names := kindNames(t)
	eachFile(t, func(name string, f *ast.File, files *token.FileSet) {
		if isTest(name) {
			return
		}
		for _, at := range asksForKinds(f, names, path.Dir(name) == "charts") {
			t.Errorf("%s asks for a kind of chart by its name: ask its table, charts/kinds.go", files.Position(at))
		}
	})
}

func TestAKindAskedForByItsNameIsFound(t *testing.T) {
	for code, asked := range map[string]bool{
		`_ = c.Kind == charts.Pie`:                       true,
		`_ = charts.Pie != c.Kind`:                       true,
		`switch c.Kind { case charts.Bar, charts.Pie: }`: true,
		`_ = map[charts.Kind]int{charts.Pie: 1}`:         true,
		`c.Kind = charts.Bar`:                            false,
		`_ = c.Kind == Pie`:                              false,
		`_ = c.Kind.IsScale()`:                           false,
	} {
		f, err := parser.ParseFile(token.NewFileSet(), "p.go", "package p\n\nfunc f() {\n"+code+"\n}\n", 0)
		if err != nil {
			t.Fatal(err)
		}
		if got := len(asksForKinds(f, []string{"Pie", "Bar"}, false)) > 0; got != asked {
			t.Errorf("%s is found: %v", code, got)
		}
	}
}

// asksForKinds are the places where a kind is compared with a name: in the package charts itself, or elsewhere.
func asksForKinds(f *ast.File, names []string, inCharts bool) []token.Pos {
	var out []token.Pos
	note := func(exprs ...ast.Expr) {
		for _, e := range exprs {
			if isKind(e, names, inCharts) {
				out = append(out, e.Pos())
			}
		}
	}
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BinaryExpr:
			note(n.X, n.Y)
		case *ast.CaseClause:
			note(n.List...)
		case *ast.KeyValueExpr:
			note(n.Key)
		}
		return true
	})
	return out
}

func isKind(e ast.Expr, names []string, inCharts bool) bool {
	if name, ok := e.(*ast.Ident); ok {
		return inCharts && slices.Contains(names, name.Name)
	}
	s, ok := e.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	of, ok := s.X.(*ast.Ident)
	return ok && of.Name == "charts" && slices.Contains(names, s.Sel.Name)
}

// kindNames are the constants of the type Kind.
func kindNames(t *testing.T) []string {
	var out []string
	eachFile(t, func(name string, f *ast.File, _ *token.FileSet) {
		if name != "charts/kinds.go" {
			return
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if v, ok := n.(*ast.ValueSpec); ok {
				if of, ok := v.Type.(*ast.Ident); ok && of.Name == "Kind" {
					out = append(out, v.Names[0].Name)
				}
			}
			return true
		})
	})
	if len(out) < 7 {
		t.Fatalf("only %d kinds found: the test looks in the wrong place", len(out))
	}
	return out
}
