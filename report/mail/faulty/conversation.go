package faulty

import (
	"bufio"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"strconv"
	"strings"
	"time"
)

const (
	longestLine = 16 << 10 // tokens of OAuth are long
	lingering   = 2 * time.Second
)

// conversation is one connection. Its methods that return a bool tell whether it goes on.
type conversation struct {
	server *Server
	id     int
	raw    net.Conn // the TCP connection
	conn   net.Conn // raw, or TLS on it
	in     *bufio.Reader
	user   string
	from   string
	opened bool // MAIL has been taken
	to     []string
	taken  int
}

func newConversation(s *Server, id int, conn net.Conn) *conversation {
	return &conversation{server: s, id: id, raw: conn, conn: conn, in: bufio.NewReaderSize(conn, 64<<10)}
}

func (c *conversation) run(crowded bool) {
	if c.server.config.Implicit && !c.secure() {
		return
	}
	if crowded {
		c.say("421 4.7.0 too many connections")
		return
	}
	if ok, alive := c.answer(Greeting, "", "220 faulty.example ESMTP"); !ok || !alive {
		return
	}
	for {
		line, err := c.line()
		if err != nil {
			return
		}
		if !c.command(line) {
			return
		}
	}
}

func (c *conversation) command(line string) bool {
	verb, rest, _ := strings.Cut(line, " ")
	verb = strings.ToUpper(verb)
	if verb == "AUTH" {
		mechanism, _, _ := strings.Cut(rest, " ")
		c.server.note(c.id, "AUTH "+mechanism)
		return c.auth(rest)
	}
	c.server.note(c.id, line)
	switch verb {
	case "EHLO", "HELO":
		_, alive := c.answer(EHLO, line, c.capabilities())
		return alive
	case "STARTTLS":
		return c.startTLS(line)
	case "MAIL":
		return c.mail(line)
	case "RCPT":
		return c.rcpt(line)
	case "DATA":
		return c.data()
	case "RSET":
		ok, alive := c.answer(Reset, line, "250 2.0.0 reset")
		if ok {
			c.forget()
		}
		return alive
	case "NOOP":
		_, alive := c.answer(Noop, line, "250 2.0.0 ok")
		return alive
	case "QUIT":
		c.answer(Quit, line, "221 2.0.0 bye")
		return false
	}
	return c.say("500 5.5.2 unknown command")
}

func (c *conversation) capabilities() string {
	config := c.server.config
	lines := []string{"faulty.example"}
	if config.TLS != nil && !config.Implicit && !c.secured() {
		lines = append(lines, "STARTTLS")
	}
	if len(config.Mechanisms) > 0 {
		lines = append(lines, "AUTH "+strings.Join(config.Mechanisms, " "))
	}
	if config.Size > 0 {
		lines = append(lines, fmt.Sprintf("SIZE %d", config.Size))
	}
	lines = append(lines, "ENHANCEDSTATUSCODES")
	lines = append(lines, config.Extensions...)
	for i := range lines {
		lines[i] = "250-" + lines[i]
		if i == len(lines)-1 {
			lines[i] = "250 " + lines[i][4:]
		}
	}
	return strings.Join(lines, "\n")
}

func (c *conversation) startTLS(line string) bool {
	if c.server.config.TLS == nil || c.secured() {
		return c.say("502 5.5.1 no TLS here")
	}
	ok, alive := c.answer(StartTLS, line, "220 2.0.0 go ahead")
	if !ok || !alive {
		return alive
	}
	c.forget()
	c.user = ""
	return c.secure()
}

func (c *conversation) mail(line string) bool {
	config := c.server.config
	usual := "250 2.1.0 ok"
	from, size := path(line)
	switch {
	case config.PerConnection > 0 && c.taken >= config.PerConnection:
		c.say("421 4.7.0 too many messages on this connection")
		return false
	case len(config.Mechanisms) > 0 && c.user == "":
		usual = "530 5.7.0 log in first"
	case c.opened:
		usual = "503 5.5.1 nested MAIL command"
	case config.Size > 0 && size > config.Size:
		usual = "552 5.3.4 message too big"
	}
	ok, alive := c.answer(MailFrom, line, usual)
	if ok {
		c.from, c.opened, c.to = from, true, nil
	}
	return alive
}

