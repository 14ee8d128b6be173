package report

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"lysark/charts"
)

// bases tells how many respondents the values are shares of, where that is one number for each column, or for each row.
func (d *Deck) bases(t *ChartTable) {
	columns, uniform := make([]int, len(t.Columns)), true
	for i, c := range t.Columns {
		columns[i] = d.base(c.Values[0])
		for _, v := range c.Values {
			uniform = uniform && d.base(v) == columns[i]
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
		rows[row] = d.base(t.Columns[0].Values[row])
		for _, c := range t.Columns {
			if d.base(c.Values[row]) != rows[row] {
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
func (d *Deck) base(v charts.Value) int {
	if v.Ref == 0 || v.Hidden {
		return 0
	}
	return d.sources[v.Ref-1].Base
}

// told are the bases that a table tells.
func (t ChartTable) told() []int {
	told := slices.Clone(t.Bases)
	for _, c := range t.Columns {
		told = append(told, c.Base)
	}
	return told
}

// withoutBases is a source without a last sentence that only says how many answered ("n = 96", "n = 96 (left) and
// n = 65 (right)"), when what stands beside it tells one of these numbers. What is left ends as the whole did.
func withoutBases(source Text, told []int) Text {
	found := lastBases().FindStringSubmatchIndex(source.S)
	if found == nil {
		return source
	}
	sentence := source.S[found[2]:found[3]]
	if !slices.ContainsFunc(basesIn(sentence), func(n int) bool { return n > 0 && slices.Contains(told, n) }) {
		return source
	}
	before := source.Part(0, found[2]).trimmed()
	if n := len(before.S); strings.HasSuffix(before.S, ";") || strings.HasSuffix(before.S, ".") && !strings.HasSuffix(source.S, ".") {
		before = before.Part(0, n-1)
	}
	return before
}

// lastBases finds a sentence of bases at the end of a text. Brackets after the only one may say more than where it
// belongs, as in "n = 96 (weighted)".
func lastBases() *regexp.Regexp {
	const space = `[\s\x{a0}\x{202f}]`
	const one = `[nN]` + space + `*=` + space + `*\d(?:[.,\s\x{a0}\x{202f}]?\d)*`
	const where = `(?:` + space + `*\([^()]*\))?`
	const and = `(?:` + space + `*[,;]` + space + `*|` + space + `+(?:og|and)` + space + `+)`
	return regexp.MustCompile(`(?:^|[.!?;]` + space + `+)(` + one + `|` + one + where + `(?:` + and + one + where + `)+)\.?$`)
}

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
