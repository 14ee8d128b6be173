package mail_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"lysark/report/golden"
	"lysark/report/mail"
)

// large is a mailing to so many members.
func large(n int) world {
	var b strings.Builder
	b.WriteString("epost;navn;firma;Antall ansatte\n")
	for i := range n {
		fmt.Fprintf(&b, "medlem%d@firma%d.example;Medlem Nummer %d;Firmaet nummer %d på Sørlandet AS;%d\n", i, i%700, i, i%700, i%90)
	}
	w := asked()
	w["liste.csv"] = b.String()
	return w
}

// TestTenThousandMembersArePlannedInLittleMemory holds what a plan keeps, beyond the PDF, and that it does not take long.
func TestTenThousandMembersArePlannedInLittleMemory(t *testing.T) {
	w := large(10_000)
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	var f *mail.Frozen
	golden.Within(t, 5*time.Second, func() { f = w.plan(t, "") }) // in 2 alone on the machine
	runtime.GC()
	runtime.ReadMemStats(&after)
	kept := int64(after.HeapAlloc) - int64(before.HeapAlloc)
	t.Logf("%d mails, %.1f MB kept", len(f.Plan.Recipients), float64(kept)/1e6)
	if kept > 10_000_000 {
		t.Errorf("%.1f MB are kept", float64(kept)/1e6)
	}
	runtime.KeepAlive(f)
}

func BenchmarkMakePlan(b *testing.B) {
	w := large(10_000)
	b.ReportAllocs()
	for b.Loop() {
		w.plan(b, "")
	}
}
