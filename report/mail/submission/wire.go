package submission

import (
	"bufio"
	"bytes"
	"errors"
	"net"
	"net/textproto"
	"os"
	"slices"
	"time"
)

// mostHeard is more than any server has to say in one answer.
const mostHeard = 64 << 10

// wire is the connection as the client sees it: in plain text, above TLS. It hands out one whole line at a time, so
// that an answer that came too early waits here, where it is looked for, and not in a buffer of the client. A line that
// breaks off is none: textproto takes "250 " and the end of the connection for an answer.
type wire struct {
	net.Conn // link, or TLS on it
	link     *link
	buffer   []byte
	ahead    []byte // read and not handed out
	out      []byte // of the line that is being handed out
	heard    int    // since we said something
	said     bool   // anything at all
}

func newWire(conn net.Conn, l *link) *wire {
	return &wire{Conn: conn, link: l, buffer: make([]byte, 4096)}
}

func (w *wire) Read(p []byte) (int, error) {
	if len(w.out) == 0 {
		if err := w.line(); err != nil {
			return 0, err
		}
	}
	n := copy(p, w.out)
	w.out = w.out[n:]
	return n, nil
}

// line makes the next one ready. A code alone is an answer (RFC 5321, 4.2), but textproto wants a space after it.
func (w *wire) line() error {
	end := bytes.IndexByte(w.ahead, '\n')
	for end < 0 {
		if len(w.ahead) > mostHeard {
			return errEndless
		}
		if err := w.fill(); err != nil {
			return err
		}
		end = bytes.IndexByte(w.ahead, '\n')
	}
	w.out, w.ahead = w.ahead[:end+1], w.ahead[end+1:]
	if len(w.out) == len("250\r\n") {
		w.out = slices.Concat(w.out[:3], []byte(" \r\n"))
	}
	w.heard += len(w.out)
	if w.heard > mostHeard {
		return errEndless
	}
	return nil
}

var errEndless = errors.New("an answer without end")

func (w *wire) fill() error {
	n, err := w.Conn.Read(w.buffer)
	w.ahead = slices.Concat(w.ahead, w.buffer[:n])
	if n > 0 {
		return nil
	}
	return err
}

func (w *wire) Write(p []byte) (int, error) {
	w.heard, w.said = 0, true
	return w.Conn.Write(p)
}

// Close goes past TLS, whose farewell may block.
func (w *wire) Close() error { return w.link.Close() }

// early tells whether the server has said something unasked, or has gone.
func (w *wire) early(wait time.Duration) (bool, error) {
	if len(w.ahead) > 0 {
		return true, nil
	}
	err := w.link.look(wait, w.fill)
	if errors.Is(err, os.ErrDeadlineExceeded) {
		return false, nil
	}
	return err == nil, err
}

// unasked reads an answer past the client. It may read on further, so the connection is of no use after it.
func (w *wire) unasked(wait time.Duration) (code int, text string, err error) {
	w.link.SetDeadline(time.Now().Add(wait))
	defer w.link.SetDeadline(time.Time{})
	return textproto.NewReader(bufio.NewReader(w)).ReadResponse(0)
}
