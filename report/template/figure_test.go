package template

import (
	"errors"
	"math"
	"strings"
	"testing"

	"lysark/report/locale"
)

func TestAValueIsPrintedByItsKind(t *testing.T) {
	tests := []struct {
		name  string
		value any
		want  string
	}{
		{"a share", Figure{Value: 67.5, Unit: Percent}, "68%"},
		{"a share with decimals", Figure{Value: 67.45, Unit: Percent, Decimals: 1}, "67.5%"},
		{"percentage points", Figure{Value: 2.4, Unit: Points}, "2\u00a0percentage points"},
		{"percentage points with decimals", Figure{Value: 2.44, Unit: Points, Decimals: 1}, "2.4\u00a0percentage points"},
		{"a number", Figure{Value: 12345.4, Unit: Number}, "12,345"},
		{"a number with decimals", Figure{Value: 3.66, Unit: Number, Decimals: 1}, "3.7"},
		{"something hidden", Figure{Value: 50, Unit: Percent, Hidden: true}, "–"},
		{"something hidden that is no number", Figure{Value: math.NaN(), Unit: Percent, Hidden: true}, "–"},
		{"a year is not grouped", 12345, "12345"},
		{"a plain number without decimals", 4.0, "4"},
		{"a plain number with one", 2.5, "2.5"},
		{"a plain number with two", 2.25, "2.25"},
		{"a plain number with three", 2.125, "2.13"},
		{"a plain number whose second decimal is nothing", 2.501, "2.5"},
		{"a plain number whose decimals are all nothing", 2.001, "2"},
		{"a plain number that is a whole one but for its error", 0.1*3 + 0.7, "1"},
		{"a plain number below 0", -2.5, "−2.5"},
		{"a text", "Members", "Members"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got, err := reckoner(t).Print(tt.value); got != tt.want || err != nil {
				t.Errorf("got %q, want %q (%v)", got, tt.want, err)
			}
		})
	}
}

func TestWhatIsNoFigureIsNotPrinted(t *testing.T) {
	tests := []struct {
		name  string
		value any
		want  string
	}{
		{"no number", Figure{Value: math.NaN(), Unit: Percent}, "gives no number"},
		{"more than any number", Figure{Value: math.Inf(1), Unit: Percent}, "gives no number"},
		{"less than any number", Figure{Value: math.Inf(-1), Unit: Number}, "gives no number"},
		{"a plain one that is no number", math.NaN(), "gives no number"},
		{"what is unknown", Figure{Value: 50, Unit: Percent, Unknown: true}, ErrReported.Error()},
		{"what is unknown and hidden", Figure{Value: 50, Unknown: true, Hidden: true}, ErrReported.Error()},
		{"a truth", true, "true or false"},
		{"nothing", nil, "gives nothing"},
		{"a list", []string{"a"}, "a list"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got, err := reckoner(t).Print(tt.value); got != "" || err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %q, %v, want to be told %q", got, err, tt.want)
			}
		})
	}
}

func TestPlainNumbersAreReckonedByTheLanguageItself(t *testing.T) {
	printsAs(t, []row{
		{"a sum", "1 + 2", "3"},
		{"a quotient", "1 / 4", "0.25"},
		{"a year before", "year - 3", "2022"},
		{"a figure's plain number", "round(value(third))", "67"},
		{"by nothing", "1 / 0", "!gives no number"},
		{"nothing by nothing", "0 / 0", "!gives no number"},
	})
}

func TestAFigureIsTheSameWhenItIsTheSameNumberFromTheSameAnswers(t *testing.T) {
	base := func() Figure { return shareOf(of("answers", "mood", 7, 10, "Happy")) }
	tests := []struct {
		name   string
		change func(f *Figure)
		want   bool
	}{
		{"as it is", func(*Figure) {}, true},
		{"printed with decimals", func(f *Figure) { f.Decimals = 1 }, true},
		{"another value", func(f *Figure) { f.Value++ }, false},
		{"another unit", func(f *Figure) { f.Unit = Number }, false},
		{"hidden", func(f *Figure) { f.Hidden = true }, false},
		{"no source", func(f *Figure) { f.Sources = nil }, false},
		{"a source more", func(f *Figure) { f.Sources = append(f.Sources, f.Sources[0]) }, false},
		{"another data set", func(f *Figure) { f.Sources[0].Data = "earlier" }, false},
		{"some of its respondents", func(f *Figure) { f.Sources[0].Where = "region is North" }, false},
		{"another question", func(f *Figure) { f.Sources[0].Question = "score" }, false},
		{"another column", func(f *Figure) { f.Sources[0].Column = "How are you?" }, false},
		{"another number who were asked", func(f *Figure) { f.Sources[0].Base = 11 }, false},
		{"another number who gave the answer", func(f *Figure) { f.Sources[0].Count = 8 }, false},
		{"another answer", func(f *Figure) { f.Sources[0].Answers = []string{"Sad"} }, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			changed := base()
			tt.change(&changed)
			if got, back := base().Same(changed), changed.Same(base()); got != tt.want || back != tt.want {
				t.Errorf("the same: %v, and the other way round %v, want %v", got, back, tt.want)
			}
		})
	}
}

