package keys

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"time"

	"github.com/BurntSushi/toml"

	"lysark/config/diag"
	"lysark/config/slip"
)

// meant is what the author seems to have meant by the line that the library stopped in.
func meant(text string, at diag.Pos, message string, shape *Field) (slip.Slip, bool) {
	lines := strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	if at.Line > len(lines) {
		return slip.Slip{}, false
	}
	line := slip.Line{Text: lines[at.Line-1], At: at.Col - 1, Message: message}
	line.Above = lines[:at.Line-1]
	line.Other = append(slices.Clone(lines[:at.Line-1]), lines[at.Line:]...)
	around := shape.below(headerAbove(lines[:at.Line-1]))
	return slip.Of(line, slip.Known{
		Valid:  isTOML,
		IsFile: shape.namesFile,
		IsList: func(header string) bool { return shape.isKind(header, aTableList) },
		IsOne:  func(header string) bool { return shape.isKind(header, aTable, aTableByName) },
		Wants:  around.wants,
		Key:    around.english,
	})
}

func isTOML(line string) bool {
	_, err := toml.Decode(line, &map[string]any{})
	return err == nil
}

// headerAbove is the name of the table that the lines end in, in parts.
func headerAbove(lines []string) []string {
	for _, line := range slices.Backward(lines) {
		line = strings.TrimSpace(line)
		end := strings.IndexByte(line, ']')
		if strings.HasPrefix(line, "[") && end > 0 && !strings.ContainsAny(line[:end], ",=") {
			return strings.Split(strings.TrimLeft(line[:end], "[ "), ".")
		}
	}
	return nil
}

// below is what stands under a name of several parts; nil when there is no such thing.
func (f *Field) below(name []string) *Field {
	for _, part := range name {
		switch f.kind {
		case aTableByName:
			f = f.each
			continue
		case aTableList:
			f = f.each
		}
		if f = f.At(strings.Trim(strings.TrimSpace(part), "\"'")); f == nil {
			return nil
		}
	}
	return f
}

// english is the key of the table that a word of another language stands for; empty when there is none, or when the
// author makes its keys up.
func (f *Field) english(word string) string {
	if f != nil && f.kind == aTableList {
		f = f.each
	}
	if f == nil || f.kind != aTable {
		return ""
	}
	for _, key := range slip.English(word) {
		if f.At(key) != nil {
			return key
		}
	}
	return ""
}

// isKind tells whether something of one of those kinds stands under the name of a table.
func (f *Field) isKind(header string, kinds ...kind) bool {
	found := f.below(strings.Split(header, "."))
	return found != nil && slices.Contains(kinds, found.kind)
}

// wants is what is written under a key of the table.
func (f *Field) wants(key string) slip.Kind {
	if f != nil && f.kind == aTableList {
		f = f.each
	}
	if f == nil || f.kind != aTable {
		return slip.Unknown
	}
	sub := f.At(key)
	if sub == nil || sub.kind != aValue {
		return slip.Unknown
	}
	switch sub.form.of {
	case reflect.TypeFor[Val[int]](), reflect.TypeFor[Val[float64]]():
		return slip.Number
	case reflect.TypeFor[Val[bool]]():
		return slip.Truth
	case reflect.TypeFor[Val[time.Time]]():
		return slip.Date
	case reflect.TypeFor[Str]():
		return slip.Text
	}
	return slip.Unknown
}

// namesFile tells whether there is a key of that name under which a file stands.
func (f *Field) namesFile(key string) bool {
	if f.key == key && f.Has("file") {
		return true
	}
	return slices.ContainsFunc(f.keys, func(k *Field) bool { return k.namesFile(key) }) ||
		f.each != nil && f.each.namesFile(key)
}

// meant is the key that an unknown one was meant to be, as far as can be seen, and what to do.
func (t *Table) meant(key string, known []string) (meant, hint string) {
	if english := t.shape.english(key); english != "" && slices.Contains(known, english) {
		return english, fmt.Sprintf("keys are English: did you mean %q?", english)
	}
	if nearest := diag.Nearest(key, known); nearest != "" {
		return nearest, diag.DidYouMean(key, known)
	}
	for _, f := range t.shape.keys {
		sub, name := f, t.Inner(f.key)
		if f.kind == aTableList {
			sub, name = f.each, "["+name+"]"
		}
		if f.kind != aTableByName && sub.At(key) != nil {
			return "", "put it below " + name
		}
	}
	return "", diag.DidYouMean(key, known)
}
