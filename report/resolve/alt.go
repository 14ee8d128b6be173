package resolve

import (
	"path"
	"slices"
	"strings"

	"lysark/config"
	"lysark/config/diag"
	"lysark/report"
)

// imageAlt is what a picture shows, in words. A picture has such a text or is decorative, and not both.
func (r *slideResolver) imageAlt(i *config.Image) report.Text {
	before := len(r.list)
	t := r.unseen("image alt", i.Alt)
	switch {
	case i.Decorative.V && strings.TrimSpace(i.Alt.V) != "":
		r.list.Errorf(i.Alt.Pos, diag.BadValue, "keep one of them",
			"the image %q has an alternative text, and is said to be decorative", i.File.V)
	case i.Decorative.V || r.list[before:].HasErrors():
	case isBlank(t.S):
		at := i.Pos
		if i.Alt.Set {
			at = i.Alt.Pos
		}
		r.list.Errorf(at, diag.AltMissing, `write alt = "what the picture shows", or decorative = true if it shows nothing`, "the image %q has no alternative text", i.File.V)
	case isVague(t.S, i.File.V):
		r.vagueAlt(t)
	}
	return t
}

// chartAlt is the author's own words for a chart; without any they are made of its figures.
func (r *slideResolver) chartAlt(at element, s config.Str) report.Text {
	t := r.unseen(at, s)
	if isVague(t.S, "") {
		r.vagueAlt(t)
	}
	return t
}

func (r *slideResolver) vagueAlt(t report.Text) {
	r.list.Warnf(t.Pos, diag.AltVague, "say what those who see it learn from it",
		"the alternative text %q does not say what is shown", t.S)
}

// isVague tells a text that says no more than that there is a picture, or what its file is called.
func isVague(alt, file string) bool {
	said := strings.ToLower(strings.Trim(alt, ` .:!"«»`))
	name := strings.ToLower(path.Base(file))
	stem := strings.TrimSuffix(name, path.Ext(name))
	if ext := path.Ext(said); said != "" &&
		(said == name || said == stem || said == strings.ToLower(file) || ext == ".png" || ext == ".jpg" ||
			ext == ".jpeg") {
		return true
	}
	for _, article := range []string{"et ", "eit ", "en ", "ein ", "an ", "a "} {
		said = strings.TrimPrefix(said, article)
	}
	return slices.Contains([]string{
		"bilde", "bildet", "bilete", "foto", "fotografi", "illustrasjon", "figur", "diagram", "graf",
		"image", "picture", "photo", "photograph", "illustration", "figure", "chart", "graph", "alt", "todo",
	}, said)
}
