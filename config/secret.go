package config

import (
	"regexp"
	"strings"

	"lysark/config/diag"
)

// A password in a file is refused, and the line it stands in is never shown: its problems are marked as secret.

// isSecret tells of a key under which somebody would write a password.
func isSecret(key string) bool {
	switch strings.ToLower(key) {
	case "password", "passwd", "pass", "pwd", "passord", "secret", "token", "access_token", "api_key", "apikey":
		return true
	}
	return false
}

var keyOfLine = regexp.MustCompile(`([A-Za-z_]+)["']?\s*=`)

// holdsSecret tells of a line of TOML that has such a key.
func holdsSecret(line string) bool {
	for _, m := range keyOfLine.FindAllStringSubmatch(line, -1) {
		if isSecret(m[1]) {
			return true
		}
	}
	return false
}

func (r *reader) tellSecret(pos diag.Pos, what string) { (&node{list: &r.list}).tellSecret(pos, what) }

func (n *node) tellSecret(pos diag.Pos, what string) {
	n.list.Errorf(pos, diag.LiteralPassword, "take it out, and change it if others have seen the file; name where it is in "+strings.Join(secrets(), ", "), "%s", what)
	(*n.list)[len(*n.list)-1].Secret = true
}

// literal is a key of the table under which a password stands.
func (n *node) literal() (string, bool) {
	for _, k := range n.at.keys {
		if isSecret(k) {
			return k, true
		}
	}
	return "", false
}

// hide keeps lines that may hold a password from being quoted by any problem.
func (n *node) hide() {
	for _, k := range n.at.keys {
		known := n.shape.at(k)
		if !isSecret(k) && (known == nil || !known.has("secret")) {
			continue
		}
		for i := range *n.list {
			if d := &(*n.list)[i]; d.File == n.at.sub[k].key.File && d.Line == n.at.sub[k].key.Line {
				d.Secret = true
			}
		}
	}
}
