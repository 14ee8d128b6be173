package fonts

import (
	"embed"
	"fmt"
)

// Family is the four faces that a deck is set in.
type Family struct{ Regular, Italic, Semibold, Bold *Face }

//go:embed source-sans/*.ttf
var sourceSans embed.FS

// SourceSans is the embedded family, Source Sans 3 by Adobe (SIL Open Font License 1.1, source-sans/OFL.md).
func SourceSans() (Family, error) {
	var family Family
	for _, f := range []struct {
		face **Face
		file string
	}{
		{&family.Regular, "Regular"}, {&family.Italic, "It"}, {&family.Semibold, "Semibold"}, {&family.Bold, "Bold"},
	} {
		data, err := sourceSans.ReadFile("source-sans/SourceSans3-" + f.file + ".ttf")
		if err != nil {
			return Family{}, err
		}
		if *f.face, err = Parse(data); err != nil {
			return Family{}, fmt.Errorf("embedded font %s: %w", f.file, err)
		}
	}
	return family, nil
}

// Face is the family's face of a style: "regular", "italic", "semibold" or "bold". Any other is regular.
func (f Family) Face(style string) *Face {
	switch style {
	case "italic":
		return f.Italic
	case "semibold":
		return f.Semibold
	case "bold":
		return f.Bold
	}
	return f.Regular
}
