package mailfile

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"lysark/config"
	"lysark/config/diag"
	"lysark/config/keys"
	"lysark/report/mail/address"
)

// Read reads a file that holds the table [mail], and the texts that it names. The list of members, passwords and
// certificates are only named, not read. The other tables of a layout are for config to read. The file is never nil; it
// is whole when the list holds no error.
func Read(name string, read func(name string) ([]byte, error)) (*File, diag.List) {
	r := keys.NewReader(read)
	f := &File{Name: name}
	if root := r.Open(name, Str{}, shape()); root != nil {
		root.Fill(f)
	}
	return f, r.List()
}

// CheckIn is what is wrong in the table [mail] of a layout, which may be nil. The texts that it names are not read.
func CheckIn(table *keys.Table) diag.List {
	if table == nil {
		return nil
	}
	return table.Later(Keys(), &Mail{})
}

// Check demands the table [mail] and reads the texts that it names. The other tables may be a layout's.
func (f *File) Check(t *keys.Table) {
	if t.Sub("mail") != nil {
		f.Text, f.HTML = words(t, f.Name, f.Mail.Text), words(t, f.Name, f.Mail.HTML)
	} else if !t.Has("mail") {
		t.Missing("mail", t.Begin(), "begin with [mail]", "the file has no table [mail]")
	}
	f.Deck = t.Has("deck")
	t.Leave(config.Keys())
}

// Schema is the JSON Schema of mail files; a layout may hold the same table.
func Schema() []byte { return shape().Print("Mail file of lysark") }

// Keys are those of the table [mail].
func Keys() *keys.Field { return shape().At("mail") }

func shape() *keys.Field { return keys.Of[File](nil, forms()...) }

// Beside is a path as this file names it: it starts from the file's folder.
func (f *File) Beside(path Str) string { return keys.Beside(f.Name, path.V) }

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
