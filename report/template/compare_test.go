package template

import (
	"slices"
	"strings"
	"testing"
)

// TestAFigureIsComparedUnrounded holds every sign against figures just below, at and just above.
func TestAFigureIsComparedUnrounded(t *testing.T) {
	tests := []struct {
		name, left, right string
		true              string // the signs that hold
	}{
		{"a share with a whole number below", "happy", "69", "> >= !="},
		{"a share with the same whole number", "happy", "70", "<= >= =="},
		{"a share with a whole number above", "happy", "71", "< <= !="},
		{"a whole number below a share", "69", "happy", "< <= !="},
		{"a whole number and the same share", "70", "happy", "<= >= =="},
		{"a whole number above a share", "71", "happy", "> >= !="},
		{"a share with a number a little below", "happy", "69.9", "> >= !="},
		{"a share with the same number", "happy", "70.0", "<= >= =="},
		{"a share with a number a little above", "happy", "70.1", "< <= !="},
		{"a number a little above a share", "70.1", "happy", "> >= !="},
		{"a larger share with a smaller", "happy", "sad", "> >= !="},
		{"a smaller share with a larger", "sad", "happy", "< <= !="},
		{"a share with itself", "third", "third", "<= >= =="},
		{"a number of respondents with a share of as much", "all", "happy / 7", "<= >= =="},
		{"two thirds with what they are printed as", "third", "67", "< <= =="},
		{"two thirds with their first decimal", "third", "66.7", "< <= =="},
		{"two thirds with a decimal they do not have", "third", "66.6", "> >= !="},
		{"a mean with what it is printed as", "mean", "3.7", "< <= =="},
		{"a mean with two decimals", "mean", "3.67", "< <= =="},
		{"a mean with a whole number", "mean", "4", "< <= !="},
		{"a whole number with a mean", "4", "mean", "> >= !="},
		{"a share that is not all", "nearly", "100", "< <= !="},
		{"all with such a share", "100", "nearly", "> >= !="},
		{"a share that is not all with what it is printed as", "nearly", "99.6", "<= >= =="},
		{"a share that is not nothing", "hardly", "0", "> >= !="},
		{"a share with more decimals than the other", "exact", "70", "> >= !="},
		{"the same from the other side", "70", "exact", "< <= !="},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, sign := range []string{"<", "<=", ">", ">=", "==", "!="} {
				holds, _, list := reckoner(t).Claim(text(tt.left + " " + sign + " " + tt.right))
				if len(list) > 0 {
					t.Fatalf("%s %s %s: %v", tt.left, sign, tt.right, list)
				}
				if holds {
					got = append(got, sign)
				}
			}
			if !slices.Equal(got, strings.Fields(tt.true)) {
				t.Errorf("%s is %q %s, want %q", tt.left, got, tt.right, tt.true)
			}
		})
	}
}

// TestTheErrorOfASumIsNoDifference: weights that are summed in another order differ in their last digits.
func TestTheErrorOfASumIsNoDifference(t *testing.T) {
	tests := []struct {
		name        string
		off         float64
		more, least bool
	}{
		{"the same", 0, false, true},
		{"a tenth billionth more, which is an error", 4e-10, false, true},
		{"a tenth billionth less, which is an error", -4e-10, false, true},
		{"a billionth more", 1e-9, true, true},
		{"a billionth less", -1e-9, false, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			e := reckoner(t)
			e.Define("weighted", Figure{Value: 0.5 + tt.off, Unit: Percent})
			e.Define("half", Figure{Value: 0.5, Unit: Percent})
			if got, _, list := e.Claim(text("weighted > half")); got != tt.more || len(list) > 0 {
				t.Errorf("more: %v, %v", got, list)
			}
			if got, _, list := e.Claim(text("weighted >= half")); got != tt.least || len(list) > 0 {
				t.Errorf("more or as much: %v, %v", got, list)
			}
		})
	}
}

