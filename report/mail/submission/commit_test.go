package submission

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"net"
	"os"
	"path/filepath"
	"testing"
	"time"

	"lysark/report/mail/faulty"
)

// What is left to write at the commit is CRLF . CRLF, and nothing else: not a byte of the mail waits in a buffer.
func TestOnlyTheEndOfTheDataIsWrittenAfterTheCommit(t *testing.T) {
	folder, err := os.MkdirTemp("", "s") // t.TempDir gives names that are too long for a socket
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(folder) })
	for network, address := range map[string]string{"tcp": "127.0.0.1:0", "unix": filepath.Join(folder, "smtp")} {
		t.Run(network, func(t *testing.T) {
			t.Parallel()
			listener, err := net.Listen(network, address)
			if err != nil {
				t.Skip(err)
			}
			defer listener.Close()
			onlyTheEnd(t, listener)
		})
	}
}

func onlyTheEnd(t *testing.T, listener net.Listener) {
	body := make(chan []byte, 2)
	go listenTo(listener, body)
	server := Server{Host: listener.Addr().String(), TLS: None, Helo: "c", Timeouts: patient()}
	if tcp, ok := listener.Addr().(*net.TCPAddr); ok {
		server.Host, server.Port = tcp.IP.String(), tcp.Port
	}
	s, err := Dial(t.Context(), server)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	mail := long(5000) // more than one buffer of the client, and less than two
	o := s.Send(t.Context(), sender, member, mail, func() error {
		if got := <-body; !bytes.Equal(got, []byte(mail[:len(mail)-2])) {
			t.Errorf("before the commit %d bytes had come, want %d", len(got), len(mail)-2)
		}
		return nil
	})
	if got := <-body; string(got) != "\r\n.\r\n" || o.Kind != Accepted {
		t.Errorf("after the commit came %q; %s", got, o.Kind)
	}
}

// listenTo is a server that tells how much of a body comes until there is a pause, and what comes after it.
func listenTo(listener net.Listener, body chan<- []byte) {
	conn, err := listener.Accept()
	if err != nil {
		return
	}
	defer conn.Close()
	in := bufio.NewReader(conn)
	io.WriteString(conn, "220 hei\r\n")
	for _, answer := range []string{"250 hei", "250 ok", "250 ok", "354 go"} {
		in.ReadString('\n')
		io.WriteString(conn, answer+"\r\n")
	}
	for range 2 {
		var got []byte
		conn.SetReadDeadline(time.Time{})
		for {
			b, err := in.ReadByte()
			if err != nil {
				break
			}
			got = append(got, b)
			conn.SetReadDeadline(time.Now().Add(300 * time.Millisecond))
		}
		body <- got
	}
	io.WriteString(conn, "250 ok\r\n")
}

func TestACommitThatFailsKeepsTheMailFromBeingSent(t *testing.T) {
	t.Parallel()
	f := secret(t, faulty.Config{})
	s := f.session(t)
	full := errors.New("no space left on the disk")
	o := s.Send(t.Context(), sender, member, short, func() error { return full })
	if o.Kind != Aborted || o.Phase != AtCommit || !errors.Is(o.Err, full) || o.Usable {
		t.Errorf("got %s at %s (%v), usable %t", o.Kind, o.Phase, o.Err, o.Usable)
	}
	s.Quit()
	f.nobodyLeft(t)
	if n := len(f.Accepted()); n != 0 {
		t.Errorf("the server took %d", n)
	}
}
