package survey

import (
	"bytes"
	"fmt"
	"runtime"
	"testing"
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
