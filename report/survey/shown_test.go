package survey

import (
	"fmt"
	"strings"
	"testing"
)

// inCellsOf is a column's cells in short: numbers with their decimals and signs, texts in quotes, "-" for nothing.
func inCellsOf(cells []ShownCell) string {
	var out []string
	for _, c := range cells {
		switch {
		case c.IsNumber:
			s := fmt.Sprintf("%v/%d", c.V, c.Decimals)
			if c.Percent {
				s += "%"
			}
			if c.Plus {
				s = "+" + s
			}
			out = append(out, s)
		case c.Text == "":
			out = append(out, "-")
		default:
			out = append(out, fmt.Sprintf("%q", c.Text))
		}
	}
	return strings.Join(out, " ")
}

func TestAReadyMadeTableIsReadAsItIsShown(t *testing.T) {
	for _, tt := range []struct{ name, column, want string }{
		{"percents, one without decimals", "12,5 %|7 %|100%", "12.5/1% 7/0% 100/0%"},
		{"numbers", "3|−4,25|1 234|0.50", "3/0 -4.25/2 1234/0 0.5/2"},
		{"what is above nothing", "+3,5|+2 %", "+3.5/1 +2/0%"},
		{"cells that say that there is nothing", "1||n/a|–|#N/A|..", "1/0 - - - - -"},
		{"texts and dates beside numbers", "03.11.2025|ukjent|42|14:05|4 kr", `"03.11.2025" "ukjent" 42/0 "14:05" "4 kr"`},
		{"codes of digits", "0150|5003", `"0150" "5003"`},
		{"a nought before a decimal", "0,5|0.5|0", "0.5/1 0.5/1 0/0"},
		{"a number in powers of ten", "1E5|2e-3", `"1E5" "2e-3"`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			rows := "Navn;Verdi;x"
			for i, c := range strings.Split(tt.column, "|") {
				rows += fmt.Sprintf("\n%d;%s;x", i+2020, c)
			}
			shown, list := table(t, rows).Shown("A:B", diagPos())
			if len(list) > 0 || strings.Join(shown.Names, "|") != "Navn|Verdi" {
				t.Fatal(list, shown.Names)
			}
			if got := inCellsOf(shown.Columns[1]); got != tt.want {
				t.Errorf("%s, want %s", got, tt.want)
			}
			if got := inCellsOf(shown.Columns[0]); !strings.HasPrefix(got, `"2020"`) {
				t.Errorf("the first column is %s: the years in it are names", got)
			}
		})
	}
	if _, list := table(t, "a;b\n1;2\n").Shown("A1:C9", diagPos()); len(list) != 1 {
		t.Error("a range beyond the file is not told")
	}
}

func TestAChartsRangeSaysWhatIsWrongWithACell(t *testing.T) {
	for cell, want := range map[string]string{
		"03.11.2025": "it looks like a date", "2025-11-03": "it looks like a date", "3. mai 2025": "it looks like a date",
		"65,6 poeng": "there is more than a number in it", "4 5": "there is more than a number in it",
		"mange": "write a number such as 65,6",
	} {
		_, list := table(t, "a;b\nx;"+cell+"\n").Range("A1:B2", diagPos())
		if len(list) != 1 || !strings.HasPrefix(list[0].Hint, want) || !strings.Contains(list[0].Hint, "[slide.table]") {
			t.Errorf("%q: %+v", cell, list)
		}
	}
	if g, list := table(t, "a;b\nx;#N/A\ny;1\n").Range("A1:B3", diagPos()); len(list) > 0 || !g.Series[0].Values[0].Missing {
		t.Error("a cell that says that there is no number is no mistake")
	}
}
