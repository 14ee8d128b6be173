package heading

import (
	"fmt"
	"strings"
	"testing"
)

// table are rows of cells separated by |; a row that is empty is no row, but a gap. They count from 1.
func table(rows ...string) (out []Row) {
	gap := false
	for i, row := range rows {
		if strings.Trim(row, "| ") == "" {
			gap = true
			continue
		}
		out = append(out, Row{N: i + 1, Cells: strings.Split(row, "|"), Gap: gap})
		gap = false
	}
	return out
}

func number(n int) Number { return Number{n, true} }

// inShort is where the headings are, what they say, and what is told: the row and the hint.
func (h Head) inShort() string {
	var names []string
	for _, c := range h.Columns {
		name := c.Name
		if c.Label != c.Name {
			name += "=" + c.Label
		}
		names = append(names, name)
	}
	out := fmt.Sprintf("%d+%d %s", h.First, h.Rows, strings.Join(names, "|"))
	for _, t := range h.Told {
		out += fmt.Sprintf("\n%d: %s", t.N, t.Hint)
	}
	return out
}

const asks = "\n2: write header_rows = 2 beside the file if that is so, header_rows = 1 if not"

func TestFind(t *testing.T) {
	people := []string{"1|Rød|40", "2|Blå|30", "3|Rød|20", "4|Gul|60", "5|Rød|51"}
	with := func(rows ...string) []Row { return table(append(rows, people...)...) }
	tests := []struct {
		name string
		rows []Row
		said Said
		want string
	}{
		{"one row", with("ID|Farge|Alder"), Said{}, "0+1 ID|Farge|Alder"},
		{"a title and a date", with("Undersøkelse||", "|3.11.2025|", "", "ID|Farge|Alder"), Said{}, "2+1 ID|Farge|Alder\n4: write skip_rows = 3 beside the file if that is so, skip_rows = 0 if not"},
		{"notes that fill most of the columns", with("En||", "liten|merknad|", "her||", "ID|Farge|Alder"), Said{}, "3+1 ID|Farge|Alder\n4: write skip_rows = 3 beside the file if that is so, skip_rows = 0 if not"},
		{"the same in CSV", with("Undersøkelse||", "", "ID|Farge|Alder"), Said{IsText: true}, "1+1 ID|Farge|Alder\n3: write skip_rows = 2 beside the file if that is so, skip_rows = 0 if not"},
		{"a row of the layout's", with("A|B|C", "ID|Farge|Alder"), Said{SkipRows: number(1)}, "1+1 ID|Farge|Alder"},
		{"in CSV, an answer with a delimiter is no heading", table("Svar", "a|b", "c", "d|e", "f"), Said{IsText: true}, "0+1 Svar"},
		{"in CSV, an answer that is given again is no heading", table("Svar", "a|b", "a|c", "b|c", "a|b"), Said{IsText: true}, "0+1 Svar"},
		{"Qualtrics", with("Q1|Q2|Q3", "Nummer|Hvilken farge?|Alder", `{"ImportId":"a"}|{"ImportId":"b"}|{"ImportId": "c"}`), Said{}, "0+3 Q1=Nummer|Q2=Hvilken farge?|Q3=Alder\n2: write header_rows = 3 or preset = \"qualtrics\" beside the file if that is so, header_rows = 1 if not"},
		{"Qualtrics without questions", with("Q1|Q2|Q3", `{"ImportId":"a"}|{"ImportId":"b"}|`), Said{}, "0+2 Q1|Q2|Q3" + strings.Replace(asks, "= 2", "= 2 or preset = \"qualtrics\"", 1)},
		{"older Qualtrics, as the layout says", with("Q1|Q2|Q3", "Nummer|Hvilken farge?|Alder"), Said{Preset: "qualtrics"}, "0+2 Q1=Nummer|Q2=Hvilken farge?|Q3=Alder"},
		{"SurveyMonkey", table("ID|Fornøyd?|Tilbud|||Annet", "|Response|Kurs|Råd|Annet (si hva)|Open-Ended Response", "1|Ja|Kurs||te|x", "2|Nei||Råd||", "3|Ja|Kurs|||"), Said{}, "0+2 ID|Fornøyd?|Tilbud [Kurs]=Kurs|Tilbud [Råd]=Råd|Tilbud [Annet (si hva)]=Annet (si hva)|Annet" + asks},
		{"SurveyMonkey, few headings over many columns", table("ID|Tilbud|||||", "|Kurs|Råd|Te|Kaffe|Ro|Uro", "1|1|2|3|4|5|1", "2|1|2|3|4|5|1", "3|2|2|3|4|5|1"), Said{}, "0+2 ID|Tilbud [Kurs]=Kurs|Tilbud [Råd]=Råd|Tilbud [Te]=Te|Tilbud [Kaffe]=Kaffe|Tilbud [Ro]=Ro|Tilbud [Uro]=Uro" + asks},
		{"options that stand in their own columns, without ids", table("Kjønn||Tilbud||", "Kvinne|Mann|Kurs|Råd|Te", "Kvinne||Kurs||Te", "|Mann|Kurs|Råd|", "Kvinne|||Råd|Te", "|Mann|Kurs||"), Said{}, "0+2 Kjønn [Kvinne]=Kvinne|Kjønn [Mann]=Mann|Tilbud [Kurs]=Kurs|Tilbud [Råd]=Råd|Tilbud [Te]=Te" + asks},
		{"SurveyMonkey, as the layout says", table("ID|Tilbud|", "|Kurs|Råd", "1|Kurs|"), Said{Preset: "surveymonkey"}, "0+2 ID|Tilbud [Kurs]=Kurs|Tilbud [Råd]=Råd"},
		{"a note beside the table has no heading", with("ID|Farge|"), Said{}, "0+1 ID|Farge|"},
		{"a respondent without a number is no heading", table("ID|Farge|", "|Rød|x", "2|Blå|", "3|Rød|", "4|Blå|"), Said{}, "0+1 ID|Farge|"},
		{"codes above questions look like it", with("q1|q2|q3", "Nummer?|Hvilken farge liker du?|Hvor gammel er du?"), Said{}, "0+1 q1|q2|q3\n2: write header_rows = 2 beside the file if so, header_rows = 1 if not"},
		{"codes above questions, as the layout says", with("q1|q2|q3", "Nummer?|Hvilken farge liker du?|Hvor gammel er du?"), Said{HeaderRows: number(2)}, "0+2 q1=Nummer?|q2=Hvilken farge liker du?|q3=Hvor gammel er du?"},
		{"codes above questions, as the tool may write them", with("q1|q2|q3", "Nummer?|Hvilken farge liker du?|Hvor gammel er du?"), Said{Preset: "surveyxact"}, "0+2 q1=Nummer?|q2=Hvilken farge liker du?|q3=Hvor gammel er du?"},
		{"codes above questions of which one is a word", table("q1|q2|q3", "Mening|Hvor gammel er du?|Hvor bor du?", "Ja|30|Oslo", "Nei|40|Moss", "Ja|31|Oslo", "Nei|30|Moss", "Ja|31|Oslo"), Said{}, "0+1 q1|q2|q3\n2: write header_rows = 2 beside the file if so, header_rows = 1 if not"},
		{"short names above numbers and answers look like it", with("q1|q2|q3", "Nr|Farge|Alder"), Said{}, "0+1 q1|q2|q3\n2: write header_rows = 2 beside the file if so, header_rows = 1 if not"},
		{"units and types look like it", with("ID|Farge|Alder", "||år"), Said{}, "0+1 ID|Farge|Alder\n2: write header_rows = 2 beside the file if so, header_rows = 1 if not"},
		{"a first respondent without numbers is none", with("ID|Farge|Alder", "|Rød|vet ikke"), Said{}, "0+1 ID|Farge|Alder"},
		{"the first of all gave another answer and no number", table("Farge|Alder", "Gul|NA", "Rød|3", "Blå|3", "Rød|4", "Blå|5", "Rød|6"), Said{}, "0+1 Farge|Alder"},
		{"the headings again", with("ID|Farge|Alder", "ID|Farge|Alder"), Said{}, "0+2 ID|Farge|Alder" + asks},
		{"SurveyMonkey in Norwegian", with("ID|Farge|Mening", "|Svar|Åpent svar"), Said{}, "0+2 ID|Farge|Mening" + asks},
		{"one column looks like it, too", table("q1", "Har du råd?", "Ja", "Nei", "Ja", "Nei", "Ja"), Said{}, "0+1 q1\n2: write header_rows = 2 beside the file if so, header_rows = 1 if not"},
		{"the layout says one", table("ID|Tilbud|", "|Response|Råd", "1|Kurs|", "2|Kurs|"), Said{HeaderRows: number(1)}, "0+1 ID|Tilbud|"},
		{"the layout says two below titles", table("Tittel||", "ID|Lønn|", "|nå|før", "1|4|5", "2|3|4"), Said{HeaderRows: number(2)}, "1+2 ID|Lønn [nå]=nå|Lønn [før]=før\n2: write skip_rows = 1 beside the file if that is so, skip_rows = 0 if not"},
		{"headings given twice say what is below them", table("Lønn|Lønn|By", "nå|før|", "4|5|Oslo"), Said{HeaderRows: number(2)}, "0+2 Lønn [nå]=nå|Lønn [før]=før|By"},
		{"the first of all is longer and unlike the others, but a respondent", table("ID|Farge|By", "1|Grønn som gress|Sandefjord", "2|Blå|Oslo", "3|Rød|Oslo", "4|Rød|Oslo", "5|Blå|Oslo", "6|Rød|Oslo"), Said{}, "0+1 ID|Farge|By"},
		{"free text is never the same", table("Hva mener du?", "Det er bra som det er?", "Nei, ikke i år", "Tja", "Alt er dyrt", "Kaffe"), Said{}, "0+1 Hva mener du?"},
		{"a ready-made table", table("|Kvinner|Menn", "2024|1|2", "2025|3|4"), Said{}, "0+1 |Kvinner|Menn"},
		{"nothing below", table("ID|Farge"), Said{}, "0+1 ID|Farge"},
		{"more rows of headings than rows", table("ID|Farge", "1|Rød"), Said{HeaderRows: number(5)}, "0+2 ID=1|Farge=Rød"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Find(tt.rows, tt.said).inShort(); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestEnds(t *testing.T) {
	people := []string{"1|Rød|40|x", "2|Blå|30|", "3|Rød|20|y", "4|Gul|60|", "5|Rød|51|x"}
	tests := []struct {
		name  string
		last  string // rows separated by /
		said  Said
		want  string // the rows that are left out
		told  string
		first []string
	}{
		{name: "nothing"},
		{name: "a total", last: "Totalt||201|", want: "6", told: "6: row 6 is left out, as a total of the rows above and no respondent"},
		{name: "a total below a gap, and a mean", last: "/Sum:|5|201|/Gjennomsnitt||40,2|", want: "7 8", told: "7: rows 7 and 8 are left out, as a total of the rows above and no respondent"},
		{name: "a number of answers", last: "N=5|||", want: "6", told: "6: row 6 is left out, as a note and no respondent"},
		{name: "a source", last: "/Kilde: spørreundersøkelsen 2025|||", want: "7", told: "7: row 7 is left out, as a note and no respondent"},
		{name: "a text where numbers stand", last: "Hentet av Kari|||", want: "6", told: "6: row 6 is left out, as a note and no respondent"},
		{name: "a small table below", last: "/Farge|||/Rød|||", want: "7 8", told: "7: rows 7 and 8 are left out, as a note and no respondent"},
		{name: "one who only began is a respondent", last: "6|||"},
		{name: "one who answered little is a respondent", last: "6|Rød||"},
		{name: "one with a blank number is a respondent", last: "|Blå|44|"},
		{name: "a free text alone is a respondent", last: "|||Sum av alt er bra"},
		{name: "an answer that others gave, too", first: []string{"Total|Rød|3|x", "Snitt|Rød|3|x", "Total|Blå|3|x"}, last: "Total|Rød|3|x"},
		{name: "a total that is no number of the first column", first: []string{"IT|3", "HR|5", "AB|5"}, last: "TOTALT:|13", want: "4", told: "4: row 4 is left out, as a total of the rows above and no respondent"},
		{name: "a department of that name", first: []string{"IT|Ja", "HR|Nei", "AB|Nei"}, last: "Totalt|Ja"},
		{name: "a word alone", first: []string{"IT|3", "HR|5", "AB|5"}, last: "Sum|", told: "4: this row looks like no respondent, but counts as one"},
		{name: "a total further up", first: []string{"IT|3", "Sum|3", "HR|5"}, last: "AB|5"},
		{name: "one column", first: []string{"Ja", "Nei", "Ja"}, last: "Sum"},
		{name: "one column, and a source below a gap", first: []string{"Ja", "Nei", "Ja"}, last: "/Kilde: oss", want: "5", told: "5: row 5 is left out, as a note and no respondent"},
		{name: "all others fill all, and one a single cell", first: []string{"a|b|c|d", "e|f|g|h", "i|j|k|l"}, last: "m|||", told: "4: this row looks like no respondent, but counts as one"},
		{name: "a sum without a word", last: "||201|", want: "6", told: "6: row 6 is left out, as a total of the rows above and no respondent"},
		{name: "sums below a gap", last: "/15|3|201|", want: "7", told: "7: row 7 is left out, as a total of the rows above and no respondent"},
		{name: "a mean without a word", last: "||40,2|", told: "6: this row looks like no respondent, but counts as one"},
		{name: "a sum that somebody with an answer gave", last: "6|Rød|201|x"},
		{name: "numbers among words", first: []string{"Ja|Oslo|4", "Nei|Moss|5", "Ja|Oslo|3", "Nei|Oslo|1", "Ja|Moss|4"}, last: "3|2|3", told: "6: this row looks like no respondent, but counts as one"},
		{name: "the same below a gap", first: []string{"Ja|Oslo|4", "Nei|Moss|5", "Ja|Oslo|3", "Nei|Oslo|1", "Ja|Moss|4"}, last: "/3|2|3", want: "7", told: "7: row 7 is left out, as a total of the rows above and no respondent"},
		{name: "a word for sums that may be a name", first: []string{"IT|3", "HR|5", "AB|5"}, last: "Antall i alt|13", told: "4: this row looks like no respondent, but counts as one"},
		{name: "a note where answers stand", first: []string{"Ja|Oslo|4", "Nei|Moss|5", "Ja|Oslo|3", "Nei|Oslo|1", "Ja|Moss|4"}, last: "Eksportert i dag||", told: "6: this row looks like no respondent, but counts as one"},
		{name: "a small table with a number for each row", last: "/Farge|Antall|Andel|/Rød|3|60 %|", want: "7 8", told: "7: rows 7 and 8 are left out, as a note and no respondent"},
		{name: "somebody who only began does not hide a total", first: []string{"1|Rød|40|x", "2|||", "3|Blå|30|", "4|Rød|20|y"}, last: "Totalt||90|", want: "5", told: "5: row 5 is left out, as a total of the rows above and no respondent"},
		{name: "many who only began hide no note", first: []string{"1|Rød|40|x", "2|||", "3|Blå|30|y", "4|Rød|20|y", "5|Blå|20|z", "6|Gul|7|z", "7|Blå|7|z"}, last: "|Laget for styret||", told: "8: this row looks like no respondent, but counts as one"},
		{name: "a text beside the table", last: "||||Laget av Kari", want: "6", told: "6: row 6 is left out, as a note and no respondent"},
		{name: "the layout says so", last: "Totalt||201|", said: Said{LastRow: number(5)}, want: "6"},
		{name: "the layout says that it is one", last: "Totalt||201|", said: Said{LastRow: number(6)}},
		{name: "the layout says less than there are", last: "6|Blå|12|x/7|Gul|33|/Sum||246|", said: Said{LastRow: number(5)}, want: "6 7 8", told: "6: this row is below last_row, but looks like a respondent"},
		{name: "no tool", last: "Totalt||201|", said: Said{Preset: "plain"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			first := people
			if tt.first != nil {
				first = tt.first
			}
			rows := first
			if tt.last != "" {
				rows = append(append([]string{}, first...), strings.Split(tt.last, "/")...)
			}
			a := Answers{Last: table(rows...)}
			a.Named = func(col int) bool { return col < 4 }
			a.IsSum = func(row, col int) bool { return a.Last[min(row, len(a.Last))-1].cell(col) == "201" }
			a.Count = func(col int, text string) (n int) {
				for _, r := range a.Last {
					if r.cell(col) == text {
						n++
					}
				}
				return n
			}
			out, list := a.Ends(tt.said)
			var told []string
			for _, one := range list {
				told = append(told, fmt.Sprintf("%d: %s", one.N, one.Text))
			}
			if got := strings.Trim(fmt.Sprint(out), "[]"); got != tt.want || strings.Join(told, "\n") != tt.told {
				t.Errorf("left out are %s, told %q; want %s, %q", got, told, tt.want, tt.told)
			}
		})
	}
}

func TestEveryPresetIsNamedOnce(t *testing.T) {
	seen := map[string]bool{}
	for _, p := range Presets() {
		if found, ok := PresetNamed(p.Name); !ok || found.Name != p.Name || seen[p.Name] {
			t.Errorf("%q is not one tool", p.Name)
		}
		if seen[p.Name] = true; p.least < 1 || p.most < p.least {
			t.Errorf("%q has %d to %d rows of headings", p.Name, p.least, p.most)
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add("a|b\n|c\n1|2\n2|1", 0, 0)
	f.Add("x\n\n{\"ImportId\":1}\ny", 1, 3)
	f.Fuzz(func(t *testing.T, text string, skip, header int) {
		rows := table(strings.Split(text, "\n")...)
		if len(rows) == 0 {
			return
		}
		said := Said{SkipRows: Number{skip, skip > 0}, HeaderRows: Number{header, header > 0}, IsText: skip%2 == 0}
		if h := Find(rows, said); h.Rows < 1 || h.First < 0 || h.First+h.Rows > len(rows) {
			t.Errorf("the headings are %d rows from %d on, of %d", h.Rows, h.First, len(rows))
		}
		a := Answers{Last: rows, Count: func(int, string) int { return 1 }}
		if out, _ := a.Ends(said); len(out) > len(rows) {
			t.Errorf("%d of %d rows are left out", len(out), len(rows))
		}
	})
}
