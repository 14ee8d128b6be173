package fonts

import (
	"math"
	"sync"
	"testing"
)

func regular(t testing.TB) *Face {
	t.Helper()
	family, err := SourceSans()
	if err != nil {
		t.Fatal(err)
	}
	return family.Regular
}

func TestAdvanceKernsByPairs(t *testing.T) {
	f := regular(t)
	if kerned, plain := f.Advance("To Yo", 100), f.AdvanceUnkerned("To Yo", 100); kerned >= plain {
		t.Errorf("kerned %.2f is not narrower than unkerned %.2f", kerned, plain)
	}
	if k := f.Kern('T', 'o'); k >= 0 {
		t.Errorf("To is kerned by %v", k)
	}
	if got, want := f.Advance("nn", 1000), 2*f.Advance("n", 1000); math.Abs(got-want) > 1e-9 {
		t.Errorf("nn = %v, want twice n = %v: the pair is not kerned", got, want)
	}
}

func TestFiguresAreOfOneWidth(t *testing.T) {
	f := regular(t)
	for _, s := range []string{"1", "2", "7", "9"} {
		if got, want := f.AdvanceUnkerned(s, 1000), 497.0; got != want {
			t.Errorf("%s is %v wide, want %v as the font's hmtx has it", s, got, want)
		}
	}
}

func TestHas(t *testing.T) {
	f := regular(t)
	for _, r := range "abcæøåÆØÅ0123456789%–−«»“”’•…§€\u00a0\u00ad\u202f\u2011▲▼←→≥" {
		if !f.Has(r) {
			t.Errorf("the face has no %q (%U)", r, r)
		}
	}
	for _, r := range []rune{'漢', 0x10FFFF, -1} {
		if f.Has(r) {
			t.Errorf("the face has %U", r)
		}
	}
	const lock = '🔒' // in the font, but not to be had in a PDF
	if f.glyph(lock).index == 0 || f.Has(lock) {
		t.Errorf("%q is not in the font, or is told to be drawable", lock)
	}
}

func TestMetricsAreThoseOfTheLetters(t *testing.T) {
	m := regular(t).Metrics()
	for name, v := range map[string][2]float64{"cap height": {m.CapHeight, 0.66}, "x-height": {m.XHeight, 0.486}, "ascender": {m.Ascender, 0.712}, "descender": {m.Descender, 0.205}} {
		if math.Abs(v[0]-v[1]) > 0.02 {
			t.Errorf("%s %.3f, want about %.3f", name, v[0], v[1])
		}
	}
}

func TestAFaceCanBeUsedByManyAtOnce(t *testing.T) {
	f := regular(t)
	want := f.Advance("Blåbærsyltetøy og To Ta Yo", 20)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			if got := f.Advance("Blåbærsyltetøy og To Ta Yo", 20); got != want {
				t.Errorf("got %v, want %v", got, want)
			}
		})
	}
	wg.Wait()
}

func TestAdvanceIsThatOfTheFontsTables(t *testing.T) {
	family, err := SourceSans()
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		face             *Face
		text             string
		unkerned, kerned float64
	}{
		{family.Regular, "Blåbær", 3025, 3011},
		{family.Regular, "Økonomi 95 %", 6083, 6065},
		{family.Italic, "To", 1024, 951},
		{family.Semibold, "Økonomi 95 %", 6226, 6203},
		{family.Bold, "To", 1111, 1035},
	} {
		if got := tt.face.AdvanceUnkerned(tt.text, 1000); math.Abs(got-tt.unkerned) > 1e-6 {
			t.Errorf("%s: %q is %v wide, want %v by its hmtx", tt.face.Name, tt.text, got, tt.unkerned)
		}
		if got := tt.face.Advance(tt.text, 1000); math.Abs(got-tt.kerned) > 1e-6 {
			t.Errorf("%s: %q is %v wide, want %v by its GPOS", tt.face.Name, tt.text, got, tt.kerned)
		}
	}
}

func BenchmarkAdvance(b *testing.B) {
	f := regular(b)
	for b.Loop() {
		f.Advance("Flere enn 2 av 3 har interne retningslinjer for br", 20)
	}
}

func BenchmarkSourceSans(b *testing.B) {
	for b.Loop() {
		if _, err := SourceSans(); err != nil {
			b.Fatal(err)
		}
	}
}
