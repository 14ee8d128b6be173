package delivery

import (
	"testing"
	"time"
)

func TestTheSpeedIsToldOnceItIsKnown(t *testing.T) {
	wait := Progress{Sent: 5, Left: 208, Waiting: "looking how the first ones fared", Next: time.Date(2026, 11, 2, 10, 0, 30, 0, time.UTC)}
	for _, tt := range []struct {
		p      Progress
		sent   int
		within time.Duration
		want   string
	}{
		{Progress{Sent: 1, Left: 212}, 1, 50 * time.Millisecond, "1 of 213 sent"},
		{wait, 0, 0, "5 of 213 sent; waiting until 10:00:30: looking how the first ones fared"},
		{Progress{Sent: 7, Left: 206}, 2, 3 * time.Second, "7 of 213 sent"},
		{Progress{Sent: 65, Left: 148}, 60, 2 * time.Minute, "65 of 213 sent, 30 a minute, 4m56s left"},
	} {
		if got := tt.p.line(213, tt.sent, tt.within); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}
