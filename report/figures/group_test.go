package figures

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"lysark/config/diag"
	"lysark/report/template"
)

const members = `
[data.now]
file = "now.csv"
population = 40
[data.now.questions]
size = "Size"
mood = { column = "Mood", answers = ["Great", "Fine", "Bad"] }
uses = { column = "Uses", multiple = "+" }
score = "Score"
[data.then]
file = "then.csv"
`

func memberAnswers() files {
	return files{
		"now.csv": "Size;Mood;Uses;Score\nLarge;Fine;Bus+Car;5\nLarge;Fine;Bus;3\nLarge;Bad;;\n" +
			"Small;Great;Car;1\nSmall;Bad;Bus;2\n;Fine;Bus;5\n",
		"then.csv": "Size;Mood;Uses;Score\nLarge;Great;Bus;4\nLarge;Fine;Bus;2\nSmall;Bad;Car;1\n",
	}
}

func TestAGroupIsCountedAsAFileOfItsOwnWouldBe(t *testing.T) {
	b := languageOf(t, "", members, memberAnswers()).book
	large := Group{Where: Where{"size", "Large"}}
	alone := languageOf(t, "", strings.Replace(members, "[data.then]\nfile = \"then.csv\"\n", "", 1), files{
		"now.csv": "Size;Mood;Uses;Score\nLarge;Fine;Bus+Car;5\nLarge;Fine;Bus;3\nLarge;Bad;;\n",
	}).book
	type call func(b *Book, g Group) (template.Figure, error)
	for name, f := range map[string]call{
		"share": func(b *Book, g Group) (template.Figure, error) { return b.Share(g, "mood", []string{"Fine"}, false) },
		"share of several answers": func(b *Book, g Group) (template.Figure, error) {
			return b.Share(g, "uses", []string{"Bus", "Car"}, true)
		},
		"an answer that only others gave": func(b *Book, g Group) (template.Figure, error) {
			return b.Share(g, "mood", []string{"Great"}, false)
		},
		"count":       func(b *Book, g Group) (template.Figure, error) { return b.Count(g, "uses", nil) },
		"mean":        func(b *Book, g Group) (template.Figure, error) { return b.Mean(g, "score", nil) },
		"respondents": (*Book).Respondents,
	} {
		got, err := f(b, large)
		want, alsoErr := f(alone, Group{})
		if err != nil || alsoErr != nil {
			t.Fatalf("%s: %v, %v", name, err, alsoErr)
		}
		if s := got.Sources[0]; s.Data != "now" || s.Where != `size = "Large"` {
			t.Errorf("%s: the source is %+v", name, s)
		}
		got.Sources[0].Where = ""
		if !got.Same(want) {
			t.Errorf("%s of the group is %+v, of its own file %+v", name, got, want)
		}
		if all, err := f(b, Group{}); err != nil || all.Same(got) {
			t.Errorf("%s of all is that of the group: %+v, %v", name, all, err)
		}
	}
}

func TestAFiguresGroupIsTheSameInAnotherYear(t *testing.T) {
	b := languageOf(t, "", members, memberAnswers()).book
	now, err := b.Share(Group{Where: Where{"size", "Large"}}, "mood", []string{"Fine"}, false)
	if err != nil {
		t.Fatal(err)
	}
	then, err := now.In("then")
	if s := then.Sources[0]; err != nil || s.Data != "then" || s.Where != `size = "Large"` || s.Count != 1 || s.Base != 2 {
		t.Errorf("%+v, %v", then, err)
	}
}

func TestAGroupIsCountedOnceAndApart(t *testing.T) {
	b := languageOf(t, "", members, memberAnswers()).book
	for _, g := range []Group{{Data: "now"}, {"now", Where{"size", "Large"}}, {"now", Where{"size", "Small"}}, {"then", Where{"size", "Large"}}} {
		if _, ok := b.Counted(g, "mood"); ok {
			t.Errorf("%v is counted with another", g)
		}
		first, err := b.Tally(g, "mood")
		if again, ok := b.Counted(g, "mood"); err != nil || !ok || again.Base != first.Base || again.Group != g {
			t.Errorf("%v: %v, %+v", g, err, again)
		}
	}
	_, named, err := b.table(Group{"now", Where{"size", "Large"}})
	_, first, alsoErr := b.table(Group{Where: Where{"size", "Large"}})
	if named != first || err != nil || alsoErr != nil {
		t.Errorf("one group has two tables (%v, %v)", err, alsoErr)
	}
}

func TestAGroupThatThereIsNotIsTold(t *testing.T) {
	b := languageOf(t, "", members, memberAnswers()).book
	for _, tt := range []struct {
		where      Where
		rule       diag.Rule
		text, hint string
	}{
		{Where{"siz", "Large"}, diag.UnknownQuestion, `the data set "now" has no question "siz"`, `did you mean "size"?`},
		{Where{"size", "Lage"}, diag.UnknownAnswer, `nobody in now.csv answered "Lage" to "Size"`, `did you mean "Large"?`},
	} {
		_, err := b.Tally(Group{Where: tt.where}, "mood")
		var wrong *template.ArgError
		if !errors.As(err, &wrong) || wrong.Rule != tt.rule || wrong.Text != tt.text || wrong.Hint != tt.hint {
			t.Errorf("%v: %v", tt.where, err)
		}
	}
}

func TestASmallGroupIsSuppressed(t *testing.T) {
	for threshold, hidden := range map[int]bool{0: false, 3: false, 4: true} {
		b := languageOf(t, fmt.Sprintf("min_base = %d", threshold), members, memberAnswers()).book
		f, err := b.Share(Group{Where: Where{"size", "Large"}}, "mood", []string{"Fine"}, false)
		if err != nil || f.Hidden != hidden {
			t.Errorf("of three, with a threshold of %d: %+v, %v", threshold, f, err)
		}
	}
}
