package survey

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"lysark/config/diag"
)

// sample is a survey of random respondents. A row of blanks is none.
type sample struct {
	names []string
	rows  [][]string
}

func randomSurvey(r *rand.Rand) sample {
	out := sample{names: []string{"Nr", "Farge", "Tilbud", "Score", "Tom", "Vekt"}}
	pick := func(from ...string) string { return from[r.IntN(len(from))] }
	for i := range 1 + r.IntN(30) {
		if r.IntN(8) == 0 {
			out.rows = append(out.rows, make([]string, len(out.names)))
			continue
		}
		out.rows = append(out.rows, []string{
			fmt.Sprint(i / 2),
			pick("Rød", "Blå", " Blå  ", "", "Gul\u00a0", fmt.Sprint("Nr ", i)),
			pick("", "Kurs", "Kurs; Råd", "Råd;Kurs;Råd", " ; ", "Te;Kaffe"),
			pick("", "4", "2,5", "Vet ikke", "10"),
			"",
			pick("0", "0", "1,25", "0,1", "3"),
		})
	}
	return out
}

func (s sample) filled() (out []int) {
	for i, row := range s.rows {
		if slices.ContainsFunc(row, func(c string) bool { return c != "" }) {
			out = append(out, i)
		}
	}
	return out
}

func (s sample) some(rows []int) sample {
	out := sample{names: s.names}
	for _, i := range rows {
		out.rows = append(out.rows, s.rows[i])
	}
	return out
}

func (s sample) asCSV() []byte {
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	w.Comma = ';'
	w.WriteAll(append([][]string{s.names}, s.rows...))
	return out.Bytes()
}

// asJSON writes several answers as a list.
func (s sample) asJSON() []byte {
	var rows []string
	for _, row := range s.rows {
		var fields []string
		for i, cell := range row {
			var value any = cell
			if strings.Contains(cell, ";") {
				value = strings.Split(cell, ";")
			}
			name, _ := json.Marshal(s.names[i])
			text, _ := json.Marshal(value)
			fields = append(fields, string(name)+":"+string(text))
		}
		rows = append(rows, "{"+strings.Join(fields, ",")+"}")
	}
	return []byte("[" + strings.Join(rows, ",\n") + "]")
}

// TestAPartIsWhatAFileOfThoseRowsGives holds the parts of random surveys against files of their rows alone.
func TestAPartIsWhatAFileOfThoseRowsGives(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	const trials = 400
	held := 0
	for trial := range trials {
		s := randomSurvey(r)
		opts := Options{Weight: []string{"", "Vekt"}[trial%2], Pos: diagPos()}
		write := []func(sample) []byte{sample.asCSV, sample.asJSON}[trial/2%2]
		one, two := randomPart(r, s), randomPart(r, s)
		kept := slices.DeleteFunc(slices.Clone(one), func(i int) bool { return !slices.Contains(two, i) })
		whole, all := Read("svar", write(s), opts)
		again, list := Read("svar", write(s.some(kept)), opts)
		weighNothing := func(d diag.Diagnostic) bool { return d.Rule == diag.ValueRange }
		if whole == nil || again == nil || slices.ContainsFunc(append(all, list...), weighNothing) {
			continue // nobody is in it, or all weigh 0: it is refused
		}
		held++
		part := whole.Where(rowsOf(whole, one)).Where(rowsOf(whole, two))
		got, want := everything(part), everything(again)
		for i := range got {
			if got[i] != want[i] {
				t.Fatalf("trial %d, rows %v of\n%s\ngot  %s\nwant %s", trial, kept, write(s), got[i], want[i])
			}
		}
		isAll := len(kept) == whole.Len()
		inWhole, _ := whole.Holds(part)
		inPart, _ := part.Holds(whole)
		if !inWhole || inPart != isAll || part.Same(whole) != isAll || !part.Same(again) || !again.Same(part) {
			t.Fatalf("trial %d: the part holds other rows than it should", trial)
		}
	}
	if held < trials*2/3 {
		t.Errorf("only %d of %d parts could be held against a file", held, trials)
	}
}

func randomPart(r *rand.Rand, s sample) []int {
	share := r.Float64() * 1.2
	return slices.DeleteFunc(s.filled(), func(int) bool { return r.Float64() > share })
}

func rowsOf(t *Table, at []int) Rows {
	out := Rows{of: t.whole}
	for _, i := range at {
		out.at = append(out.at, int32(i))
	}
	return out
}

// everything is all that can be asked of a table, but for the places of cells.
func everything(t *Table) (out []string) {
	add := func(values ...any) { out = append(out, fmt.Sprintf("%+v", values)) }
	add(t.Len(), t.Columns)
	for _, column := range t.cells.Names() {
		for _, q := range []Question{{}, {Multiple: ";"}, {Answers: []string{"Blå", "Te", "4"}}} {
			q.Column = column
			tally, list := t.Tally(q)
			add(tally, len(list))
			for _, d := range list {
				add(d.Rule, d.Message, d.Hint)
			}
			some, unknown := t.AnyOf(q, []string{"Råd", "Blå", "Kurs", "2,5"})
			mean, strange := t.Mean(q, []string{"Vet ikke"})
			add(some, unknown, mean, strange)
		}
	}
	grid, list := t.Range("A:E", diagPos())
	add(grid, len(list))
	return out
}

