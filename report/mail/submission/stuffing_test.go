package submission

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"net/textproto"
	"strings"
	"testing"
)

func TestAMailIsStuffed(t *testing.T) {
	tests := []struct {
		name string
		mail string
		want string // on the wire, without the CRLF . CRLF of the end
		err  string
	}{
		{"lines", "a\r\nb\r\n", "a\r\nb", ""},
		{"a dot at the beginning", ".\r\n", "..", ""},
		{"dots elsewhere", "a.\r\n..b\r\n", "a.\r\n...b", ""},
		{"empty lines at the end", "a\r\n\r\n\r\n", "a\r\n\r\n", ""},
		{"a bare LF", "a\r\nb\nc\r\n", "", "line 2 of the mail ends in LF without CR"},
		{"a bare LF at the beginning", "\na\r\n", "", "line 1 of the mail ends in LF without CR"},
		{"a bare CR", "a\rb\r\n", "", "line 1 of the mail holds a CR without LF"},
		{"two CR", "a\r\r\n", "", "line 1 of the mail holds a CR without LF"},
		{"a CR at the end", "a\r\nb\r", "", "line 2 of the mail does not end"},
		{"no line end", "a", "", "line 1 of the mail does not end"},
		{"nothing", "", "", "line 1 of the mail does not end"},
		{"the end of the data of a careless server", "a\n.\nMAIL FROM:<x@y>\r\n", "", "line 1 of the mail ends in LF without CR"},
		{"the longest line", strings.Repeat("x", 998) + "\r\n", strings.Repeat("x", 998), ""},
		{"a line too long", strings.Repeat("x", 999) + "\r\n", "", "line 1 of the mail is longer than 998 bytes"},
	}
	for _, tt := range tests {
		for _, size := range []int{1, 2, 3, len(tt.mail) + 1} {
			got, err := stuffed([]byte(tt.mail), size)
			if tt.err == "" && (err != nil || got != tt.want) {
				t.Errorf("%s, in parts of %d: got %.60q, %v", tt.name, size, got, err)
			}
			if tt.err != "" && (err == nil || err.Error() != tt.err) {
				t.Errorf("%s, in parts of %d: got %v, want %s", tt.name, size, err, tt.err)
			}
		}
	}
}

func TestAMailMayEndWhereAPartOfItIsWritten(t *testing.T) {
	for size := chunk - 5; size < chunk+5; size++ {
		mail := string(long(chunk - 200))
		mail += strings.Repeat("x", size-2-len(mail)) + "\r\n"
		if got, err := stuffed([]byte(mail), 78); err != nil || got+"\r\n" != mail {
			t.Errorf("of %d bytes came %d, %v", len(mail), len(got)+2, err)
		}
	}
}

// stuffed writes a mail in parts.
func stuffed(mail []byte, size int) (string, error) {
	var wire bytes.Buffer
	s := newStuffing(&wire)
	for part := range parts(mail, size) {
		if n, err := s.Write(part); err != nil || n != len(part) {
			return wire.String(), err
		}
	}
	err := s.finish(len(mail))
	return wire.String(), err
}

func parts(b []byte, size int) func(func([]byte) bool) {
	return func(yield func([]byte) bool) {
		for len(b) > 0 {
			n := min(size, len(b))
			if !yield(b[:n]) {
				return
			}
			b = b[n:]
		}
	}
}

type fullDisk struct{}

var errFull = errors.New("full")

func (fullDisk) Write([]byte) (int, error) { return 0, errFull }

func TestAnErrorOfTheWireIsToldFromOneOfTheMail(t *testing.T) {
	s := newStuffing(fullDisk{})
	if _, err := s.Write([]byte(long(100_000))); !errors.Is(err, errFull) || !errors.Is(s.failed, errFull) {
		t.Errorf("got %v, %v", err, s.failed)
	}
	s = newStuffing(io.Discard)
	if _, err := s.Write([]byte("a\n")); err == nil || s.failed != nil {
		t.Errorf("got %v, %v", err, s.failed)
	}
}

// What is stuffed reads as it was, by another reader, and holds no end of the data of its own.
func FuzzStuffing(f *testing.F) {
	f.Add([]byte("a\r\n.\r\n..b\r\n"), 3)
	f.Add([]byte("a\n.\nb\r\n"), 1)
	f.Fuzz(func(t *testing.T, mail []byte, size int) {
		got, err := stuffed(mail, max(1, size))
		if strings.Contains("\r\n"+got, "\r\n.\r\n") {
			t.Errorf("%q ends in the middle", got)
		}
		if err != nil {
			return
		}
		read, err := io.ReadAll(textproto.NewReader(bufio.NewReader(strings.NewReader(got + "\r\n.\r\n"))).DotReader())
		want := bytes.ReplaceAll(mail, []byte("\r\n"), []byte("\n")) // the reader's way
		if err != nil || !bytes.Equal(read, want) {
			t.Errorf("got %q, want %q, %v", read, want, err)
		}
	})
}
