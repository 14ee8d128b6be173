package template

import (
	"slices"
	"strings"
	"testing"
)

// padded is an expression that prints 1 and has that many letters.
func padded(letters int) string { return strings.Repeat(" ", letters-1) + "1" }

func TestAnExpressionHasAtMost5000Letters(t *testing.T) {
	printsAs(t, []row{
		{"just so", padded(5000), "1"},
		{"one more", padded(5001), "!the expression is too long"},
	})
	e := reckoner(t)
	if got := e.Names(strings.Repeat(" ", 4995) + "happy"); !slices.Equal(got, []string{"happy"}) {
		t.Errorf("the names of one that is long enough: %q", got)
	}
	if got := e.Names(strings.Repeat(" ", 4996) + "happy"); got != nil {
		t.Errorf("the names of one that is too long: %q", got)
	}
	for letters, want := range map[int]string{5000: "1", 5001: "…"} {
		ready, list := e.Prepare(text("{" + padded(letters) + "}"))
		filled, _ := e.FillReady(ready)
		if filled.String() != want || (len(list) > 0) != (want == "…") {
			t.Errorf("%d letters that are prepared print %q, %v", letters, filled.String(), list)
		}
	}
}

func TestNamesAreInTheOrderTheyAreWritten(t *testing.T) {
	tests := []struct {
		expression string
		want       []string
	}{
		{"sad + happy * sad", []string{"sad", "happy", "sad"}},
		{"words(happy)", []string{"words", "happy"}},
		{"nowhere", []string{"nowhere"}},
		{"'a text'", nil},
		{"happy +", nil},
	}
	for _, tt := range tests {
		if got := reckoner(t).Names(tt.expression); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q", tt.expression, got, tt.want)
		}
	}
}

func TestWhatAnExpressionRestsOn(t *testing.T) {
	tests := []struct {
		name, expression string
		literal          bool // on what it says itself and nothing else
		figures          int  // each once
		spoken           string
	}{
		{"a number", "7", true, 0, ""},
		{"a sum of numbers", "7 + 3", true, 0, ""},
		{"a text", "'seven'", true, 0, "seven"},
		{"a function of what is written", "words(7)", true, 0, ""},
		{"a share that is typed", "pct(70)", true, 1, ""},
		{"a name that the expression gives", "let x = 7; x + x", true, 0, ""},
		{"a variable", "year", false, 0, ""},
		{"a figure", "happy", false, 1, ""},
		{"a figure that rests on no answers", "plain", false, 1, ""},
		{"a figure beside a number", "100 - happy", false, 1, ""},
		{"a number and two figures", "7 + happy + sad", false, 2, ""},
		{"a figure that is named twice", "happy + happy", false, 1, ""},
		{"a figure behind a name that the expression gives", "let x = happy; x + 5", false, 1, ""},
		{"a function that names something", "top('mood')", false, 0, ""},
		{"such a function beside words", "top('mood') + ' is first'", false, 0, " is first"},
		{"a choice of words", "happy > 50 ? 'most' : 'few'", false, 1, "most|few"},
		{"words that are compared are not printed", "name == 'Members' ? 'us' : name", false, 0, "us"},
		{"words beside one another", "'a' + 'b'", true, 0, "a|b"},
		{"words for what there is not", "name ?? 'b'", false, 0, "b"},
		{"words that are asked for a part", "'abc' contains 'b' ? 'yes' : 'no'", true, 0, "yes|no"},
		{"words in capitals", "upper('abc')", true, 0, "abc"},
		{"the length of words", "len('abc')", true, 0, ""},
		{"the first of a list", "['a', 'b'][0]", true, 0, "a|b"},
		{"words that have a name", "let x = 'seven'; x", true, 0, "seven"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, list := reckoner(t).Fill(text("{" + tt.expression + "}"))
			p := got.Pieces[0]
			if p.Literal != tt.literal || len(p.Figures) != tt.figures || len(list) > 0 {
				t.Errorf("literal %v, %d figures, %v", p.Literal, len(p.Figures), list)
			}
			if spoken := strings.Join(p.Spoken, "|"); spoken != tt.spoken {
				t.Errorf("it may print %q, want %q", spoken, tt.spoken)
			}
		})
	}
}

// TestATextThatRestsOnAFigureIsFollowedToIt: functions that give a text note the figures they were given or counted.
func TestATextThatRestsOnAFigureIsFollowedToIt(t *testing.T) {
	tests := []struct {
		name    string
		noted   Figure
		literal bool
	}{
		{"a figure of answers", layout()["happy"], false},
		{"a plain number with a unit", Figure{Value: 60, Unit: Percent}, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var e *Engine
			e = New(reckoner(t).Locale, []Function{{
				Name: "told", Types: []any{new(func() string)},
				Call: func([]any) (any, error) { e.Note(tt.noted); return "told", nil },
			}})
			for range 2 { // what one expression rests on, the next does not
				r, list := e.Eval(text("told()"))
				if len(r.Figures) != 1 || !r.Figures[0].Same(tt.noted) || r.Literal != tt.literal || len(list) > 0 {
					t.Errorf("%+v, %v", r, list)
				}
			}
			if r, _ := e.Eval(text("'words'")); len(r.Figures) != 0 || !r.Literal {
				t.Errorf("words rest on %+v", r.Figures)
			}
		})
	}
}

func TestAListOfTextsStandsForSeveral(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
		told       int
	}{
		{"a list", "{answers('mood')}", []string{"Happy", "Sad"}, 0},
		{"an entry of it", "{answers('mood')[1]}", []string{"Sad"}, 0},
		{"words", "Happy", []string{"Happy"}, 0},
		{"no words", "", []string{""}, 0},
		{"a figure", "{happy}", []string{"70%"}, 0},
		{"a figure within words", "{happy} of us", []string{"70% of us"}, 0},
		{"a list within words", "{answers('mood')} of us", []string{"… of us"}, 1},
		{"a list beside a brace too many", "{answers('mood')}}", []string{"…"}, 2},
		{"a list of numbers", "{[1, 2]}", []string{"…"}, 1},
		{"an unknown name", "{hapy}", []string{"…"}, 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, list := reckoner(t).List(text(tt.text))
			if !slices.Equal(got, tt.want) || len(list) != tt.told {
				t.Errorf("%q, %v, want %q", got, list, tt.want)
			}
		})
	}
}

func TestWhatIsNoneOfTheAuthorsWordsIsRefused(t *testing.T) {
	printsAs(t, []row{
		{"the function behind a sign", "operator_plus(happy, sad)", `!there is no function`},
		{"a function of the language that sees the clock", "now()", `!"now"`},
		{"a function without its brackets", "words", "!words is a function"},
		{"a name within the arguments of a function", "words(hapy)", `!"hapy"`},
		{"the first of two names", "hapy + sda", `!"hapy"`},
		{"what cannot be read is told before its names", "hapy +", "!ends too soon"},
		{"a part of a figure", "happy.Value", "!a figure has no parts"},
		{"a part of a sum", "(happy + sad).Value", "!a figure has no parts"},
		{"an entry of a sum", "(happy + sad)[0]", "!a figure has no parts"},
		{"a part of a list's entry", "[happy, sad][0].Value", "!a figure has no parts"},
		{"a part of one of two", "(happy > 5 ? happy : sad)['Value']", "!a figure has no parts"},
		{"a part of a figure that is given a name", "let x = happy; x.Hidden", "!a figure has no parts"},
		{"a sign that a figure has not", "happy % 7", "!does not go with figure and number"},
	})
}
