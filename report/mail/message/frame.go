package message

import (
	"bytes"
	"crypto/sha256"

	"github.com/emersion/go-message"
)

// frame has go-message write a message part by part, and lets its bytes be taken in pieces. After an error it does
// nothing.
type frame struct {
	kept bytes.Buffer
	open []*message.Writer // the multiparts that are not ended, the innermost last
	err  error
}

// enter begins a multipart.
func (f *frame) enter(content ...field) {
	if w := f.part(content); f.err == nil {
		f.open = append(f.open, w)
	}
}

// leave ends the innermost multiparts until no more than so many are open.
func (f *frame) leave(open int) {
	for f.err == nil && len(f.open) > open {
		last := len(f.open) - 1
		w := f.open[last]
		f.open = f.open[:last]
		f.err = w.Close()
	}
}

// leaf writes a part that holds data.
func (f *frame) leaf(data []byte, content ...field) {
	w := f.part(content)
	if f.err == nil {
		_, f.err = w.Write(data)
	}
	if f.err == nil {
		f.err = w.Close()
	}
}

func (f *frame) part(content []field) *message.Writer {
	if f.err != nil {
		return nil
	}
	var w *message.Writer
	if len(f.open) > 0 {
		w, f.err = f.open[len(f.open)-1].CreatePart(header(content))
	} else {
		w, f.err = message.CreateWriter(&f.kept, header(append([]field{fold("MIME-Version", "1.0")}, content...)))
	}
	return w
}

// take is what was written since the last time.
func (f *frame) take() []byte {
	b := bytes.Clone(f.kept.Bytes())
	f.kept.Reset()
	return b
}

// piece is what take gives, without copying it, and with its sum. Nothing may be written any more.
func (f *frame) piece() *piece {
	return &piece{f.kept.Bytes(), sha256.Sum256(f.kept.Bytes())}
}
