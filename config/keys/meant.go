package keys

import (
	"fmt"
	"slices"
	"strings"

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
	line.Other = append(slices.Clone(lines[:at.Line-1]), lines[at.Line:]...)
	around := shape.below(headerAbove(lines[:at.Line-1]))
	return slip.Of(line, slip.Known{
		Valid:  isTOML,
		IsFile: shape.namesFile,
		IsList: func(header string) bool {
			f := shape.below(strings.Split(header, "."))
			return f != nil && f.kind == aTableList
		},
		Key: around.english,
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
