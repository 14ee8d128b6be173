package message

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzCompose puts foreign text into every field: what is taken comes out as it went in, in a message with one sender,
// one recipient and no field that nobody asked for.
func FuzzCompose(f *testing.F) {
	for _, s := range append(awkward(), "a\r\nBcc: x@y.example", "a\n\nbody", "a\x00", "\u2028", "a@b.example", "mailto:a@b.example?subject=x", "https://b.example/?k=%0D%0A") {
		f.Add(s, "ola@bedrift.example", s, s, s, "mailto:a@b.example", "q3.abc", s)
		f.Add("Ola", s, "Report", "text", "", s, s, "a.pdf")
	}
	f.Fuzz(func(t *testing.T, name, addr, subject, text, html, unsubscribe, delivery, file string) {
		attachment := &File{file, "application/pdf", []byte(text + "x")}
		s, err := NewShared(attachment, nil, "plan")
		if err != nil {
			attachment = pdf(9)
			if s, err = NewShared(attachment, nil, "plan"); err != nil {
				t.Fatal(err)
			}
		}
		l := norwegian()
		l.From.Name, l.To, l.ReplyTo = name, Address{name, addr}, &Address{name, "a@b.example"}
		l.Subject, l.Text, l.HTML = subject, text, html
		l.Headers = Headers{Unsubscribe: unsubscribe, Delivery: delivery, AutoSubmitted: true, OneClick: strings.HasPrefix(unsubscribe, "https:")}
		m, err := s.Compose(l)
		if err != nil {
			return
		}
		var b bytes.Buffer
		if _, err := m.WriteTo(&b); err != nil {
			t.Fatal(err)
		}
		checkForm(t, b.Bytes(), isASCII(addr))
		p := parse(t, b.Bytes())
		checkLetter(t, p, l)
		checkParts(t, p, l, attachment, nil)
		for _, field := range []string{"Cc", "Bcc", "Sender"} {
			if p.header.Get(field) != "" {
				t.Errorf("there is a field %s", field)
			}
		}
	})
}

// FuzzAddress holds what passes against what could break an SMTP command, without asking the code that let it pass.
func FuzzAddress(f *testing.F) {
	for _, s := range append(awkward(), "a@b.example", "bjørn@b.example", "a@b.example> SIZE=1", "a@b\r\n") {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, addr string) {
		if CheckAddress(addr) != nil {
			return
		}
		if !utf8.ValidString(addr) || len(addr) > 254 || strings.Count(addr, "@") != 1 || strings.ContainsAny(addr, "<>\"(),:;[\\] \t\r\n\x00\u2028\u2029\u0085") {
			t.Errorf("%q passes", addr)
		}
	})
}

func FuzzCheckHTML(f *testing.F) {
	f.Add("<img src=cid:x alt=''><!--[if mso]><p style='url(x)'>", "x")
	f.Add("<style>url(</style", "")
	f.Add("<a =\"", "a")
	f.Fuzz(func(t *testing.T, body, cid string) {
		for _, problem := range CheckHTML(body, []string{cid}) {
			if problem == "" {
				t.Error("a problem says nothing")
			}
		}
	})
}
