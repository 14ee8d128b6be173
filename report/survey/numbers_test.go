package survey

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestAPointOrCommaIsReadAsTheColumnTells: one number that can be read in one way alone speaks for all of its column.
func TestAPointOrCommaIsReadAsTheColumnTells(t *testing.T) {
	const asThousands, asDecimals = "read as between thousands", "read as before decimals"
	for _, tt := range []struct {
		name, lang, decimal string
		numbers             string
		want                string
		told                string // a part of the message
	}{
		{"two groups prove that points group", "nb", "", "450.000 1.050.000", "450000 1050000", ""},
		{"a decimal comma proves it, too", "en", "", "450.000 12,5", "450000 12.5", ""},
		{"and so does a number with both", "en", "", "450.000 1.050,5", "450000 1050.5", ""},
		{"another number of decimals proves a decimal point", "nb", "", "1.250 1.25", "1.25 1.25", ""},
		{"nothing begins with a group of 0", "nb", "", "1.250 0.125", "1.25 0.125", ""},
		{"four digits before it are no group", "nb", "", "1234.567 1.250", "1234.567 1.25", ""},
		{"nothing tells: as in the deck's language, nb", "nb", "", "450.000 612.500", "450000 612500", "point in numbers of \"v\" is " + asThousands},
		{"nn", "nn", "", "450.000", "450000", asThousands},
		{"nothing tells: en", "en", "", "450.000", "450", asDecimals},
		{"nothing tells, with a sign and per cent", "nb", "", "-1.234 +2.345%", "-1234 2345", asThousands},
		{"nothing tells of a comma, en", "en", "", "1,234 5,678", "1234 5678", "comma in numbers of \"v\" is " + asThousands},
		{"nothing tells of a comma, nb", "nb", "", "1,234", "1.234", asDecimals},
		{"commas in two groups", "nb", "", "1,234 1,234,567", "1234 1234567", ""},
		{"a decimal comma in an English deck has no other reading", "en", "", "3,5 4", "3.5 4", ""},
		{"people write both, and each is clear", "nb", "", "3,5 3.5", "3.5 3.5", ""},
		{"people write both, and one is not clear", "nb", "", "3,5 3.5 1.234", "3.5 3.5 1234", asThousands},
		{"the layout says comma", "en", ",", "450.000 12,5 3", "450000 12.5 3", ""},
		{"the layout says comma, and another number is none", "nb", ",", "450.000 12.5", "450000 !", ""},
		{"the layout says point", "nb", ".", "1.250 2,250 3", "1.25 2250 3", ""},
		{"the layout says point, and another number is none", "nb", ".", "1,250 3,5 1.050.000", "1250 ! !", ""},
		{"groups of another length are none", "nb", "", "1.05.000 10.0000.000", "! !", ""},
		{"dates and times are none", "nb", "", "03.11.2025 12:30", "! !", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			numbers := strings.Fields(tt.numbers)
			opts := Options{Lang: tt.lang, Decimal: tt.decimal}
			table, list := Read("svar.csv", []byte("n;v\nx;"+strings.Join(numbers, "\nx;")+"\n"), opts)
			if len(list) > 0 {
				t.Fatal(list)
			}
			_, strange := table.Mean(Question{Column: "v"}, nil)
			as := numbersOf(table, Question{Column: "v"}, asked{column: 1}, &list)
			var got []string
			for _, n := range numbers {
				v, ok := as.Parse(n)
				if ok == slices.Contains(strange, n) {
					t.Errorf("the mean takes %s: %v", n, !ok)
				}
				if got = append(got, "!"); ok {
					got[len(got)-1] = strconv.FormatFloat(v.V, 'f', -1, 64)
				}
			}
			if strings.Join(got, " ") != tt.want {
				t.Errorf("got %s, want %s", strings.Join(got, " "), tt.want)
			}
			if told := inShort(table.Doubts(Question{Column: "v"})); !strings.Contains(told, tt.told) || (told == "") != (tt.told == "") {
				t.Errorf("told: %s", told)
			}
			grid, list := table.Range(fmt.Sprintf("A1:B%d", len(numbers)+1), diagPos())
			if v, ok := as.Parse(numbers[0]); ok && grid.Series[0].Values[0] != v || len(list) == 0 != (tt.told == "" && len(strange) == 0) {
				t.Errorf("the cells are %v: %s", grid, inShort(list))
			}
		})
	}
}

func TestADoubtIsToldOnceWithItsPlaceAndTheKey(t *testing.T) {
	table, _ := Read("svar.csv", []byte("n;v;w\nx;4;2\nx;450.000;1.500\n"), Options{Weight: "w"})
	list := table.Doubts(Question{Column: "v"})
	if got, want := inShort(list), `svar.csv:3:3 decimal-mark: the point in numbers of "v" is read as between thousands, though it may stand before decimals`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got, want := list[0].Hint, `write decimal = "," beside the file if that is so, decimal = "." if not`; got != want {
		t.Errorf("the hint is %s, want %s", got, want)
	}
	_, list = Read("svar.csv", []byte("n;w\nx;2\nx;1.500\n"), Options{Weight: "w"})
	if len(list) != 1 || list[0].Line != 3 {
		t.Errorf("weights: %s", inShort(list))
	}
	_, list = table.Range("A1:B3", diagPos())
	if got, want := inShort(list), `svar.csv:3:3 decimal-mark: the point in numbers from B3 on is read as between thousands, though it may stand before decimals`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestNumbersOfMachinesAreNotGrouped: JSON and spreadsheets hold numbers, not texts that people read.
func TestNumbersOfMachinesAreNotGrouped(t *testing.T) {
	table, _ := Read("svar.json", []byte(`[{"v":450.125},{"v":12.500}]`), Options{Lang: "nb"})
	if mean, _ := table.Mean(Question{Column: "v"}, nil); mean.Mean != 231.3125 || len(table.Doubts(Question{Column: "v"})) > 0 {
		t.Errorf("%v", mean)
	}
}
