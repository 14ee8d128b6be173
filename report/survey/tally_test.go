package survey

import (
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"lysark/config/diag"
)

func diagPos() diag.Pos { return diag.Pos{File: "deck.toml", Line: 5, Col: 3} }

func table(t testing.TB, data string) *Table {
	t.Helper()
	out, list := Read("svar.csv", []byte(data), Options{})
	if list.HasErrors() {
		t.Fatal(list)
	}
	return out
}

// line is a tally in one line.
func line(t Tally) string {
	var parts []string
	for _, a := range t.Answers {
		parts = append(parts, fmt.Sprintf("%s %d", a.Label, a.Count))
	}
	return strings.Join(parts, ", ") + fmt.Sprintf(" of %d of %d", t.Base, t.Respondents)
}

func TestTally(t *testing.T) {
	const data = "ID;Farge;Tilbud;Score\n1;Rød;Kurs;10\n2;Blå;\"Kurs; Råd;Kurs\";9\n3;;;10\n4;Rød;; 2\n5;Rød;\" ; \";\n"
	tests := []struct {
		name string
		q    Question
		want string
	}{
		{"a blank cell is no part of the base", Question{Column: "Farge"}, "Blå 1, Rød 3 of 4 of 5"},
		{"the same answer twice in a cell counts once", Question{Column: "Tilbud", Multiple: ";"}, "Kurs 2, Råd 1 of 2 of 5"},
		{"numbers go by size", Question{Column: "Score"}, "2 1, 9 1, 10 2 of 4 of 5"},
		{"listed answers come in their order, with those nobody gave", Question{Column: "Farge", Answers: []string{"Gul", "Blå", "Rød"}}, "Gul 0, Blå 1, Rød 3 of 4 of 5"},
		{"a column's name may differ in space", Question{Column: " Farge  "}, "Blå 1, Rød 3 of 4 of 5"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, list := table(t, data).Tally(tt.q)
			if len(list) > 0 {
				t.Fatal(list)
			}
			if line(got) != tt.want {
				t.Errorf("got %s, want %s", line(got), tt.want)
			}
		})
	}
}

func TestSharesAreOfThoseWhoAnswered(t *testing.T) {
	tally, _ := table(t, "ID;Farge\n1;Rød\n2;Rød\n3;Blå\n4;\n").Tally(Question{Column: "Farge"})
	if got, _ := tally.Share("Rød"); math.Abs(got-200.0/3) > 1e-12 {
		t.Errorf("share %v", got)
	}
	if _, ok := tally.Share("Gul"); ok {
		t.Error("an answer nobody gave has a share")
	}
}

func TestWhatCannotBeCountedIsTold(t *testing.T) {
	const data = "ID;Hvilken farge liker du best?;Tom\n1;Rød;\n2;Blå;\n3;Blaa;\n4;Blaa;\n"
	tests := []struct {
		name           string
		q              Question
		at, want, hint string
	}{
		{"a renamed column", Question{Column: "Hvilken farge liker du?"}, "", `the file svar.csv has no column "Hvilken farge liker du?"`, `did you mean "Hvilken farge liker du best?"?`},
		{"an answer that is not on the list", Question{Column: "Hvilken farge liker du best?", Answers: []string{"Rød", "Blå"}}, "svar.csv:4:3",
			`2 answered "Blaa" to "Hvilken farge liker du best?", which is not among the answers that the layout lists: "Rød", "Blå"; given were "Rød", "Blå", "Blaa"`, "if the survey offers it now, add it to the question's answers; else correct the file"},
		{"a question nobody answered", Question{Column: "Tom"}, "", `nobody in svar.csv answered "Tom"`, "take the chart out, or check the file"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, list := table(t, data).Tally(tt.q)
			if len(list) != 1 || list[0].Message != tt.want || list[0].Pos.String() != tt.at || list[0].Hint != tt.hint {
				t.Errorf("got %+v", list)
			}
		})
	}
}

