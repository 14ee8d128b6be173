package pdf

import (
	"encoding/xml"
	"fmt"
	"strings"
	"time"

	"lysark/report/pdf/cos"
)

// documentInfo is the document's information (ISO 32000-1, 14.3.3). The metadata say the same.
func (a *assembly) documentInfo() cos.Dict {
	d := cos.Dict{
		"Creator": cos.String(creator), "Producer": cos.String(creator),
		"CreationDate": pdfDate(a.info.Date), "ModDate": pdfDate(a.info.Date),
	}
	for key, v := range map[cos.Name]string{"Title": a.info.Title, "Author": a.info.Author, "Subject": a.info.Subject} {
		if v != "" {
			d[key] = cos.Text(v)
		}
	}
	return d
}

func pdfDate(t time.Time) cos.String { return cos.String(t.UTC().Format("D:20060102150405Z")) }

// metadata is the XMP packet (ISO 16684-1): the document's information, and the standards it claims to meet.
func (a *assembly) metadata() *cos.Stream {
	part := 2
	if len(a.info.Attachments) > 0 {
		part = 3 // PDF/A-2 allows no attachments but PDF/A files
	}
	date := a.info.Date.UTC().Format("2006-01-02T15:04:05Z")
	var b strings.Builder
	b.WriteString("<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` + "\n" +
		`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"` +
		` xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"` +
		` xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">` + "\n<dc:format>application/pdf</dc:format>\n")
	inLanguages := func(name, text string) {
		if text != "" {
			fmt.Fprintf(&b, "<%s><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></%[1]s>\n", name,
				xmlEscaped(text))
		}
	}
	inLanguages("dc:title", a.info.Title)
	if a.info.Author != "" {
		fmt.Fprintf(&b, "<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>\n", xmlEscaped(a.info.Author))
	}
	inLanguages("dc:description", a.info.Subject)
	fmt.Fprintf(&b, "<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>\n", xmlEscaped(a.info.Lang))
	fmt.Fprintf(&b,
		"<xmp:CreatorTool>%s</xmp:CreatorTool>\n"+
			"<xmp:CreateDate>%s</xmp:CreateDate>\n<xmp:ModifyDate>%[2]s</xmp:ModifyDate>\n",
		creator, date)
	fmt.Fprintf(&b, "<pdf:Producer>%s</pdf:Producer>\n", creator)
	fmt.Fprintf(&b,
		"<pdfaid:part>%d</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n<pdfuaid:part>1</pdfuaid:part>\n",
		part)
	b.WriteString("</rdf:Description>\n" + uaSchema + "</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>")
	return &cos.Stream{Dict: cos.Dict{"Type": cos.Name("Metadata"), "Subtype": cos.Name("XML")}, Data: []byte(b.String())}
}

// uaSchema describes the property pdfuaid:part, which PDF/A does not know (ISO 19005-2, 6.6.2.3).
const uaSchema = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"` +
	` xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
`

func xmlEscaped(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a strings.Builder never fails
	return b.String()
}
