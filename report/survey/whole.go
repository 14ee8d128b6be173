package survey

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/ianaindex"

	"lysark/config/diag"
)

// findings are what excelize passes over in silence: it ends a sheet without a word where the XML is broken, as by a
// control character in an answer, shows a formula that was never worked out as blank, and merged cells below the first
// as blank, too.
type findings struct {
	broken   bool
	mixed    bool // rows or cells do not come in their order, and excelize would put them elsewhere
	merges   merges
	hidden   []int32  // rows that are not shown
	formulas []string // cells such as B7, at most 20
	more     int
}

// examine reads the sheet's XML once more, beside excelize.
func examine(data []byte, sheet string) findings {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return findings{broken: true}
	}
	var out findings
	entry := sheetEntry(z, sheet)
	for _, f := range z.File {
		switch strings.ToLower(entryName(f.Name)) {
		case strings.ToLower(entry):
			out.broken = out.walk(f) != nil || out.broken
		case "xl/sharedstrings.xml":
			var texts findings
			out.broken = texts.walk(f) != nil || out.broken
		}
	}
	return out
}

// walk reads one entry to its end.
func (r *findings) walk(f *zip.File) error {
	body, err := f.Open()
	if err != nil {
		return err
	}
	defer body.Close()
	d := decoder(body)
	depth := 0
	c := formulaCell{}
	o := order{}
	for {
		token, err := d.RawToken()
		if err == io.EOF && depth == 0 {
			return nil
		}
		if err != nil {
			return err
		}
		switch e := token.(type) {
		case xml.StartElement:
			depth++
			c.open(e)
			r.merges.add(e)
			r.mixed = r.mixed || !o.open(e)
			if e.Name.Local == "row" && isHidden(attribute(e, "hidden")) {
				r.hidden = append(r.hidden, int32(o.row))
			}
		case xml.EndElement:
			depth--
			if e.Name.Local == "c" && c.formula && !c.value {
				r.add(c.ref)
			}
		}
	}
}

func (r *findings) add(ref string) {
	if len(r.formulas) < mostTold {
		r.formulas = append(r.formulas, ref)
		return
	}
	r.more++
}

// tell reports what was found; false when the sheet cannot be trusted.
func (r findings) tell(name string, list *diag.List) bool {
	const hint = "open it in Excel or LibreOffice and save it again"
	if r.broken {
		list.Errorf(diag.Pos{File: name}, diag.BadFile, hint, "the spreadsheet breaks off in the middle of the sheet")
		return false
	}
	if r.mixed {
		list.Errorf(diag.Pos{File: name}, diag.BadFile, hint, "the rows or cells of the sheet are not in their order")
		return false
	}
	bad := told{list: list, file: name, what: "formulas that were never worked out", n: len(r.formulas) + r.more}
	for _, ref := range r.formulas {
		col, row, err := excelize.CellNameToCoordinates(ref)
		at := diag.Pos{File: name, Line: row, Col: col}
		if err != nil {
			at, ref = diag.Pos{File: name}, "without a reference"
		}
		list.Errorf(at, diag.BadData, hint, "the cell %s holds a formula that was never worked out", ref)
	}
	bad.rest(diag.BadData)
	return true
}

// order follows the numbers of rows and cells. One that says none is the next.
type order struct{ row, col int }

// open tells whether a row or cell comes after the one before.
func (o *order) open(e xml.StartElement) bool {
	before := *o
	switch e.Name.Local {
	case "row":
		o.row, o.col = o.row+1, 0
		if n, err := strconv.Atoi(attribute(e, "r")); err == nil && n > 0 {
			o.row = n
		}
		return o.row > before.row
	case "c":
		o.col++
		if col, row, err := excelize.CellNameToCoordinates(attribute(e, "r")); err == nil {
			o.col = col
			return col > before.col && row == o.row
		}
	}
	return true
}

// formulaCell is what is known of the cell that is being read.
type formulaCell struct {
	ref            string
	formula, value bool
}

func (c *formulaCell) open(e xml.StartElement) {
	switch e.Name.Local {
	case "c":
		*c = formulaCell{ref: attribute(e, "r")}
	case "f":
		c.formula = true
	case "v", "is":
		c.value = true
	}
}

func attribute(e xml.StartElement, local string) string {
	for _, a := range e.Attr {
		if a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}

// sheetEntry is the name of the entry that holds a sheet, by way of the workbook and its relationships.
func sheetEntry(z *zip.Reader, sheet string) string {
	id := ""
	elements(z, "xl/workbook.xml", func(e xml.StartElement) {
		if e.Name.Local == "sheet" && attribute(e, "name") == sheet {
			id = attribute(e, "id")
		}
	})
	target := ""
	elements(z, "xl/_rels/workbook.xml.rels", func(e xml.StartElement) {
		if e.Name.Local == "Relationship" && attribute(e, "Id") == id {
			target = attribute(e, "Target")
		}
	})
	if strings.HasPrefix(target, "/") {
		return entryName(target)
	}
	return path.Join("xl", target)
}

// elements visits the elements of an entry, as far as it can be read.
func elements(z *zip.Reader, entry string, visit func(xml.StartElement)) {
	for _, f := range z.File {
		if !strings.EqualFold(entryName(f.Name), entry) {
			continue
		}
		body, err := f.Open()
		if err != nil {
			return
		}
		defer body.Close()
		for d := decoder(body); ; {
			token, err := d.RawToken()
			if err != nil {
				return
			}
			if e, ok := token.(xml.StartElement); ok {
				visit(e)
			}
		}
	}
}

// entryName is an entry's name as the standard has it; some programs write backslashes.
func entryName(s string) string {
	return strings.TrimPrefix(strings.ReplaceAll(s, `\`, "/"), "/")
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
