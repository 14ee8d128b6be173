package tables

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"lysark/charts"
	"lysark/report"
)

// tellBases tells how many respondents the values are shares of, where that is one number for each column, or for each
// row.
func (t *Table) tellBases(deck *report.Deck) {
	columns, uniform := make([]int, len(t.Columns)), true
	for i, c := range t.Columns {
		columns[i] = base(deck, c.Values[0])
		for _, v := range c.Values {
			uniform = uniform && base(deck, v) == columns[i]
		}
	}
	differ := false
	for _, n := range columns {
		differ = differ || n != columns[0]
	}
	if uniform && (len(columns) == 1 || differ) {
		for i, n := range columns {
			t.Columns[i].Base = n
		}
		return
	}
	rows := make([]int, len(t.Categories))
	told := false
	for row := range rows {
		rows[row] = base(deck, t.Columns[0].Values[row])
		for _, c := range t.Columns {
			if base(deck, c.Values[row]) != rows[row] {
				return
			}
		}
		told = told || rows[row] > 0
	}
	if told {
		t.Bases = rows
	}
}

// base is how many respondents a value is a share of; 0 when it comes from no answers, or is not shown: then its base
// could tell how small the group is.
func base(deck *report.Deck, v charts.Value) int {
	if v.Hidden {
		return 0
	}
	source, _ := deck.SourceOf(v)
	return source.Base
}

// told are the bases that a table tells.
func (t Table) told() []int {
	told := slices.Clone(t.Bases)
	for _, c := range t.Columns {
		told = append(told, c.Base)
	}
	return told
}

// withoutBases is a source without a last sentence that only says how many answered ("n = 96", "n = 96 (left) and
// n = 65 (right)"), when what stands beside it tells one of these numbers. What is left ends as the whole did.
func withoutBases(source report.Text, told []int) report.Text {
	found := lastBases.FindStringSubmatchIndex(source.S)
	if found == nil {
		return source
	}
	sentence := source.S[found[2]:found[3]]
	if !slices.ContainsFunc(basesIn(sentence), func(n int) bool { return n > 0 && slices.Contains(told, n) }) {
		return source
	}
	before := source.Part(0, found[2]).Trimmed()
	if n := len(before.S); strings.HasSuffix(before.S, ";") || strings.HasSuffix(before.S, ".") &&
		!strings.HasSuffix(source.S, ".") {
		before = before.Part(0, n-1)
	}
	return before
}

// lastBases finds a sentence of bases at the end of a text. Brackets after the only one may say more than where it
// belongs, as in "n = 96 (weighted)".
var lastBases = regexp.MustCompile(`(?:^|[.!?;]` + space + `+)(` + oneBase + `|` + oneBase + whose + `(?:` + andBase +
	oneBase + whose + `)+)\.?$`)

const (
	space   = `[\s\x{a0}\x{202f}]`
	oneBase = `[nN]` + space + `*=` + space + `*\d(?:[.,\s\x{a0}\x{202f}]?\d)*`
	whose   = `(?:` + space + `*\([^()]*\))?`
	andBase = `(?:` + space + `*[,;]` + space + `*|` + space + `+(?:og|and)` + space + `+)`
)

// basesIn are the numbers after the equal signs of such a sentence.
func basesIn(sentence string) []int {
	var out []int
	for _, part := range strings.Split(sentence, "=")[1:] {
		digits := ""
		for _, c := range part {
			if c == '(' || c == 'n' || c == 'N' {
				break
			}
			if '0' <= c && c <= '9' {
				digits += string(c)
			}
		}
		if n, err := strconv.Atoi(digits); err == nil {
			out = append(out, n)
		}
	}
	return out
}
