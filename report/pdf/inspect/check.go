package inspect

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"lysark/config/diag"
)

// rule is one rule: what it says, what to do when it is broken, and the function that finds where it is.
type rule struct {
	number, clause string
	says, hint     string
	when           scope
	check          func(*checker)
}

// scope is which files a rule is for.
type scope int

const (
	always   scope = iota
	advice         // for every file; breaking it is a warning
	archive        // files that claim to be PDF/A
	archive2       // PDF/A-1 and 2
	archive3       // PDF/A-3
	archiveAdvice
)

// checker holds a file against one rule after the other.
type checker struct {
	*file
	rule  rule
	found int
	out   []Problem
}

// check holds the file against all rules that it must keep. The problems are in the order of the rules.
func (f *file) check() []Problem {
	c := &checker{file: f, out: []Problem{}}
	sealed := []string{"unread", "26-001", "26-002", "A 6.1.3-2"} // what can be said of a file that is encrypted
	f.sift()
	for _, r := range rules() {
		if !f.concerns(r.when) || f.pdf.Encrypted() && !slices.Contains(sealed, r.number) {
			continue
		}
		c.rule, c.found = r, 0
		r.check(c)
		if more := c.found - mostProblems; more > 0 {
			c.add(place{}, fmt.Sprintf("the same in %d more places", more))
		}
	}
	slices.SortStableFunc(c.out, func(a, b Problem) int { return cmp.Compare(rank(a), rank(b)) })
	return c.out
}

// rank puts errors before warnings.
func rank(p Problem) int {
	if p.Severity == diag.Error {
		return 0
	}
	return 1
}

// concerns tells whether a rule is for a file like this. PDF/A-1 and 4 are held against the rules they share with 2.
func (f *file) concerns(s scope) bool {
	part := f.xmp.first("pdfaid:part")
	switch s {
	case archive, archiveAdvice:
		return part != ""
	case archive2:
		return part == "1" || part == "2"
	case archive3:
		return part == "3"
	}
	return true
}

// report tells of a place where the rule is broken.
func (c *checker) report(p place, format string, args ...any) {
	if c.found++; c.found <= mostProblems {
		c.add(p, fmt.Sprintf(format, args...))
	}
}

func (c *checker) add(p place, message string) {
	severity := diag.Error
	if c.rule.when == advice || c.rule.when == archiveAdvice {
		severity = diag.Warning
	}
	c.out = append(c.out, Problem{severity, c.rule.number, c.rule.clause, p.page, p.where, message, c.rule.hint})
}

// seen is the check that tells a fact found while reading. The message takes what was there, if it has a %s.
func seen(k fact, message string) func(*checker) {
	return func(c *checker) {
		s := c.seen[k]
		if s == nil {
			return
		}
		for _, at := range s.first {
			text := message
			if strings.Contains(message, "%s") {
				text = fmt.Sprintf(message, at.what)
			}
			if at.count > 1 {
				text += fmt.Sprintf("; and %d more on the page", at.count-1)
			}
			c.report(at.place, "%s", text)
		}
		c.found += s.more
	}
}

// where names a structure element by its role, its place among those of its page, and what it says.
func (c *checker) where(n *node) place {
	name := n.role
	if n.page == 0 {
		return place{where: strings.TrimSpace(name + " " + object(n.object))}
	}
	nth := 0
	for _, other := range c.onPage(n.page) {
		if other.role == n.role {
			nth++
		}
		if other == n {
			break
		}
	}
	name = fmt.Sprintf("%s %d on page %d", printable(n.role), nth, n.page)
	if text := short(n.text); text != "" {
		name += fmt.Sprintf(", %q", text)
	}
	return place{n.page, name}
}

// onPage are the elements of a page, found once for all pages.
func (c *checker) onPage(page int) []*node {
	if c.byPage == nil {
		c.byPage = map[int][]*node{}
		for _, n := range c.tree.all {
			c.byPage[n.page] = append(c.byPage[n.page], n)
		}
	}
	return c.byPage[page]
}

// each visits the elements of a role.
func (c *checker) each(role string, visit func(*node)) {
	for _, n := range c.tree.all {
		if n.role == role {
			visit(n)
		}
	}
}

// atAnnotation names an annotation.
func atAnnotation(a *annotation) place {
	return place{a.page, fmt.Sprintf("%s annotation %d on page %d", printable(a.typ), a.nth, a.page)}
}

// atFont names a font.
func atFont(ft *font) place { return place{ft.page, "font " + ft.name} }
