package submission

import (
	"net"
	"os"
	"testing"
	"time"
)

// slept is a connection with an answer that came while nobody looked: the deadline is told first.
type slept struct {
	net.Conn
	late bool
}

func (s *slept) SetReadDeadline(time.Time) error { return nil }

func (s *slept) Read(p []byte) (int, error) {
	if !s.late {
		s.late = true
		return 0, os.ErrDeadlineExceeded
	}
	return copy(p, "250 ok\r\n"), nil
}

func TestAnAnswerToTheDotThatCameWhileTheProgramWasStoppedIsHeard(t *testing.T) {
	for _, dot := range []bool{true, false} {
		l := newLink(&slept{}, Timeouts{}.complete())
		if dot {
			l.allowDot()
		}
		n, err := l.Read(make([]byte, 100))
		if heard := n > 0 && err == nil; heard != dot {
			t.Errorf("past the dot %v: %d bytes, %v", dot, n, err)
		}
	}
}
