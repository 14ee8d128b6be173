package inspect

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"lysark/report/pdf/cos"
)

// metadata is the XMP packet of the catalogue (ISO 16684-1).
type metadata struct {
	present    bool
	wrong      string              // why it cannot be read; empty when it can
	compressed bool                // it has a filter
	packet     string              // what stands in <?xpacket begin …?>
	values     map[string][]string // by namespace and name, such as "dc:title", with the usual prefixes
	described  map[string]bool     // namespaces that an extension schema describes
	languages  bool                // every text of dc:title and dc:description says its language
}

// namespaces are the ones looked at here, each with the prefix it is known by.
func namespaces() map[string]string {
	return map[string]string{
		"http://purl.org/dc/elements/1.1/":          "dc",
		"http://ns.adobe.com/xap/1.0/":              "xmp",
		"http://ns.adobe.com/pdf/1.3/":              "pdf",
		"http://www.aiim.org/pdfa/ns/id/":           "pdfaid",
		"http://www.aiim.org/pdfua/ns/id/":          "pdfuaid",
		"http://www.aiim.org/pdfa/ns/extension/":    "pdfaExtension",
		"http://www.aiim.org/pdfa/ns/schema#":       "pdfaSchema",
		"http://www.aiim.org/pdfa/ns/property#":     "pdfaProperty",
		"http://www.aiim.org/pdfa/ns/type#":         "pdfaType",
		"http://www.aiim.org/pdfa/ns/field#":        "pdfaField",
		"http://ns.adobe.com/xap/1.0/mm/":           "xmpMM",
		"http://ns.adobe.com/xap/1.0/rights/":       "xmpRights",
		"http://ns.adobe.com/xap/1.0/bj/":           "xmpBJ",
		"http://ns.adobe.com/xap/1.0/t/pg/":         "xmpTPg",
		"http://ns.adobe.com/xmp/1.0/DynamicMedia/": "xmpDM",
		"http://ns.adobe.com/photoshop/1.0/":        "photoshop",
		"http://ns.adobe.com/tiff/1.0/":             "tiff",
		"http://ns.adobe.com/exif/1.0/":             "exif",
		rdfSpace:                                    "rdf",
		"adobe:ns:meta/":                            "x",
		"http://www.w3.org/XML/1998/namespace":      "xml",
		"xml":                                       "xml",
	}
}

const rdfSpace = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

// readXMP reads the metadata of the catalogue.
func (f *file) readXMP() {
	m := &f.xmp
	s := f.pdf.Stream(f.root["Metadata"])
	if s == nil {
		return
	}
	m.present, m.compressed = true, f.has(s.Dict, "Filter")
	data, err := f.pdf.Decode(s)
	switch {
	case err != nil && !errors.Is(err, io.EOF):
		m.wrong = "the stream cannot be decoded"
	case len(data) > mostXMP:
		m.wrong = "they are larger than any metadata"
	case !utf8.Valid(data):
		m.wrong = "they are not in UTF-8"
	}
	m.values, m.described = map[string][]string{}, map[string]bool{}
	if m.wrong == "" {
		m.languages = true
		m.parse(data)
	}
}

// reading is where in the packet the parser is.
type reading struct {
	names    []string // of the elements around, with usual prefixes
	property string   // the property of the description that is being read
	depth    int      // of it
	text     strings.Builder
}

func (m *metadata) parse(data []byte) {
	known := namespaces()
	d := xml.NewDecoder(bytes.NewReader(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))))
	d.CharsetReader = func(string, io.Reader) (io.Reader, error) { return nil, errors.New("not in UTF-8") }
	r := &reading{}
	found := false
	for {
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			m.wrong = "they are not well-formed XML"
			return
		}
		switch t := token.(type) {
		case xml.ProcInst:
			if t.Target == "xpacket" && m.packet == "" {
				m.packet = string(t.Inst)
			}
		case xml.Directive:
			m.wrong = "they hold a document type, which XMP does not have"
			return
		case xml.StartElement:
			if prefix := undeclared(t); prefix != "" {
				m.wrong = fmt.Sprintf("they use the prefix %q without saying what it is", prefix)
				return
			}
			found = found || t.Name.Space == rdfSpace && t.Name.Local == "RDF"
			m.start(r, t, known)
			if len(r.names) > 100 {
				m.wrong = "their elements are nested too deep"
				return
			}
		case xml.CharData:
			r.text.Write(t)
		case xml.EndElement:
			m.end(r)
		}
	}
	if !found {
		m.wrong = "they hold no rdf:RDF"
	}
}