func TestRowsAreThoseWhoGaveOneOfTheAnswers(t *testing.T) {
	const data = "Nr;Tilbud\n1;Kurs, Råd\n2;Råd\n;\n3;\n4;Te\n5;Kurs,Kurs\n6\n"
	whole := table(t, data)
	odd := whole.Where(rowsOf(whole, []int{0, 3, 5}))
	tests := []struct {
		name    string
		table   *Table
		q       Question
		answers []string
		want    string
	}{
		{"one answer of several", whole, Question{Column: "Tilbud", Multiple: ","}, []string{"Kurs"}, "[0 5] []"},
		{"any of some", whole, Question{Column: "Tilbud", Multiple: ","}, []string{" Te ", "Kurs"}, "[0 4 5] []"},
		{"whole cells", whole, Question{Column: "Tilbud"}, []string{"Råd"}, "[1] []"},
		{"in a part", odd, Question{Column: "Tilbud", Multiple: ","}, []string{"Kurs", "Råd"}, "[0 5] []"},
		{"what nobody in a part gave", odd, Question{Column: "Tilbud"}, []string{"Te"}, `[] ["Te"]`},
		{"an answer that nobody gave", whole, Question{Column: "Tilbud"}, []string{"Kaffe", "Te"}, `[4] ["Kaffe"]`},
		{"no answers", whole, Question{Column: "Tilbud"}, nil, "[] []"},
		{"no such column", whole, Question{Column: "Til"}, []string{"Te"}, `[] ["Te"]`},
	}
	for _, tt := range tests {
		rows, unknown := tt.table.Rows(tt.q, tt.answers)
		some, _ := tt.table.AnyOf(tt.q, tt.answers)
		if got := fmt.Sprintf("%d %q", rows.at, unknown); got != tt.want || len(rows.at) != some.Count {
			t.Errorf("%s: got %s, want %s; AnyOf counts %d", tt.name, got, tt.want, some.Count)
		}
		if part := tt.table.Where(rows); part.Len() != len(rows.at) {
			t.Errorf("%s: the part has %d respondents", tt.name, part.Len())
		}
	}
}

func TestTheCellsOfAPartAreNamedAsInTheFile(t *testing.T) {
	whole := table(t, "År;Farge\n2023;Rød\n2024;Blaa\n\n2025;Blaa\n")
	rows, _ := whole.Rows(Question{Column: "År"}, []string{"2023", "2025"})
	_, list := whole.Where(rows).Tally(Question{Column: "Farge", Answers: []string{"Rød"}})
	if want := `svar.csv:5:6 unknown-answer: 1 answered "Blaa" to "Farge", `; !strings.HasPrefix(inShort(list), want) {
		t.Errorf("got %s", inShort(list))
	}
	_, list = whole.Where(rows).Range("A2:B3", diagPos())
	if want := "svar.csv:5:6 bad-data: the cell B4 is not a number"; inShort(list) != want {
		t.Errorf("got %s", inShort(list))
	}
}

func TestAPartWhoseWeightsAreAllZeroIsTold(t *testing.T) {
	whole := weighed(t, "Nr;Farge;Vekt\n1;Rød;0\n2;Blå;1\n")
	rows, _ := whole.Rows(Question{Column: "Nr"}, []string{"1"})
	_, list := whole.Where(rows).Tally(Question{Column: "Farge", Pos: diagPos()})
	want := `deck.toml:5:3 empty-data: everybody who answered "Farge" in svar.csv has the weight 0`
	if inShort(list) != want {
		t.Errorf("got %s", inShort(list))
	}
}

func TestRowsOfAnotherFileAreNoPart(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("rows of another file make a part")
		}
	}()
	a, b := table(t, "ID\n1\n"), table(t, "ID\n1\n")
	rows, _ := a.Rows(Question{Column: "ID"}, []string{"1"})
	b.Where(rows)
}

func TestColumnsOfFreeTextAreCountedInPartsToo(t *testing.T) {
	var data strings.Builder
	data.WriteString("Nr;Gruppe\n")
	for i := range 1000 {
		fmt.Fprintf(&data, "%d;%d\n", i, i%10)
	}
	whole := table(t, data.String())
	rows, _ := whole.Rows(Question{Column: "Gruppe"}, []string{"7"})
	part := whole.Where(rows)
	numbers, _ := part.Mean(Question{Column: "Nr"}, nil)
	groups, _ := part.Tally(Question{Column: "Gruppe"})
	if numbers.Mean != 502 || numbers.Count != 100 || line(groups) != "7 100 of 100 of 100" {
		t.Errorf("%+v, %s", numbers, line(groups))
	}
}
