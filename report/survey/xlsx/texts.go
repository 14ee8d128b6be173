package xlsx

import (
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// texts are those that cells share, in their order.
func (p parts) texts(name string) (out []string, err error) {
	if name == "" {
		return nil, nil
	}
	body, err := p.open(name)
	if err != nil {
		return nil, nil // a cell that names one of its texts shows it
	}
	defer body.Close()
	d := decoder(body)
	depth := 0
	var text rich
	for {
		token, err := d.RawToken()
		if err == io.EOF && depth == 0 {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
		switch e := token.(type) {
		case xml.StartElement:
			depth++
			text.open(e.Name.Local)
		case xml.EndElement:
			depth--
			text.close(e.Name.Local)
			if e.Name.Local != "si" {
				continue
			}
			if out = append(out, text.take()); len(out) > mostTexts {
				return nil, errors.New("there are too many texts")
			}
		case xml.CharData:
			text.add(e)
		}
	}
}

// rich is a text that may be in several parts, each with a look of its own. How a word is pronounced is no part of it.
type rich struct {
	text      []byte
	in, apart bool
}

func (r *rich) open(element string) {
	switch element {
	case "t":
		r.in = !r.apart
	case "rPh":
		r.apart = true
	}
}

func (r *rich) close(element string) {
	switch element {
	case "t":
		r.in = false
	case "rPh":
		r.apart = false
	}
}

func (r *rich) add(data []byte) {
	if r.in {
		r.text = append(r.text, data...)
	}
}

func (r *rich) take() string {
	s := unescaped(string(r.text))
	r.text = r.text[:0]
	return s
}

var escape = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

// unescaped has what XML cannot hold, written as in "_x000D_", in its own form.
func unescaped(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	return escape.ReplaceAllStringFunc(s, func(code string) string {
		n, err := strconv.ParseUint(code[2:6], 16, 16)
		if err != nil || !utf8.ValidRune(rune(n)) {
			return code
		}
		return string(rune(n))
	})
}
