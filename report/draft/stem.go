package draft

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// blocks tells each column what it shares with its neighbours. Columns whose headings share nothing have none.
func blocks(columns []*column) {
	labels, names := make([][]cut, len(columns)), make([][]cut, len(columns))
	for i, c := range columns {
		switch {
		case c.under != "":
			names[i] = []cut{{key: c.under, stem: c.under, option: c.label}}
		case c.heading != c.label:
			names[i], labels[i] = cutsOf(c.heading), cutsOf(c.label)
		default:
			labels[i] = cutsOf(c.label)
		}
	}
	number := 0
	for i := 0; i < len(columns); {
		n, key := longestRun(labels[i:])
		cuts := labels[i:]
		isNamed := false
		if byName, name := longestRun(names[i:]); byName > n {
			n, key, cuts, isNamed = byName, name, names[i:], true
		}
		if n < 2 {
			n, cuts = alikeWords(columns[i:]), nil
		}
		if n < 2 {
			i++
			continue
		}
		number++
		mark(columns[i:i+n], number, key, cuts)
		if isNamed {
			described(columns[i : i+n])
		}
		i += n
	}
}

// mark writes down what a run of columns shares: by where their headings are cut, else by their texts.
func mark(run []*column, number int, key string, cuts [][]cut) {
	if cuts == nil {
		described(run)
	}
	for i, c := range run {
		c.block = number
		if cuts == nil {
			continue
		}
		at := slices.IndexFunc(cuts[i], func(k cut) bool { return k.key == key })
		c.stem, c.item = strings.TrimRight(cuts[i][at].stem, " /:;_-–—.|»"), cuts[i][at].option
	}
}

// described calls columns by what people read of them, where their names alone tell that they belong together.
func described(run []*column) {
	var texts []string
	for _, c := range run {
		texts = append(texts, c.label)
	}
	stem, items := bare(beginning(texts)), differing(texts)
	for i, c := range run {
		switch {
		case c.under != "":
			c.item = c.label
		case stem != "":
			c.stem, c.item = stem, items[i]
		default:
			c.item = items[i]
		}
	}
}

// cut is a heading cut in two: what a question and its options share, and what one of them is.
type cut struct {
	key    string // the same for all of one question
	stem   string // as people read it
	option string
}

var (
	inBrackets = regexp.MustCompile(`^(.*\S)\s*\[([^\[\]]+)\]$`)
	codeBefore = regexp.MustCompile(`^(\pL\w*)\[\w+\]\.?\s+`)
	numberedAs = regexp.MustCompile(`^(.*[\pL\d])(?:[_.](?:\d{1,4}|[a-z])|SQ\d{1,3})$|^(.*\d)[rcA]\d{1,3}$`)
)

// cutsOf are the places where a heading may be cut, as survey tools join a question and its options:
// "Question [Option]", "question/option", "Question - Option", "Question: Option", "Q5_1".
func cutsOf(heading string) (out []cut) {
	add := func(key, stem, option string) {
		if strings.TrimSpace(stem) != "" && strings.TrimSpace(option) != "" {
			out = append(out, cut{key, strings.TrimSpace(stem), strings.TrimSpace(option)})
		}
	}
	if m := inBrackets.FindStringSubmatch(heading); m != nil {
		key, stem := m[1], m[1]
		if code := codeBefore.FindStringSubmatch(stem); code != nil { // "Q5[SQ001]. Question [Option]"
			stem = stem[len(code[0]):]
			key = code[1] + stem
		}
		add(key, stem, m[2])
	}
	if at := strings.LastIndexByte(heading, '/'); at > 0 && at+1 < len(heading) &&
		heading[at-1] != ' ' && heading[at+1] != ' ' {
		add(heading[:at+1], heading[:at], heading[at+1:])
	}
	for _, between := range []string{" - ", " – ", " — ", ": ", " | ", " » ", "? ", ":"} {
		for from := 0; ; {
			at := strings.Index(heading[from:], between)
			if at < 0 {
				break
			}
			from += at + len(between)
			add(heading[:from], heading[:from], heading[from:])
		}
	}
	if m := numberedAs.FindStringSubmatch(heading); m != nil && !countsQuestions(m[1]+m[2]) {
		add(m[1]+m[2]+"_", m[1]+m[2], heading)
	}
	return out
}

