package cos

import (
	"slices"
	"strings"
	"testing"
)

func TestObjectsAreParsedHoweverTheyAreWritten(t *testing.T) {
	for name, tt := range map[string]struct {
		data string
		want string
		took int
	}{
		"a reference":                          {"12 3 R rest", "12 3 R", 6},
		"numbers that are no reference":        {"12 3 Rx", "12", 2},
		"a comment before":                     {"% note\r\n true", "true", 13},
		"a number of many digits":              {"0.333333333333333333333", "0.3333", 23},
		"a number too large to be whole":       {"12345678901234567890", "12345678901234567168", 20},
		"a name with escapes":                  {"/A#20B#zz#", "/A#20B#23zz#23", 10},
		"a string with parentheses":            {`(a(b)\)c)`, `(a\(b\)\)c)`, 9},
		"a string with escapes":                {`(\101\7x\n\q)`, "<4107780A71>", 13},
		"a string over lines":                  {"(a\\\r\nb\r\nc\rd)", "<61620A630A64>", 12},
		"hexadecimal with an odd digit":        {"<41 4>", "(A@)", 6},
		"what stands close":                    {"<</A/B/C[1<41>(x)<</D true>>null]>>", "<</A/B/C[1(A)(x)<</D true>>null]>>", 35},
		"null in a dictionary is as if absent": {"<</A null/B 1>>", "<</B 1>>", 15},
	} {
		o, took, err := ParseObject([]byte(tt.data))
		if got := Format(o); got != tt.want || took != tt.took || err != nil {
			t.Errorf("%s: got %s after %d bytes, %v, want %s after %d", name, got, took, err, tt.want, tt.took)
		}
	}
	for word, want := range map[string]string{"+1": "1", "-.5": "-0.5", "4.": "4", "0.00010": "0.0001", "--7": "-7", "5-3": "5", "-0.0": "0"} {
		if o, _, err := ParseObject([]byte(word)); Format(o) != want || err != nil {
			t.Errorf("%s: got %s, %v, want %s", word, Format(o), err, want)
		}
	}
}

func TestDamagedObjectsComeAsFarAsTheyCouldBeRead(t *testing.T) {
	for name, tt := range map[string]struct{ data, want string }{
		"nothing":                             {"  ", "null"},
		"a word":                              {"endobj", "null"},
		"a bracket that closes":               {"]", "null"},
		"an array without its end":            {"[1 2", "[1 2]"},
		"an array that the object's end cuts": {"[1 2 endobj 3]", "[1 2]"},
		"rubbish in an array":                 {"[1 what } 2]", "[1 2]"},
		"a dictionary without its end":        {"<</A 1/B", "<</A 1>>"},
		"a key that is no name":               {"<<1/A 2>>", "<</A 2>>"},
		"an array that a dictionary cuts":     {"<</A[1 2>>", "<</A[1 2]>>"},
		"a string without its end":            {"(abc", "(abc)"},
		"hexadecimal without its end":         {"<4142", "(AB)"},
		"digits that are none":                {"<4x1>", "(A)"},
		"a backslash at the end":              {`(a\`, "(a)"},
	} {
		if o, _, err := ParseObject([]byte(tt.data)); Format(o) != tt.want || err == nil {
			t.Errorf("%s: got %s, %v, want %s and an error", name, Format(o), err, tt.want)
		}
	}
	for _, open := range []string{"[", "<<", "<</A", "[<</A ["} {
		if _, _, err := ParseObject([]byte(strings.Repeat(open, 100_000))); err == nil {
			t.Errorf("a hundred thousand %s are an object", open)
		}
	}
}

func TestOperatorsComeWithTheirOperands(t *testing.T) {
	for name, tt := range map[string]struct {
		data string
		want []string
	}{
		"nothing":                                 {" \n", nil},
		"a line of text":                          {"BT /F1 12.5 Tf(a)Tj[(b)-20(c)]TJ T* ET", []string{"BT", "Tf /F1 12.5", "Tj (a)", "TJ [(b)-20(c)]", "T*", "ET"}},
		"marked content":                          {"/P<</MCID 0>>BDC EMC", []string{"BDC /P <</MCID 0>>", "EMC"}},
		"quotes are operators":                    {"(a)' 1 2(b)\"", []string{"' (a)", `" 1 2 (b)`}},
		"words of truth are operands":             {"true false null op", []string{"op true false null"}},
		"three numbers are no reference":          {"1 0 R", []string{"R 1 0"}},
		"a comment":                               {"q % Q\nQ", []string{"q", "Q"}},
		"brackets that close nothing":             {"1 ] >> ) } w", []string{"w 1"}},
		"brackets without an end":                 {"q [1 2", []string{"q"}},
		"an image":                                {"q BI/W 2/H 1 ID \x00\x01 EI\nQ", []string{"q", "BI <</H 1/W 2>> <20000120>", "Q"}},
		"an image with its end's letters in it":   {"BI/W 2 ID  EI\x01\xff EI Q", []string{"BI <</W 2>> <2020454901FF20>", "Q"}},
		"an image without an end":                 {"BI/W 2 ID abc", []string{"BI <</W 2>> ( abc)"}},
		"an image without data":                   {"BI/W 2 EI Q", []string{"BI <</W 2>>", "EI", "Q"}},
		"operands without an operator are no one": {"1 2 3", nil},
		"operands without end are forgotten":      {strings.Repeat("0 ", 600) + "w", []string{"w" + strings.Repeat(" 0", 99)}},
	} {
		var got []string
		for op := range Operators([]byte(tt.data)) {
			text := op.Name
			for _, o := range op.Args {
				text += " " + Format(o)
			}
			if !strings.HasPrefix(tt.data[op.At:], op.Name) {
				t.Errorf("%s: %s is not at %d", name, op.Name, op.At)
			}
			got = append(got, text)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: got %q, want %q", name, got, tt.want)
		}
	}
	for op := range Operators([]byte("q Q q")) {
		if op.Name != "q" {
			t.Error("the walk goes on when nobody listens")
		}
		break
	}
}

func TestTextIsUnderstoodInEveryEncoding(t *testing.T) {
	for _, text := range []string{"", "Brev", "Blåbær – 4 €", "😀"} {
		if got := TextOf(Text(text)); got != text {
			t.Errorf("%q comes back as %q", text, got)
		}
	}
	for encoded, want := range map[String]string{
		"Bl\xe5b\xe6r":             "Blåbær",
		"\x84 \x85 \xa0 \x8d \x18": "— – € “ ˘",
		"\xef\xbb\xbfbl\xc3\xa5":   "blå",
		"\xef\xbb\xbf\xff":         "\ufffd",
		"\xfe\xff\x00a\x00":        "a",
		"\xfe\xff\xd8\x3d":         "\ufffd",
		"\x7f\x9f\xad":             "\ufffd\ufffd\ufffd",
		"\x9e\x93":                 "žﬁ",
	} {
		if got := TextOf(encoded); got != want {
			t.Errorf("%q is %q, want %q", string(encoded), got, want)
		}
	}
}
