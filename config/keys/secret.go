package keys

import (
	"regexp"
	"slices"
	"strings"

	"lysark/config/diag"
)

// A password in a file is refused, and the line it stands in is never shown: its problems are marked as secret.

// whereSecrets are the keys that say where a password or token is found: those with the tag secret.
const whereSecrets = "password_env, password_file, password_command, token_command"

// isSecret tells of a key under which somebody would write a password.
func isSecret(key string) bool {
	switch strings.ToLower(key) {
	case "password", "passwd", "pass", "pwd", "passord", "secret", "token", "access_token", "api_key", "apikey":
		return true
	}
	return false
}

var keyInLine = regexp.MustCompile(`([A-Za-z_]+)["']?\s*=`)

// holdsSecret tells of a line of TOML that has such a key.
func holdsSecret(line string) bool {
	for _, m := range keyInLine.FindAllStringSubmatch(line, -1) {
		if isSecret(m[1]) {
			return true
		}
	}
	return false
}

func (r *Reader) tellSecret(slide int, pos diag.Pos, what string) {
	const hint = "take it out, and change it if others have seen the file; name where it is in " + whereSecrets
	r.errorf(slide, pos, diag.LiteralPassword, hint, "%s", what).Secret = true
}

// HoldsSecret tells whether a password itself stands in the table.
func (t *Table) HoldsSecret() bool { return slices.ContainsFunc(t.at.keys, isSecret) }

// hide keeps lines that may hold a password from being quoted by any problem: those of a table that knows such keys.
func (t *Table) hide() {
	secret := t.shape.Tagged("secret")
	if len(secret) == 0 {
		return
	}
	for _, k := range t.at.keys {
		if !isSecret(k) && !slices.Contains(secret, k) {
			continue
		}
		for i := range t.reader.list {
			if d := &t.reader.list[i]; d.File == t.at.sub[k].key.File && d.Line == t.at.sub[k].key.Line {
				d.Secret = true
			}
		}
	}
}
