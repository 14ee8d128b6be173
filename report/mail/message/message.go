package message

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io"
)

// Message is one member's message: a head of its own and a tail that it shares with the others. It may be written as
// often as needed, and by several goroutines at once.
type Message struct {
	Head []byte // the header and the texts
	tail []*piece
}

// pieces are the bytes in order.
func (m *Message) pieces() [][]byte {
	all := append(make([][]byte, 0, 1+len(m.tail)), m.Head)
	for _, p := range m.tail {
		all = append(all, p.data)
	}
	return all
}

// WriteTo writes the message with CRLF line ends; lines that begin with a dot are not yet stuffed.
func (m *Message) WriteTo(w io.Writer) (int64, error) {
	var total int64
	for _, p := range m.pieces() {
		n, err := w.Write(p)
		total += int64(n)
		if err != nil {
			return total, err
		}
		if n < len(p) {
			return total, io.ErrShortWrite
		}
	}
	return total, nil
}

// Reader reads the message from its beginning.
func (m *Message) Reader() io.Reader {
	var readers []io.Reader
	for _, p := range m.pieces() {
		readers = append(readers, bytes.NewReader(p))
	}
	return io.MultiReader(readers...)
}

// Size is the number of bytes, without dots that are stuffed.
func (m *Message) Size() int {
	n := len(m.Head)
	for _, p := range m.tail {
		n += len(p.data)
	}
	return n
}

// Digest is the SHA-256 of all bytes, as sha256sum tells it of the message in a file. It reads the whole attachment.
func (m *Message) Digest() string {
	h := sha256.New()
	m.WriteTo(h) // a hash takes everything
	return hex.EncodeToString(h.Sum(nil))
}

// Fingerprint is the SHA-256 of the head and of the sums of the shared pieces: it changes with every byte, as Digest
// does, and costs no more than the head.
func (m *Message) Fingerprint() string {
	h := sha256.New()
	h.Write(m.Head)
	for _, p := range m.tail {
		h.Write(p.sum[:])
	}
	return hex.EncodeToString(h.Sum(nil))
}
