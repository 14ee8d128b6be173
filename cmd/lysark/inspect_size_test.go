package main

import (
	"bytes"
	"io"
	"strings"
	"testing"
)

// endless gives zeros for ever.
type endless struct{}

func (endless) Read(p []byte) (int, error) {
	clear(p)
	return len(p), nil
}

func TestNoMoreIsReadThanAPDFMayHave(t *testing.T) {
	if _, err := readUpTo(endless{}, "standard input", 0); err == nil || !strings.Contains(err.Error(), "larger than 32 MB") {
		t.Errorf("told %v", err)
	}
	if _, err := readUpTo(endless{}, "a.pdf", 1<<40); err == nil { // which is not even begun
		t.Error("a file of 1 TB was read")
	}
	whole := bytes.Repeat([]byte("%PDF"), largestPDF/4)
	if got, err := readUpTo(io.LimitReader(bytes.NewReader(whole), largestPDF), "a.pdf", largestPDF); err != nil || !bytes.Equal(got, whole) {
		t.Errorf("%d bytes read: %v", len(got), err)
	}
}
