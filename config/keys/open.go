package keys

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"lysark/config/diag"
)

// Reader reads files and notes all that is wrong in them.
type Reader struct {
	read func(name string) ([]byte, error)
	list diag.List
}

// NewReader is a reader of files; read is os.ReadFile, or a test's.
func NewReader(read func(name string) ([]byte, error)) *Reader { return &Reader{read: read} }

// List is what is wrong so far.
func (r *Reader) List() diag.List { return r.list }

// Open reads and parses a TOML file; nil when it cannot be used at all. named is where it is named, if anywhere.
func (r *Reader) Open(name string, named Str, shape *Field) *Table {
	data, ok := r.Bytes(name, named)
	if !ok {
		return nil
	}
	return r.Parse(name, data, shape)
}

// Bytes reads a file that is named in another, or by the command line.
func (r *Reader) Bytes(name string, named Str) ([]byte, bool) { return r.bytes(name, named, 0) }

func (r *Reader) bytes(name string, named Str, slide int) ([]byte, bool) {
	data, err := r.read(name)
	if err == nil {
		return data, true
	}
	pos, hint := named.Pos, fmt.Sprintf("the path starts from the folder of %s", named.Pos.File)
	if !named.Set {
		pos, hint = diag.Pos{File: name}, ""
	}
	why := err
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		why = pathErr.Err // the message names the path already
	}
	r.errorf(slide, pos, diag.MissingFile, diag.HintOf(err, hint), "cannot read %q: %v", name, why)
	return nil, false
}

// Beside is a path as another file names it: it starts from that file's folder.
func Beside(file, path string) string {
	if filepath.IsAbs(path) {
		return path
	}
	return filepath.ToSlash(filepath.Join(filepath.Dir(file), path))
}

// Parse reads TOML; nil when it is none.
func (r *Reader) Parse(name string, data []byte, shape *Field) *Table {
	text := strings.TrimLeft(string(data), "\ufeff")
	begin := diag.Pos{File: name, Line: 1, Col: 1}
	if !utf8.ValidString(text) {
		begin.Line += strings.Count(text[:firstInvalid(text)], "\n")
		r.list.Errorf(begin, diag.Syntax, "save the file as UTF-8", "the file is not UTF-8 text")
		return nil
	}
	if len(text) > mostBytes || nesting(text) > mostNesting {
		r.list.Errorf(begin, diag.BadFile, "name a layout or theme file", "the file is too large or too deeply nested")
		return nil
	}
	table := map[string]any{}
	if _, err := toml.Decode(text, &table); err != nil {
		r.syntax(name, text, err, shape)
		return nil
	}
	return &Table{name: rootName, file: name, at: scan(name, text), values: table, shape: shape, reader: r}
}

func firstInvalid(s string) int {
	for i, c := range s {
		if c == utf8.RuneError && !strings.HasPrefix(s[i:], "\ufffd") {
			return i
		}
	}
	return len(s)
}

// syntax reports what the library says, with its column counted in characters.
func (r *Reader) syntax(name, text string, err error, shape *Field) {
	var parse toml.ParseError
	if !errors.As(err, &parse) {
		r.list.Errorf(diag.Pos{File: name, Line: 1, Col: 1}, diag.Syntax, "", "%v", err)
		return
	}
	start := min(max(parse.Position.Start, 0), len(text))
	if rest := strings.TrimLeft(text[start:], " \t"); rest != "" && rest[0] != '\n' {
		start = len(text) - len(rest) // the library counts the space before what it did not expect
	}
	begin := strings.LastIndexByte(text[:start], '\n') + 1
	at := diag.Pos{File: name, Line: 1 + strings.Count(text[:begin], "\n")}
	if line, _, _ := strings.Cut(text[begin:], "\n"); holdsSecret(line) {
		r.tellSecret(0, at, "a password stands in the file, in a line that is not valid TOML")
		return
	}
	message := strings.TrimSuffix(strings.TrimPrefix(parse.Message, "toml: "), ".")
	at.Col = 1 + utf8.RuneCountInString(text[begin:start])
	hint, message := syntaxHint(message), lowerFirst(message)
	if found, ok := meant(text, at, message, shape); ok {
		at.Col, hint, message = 1+found.At, found.Hint, found.What
	}
	r.list.Errorf(at, diag.Syntax, hint, "%s", message)
}

// errorf notes a mistake in a slide, or outside of any when its number is 0.
func (r *Reader) errorf(slide int, pos diag.Pos, rule diag.Rule, hint, format string, args ...any) *diag.Diagnostic {
	r.list.Errorf(pos, rule, hint, format, args...)
	noted := &r.list[len(r.list)-1]
	noted.Slide = slide
	return noted
}
