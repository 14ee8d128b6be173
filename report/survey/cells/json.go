package cells

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"path"
	"slices"
	"strings"

	"lysark/config/diag"
	"lysark/report/survey/csv"
	"lysark/report/survey/letters"
)

func isJSON(name string, data []byte) bool {
	return strings.EqualFold(path.Ext(name), ".json") || beginsAsJSON(data)
}

// beginsAsJSON needs two marks, as a column of a CSV file may be called "[A]": the beginning of an object, or text that
// is JSON as far as it goes.
func beginsAsJSON(data []byte) bool {
	const space = " \t\r\n"
	data = bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\ufeff")), space)
	if len(data) == 0 || data[0] != '[' && data[0] != '{' {
		return false
	}
	second := bytes.TrimLeft(data[1:], space)
	isObject := data[0] == '{' && bytes.HasPrefix(second, []byte(`"`))
	isList := data[0] == '[' && bytes.HasPrefix(second, []byte("{"))
	return isObject || isList || isOneValue(data)
}

// isOneValue tells whether the text is one array or object of JSON, cut off or whole.
func isOneValue(data []byte) bool {
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	for depth := 0; ; {
		switch token, err := d.Token(); {
		case err != nil:
			return errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)
		case token == json.Delim('['), token == json.Delim('{'):
			depth++
		case token == json.Delim(']'), token == json.Delim('}'):
			depth--
		}
		if depth == 0 {
			return len(bytes.TrimSpace(data[d.InputOffset():])) == 0
		}
	}
}

// readObjects reads JSON: an array of objects, one per respondent. The keys are the columns, in the order they first
// appear; what is missing or null is blank; numbers, true and false stay as they are written. An array of texts is
// several answers (see Between).
func readObjects(t *Cells, data []byte, opts Options, list *diag.List) bool {
	asked := letters.Asked{Encoding: opts.Encoding, Pos: opts.Pos, Found: &t.Encoding}
	data, ok := letters.Decode(t.File, data, asked, list)
	if !ok {
		return false
	}
	o := &objects{t: t, text: data, list: list, index: map[string]int{}, last: csv.Mark{Line: 1}}
	o.dec = json.NewDecoder(bytes.NewReader(data))
	o.dec.UseNumber()
	t.Places = o
	o.twice = diag.Repeated{List: list, File: t.File, What: "keys that an object has twice"}
	o.nested = diag.Repeated{List: list, File: t.File, What: "answers that are objects or lists of lists"}
	ok = o.array()
	o.twice.Rest(diag.Duplicate)
	o.nested.Rest(diag.BadData)
	if ok && !slices.ContainsFunc(t.Rows, func(r Row) bool { return r.Filled }) {
		list.Errorf(o.here(), diag.EmptyData, "save the answers again, one object per respondent",
			"the file has no answers")
		ok = false
	}
	t.Above, t.Wide = [][]string{t.Names()}, len(t.Columns)
	return ok
}

// objects reads an array of objects piece by piece.
type objects struct {
	t     *Cells
	text  []byte
	dec   *json.Decoder
	list  *diag.List
	index map[string]int // of columns
	seen  []int          // by column, the number of the row that had it last
	last  csv.Mark       // up to where lines have been counted

	twice, nested diag.Repeated
}

// array reads the whole file; false when nothing of it can be used.
func (o *objects) array() bool {
	switch first, err := o.dec.Token(); {
	case err != nil:
		return o.broken()
	case first == json.Delim('{'):
		return o.tellOneObject()
	case first != json.Delim('['):
		o.list.Errorf(o.here(), diag.BadFile, "write [{…}, {…}], one object per respondent",
			"the file is not an array of objects")
		return false
	}
	for o.dec.More() {
		if o.t.isFull() {
			tellFull(o.t, o.list)
			return false
		}
		start := o.entry()
		entry, err := o.dec.Token()
		if err != nil {
			return o.broken()
		}
		if entry != json.Delim('{') {
			o.list.Errorf(posOf(start, o.text, o.t.File), diag.BadFile,
				`write [{"question": "answer", …}, …], one object per respondent`,
				"the file is to be an array of objects, but entry %d of it is not an object", len(o.t.Rows)+1)
			return false
		}
		o.t.startRow(start.Offset, start.Line)
		if o.object() != nil {
			return o.broken()
		}
	}
	if _, err := o.dec.Token(); err != nil {
		return o.broken()
	}
	if _, err := o.dec.Token(); err != io.EOF {
		o.list.Errorf(o.here(), diag.BadFile, "put all respondents into one array",
			"there is more after the end of the array")
		return false
	}
	return true
}

// object reads what follows the brace of an object.
func (o *objects) object() error {
	row := len(o.t.Rows)
	for o.dec.More() {
		token, err := o.dec.Token()
		if err != nil {
			return err
		}
		key, _ := token.(string)
		col := o.column(letters.Tidy(key))
		twice := o.seen[col] == row
		o.seen[col] = row
		value, err := o.value(row, col)
		if err != nil {
			return err
		}
		if !twice {
			o.t.set(col, []byte(value))
		} else if o.twice.Next() {
			o.list.Errorf(o.t.Places.At(row, col), diag.Duplicate, "give each answer its own key",
				"object %d has the key %q twice", row, o.t.Columns[col].Name)
		}
	}
	_, err := o.dec.Token()
	return err
}

