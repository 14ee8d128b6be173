package keys

import (
	"strings"
	"unicode"

	"lysark/config/diag"
	"lysark/config/slip"
)

// slashed tells whether a file's name can be read on every system. One with backslashes is a path on Windows alone, and
// in double quotes some of them begin an escape: "data\temp" holds a tab.
func (k Key) slashed(name string) bool {
	i := strings.IndexFunc(name, func(r rune) bool { return r == '\\' || unicode.IsControl(r) })
	if i < 0 {
		return true
	}
	what := "holds a backslash"
	switch name[i] {
	case '\\':
	case '\t':
		what = `holds a tab, which is what \t means in double quotes`
	case '\n', '\r':
		what = `holds a line end`
		if !strings.Contains(k.place.raw, "\n") {
			what += ", which is what \\" + map[byte]string{'\n': "n", '\r': "r"}[name[i]] + " means in double quotes"
		}
	default:
		what = "holds a control character, which is what a backslash makes of the letter after it"
	}
	hint := "write the name on one line, with / between folders"
	if path := slip.Path(strings.Trim(k.place.raw, `"'`)); !strings.ContainsAny(path, "\n\t") && !k.Has("secret") {
		hint = "write / between folders: " + path
	}
	k.Errorf(diag.BadValue, hint, "%s", what)
	return false
}
