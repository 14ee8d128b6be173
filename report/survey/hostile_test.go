package survey

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"lysark/config/diag"
	"lysark/report/golden"
)

// hostile is a file of some megabytes that is made to be slow.
type hostile struct {
	name, data string
	rule       diag.Rule // of the first problem; none when there is none
	megabytes  uint64    // that reading it may allocate
}

func hostileFiles() []hostile {
	const n = 1_000_000
	wideHead := strings.Repeat("x;", 10_000)
	keys := func(count int) string {
		var out bytes.Buffer
		for i := range count {
			fmt.Fprintf(&out, `,{"%d":1}`, i)
		}
		return "[" + out.String()[1:] + "]"
	}
	return []hostile{
		{"one quoted field", "a;b\n1;\"" + strings.Repeat("å\n", n) + "\"", 0, 260},
		{"a quote that is never closed", "a;b\n1;\"" + strings.Repeat("å\n", n), diag.BadData, 260},
		{"nothing but doubled quotes", "a;b\n1;\"" + strings.Repeat(`""`, n) + "\"", 0, 20},
		{"nothing but delimiters", strings.Repeat(";", n), diag.EmptyData, 110},
		{"a row of delimiters below a row of names", "a;b\n1;2" + strings.Repeat(";", n), 0, 2},
		{"rows of nothing but delimiters", strings.Repeat(";;\n", n), diag.EmptyData, 4},
		{"blank lines", strings.Repeat("\n", n) + "a;b\n1;2", 0, 20},
		{"a million columns of one name", strings.Repeat("x;", n) + "\n1", 0, 560},
		{"10,000 columns, and rows that fill one", ";" + strings.Repeat(";", 10_000) + "\n" + strings.Repeat("1\n", n), 0, 200},
		{"10,000 columns of one name, and rows that are too long", wideHead + "\n" + strings.Repeat("1"+strings.Repeat(";", 10_001)+"2\n", 200), diag.BadData, 20},
		{"a million answers in one cell", "a;b\n1;\"" + strings.Repeat("x;y;", n/4) + "\"", 0, 4},
		{"a new key in each object", keys(5_000), 0, 320},
		{"too many keys", keys(15_000), diag.TooMany, 1500},
		{"a million lists in lists", `[{"a":` + strings.Repeat("[", n), diag.BadData, 55},
	}
}

func (h hostile) read() diag.List {
	table, list := Read("svar", []byte(h.data), Options{})
	if table != nil {
		table.Tally(Question{Column: "b", Multiple: ";"})
	}
	return list
}

// TestHostileFilesAreReadOrTold: each takes some tenths of a second, and what it allocates is in proportion to what it
// has; what grows with the square of the size would take minutes.
func TestHostileFilesAreReadOrTold(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes seconds and hundreds of megabytes")
	}
	for _, h := range hostileFiles() {
		t.Run(h.name, func(t *testing.T) {
			var list diag.List
			golden.Within(t, time.Minute, func() {
				golden.Allocating(t, h.megabytes<<20, func() { list = h.read() })
			})
			switch {
			case h.rule == 0 && len(list) > 0, h.rule != 0 && (len(list) == 0 || list[0].Rule != h.rule):
				t.Errorf("%.300v", list)
			case len(list) > 60:
				t.Errorf("%d problems are told", len(list))
			}
		})
	}
}