func (c *conversation) rcpt(line string) bool {
	usual := "250 2.1.5 ok"
	if !c.opened {
		usual = "503 5.5.1 need MAIL first"
	}
	to, _ := path(line)
	ok, alive := c.answer(Rcpt, line, usual)
	if ok && c.opened {
		c.to = append(c.to, to)
	}
	return alive
}

func (c *conversation) data() bool {
	usual := "354 go ahead"
	if len(c.to) == 0 {
		usual = "503 5.5.1 need RCPT first"
	}
	if ok, alive := c.answer(Data, c.recipients(), usual); !ok || !alive {
		return alive
	}
	return c.message()
}

func (c *conversation) forget() { c.from, c.opened, c.to = "", false, nil }

func (c *conversation) recipients() string { return strings.Join(c.to, " ") }

func (c *conversation) secured() bool { return c.raw != c.conn }

// secure leaves what was read ahead where it is: who says more before the handshake has lost it.
func (c *conversation) secure() bool {
	conn := tls.Server(c.raw, c.server.config.TLS)
	if err := conn.Handshake(); err != nil {
		return false
	}
	c.conn = conn
	c.in = bufio.NewReaderSize(conn, 64<<10)
	return true
}

// answer gives the usual answer or does what a rule wants. Its first result tells whether the answer was a yes.
func (c *conversation) answer(at Point, subject, usual string) (yes, alive bool) {
	do, faulty := c.server.fault(at, subject, 0)
	if !faulty {
		return positive(usual), c.say(usual)
	}
	return c.do(do, usual)
}

func (c *conversation) do(do Action, usual string) (yes, alive bool) {
	if !c.server.wait(do.Delay) {
		return false, false
	}
	reply := do.Reply
	if reply == "" && do.Close == Stay {
		reply = usual
	}
	alive = reply == "" || c.drip(wire(reply, do.Cut), do.Drip)
	switch do.Close {
	case FIN:
		c.finish()
		return false, false
	case RST:
		c.raw.(*net.TCPConn).SetLinger(0)
		c.raw.Close()
		return false, false
	}
	return positive(reply), alive
}

func positive(reply string) bool {
	return len(reply) > 0 && (reply[0] == '2' || reply[0] == '3')
}

func (c *conversation) say(reply string) bool { return c.drip(wire(reply, false), 0) }

func wire(reply string, cut bool) string {
	lines := strings.ReplaceAll(strings.TrimSuffix(reply, "\n"), "\n", "\r\n")
	if cut {
		return lines
	}
	return lines + "\r\n"
}

func (c *conversation) drip(wire string, pause time.Duration) bool {
	if pause == 0 {
		_, err := io.WriteString(c.conn, wire)
		return err == nil
	}
	for i := range len(wire) {
		if _, err := io.WriteString(c.conn, wire[i:i+1]); err != nil || !c.server.wait(pause) {
			return false
		}
	}
	return true
}

// finish says no more. What still comes is read, as closing on unread bytes would send a reset.
func (c *conversation) finish() {
	c.raw.(*net.TCPConn).CloseWrite()
	c.raw.SetReadDeadline(time.Now().Add(lingering))
	io.Copy(io.Discard, c.raw)
}

func (c *conversation) line() (string, error) {
	var line []byte
	for {
		part, err := c.in.ReadSlice('\n')
		line = append(line, part...)
		if err == nil {
			return strings.TrimRight(string(line), "\r\n"), nil
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return "", err
		}
		if len(line) > longestLine {
			return "", errors.New("line too long")
		}
	}
}

// path is the address and the size of a MAIL or RCPT line.
func path(line string) (address string, size int) {
	_, rest, _ := strings.Cut(line, "<")
	address, rest, _ = strings.Cut(rest, ">")
	for _, word := range strings.Fields(rest) {
		if value, ok := strings.CutPrefix(strings.ToUpper(word), "SIZE="); ok {
			size, _ = strconv.Atoi(value)
		}
	}
	return address, size
}
