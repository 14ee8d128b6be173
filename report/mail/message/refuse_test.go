package message

import (
	"strings"
	"testing"
	"time"
)

func TestSharedPartsThatCannotBeSentAreRefused(t *testing.T) {
	for name, c := range map[string]struct {
		attachment *File
		pictures   []Picture
		seed       string
	}{
		"no seed":                             {pdf(9), nil, ""},
		"an empty file":                       {&File{"a.pdf", "application/pdf", nil}, nil, "s"},
		"no file name":                        {&File{"", "application/pdf", []byte("x")}, nil, "s"},
		"a path as file name":                 {&File{"../a.pdf", "application/pdf", []byte("x")}, nil, "s"},
		"a quote in the file name":            {&File{`a"; x="b.pdf`, "application/pdf", []byte("x")}, nil, "s"},
		"a line break in the file name":       {&File{"a\r\nBcc: x.pdf", "application/pdf", []byte("x")}, nil, "s"},
		"a file name written backwards":       {&File{"a\u202efdp.exe", "application/pdf", []byte("x")}, nil, "s"},
		"a type that is none":                 {&File{"a.pdf", "pdf", []byte("x")}, nil, "s"},
		"a type with a parameter":             {&File{"a.pdf", "application/pdf; x=y", []byte("x")}, nil, "s"},
		"a message as attachment":             {&File{"a.eml", "message/rfc822", []byte("x")}, nil, "s"},
		"a picture that readers do not show":  {nil, []Picture{{"a", "a.svg", "image/svg+xml", []byte("x")}}, "s"},
		"a picture without a CID":             {nil, []Picture{{"", "a.png", "image/png", []byte("x")}}, "s"},
		"a CID that ends its field":           {nil, []Picture{{"a>\r\nX: ", "a.png", "image/png", []byte("x")}}, "s"},
		"two pictures with one CID":           {nil, append(pictures(), pictures()...), "s"},
		"an empty picture":                    {nil, []Picture{{"a", "a.png", "image/png", nil}}, "s"},
		"a file name of more bytes than 150":  {&File{strings.Repeat("ø", 80), "application/pdf", []byte("x")}, nil, "s"},
		"a file name that Windows would cut":  {&File{"a.pdf.", "application/pdf", []byte("x")}, nil, "s"},
		"a file name with a space at its end": {&File{"a.pdf ", "application/pdf", []byte("x")}, nil, "s"},
	} {
		if _, err := NewShared(c.attachment, c.pictures, c.seed); err == nil {
			t.Errorf("%s is taken", name)
		}
	}
}

func TestLettersThatMayNotBeSentAreRefused(t *testing.T) {
	for name, spoil := range map[string]func(*Letter){
		"no recipient":                                           func(l *Letter) { l.To = Address{} },
		"two recipients":                                         func(l *Letter) { l.To.Addr = "a@b.example, c@d.example" },
		"a second recipient in the name":                         func(l *Letter) { l.To.Name = "Ola <x@y.example>" },
		"a line break in the name":                               func(l *Letter) { l.To.Name = "Ola\nBcc: x@y.example" },
		"a line break in the subject":                            func(l *Letter) { l.Subject = "a\r\nBcc: x@y.example" },
		"a separator of lines in the subject":                    func(l *Letter) { l.Subject = "a\u2028b" },
		"an angle bracket in the subject":                        func(l *Letter) { l.Subject = "a < b" },
		"no subject":                                             func(l *Letter) { l.Subject = " " },
		"no text":                                                func(l *Letter) { l.Text = "\n" },
		"HTML with nothing in it":                                func(l *Letter) { l.HTML = "\n" },
		"a NUL in the text":                                      func(l *Letter) { l.Text = "a\x00" },
		"a text that is not UTF-8":                               func(l *Letter) { l.Text = "bl\xe5" },
		"HTML that is not UTF-8":                                 func(l *Letter) { l.HTML = "bl\xe5" },
		"no date":                                                func(l *Letter) { l.Date = time.Time{} },
		"no message ID":                                          func(l *Letter) { l.MessageID = "" },
		"a message ID in brackets":                               func(l *Letter) { l.MessageID = "<a@b.example>" },
		"a message ID with a line break":                         func(l *Letter) { l.MessageID = "a@b.example\r\nX: y" },
		"a list ID without a dot":                                func(l *Letter) { l.ListID = "medlemmer" },
		"a delivery mark with a space":                           func(l *Letter) { l.Delivery = "a b" },
		"a sender beyond ASCII":                                  func(l *Letter) { l.From.Addr = "bjørn@b.example" },
		"a reply address beyond ASCII":                           func(l *Letter) { l.ReplyTo = &Address{"", "bjørn@b.example"} },
		"a reply address that is none":                           func(l *Letter) { l.ReplyTo = &Address{} },
		"an unsubscribe address that ends its line":              func(l *Letter) { l.Unsubscribe = "mailto:a@b.example\r\nBcc: x@y.example" },
		"an unsubscribe address with two":                        func(l *Letter) { l.Unsubscribe = "mailto:a@b.example>, <mailto:c@d.example" },
		"an encoded line break for the reader's mail program":    func(l *Letter) { l.Unsubscribe = "mailto:a@b.example?subject=x%0d%0aBcc:%20x@y.example" },
		"an unsubscribe address without encryption":              func(l *Letter) { l.Unsubscribe = "http://b.example/" },
		"an unsubscribe address with a password":                 func(l *Letter) { l.Unsubscribe = "https://u:p@b.example/" },
		"an unsubscribe address beyond ASCII":                    func(l *Letter) { l.Unsubscribe = "https://b.example/ø" },
		"one-click unsubscribing by mail":                        func(l *Letter) { l.Unsubscribe, l.OneClick = "mailto:a@b.example", true },
		"one-click unsubscribing without an address":             func(l *Letter) { l.OneClick = true },
		"an unsubscribe address that is a script":                func(l *Letter) { l.Unsubscribe = "javascript:alert(1)" },
		"an unsubscribe address with a comma, where a list goes": func(l *Letter) { l.Unsubscribe = "https://b.example/a,b" },
	} {
		l := plain()
		spoil(&l)
		s, err := NewShared(nil, nil, "plan")
		if err != nil {
			t.Fatal(err)
		}
		_, err = s.Compose(l)
		if err == nil {
			t.Errorf("%s is taken", name)
		} else if strings.Contains(err.Error(), "example") || strings.Contains(err.Error(), "Ola") {
			t.Errorf("%s: the error tells who it is: %v", name, err)
		}
	}
}
