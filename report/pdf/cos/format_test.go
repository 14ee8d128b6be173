package cos

import (
	"math"
	"testing"
)

func TestObjectsAreWrittenInFewBytes(t *testing.T) {
	for name, tt := range map[string]struct {
		object Object
		want   string
	}{
		"nothing is null":                               {nil, "null"},
		"a boolean is its word":                         {true, "true"},
		"a number has no decimals that say nothing":     {12.5, "12.5"},
		"a whole number has no point":                   {12.0, "12"},
		"a number has at most four decimals":            {1.0 / 3, "0.3333"},
		"a number has no exponent":                      {1e-9, "0"},
		"nought has no sign":                            {-1e-9, "0"},
		"hundreds keep their noughts":                   {-100.0, "-100"},
		"what is no number is null":                     {math.NaN(), "null"},
		"a name escapes what would end it":              {Name("A b#/å"), "/A#20b#23#2F#C3#A5"},
		"a name may be empty":                           {Array{Name(""), 1}, "[/ 1]"},
		"a text of ASCII reads as it is":                {String(`a (b) \c`), `(a \(b\) \\c)`},
		"other bytes are hexadecimal":                   {Text("å"), "<FEFF00E5>"},
		"a line break is hexadecimal too":               {String("a\n"), "<610A>"},
		"what could grow together is kept apart":        {Array{1, 2, true, nil, Name("A"), Ref{7, 0}}, "[1 2 true null/A 7 0 R]"},
		"what cannot is not":                            {Array{Name("A"), String("b"), Array{}, Dict{}, 1}, "[/A(b)[]<<>>1]"},
		"keys come in order, without those for nothing": {Dict{"B": 1, "A": Name("x"), "C": nil}, "<</A/x/B 1>>"},
		"a stream has its length":                       {&Stream{Data: []byte("abc"), Dict: Dict{"Length": 99}}, "<</Length 3>>\nstream\nabc\nendstream"},
	} {
		if got := Format(tt.object); got != tt.want {
			t.Errorf("%s: got %s, want %s", name, got, tt.want)
		}
	}
}
