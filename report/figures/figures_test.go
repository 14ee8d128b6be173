package figures

import (
	"errors"
	"fmt"
	"math"
	"slices"
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

// TestATextRestsOnTheSharesOfItsAnswers: what is said of answers in words can be followed to the answers.
func TestATextRestsOnTheSharesOfItsAnswers(t *testing.T) {
	l := languageOf(t, "", twoYears, answered())
	small := languageOf(t, "min_base = 11", twoYears, answered())
	for expression, want := range map[string]string{
		"top('mood')":                            "Fine 50",
		"top('then.mood')":                       "Fine 40, Bad 40",
		"list('mood', 2)":                        "Fine 50, Bad 30",
		"change(share('mood', 'Fine'))":          "Fine 50, Fine 40",
		"fraction(share('mood', 'Fine'))":        "Fine 50",
		"answers('then.mood', 1)[0]":             "Fine 40, Bad 40",
		"share('mood', 'Fine') > 10 ? 'a' : 'b'": "Fine 50",
	} {
		rests := func(l *Language) (string, bool) {
			r, list := l.Eval(template.Text{S: expression, Place: func(int) diag.Pos { return diag.Pos{} }})
			var out []string
			hidden := len(list) > 0
			for _, f := range r.Figures {
				out = append(out, fmt.Sprintf("%s %.4g", strings.Join(f.Sources[0].Answers, "+"), f.Value))
				hidden = hidden || f.Hidden
			}
			return strings.Join(out, ", "), hidden
		}
		if got, hidden := rests(l); got != want || hidden {
			t.Errorf("%s rests on %s (hidden: %t), want %s", expression, got, hidden, want)
		}
		if got, hidden := rests(small); !hidden {
			t.Errorf("%s of a group too small rests on %s, and none is hidden", expression, got)
		}
	}
}

// TestWeightsThatAddUpToTheSameAreATie, in whichever order they were added.
func TestWeightsThatAddUpToTheSameAreATie(t *testing.T) {
	const set = "[data.now]\nfile = \"now.csv\"\nweight = \"W\"\nquestions = { q = \"Q\" }\n"
	for weight, want := range map[string]string{"0.3": "a and b", "0.3000001": "b", "0.2999999": "a"} {
		l := languageOf(t, "", set, files{"now.csv": "Q;W\na;0.1\na;0.2\nb;" + weight + "\nc;0.05\n"})
		if got := shown(t, l, "top('q')"); got != want {
			t.Errorf("with %s the first is %s, want %s", weight, got, want)
		}
		rank := "1"
		if want == "b" {
			rank = "2"
		}
		if got := shown(t, l, "rank('q', 'a')"); !strings.HasPrefix(got, rank+" ") {
			t.Errorf("with %s a is number %s", weight, got)
		}
		if got := shown(t, l, "answers('q')"); got != map[bool]string{true: "b, a, c", false: "a, b, c"}[want == "b"] {
			t.Errorf("with %s the order is %s", weight, got)
		}
	}
	l := languageOf(t, "", set, files{"now.csv": "Q;W\na;1000000000\nb;1000000000.5\n"})
	if got := shown(t, l, "top('q')"); got != "a and b" { // of a milliard half of one is nothing
		t.Errorf("the first is %s", got)
	}
}

func TestTheShareOfThoseWhoWereAsked(t *testing.T) {
	l := languageOf(t, "", strings.Replace(twoYears, "[data.then]\n", "[data.then]\npopulation = 7\n", 1), answered())
	for expression, want := range map[string]float64{
		"response('then')": 500.0 / 7, "was(response())": 500.0 / 7, "was(population())": 7, "response()": 25,
		"respondents() - was(respondents())": 5,
	} {
		if value, list := worked(t, l, expression); len(list) > 0 || math.Abs(value.(template.Figure).Value-want) > 1e-12 {
			t.Errorf("%s is %v (%v), want %v", expression, value, list, want)
		}
	}
	for _, expression := range []string{"respondents('never')", "response('never')", "population('never')", "mean('never')"} {
		if _, list := worked(t, l, expression); len(list) != 1 || list[0].Rule != diag.UnknownQuestion {
			t.Errorf("%s: %v", expression, list)
		}
	}
}

func TestWhichDataSetComesBefore(t *testing.T) {
	set := func(name, more string) string {
		return "[data." + name + "]\nfile = \"" + name + ".csv\"\n" + more
	}
	const question = "questions = { mood = \"Mood\" }\n"
	answers := files{"a.csv": "Mood\nFine\n", "b.csv": "Mood\nBad\nFine\n", "c.csv": "Mood\nBad\n"}
	const missing = `5 missing: the layout does not say which data set comes before %q; add previous = "…" to [data.%[1]s]%s`
	for _, tt := range []struct{ name, sets, expression, want string }{
		{"the only other one", set("a", question) + set("b", ""), "was(share('mood', 'Fine'))", "50% [b.mood Fine: 1 of 2]"},
		{"not that of the first", set("a", question) + set("b", ""), "was(share('b.mood', 'Fine'))",
			fmt.Sprintf(missing, "b", ", or name it: change(x, 'a')")},
		{"no other", set("a", question), "was(share('mood', 'Fine'))", fmt.Sprintf(missing, "a", "")},
		{"several others", set("a", question) + set("b", "") + set("c", ""), "was(share('mood', 'Fine'))",
			fmt.Sprintf(missing, "a", ", or name it: change(x, 'b')")},
		{"the one that is named", set("a", "previous = \"b\"\n"+question) + set("c", "") + set("b", ""),
			"was(share('mood', 'Fine'))", "50% [b.mood Fine: 1 of 2]"},
	} {
		if got := strings.Replace(shown(t, languageOf(t, "", tt.sets, answers), tt.expression), "1 missing", "5 missing", 1); got != tt.want {
			t.Errorf("%s:\ngot  %s\nwant %s", tt.name, got, tt.want)
		}
	}
}

func TestAWrongAnswerOfASmallGroupIsNotQuoted(t *testing.T) {
	const set = "[data.now]\nfile = \"now.csv\"\n[data.now.questions]\nmood = { column = \"Mood\", answers = [\"Fine\"] }\n"
	for _, tt := range []struct {
		threshold int
		told      bool
	}{{0, true}, {2, true}, {3, false}} {
		l := languageOf(t, fmt.Sprintf("min_base = %d", tt.threshold), set, files{"now.csv": "Mood\nFine\nBad\n"})
		_, _ = l.book.Tally(Group{}, "mood")
		list := l.book.Told()
		if len(list) != 1 || strings.Contains(list[0].Message, "Bad") != tt.told {
			t.Errorf("with a threshold of %d: %v", tt.threshold, list)
		}
	}
	// what is wrong with the file is told whoever answered
	l := languageOf(t, "min_base = 3", strings.Replace(set, "Mood", "Mod", 1), files{"now.csv": "Mood\nFine\nBad\n"})
	_, _ = l.book.Tally(Group{}, "mood")
	if list := l.book.Told(); len(list) != 1 || list[0].Rule != diag.UnknownColumn || !strings.Contains(list[0].Hint, "Mood") {
		t.Errorf("told: %v", list)
	}
}

func TestWhatHasBeenCountedIsKnownByTheNameOfItsSetOrNone(t *testing.T) {
	l := languageOf(t, "", twoYears, answered())
	if _, ok := l.book.Counted(Group{}, "mood"); ok {
		t.Error("counted before it was asked for")
	}
	_, _ = l.book.Tally(Group{}, "mood")
	for _, g := range []Group{{}, {Data: "now"}} {
		if tally, ok := l.book.Counted(g, "mood"); !ok || tally.Data != "now" || tally.Base != 10 {
			t.Errorf("%v: %v, %t", g, tally, ok)
		}
	}
	if _, ok := l.book.Counted(Group{Data: "then"}, "mood"); ok {
		t.Error("another year is taken for counted")
	}
	none := languageOf(t, "", "", nil)
	if _, ok := none.book.Counted(Group{}, "mood"); ok {
		t.Error("counted without data")
	}
}

func TestAnEarlierYearHasTheQuestionsWhoseColumnsItHas(t *testing.T) {
	l := languageOf(t, "", "[data.now]\nfile = \"now.csv\"\nquestions = { mood = \"Mood\", score = \"Score\" }\n[data.then]\nfile = \"then.csv\"\n",
		files{"now.csv": "Mood;Score\nFine;1\n", "then.csv": "Mood\nBad\n"})
	if got := shown(t, l, "share('then.mood', 'Bad')"); got != "100% [then.mood Bad: 1 of 1]" {
		t.Errorf("got %s", got)
	}
	const want = `6 unknown-question: the data set "then" has no question "score"; name it under [data.then.questions]`
	if got := shown(t, l, "base('then.score')"); got != want {
		t.Errorf("got %s", got)
	}
}

func TestWeightsWeighSharesAndMeansButNoNumbersOfRespondents(t *testing.T) {
	l := languageOf(t, "", "[data.now]\nfile = \"now.csv\"\nweight = \"W\"\n[data.now.questions]\nmood = \"Mood\"\nscore = \"Score\"\n",
		files{"now.csv": "Mood;Score;W\nFine;4;3\nBad;2;1\nBad;;1\n;1;5\n"})
	for _, tt := range []struct {
		expression string
		value      float64
		of         float64 // weight of the base
		effective  float64
	}{
		{"share('mood', 'Fine')", 60, 5, 25.0 / 11},
		{"share_of_all('mood', 'Fine')", 30, 10, 100.0 / 36},
		{"count('mood', 'Bad')", 2, 5, 25.0 / 11},
		{"mean('score')", (4*3 + 2 + 5) / 9.0, 9, 81.0 / 35},
	} {
		value, list := worked(t, l, tt.expression)
		f, ok := value.(template.Figure)
		if !ok || len(list) > 0 {
			t.Fatalf("%s: %v", tt.expression, list)
		}
		s := f.Sources[0]
		if math.Abs(f.Value-tt.value) > 1e-12 || s.WeightedOf != tt.of || math.Abs(s.Effective-tt.effective) > 1e-12 || !s.Weighted {
			t.Errorf("%s is %v of %v, as sure as %v", tt.expression, f.Value, s.WeightedOf, s.Effective)
		}
	}
	if got := shown(t, l, "top('mood')"); got != "Fine" { // one of three, and the heaviest
		t.Errorf("top is %s", got)
	}
}

func TestAnAnswerOfAChartIsTheShareThatAnExpressionGives(t *testing.T) {
	l := languageOf(t, "", twoYears, answered())
	tally, err := l.book.Tally(Group{Data: "now"}, "uses")
	if err != nil {
		t.Fatal(err)
	}
	for _, answer := range append(tally.Labels(), "Nobody's") {
		for _, of := range []struct {
			Of
			same func() (template.Figure, error)
		}{
			{Of{}, func() (template.Figure, error) { return l.book.Share(Group{}, "uses", []string{answer}, false) }},
			{Of{All: true}, func() (template.Figure, error) { return l.book.Share(Group{}, "uses", []string{answer}, true) }},
			{Of{Count: true}, func() (template.Figure, error) { return l.book.Count(Group{}, "uses", []string{answer}) }},
		} {
			got := l.book.Answer(tally, answer, of.Of)
			want, err := of.same()
			if answer == "Nobody's" { // a chart may show an answer that another of its questions has
				if got.Value != 0 || got.Sources[0].Count != 0 {
					t.Errorf("%v of an answer that nobody gave: %v", of.Of, got)
				}
				continue
			}
			if err != nil || !got.Same(want) {
				t.Errorf("%s, %v: %v, and the expression gives %v (%v)", answer, of.Of, got, want, err)
			}
		}
	}
}

func TestLiteralsAreReadBackAsTheyAre(t *testing.T) {
	for _, text := range []string{"Ja", "Don't know", `a\b`, `"quoted"`, `\'`} {
		toml := "[deck]\ntitle = \"x\"\n[figures]\nf = \"base(" + Literal(text) + ")\"\n[[slide]]\nheadline = \"x\"\n"
		file, list := config.Read("deck.toml", func(string) ([]byte, error) { return []byte(toml), nil })
		if len(list) > 0 {
			t.Fatalf("%s: %v", text, list)
		}
		l := NewLanguage(New(file, nil), locale.Locale{})
		r, list := l.Prepare(template.Text{S: "{" + file.Figures[0].Value.V + "}", Place: func(int) diag.Pos { return diag.Pos{} }})
		if uses := r.Uses(); len(list) > 0 || len(uses) != 1 || !slices.Equal(uses[0].Texts, []template.Named{{Function: "base", S: text}}) {
			t.Errorf("%q is read as %v (%v)", text, uses, list)
		}
	}
}
