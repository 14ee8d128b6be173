package sav

import (
	"bytes"
	"fmt"
)

// Error tells why a file, or a part of it, cannot be read, for someone who never saw one from within.
type Error struct {
	Offset  int    // of the byte where it showed, from 0; also 0 when the whole file is meant
	Message string // lower case, without a full stop
	Hint    string // what to do about it
}

// Error is the message with the place.
func (e *Error) Error() string {
	if e.Offset == 0 {
		return e.Message
	}
	return fmt.Sprintf("%s (byte %d)", e.Message, e.Offset)
}

const (
	askAgain = "export it from SPSS or the survey tool again, or copy it again: part of it was not saved or sent"
	saveAs   = "open it in SPSS or PSPP and save it as an SPSS data file (.sav), or as CSV with value labels"
)

func cutOff(offset int) *Error {
	return &Error{Offset: offset, Message: "the SPSS file is cut off", Hint: askAgain}
}

func damaged(offset int, format string, args ...any) *Error {
	return &Error{Offset: offset, Message: "the SPSS file is damaged: " + fmt.Sprintf(format, args...), Hint: askAgain}
}

func crowded(cases int) *Error {
	return &Error{Hint: askAgain,
		Message: fmt.Sprintf("the SPSS file says that it has %d cases, and more are there, which are left out", cases)}
}

// Is tells a file that Read takes, or that it can say something better of than that it is no text, from any other.
func Is(data []byte) bool {
	return isSystemFile(data) || kindOf(data) != nil
}

func isSystemFile(data []byte) bool {
	return bytes.HasPrefix(data, []byte("$FL2")) || bytes.HasPrefix(data, []byte("$FL3"))
}

// refuse tells of files that are something else.
func refuse(data []byte) error {
	if isSystemFile(data) {
		return nil
	}
	if e := kindOf(data); e != nil {
		return e
	}
	return &Error{Message: "this is not an SPSS data file", Hint: saveAs}
}

// kindOf tells what a file is that is often taken for an SPSS data file, or nil.
func kindOf(data []byte) *Error {
	head := data[:min(len(data), 1000)]
	switch {
	case at(head, 8, "ENCRYPTEDSAV"):
		return &Error{Message: "the SPSS file is protected by a password",
			Hint: "open it in SPSS and save it again (File > Save As) without Encrypt file with password"}
	case isPortable(head):
		return &Error{Message: "this is a portable file of SPSS (.por)", Hint: saveAs}
	case at(head, 0, "\x5b\xc6\xd3\xf2"):
		return &Error{Message: "this is an SPSS file of a mainframe (EBCDIC)", Hint: saveAs}
	case at(head, 0, "\x02\x00\x00\x00\x00\x00\x00\x00") && bytes.Contains(head, []byte("SPSS/PC+")):
		return &Error{Message: "this is a file of SPSS/PC+, the SPSS of 1984", Hint: saveAs}
	case isSAS(head):
		return &Error{Message: "this is a data file of SAS, not of SPSS",
			Hint: "open it in SAS or SPSS and save it as an SPSS data file (.sav) or as CSV with labels"}
	case isStata(head):
		return &Error{Message: "this is a data file of Stata, not of SPSS",
			Hint: "open it in Stata or SPSS and save it as an SPSS data file (.sav) or as CSV with labels"}
	}
	return nil
}

func at(data []byte, offset int, s string) bool {
	return len(data) >= offset && bytes.HasPrefix(data[offset:], []byte(s))
}

// isPortable knows the signature of portable files, which are broken into lines of 80.
func isPortable(head []byte) bool {
	lines := bytes.ReplaceAll(bytes.ReplaceAll(head, []byte("\r"), nil), []byte("\n"), nil)
	return at(lines, 456, "SPSSPORT")
}

func isSAS(head []byte) bool {
	return at(head, 12, "\xc2\xea\x81\x60\xb3\x14\x11\xcf\xbd\x92\x08\x00\x09\xc7\x31\x8c") ||
		at(head, 0, "HEADER RECORD*******LIB")
}

// isStata knows the first bytes of all of Stata's versions: its number, the byte order and a one.
func isStata(head []byte) bool {
	return at(head, 0, "<stata_dta>") || len(head) > 4 && head[0] >= 102 && head[0] <= 115 &&
		(head[1] == 1 || head[1] == 2) && head[2] == 1 && head[3] == 0
}
