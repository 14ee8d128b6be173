package difference

import (
	"strings"
	"unicode"
)

// Edit is some words that were changed, with a few words around them.
type Edit struct {
	Before string `json:"before,omitempty"`
	Old    string `json:"old"` // empty: words came
	New    string `json:"new"` // empty: words are gone
	After  string `json:"after,omitempty"`
}

const (
	mostEdits   = 8   // in one text; more are a new text
	leastShared = 0.3 // of the words: below that, too
	around      = 3   // words
)

// edits are the words that differ, nil when the texts have too little in common.
func (c *comparer) edits(old, new string) []Edit {
	a, b := words(old), words(new)
	al := &aligner{old: [][]string{a}, new: [][]string{b}, exact: 1, room: &c.room}
	al.like = func(i, j int) float64 {
		if a[i] != b[j] {
			return 0
		}
		return 1 + float64(min(len(a[i]), 10))/10
	}
	if len(a)*len(b) <= 1<<14 {
		al.found = make([]int, len(a))
		for i := range al.found {
			al.found[i] = -1
		}
		al.similar(0, len(a), 0, len(b))
	} else {
		al.align()
	}
	var out []Edit
	shared := 0
	for i, j := 0, 0; i < len(a) || j < len(b); {
		if i < len(a) && al.found[i] == j && j < len(b) {
			shared++
			i, j = i+1, j+1
			continue
		}
		fromI, fromJ := i, j
		for i < len(a) && al.found[i] < 0 {
			i++
		}
		end := len(b)
		if i < len(a) {
			end = al.found[i]
		}
		j = end
		out = append(out, edit(a[fromI:i], b, fromJ, j))
	}
	if len(out) > mostEdits || float64(shared) < leastShared*float64(max(len(a), len(b))) {
		return nil
	}
	return out
}

// edit is the words gone, and those of b from one to another that came.
func edit(gone, b []string, from, to int) Edit {
	e := Edit{Old: strings.Join(gone, " "), New: strings.Join(b[from:to], " ")}
	start, end := max(from-around, 0), min(to+around, len(b))
	e.Before, e.After = strings.Join(b[start:from], " "), strings.Join(b[to:end], " ")
	if start > 0 {
		e.Before = "… " + e.Before
	}
	if end < len(b) {
		e.After += " …"
	}
	return e.trimmed()
}

// trimmed leaves to the words around the signs that both ends share: the full stop after a number that changed.
func (e Edit) trimmed() Edit {
	if e.Old == "" || e.New == "" {
		return e
	}
	o, n := []rune(e.Old), []rune(e.New)
	for len(o) > 1 && len(n) > 1 && o[len(o)-1] == n[len(n)-1] && strings.ContainsRune(".,:;!?)»”", o[len(o)-1]) {
		e.After = strings.TrimSpace(string(o[len(o)-1]) + " " + e.After)
		o, n = o[:len(o)-1], n[:len(n)-1]
	}
	for len(o) > 1 && len(n) > 1 && o[0] == n[0] && strings.ContainsRune("(«“", o[0]) {
		e.Before += string(o[0])
		o, n = o[1:], n[1:]
	}
	e.Old, e.New = string(o), string(n)
	return e
}

// words are those between spaces. A space that does not break is none, and a number keeps its per cent sign.
func words(s string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(s,
		func(r rune) bool { return unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f' }) {
		if n := len(out); n > 0 && strings.HasPrefix(w, "%") && endsInDigit(out[n-1]) {
			out[n-1] += " " + w
			continue
		}
		out = append(out, w)
	}
	return out
}

func endsInDigit(s string) bool { return s != "" && s[len(s)-1] >= '0' && s[len(s)-1] <= '9' }

// spaced tells whether two texts differ in their spaces only.
func spaced(old, new string) bool {
	return old != new && strings.Join(strings.Fields(old), "") == strings.Join(strings.Fields(new), "")
}
