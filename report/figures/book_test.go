package figures

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"lysark/config"
	"lysark/config/diag"
	"lysark/report/locale"
	"lysark/report/template"
)

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

func TestSpellingsOfASmallGroupAreNotTold(t *testing.T) {
	const set = "[data.now]\nfile = \"now.csv\"\n[data.now.questions]\nmood = \"Mood\"\n"
	for threshold, told := range map[int]int{0: 1, 3: 1, 4: 0} {
		l := languageOf(t, fmt.Sprintf("min_base = %d", threshold), set, files{"now.csv": "Mood\nFine\nfine\nBad\n"})
		_, _ = l.book.Tally(Group{}, "mood")
		if list := l.book.Told(); len(list) != told {
			t.Errorf("with a threshold of %d: %v", threshold, list)
		}
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
