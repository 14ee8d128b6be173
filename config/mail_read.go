package config

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"lysark/config/diag"
	"lysark/config/keys"
	"lysark/report/mail/address"
)

// ReadMail reads a file that holds the table [mail], and the texts that it names. The list of members, passwords and
// certificates are only named, not read. Other tables of a layout are Read's. The file is never nil; it is whole when
// the list holds no error.
func ReadMail(name string, read func(name string) ([]byte, error)) (*MailFile, diag.List) {
	r := keys.NewReader(read)
	f := &MailFile{Name: name}
	if root := r.Open(name, Str{}, mailShape()); root != nil {
		root.Fill(f)
	}
	return f, r.List()
}

// Check demands the table [mail] and reads the texts that it names. The other tables may be a layout's.
func (f *MailFile) Check(t *keys.Table) {
	if t.Sub("mail") != nil {
		f.Text, f.HTML = words(t, f.Name, f.Mail.Text), words(t, f.Name, f.Mail.HTML)
	} else if !t.Has("mail") {
		t.Missing("mail", t.Begin(), "begin with [mail]", "the file has no table [mail]")
	}
	f.Deck = t.Has("deck")
	t.Leave(layoutShape().Keys())
}

// MailSchema is the JSON Schema of mail files; a layout may hold the same table.
func MailSchema() []byte { return mailShape().Print("Mail file of lysark") }

func mailShape() *keys.Field { return keys.Of[MailFile](nil, mailForms()...) }

// Beside is a path as this file names it: it starts from the file's folder.
func (f *MailFile) Beside(path Str) string { return keys.Beside(f.Name, path.V) }

// words reads the text of a mail.
func words(t *keys.Table, file string, named Str) Words {
	if !named.Set {
		return Words{}
	}
	w := Words{Name: keys.Beside(file, named.V)}
	data, ok := t.Bytes(named)
	if !ok {
		return Words{}
	}
	text := strings.TrimPrefix(string(data), "\ufeff")
	text = norm.NFC.String(strings.ReplaceAll(text, "\r\n", "\n"))
	const most = 200_000 // Gmail cuts off what is longer than 102 kB
	bad := strings.IndexFunc(text, func(c rune) bool { return address.Unprintable(c) && c != '\n' && c != '\t' })
	switch {
	case !utf8.ValidString(text):
		t.Errorf(named.Pos, diag.BadFile, "save the file as UTF-8", "%q is not UTF-8 text", w.Name)
	case len(text) > most:
		t.Errorf(named.Pos, diag.BadFile, "shorten it; pictures go into inline", "%q has more than 200 kB", w.Name)
	case strings.TrimSpace(text) == "":
		t.Errorf(named.Pos, diag.BadFile, "write what the mail says", "%q is empty", w.Name)
	case bad >= 0:
		w.S = text
		at, _ := utf8.DecodeRuneInString(text[bad:])
		pos := w.At(utf8.RuneCountInString(text[:bad]))
		t.Errorf(pos, diag.BadData, "take it out", "the text holds a character that is not seen (%U)", at)
	default:
		w.S = text
		return w
	}
	return Words{}
}