// TestReferenceBases holds the number of those who answered each question of the reference survey.
func TestReferenceBases(t *testing.T) {
	data, err := os.ReadFile("../../decks/hjemmekontor/svar-2025.csv")
	if err != nil {
		t.Fatal(err)
	}
	answers := table(t, string(data))
	for column, want := range map[string]int{
		"Virksomhetstype": 96, "Gjelder ordningen alle?": 65, "Årsaker til unntak": 14,
		"Er retningslinjene drøftet med tillitsvalgte/AMU?": 65, "Hvor mange dager per uke tillates normalt?": 63,
		"Hvem avtaler praktiseringen?": 91, "Årsaker til innstramming": 28, "Årsaker til åpning": 10,
		"Hvordan følges bruken opp?": 93, "Har dere aktivitetsbaserte lokaler?": 96,
	} {
		tally, list := answers.Tally(Question{Column: column, Multiple: ";"})
		if len(list) > 0 || tally.Base != want || tally.Respondents != 96 {
			t.Errorf("%s: %d of %d, want %d of 96 (%v)", column, tally.Base, tally.Respondents, want, list)
		}
	}
}

func TestRange(t *testing.T) {
	const data = "År;Kvinner;Menn\n2023;65,6 %;1 234\n2024;−3;n/a\n2025;;1.5\n"
	for _, ref := range []string{"A1:C4", "a1:c4", " A1 : C4 ", "A:C"} {
		g, list := table(t, data).Range(ref, diagPos())
		if len(list) > 0 {
			t.Fatalf("%s: %v", ref, list)
		}
		got := fmt.Sprint(g.Corner, g.Categories, g.Series)
		if want := "År[2023 2024 2025] [{Kvinner [{65.6 false} {-3 false} {0 true}]} {Menn [{1234 false} {0 true} {1.5 false}]}]"; got != want {
			t.Errorf("%s: %s, want %s", ref, got, want)
		}
	}
	if g, list := table(t, data).Range("A1:B2", diagPos()); len(list) > 0 || len(g.Categories) != 1 || len(g.Series) != 1 {
		t.Errorf("A1:B2: %+v, %v", g, list)
	}
}

func TestARangeThatCannotBeReadIsTold(t *testing.T) {
	const data = "År;Kvinner\n2023;mange\n2024;inf\n2025;0x1p4\n"
	tests := []struct{ ref, at, want string }{
		{"A1", "deck.toml:5:3", "is not a range of cells"},
		{"A1:C", "deck.toml:5:3", "is not a range of cells"},
		{"B2:A1", "deck.toml:5:3", "holds no numbers"},
		{"A0:B2", "deck.toml:5:3", "holds no numbers"},
		{"A1:D4", "deck.toml:5:3", "reaches beyond the file svar.csv, which ends at B4"},
		{"A1:B9999999", "deck.toml:5:3", "reaches beyond the file"},
		{"A1:B2", "svar.csv:2:6", "the cell B2 is not a number"},
		{"A1:AA2", "deck.toml:5:3", "reaches beyond the file"},
	}
	for _, tt := range tests {
		_, list := table(t, data).Range(tt.ref, diagPos())
		if len(list) != 1 || !strings.Contains(list[0].Message, tt.want) || list[0].Pos.String() != tt.at {
			t.Errorf("%s: %+v", tt.ref, list)
		}
	}
	if _, list := table(t, data).Range("A1:B4", diagPos()); len(list) != 3 {
		t.Errorf("of three cells without a number, %d are told", len(list))
	}
}

func FuzzRange(f *testing.F) {
	f.Add("A1:C5", "a;b\n1;2\n")
	f.Add("ZZZ9999999:A:B", "1 234,5\n")
	f.Fuzz(func(t *testing.T, ref, data string) {
		out, _ := Read("svar.csv", []byte(data), Options{})
		if out == nil {
			return
		}
		g, list := out.Range(ref, diagPos())
		for _, s := range g.Series {
			for _, v := range s.Values {
				if math.IsNaN(v.V) || math.IsInf(v.V, 0) {
					t.Fatalf("%v comes out of %q", v, data)
				}
			}
		}
		if len(g.Series) == 0 && !list.HasErrors() {
			t.Fatal("nothing is read and nothing said")
		}
	})
}
