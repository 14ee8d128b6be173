package figures

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"lysark/config"
	"lysark/config/diag"
	"lysark/report/locale"
	"lysark/report/survey"
	"lysark/report/template"
)

// files are a layout's answers by name.
type files map[string]string

// languageOf is the language of a layout in English, over its answers. deck is the lines of [deck], data the tables of
// data sets.
func languageOf(t testing.TB, deck, data string, answers files) *Language {
	t.Helper()
	text := "[deck]\ntitle = \"x\"\n" + deck + "\n" + data + "\n[[slide]]\nheadline = \"x\"\n"
	file, list := config.Read("deck.toml", func(string) ([]byte, error) { return []byte(text), nil })
	tables := map[string]*survey.Table{}
	for _, d := range file.Data {
		if content, there := answers[d.File.V]; there {
			table, more := survey.Read(d.File.V, []byte(content), survey.Options{
				Delimiter: ";", Weight: d.Weight.V, WeightPos: d.Weight.Pos,
			})
			tables[d.Name.V] = table
			list.Add(more)
		}
	}
	if list.HasErrors() {
		t.Fatalf("%s\n%v", text, list)
	}
	english, _ := locale.For("en")
	return NewLanguage(New(file, tables), english)
}

// worked is what an expression gives.
func worked(t testing.TB, l *Language, expression string) (any, diag.List) {
	t.Helper()
	result, list := l.Eval(template.Text{S: expression, Place: func(letter int) diag.Pos {
		return diag.Pos{File: "deck.toml", Line: 1, Col: letter + 1}
	}})
	return result.Value, list
}

// shown is a value as it prints, and what it rests on: "50% (5 of 10)".
func shown(t testing.TB, l *Language, expression string) string {
	t.Helper()
	value, list := worked(t, l, expression)
	if len(list) > 0 {
		return fmt.Sprintf("%d %s: %s; %s", list[0].Col, list[0].Rule, list[0].Message, list[0].Hint)
	}
	if texts, ok := value.([]string); ok {
		return strings.Join(texts, ", ")
	}
	text, err := l.Print(value)
	if err != nil {
		return err.Error()
	}
	if f, ok := value.(template.Figure); ok {
		for _, s := range f.Sources {
			text += fmt.Sprintf(" [%s.%s %s: %d of %d]", s.Data, s.Question, strings.Join(s.Answers, "+"), s.Count, s.Base)
		}
	}
	return strings.ReplaceAll(text, "\u00a0", " ")
}

const twoYears = `
[data.now]
file = "now.csv"
population = 40
previous = "then"
[data.now.questions]
mood = { column = "Mood", answers = ["Great", "Fine", "Bad", "Awful"], in_text = { "Fine" = "fine by them" } }
uses = { column = "Uses", multiple = "+" }
score = "Score"
"a.b" = "Dotted"
[data.then]
file = "then.csv"
`

func answered() files {
	return files{
		"now.csv": "Mood;Uses;Score;Dotted\nFine;Bus+Car;5;x\nFine;Bus;4;x\nFine;Bus;4;y\nFine;Car;3;\nFine;;2;\nGreat;Walk;1;\n" +
			"Great;;10;\nBad;;Don't know;\nBad;;;\nBad;;;\n",
		"then.csv": "Mood;Uses;Score\nFine;Bus;1\nFine;Car;2\nBad;Car;3\nBad;;3,5\nAwful;;\n",
	}
}

