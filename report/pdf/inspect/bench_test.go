package inspect

import (
	"errors"
	"math/rand/v2"
	"slices"
	"testing"
)

func BenchmarkRead(b *testing.B) {
	data := sample(b, "tagged-a3.pdf")
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := Read(data); err != nil {
			b.Fatal(err)
		}
	}
}

func TestDamagedFilesAreReadAsFarAsTheyGo(t *testing.T) {
	whole := sample(t, "tagged-a3.pdf")
	r := rand.New(rand.NewPCG(1, 2))
	for i := range 60 {
		data := slices.Clone(whole)
		if i%3 == 0 {
			data = data[:r.IntN(len(data))]
		}
		for range r.IntN(30) + 1 {
			data[r.IntN(len(data))] = byte(r.IntN(256))
		}
		if d, err := Read(data); err == nil && len(d.Problems) == 0 {
			continue // what was hit may be an image's data
		}
	}
}

func TestWhatIsNoPDFIsToldSo(t *testing.T) {
	for s, want := range map[string]error{"": errNoPDF, "Dette er ingen PDF.": errNoPDF, "%PDF-1.7\n": errBroken, "%PDF-1.7\ntrailer<</Root 1 0 R>>": errBroken} {
		if _, err := Read([]byte(s)); !errors.Is(err, want) {
			t.Errorf("%q: %v, want %v", s, err, want)
		}
	}
}
