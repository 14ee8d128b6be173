package xlsx

import (
	"encoding/xml"
	"strconv"
	"strings"
	"time"
)

// cell is the cell that is being read.
type cell struct {
	kind       string // of its value: "s", "str", "inlineStr", "b", "e", "d"; "n" or empty for a number
	style      int
	value      []byte
	own        rich // a text that no other cell shares
	hasFormula bool
	hasValue   bool // even if it is empty
	in, inside bool // the cell, its value
}

func (c *cell) open(e xml.StartElement) {
	if e.Name.Local == "c" {
		*c = cell{kind: attribute(e, "t"), value: c.value[:0], own: rich{text: c.own.text[:0]}, in: true}
		if style := attribute(e, "s"); style != "" { // an error for each cell without one would take time
			c.style, _ = strconv.Atoi(style)
		}
		return
	}
	if !c.in {
		return
	}
	switch e.Name.Local {
	case "f":
		c.hasFormula = true
	case "v":
		c.hasValue, c.inside = true, true
	default:
		c.own.open(e.Name.Local)
	}
}

func (c *cell) add(data []byte) {
	switch {
	case c.inside:
		c.value = append(c.value, data...)
	case c.in:
		c.own.add(data)
	}
}

func (c *cell) close(element string) {
	switch element {
	case "c":
		c.in, c.inside = false, false
	case "v":
		c.inside = false
	default:
		c.own.close(element)
	}
}

// isUnworked tells that nobody has worked out the cell's formula: it has no value. That of a text may be empty.
func (c *cell) isUnworked() bool {
	isText := c.kind == "str" && c.hasValue || c.kind == "inlineStr" && len(c.own.text) > 0
	return c.hasFormula && !isText && strings.TrimSpace(string(c.value)) == ""
}

// show is the cell as a spreadsheet shows it; false when it names a text that there is not.
func (w *Workbook) show(c *cell) (shown string, ok bool) {
	switch c.kind {
	case "s":
		return w.shared(c)
	case "str":
		return unescaped(string(c.value)), true
	case "inlineStr":
		if len(c.own.text) > 0 {
			return w.shower.text(c.own.take(), c.style), true
		}
		return w.shower.text(unescaped(string(c.value)), c.style), true
	case "b":
		switch string(c.value) {
		case "1":
			return "TRUE", true
		case "0":
			return "FALSE", true
		}
	case "e":
		return string(c.value), true
	case "d":
		if serial, ok := serialOf(string(c.value), w.shower.date1904); ok {
			return w.shower.number([]byte(serial), c.style), true
		}
	}
	return w.shower.number(c.value, c.style), true
}

func (w *Workbook) shared(c *cell) (string, bool) {
	number := strings.TrimSpace(string(c.value))
	if number == "" {
		return "", true
	}
	n, err := strconv.Atoi(number)
	if err != nil || n < 0 || n >= len(w.texts) {
		return "", false
	}
	return w.shower.text(w.texts[n], c.style), true
}

// serialOf is a date, as some programs write it out, as the number of days that spreadsheets count.
func serialOf(date string, date1904 bool) (string, bool) {
	for _, layout := range []string{"2006-01-02T15:04:05Z07:00", "2006-01-02T15:04:05", "2006-01-02", "20060102T150405"} {
		at, err := time.Parse(layout, date)
		if err != nil {
			continue
		}
		days := at.Sub(dayZero(date1904)).Hours() / 24
		return strconv.FormatFloat(days, 'f', -1, 64), true
	}
	return "", false
}
