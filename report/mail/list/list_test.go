package list_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"lysark/config/diag"
	"lysark/report/golden"
	"lysark/report/mail/list"
)

// memory is a read function over files in memory.
func memory(files map[string]string) func(string) ([]byte, error) {
	return func(name string) ([]byte, error) {
		if data, ok := files[name]; ok {
			return []byte(data), nil
		}
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
}

// at is a place in the layout.
func at(line int) diag.Pos { return diag.Pos{File: "mail.toml", Line: line, Col: 1} }

// options are those of a list medlemmer.csv with the columns epost and navn, and of the files of those who left.
func options(left ...string) list.Options {
	o := list.Options{File: list.Named{S: "medlemmer.csv", Pos: at(1)}, Email: list.Named{S: "epost", Pos: at(2)}, Name: list.Named{S: "navn", Pos: at(3)}, ExpectPos: at(4)}
	for _, name := range left {
		o.Suppress = append(o.Suppress, list.Named{S: name, Pos: at(5)})
	}
	return o
}

// inShort is a list of problems in short, sorted.
func inShort(l diag.List) string {
	var out []string
	for _, d := range l.Sorted() {
		out = append(out, fmt.Sprintf("%s %s %s: %s", d.Pos, d.Severity, d.Rule, d.Message))
	}
	return strings.Join(out, "\n")
}

// outcome is who gets mail and who does not.
func outcome(l *list.List) string {
	var out []string
	for _, m := range l.Members {
		out = append(out, fmt.Sprintf("%d %s %s", m.Row, m.Address, m.Name))
	}
	for _, s := range l.Skipped {
		out = append(out, fmt.Sprintf("%d -%s %s", s.Row, s.Address, s.Why))
	}
	return strings.Join(out, "\n")
}

func TestEachMemberIsThereOnce(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"in the order of the file", "epost;navn\nola@a.example;Ola\nkari@b.example;Kari\n", "2 ola@a.example Ola\n3 kari@b.example Kari"},
		{"whatever the order of the columns and the delimiter", "id,navn,epost\n1,\"Ås, Ola\",ola@a.example\n", "2 ola@a.example Ås, Ola"},
		{"with tabs", "epost\tnavn\nola@a.example\tOla\n", "2 ola@a.example Ola"},
		{"in UTF-8 with a mark", "\ufeffepost;navn\nola@a.example;Øystein\n", "2 ola@a.example Øystein"},
		{"in Windows-1252", "epost;navn\nola@a.example;\xd8ystein\n", "2 ola@a.example Øystein"},
		{"in UTF-16", "\xff\xfee\x00p\x00o\x00s\x00t\x00;\x00n\x00a\x00v\x00n\x00\n\x00o\x00@\x00a\x00.\x00n\x00o\x00;\x00\xd8\x00\n\x00", "2 o@a.no Ø"},
		{"letters in parts are put together", "epost;navn\nola@bla\u030a.example;A\u030ase\n", "2 ola@xn--bl-zia.example Åse"},
		{"a later row with the same mailbox is skipped", "epost;navn\nola@a.example;Ola\nkari@b.example;Kari\n Ola@A.Example ;Ola\n", "2 ola@a.example Ola\n3 kari@b.example Kari\n4 -Ola@a.example double of row 2"},
		{"a plus makes another mailbox, and so does a dot", "epost;navn\nola@a.example;O\nola+1@a.example;O\no.la@a.example;O\n", "2 ola@a.example O\n3 ola+1@a.example O\n4 o.la@a.example O"},
		{"blank rows are told in one run", "epost;navn\nola@a.example;Ola\n;\n ;\nkari@b.example;Kari\n;\n", "2 ola@a.example Ola\n5 kari@b.example Kari\n3 - blank, as are all up to row 4\n6 - blank"},
		{"lines with nothing at all are no rows", "\nepost;navn\n\nola@a.example;Ola\n\n", "4 ola@a.example Ola"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			l, problems := list.Read(options(), memory(map[string]string{"medlemmer.csv": tt.text}))
			if got := outcome(l); got != tt.want || len(problems) > 0 {
				t.Errorf("got\n%s\n%s\nwant\n%s", got, inShort(problems), tt.want)
			}
		})
	}
}

func TestFieldsAreTheColumns(t *testing.T) {
	l, problems := list.Read(options(), memory(map[string]string{"medlemmer.csv": "navn;epost;firma;;antall\nOla;Ola@A.example;Banken  AS ;x;007\nKari;kari@b.example\n"}))
	if len(problems) > 0 || strings.Join(l.Columns, "|") != "navn|epost|firma|antall" || len(l.Members) != 2 {
		t.Fatalf("%q: %s", l.Columns, inShort(problems))
	}
	want := map[string]string{"navn": "Ola", "epost": "Ola@A.example", "firma": "Banken  AS", "antall": "007"}
	if got := l.Fields(l.Members[0]); fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if firma, there := l.Fields(l.Members[1])["firma"]; !there || firma != "" {
		t.Error("a cell that is not there is an empty one")
	}
}

