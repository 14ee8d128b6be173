package keys

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"lysark/config/diag"
)

// Text is any text.
func (k Key) Text() Str {
	s, ok := k.Value.(string)
	if !ok {
		hint := "put it in quotes"
		if k.IsList() || typeOf(k.Value) == tables {
			hint = `write it as "…"`
		}
		k.Wrong(hint, "text")
		return Str{Pos: k.Pos}
	}
	if k.Has("file") && !k.slashed(s) {
		return Str{Pos: k.Pos}
	}
	s = norm.NFC.String(strings.ReplaceAll(s, "\r\n", "\n"))
	k.Table.printable(s, k.Pos, k.Name+" of")
	if strings.TrimFunc(s, invisible) == "" {
		s = strings.Map(onlySpace, s)
	}
	return Str{V: s, Pos: k.Pos, Set: true, raw: k.place.raw}
}

// invisible tells characters that only say how others are set, such as a soft hyphen, and space. A text of them alone
// is as empty as one of space, and neither a title nor an alternative text.
func invisible(r rune) bool { return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) }

func onlySpace(r rune) rune {
	if unicode.IsSpace(r) {
		return r
	}
	return -1
}

// printable reports the first control character that is neither a line end nor a tab, and what Unicode says is no
// character (the standard, 23.7): XML, and so the metadata of a PDF, has no way to write it.
func (t *Table) printable(s string, pos diag.Pos, what string) {
	control := func(r rune) bool {
		return unicode.IsControl(r) && r != '\n' && r != '\t' || r == '\ufffe' || r == '\uffff'
	}
	if i := strings.IndexFunc(s, control); i >= 0 {
		at := []rune(s[i:])[0]
		t.Errorf(pos, diag.BadValue, "take it out", "%s %s holds a control character (%U)", what, t.name, at)
	}
}

// Written is a text as the tags say. One that is not so counts as left out from then on, so that nobody looks for the
// file or rule of no name: one mistake is told once.
func (k Key) Written() Str {
	s := k.Text()
	if !s.Set {
		return s
	}
	switch choices := k.Choices(); {
	case k.Has("like"):
		s.Set = k.like(s)
	case len(choices) > 0 && !slices.Contains(choices, s.V):
		k.Errorf(diag.BadValue, diag.DidYouMean(s.V, choices), "cannot be %q", s.V)
		s.Set = false
	case len(choices) == 0 && (k.Has("must") || k.Has("filled")):
		s.Set = k.filled(s, "is empty")
	}
	return s
}

// like tells whether the text is written as the tag says. What may be a password is not repeated.
func (k Key) like(s Str) bool {
	switch hint := k.tag.Get("hint"); {
	case regexp.MustCompile(k.tag.Get("like")).MatchString(s.V):
		return true
	case k.Has("secret"):
		k.Errorf(diag.BadValue, hint, "is not what it has to be")
	default:
		k.Errorf(diag.BadValue, hint, "cannot be %q", diag.Shorten(s.V))
	}
	return false
}

// filled tells whether there is something in the text.
func (k Key) filled(s Str, otherwise string) bool {
	blank := strings.TrimSpace(s.V) == ""
	if blank {
		k.Errorf(diag.BadValue, "write something between the quotes", "%s", otherwise)
	}
	return !blank
}

// Filled is a text that is not empty.
func (k Key) Filled() Str {
	s := k.Text()
	s.Set = s.Set && k.filled(s, "is empty")
	return s
}

// Texts is a list of any texts; one text counts as a list of one.
func (k Key) Texts() []Str {
	var out []Str
	k.eachText(func(_ Key, s Str) { out = append(out, s) })
	return out
}

// FilledTexts is a list of texts that are not empty; one counts as a list of one.
func (k Key) FilledTexts() []Str {
	var out []Str
	k.eachText(func(one Key, s Str) {
		if s.Set && one.filled(s, "holds an empty text") {
			out = append(out, s)
		}
	})
	return out
}

// writtenTexts is a list of texts as the tags say.
func (k Key) writtenTexts() []Str {
	if k.Has("filled") {
		return k.FilledTexts()
	}
	var out []Str
	k.eachText(func(one Key, s Str) {
		if !s.Set || !k.Has("like") || one.like(s) {
			out = append(out, s)
		}
	})
	return out
}

func (k Key) eachText(f func(one Key, s Str)) {
	all := []Key{k}
	if _, one := k.Value.(string); !one {
		all = k.Items("a list of texts")
	}
	for _, one := range all {
		f(one, one.Text())
	}
}

// needs reports a text that is not there.
func (t *Table) needs(key string) {
	if !t.Has(key) {
		t.Missing(key, t.Pos(), fmt.Sprintf(`add %s = "…"`, key), "%s has no %s", t.name, key)
	}
}

// identifier reports a name that no expression could call.
func (t *Table) identifier(name Str) {
	if !word.MatchString(name.V) {
		const hint = `write it with letters, digits and "_", beginning with a letter`
		t.Errorf(name.Pos, diag.BadValue, hint, "%q cannot be a name in %s", name.V, t.name)
	}
}