// undeclared is a prefix without a namespace: the decoder leaves it where else an address stands.
func undeclared(t xml.StartElement) string {
	names := []xml.Name{t.Name}
	for _, a := range t.Attr {
		names = append(names, a.Name)
	}
	for _, n := range names {
		if n.Space != "" && n.Space != "xmlns" && !strings.ContainsAny(n.Space, ":/") {
			return printable(n.Space)
		}
	}
	return ""
}

func (m *metadata) start(r *reading, t xml.StartElement, known map[string]string) {
	name := usual(t.Name, known)
	for _, a := range t.Attr {
		if name == "rdf:Description" && a.Name.Space != "xmlns" && a.Name.Space != rdfSpace && a.Name.Local != "xmlns" {
			m.add(usual(a.Name, known), a.Value)
		}
	}
	if len(r.names) > 0 && r.names[len(r.names)-1] == "rdf:Description" && r.property == "" {
		r.property, r.depth = name, len(r.names)
		m.touch(name)
	}
	if name == "rdf:li" && inLanguages(r.property) {
		m.languages = m.languages && hasLang(t)
	}
	r.names = append(r.names, name)
	r.text.Reset()
}

// inLanguages tells the properties that are lists of the same in several languages, and nothing by themselves (ISO
// 16684-1, 8.3).
func inLanguages(property string) bool { return property == "dc:title" || property == "dc:description" }

func hasLang(t xml.StartElement) bool {
	for _, a := range t.Attr {
		if a.Name.Local == "lang" && a.Value != "" && a.Value != "x-default" {
			return true
		}
	}
	return false
}

func (m *metadata) end(r *reading) {
	n := len(r.names)
	if n == 0 {
		return
	}
	name, text := r.names[n-1], strings.TrimSpace(r.text.String())
	r.names = r.names[:n-1]
	r.text.Reset()
	switch {
	case name == "pdfaSchema:namespaceURI":
		m.described[text] = true
	case r.property != "" && text != "" && (name == r.property && !inLanguages(r.property) || name == "rdf:li"):
		m.add(r.property, text)
	}
	if r.property != "" && n-1 == r.depth {
		r.property = ""
	}
}

// touch notes that a property is there, be it empty.
func (m *metadata) touch(name string) {
	if len(m.values) < 1000 && m.values[name] == nil {
		m.values[name] = []string{}
	}
}

func (m *metadata) add(name, value string) {
	if m.touch(name); m.values[name] != nil && len(m.values[name]) < 100 {
		m.values[name] = append(m.values[name], printable(value))
	}
}

// usual is a name with the prefix its namespace is known by, or the namespace itself.
func usual(n xml.Name, known map[string]string) string {
	space := n.Space
	if p := known[space]; p != "" {
		space = p
	}
	return space + ":" + n.Local
}

// first is a property's first value.
func (m *metadata) first(name string) string {
	if v := m.values[name]; len(v) > 0 {
		return v[0]
	}
	return ""
}

// claims are the standards the metadata say the file conforms to.
func (m *metadata) claims() []string {
	out := []string{}
	if part := m.first("pdfuaid:part"); part != "" {
		out = append(out, "PDF/UA-"+part)
	}
	if part := m.first("pdfaid:part"); part != "" {
		out = append(out, "PDF/A-"+part+strings.ToLower(m.first("pdfaid:conformance")))
	}
	return out
}

// readInfo is what the document says of itself: of the metadata where they tell, else of the information dictionary.
func (f *file) readInfo() Info {
	from := func(property string, key cos.Name) string {
		if v := f.xmp.first(property); v != "" {
			return v
		}
		return f.string(f.info[key])
	}
	date := func(property string, key cos.Name) string {
		if v := f.xmp.first(property); v != "" {
			return v
		}
		return isoDate(f.string(f.info[key]))
	}
	return Info{
		Title:    from("dc:title", "Title"),
		Author:   strings.Join(f.authors(), ", "),
		Subject:  from("dc:description", "Subject"),
		Keywords: from("pdf:Keywords", "Keywords"),
		Lang:     f.string(f.root["Lang"]),
		Creator:  from("xmp:CreatorTool", "Creator"),
		Producer: from("pdf:Producer", "Producer"),
		Created:  date("xmp:CreateDate", "CreationDate"),
		Modified: date("xmp:ModifyDate", "ModDate"),
	}
}

func (f *file) authors() []string {
	if v := f.xmp.values["dc:creator"]; len(v) > 0 {
		return v
	}
	if v := f.string(f.info["Author"]); v != "" {
		return []string{v}
	}
	return nil
}
