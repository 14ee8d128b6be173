package draft

import (
	"strings"

	"lysark/report/survey"
)

// separator is what stands between several answers in one cell, or "" when each cell holds one.
func separator(table *survey.Table, q survey.Question, single survey.Tally) string {
	for _, sep := range []string{";", "|", ", "} {
		if q.Multiple = sep; splits(table, q, single) {
			return sep
		}
	}
	return ""
}

// splits tells whether cells are made of parts that come back in other company. A comma may belong to an answer, such
// as "Ja, alle", so it has to divide cells into one, two and more parts as well.
func splits(table *survey.Table, q survey.Question, single survey.Tally) bool {
	sep := q.Multiple
	sizes, divided := map[int]bool{}, 0
	for _, a := range single.Answers {
		n := parts(a.Label, sep)
		sizes[min(n, 3)] = true
		if n > 1 {
			divided += a.Count
		}
	}
	if divided == 0 || (strings.HasPrefix(sep, ",") && len(sizes) < 3) {
		return false
	}
	t, _ := table.Tally(q)
	return crowdOf(t.Answers).isRepeated() &&
		(len(t.Answers) < len(single.Answers) || len(t.Answers) <= mostShown && !strings.HasPrefix(sep, ","))
}

func parts(cell, sep string) int {
	n := 0
	for part := range strings.SplitSeq(cell, sep) {
		if strings.TrimSpace(part) != "" {
			n++
		}
	}
	return n
}
