package golden

import (
	"testing"
	"time"
)

func TestTheClockIsAskedOnlyWhereItIsToBe(t *testing.T) {
	for clock, fails := range map[string]bool{"": false, "1": true} {
		t.Setenv("LYSARK_TIME", clock)
		slow, quick, done := &fake{}, &fake{}, false
		Within(slow, time.Nanosecond, func() { time.Sleep(time.Microsecond); done = true })
		Within(quick, time.Hour, func() {})
		if slow.Failed() != fails || quick.Failed() || !done {
			t.Errorf("LYSARK_TIME=%s: told %v and %v, done %t", clock, slow.told, quick.told, done)
		}
	}
}

func TestWhatIsAllocatedAndGivenBackCounts(t *testing.T) {
	much, little := &fake{}, &fake{}
	var room []byte
	do := func() {
		for range 10 {
			room = make([]byte, 1<<20)
		}
	}
	Allocating(much, 9<<20, do)
	Allocating(little, 11<<20, do)
	if !much.Failed() || little.Failed() || len(room) == 0 {
		t.Errorf("told %v and %v", much.told, little.told)
	}
}
