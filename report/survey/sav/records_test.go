package sav_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"lysark/report/survey/sav"
	"lysark/report/survey/sav/savtest"
)

// endOfRecords begins the cases.
const endOfRecords = "\xe7\x03\x00\x00\x00\x00\x00\x00"

// with is a file with more records before its cases. Numbers are written as the file has them: int as four bytes, float64
// as eight.
func with(file savtest.File, parts ...any) []byte {
	data := file.Bytes()
	at := bytes.Index(data, []byte(endOfRecords))
	return slices.Concat(data[:at], written(parts...), data[at:])
}

func written(parts ...any) []byte {
	var out []byte
	for _, p := range parts {
		switch p := p.(type) {
		case int:
			out = binary.LittleEndian.AppendUint32(out, uint32(p))
		case float64:
			out = binary.LittleEndian.AppendUint64(out, math.Float64bits(p))
		case string:
			out = append(out, p...)
		}
	}
	return out
}

// info is a record that readers may skip, of bytes.
func info(subtype int, parts ...any) string {
	data := written(parts...)
	return string(written(7, subtype, 1, len(data))) + string(data)
}

// of tells what a file says of its first variable, and what was left out.
func of(f *sav.File) string {
	v := f.Variables[0]
	s := fmt.Sprintf("%s %q %d", v.Name, v.Missing.Values, v.Measure)
	if v.Missing.Ranged {
		s += fmt.Sprintf(" %v..%v", v.Missing.Low, v.Missing.High)
	}
	if v.Labels != nil {
		s += fmt.Sprintf(" %d labels", len(v.Labels.All))
	}
	return s + fmt.Sprintf(" weight %d cases %d odd %d", f.Weight, f.Cases, len(f.Odd))
}

func TestRecordsOfVariables(t *testing.T) {
	number := savtest.File{Variables: []savtest.Variable{{Name: "a"}, {Name: "b", Width: 3}}, Rows: [][]any{{1, "x"}}}
	long := savtest.File{Variables: []savtest.Variable{{Name: "a", Width: 20}}, Rows: [][]any{{"x"}}}
	uncounted := number
	uncounted.Uncounted = true
	for _, tt := range []struct {
		name  string
		file  savtest.File
		parts []any
		want  string
	}{
		{"nothing more", number, nil, `a [] 0 weight -1 cases 1 odd 0`},
		{"one that is not known", number, []any{info(99, 1, 2, 3)}, `a [] 0 weight -1 cases 1 odd 0`},
		{"measures without the widths between", number, []any{7, 11, 4, 4, 3, 0, 1, 0}, `a [] 3 weight -1 cases 1 odd 0`},
		{"measures of another number of variables", number, []any{7, 11, 4, 2, 3, 0}, `a [] 0 weight -1 cases 1 odd 0`},
		{"a measure that is none", number, []any{7, 11, 4, 4, 7, 0, 1, 0}, `a [] 0 weight -1 cases 1 odd 0`},
		{"the number of cases", uncounted, []any{7, 16, 8, 2, 1, 0, 5, 0}, `a [] 0 weight -1 cases 5 odd 0`},
		{"no number of cases", uncounted, nil, `a [] 0 weight -1 cases -1 odd 0`},
		{"labels, and more labels", number, []any{3, 1, 1.0, "\x02Ja     ", 4, 1, 1, 3, 1, 2.0, "\x03Nei    ", 4, 1, 1},
			`a [] 0 2 labels weight -1 cases 1 odd 0`},
		{"labels of a variable that is not there", number, []any{3, 1, 1.0, "\x02Ja     ", 4, 2, 1, 9},
			`a [] 0 1 labels weight -1 cases 1 odd 1`},
		{"labels without a text", number, []any{3, 1, 1.0, "\x00       ", 4, 1, 1}, `a [] 0 0 labels weight -1 cases 1 odd 0`},
		{"labels of long texts", long, []any{info(21, 1, "a", 20, 1, 5, "x    ", 4, "Kors")}, `a [] 0 1 labels weight -1 cases 1 odd 0`},
		{"labels of a long text by its short name", long, []any{info(21, 2, "V1", 20, 1, 1, "x", 4, "Kors")},
			`a [] 0 1 labels weight -1 cases 1 odd 0`},
		{"labels that are cut off", long, []any{info(21, 1, "a", 20, 1, 500, "x")}, `a [] 0 weight -1 cases 1 odd 1`},
		{"labels of a long text that is not there", long, []any{info(21, 1, "c", 20, 1, 1, "x", 4, "Kors")},
			`a [] 0 weight -1 cases 1 odd 1`},
		{"missing long texts", long, []any{info(22, 1, "a", "\x02", 8, "vet ikkeubesvart")},
			`a ["vet ikke" "ubesvart"] 0 weight -1 cases 1 odd 0`},
		{"missing long texts as old versions of PSPP write them", long, []any{info(22, 1, "a", "\x02", 8, "vet ikke", 8, "ubesvart")},
			`a ["vet ikke" "ubesvart"] 0 weight -1 cases 1 odd 0`},
		{"too many missing long texts", long, []any{info(22, 1, "a", "\xff", 0)}, `a [] 0 weight -1 cases 1 odd 1`},
		{"a long name", number, []any{info(13, "V1=kjønn\tV9=borte\tV2=")}, `kjønn [] 0 weight -1 cases 1 odd 0`},
	} {
		equal(t, tt.name, of(read(t, with(tt.file, tt.parts...))), tt.want)
	}
}

