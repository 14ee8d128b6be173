package ledger

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
)

// mostFile bounds what is read into memory. 10,000 recipients are 6 MB.
const mostFile = 256 << 20

// mostZeros bounds what a disk may have added to the end when the machine stopped.
const mostZeros = 16 << 20

// replayer goes through the lines of a file.
type replayer struct {
	path string
	in   *bufio.Reader
	view *View
	mark mark  // what has to be there
	good int64 // bytes of the lines that are in the view
}

// replay reads all records. It returns how many bytes of the file hold them with their LF: the rest is torn.
func replay(in io.Reader, path string, m mark) (*View, int64, error) {
	p := &replayer{path: path, in: bufio.NewReaderSize(in, mostLine), view: &View{trails: map[Key]trail{}}, mark: m}
	for {
		line, err := p.in.ReadSlice('\n')
		switch {
		case err == nil:
			err = p.line(line[:len(line)-1])
		case errors.Is(err, io.EOF), errors.Is(err, bufio.ErrBufferFull):
			return p.end(line, err)
		default:
			err = fmt.Errorf("reading the ledger: %w", err)
		}
		if err != nil {
			return nil, 0, err
		}
	}
}

// line takes in a line without its LF.
func (p *replayer) line(line []byte) error {
	if p.good+int64(len(line)) >= mostFile {
		return p.damage(hintRestore, "the file is larger than %d MiB", mostFile>>20)
	}
	if !isWhole(line) {
		return p.broken()
	}
	text := line[sumLen+1:]
	r, err := decode(text)
	switch {
	case err != nil:
		return p.damage(hintNewer, "the record cannot be understood")
	case r.Version > version:
		return p.damage(hintNewer, "the ledger has format %d; this program knows format %d", r.Version, version)
	case r.Event == EventOpen && r.Version < version:
		return p.damage(hintOlder, "the ledger has format %d; this program knows format %d", r.Version, version)
	case r.Prev != p.view.sum:
		return p.damage(hintChain, "the line does not follow the one before it: a line was taken out, put in or moved")
	}
	t, err := p.view.admit(r)
	if err != nil {
		return p.damage(hintHistory, "%v", err)
	}
	p.view.add(r, t, string(line[:sumLen]))
	p.good += int64(len(line)) + 1
	return p.marked()
}

// marked holds the ledger against its mark, once it has come so far. What was open there stays open: the program that
// wrote it has let the ledger go, or another has taken it.
func (p *replayer) marked() error {
	if p.view.Records != p.mark.records {
		return nil
	}
	p.view.session++
	if p.view.sum == p.mark.sum {
		return nil
	}
	p.view.Records-- // it is this line
	return p.damage(hintCopy, "the line is another than when the ledger was last used")
}

// broken tells a bad line at the very end from one with more behind it: only the first can be a write that was cut off.
func (p *replayer) broken() error {
	hint := hintRestore
	if _, err := p.in.Peek(1); err == io.EOF && p.view.Records > 0 {
		hint = hintUnsaved
	}
	return p.damage(hint, "the checksum is wrong: the line was changed, or the disk lost it")
}

// end judges what comes after the last LF. A write that was cut off leaves the beginning of a line, zeros, or both. All
// else is damage: a commit that has been acted upon must not be cut for a single wrong bit. A record that is whole but
// for its LF counts, as it may have had one: editors take it away.
func (p *replayer) end(rest []byte, err error) (*View, int64, error) {
	start := bytes.Clone(bytes.TrimRight(rest, "\x00")) // rest is the reader's
	size := int64(len(rest))
	if err != io.EOF {
		if len(start) == len(rest) {
			return nil, 0, p.damage(hintRestore, "the line is longer than %d KiB", mostLine>>10)
		}
		n, err := p.zeros()
		if err != nil {
			return nil, 0, err
		}
		size += n
	}
	if isWhole(start) {
		if err := p.line(start); err != nil {
			return nil, 0, err
		}
		p.view.unended = true
		size -= int64(len(start))
		start = nil
	}
	if bytes.IndexByte(start, 0) >= 0 || len(start) > 0 && isWhole(start[:len(start)-1]) {
		return nil, 0, p.damage(hintRestore, "the line's end was changed, or the disk lost it")
	}
	if p.view.Records == 0 {
		return nil, 0, p.damage(hintRestore, "the ledger does not begin with an open record")
	}
	if n := p.mark.records; p.view.Records < n {
		return nil, 0, p.damage(hintCopy, "lines are missing at the end: there were %d when the ledger was last used",
			n)
	}
	if size > 0 {
		p.view.Torn = &Torn{Line: p.view.Records + 1, Bytes: size}
	}
	return p.view, p.good, nil
}

// zeros holds that nothing but zeros follows and counts them.
func (p *replayer) zeros() (int64, error) {
	n := int64(0)
	for {
		part, err := p.in.Peek(1)
		if err == nil {
			part, _ = p.in.Peek(p.in.Buffered())
		}
		if len(bytes.Trim(part, "\x00")) > 0 || n > mostZeros {
			return 0, p.damage(hintRestore, "the line is longer than %d KiB", mostLine>>10)
		}
		n += int64(len(part))
		if _, derr := p.in.Discard(len(part)); derr != nil {
			return 0, fmt.Errorf("reading the ledger: %w", derr)
		}
		if err == io.EOF {
			return n, nil
		}
		if err != nil {
			return 0, fmt.Errorf("reading the ledger: %w", err)
		}
	}
}

func (p *replayer) damage(hint, why string, args ...any) error {
	return &DamageError{Path: p.path, Line: p.view.Records + 1, Why: fmt.Sprintf(why, args...), Hint: hint}
}