func TestWhatIsCounted(t *testing.T) {
	l := languageOf(t, "", twoYears, answered())
	tests := []struct{ expression, want string }{
		{"share('mood', 'Fine')", "50% [now.mood Fine: 5 of 10]"},
		{"share('mood', 'Fine', 'Great')", "70% [now.mood Fine+Great: 7 of 10]"},
		{"share('mood', 'Awful')", "0% [now.mood Awful: 0 of 10]"},
		{"share('uses', 'Bus', 'Car')", "80% [now.uses Bus+Car: 4 of 5]"}, // who uses both counts once
		{"share_of_all('uses', 'Bus')", "30% [now.uses Bus: 3 of 10]"},
		{"share('then.mood', 'Fine')", "40% [then.mood Fine: 2 of 5]"},
		{"count('mood', 'Bad')", "3 [now.mood Bad: 3 of 10]"},
		{"count('uses', 'Bus', 'Car')", "4 [now.uses Bus+Car: 4 of 5]"},
		{"base('uses')", "5 [now.uses : 5 of 5]"},
		{"base('a.b')", "3 [now.a.b : 3 of 3]"}, // a question may have a dot in its own name
		{"mean('score', \"Don't know\")", "4.1 [now.score : 7 of 7]"},
		{"mean('then.score')", "2.4 [then.score : 4 of 4]"},
		{"respondents()", "10 [now. : 10 of 10]"},
		{"respondents('then')", "5 [then. : 5 of 5]"},
		{"response()", "25% [now. : 10 of 40]"},
		{"population()", "40 [now. : 10 of 40]"},
		{"top('mood')", "Fine"},
		{"top('then.mood')", "Fine and Bad"}, // a tie is told
		{"rank('mood', 'Fine')", "1 [now.mood Fine: 5 of 10]"},
		{"rank('mood', 'Great')", "3 [now.mood Great: 2 of 10]"},
		{"rank('then.mood', 'Bad')", "1 [then.mood Bad: 2 of 5]"}, // equals share the better place
		{"rank('then.mood', 'Awful')", "3 [then.mood Awful: 1 of 5]"},
		{"answers('mood')", "Fine, Bad, Great"},
		{"answers('mood', 1)", "Fine"},
		{"answers('then.mood', 1)", "Fine, Bad"},
		{"answers('mood', 3)", "Fine, Bad, Great"},
		{"list('mood', 2)", "fine by them and bad"},
		{"was(share('mood', 'Fine'))", "40% [then.mood Fine: 2 of 5]"},
		{"was(share('now.mood', 'Fine'), 'then')", "40% [then.mood Fine: 2 of 5]"},
		{"was(share_of_all('uses', 'Bus'))", "20% [then.uses Bus: 1 of 5]"},
		{"was(count('mood', 'Bad'))", "2 [then.mood Bad: 2 of 5]"},
		{"was(mean('score', \"Don't know\"))", "2.4 [then.score : 4 of 4]"},
		{"was(respondents())", "5 [then. : 5 of 5]"},
		{"change(share('mood', 'Fine'))", "up 10 percentage points"},
		{"change(share('mood', 'Awful'))", "down 20 percentage points"},
		{"change(respondents())", "up 5"},
		{"fraction(share('mood', 'Fine'))", "half"},
		{"fraction(share('mood', 'Great', 'Fine'), 10)", "7 in 10"},
		{"pct(share('uses', 'Walk'), 1)", "20.0% [now.uses Walk: 1 of 5]"},
		{"num(share('uses', 'Walk'), 3)", "20.000 [now.uses Walk: 1 of 5]"},
		{"num(1234, 0)", "1,234"},
		{"fraction(share('mood', 'Fine'), 2)", "half"},
		{"fraction(share('mood', 'Great'), 10)", "2 in 10"},
		{"pct(share('mood', 'Fine') - share('mood', 'Bad'))", "20 percentage points [now.mood Fine: 5 of 10] [now.mood Bad: 3 of 10]"},
		{"num(share('mood', 'Fine') - share('mood', 'Bad'), 1)", "20.0 [now.mood Fine: 5 of 10] [now.mood Bad: 3 of 10]"},
		{"pct(42)", "42%"},
		{"pct(share('mood', 'Fine') / 2, 1)", "25.0% [now.mood Fine: 5 of 10]"},
		{"list('mood')", "fine by them, bad and great"},
		{"about(share('mood', 'Great', 'Fine'), 20)", "80% [now.mood Great+Fine: 7 of 10]"},
		{"about(share('mood', 'Great'))", "20% [now.mood Great: 2 of 10]"},
		{"about(share('mood', 'Fine'), 1)", "50% [now.mood Fine: 5 of 10]"},
		{"value(count('mood', 'Bad')) + 0.5", "3.5"},
		{"words(count('mood', 'Bad'))", "three"},
		{"capital(words(count('mood', 'Bad')))", "Three"},
		{"list([1, 2, 3])", "1, 2 and 3"},
		{"list(['a', base('mood')])", "a and 10"},
		{"plain('68')", "68"},
	}
	for _, tt := range tests {
		if got := shown(t, l, tt.expression); got != tt.want {
			t.Errorf("%s\ngot  %s\nwant %s", tt.expression, got, tt.want)
		}
	}
	if list := l.book.Told(); len(list) > 0 {
		t.Errorf("told: %v", list)
	}
}

