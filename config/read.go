package config

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	_ "image/jpeg" // pictures may be either
	_ "image/png"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"lysark/config/diag"
)

// Read reads a layout file, its theme and every font and picture they name. The files of answers are only named,
// not read. read is os.ReadFile, or a test's. The file is never nil; it is whole when the list holds no error.
func Read(name string, read func(name string) ([]byte, error)) (*File, diag.List) {
	r := &reader{read: read}
	f := &File{Name: name, Theme: DefaultTheme()}
	data, ok := r.bytes(name, Str{})
	if !ok {
		return f, r.list
	}
	f.Source = data
	root := r.parse(name, data)
	if root == nil {
		return f, r.list
	}
	root.shape = layoutShape()
	if d := root.sub("deck"); d != nil {
		f.Deck = r.deck(d)
	} else if _, there := root.table["deck"]; !there {
		root.missing("deck", diag.Pos{File: name, Line: 1, Col: 1}, "begin the file with [deck] and a title", "the layout has no table [deck]")
	}
	f.Vars, f.Figures = vars(root.sub("vars")), figures(root.sub("figures"))
	f.Data, f.Slides = r.data(root.sub("data")), r.slides(root, name)
	f.Mail = r.mail(root.sub("mail"))
	if f.Mail != nil && f.Deck.Attachments.V {
		r.list.Warnf(f.Mail.Pos, diag.AttachedMail, "move [mail] to a file of its own", "attachments puts this file into the PDF, so all who get it see server, user and the rest of [mail]")
	}
	root.done()
	if f.Deck.Theme.Set {
		f.Theme = r.theme(beside(name, f.Deck.Theme.V), f.Deck.Theme)
	}
	return f, r.list
}

// reader is one Read.
type reader struct {
	read func(name string) ([]byte, error)
	list diag.List
}

// open reads and parses a TOML file; nil when it cannot be used at all. named is where it is named, if anywhere.
func (r *reader) open(name string, named Str) *node {
	data, ok := r.bytes(name, named)
	if !ok {
		return nil
	}
	return r.parse(name, data)
}

