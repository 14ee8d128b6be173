package template

import (
	"slices"
	"strings"
	"testing"
)

func TestASumHasTheUnitOfItsParts(t *testing.T) {
	printsAs(t, []row{
		{"two shares of a question with one answer each", "happy + sad", "90%"},
		{"a share and a plain number", "happy + 5", "75%"},
		{"a plain number and a share", "5 + happy", "75%"},
		{"a share and percentage points are a share", "happy + gap", "120%"},
		{"percentage points and a share are a share", "gap + sad", "70%"},
		{"percentage points and a plain number are points", "gap + 5", "55 percentage points"},
		{"a plain number and percentage points are points", "5 + gap", "55 percentage points"},
		{"percentage points with one another", "gap + gap", "100 percentage points"},
		{"two numbers of respondents", "all + offered", "15"},
		{"a number of respondents and a plain number", "all + 1", "11"},
		{"a share and a number of respondents", "happy + all", "!a share and a number of respondents"},
		{"a number of respondents and a share", "all + happy", "!a share and a number of respondents"},
		{"percentage points and a number of respondents", "gap + all", "!a share and a number of respondents"},
	})
}

func TestNobodyIsCountedTwiceInASum(t *testing.T) {
	const twice = "!who gave both would count twice"
	printsAs(t, []row{
		{"two shares of one question with several answers", "courses + advice", twice},
		{"one of them within a sum that has a unit of its own", "happy + courses + advice", twice},
		{"the other within such a sum", "courses + (happy + advice)", twice},
		{"a part of what is left", "(100 - courses) + advice", twice},
		{"shares of two such questions", "courses + topics", "108%"},
		{"shares of one such question in two data sets", "courses + before", "123%"},
		{"shares of all respondents are of no question", "response + response", "50%"},
		{"numbers of respondents are of answers", "offered + advised", "8"},
		{"a share and a difference of that question", "courses + (courses - advice)", "117%"},
		{"a difference and a share of that question", "(courses - advice) + courses", "117%"},
	})
}

func TestADifferenceOfSharesIsInPercentagePoints(t *testing.T) {
	printsAs(t, []row{
		{"of one question", "happy - sad", "50 percentage points"},
		{"of a question that takes several answers", "courses - advice", "33 percentage points"},
		{"from a share that rests on no answers", "typed - sad", "40 percentage points"},
		{"a share less percentage points is a share", "happy - gap", "20%"},
		{"percentage points less percentage points", "gap - gap", "0 percentage points"},
		{"percentage points less a plain number", "gap - 5", "45 percentage points"},
		{"a plain number less percentage points", "60 - gap", "10 percentage points"},
		{"a share less a plain number", "happy - 5", "65%"},
		{"numbers of respondents", "all - offered", "5"},
		{"a plain number less a number of respondents", "100 - all", "90"},
		{"less than nothing", "sad - happy", "−50 percentage points"},
		{"of what is left by two shares", "(100 - happy) - (100 - sad)", "−50 percentage points"},
		{"of what is left by more than two", "(100 - happy - none) - (100 - sad)", "−50 percentage points"},
		{"of what is left, doubled", "2 * (100 - happy) - 2 * (100 - sad)", "−100 percentage points"},
		{"of what is left of what is left", "(100 - (100 - happy)) - sad", "50 percentage points"},
		{"a share with its sign turned, and another", "0 - happy + sad", "−50 percentage points"},
		{"a share, and another with its sign turned", "happy + -1 * sad", "50 percentage points"},
		{"both with their signs turned", "(0 - sad) - (0 - happy)", "50 percentage points"},
		{"a share less one with its sign turned is a sum", "happy - (0 - sad)", "90%"},
		{"a typed share and a number of respondents", "typed + all", "!a share and a number of respondents"},
		{"a number of respondents less a typed share", "all - typed", "!a share and a number of respondents"},
		{"a share less a number of respondents", "happy - all", "!a share and a number of respondents"},
		{"a number of respondents less a share", "all - happy", "!a share and a number of respondents"},
		{"a number of respondents less points", "all - gap", "!a share and a number of respondents"},
	})
}

func TestWhatIsLeftOfAPlainNumberIsAShare(t *testing.T) {
	printsAs(t, []row{
		{"less one share", "100 - happy", "30%"},
		{"less a further share", "100 - happy - sad", "10%"},
		{"less a third", "100 - happy - sad - none", "10%"},
		{"from a plain number with decimals", "99.5 - happy", "29.5%"},
		{"from a named plain number", "plain - happy", "26%"},
		{"and a share on top, less one more", "100 - happy + sad - sad", "30%"},
		{"on top of a share, less one more", "sad + (100 - happy) - sad", "30%"},
		{"a share less what is left is in points", "happy - (100 - happy)", "40 percentage points"},
		{"a number of respondents leaves no share", "100 - all", "90"},
		{"so that a share cannot be taken from it", "100 - all - happy", "!a share and a number of respondents"},
		{"a sum of shares is not what is left", "happy + sad - none", "90 percentage points"},
	})
}

func TestAProductHasTheUnitOfTheOnlyOneThatHasAny(t *testing.T) {
	printsAs(t, []row{
		{"a share times a plain number", "happy * 2", "140%"},
		{"a plain number times a share", "2 * happy", "140%"},
		{"percentage points times a plain number", "gap * 2", "100 percentage points"},
		{"a plain number times percentage points", "2 * gap", "100 percentage points"},
		{"a plain number with decimals brings its own", "happy * 0.25", "17.50%"},
		{"a number of respondents times a plain number", "all * 3", "30"},
		{"two shares", "happy * sad", "1,400"},
		{"a number of respondents times a share", "all * happy", "700"},
		{"a share times a number of respondents", "happy * all", "700"},
	})
}