func TestMissingValues(t *testing.T) {
	lowest := math.Nextafter(-math.MaxFloat64, 0)
	for _, tt := range []struct {
		variable savtest.Variable
		want     string // of the cells -5, 0, 5 and 99
	}{
		{savtest.Variable{}, "-5 0 5 99"},
		{savtest.Variable{Missing: []any{99}}, "-5 0 5 99†"},
		{savtest.Variable{Missing: []any{-5, 0, 99}}, "-5† 0† 5 99†"},
		{savtest.Variable{Range: &[2]float64{0, 5}}, "-5 0† 5† 99"},
		{savtest.Variable{Range: &[2]float64{6, math.Inf(1)}}, "-5 0 5 99†"},
		{savtest.Variable{Range: &[2]float64{math.Inf(-1), 0}, Missing: []any{99}}, "-5† 0† 5 99†"},
		{savtest.Variable{Range: &[2]float64{lowest, 0}}, "-5† 0† 5 99"},
	} {
		tt.variable.Name = "a"
		file := savtest.File{Variables: []savtest.Variable{tt.variable}, Rows: [][]any{{-5}, {0}, {5}, {99}, {nil}}}
		var got []string
		for _, row := range cells(t, read(t, file.Bytes())) {
			got = append(got, row[0])
		}
		equal(t, fmt.Sprint(tt.variable), strings.Join(got, " "), tt.want+" .")
	}
}

func TestWhatIsNoNumberIsNoAnswer(t *testing.T) {
	file := savtest.File{Variables: []savtest.Variable{{Name: "a"}},
		Rows: [][]any{{math.NaN()}, {math.Inf(1)}, {-math.MaxFloat64}, {-1.7e308}, {math.MaxFloat64}}}
	equal(t, "cells", cells(t, read(t, file.Bytes())), "[[.] [.] [.] [-1.7e+308] [1.79769313486232e+308]]")
	equal(t, "cells, with a number for no answer", cells(t, read(t, with(file, 7, 4, 8, 3, -1.7e308, math.MaxFloat64, -1.7e308))),
		"[[.] [.] [.] [.] [1.79769313486232e+308]]")
	equal(t, "cells, with an answer for no answer", cells(t, read(t, with(savtest.File{Variables: file.Variables,
		Rows: [][]any{{1}, {2}}}, 7, 4, 8, 3, 1.0, math.MaxFloat64, 1.0))), "[[1] [2]]")
}

func TestCodesThatAreInTheWrongPlace(t *testing.T) {
	file := savtest.File{Variables: []savtest.Variable{{Name: "a"}, {Name: "b", Width: 3}}, Packing: savtest.Bytecode}
	empty := file.Bytes()
	for _, tt := range []struct{ name, codes, want string }{
		{"blanks for a number, no number for a text", "\xfe\xff\xfc\x00\x00\x00\x00\x00", "[[. ]]"},
		{"nothing for a text", "\x65\x64\xfc\x00\x00\x00\x00\x00", "[[1 ]]"},
		{"padding between", "\x00\x65\x00\xfe\x00\x00\xfc\x00", "[[1 ]]"},
		{"no end", "\x65\xfe\x66\xfe\x67\xfe\x68\xfe", "[[1 ] [2 ] [3 ] [4 ]]"},
	} {
		data := slices.Concat(empty, []byte(tt.codes))
		binary.LittleEndian.PutUint32(data[80:], math.MaxUint32) // the number of cases is not known
		equal(t, tt.name, cells(t, read(t, data)), tt.want)
	}
}

func TestWhatCannotBeRead(t *testing.T) {
	file := savtest.File{Variables: []savtest.Variable{{Name: "a"}, {Name: "b", Width: 300}}, Rows: [][]any{{1, "x"}}}
	changed := func(offset int, b ...byte) []byte {
		data := file.Bytes()
		copy(data[offset:], b)
		return data
	}
	for _, tt := range []struct {
		name, want string
		data       []byte
	}{
		{"no variables", "no variables", savtest.File{}.Bytes()},
		{"an unknown order of bytes", "how its numbers are written", changed(64, 9)},
		{"an unknown compression", "in a way (5)", changed(72, 5)},
		{"a .zsav that is said to be plain", "in a way (0)", changed(3, '3')},
		{"weights in a text", "weights", changed(76, 2)},
		{"a record that is not known", "no record of type 8", with(file, 8)},
		{"labels for nobody", "without the variables", with(file, 3, 0, 6)},
		{"half a text", "half of one", with(savtest.File{}, 2, 20, 0, 0, 0, 0, "ABCDEFGH")},
		{"a long text without its segments", "a text of 900 bytes", with(file, info(14, "V2=00900\x00\t"))},
	} {
		_, err := all(tt.data)
		wantError(t, tt.name, err)
		if err != nil && !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
}
