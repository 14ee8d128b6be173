package config

import (
	"regexp"

	"lysark/config/diag"
)

// like is a text that is written as the tag of its field says.
func (n *node) like(key, hint string) Str {
	s := n.str(key)
	if s.Set && !n.isLike(key, s.V) {
		n.unlike(key, hint, s)
		s.Set = false
	}
	return s
}

// likes is a list of such texts; one counts as a list of one.
func (n *node) likes(key, hint string) []Str {
	var out []Str
	for _, s := range n.strs(key) {
		if s.Set && !n.isLike(key, s.V) {
			n.unlike(key, hint, s)
			continue
		}
		out = append(out, s)
	}
	return out
}

func (n *node) isLike(key, text string) bool {
	return regexp.MustCompile(n.shape.at(key).tag.Get("like")).MatchString(text)
}

// unlike reports a text; what may be a password is not repeated.
func (n *node) unlike(key, hint string, s Str) {
	if n.shape.at(key).has("secret") {
		n.list.Errorf(s.Pos, diag.BadValue, hint, "%s of %s is not what it has to be", key, n.name)
		return
	}
	n.list.Errorf(s.Pos, diag.BadValue, hint, "%s of %s cannot be %q", key, n.name, diag.Shorten(s.V))
}
