package xlsx

import (
	"math"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// shower shows numbers as spreadsheets do: excelize does it, in an empty workbook of its own, where each format has a
// cell that every number of it is put into once.
type shower struct {
	date1904 bool
	words    words
	looks    []look // by the style of cells
	scratch  *excelize.File
}

// look is one style's format in use.
type look struct {
	format numberFormat
	cell   string            // in the scratch workbook; empty as long as none was needed
	plain  bool              // numbers are shown as they are stored
	clock  *clock            // of dates that are numbers alone; nil as long as none was needed
	texts  bool              // even texts are shown in another way
	shown  map[string]string // by what is stored

	sections []section // where the format says which numbers are shown in which way
}

func newShower(formats []numberFormat, date1904 bool, lang string) *shower {
	s := &shower{date1904: date1904, words: wordsOf(lang)}
	for _, f := range formats {
		l := newLook(f)
		l.sections = sectionsOf(f)
		s.looks = append(s.looks, l)
	}
	return s
}

func newLook(f numberFormat) look {
	return look{
		format: f,
		plain:  f.isPlain(),
		texts:  f.code != "@" && (strings.Contains(f.code, "@") || strings.Count(f.code, ";") > 2),
		shown:  map[string]string{},
	}
}

const sheetOfScratch = "Sheet1"

// number is a stored number as it is shown.
func (s *shower) number(stored []byte, style int) string {
	if style < 0 || style >= len(s.looks) || s.looks[style].plain || len(stored) == 0 {
		return general(string(stored))
	}
	l := &s.looks[style]
	if shown, known := l.shown[string(stored)]; known {
		return shown
	}
	v := string(stored)
	const most = 1e15 // beyond it a number has digits that nobody counted
	n, err := strconv.ParseFloat(v, 64)
	if err != nil || math.Abs(n) > most {
		return general(v)
	}
	if l.clock == nil {
		c := clockOf(l.format.in(s.words))
		l.clock = &c
	}
	if shown, ok := l.clock.show(n, s.date1904); ok {
		return shown
	}
	shown, ok := "", false
	if l.sections != nil {
		shown, ok = s.inSection(l.sections, v)
	}
	if !ok {
		shown = s.cleaned(s.formatted(l, v, false), v)
	}
	if shown == "" && l.sections != nil {
		shown = general(v)
	}
	l.remember(v, shown)
	return shown
}

// text is a text as it is shown: as it is, but for a format that puts something around it or hides it.
func (s *shower) text(text string, style int) string {
	if style < 0 || style >= len(s.looks) || !s.looks[style].texts || text == "" {
		return text
	}
	return s.formatted(&s.looks[style], text, true)
}

func (l *look) remember(stored, shown string) {
	const most = 100_000 // a file may hold millions of different numbers
	if len(l.shown) >= most {
		clear(l.shown)
	}
	l.shown[stored] = shown
}

// formatted is what excelize shows.
func (s *shower) formatted(l *look, v string, isText bool) string {
	if l.cell == "" && !s.prepare(l) {
		return v
	}
	put, given := s.scratch.SetCellDefault, l.rounding(v)
	if isText {
		put, given = s.scratch.SetCellStr, v
	}
	if put(sheetOfScratch, l.cell, given) != nil {
		return v
	}
	shown, err := s.scratch.GetCellValue(sheetOfScratch, l.cell)
	if hides := strings.Trim(l.format.code, ";") == ""; err != nil || shown == "" && !hides {
		return v // as in a format that is none
	}
	return shown
}

// rounding is a number that excelize rounds as spreadsheets do, half away from zero by its decimals: 0.285 is 29 %,
// while the number in the machine is a little less.
func (l *look) rounding(stored string) string {
	const little, large = 1e-14, 1e12 // excelize takes fifteen digits
	v, err := strconv.ParseFloat(stored, 64)
	if err != nil || math.Abs(v) > large || !l.format.rounds() {
		return stored
	}
	digits, _, _ := strings.Cut(strconv.FormatFloat(v, 'e', 14, 64), "e")
	if !strings.HasSuffix(strings.TrimRight(digits, "0"), "5") {
		return stored
	}
	return strconv.FormatFloat(v+v*little, 'g', -1, 64)
}

// prepare gives a format its cell.
func (s *shower) prepare(l *look) bool {
	if s.scratch == nil {
		s.scratch = excelize.NewFile()
		if s.scratch.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &s.date1904}) != nil {
			return false
		}
	}
	style := excelize.Style{NumFmt: l.format.id}
	if code := l.format.in(s.words); code != "" {
		style.CustomNumFmt = &code
	} else if l.format.id > 49 || l.format.id < 0 {
		return false // a format of East Asian dates, or none
	}
	id, err := s.scratch.NewStyle(&style)
	if err != nil {
		return false
	}
	l.cell = "A" + strconv.Itoa(id)
	return s.scratch.SetCellStyle(sheetOfScratch, l.cell, l.cell, id) == nil
}

// general is a number without a format: fifteen digits of it, which is what spreadsheets reckon with.
func general(stored string) string {
	if len(stored) <= 15 && !strings.ContainsAny(stored, "eE+xXpP_. ") {
		return stored
	}
	v, err := strconv.ParseFloat(stored, 64)
	if err != nil || strings.ContainsAny(stored, "xXpP_") {
		return stored
	}
	all := strconv.FormatFloat(v, 'f', -1, 64)
	digits := len(strings.Trim(strings.ReplaceAll(all, ".", ""), "-"))
	if isWhole := v == math.Trunc(v) && math.Abs(v) < 1e15; digits > 15 && !isWhole {
		return strconv.FormatFloat(v, 'G', 15, 64)
	}
	return all
}
