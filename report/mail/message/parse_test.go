package message

import (
	"bytes"
	"encoding/base64"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"net/textproto"
	"slices"
	"strings"
	"testing"
)

// parsed is a message as Go's own parsers understand it, which share no code with go-message.
type parsed struct {
	header mail.Header
	shape  string // like mixed(alternative(text/plain related(text/html image/png)) application/pdf)
	parts  []part
}

type part struct {
	mime, name, file, cid, disposition string
	data                               []byte
}

func parse(t testing.TB, raw []byte) parsed {
	t.Helper()
	m, err := mail.ReadMessage(bytes.NewReader(raw))
	if err != nil {
		t.Fatalf("net/mail: %v", err)
	}
	p := parsed{header: m.Header}
	p.shape = p.read(t, textproto.MIMEHeader(m.Header), m.Body)
	return p
}

func (p *parsed) read(t testing.TB, h textproto.MIMEHeader, body io.Reader) string {
	t.Helper()
	kind, params, err := mime.ParseMediaType(h.Get("Content-Type"))
	if err != nil {
		t.Fatalf("content type %q: %v", h.Get("Content-Type"), err)
	}
	sub, many := strings.CutPrefix(kind, "multipart/")
	if !many {
		p.parts = append(p.parts, leaf(t, h, kind, params["name"], body))
		return kind
	}
	var inner []string
	for r := multipart.NewReader(body, params["boundary"]); ; {
		next, err := r.NextRawPart()
		if err == io.EOF {
			return sub + "(" + strings.Join(inner, " ") + ")"
		}
		if err != nil {
			t.Fatalf("within %s: %v", kind, err)
		}
		inner = append(inner, p.read(t, next.Header, next))
	}
}

func leaf(t testing.TB, h textproto.MIMEHeader, kind, name string, body io.Reader) part {
	t.Helper()
	var decoder mime.WordDecoder
	name, err := decoder.DecodeHeader(name)
	if err != nil {
		t.Fatalf("name: %v", err)
	}
	l := part{mime: kind, name: name, cid: h.Get("Content-ID")}
	if d := h.Get("Content-Disposition"); d != "" {
		var params map[string]string
		if l.disposition, params, err = mime.ParseMediaType(d); err != nil {
			t.Fatalf("content disposition %q: %v", d, err)
		}
		l.file = params["filename"]
	}
	switch cte := h.Get("Content-Transfer-Encoding"); cte {
	case "quoted-printable":
		body = quotedprintable.NewReader(body)
	case "base64":
		body = base64.NewDecoder(base64.StdEncoding, body)
	default:
		t.Fatalf("%s has the encoding %q", kind, cte)
	}
	if l.data, err = io.ReadAll(body); err != nil {
		t.Fatalf("%s: %v", kind, err)
	}
	return l
}

func (p parsed) text(t testing.TB, field string) string {
	t.Helper()
	if n := len(p.header[textproto.CanonicalMIMEHeaderKey(field)]); n != 1 {
		t.Fatalf("%d fields %s", n, field)
	}
	var decoder mime.WordDecoder
	s, err := decoder.DecodeHeader(p.header.Get(field))
	if err != nil {
		t.Fatalf("%s: %v", field, err)
	}
	return s
}

// address is the only one of the field.
func (p parsed) address(t testing.TB, field string) Address {
	t.Helper()
	if n := len(p.header[field]); n != 1 {
		t.Fatalf("%d fields %s", n, field)
	}
	list, err := p.header.AddressList(field)
	if err != nil || len(list) != 1 {
		t.Fatalf("%s: %d addresses, %v", field, len(list), err)
	}
	return Address{list[0].Name, list[0].Address}
}

// checkForm holds the bytes against what servers may refuse or change: line ends, line lengths, characters, and fields
// that nobody asked for.
func checkForm(t testing.TB, raw []byte, ascii bool) {
	t.Helper()
	rest := bytes.ReplaceAll(raw, []byte("\r\n"), nil)
	if bytes.ContainsAny(rest, "\r\n\x00") || !bytes.HasSuffix(raw, []byte("\r\n")) {
		t.Error("a line does not end in CRLF, or there is a NUL")
	}
	allowed := strings.Fields("Date From To Reply-To Subject Message-ID List-Id List-Unsubscribe List-Unsubscribe-Post Auto-Submitted X-Auto-Response-Suppress X-Lysark-Delivery MIME-Version Content-Type Content-Transfer-Encoding")
	inHeader := true
	for i, line := range strings.Split(string(raw), "\r\n") {
		if line == "" {
			inHeader = false
		}
		name, _, _ := strings.Cut(line, ":")
		if inHeader && line[0] != ' ' {
			if k := slices.Index(allowed, name); k < 0 {
				t.Errorf("line %d begins a field that nobody asked for, or that is there twice: %q", i+1, line)
			} else {
				allowed[k] = ""
			}
		}
		if inHeader && strings.TrimSpace(line) == "" {
			t.Errorf("line %d of the header is nothing but white space", i+1)
		}
		if limit := lineLimit(line); len(line) > limit {
			t.Errorf("line %d has %d bytes, more than %d", i+1, len(line), limit)
		}
		if ascii && !isASCII(line) {
			t.Errorf("line %d goes beyond ASCII", i+1)
		}
	}
}

// lineLimit is 998 where a line has no place to break: an identifier, an address, a file's name.
func lineLimit(line string) int {
	for _, unbroken := range []string{"Message-ID:", "List-", "X-Lysark-Delivery:", "Content-ID:", " filename", " name=\"", "From: <", "To: <", "Reply-To: <", " <"} {
		if strings.HasPrefix(line, unbroken) && !strings.Contains(line, wordOpening) {
			return 998
		}
	}
	return 76
}
