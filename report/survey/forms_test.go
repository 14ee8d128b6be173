package survey

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"lysark/config/diag"
	"lysark/report/survey/sav/savtest"
)

// made is a survey that was made up: what each respondent meant, whatever form it is written in.
type made struct {
	choices []string // of the first question, one of which is given; -1 for none
	choice  []int
	options []string // of the second, of which each may be given
	chosen  [][]int  // nil where nobody was asked
}

func makeUp(r *rand.Rand) made {
	words := []string{"Kjøtt", "Fisk (laks, sei)", "Grønnsaker", "Brød", "Smør og ost", "Æbler", "Øl", "Vet ikke"}
	r.Shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
	out := made{choices: slices.Clone(words[:2+r.IntN(3)]), options: slices.Clone(words[3 : 5+r.IntN(3)])}
	for range 12 + r.IntN(30) {
		out.choice = append(out.choice, r.IntN(len(out.choices)+1)-1)
		var chosen []int
		for i := range out.options {
			if r.IntN(2) == 0 {
				chosen = append(chosen, i)
			}
		}
		out.chosen = append(out.chosen, chosen)
	}
	for i := range out.choices { // so that each is there, and someone ticked each
		out.choice[i] = i
	}
	for i := range out.options {
		out.chosen[i] = []int{i}
	}
	return out
}

// form is how a survey is written.
type form struct {
	joined string // the several answers: "list" in one cell, or marks in a column for each: "1", "Ja", "text", "TRUE"
	codes  bool   // answers are codes, which a codebook explains
	none   string // what stands where nobody answered
	heads  string // the rows above the answers: "one", "two" or "three", or "title": more lines above and below
	format string
}

func forms() (out []form) {
	for _, format := range []string{"csv", "windows-1252", "macintosh", "utf-16", "xlsx", "json", "sav"} {
		heads := []string{"one", "two", "three", "title"}
		if format == "json" || format == "sav" {
			heads = heads[:1]
		}
		for _, joined := range []string{"list", "1", "Ja", "text", "TRUE"} {
			for _, none := range []string{"", "NA"} {
				for _, heads := range heads {
					out = append(out, form{joined, false, none, heads, format}, form{joined, true, none, heads, format})
				}
			}
		}
	}
	return out
}

// rows are all rows of the survey, with the headings as survey tools write them.
func (m made) rows(f form) (rows [][]string) {
	headings, below := []string{"Nr", "Hva spiser du mest av?"}, []string{"", "Response"}
	names, ids := []string{"Nr", "Q1"}, []string{`{"ImportId":"nr"}`, `{"ImportId":"QID1"}`}
	options := m.options
	if f.joined == "list" {
		options = []string{""}
	}
	for i, o := range options {
		question, option, name := "Hva kjøper du?", o, fmt.Sprintf("Q2_%d", i+1)
		switch {
		case f.joined == "list":
			option, name = "Response", "Q2"
		case f.heads == "two" && i > 0:
			question = ""
		case f.heads != "two":
			question += " [" + o + "]"
		}
		headings, below = append(headings, question), append(below, option)
		names, ids = append(names, name), append(ids, fmt.Sprintf(`{"ImportId":"QID2_%d"}`, i+1))
	}
	switch f.heads {
	case "two":
		rows = [][]string{headings, below}
	case "three":
		rows = [][]string{names, headings, ids}
	case "title":
		rows = [][]string{{"Undersøkelsen om mat"}, {"Hentet ut i november"}, {}, headings}
		defer func() { rows = append(rows, nil, []string{"Kilde: Medlemsundersøkelsen, bare medlemmer som svarte"}) }()
	default:
		rows = [][]string{headings}
	}
	for i, c := range m.choice {
		row := []string{fmt.Sprint(i + 1), f.answer(m.choices, c)}
		rows = append(rows, append(row, f.several(m.options, m.chosen[i])...))
	}
	return rows
}

func (f form) answer(choices []string, c int) string {
	switch {
	case c < 0:
		return f.none
	case f.codes:
		return fmt.Sprint(c + 1)
	}
	return choices[c]
}

func (f form) several(options []string, chosen []int) (cells []string) {
	if f.joined == "list" {
		for _, c := range chosen {
			cells = append(cells, f.answer(options, c))
		}
		if len(chosen) == 0 {
			return []string{f.none}
		}
		return []string{strings.Join(cells, ", ")}
	}
	no := map[string]string{"1": "0", "Ja": "Nei", "TRUE": "FALSE"}[f.joined]
	for i, o := range options {
		switch {
		case len(chosen) == 0: // not asked
			cells = append(cells, f.none)
		case !slices.Contains(chosen, i):
			cells = append(cells, no)
		case f.joined == "text":
			cells = append(cells, o)
		default:
			cells = append(cells, f.joined)
		}
	}
	return cells
}