func TestTextsAreEqualLetterByLetterButForTheirSpaces(t *testing.T) {
	tests := []struct {
		name, claim string
		want        bool
	}{
		{"the same text", "name == 'Members'", true},
		{"another", "name == 'Others'", false},
		{"a text is not the same", "name != 'Members'", false},
		{"a text is another", "name != 'Others'", true},
		{"small letters are others", "name == 'members'", false},
		{"a space that does not break, in front", "'7\u00a0in 10' == '7 in 10'", true},
		{"and behind", "'7 in 10' == '7\u00a0in\u00a010'", true},
		{"and is no difference", "'7 in 10' != '7\u00a0in 10'", false},
		{"a function's text", "top('mood') == 'Happy'", true},
		{"plain numbers", "year == 2025", true},
		{"truths", "(happy > 50) == true", true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if holds, _, list := reckoner(t).Claim(text(tt.claim)); holds != tt.want || len(list) > 0 {
				t.Errorf("%s: %v, %v", tt.claim, holds, list)
			}
		})
	}
}

func TestNothingTellsOfWhatIsHidden(t *testing.T) {
	const compared = "!of too few answers to be shown is compared"
	printsAs(t, []row{
		{"compared with a number", "hidden > 50 ? 'a' : 'b'", compared},
		{"a number compared with it", "50 > hidden ? 'a' : 'b'", compared},
		{"compared with a figure that is shown", "happy == hidden ? 'a' : 'b'", compared},
		{"a figure that is shown compared with it", "hidden != happy ? 'a' : 'b'", compared},
		{"compared after it is reckoned with", "100 - hidden > 50 ? 'a' : 'b'", compared},
		{"its words compared", "words(hidden) == 'few' ? 'a' : 'b'", compared},
		{"the length of its words", "len(words(hidden))", compared},
		{"rounded", "round(value(hidden))", compared},
		{"the larger of it and a number", "max(value(hidden), 60)", compared},
		{"chosen", "happy > 50 ? hidden : sad", compared},
		{"left out by a choice, and still part of the sentence", "happy > 50 ? sad : hidden", compared},
		{"looked for in a list", "words(hidden) in ['many'] ? 'a' : 'b'", compared},
		{"its words in capitals", "upper(words(hidden))", "MANY"},
		{"its words in small letters", "lower(words(hidden))", "many"},
		{"its words trimmed", "trim(words(hidden))", "many"},
		{"the first of a list of its words", "first([words(hidden)])", "many"},
		{"the last of a list of its words", "last([words(hidden)])", "many"},
		{"a list of its words", "join([words(hidden)], ', ')", "many"},
		{"its words added to others", "words(hidden) + '!'", "many!"},
		{"what is shown is compared", "happy > 50 ? 'a' : 'b'", "a"},
	})
}

func TestAClaimHoldsOrNot(t *testing.T) {
	tests := []struct {
		name, claim string
		holds       bool
		figures     int
		told        string
	}{
		{"one that holds", "happy > 50", true, 1, ""},
		{"one that does not", "happy > 80", false, 1, ""},
		{"two that hold", "happy > 50 and sad < 50", true, 2, ""},
		{"two of which one holds", "happy > 50 and sad > 50", false, 2, ""},
		{"a figure that is named twice", "happy > 50 and happy < 80", true, 1, ""},
		{"what is reckoned from two figures", "happy - sad > 40", true, 2, ""},
		{"a text that is no claim", "name", false, 0, "neither"},
		{"a figure that is no claim", "happy", false, 0, "neither"},
		{"one about something hidden", "hidden > 10", false, 0, "too few answers"},
		{"one about the words of something hidden", "words(hidden) == 'many'", false, 0, "too few answers"},
		{"one about a list that holds them", "words(hidden) in ['many']", false, 0, "too few answers"},
		{"one about a part of them", "words(hidden) contains 'man'", false, 0, "too few answers"},
		{"one about an unknown name", "sda > 10", false, 0, `"sda"`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			holds, r, list := reckoner(t).Claim(text(tt.claim))
			told := len(list) == 1 && tt.told != "" && strings.Contains(list[0].Message, tt.told)
			if holds != tt.holds || len(r.Figures) != tt.figures || (tt.told != "" || len(list) > 0) && !told {
				t.Errorf("%v with %d figures, %v", holds, len(r.Figures), list)
			}
		})
	}
}
