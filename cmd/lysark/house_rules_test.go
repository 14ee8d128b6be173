package main

import (
	"go/ast"
	"go/token"
	"strings"
	"testing"

	"lysark/config/diag"
)

// TestEveryRuleIsToldAsItSays holds the table of rules against all the code: each rule is told somewhere, and never as
// an error or a warning when it says that it is none.
func TestEveryRuleIsToldAsItSays(t *testing.T) {
	rules := rulesByConstant(t)
	told := map[diag.Rule]bool{}
	eachFile(t, func(name string, f *ast.File, files *token.FileSet) {
		if strings.HasSuffix(name, "_test.go") || strings.HasPrefix(name, "config/diag/") {
			return
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if r, ok := ruleOf(rules, n); ok {
				told[r] = true
			}
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			for _, arg := range call.Args {
				if r, ok := ruleOf(rules, arg); ok {
					if s := severityOf(call); s != "" && !r.May(s) {
						t.Errorf("%s: the rule %q is never a %s", files.Position(call.Pos()), r, s)
					}
				}
			}
			return true
		})
	})
	for _, r := range diag.Rules() {
		if !told[r] {
			t.Errorf("nothing tells the rule %q: take it off the table", r)
		}
	}
}

// rulesByConstant are the rules by the names of their constants.
func rulesByConstant(t *testing.T) map[string]diag.Rule {
	out := map[string]diag.Rule{}
	eachFile(t, func(name string, f *ast.File, _ *token.FileSet) {
		if name != "config/diag/rules.go" {
			return
		}
		for _, d := range f.Decls {
			if g, ok := d.(*ast.GenDecl); ok && g.Tok == token.CONST && len(out) == 0 {
				for i, s := range g.Specs {
					out[s.(*ast.ValueSpec).Names[0].Name] = diag.Rule(i)
				}
			}
		}
	})
	delete(out, "_")
	if len(out) != len(diag.Rules()) {
		t.Fatalf("%d constants for %d rules", len(out), len(diag.Rules()))
	}
	return out
}

func ruleOf(rules map[string]diag.Rule, n ast.Node) (diag.Rule, bool) {
	s, ok := n.(*ast.SelectorExpr)
	if !ok {
		return 0, false
	}
	pkg, ok := s.X.(*ast.Ident)
	r, known := rules[s.Sel.Name]
	return r, ok && known && pkg.Name == "diag"
}

// severityOf is what a function makes of the rule it is given, as its name tells.
func severityOf(call *ast.CallExpr) diag.Severity {
	s, ok := call.Fun.(*ast.SelectorExpr)
	switch {
	case !ok:
		return ""
	case s.Sel.Name == "Errorf" || s.Sel.Name == "errorf" || s.Sel.Name == "refuse":
		return diag.Error
	case s.Sel.Name == "Warnf" || s.Sel.Name == "warnf" || s.Sel.Name == "warn":
		return diag.Warning
	}
	return ""
}
