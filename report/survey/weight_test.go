package survey

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

const weighted = "ID;Farge;Vekt\n1;Rød;2\n2;Blå;0,5\n3;;1\n4;Rød;0\n5;Blå; 1,5 \n;;\n"

func weighed(t testing.TB, data string) *Table {
	t.Helper()
	table, list := Read("svar.csv", []byte(data), Options{Weight: "Vekt", WeightPos: diagPos()})
	if len(list) > 0 {
		t.Fatal(list)
	}
	return table
}

func TestSharesAreOfTheWeight(t *testing.T) {
	got, list := weighed(t, weighted).Tally(Question{Column: "Farge"})
	if len(list) > 0 {
		t.Fatal(list)
	}
	if line(got) != "Blå 2, Rød 2 of 4 of 5" || fmt.Sprint(got.Answers) != "[{Blå Blå 2 2} {Rød Rød 2 2}]" {
		t.Errorf("%s: %v", line(got), got.Answers)
	}
	if got.PositivelyWeighted != 3 {
		t.Errorf("%d weigh more than 0", got.PositivelyWeighted)
	}
	if !got.Weighted || got.WeightedBase != 4 || got.WeightedRespondents != 5 || math.Abs(got.Effective-16/6.5) > 1e-12 {
		t.Errorf("%+v", got)
	}
	share, _ := got.Share("Rød")
	if share != 50 {
		t.Errorf("share %v", share)
	}
}

func TestWithoutWeightsEachWeighsOne(t *testing.T) {
	got, _ := table(t, weighted).Tally(Question{Column: "Farge"})
	if got.Weighted || got.WeightedBase != 4 || got.WeightedRespondents != 5 || got.Effective != 4 || got.Answers[0].Weight != 2 {
		t.Errorf("%+v", got)
	}
}

func TestAQuestionWhoseAnswersAllWeighNothingIsTold(t *testing.T) {
	table := weighed(t, "ID;Farge;Score;Vekt\n1;Rød;4;0\n2;Blå;5;0\n3;;;1\n")
	for _, column := range []string{"Farge", "Score"} {
		q := Question{Column: column, Pos: diagPos()}
		tally, list := table.Tally(q)
		if want := fmt.Sprintf("deck.toml:5:3 empty-data: everybody who answered %q in svar.csv has the weight 0", column); inShort(list) != want || list[0].Hint != "look at the column of weights" {
			t.Errorf("got %+v, want %s", list, want)
		}
		some, _ := table.AnyOf(q, tally.Labels())
		mean, _ := table.Mean(q, nil)
		share, answered := tally.ShareOf(some)
		if answered || share != 0 || some.Count != 2 || some.Weight != 0 || mean.Mean != 0 || tally.Effective != 0 || tally.EffectiveOfAll != 1 {
			t.Errorf("share %v, %v, %v, %+v", share, some, mean, tally)
		}
	}
	if _, list := table.Tally(Question{Column: "ID"}); len(list) > 0 {
		t.Error(list)
	}
}

func TestOnlyTheFileIsToldOfWeightsThatAreAllZero(t *testing.T) {
	table, list := Read("svar.csv", []byte("ID;Vekt\n1;0\n2;0\n"), Options{Weight: "Vekt", WeightPos: diagPos()})
	if tally, more := table.Tally(Question{Column: "ID"}); len(list) != 1 || len(more) > 0 || tally.WeightedBase != 2 {
		t.Errorf("%v, %v, %+v", list, more, tally)
	}
}

func TestWeightsThatCannotBeUsedAreTold(t *testing.T) {
	tests := []struct{ name, data, want string }{
		{"blank", "ID;Vekt\n1;1\n2;\n", "svar.csv:3:3 bad-data: the cell B3 is empty, but each respondent needs a weight"},
		{"cut short", "ID;Vekt\n1;1\n2\n", "svar.csv:3:2 bad-data: the cell B3 is empty, but each respondent needs a weight"},
		{"a text", "ID;Vekt\n\n1;tung\n", "svar.csv:3:3 bad-data: the cell B2 is not a weight"},
		{"below 0", "ID;Vekt\n1;−1\n", "svar.csv:2:3 bad-data: the cell B2 is not a weight"},
		{"infinite", "ID;Vekt\n1;inf\n", "svar.csv:2:3 bad-data: the cell B2 is not a weight"},
		{"nothing but 0", "ID;Vekt\n1;0\n2;0\n", `deck.toml:5:3 value-range: all weights in the column "Vekt" are 0`},
		{"no such column", "ID;Vekter\n1;0\n", `deck.toml:5:3 unknown-column: the file svar.csv has no column "Vekt" for the weights`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, list := Read("svar.csv", []byte(tt.data), Options{Weight: "Vekt", WeightPos: diagPos()})
			if got := inShort(list); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestOfManyProblemsOfOneKindTwentyAreTold(t *testing.T) {
	_, list := Read("svar.csv", []byte("ID;Vekt\n"+strings.Repeat("1;x\n", 30)), Options{Weight: "Vekt"})
	if len(list) != 21 || inShort(list[20:]) != "svar.csv bad-data: 10 more respondents without a weight that can be used" {
		t.Errorf("%d: %v", len(list), list[len(list)-1])
	}
	_, list = Read("svar.csv", []byte("ID;A\n"+strings.Repeat("1;\"x\n2;\"y\"\n", 23)), Options{})
	if len(list) != 21 || inShort(list[20:]) != "svar.csv bad-data: 3 more quotes that are closed lines below, with text after them" {
		t.Errorf("%d: %v", len(list), list[len(list)-1])
	}
	_, list = Read("svar.csv", []byte("ID\n"+strings.Repeat("1;x\n", 21)), Options{})
	if len(list) != 21 || inShort(list[20:]) != "svar.csv bad-data: 1 more rows with more fields than the first row" {
		t.Errorf("%d: %v", len(list), list[len(list)-1])
	}
}
