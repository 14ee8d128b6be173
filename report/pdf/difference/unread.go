package difference

import (
	"fmt"
	"slices"

	"lysark/report/pdf/inspect"
)

// unread tells of what may be in the files and was not compared, so that nobody takes silence for sameness.
func unread(old, new *inspect.Document) []string {
	var out []string
	for i, d := range []*inspect.Document{old, new} {
		what := "not all of the %s file may have been compared: %s%s"
		if closed(d) {
			what = "the %s file cannot be compared: %s%s"
		}
		for _, rule := range unreadable() {
			if p := breach(d, rule); p != nil {
				why := map[bool]string{true: "it is damaged: "}[rule == damage]
				out = append(out, fmt.Sprintf(what, [2]string{"old", "new"}[i], why, p.Message))
			}
		}
	}
	return out
}

// unreadable are the rules of files that are encrypted, too large or damaged.
func unreadable() []string { return []string{"unread", damage} }

const damage = "PDF 7.5"

// closed tells whether nothing of a file's slides could be read.
func closed(d *inspect.Document) bool {
	return len(d.Pages) == 0 && slices.ContainsFunc(unreadable(), func(r string) bool { return breach(d, r) != nil })
}

// breach is the first problem of a rule, nil when it is kept.
func breach(d *inspect.Document, rule string) *inspect.Problem {
	i := slices.IndexFunc(d.Problems, func(p inspect.Problem) bool { return p.Rule == rule })
	if i < 0 {
		return nil
	}
	return &d.Problems[i]
}
