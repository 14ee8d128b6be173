package config

import (
	"lysark/config/diag"
	"lysark/config/keys"
)

// Read reads a layout file, its theme and every font and picture they name. The files of answers are only named,
// not read. read is os.ReadFile, or a test's. The file is never nil; it is whole when the list holds no error.
func Read(name string, read func(name string) ([]byte, error)) (*File, diag.List) {
	r := keys.NewReader(read)
	f := &File{Name: name, Theme: DefaultTheme()}
	data, ok := r.Bytes(name, Str{})
	if !ok {
		return f, r.List()
	}
	f.Source = data
	if root := r.Parse(name, data, layoutShape()); root != nil {
		root.Fill(f)
		if f.Deck.Theme.Set {
			f.Theme = readTheme(r, keys.Beside(name, f.Deck.Theme.V), f.Deck.Theme)
		}
	}
	return f, r.List()
}

// LayoutSchema is the JSON Schema of layout files, for editors. mail are the keys of the table [mail], which is for
// somebody else to read.
func LayoutSchema(mail *keys.Field) []byte {
	return layoutShape().With("mail", mail).Print("Layout file of lysark")
}

// ThemeSchema is the JSON Schema of theme files.
func ThemeSchema() []byte { return themeShape().Print("Theme file of lysark") }

// Keys are the tables of a layout.
func Keys() []string { return layoutShape().Keys() }

func layoutShape() *keys.Field { return keys.Of[File](nil, layoutForms()...) }

func themeShape() *keys.Field { return keys.Of(DefaultTheme(), themeForms()...) }
