package message

import (
	"io"
	"runtime"
	"testing"
)

// A message costs its head, however large the attachment: the aim is less than 50 µs and 10 kB.
func BenchmarkCompose(b *testing.B) {
	s, err := NewShared(pdf(5<<20), pictures(), "plan")
	if err != nil {
		b.Fatal(err)
	}
	l := norwegian()
	l.ReplyTo = nil
	b.ReportAllocs()
	for b.Loop() {
		m, err := s.Compose(l)
		if err != nil {
			b.Fatal(err)
		}
		m.Fingerprint()
		m.WriteTo(io.Discard)
	}
}

func BenchmarkNewShared(b *testing.B) {
	attachment := pdf(5 << 20)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := NewShared(attachment, nil, "plan"); err != nil {
			b.Fatal(err)
		}
	}
}

func TestAMessageAllocatesNothingOfTheAttachmentsSize(t *testing.T) {
	s, err := NewShared(pdf(5<<20), pictures(), "plan")
	if err != nil {
		t.Fatal(err)
	}
	const runs = 100
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for range runs {
		m, err := s.Compose(norwegian())
		if err != nil {
			t.Fatal(err)
		}
		m.WriteTo(io.Discard)
	}
	runtime.ReadMemStats(&after)
	if each := (after.TotalAlloc - before.TotalAlloc) / runs; each > 20_000 {
		t.Errorf("a message allocates %d bytes, more than 20,000", each)
	}
}