func TestAQuotientKeepsItsUnitOnlyByAPlainNumber(t *testing.T) {
	printsAs(t, []row{
		{"a share by a plain number", "happy / 2", "35%"},
		{"percentage points by a plain number", "gap / 2", "25 percentage points"},
		{"a number of respondents by a plain number", "all / 4", "3"},
		{"a plain number with decimals brings its own", "happy / 0.5", "140.0%"},
		{"a share by a share", "happy / sad", "3.5"},
		{"a share by one that rests on no answers", "happy / typed", "1.2"},
		{"a number of respondents by another", "all / offered", "2.0"},
		{"a share by a number of respondents", "happy / all", "7.0"},
		{"a plain number by a share", "100 / happy", "1.4"},
		{"what has more decimals keeps them", "exact / 0.25", "281.00%"},
		{"by nothing", "happy / 0", "!divided by 0"},
		{"by a share of nobody", "happy / none", "!divided by 0"},
		{"nothing by something", "none / happy", "0.0"},
		{"by a hidden nothing, which is not told", "happy / nobody", Dash},
	})
}

func TestWhatIsReckonedHasTheDecimalsOfItsParts(t *testing.T) {
	printsAs(t, []row{
		{"the first part's", "exact + 5", "75.3%"},
		{"the second part's", "100 - exact", "29.8%"},
		{"a mean's", "mean * 2", "7.3"},
		{"a plain number's", "sad + 0.25", "20.25%"},
		{"a whole number with a point has none", "sad + 1.0", "21%"},
		{"no more than two of a plain number", "sad + 0.125", "20.13%"},
		{"unrounded parts are added, their sum is rounded", "third + third", "133%"},
	})
}

func TestWhatIsReckonedWithSomethingHiddenIsHidden(t *testing.T) {
	printsAs(t, []row{
		{"in front", "hidden + happy", Dash},
		{"behind", "happy + hidden", Dash},
		{"times nothing", "hidden * 0", Dash},
		{"in a difference", "hidden - hidden", Dash},
		{"in a quotient", "hidden / 2", Dash},
		{"several steps away", "100 - (5 + hidden) * 2", Dash},
	})
}

// TestWhatIsUnknownSaysNothingMore: the fault is told where the figure could not be worked out.
func TestWhatIsUnknownSaysNothingMore(t *testing.T) {
	for _, s := range []string{
		"{unknown}", "{unknown + happy}", "{happy - unknown}", "{100 - unknown}", "{unknown > 50 ? 'most' : 'some'}",
		"{happy == unknown ? 'most' : 'some'}", "{words(unknown)}", "{words(100 - unknown)}", "{short()}",
	} {
		if got, list := reckoner(t).Fill(text(s)); len(list) > 0 || got.String() != "…" {
			t.Errorf("%s: %q, %v", s, got.String(), list)
		}
	}
}

func TestWhatIsReckonedRestsOnTheSourcesOfItsPartsEachOnce(t *testing.T) {
	tests := []struct {
		expression string
		want       []string // answers of the sources
	}{
		{"happy - 5", []string{"Happy"}},
		{"5 - happy", []string{"Happy"}},
		{"happy + sad", []string{"Happy", "Sad"}},
		{"happy - happy", []string{"Happy"}},
		{"happy + sad - happy", []string{"Happy", "Sad"}},
		{"happy - (sad - happy)", []string{"Happy", "Sad"}},
		{"typed - 5", nil},
	}
	for _, tt := range tests {
		r, list := reckoner(t).Eval(text(tt.expression))
		var got []string
		for _, s := range r.Value.(Figure).Sources {
			got = append(got, s.Answers...)
		}
		if len(list) > 0 || !slices.Equal(got, tt.want) {
			t.Errorf("%s rests on %q, want %q (%v)", tt.expression, got, tt.want, list)
		}
	}
}

func TestWhatIsReckonedIsReckonedAgainInAnotherDataSet(t *testing.T) {
	tests := []struct {
		expression string
		want       float64
		unit       Unit
	}{
		{"happy + sad", 70, Percent},
		{"happy - sad", 10, Points},
		{"100 - happy", 60, Percent},
		{"100 - happy - sad", 30, Percent},
		{"happy * 2", 80, Percent},
		{"2 * happy - 5", 75, Percent},
		{"happy - typed", -20, Points},
	}
	for _, tt := range tests {
		r, _ := reckoner(t).Eval(text(tt.expression))
		got, err := r.Value.(Figure).In("earlier")
		if err != nil || got.Value != tt.want || got.Unit != tt.unit {
			t.Errorf("%s was %v %s (%v), want %v %s", tt.expression, got.Value, got.Unit, err, tt.want, tt.unit)
		}
	}
}

func TestWhatHasNoCounterpartInAnotherDataSetIsRefused(t *testing.T) {
	tests := []struct{ name, expression, data, want string }{
		{"a plain number", "plain", "earlier", "no counterpart"},
		{"what is reckoned with plain numbers alone", "plain + 5", "earlier", "no counterpart"},
		{"a data set that there is not, in front", "happy + 5", "later", "there is no data set later"},
		{"a data set that there is not, behind", "5 + happy", "later", "there is no data set later"},
		{"what cannot be reckoned there", "100 / unmatched", "earlier", "divided by 0"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r, list := reckoner(t).Eval(text(tt.expression))
			f, isFigure := r.Value.(Figure)
			if !isFigure {
				t.Fatalf("%s gives no figure: %v", tt.expression, list)
			}
			if got, err := f.In(tt.data); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("%s was %+v, told %v, want to be told %q", tt.expression, got, err, tt.want)
			}
		})
	}
}
