package submission

import (
	"errors"
	"net"
	"os"
	"sync"
	"time"
)

// sendBuffer is the most of a mail that the kernel may hold back. Left to itself it takes megabytes, the dot among
// them, and for seconds nobody knows whether the server has it (measured at 10 Mbit/s with 3 MB: 2.4 s, now 0.3 s).
const sendBuffer = 128 << 10

// link is the connection itself, below TLS. Every read and write has a deadline: that of the command which goes on,
// or else that of progress. A deadline that passes ends the connection.
type link struct {
	net.Conn
	progress time.Duration
	grace    time.Duration

	mutex    sync.Mutex
	until    time.Time // of what goes on; zero is progress from now
	most     time.Time // past it nothing goes on; zero is never
	pastDot  bool
	looking  bool // a deadline that passes is no fault
	deaf     bool // nothing is read any more
	mute     bool // nothing is written any more
	accepted int  // bytes that the kernel took since the dot was allowed
}

func newLink(conn net.Conn, t Timeouts) *link {
	if buffered, ok := conn.(interface{ SetWriteBuffer(int) error }); ok {
		buffered.SetWriteBuffer(sendBuffer) // without it all is right, only the doubt is longer
	}
	return &link{Conn: conn, progress: t.Progress, grace: t.Grace}
}

func (l *link) Read(p []byte) (int, error) {
	if err := l.arm(&l.deaf, l.Conn.SetReadDeadline); err != nil {
		return 0, err
	}
	n, err := l.Conn.Read(p)
	if n == 0 && errors.Is(err, os.ErrDeadlineExceeded) && l.dotAllowed() {
		l.Conn.SetReadDeadline(time.Now().Add(lastLook))
		n, err = l.Conn.Read(p)
	}
	l.mind(&l.deaf, err)
	return n, err
}

// lastLook is for an answer to the dot that has come while this program was stopped, by Ctrl-Z or a machine that slept:
// the deadline has passed by then, and nobody has looked.
const lastLook = 20 * time.Millisecond

func (l *link) Write(p []byte) (int, error) {
	if err := l.arm(&l.mute, l.Conn.SetWriteDeadline); err != nil {
		return 0, err
	}
	n, err := l.Conn.Write(p)
	l.mutex.Lock()
	if l.pastDot {
		l.accepted += n
	}
	l.mutex.Unlock()
	l.mind(&l.mute, err)
	return n, err
}

func (l *link) arm(ended *bool, set func(time.Time) error) error {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	if *ended {
		return net.ErrClosed
	}
	return set(l.deadline())
}

func (l *link) deadline() time.Time {
	t := l.until
	if t.IsZero() {
		t = time.Now().Add(l.progress)
	}
	if !l.most.IsZero() && l.most.Before(t) {
		return l.most
	}
	return t
}

// mind ends one direction when a deadline has passed in it, so that nothing waits a second time. What the server said
// before it stopped taking more can still be read.
func (l *link) mind(ended *bool, err error) {
	if !errors.Is(err, os.ErrDeadlineExceeded) {
		return
	}
	l.mutex.Lock()
	defer l.mutex.Unlock()
	if !l.looking || !l.most.IsZero() {
		*ended = true
	}
}

// SetDeadline holds for what goes on; zero ends it. TLS and the client above set it, too.
func (l *link) SetDeadline(t time.Time) error {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	l.until = t
	return nil
}

func (l *link) SetReadDeadline(t time.Time) error  { return l.SetDeadline(t) }
func (l *link) SetWriteDeadline(t time.Time) error { return l.SetDeadline(t) }

// look reads with a deadline that may pass.
func (l *link) look(wait time.Duration, read func() error) error {
	l.setLooking(true, time.Now().Add(wait))
	defer l.setLooking(false, time.Time{})
	return read()
}

func (l *link) setLooking(looking bool, until time.Time) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	l.looking, l.until = looking, until
}

// interrupt ends what goes on: at once before the dot, after it in a while, as the answer may be under way.
func (l *link) interrupt() {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	l.most = time.Now()
	if l.pastDot {
		l.most = l.most.Add(l.grace)
	}
	l.Conn.SetDeadline(l.deadline())
}

// allowDot is false when there was an interrupt before. After it there is no way back but by an answer.
func (l *link) allowDot() bool {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	if l.mute || !l.most.IsZero() {
		return false
	}
	l.pastDot, l.accepted = true, 0
	return true
}

// answered ends the time after the dot.
func (l *link) answered() {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	l.pastDot = false
}

func (l *link) dotAllowed() bool {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	return l.pastDot
}

// dotLeft tells whether any byte since allowDot may be under way.
func (l *link) dotLeft() bool {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	return l.accepted > 0
}

// Close ends the connection; nothing can be written any more, whoever tries.
func (l *link) Close() error {
	l.mutex.Lock()
	l.deaf, l.mute = true, true
	l.mutex.Unlock()
	return l.Conn.Close()
}
