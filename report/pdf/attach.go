package pdf

import (
	"cmp"
	"crypto/md5"
	"slices"

	"lysark/report/output"
	"lysark/report/pdf/cos"
)

// attach adds the attached files to the catalogue, each with what it is to the document (ISO 19005-3, 6.8).
func (a *assembly) attach(catalogue cos.Dict) {
	if len(a.info.Attachments) == 0 {
		return
	}
	var names, associated cos.Array
	key := nameKeys(a.info.Attachments)
	for _, file := range slices.SortedFunc(slices.Values(a.info.Attachments), byName) {
		ref := a.Add(a.fileSpecification(file))
		names = append(names, key(file.Name), ref)
		associated = append(associated, ref)
	}
	catalogue["AF"] = associated
	catalogue["Names"] = cos.Dict{"EmbeddedFiles": cos.Dict{"Names": names}}
}

// byName is the order of the names in the file (ISO 32000-1, 7.9.6).
func byName(a, b output.Attachment) int { return cmp.Compare(cos.Wide(a.Name), cos.Wide(b.Name)) }

// nameKeys writes all names in one way, as the order of those in two ways is not that of what they say: qpdf, which
// goes by that, would not find "måling.toml" beside "slide-01-1.csv".
func nameKeys(files []output.Attachment) func(string) cos.String {
	for _, f := range files {
		if cos.Text(f.Name) != cos.String(f.Name) {
			return cos.Wide
		}
	}
	return cos.Text
}

func (a *assembly) fileSpecification(file output.Attachment) cos.Dict {
	stream := cos.Flate(file.Data)
	sum := md5.Sum(file.Data) // as the standard wants it (table 46)
	stream.Dict["Type"], stream.Dict["Subtype"] = cos.Name("EmbeddedFile"), cos.Name(file.MIME)
	stream.Dict["Params"] = cos.Dict{"Size": len(file.Data), "CheckSum": cos.String(sum[:]), "ModDate": pdfDate(a.info.Date)}
	data := a.Add(stream)
	return cos.Dict{
		"Type": cos.Name("Filespec"), "F": cos.Text(file.Name), "UF": cos.Text(file.Name), "Desc": cos.Text(file.Description),
		"AFRelationship": cos.Name(file.Relationship), "EF": cos.Dict{"F": data, "UF": data},
	}
}