func TestWhatCannotBeCountedIsTold(t *testing.T) {
	l := languageOf(t, "", twoYears, answered())
	tests := []struct{ expression, want string }{
		{"top('mod')", `5 unknown-question: the data set "now" has no question "mod"; did you mean "mood"?`},
		{"rank('mod', 'Fine')", `6 unknown-question: the data set "now" has no question "mod"; did you mean "mood"?`},
		{"rank('mood', 'Fin')", `14 unknown-answer: nobody in now.csv answered "Fin" to "Mood"; did you mean "Fine"?`},
		{"list('mod', 2)", `6 unknown-question: the data set "now" has no question "mod"; did you mean "mood"?`},
		{"share('mod', 'Fine')", `7 unknown-question: the data set "now" has no question "mod"; did you mean "mood"?`},
		{"share('then.mod', 'Fine')", `7 unknown-question: the data set "then" has no question "mod"; name it under [data.then.questions]`},
		{"share('mood', 'Fin')", `15 unknown-answer: nobody in now.csv answered "Fin" to "Mood"; did you mean "Fine"?`},
		{"share('uses', 'Bus', 'Plane')", `22 unknown-answer: nobody in now.csv answered "Plane" to "Uses"; use one of "Bus", "Car", "Walk"`},
		{"share('mood')", `7 bad-expression: the share of which answer to "mood"?; name it: share('mood', '…')`},
		{"mean('score')", `6 bad-data: the answer "Don't know" to "Score" is no number, so it has no mean; leave it out: mean('score', 'Don\\'t know')`},
		{"mean('a.b', 'x', 'y')", `6 empty-data: nobody in now.csv gave a number to "Dotted"; `},
		{"respondents('now', 'then')", `20 bad-expression: one data set can be named; `},
		{"respondents('never')", `1 unknown-question: there is no data set "never"; use one of "now", "then"`},
		{"response('then')", `1 missing: the layout does not say how many were asked for the data set "then"; add population = … to [data.then]`},
		{"population('then')", `1 missing: the layout does not say how many were asked for the data set "then"; add population = … to [data.then]`},
		{"answers('mood', 4)", `17 value-range: 4 answers are asked for, and 3 were given to "Mood"; `},
		{"answers('mood', -1)", `17 value-range: -1 answers are asked for, and 3 were given to "Mood"; `},
		{"was(1 + base('mood') * 0, 'x')", `27 unknown-question: there is no data set "x"; use one of "now", "then"`},
		{"was(share('then.mood', 'Fine'))", `1 missing: the layout does not say which data set comes before "then"; add previous = "…" to [data.then], or name it: change(x, 'now')`},
		{"change(num(5))", `8 bad-expression: the figure comes from no data set, so it has no earlier value; `},
		{"fraction(base('mood'))", `10 bad-expression: a fraction is written of a share, and this is none; share(…) works one out`},
		{"fraction(share('mood', 'Bad'), 2)", `10 bad-expression: no such fraction is within 3 points of 30.0%; print the share itself, or choose another denominator`},
		{"list([base('mood'), 1 == 1])", `1 bad-expression: the expression gives true or false, which cannot be printed; write it as a ? "…" : "…"; `},
		{"fraction(share('mood', 'Fine'), 1)", `33 value-range: a fraction of 1 is hard to see; 2 to 10 can be taken; `},
		{"fraction(share('mood', 'Fine'), 11)", `33 value-range: a fraction of 11 is hard to see; 2 to 10 can be taken; `},
		{"pct(share('mood', 'Fine'), 4)", `28 value-range: a figure is printed with 0 to 3 decimals, not 4; `},
		{"pct(share('mood', 'Fine'), -1)", `28 value-range: a figure is printed with 0 to 3 decimals, not -1; `},
		{"pct(base('mood'))", `5 bad-expression: a number of respondents is no share; share(…) works one out`},
		{"was(share('uses', 'Walk'))", `5 unknown-answer: nobody in then.csv answered "Walk" to "Uses"; use one of "Bus", "Car"`},
		{"change(share('mood', 'Fine'), 'thn')", `31 unknown-question: there is no data set "thn"; did you mean "then"?`},
		{"about(share('mood', 'Fine'), 0)", `30 value-range: a figure is rounded to a step of 1 or more; `},
	}
	for _, tt := range tests {
		if got := shown(t, l, tt.expression); got != tt.want {
			t.Errorf("%s\ngot  %s\nwant %s", tt.expression, got, tt.want)
		}
	}
}

func TestADataSetThatCannotBeReadIsToldByWhoeverReadIt(t *testing.T) {
	l := languageOf(t, "", twoYears, files{"then.csv": "Mood\nFine\n"})
	if _, err := l.book.Tally(Group{Data: "now"}, "mood"); !errors.Is(err, template.ErrReported) {
		t.Errorf("got %v", err)
	}
	if _, list := worked(t, l, "share('mood', 'Fine')"); len(list) > 0 {
		t.Errorf("told again: %v", list)
	}
	none := languageOf(t, "", "", nil)
	if got := shown(t, none, "base('mood')"); got != `1 missing: the layout names no data; add a table [data.svar] with file = "…"` {
		t.Errorf("got %s", got)
	}
}

func TestWhatIsWrongWithAnswersIsToldOnce(t *testing.T) {
	l := languageOf(t, "", "[data.now]\nfile = \"now.csv\"\n[data.now.questions]\nmood = { column = \"Mood\", answers = [\"Fine\"] }\n",
		files{"now.csv": "Mood\nFine\nBad\n"})
	for range 2 {
		if _, err := l.book.Tally(Group{}, "mood"); !errors.Is(err, template.ErrReported) {
			t.Errorf("got %v", err)
		}
	}
	if list := l.book.Told(); len(list) != 1 || list[0].Rule != diag.UnknownAnswer || !strings.Contains(list[0].Message, `"Bad"`) {
		t.Errorf("told: %v", list)
	}
	if list := l.book.Told(); len(list) > 0 {
		t.Errorf("told again: %v", list)
	}
	if _, ok := l.book.Counted(Group{}, "mood"); ok {
		t.Error("a question whose answers are wrong counts as counted")
	}
}
