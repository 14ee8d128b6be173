package golden

import (
	"os"
	"testing"
)

// Timed skips a test that holds how long something takes, unless LYSARK_TIME is set, as make test-time does: on a busy
// machine a clock tells more of the neighbours than of the program.
func Timed(t testing.TB) {
	t.Helper()
	if os.Getenv("LYSARK_TIME") == "" {
		t.Skip("asks the clock: run it with make test-time")
	}
}
