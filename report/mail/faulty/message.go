package faulty

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"hash"
)

// message reads a body up to its end and decides on it. A body that breaks off is never taken.
func (c *conversation) message() bool {
	b := body{sum: sha256.New(), keep: !c.server.config.HashOnly}
	alive, answered := c.receive(&b)
	if !alive {
		return false
	}
	if answered { // too early; there is no second answer
		c.forget()
		return true
	}
	return c.decide(&b)
}

func (c *conversation) decide(b *body) bool {
	subject := c.recipients()
	mail := Mail{From: c.from, To: c.to, Data: b.data, Size: b.size, Conn: c.id, TLS: c.secured(), User: c.user}
	b.sum.Sum(mail.Sum[:0])
	c.forget() // whatever the answer: RFC 5321, 4.1.1.4
	if most := c.server.config.Size; most > 0 && b.size > most {
		return c.say("552 5.3.4 message too big")
	}
	if do, faulty := c.server.fault(Dot, subject, 0); faulty {
		if do.Reply != "" || do.Close != Stay {
			_, alive := c.do(do, "")
			return alive
		}
		if !c.server.wait(do.Delay) {
			return false
		}
	}
	n := c.server.take(mail)
	c.taken++
	_, alive := c.answer(AfterDot, subject, fmt.Sprintf("250 2.0.0 queued as %d", n))
	return alive
}

// body is a message as it comes in.
type body struct {
	data []byte
	sum  hash.Hash
	size int
	keep bool
}

func (b *body) add(line []byte) {
	b.sum.Write(line)
	b.size += len(line)
	if b.keep {
		b.data = append(b.data, line...)
	}
}

// receive reads to the line that is only a dot. answered tells that a rule for the body has spoken before that.
func (c *conversation) receive(b *body) (alive, answered bool) {
	after := c.server.bodyFaults()
	started := true // of a line
	for {
		line, err := c.in.ReadSlice('\n')
		if err != nil && !errors.Is(err, bufio.ErrBufferFull) {
			return false, answered
		}
		if started && bytes.Equal(line, []byte(".\r\n")) {
			return true, answered
		}
		if started && line[0] == '.' {
			line = line[1:]
		}
		b.add(line)
		started = err == nil
		for len(after) > 0 && b.size >= after[0] {
			do, faulty := c.server.fault(Body, c.recipients(), after[0])
			after = after[1:]
			if !faulty {
				continue
			}
			answered = answered || do.Reply != ""
			if !c.interrupt(do) {
				return false, answered
			}
		}
	}
}

// interrupt does what a rule wants in the middle of a body, where there is no usual answer.
func (c *conversation) interrupt(do Action) bool {
	if do.Reply == "" && do.Close == Stay {
		return c.server.wait(do.Delay)
	}
	_, alive := c.do(do, "")
	return alive
}
