package cos

import (
	"bytes"
	"errors"
)

// undoHex undoes ASCIIHexDecode (7.4.2).
func undoHex(in []byte, out *sink) error {
	in, _, _ = bytes.Cut(in, []byte(">"))
	clean, high := true, -1
	for _, c := range in {
		d := hexDigit(c)
		switch {
		case d < 0:
			clean = clean && isSpace(c)
		case high < 0:
			high = d
		default:
			if !out.write(byte(high<<4 | d)) {
				return ErrTooLarge
			}
			high = -1
		}
	}
	if high >= 0 && !out.write(byte(high<<4)) {
		return ErrTooLarge
	}
	if !clean {
		return errors.New("the hexadecimal data are damaged")
	}
	return nil
}

// undo85 undoes ASCII85Decode (7.4.3): five characters are four bytes.
func undo85(in []byte, out *sink) error {
	damaged := errors.New("the base-85 data are damaged")
	in = bytes.TrimPrefix(bytes.TrimSpace(in), []byte("<~")) // which is no part of PDF, but some write it
	in, _, _ = bytes.Cut(in, []byte("~"))
	v, n := uint64(0), 0
	for _, c := range in {
		switch {
		case isSpace(c):
			continue
		case c == 'z' && n == 0:
			if !out.write(0, 0, 0, 0) {
				return ErrTooLarge
			}
			continue
		case c < '!' || c > 'u':
			return damaged
		}
		v = v*85 + uint64(c-'!')
		if n++; n == 5 {
			if v > 1<<32-1 {
				return damaged
			}
			if !out.write(byte(v>>24), byte(v>>16), byte(v>>8), byte(v)) {
				return ErrTooLarge
			}
			v, n = 0, 0
		}
	}
	if n == 0 {
		return nil
	}
	for range 5 - n {
		v = v*85 + 84
	}
	last := []byte{byte(v >> 24), byte(v >> 16), byte(v >> 8)}
	if !out.write(last[:n-1]...) {
		return ErrTooLarge
	}
	if n == 1 {
		return damaged
	}
	return nil
}

// undoRuns undoes RunLengthDecode (7.4.5).
func undoRuns(in []byte, out *sink) error {
	damaged := errors.New("the run-length data are damaged")
	for len(in) > 0 {
		n := int(in[0])
		in = in[1:]
		if n == 128 {
			return nil
		}
		part := in[:min(n+1, len(in))]
		if n > 128 {
			part = bytes.Repeat(in[:min(1, len(in))], 257-n)
			n = 0
		}
		if !out.write(part...) {
			return ErrTooLarge
		}
		if len(in) < n+1 {
			return damaged
		}
		in = in[n+1:]
	}
	return damaged
}
