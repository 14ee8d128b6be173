// Package cos is PDF's object system (ISO 32000-1, clause 7): the values a file is made of, a reader that takes any
// file, however broken, and a writer that gives the same bytes for the same objects. It knows nothing of pages.
package cos

import "unicode/utf16"

// Object is one of nil, bool, int, float64, Name, String, Array, Dict, Ref, *Stream.
type Object any

// Name is a name without its slash, with #xx decoded.
type Name string

// String is a string's bytes, whatever way it was written.
type String string

// Array is a list of objects.
type Array []Object

// Dict is a dictionary. It is written in the order of its keys.
type Dict map[Name]Object

// Ref refers to an indirect object.
type Ref struct{ Num, Gen int }

// Stream is a dictionary with data. Data is as it stands in the file, filters and all.
type Stream struct {
	Dict Dict
	Data []byte
}

// Text is a text string (ISO 32000-1, 7.9.2.2): ASCII as it is, all else as UTF-16 with a byte-order mark.
func Text(s string) String {
	ascii := true
	for _, r := range s {
		ascii = ascii && r >= ' ' && r < 0x7f
	}
	if ascii {
		return String(s)
	}
	return Wide(s)
}

// Wide is a text string as UTF-16, whatever is in it.
func Wide(s string) String {
	b := []byte{0xfe, 0xff}
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u>>8), byte(u))
	}
	return String(b)
}
