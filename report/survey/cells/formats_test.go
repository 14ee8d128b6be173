package cells

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"lysark/config/diag"
)

// TestEveryFormatIsComplete holds every line of formats against what belongs to it.
func TestEveryFormatIsComplete(t *testing.T) {
	names := []string{}
	for i, f := range formats() {
		names = append(names, strings.ToLower(f.name))
		for _, what := range lacks(f, i) {
			t.Errorf("the format %q: %s", f.name, what)
		}
	}
	files, _ := filepath.Glob("testdata/formats/*")
	for _, file := range files {
		if name := strings.TrimPrefix(filepath.Ext(file), "."); !slices.Contains(names, name) {
			t.Errorf("%s is of no format", file)
		}
	}
}

func TestAFormatThatIsNotCompleteIsTold(t *testing.T) {
	whole := formats()[0]
	with := func(change func(f *format)) format { f := whole; change(&f); return f }
	nothing := func(*Cells, []byte, Options, *diag.List) bool { return false }
	tests := []struct {
		format
		at   int // its line
		want string
	}{
		{whole, 0, ""},
		{with(func(f *format) { f.name = "" }), 0, "has no name"},
		{with(func(f *format) { f.name = "ODS" }), 0, "docs/layout.md does not name it"},
		{with(func(f *format) { f.detect = nil }), 0, "is not detected"},
		{with(func(f *format) { f.read = nil }), 0, "is not read"},
		{with(func(f *format) { f.read = nothing }), 0, "testdata/formats/answers.xlsx is read as nothing"},
		{with(func(f *format) { f.read = readText }), 0, "testdata/formats/answers.xlsx is read as nothing"},
		{whole, 1, "testdata/formats/answers.xlsx is taken for XLSX"},
	}
	for _, tt := range tests {
		got := strings.Join(lacks(tt.format, tt.at), "\n")
		if !strings.HasPrefix(got, tt.want) || (got == "") != (tt.want == "") {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}

// lacks is what is missing of a format in that line. The survey in its file is to be read as that in all others.
func lacks(f format, line int) (out []string) {
	add := func(what string, args ...any) { out = append(out, fmt.Sprintf(what, args...)) }
	switch {
	case f.name == "":
		add("has no name")
	case f.detect == nil:
		add("is not detected")
	case f.read == nil:
		add("is not read")
	}
	if len(out) > 0 {
		return out
	}
	if !regexp.MustCompile(`\b` + regexp.QuoteMeta(f.name) + `\b`).MatchString(manual()) {
		add("docs/layout.md does not name it under [data.NAME]")
	}
	file := "testdata/formats/answers." + strings.ToLower(f.name)
	data, err := os.ReadFile(file)
	if err != nil {
		add("%v", err)
		return out
	}
	if first := slices.IndexFunc(formats(), func(f format) bool { return f.detect(file, data) }); first != line {
		add("%s is taken for %s", file, formats()[first].name)
	}
	const want = "Nr, Farge, Tilbud, Vekt / 1, Rød, Kurs; Råd, 1.5 / 2, Blå, , 0.5 / 3, , Te, 1 / 4, Rød, Råd, 0"
	if got := rowsOf(f, file, data); got != want {
		add("%s is read as %s, want %s", file, got, want)
	}
	return out
}

// rowsOf is what a format reads in the survey that there is in each.
func rowsOf(f format, file string, data []byte) string {
	cells, list := f.answers(file, data, Options{})
	if cells == nil || len(list) > 0 {
		return fmt.Sprintf("nothing: %v", list)
	}
	rows := []string{strings.Join(cells.Names(), ", ")}
	for i := range cells.Rows {
		var row []string
		for col := range cells.Columns {
			text := strings.ReplaceAll(strings.TrimPrefix(cells.Text(i, col), Between), Between, "; ")
			row = append(row, strings.Replace(text, ",", ".", 1))
		}
		rows = append(rows, strings.Join(row, ", "))
	}
	return strings.Join(rows, " / ")
}

// manual is what docs/layout.md says of files of answers.
func manual() string {
	text, _ := os.ReadFile("../../../docs/layout.md")
	_, section, _ := strings.Cut(string(text), "\n## `[data.NAME]`\n")
	section, _, _ = strings.Cut(section, "\n## ")
	return section
}