func TestEveryRowThatIsWrongIsToldWithItsPlace(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"all at once, and never who it is", "epost;navn\nola.a.example;Ola\n;Kari\nper@a.example;\"Per\nPål\"\n\"x@y.example,z@y.example\";Liv\n",
			"medlemmer.csv:2:1 error bad-address: the address has no @\n" +
				"medlemmer.csv:3:1 error bad-address: the row has no address\n" +
				"medlemmer.csv:4:15 error bad-data: the cell in the column \"navn\" holds a line break\n" +
				"medlemmer.csv:6:1 error bad-address: the address is more than one"},
		{"the names of the columns once more", "epost;navn\na@b.example;A\nEpost;Navn\n", "medlemmer.csv:3:1 error bad-data: the row repeats the names of the columns"},
		{"a row that sums up", "navn;epost\nA;a@b.example\nI alt: 1;\n", "medlemmer.csv:3:10 error bad-address: the row has no address"},
		{"a name with the address", "epost;navn\nOla <ola@a.example>;Ola\n", "medlemmer.csv:2:1 error bad-address: the address stands in angle brackets, or beside a name"},
		{"an angle bracket in any cell", "epost;navn;firma\na@b.example;A;B <c>\n", "medlemmer.csv:2:15 error bad-data: the cell in the column \"firma\" holds an angle bracket"},
		{"a control character", "epost;navn\na@b.example;A\x1b[31m\n", "medlemmer.csv:2:13 error bad-data: the cell in the column \"navn\" holds a character that is not seen (U+001B)"},
		{"a turn of direction", "epost;navn\na@b.example;A\u202e\n", "medlemmer.csv:2:13 error bad-data: the cell in the column \"navn\" holds a character that is not seen (U+202E)"},
		{"a letter that was lost", "epost;navn\na@b.example;\ufffdse\n", "medlemmer.csv:2:13 error bad-data: the cell in the column \"navn\" holds the mark of a letter that was lost"},
		{"letters that were taken apart", "epost;navn\na@b.example;KÃ¥re\n", "medlemmer.csv:2:13 warning bad-data: letters such as æ, ø and å seem to be damaged in the column \"navn\""},
		{"a field too many", "epost;navn\na@b.example;A;C\n", "medlemmer.csv:2:15 error bad-data: the row has 3 fields, the first row has 2"},
		{"a quote in the middle", "epost;navn\na@b.example;A \"B\" C\n", "medlemmer.csv:2:13 error bad-data: a quote stands in a cell that does not begin with one"},
		{"a double that says something else", "epost;navn;firma\na@b.example;A;X\nA@b.example;B;X\n", "medlemmer.csv:3:1 warning double-member: the address is that of row 2, but the rows differ in \"navn\"; the first counts"},
		{"a machine's mailbox", "epost;navn\nno-reply@b.example;A\n", "medlemmer.csv:2:1 warning role-address: the address is one that nobody reads"},
		{"a domain in two scripts", "epost;navn\na@bаnk.example;A\n", "medlemmer.csv:2:1 warning confusable-domain: the domain of the address has letters that look like others"},
		{"no such column", "e-post;navn\na@b.example;A\n", "mail.toml:2:1 error unknown-column: the list medlemmer.csv has no column \"epost\""},
		{"no such column of names", "epost;fornavn\na@b.example;A\n", "mail.toml:3:1 error unknown-column: the list medlemmer.csv has no column \"navn\""},
		{"neither of the two", "E-post;Fornavn\na@b.example;A\n", "mail.toml:2:1 error unknown-column: the list medlemmer.csv has no column \"epost\"\n" +
			"mail.toml:3:1 error unknown-column: the list medlemmer.csv has no column \"navn\""},
		{"no row of names", "ola@a.example;Ola\nkari@b.example;Kari\n", "medlemmer.csv:1:1 error bad-data: the first row holds an address, not the names of the columns"},
		{"two columns of one name", "epost;navn;epost\na@b.example;A;\n", "medlemmer.csv:1:12 error duplicate: the columns A and C have the same name"},
		{"nobody", "epost;navn\n", "medlemmer.csv error empty-data: the list has no rows, only the names of the columns"},
		{"nothing", "", "medlemmer.csv:1:1 error empty-data: the file is empty"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, problems := list.Read(options(), memory(map[string]string{"medlemmer.csv": tt.text}))
			if got := inShort(problems); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

func TestThoseWhoLeftGetNoMail(t *testing.T) {
	const members = "epost;navn\nola@a.example;Ola\nkari@b.example;Kari\nliv@c.example;Liv\n"
	for _, tt := range []struct{ name, left, want, problems string }{
		{"one address in each row", "OLA@a.example\n\nliv@c.example\n", "3 kari@b.example Kari\n2 -ola@a.example left (l.csv row 1)\n4 -liv@c.example left (l.csv row 3)", ""},
		{"under the name of the list's column", "dato;epost\n1.1.;x@y.example\n2.1.; Kari@B.example\n", "2 ola@a.example Ola\n4 liv@c.example Liv\n3 -kari@b.example left (l.csv row 3)", ""},
		{"beside something else, without names", "kari@b.example;1.1.2025\n", "2 ola@a.example Ola\n4 liv@c.example Liv\n3 -kari@b.example left (l.csv row 1)", ""},
		{"nobody left", "epost\n", "2 ola@a.example Ola\n3 kari@b.example Kari\n4 liv@c.example Liv", ""},
		{"a row that is no address", "epost\nkari@b\n", "2 ola@a.example Ola\n3 kari@b.example Kari\n4 liv@c.example Liv", "l.csv:2:1 error bad-address: the address of somebody who left has a domain without a dot"},
		{"another name of the column", "E-mail\nkari@b.example\n", "2 ola@a.example Ola\n4 liv@c.example Liv\n3 -kari@b.example left (l.csv row 2)", "l.csv:1:1 error bad-address: the address of somebody who left has no @"},
		{"no such column", "id;mail\n1;kari@b.example\n", "2 ola@a.example Ola\n3 kari@b.example Kari\n4 liv@c.example Liv", "mail.toml:5:1 error unknown-column: the file l.csv has no column \"epost\""},
		{"a row whose address is missing", "id;epost\n1;\n", "2 ola@a.example Ola\n3 kari@b.example Kari\n4 liv@c.example Liv", "l.csv:2:3 error bad-address: the address of somebody who left is empty"},
		{"an empty file", "", "2 ola@a.example Ola\n3 kari@b.example Kari\n4 liv@c.example Liv", "l.csv:1:1 error empty-data: the file is empty"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			l, problems := list.Read(options("l.csv"), memory(map[string]string{"medlemmer.csv": members, "l.csv": tt.left}))
			if got := outcome(l); got != tt.want || inShort(problems) != tt.problems {
				t.Errorf("got\n%s\n%s\nwant\n%s\n%s", got, inShort(problems), tt.want, tt.problems)
			}
		})
	}
}

