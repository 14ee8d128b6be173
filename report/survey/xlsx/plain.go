package xlsx

import (
	"math"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// rawRows reads a sheet's values as they are stored, beside the reading of them as they are shown. It is opened only
// when a cell is met that may be a number shown with a separator: excelize groups thousands with a comma, which in
// Norway is the decimal sign, and puts the spaces of "# ##0,00" in the wrong place.
type rawRows struct {
	file  *excelize.File
	sheet string
	rows  *excelize.Rows
	n     int
}

// plain takes the separators out of the numbers of a row, and leaves texts as they are.
func (r *rawRows) plain(n int, cells []string) error {
	suspect := false
	for i, c := range cells {
		if number, spaced := strings.CutSuffix(c, "% "); spaced {
			cells[i] = number + " %" // excelize puts the space of "0 %" last
		}
		suspect = suspect || hasSeparator(c)
	}
	if !suspect {
		return nil
	}
	stored, err := r.row(n)
	for i := range min(len(cells), len(stored)) {
		if v, err := strconv.ParseFloat(stored[i], 64); err == nil && stored[i] != cells[i] && hasSeparator(cells[i]) {
			cells[i] = withoutSeparators(cells[i], v)
		}
	}
	return err
}

func (r *rawRows) row(n int) ([]string, error) {
	if r.rows == nil {
		rows, err := r.file.Rows(r.sheet)
		if err != nil {
			return nil, err
		}
		r.rows = rows
	}
	for r.n < n && r.rows.Next() {
		r.n++
	}
	return r.rows.Columns(excelize.Options{RawCellValue: true})
}

func (r *rawRows) close() error {
	if r.rows == nil {
		return nil
	}
	return r.rows.Close()
}

// hasSeparator tells whether a comma or space stands between two digits.
func hasSeparator(s string) bool {
	for i := 1; i < len(s)-1; i++ {
		if isSeparator(s[i]) && isDigit(s[i-1]) && isDigit(s[i+1]) {
			return true
		}
	}
	return false
}

// withoutSeparators writes a number with the decimals it is shown with. What is shown otherwise, as a date is, stays.
func withoutSeparators(shown string, v float64) string {
	var out strings.Builder
	for i := range len(shown) {
		if isSeparator(shown[i]) && i > 0 && i+1 < len(shown) && isDigit(shown[i-1]) && isDigit(shown[i+1]) {
			continue
		}
		out.WriteByte(shown[i])
	}
	number := strings.TrimFunc(out.String(), func(r rune) bool { return r < '0' || r > '9' }) // sign and unit
	got, err := strconv.ParseFloat(number, 64)
	if err != nil {
		return shown
	}
	v = math.Abs(v)
	if strings.Contains(shown, "%") {
		v *= 100
	}
	_, decimals, _ := strings.Cut(number, ".")
	if math.Abs(got-v) > math.Pow10(-len(decimals)) {
		return shown
	}
	return out.String()
}

func isSeparator(c byte) bool { return c == ',' || c == ' ' }
func isDigit(c byte) bool     { return c >= '0' && c <= '9' }