// countsQuestions tells what stands before the numbers of questions, not of options: "s_1" and "s_2" ask two things.
func countsQuestions(stem string) bool {
	const counted = "s v q x sp spm var vars item felt field col column kolonne question spørsmål"
	return strings.Contains(" "+counted+" ", " "+strings.ToLower(stem)+" ")
}

// longestRun is how many columns from the first on share a cut, and its key: of several the one that most share, of
// those the longest.
func longestRun(cuts [][]cut) (n int, key string) {
	n = 1
	for _, first := range cuts[0] {
		run := 1
		for run < len(cuts) && slices.ContainsFunc(cuts[run], func(c cut) bool { return c.key == first.key }) {
			run++
		}
		if run > n || run == n && run > 1 && len(unmarked(first.key)) > len(unmarked(key)) {
			n, key = run, first.key
		}
	}
	return n, key
}

// unmarked is a text without the marks at its end.
func unmarked(s string) string { return strings.TrimRight(s, " /:;_-–—.|»?([") }

// alikeWords is how many columns from the first on begin with the same words, most of what the shortest of them says.
func alikeWords(columns []*column) (n int) {
	const fewest = 3 // words
	first := strings.Fields(columns[0].label)
	shared := 0
	for n = 1; n < len(columns); n++ {
		words := strings.Fields(columns[n].label)
		same := 0
		for same < min(len(first), len(words)) && words[same] == first[same] {
			same++
		}
		if same < fewest || 2*same < min(len(first), len(words)) || n > 1 && same != shared && same < shared {
			break
		}
		if n == 1 {
			shared = same
		}
	}
	return n
}

// differing are the texts without the beginning and the end that they share, up to whole words; a text that would have
// nothing left stays whole.
func differing(texts []string) []string {
	begin, end := beginning(texts), ""
	if len(texts) > 1 {
		end = ending(texts)
	}
	out := make([]string, len(texts))
	for i, s := range texts {
		rest := strings.TrimPrefix(s, begin)
		rest = bare(strings.TrimSuffix(rest, end))
		if rest == "" {
			rest = s
		}
		out[i] = rest
	}
	return out
}

// bare is an option without the marks that join it to its question.
func bare(s string) string {
	s = strings.TrimSpace(s)
	s = strings.TrimLeft(s, " /:;_-–—.|»]…")
	s = strings.TrimRight(s, " /:;_-–—|»")
	for _, pair := range []string{"[]", "()"} {
		if strings.Count(s, pair[:1]) > strings.Count(s, pair[1:]) {
			s = strings.TrimPrefix(s, pair[:1])
		}
		if strings.Count(s, pair[:1]) < strings.Count(s, pair[1:]) {
			s = strings.TrimSuffix(s, pair[1:])
		}
		if strings.HasPrefix(s, pair[:1]) && strings.HasSuffix(s, pair[1:]) && strings.Count(s, pair[:1]) == 1 {
			s = s[1 : len(s)-1]
		}
	}
	return strings.TrimSpace(s)
}

// beginning is the one that all texts share, up to whole words.
func beginning(texts []string) string {
	begin := texts[0]
	for _, s := range texts[1:] {
		begin = begin[:sharedBytes(begin, s)]
	}
	if slices.Contains(texts, begin) && len(texts) > 1 {
		begin = strings.TrimRightFunc(begin, func(r rune) bool { return !isJoint(r) })
	}
	return strings.TrimRightFunc(begin, isInWord)
}

func ending(texts []string) string {
	end := reversed(texts[0])
	for _, s := range texts[1:] {
		end = end[:sharedBytes(end, reversed(s))]
	}
	return strings.TrimLeftFunc(reversed(strings.ToValidUTF8(end, "")), isInWord)
}

// sharedBytes is how many bytes two texts begin with alike, whole characters only.
func sharedBytes(a, b string) int {
	for i, r := range a {
		if !strings.HasPrefix(b[min(i, len(b)):], string(r)) {
			return i
		}
	}
	return len(a)
}

func reversed(s string) string {
	runes := []rune(s)
	slices.Reverse(runes)
	return string(runes)
}

func isInWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func isJoint(r rune) bool { return strings.ContainsRune(" /:_-–[(", r) }