func TestOnlyAShareOfSomeAnswersIsSuch(t *testing.T) {
	happy := of("answers", "mood", 7, 10, "Happy")
	weighted := happy
	weighted.WeightedSum, weighted.WeightedOf = 1, 3
	nobody := happy
	nobody.WeightedSum, nobody.WeightedOf = 0, 0
	few := happy
	few.WeightedSum, few.WeightedOf = 0.2, 0.5
	sources := func(s ...Source) []Source { return s }
	tests := []struct {
		name   string
		figure Figure
		want   bool
	}{
		{"the share of an answer", Figure{Value: 70, Unit: Percent, Sources: sources(happy)}, true},
		{"a weighted share", Figure{Value: 100.0 / 3, Unit: Percent, Sources: sources(weighted)}, true},
		{"a share of less than one respondent's weight", Figure{Value: 40, Unit: Percent, Sources: sources(few)}, true},
		{"one that is off by the error of its sum", Figure{Value: 70 + 9e-10, Unit: Percent, Sources: sources(happy)}, true},
		{"or by that error below", Figure{Value: 70 - 9e-10, Unit: Percent, Sources: sources(happy)}, true},
		{"one that is off by more", Figure{Value: 70 + 1.1e-9, Unit: Percent, Sources: sources(happy)}, false},
		{"or by more below", Figure{Value: 70 - 1.1e-9, Unit: Percent, Sources: sources(happy)}, false},
		{"what is left of it", Figure{Value: 30, Unit: Percent, Sources: sources(happy)}, false},
		{"a number", Figure{Value: 70, Unit: Number, Sources: sources(happy)}, false},
		{"percentage points", Figure{Value: 70, Unit: Points, Sources: sources(happy)}, false},
		{"a share from nowhere", Figure{Value: 70, Unit: Percent}, false},
		{"one of two sources", Figure{Value: 70, Unit: Percent, Sources: sources(happy, weighted)}, false},
		{"one of nobody", Figure{Unit: Percent, Sources: sources(nobody)}, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if s, got := tt.figure.Share(); got != tt.want || got && !s.equal(tt.figure.Sources[0]) {
				t.Errorf("got %v of %+v, want %v", got, s, tt.want)
			}
		})
	}
}

func TestAChangedFigureIsChangedInEveryDataSetAlike(t *testing.T) {
	double := func(f Figure) Figure { f.Value *= 2; return f }
	figures := layout()
	changed := Map(Map(figures["happy"], double), double)
	if changed.Value != 280 {
		t.Errorf("now it is %v", changed.Value)
	}
	if before, err := changed.In("earlier"); before.Value != 160 || err != nil {
		t.Errorf("before it was %v, %v", before.Value, err)
	}
	if _, err := changed.In("later"); err == nil {
		t.Error("it is known in a data set that there is not")
	}
	_, err := Map(figures["plain"], double).In("earlier")
	if err == nil || !strings.Contains(err.Error(), "no counterpart") {
		t.Errorf("a plain number that is changed has a counterpart: %v", err)
	}
}

func TestAHiddenFigureHasAnErrorOfItsOwn(t *testing.T) {
	l, _ := locale.For("en")
	e := New(l, []Function{{Name: "value", Types: []any{new(func(Figure) float64)}, Call: func([]any) (any, error) {
		return 0.0, HiddenError()
	}}})
	e.Define("hidden", layout()["hidden"])
	_, list := e.Fill(text("{value(hidden)}"))
	if len(list) != 1 || !strings.Contains(list[0].Message, "too few answers") || errors.Is(HiddenError(), ErrReported) {
		t.Errorf("%v", list)
	}
}

// TestSourcesAreOneWhereNobodyIsCountedTwice puts the answers of one question together, and nothing else.
func TestSourcesAreOneWhereNobodyIsCountedTwice(t *testing.T) {
	of := func(column string, base int, multiple bool, answer string) Source {
		return Source{Data: "svar", Column: column, Base: base, Count: 2, WeightedSum: 2.5, Multiple: multiple,
			Answers: []string{answer}}
	}
	both := Together([]Source{of("Lunsj", 9, false, "Enig"), of("Lunsj", 9, false, "Helt enig")})
	if len(both) != 1 || both[0].Count != 4 || both[0].WeightedSum != 5 || strings.Join(both[0].Answers, ", ") != "Enig, Helt enig" {
		t.Errorf("two answers of a question rest on %+v, want one source of four", both)
	}
	for name, second := range map[string]Source{
		"another column": of("Lokaler", 9, false, "Enig"), "another base": of("Lunsj", 8, false, "Enig"),
		"several answers each": of("Lunsj", 9, true, "Enig"),
	} {
		if got := Together([]Source{of("Lunsj", 9, false, "Uenig"), second}); len(got) != 2 {
			t.Errorf("%s: got %+v, want two sources", name, got)
		}
	}
	if got := Together(nil); got != nil {
		t.Errorf("of none: got %+v", got)
	}
}