func (o *objects) column(name string) int {
	col, known := o.index[name]
	if !known {
		col = len(o.t.Columns)
		o.index[name] = col
		addColumn(o.t, name)
		o.seen = append(o.seen, 0)
	}
	return col
}

// value reads the value of a key as a cell.
func (o *objects) value(row, col int) (string, error) {
	token, err := o.dec.Token()
	if err != nil {
		return "", err
	}
	if token != json.Delim('[') {
		return o.scalar(token, row, col)
	}
	var out strings.Builder
	for o.dec.More() {
		token, err := o.dec.Token()
		if err != nil {
			return "", err
		}
		s, err := o.scalar(token, row, col)
		if err != nil {
			return "", err
		}
		if s = letters.Tidy(s); s != "" {
			out.WriteString(Between + s)
		}
	}
	_, err = o.dec.Token()
	return out.String(), err
}

// scalar is the text of a value that is neither object nor list. Those are reported and passed over.
func (o *objects) scalar(token json.Token, row, col int) (string, error) {
	switch v := token.(type) {
	case string:
		return strings.ReplaceAll(v, Between, " "), nil
	case json.Number:
		return v.String(), nil
	case bool:
		if v {
			return "true", nil
		}
		return "false", nil
	case json.Delim:
		if o.nested.Next() {
			o.list.Errorf(o.At(row, col), diag.BadData, "write a text, a number or a list of texts",
				"the answer to %q in object %d holds an object or a list of lists", o.t.Columns[col].Name, row)
		}
		return "", o.pass()
	}
	return "", nil
}

// pass reads on to the end of the object or list that has just begun.
func (o *objects) pass() error {
	for depth := 1; depth > 0; {
		token, err := o.dec.Token()
		if err != nil {
			return err
		}
		switch token {
		case json.Delim('{'), json.Delim('['):
			depth++
		case json.Delim('}'), json.Delim(']'):
			depth--
		}
	}
	return nil
}

// broken reports that the file is not JSON from here on. What the decoder says would quote an answer.
func (o *objects) broken() bool {
	what := "this is not valid JSON"
	if int(o.dec.InputOffset()) >= len(bytes.TrimRight(o.text, " \t\r\n")) {
		what = "the JSON is cut off"
	}
	o.list.Errorf(o.here(), diag.BadFile, "save the answers again as JSON, or as CSV (UTF-8)", "%s", what)
	return false
}

// tellOneObject says where in an object the array of respondents may be.
func (o *objects) tellOneObject() bool {
	at, hint := o.here(), "write [{…}, {…}], one object per respondent"
	for o.dec.More() {
		key, err := o.dec.Token()
		if err != nil {
			return o.broken()
		}
		value, err := o.dec.Token()
		if err != nil {
			return o.broken()
		}
		if name, _ := key.(string); value == json.Delim('[') {
			hint = "keep only the array that stands under \"" + name + "\""
		}
		if _, opened := value.(json.Delim); opened && o.pass() != nil {
			return o.broken()
		}
	}
	o.list.Errorf(at, diag.BadFile, hint, "the file is one object, not an array of them")
	return false
}

// here is the place where reading has come to.
func (o *objects) here() diag.Pos {
	return posOf(o.mark(min(int(o.dec.InputOffset()), len(o.text))), o.text, o.t.File)
}

// entry is the place of the next entry of an array.
func (o *objects) entry() csv.Mark {
	rest := o.text[o.dec.InputOffset():]
	return o.mark(len(o.text) - len(bytes.TrimLeft(rest, ", \t\r\n")))
}

// mark is the place of an offset that is not before the last one asked for.
func (o *objects) mark(offset int) csv.Mark {
	if offset > o.last.Offset {
		o.last = csv.Mark{Offset: offset, Line: o.last.Line + csv.LineEnds(o.text[o.last.Offset:offset])}
	}
	return o.last
}

// At finds a value by reading its object once more, up to the key; of a key that is missing, the object.
func (o *objects) At(row, col int) diag.Pos {
	if row == 0 || row > len(o.t.Rows) {
		return diag.Pos{File: o.t.File, Line: 1, Col: 1}
	}
	r := o.t.Rows[row-1]
	again := &objects{text: o.text[r.offset:]}
	again.dec = json.NewDecoder(bytes.NewReader(again.text))
	start := csv.Mark{Offset: r.offset, Line: r.Line}
	if _, err := again.dec.Token(); err != nil {
		return posOf(start, o.text, o.t.File)
	}
	for again.dec.More() {
		key, err := again.dec.Token()
		if err != nil {
			break
		}
		if name, _ := key.(string); letters.Tidy(name) == o.t.Columns[col].Name {
			value := int(again.dec.InputOffset())
			value += len(again.text[value:]) - len(bytes.TrimLeft(again.text[value:], ": \t\r\n"))
			m := csv.Mark{Offset: r.offset + value, Line: r.Line + csv.LineEnds(again.text[:value])}
			return posOf(m, o.text, o.t.File)
		}
		value, err := again.dec.Token()
		if _, opened := value.(json.Delim); err != nil || opened && again.pass() != nil {
			break
		}
	}
	return posOf(start, o.text, o.t.File)
}