// codebook tells of the codes of both questions.
func (m made) codebook(f form) string {
	one, several := m.questions(f)
	out := "column;code;label\n"
	for i, c := range m.choices {
		out += fmt.Sprintf("%s;%d;%s\n", one.Column, i+1, c)
	}
	for i, o := range m.options {
		out += fmt.Sprintf("%s;%d;%s\n", several.Column, i+1, o)
	}
	return out
}

func (f form) write(t *testing.T, all [][]string) (name string, data []byte) {
	switch f.format {
	case "xlsx":
		lines := []string{}
		for _, row := range all {
			lines = append(lines, strings.Join(row, "|"))
		}
		return "svar.xlsx", workbook(t, func(file *excelize.File) { put(t, file, "Sheet1", 1, lines...) })
	case "sav":
		return "svar.sav", asCases(all[0], all[1:])
	case "json":
		return "svar.json", asObjects(t, all[0], all[1:])
	}
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	if err := w.WriteAll(all); err != nil {
		t.Fatal(err)
	}
	in := map[string]encoding.Encoding{
		"csv": encoding.Nop, "windows-1252": charmap.Windows1252,
		"macintosh": charmap.Macintosh, "utf-16": unicode.UTF16(unicode.LittleEndian, unicode.UseBOM),
	}[f.format]
	data, err := in.NewEncoder().Bytes(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return "svar.csv", data
}

func asObjects(t *testing.T, headings []string, rows [][]string) []byte {
	var out []map[string]string
	for _, row := range rows {
		one := map[string]string{}
		for i, cell := range row {
			one[headings[i]] = cell
		}
		out = append(out, one)
	}
	data, err := json.Marshal(out)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// asCases writes texts as the file of a statistics program.
func asCases(headings []string, rows [][]string) []byte {
	var f savtest.File
	for _, h := range headings {
		f.Variables = append(f.Variables, savtest.Variable{Name: h, Width: 100})
	}
	for _, row := range rows {
		var cells []any
		for _, c := range row {
			cells = append(cells, c)
		}
		f.Rows = append(f.Rows, cells)
	}
	return f.Bytes()
}

// questions are the two as a layout asks them.
func (m made) questions(f form) (one, several Question) {
	one = Question{Column: "Hva spiser du mest av?", Found: true, Answers: m.choices}
	several = Question{Column: "Hva kjøper du?", Found: true}
	pattern := "Hva kjøper du? [*]"
	if f.heads == "three" {
		one.Column, several.Column, pattern = "Q1", "Q2", "Q2_*"
	}
	switch {
	case f.joined == "list":
		several.Multiple, several.Answers = ",", m.options
	case f.heads != "two": // where the file itself says that the columns are one question
		several.Columns = []string{pattern}
	}
	return one, several
}

// tallies are what the survey says, whatever it is written in.
func (m made) tallies() string {
	counts, base := make([]int, len(m.choices)), 0
	for _, c := range m.choice {
		if c >= 0 {
			counts[c]++
			base++
		}
	}
	severally, asked := make([]int, len(m.options)), 0
	for _, chosen := range m.chosen {
		for _, c := range chosen {
			severally[c]++
		}
		asked += min(len(chosen), 1)
	}
	return counted1(m.choices, counts, base) + "; " + counted1(m.options, severally, asked)
}

func counted1(names []string, counts []int, base int) string {
	var parts []string
	for i, n := range names {
		parts = append(parts, n+" "+strconv.Itoa(counts[i]))
	}
	slices.Sort(parts)
	return fmt.Sprintf("%s of %d", strings.Join(parts, ", "), base)
}

// TestEveryFormOfASurveyGivesTheSameTallies writes random surveys as tools do: several answers in a cell or in columns,
// words or codes, blank or NA, below rows of headings and titles, in each format and character set.
func TestEveryFormOfASurveyGivesTheSameTallies(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 12))
	for range 8 {
		m := makeUp(r)
		for _, f := range forms() {
			name, data := f.write(t, m.rows(f))
			table, list := Read(name, data, Options{})
			if f.codes && !list.HasErrors() {
				book, more := Read("koder.csv", []byte(m.codebook(f)), Options{})
				list.Add(more)
				list.Add(table.Describe(book, diag.Pos{}))
			}
			if list.HasErrors() {
				t.Fatalf("%+v: %v", f, list)
			}
			one, several := m.questions(f)
			first, more := talliesOf(table, one)
			second, evenMore := talliesOf(table, several)
			if list := append(more, evenMore...); list.HasErrors() {
				t.Fatalf("%+v: %s\n%s", f, inShort(list), data)
			}
			got := first + "; " + second
			if want := m.tallies(); got != want || table.Len() != len(m.choice) {
				t.Fatalf("%+v: %d respondents\n got %s\nwant %s\n%s", f, table.Len(), got, want, data)
			}
		}
	}
}

func talliesOf(table *Table, q Question) (string, diag.List) {
	tally, list := table.Tally(q)
	var counts []int
	for _, a := range tally.Answers {
		counts = append(counts, a.Count)
	}
	return counted1(tally.Labels(), counts, tally.Base), list
}
