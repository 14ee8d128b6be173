package xlsx

import (
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
)

// Sheet is a sheet that is read row by row.
type Sheet struct {
	book  *Workbook
	body  io.Closer
	xml   *xml.Decoder
	depth int
	at    order
	cell  cell
	row   []string
	ended bool

	passing bool // no row is asked for any more

	found    Findings
	unworked cells // formulas whose result was not saved
	zeros    cells // formulas whose result is 0
	worked   bool  // at least one formula has another
	damaged  bool
}

// Sheet begins to read a sheet; false for one that is a chart.
func (w *Workbook) Sheet(name string) (*Sheet, bool) {
	i := slices.IndexFunc(w.sheets, func(l listed) bool { return l.name == name })
	if i < 0 || w.sheets[i].entry == "" {
		return nil, false
	}
	s := &Sheet{book: w}
	body, err := w.parts.open(w.sheets[i].entry)
	if err != nil {
		s.ended, s.damaged = true, true
		return s, true
	}
	s.body, s.xml = body, decoder(body)
	return s, true
}

// Next is the number of the next row that holds a cell, counted from 1, and its cells as they are shown; blank ones are
// left out at its end. It is false at the end, or where the sheet cannot be read.
func (s *Sheet) Next() (n int, cells []string, ok bool) {
	for !s.ended {
		token, err := s.xml.RawToken()
		if err != nil {
			s.end(err)
			break
		}
		switch e := token.(type) {
		case xml.StartElement:
			s.depth++
			s.start(e)
		case xml.CharData:
			s.cell.add(e)
		case xml.EndElement:
			s.depth--
			if s.close(e.Name.Local); e.Name.Local == "row" && len(s.row) > 0 {
				cells = s.row
				s.row = make([]string, 0, len(cells))
				return s.at.row, cells, true
			}
		}
	}
	return 0, nil, false
}

// Close passes what is left, as what follows the rows, and ends the reading; false when not all could be read.
func (s *Sheet) Close() bool {
	s.passing = true
	s.Next()
	return !s.damaged
}

// Findings are what was found in the sheet beside its cells, once it is closed.
func (s *Sheet) Findings() Findings {
	if s.book.asks && !s.worked && len(s.unworked.first) == 0 {
		s.unworked = s.zeros
	}
	s.found.Unworked, s.found.More = s.unworked.first, s.unworked.more
	sortBlocks(s.found.Merged)
	return s.found
}

func (s *Sheet) stop() {
	if !s.ended {
		s.body.Close()
	}
	s.ended = true
}

func (s *Sheet) end(err error) {
	var syntax *xml.SyntaxError
	switch {
	case err == io.EOF:
		s.found.Broken = s.depth != 0 || s.cell.in || len(s.row) > 0
	case errors.As(err, &syntax):
		s.found.Broken = true
	default:
		s.damaged = true
	}
	s.stop()
}

func (s *Sheet) start(e xml.StartElement) {
	if s.isNested(e) || !s.at.open(e) {
		s.found.Mixed = true
		s.stop()
		return
	}
	switch e.Name.Local {
	case "row":
		s.row = s.row[:0]
		if isOn(e, "hidden") {
			s.found.Hidden = append(s.found.Hidden, int32(s.at.row))
		}
	case "mergeCell":
		s.found.merge(e)
	default:
		s.cell.open(e)
	}
}

// isNested tells a row or cell that begins before the end of the one before.
func (s *Sheet) isNested(e xml.StartElement) bool {
	return e.Name.Local == "c" && s.cell.in || e.Name.Local == "row" && (s.cell.in || len(s.row) > 0)
}

// close takes in a cell at its end.
func (s *Sheet) close(element string) {
	if s.cell.close(element); element != "c" {
		return
	}
	if s.cell.hasFormula {
		switch v := strings.TrimSpace(string(s.cell.value)); {
		case s.cell.isUnworked():
			s.unworked.add(s.at)
		case v == "0" && s.cell.kind != "s":
			s.zeros.add(s.at)
		default:
			s.worked = true
		}
	}
	if s.passing {
		return
	}
	shown, ok := s.book.show(&s.cell)
	if !ok {
		s.damaged = true
		s.stop()
		return
	}
	if shown == "" {
		return
	}
	for len(s.row) < s.at.col-1 {
		s.row = append(s.row, "")
	}
	s.row = append(s.row, shown)
}
