package xlsx

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
)

// Findings are what excelize passes over in silence: it ends a sheet without a word where the XML is broken, as by a
// control character in an answer, shows a formula that was never worked out as blank, and merged cells below the first
// as blank, too.
type Findings struct {
	Broken   bool
	Mixed    bool    // rows or cells do not come in their order, and excelize would put them elsewhere
	Merged   []Block // of cells that are merged downwards, by their first row
	Unworked []Cell  // with a formula that was never worked out, at most 20
	More     int     // such cells beside those
	Hidden   []int32 // rows that are not shown, as those that a filter takes out, counted from 1

	TooManyMerged bool // there are more than can be kept
}

// Cell is a cell by its reference, such as B7, and by its row and column, counted from 1. The reference is empty where
// the file has none.
type Cell struct {
	Ref      string
	Row, Col int
}

// examine reads the sheet's XML once more, beside excelize.
func examine(data []byte, sheet string) Findings {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return Findings{Broken: true}
	}
	var out Findings
	entry := sheetEntry(z, sheet)
	for _, f := range z.File {
		switch strings.ToLower(entryName(f.Name)) {
		case strings.ToLower(entry):
			out.Broken = out.walk(f) != nil || out.Broken
		case "xl/sharedstrings.xml":
			var texts Findings
			out.Broken = texts.walk(f) != nil || out.Broken
		}
	}
	sortBlocks(out.Merged)
	return out
}

// walk reads one entry to its end.
func (r *Findings) walk(f *zip.File) error {
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
			r.merge(e)
			r.Mixed = r.Mixed || !o.open(e)
			if e.Name.Local == "row" && isHidden(attribute(e, "hidden")) {
				r.Hidden = append(r.Hidden, int32(o.row))
			}
		case xml.EndElement:
			depth--
			if e.Name.Local == "c" && c.formula && !c.value {
				r.add(c.ref)
			}
		}
	}
}

func (r *Findings) add(ref string) {
	const most = 20
	if len(r.Unworked) < most {
		col, row, err := excelize.CellNameToCoordinates(ref)
		if err != nil {
			ref = ""
		}
		r.Unworked = append(r.Unworked, Cell{ref, row, col})
		return
	}
	r.More++
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
