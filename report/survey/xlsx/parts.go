package xlsx

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"golang.org/x/text/encoding/ianaindex"
)

// parts are the files that a spreadsheet is made of.
type parts struct{ *zip.Reader }

// open opens a part; it fails when there is none of that name.
func (p parts) open(name string) (io.ReadCloser, error) {
	for _, f := range p.File {
		if strings.EqualFold(entryName(f.Name), name) {
			return f.Open()
		}
	}
	return nil, fmt.Errorf("there is no part %q", name)
}

// entryName is an entry's name as the standard has it; some programs write backslashes.
func entryName(s string) string {
	return strings.TrimPrefix(strings.ReplaceAll(s, `\`, "/"), "/")
}

// start is the name of the workbook.
func (p parts) start() string {
	if name := p.related("").workbook; name != "" {
		return name
	}
	return "xl/workbook.xml"
}

// relations are the parts that one refers to, by what they are and by the name that it calls them.
type relations struct {
	workbook, styles, texts string
	byID                    map[string]string // sheets alone
}

func (p parts) related(to string) relations {
	folder, file := path.Split(to)
	out := relations{byID: map[string]string{}}
	// What is missing or damaged shows where it is needed.
	_ = p.visit(folder+"_rels/"+file+".rels", func(e xml.StartElement) {
		if e.Name.Local != "Relationship" {
			return
		}
		target := entryName(attribute(e, "Target"))
		if !strings.HasPrefix(attribute(e, "Target"), "/") {
			target = path.Join(folder, target)
		}
		switch path.Base(attribute(e, "Type")) {
		case "officeDocument":
			out.workbook = target
		case "styles":
			out.styles = target
		case "sharedStrings":
			out.texts = target
		case "worksheet":
			if len(out.byID) > mostSheets {
				return
			}
			out.byID[attribute(e, "Id")] = target
		}
	})
	return out
}

// visit shows the elements of a part one by one, but for those of extensions, which may be called like others.
func (p parts) visit(name string, each func(xml.StartElement)) error {
	body, err := p.open(name)
	if err != nil {
		return err
	}
	defer body.Close()
	extensions := 0
	for d := decoder(body); ; {
		token, err := d.RawToken()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		switch e := token.(type) {
		case xml.StartElement:
			if e.Name.Local == "extLst" {
				extensions++
			}
			if extensions == 0 {
				each(e)
			}
		case xml.EndElement:
			if e.Name.Local == "extLst" {
				extensions--
			}
		}
	}
}

func decoder(r io.Reader) *xml.Decoder {
	d := xml.NewDecoder(r)
	d.CharsetReader = func(label string, in io.Reader) (io.Reader, error) {
		enc, err := ianaindex.IANA.Encoding(label)
		if err != nil || enc == nil {
			return nil, errors.Join(err, fmt.Errorf("unknown encoding %q", label))
		}
		return enc.NewDecoder().Reader(in), nil
	}
	return d
}

func attribute(e xml.StartElement, local string) string {
	for _, a := range e.Attr {
		if a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}
