package survey

import (
	"bytes"
	"fmt"
	"runtime"
	"testing"

	"github.com/xuri/excelize/v2"
)

// answersOf is a file of that many respondents with 60 questions.
func answersOf(respondents, columns int) []byte {
	var out bytes.Buffer
	out.Grow(respondents*columns*7 + columns*20)
	for c := range columns {
		fmt.Fprintf(&out, "Spørsmål %d;", c)
	}
	for r := range respondents {
		out.WriteByte('\n')
		for c := range columns {
			out.WriteString([]string{"Ja;", "Nei;", "Vet ikke;", "Litt enig;"}[(r+c)%4])
		}
	}
	return out.Bytes()
}

// BenchmarkReadAndTally reads 200,000 answers to 60 questions and counts each. peak-MB is the memory in use at the
// end of the reading, the file's own bytes included.
func BenchmarkReadAndTally(b *testing.B) {
	const respondents, columns = 200_000, 60
	file := answersOf(respondents, columns)
	b.ReportAllocs()
	b.SetBytes(int64(len(file)))
	var m runtime.MemStats
	peak := uint64(0)
	for b.Loop() {
		answers, list := Read("svar.csv", file, Options{})
		if list.HasErrors() {
			b.Fatal(list)
		}
		for c := range columns {
			answers.Tally(Question{Column: fmt.Sprintf("Spørsmål %d", c)})
		}
		runtime.ReadMemStats(&m)
		peak = max(peak, m.HeapInuse)
	}
	b.ReportMetric(float64(peak)/1e6, "peak-MB")
}

// BenchmarkWhere takes half of 200,000 respondents and counts their answers to 60 questions; then the answers to one
// question by each of 20 groups, all of them together. ns/row is for each row that is counted, over all its columns.
func BenchmarkWhere(b *testing.B) {
	const respondents, columns, groups = 200_000, 60, 20
	file := answersOf(respondents, columns)
	answers, list := Read("svar.csv", file, Options{})
	if list.HasErrors() {
		b.Fatal(list)
	}
	b.Run("half of 60 questions", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			rows, _ := answers.Rows(Question{Column: "Spørsmål 0"}, []string{"Ja", "Nei"})
			part := answers.Where(rows)
			for c := range columns {
				part.Tally(Question{Column: fmt.Sprintf("Spørsmål %d", c)})
			}
			if part.Len() != respondents/2 {
				b.Fatal(part.Len())
			}
		}
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/(respondents/2), "ns/row")
	})
	b.Run("one question by 20 groups", func(b *testing.B) {
		lines := bytes.SplitAfter(file, []byte("\n"))
		for i, line := range lines[1:] {
			lines[i+1] = fmt.Appendf(nil, "G%d;%s", i%groups, line[bytes.IndexByte(line, ';')+1:])
		}
		answers, _ := Read("svar.csv", bytes.Join(lines, nil), Options{})
		by := Question{Column: "Spørsmål 0"}
		tally, _ := answers.Tally(by)
		b.ReportAllocs()
		for b.Loop() {
			for _, group := range tally.Labels() {
				rows, _ := answers.Rows(by, []string{group})
				answers.Where(rows).Tally(Question{Column: "Spørsmål 59"})
			}
		}
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/respondents, "ns/row")
		if len(tally.Answers) != groups {
			b.Fatal(len(tally.Answers))
		}
	})
}

// BenchmarkReadSheet reads 20,000 answers to 60 questions from a spreadsheet, the texts of which all cells share, as
// Excel writes them, or each cell has, as scripts do; every fourth column holds numbers.
func BenchmarkReadSheet(b *testing.B) {
	for _, name := range []string{"shared", "inline"} {
		file := sheetOf(b, 20_000, 60, name == "inline")
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				table, list := Read("svar.xlsx", file, Options{})
				if list.HasErrors() || table.Len() != 20_000 {
					b.Fatal(list)
				}
			}
		})
	}
}

// sheetOf is a workbook of that many respondents.
func sheetOf(b *testing.B, respondents, columns int, inline bool) []byte {
	f := excelize.NewFile()
	var stream *excelize.StreamWriter
	var err error
	if inline {
		if stream, err = f.NewStreamWriter("Sheet1"); err != nil {
			b.Fatal(err)
		}
	}
	row := make([]any, columns)
	for r := range respondents + 1 {
		for c := range row {
			switch {
			case r == 0:
				row[c] = fmt.Sprintf("Spørsmål %d", c)
			case c%4 == 0:
				row[c] = (r + c) % 7
			default:
				row[c] = []string{"Ja", "Nei", "Vet ikke", "Litt enig"}[(r+c)%4]
			}
		}
		at, _ := excelize.CoordinatesToCellName(1, r+1)
		if !inline {
			err = f.SetSheetRow("Sheet1", at, &row)
		} else {
			err = stream.SetRow(at, row)
		}
		if err != nil {
			b.Fatal(err)
		}
	}
	if inline {
		err = stream.Flush()
	}
	var out bytes.Buffer
	if err != nil || f.Write(&out) != nil {
		b.Fatal(err)
	}
	return out.Bytes()
}