func TestAFileOfThoseWhoLeftThatCannotBeReadIsAnError(t *testing.T) {
	_, problems := list.Read(options("avmeldt.csv"), memory(map[string]string{"medlemmer.csv": "epost;navn\na@b.example;A\n"}))
	if want := `mail.toml:5:1 error missing-file: cannot read "avmeldt.csv": file does not exist`; inShort(problems) != want {
		t.Errorf("got %s", inShort(problems))
	}
}

func TestTheNumberOfMembersIsHeldAgainstWhatIsExpected(t *testing.T) {
	for _, tt := range []struct {
		name, text  string
		least, most int
		want        string
	}{
		{"as expected", "epost;navn\na@b.example;A\nc@d.example;C\n", 2, 2, ""},
		{"doubles do not count", "epost;navn\na@b.example;A\na@b.example;A\n", 2, 3, "mail.toml:4:1 error unexpected-count: the list has 1 members without doubles and those who left, 2 to 3 are expected"},
		{"too many", "epost;navn\na@b.example;A\nc@d.example;C\n", 1, 1, "mail.toml:4:1 error unexpected-count: the list has 2 members without doubles and those who left, 1 is expected"},
		{"a row that is wrong may be the one that is missing", "epost;navn\na@b.example;A\nc.d.example;C\n", 2, 2, "medlemmer.csv:3:1 error bad-address: the address has no @"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			o := options()
			o.Least, o.Most = tt.least, tt.most
			if _, problems := list.Read(o, memory(map[string]string{"medlemmer.csv": tt.text})); inShort(problems) != tt.want {
				t.Errorf("got\n%s\nwant\n%s", inShort(problems), tt.want)
			}
		})
	}
}