// parse reads TOML; nil when it is none.
func (r *reader) parse(name string, data []byte) *node {
	text := strings.TrimLeft(string(data), "\ufeff")
	if !utf8.ValidString(text) {
		line := 1 + strings.Count(text[:firstInvalid(text)], "\n")
		r.list.Errorf(diag.Pos{File: name, Line: line, Col: 1}, diag.Syntax, "save the file as UTF-8", "the file is not UTF-8 text")
		return nil
	}
	if len(text) > mostBytes || nesting(text) > mostNesting {
		r.list.Errorf(diag.Pos{File: name, Line: 1, Col: 1}, diag.BadFile, "name a layout or theme file", "the file is too large or too deeply nested")
		return nil
	}
	table := map[string]any{}
	if _, err := toml.Decode(text, &table); err != nil {
		r.syntax(name, text, err)
		return nil
	}
	return &node{name: rootName, at: scan(name, text), table: table, list: &r.list}
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
func (r *reader) syntax(name, text string, err error) {
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
	if line, _, _ := strings.Cut(text[begin:], "\n"); holdsSecret(line) {
		r.tellSecret(diag.Pos{File: name, Line: 1 + strings.Count(text[:begin], "\n")}, "a password stands in the file, in a line that is not valid TOML")
		return
	}
	message := strings.TrimSuffix(strings.TrimPrefix(parse.Message, "toml: "), ".")
	r.list.Errorf(diag.Pos{File: name, Line: 1 + strings.Count(text[:begin], "\n"), Col: 1 + utf8.RuneCountInString(text[begin:start])}, diag.Syntax, syntaxHint(message), "%s", lowerFirst(message))
}

// bytes reads a file that is named in another, or by the command line.
func (r *reader) bytes(name string, named Str) ([]byte, bool) {
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
	r.list.Errorf(pos, diag.MissingFile, hint, "cannot read %q: %v", name, why)
	return nil, false
}

// beside is a path as another file names it: it starts from that file's folder.
func beside(file, path string) string {
	if filepath.IsAbs(path) {
		return path
	}
	return filepath.ToSlash(filepath.Join(filepath.Dir(file), path))
}

func (r *reader) deck(n *node) Deck {
	d := Deck{
		Pos: n.pos(), Title: n.must("title"), Subtitle: n.str("subtitle"), Author: n.str("author"),
		Subject: n.str("subject"), Lang: n.one("lang"), Date: n.date("date"),
		Theme: n.filled("theme"), Charts: n.one("charts"),
		DataPages: n.boolean("data_pages"), Attachments: n.boolean("attachments"),
		MinBase: n.integer("min_base"), Plain: n.strs("plain"),
	}
	for _, s := range n.subs("silence") {
		d.Silence = append(d.Silence, Silence{Pos: s.pos(), Rule: s.must("rule"), Reason: s.must("reason"), Slide: s.filled("slide")})
		s.done()
	}
	n.done()
	return d
}

func (r *reader) data(n *node) []Data {
	if n == nil {
		return nil
	}
	var out []Data
	n.entries(func(key string, name Str, _ any, _ *place) {
		t := n.sub(key)
		if t == nil {
			return
		}
		d := Data{
			Name: name, Pos: t.pos(), File: t.must("file"),
			Delimiter: t.one("delimiter"), Encoding: t.one("encoding"),
			Sheet: t.filled("sheet"), Weight: t.filled("weight"), Population: t.integer("population"), Previous: t.filled("previous"),
		}
		if q := t.sub("questions"); q != nil {
			d.Questions = questions(q)
		}
		t.done()
		out = append(out, d)
	})
	return out
}

// questions reads short names: each a column, or a table that says more of it.
func questions(n *node) []Question {
	var out []Question
	n.entries(func(key string, name Str, v any, p *place) {
		q := Question{Name: name}
		if t, table := v.(map[string]any); table {
			inner := n.child(n.inner(key), p, t, n.shape.each)
			q.Column, q.Multiple, q.Answers = inner.must("column"), inner.filled("multiple"), inner.strs("answers")
			inner.once(q.Answers)
			q.InText, q.MinBase, q.Sum = inner.pairs("in_text"), inner.integer("min_base"), inner.span("sum")
			inner.done()
		} else {
			q.Column = n.text(v, p, strconv.Quote(key))
		}
		out = append(out, q)
	})
	return out
}

// slides reads every [[slide]]; a layout has at least one. What is found in a slide carries its number.
func (r *reader) slides(root *node, layout string) []Slide {
	v, at, there := root.has("slide")
	if items, list := elements(v); !there || (list && len(items) == 0) {
		pos := diag.Pos{File: layout, Line: 1, Col: 1}
		if there {
			pos = at.value
		}
		root.missing("slide", pos, "add a table [[slide]] with a headline", "the layout has no slides")
	}
	var out []Slide
	first := map[string]int{} // slide of each id
	for i, n := range root.subs("slide") {
		before := len(r.list)
		s := r.slide(n, layout)
		if other, dup := first[s.ID.V]; dup && s.ID.Set {
			r.list.Errorf(s.ID.Pos, diag.Duplicate, "give each slide its own", "the id %q is slide %d's already", s.ID.V, other)
		} else if s.ID.Set {
			first[s.ID.V] = i + 1
		}
		if _, err := strconv.Atoi(s.ID.V); s.ID.Set && (err == nil || s.ID.V == "all") {
			r.list.Errorf(s.ID.Pos, diag.BadValue, "choose a word", "the id %q would be taken for something else where slides are named", s.ID.V)
		}
		for found := range r.list[before:] {
			r.list[before+found].Slide = i + 1
		}
		out = append(out, s)
	}
	return out
}

func (r *reader) slide(n *node, layout string) Slide {
	s := Slide{
		Pos: n.pos(), ID: n.str("id"), Headline: n.str("headline"), Subtitle: n.str("subtitle"), Lead: n.str("lead"),
		Bullets: n.strs("bullets"), Text: n.strs("text"), Source: n.str("source"), Notes: n.str("notes"), Expect: n.strs("expect"),
		Layout: n.one("layout"),
	}
	for _, c := range n.subs("chart") {
		s.Charts = append(s.Charts, chart(c))
	}
	s.Table, s.Image = table(n.sub("table")), r.image(n.sub("image"), layout)
	if q := n.sub("quote"); q != nil {
		s.Quote = &Quote{Pos: q.pos(), Text: q.must("text"), By: q.str("by")}
		q.done()
	}
	if b := n.sub("number"); b != nil {
		s.Number = &Number{Pos: b.pos(), Value: b.must("value"), Text: b.str("text")}
		b.done()
	}
	n.done()
	return s
}

func table(n *node) *Table {
	if n == nil {
		return nil
	}
	t := &Table{Pos: n.pos(), Columns: n.strs("columns"), Data: n.str("data"), Range: n.str("range")}
	if v, p, there := n.has("rows"); there {
		n.each(v, p, "rows", "a list of rows, each a list of texts", func(v any, p *place) {
			var row []Str
			n.each(v, p, "rows", "a list of rows, each a list of texts", func(v any, p *place) { row = append(row, n.text(v, p, "rows")) })
			t.Rows = append(t.Rows, row)
		})
	}
	allowed := n.shape.at("align").choices()
	for _, a := range n.strs("align") {
		if !slices.Contains(allowed, a.V) {
			n.list.Errorf(a.Pos, diag.BadValue, diag.DidYouMean(a.V, allowed), "a column cannot be aligned %q", a.V)
			a.V = "left"
		}
		t.Align = append(t.Align, a)
	}
	columns, there := n.table["columns"]
	items, list := elements(columns)
	if _, ranged := n.table["range"]; !ranged && (!there || (list && len(items) == 0)) {
		n.missing("columns", n.pos(), "add columns and rows, or a range of a data file", "the table has no columns")
	}
	n.done()
	return t
}

func (r *reader) image(n *node, layout string) *Image {
	if n == nil {
		return nil
	}
	i := &Image{Pos: n.pos(), File: n.must("file"), Alt: n.str("alt"), Decorative: n.boolean("decorative"), Caption: n.str("caption")}
	n.done()
	if i.File.Set {
		i.Data, i.Format = r.picture(beside(layout, i.File.V), i.File)
	}
	return i
}

// picture reads a PNG or JPEG and checks that it can be embedded.
func (r *reader) picture(name string, named Str) (data []byte, format string) {
	data, ok := r.bytes(name, named)
	if !ok {
		return nil, ""
	}
	size, format, err := image.DecodeConfig(bytes.NewReader(data))
	const most, mostPixels = 10_000, 40_000_000
	switch {
	case err != nil || (format != "png" && format != "jpeg"):
		r.list.Errorf(named.Pos, diag.BadFile, "save it as PNG or JPEG", "%q is not a picture that can be used", name)
	case size.ColorModel == color.CMYKModel: // without the press's profile its colours are anyone's guess
		r.list.Errorf(named.Pos, diag.BadFile, "save it as RGB", "the picture %q is in CMYK, the colours of print", name)
	case size.Width > most || size.Height > most || size.Width*size.Height > mostPixels || size.Width == 0 || size.Height == 0:
		r.list.Errorf(named.Pos, diag.BadFile, "make it smaller; 2000 pixels are plenty for a slide", "the picture %q has %d x %d pixels; at most %d on a side and %d million in all are read", name, size.Width, size.Height, most, mostPixels/1_000_000)
	case !whole(data):
		r.list.Errorf(named.Pos, diag.BadFile, "save it again", "the picture %q is damaged", name)
	case format == "jpeg":
		return photo(data), format
	default:
		return data, format
	}
	return nil, ""
}

// whole tells whether the picture decodes to its end.
func whole(data []byte) bool {
	_, _, err := image.Decode(bytes.NewReader(data))
	return err == nil
}
