package inspect

import (
	"strings"

	"lysark/report/pdf/cos"
)

func unread(c *checker) {
	if c.pdf.Encrypted() {
		c.report(place{}, "the file is encrypted, so that nothing else can be checked")
	}
	seen(tooMuch, "there is more of %s than is read, so this list may not be complete")(c)
}

func damagedFile(c *checker) {
	for _, p := range c.pdf.Problems() {
		c.report(place{}, "%s", printable(p))
	}
	seen(damaged, "%s")(c)
}

func claimsNothing(c *checker) {
	if len(c.xmp.claims()) == 0 && c.xmp.wrong == "" {
		c.report(place{}, "the file claims neither PDF/UA nor PDF/A")
	}
}

func noMetadata(c *checker) {
	switch {
	case !c.xmp.present:
		c.report(place{}, "there are no XMP metadata")
	case c.xmp.wrong != "":
		c.report(place{}, "the XMP metadata cannot be read: %s", c.xmp.wrong)
	}
}

// canRead tells whether there are metadata to look at; that there are none is another rule.
func (m *metadata) canRead() bool { return m.present && m.wrong == "" }

func noIdentifier(c *checker) {
	part := c.xmp.first("pdfuaid:part")
	switch {
	case !c.xmp.canRead() || len(c.xmp.claims()) == 0: // claimsNothing tells
	case part == "":
		c.report(place{}, "the metadata do not say that the file is PDF/UA")
	case part != "1":
		c.report(place{}, "the metadata say PDF/UA-%s, which is not checked here", part)
	}
}

func noTitle(c *checker) {
	if c.xmp.canRead() && c.xmp.first("dc:title") == "" {
		c.report(place{}, "the metadata have no title")
	}
}

func noDisplayTitle(c *checker) {
	if _, ok := c.pdf.Bool(c.pdf.Dict(c.root["ViewerPreferences"])["DisplayDocTitle"]); !ok {
		c.report(place{}, "there is no /DisplayDocTitle, so the file's name is shown instead of its title")
	}
}

func displayTitleOff(c *checker) {
	if on, ok := c.pdf.Bool(c.pdf.Dict(c.root["ViewerPreferences"])["DisplayDocTitle"]); ok && !on {
		c.report(place{}, "/DisplayDocTitle is false, so the file's name is shown instead of its title")
	}
}

func unnamedConfigs(c *checker) {
	c.eachKid(c.pdf.Dict(c.root["OCProperties"])["Configs"], func(o cos.Object) {
		if c.string(c.pdf.Dict(o)["Name"]) == "" {
			c.report(place{where: object(number(o))}, "a configuration of layers has no name")
		}
	})
}

func unnamedDefault(c *checker) {
	if d := c.pdf.Dict(c.pdf.Dict(c.root["OCProperties"])["D"]); d != nil && c.string(d["Name"]) == "" {
		c.report(place{}, "the default configuration of layers has no name")
	}
}

// layers are the configurations of layers, the default one first.
func (f *file) layers() []cos.Dict {
	properties := f.pdf.Dict(f.root["OCProperties"])
	var out []cos.Dict
	if d := f.pdf.Dict(properties["D"]); d != nil {
		out = append(out, d)
	}
	f.eachKid(properties["Configs"], func(o cos.Object) {
		if d := f.pdf.Dict(o); d != nil {
			out = append(out, d)
		}
	})
	return out
}

func automaticLayers(c *checker) {
	for _, d := range c.layers() {
		if c.has(d, "AS") {
			c.report(place{}, "a configuration of layers has /AS")
		}
	}
}

func unnamedFiles(c *checker) {
	for _, a := range c.files {
		if c.has(a.dict, "EF") && (c.string(a.dict["F"]) == "" || c.string(a.dict["UF"]) == "") {
			c.report(c.atFile(a), "the attachment lacks /F or /UF")
		}
	}
}

func (f *file) atFile(a attached) place {
	return place{where: strings.TrimSpace("attachment " + f.fileName(a))}
}

func dynamicForm(c *checker) {
	c.eachKid(c.pdf.Dict(c.root["AcroForm"])["XFA"], func(o cos.Object) {
		s := c.pdf.Stream(o)
		if s == nil {
			return
		}
		data, _ := c.pdf.Decode(s)
		_, after, found := strings.Cut(string(data), "<dynamicRender>")
		if found && strings.HasPrefix(strings.TrimSpace(after), "required") {
			c.report(place{where: object(number(o))}, "the form is drawn by the reader and not in the file")
		}
	})
}

func noPermissions(c *checker) {
	if d := c.pdf.Dict(c.pdf.Trailer()["Encrypt"]); d != nil && !c.has(d, "P") {
		c.report(place{}, "the encryption does not say what it permits")
	}
}

func lockedOut(c *checker) {
	d := c.pdf.Dict(c.pdf.Trailer()["Encrypt"])
	if p, ok := c.pdf.Int(d["P"]); ok && p&(1<<9) == 0 {
		c.report(place{}, "the encryption locks screen readers out")
	}
}