func TestOnlyAllowedDomainsGetMail(t *testing.T) {
	for _, tt := range []struct {
		domains, address string
		allowed          bool
	}{
		{"bank.example", "a@bank.example", true},
		{"bank.example", "a@BANK.example", true},
		{"bank.example", "a@post.bank.example", false},
		{"bank.example", "a@evilbank.example", false},
		{"bank.example", "a@bank.example.evil.example", false},
		{"*.bank.example", "a@post.bank.example", true},
		{"*.bank.example", "a@x.post.bank.example", true},
		{"*.bank.example", "a@bank.example", false},
		{"*.bank.example", "a@evilbank.example", false},
		{"bank.example *.bank.example", "a@bank.example", true},
	} {
		o := options()
		o.Domains = strings.Fields(tt.domains)
		_, problems := list.Read(o, memory(map[string]string{"medlemmer.csv": "epost;navn\n" + tt.address + ";A\n"}))
		if allowed := !problems.HasErrors(); allowed != tt.allowed || !allowed && problems[0].Rule != diag.ForeignDomain {
			t.Errorf("%s with %s: %s", tt.address, tt.domains, inShort(problems))
		}
	}
}

func TestManyProblemsOfOneKindAreCounted(t *testing.T) {
	text := "epost;navn\n" + strings.Repeat("x;A\n", 250) + "a@b.example;B<\n"
	_, problems := list.Read(options(), memory(map[string]string{"medlemmer.csv": text}))
	if len(problems) != 102 || problems[101].Message != "150 more rows have such a mistake" || problems[100].Line != 252 {
		t.Errorf("%d problems, the last %v", len(problems), problems[len(problems)-1])
	}
}

// workbook is an XLSX file of these rows.
func workbook(t testing.TB, rows ...[]any) string {
	t.Helper()
	return shaped(t, func(*excelize.File) {}, rows...)
}

// shaped is a sheet with its shape changed.
func shaped(t testing.TB, shape func(*excelize.File), rows ...[]any) string {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for i, row := range rows {
		for j, cell := range row {
			name, _ := excelize.CoordinatesToCellName(j+1, i+1)
			if text, ok := cell.(string); ok && strings.HasPrefix(text, "=") {
				f.SetCellFormula("Sheet1", name, text)
			} else if cell != nil {
				f.SetCellValue("Sheet1", name, cell)
			}
		}
	}
	shape(f)
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestSpreadsheets(t *testing.T) {
	for _, tt := range []struct {
		name           string
		rows           [][]any
		want, problems string
	}{
		{"numbers are texts", [][]any{{"epost", "navn"}, {"a@b.example", 4711}}, "2 a@b.example 4711", ""},
		{"below a title, with blank rows", [][]any{{"Medlemmer"}, {}, {"epost", "navn"}, {"a@b.example", "A"}, {}, {"c@d.example", "C"}}, "4 a@b.example A\n6 c@d.example C\n5 - blank", ""},
		{"a formula that was never worked out is no text", [][]any{{"epost", "navn"}, {"a@b.example", "=B1"}}, "2 a@b.example ", "medlemmer.csv:2:2 error bad-data: the cell B2 holds a formula whose result was not saved"},
		{"a formula's error", [][]any{{"epost", "navn"}, {"a@b.example", "#N/A"}}, "2 a@b.example #N/A", "medlemmer.csv:2:2 error bad-data: the cell B2 holds a formula's error, #N/A"},
		{"a line break in a cell", [][]any{{"epost", "navn"}, {"a@b.example", "A\nB"}}, "", "medlemmer.csv:2:2 error bad-data: the cell in the column \"navn\" holds a line break"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			l, problems := list.Read(options(), memory(map[string]string{"medlemmer.csv": workbook(t, tt.rows...)})) // told by content, not by ending
			if got := outcome(l); got != tt.want || inShort(problems) != tt.problems {
				t.Errorf("got\n%s\n%s\nwant\n%s\n%s", got, inShort(problems), tt.want, tt.problems)
			}
		})
	}
}

// large is a list of n members as CSV.
func large(n int) string {
	var b strings.Builder
	b.WriteString("epost;navn;firma;sted;antall\n")
	for i := range n {
		fmt.Fprintf(&b, "navn%d.navnesen@firma%d.example;Navn %d Navnesen;Firma %d AS;Sted;%d\n", i, i%700, i, i%700, i)
	}
	return b.String()
}

func TestTenThousandMembersAreRead(t *testing.T) {
	l, problems := list.Read(options(), memory(map[string]string{"medlemmer.csv": large(10_000)}))
	if len(l.Members) != 10_000 || len(problems) > 0 {
		t.Errorf("%d members: %s", len(l.Members), inShort(problems))
	}
}

func TestTenThousandMembersAreReadAtOnce(t *testing.T) {
	golden.Timed(t)
	files := memory(map[string]string{"medlemmer.csv": large(10_000)})
	before := time.Now()
	list.Read(options(), files)
	if took := time.Since(before); took > time.Second { // a tenth of it, as BenchmarkRead shows
		t.Errorf("they took %s", took)
	}
}

func BenchmarkRead(b *testing.B) {
	files := memory(map[string]string{"medlemmer.csv": large(10_000)})
	for b.Loop() {
		list.Read(options(), files)
	}
}
