package golden

import (
	"os"
	"runtime"
	"testing"
	"time"
)

// Timed skips a test that holds how long something takes, unless LYSARK_TIME is set, as make test-time does: on a busy
// machine a clock tells more of the neighbours than of the program.
func Timed(t testing.TB) {
	t.Helper()
	if !asksClock() {
		t.Skip("asks the clock: run it with make test-time")
	}
}

// Within does something, and fails a test when that takes longer than it may, where Timed would not skip it.
func Within(t testing.TB, most time.Duration, do func()) {
	t.Helper()
	start := time.Now()
	do()
	if took := time.Since(start); asksClock() && took > most {
		t.Errorf("it took %s, more than %s", took, most)
	}
}

// Allocating does something, and fails a test when more bytes are allocated for that than may be, those given back
// included: work, counted without a clock. Nothing else may run meanwhile.
func Allocating(t testing.TB, most uint64, do func()) {
	t.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	do()
	runtime.ReadMemStats(&after)
	if n := after.TotalAlloc - before.TotalAlloc; n > most {
		t.Errorf("it allocated %d kB, more than %d kB", n/1000, most/1000)
	}
}

func asksClock() bool { return os.Getenv("LYSARK_TIME") != "" }
