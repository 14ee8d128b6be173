package figures

import (
	"strings"
	"testing"
)

// levels are those of the questions a and b, of a file with their answers in turn, and what the layout lists for them.
func levels(t *testing.T, rising bool, a, b, listedA, listedB string) Levels {
	t.Helper()
	csv := "ID;A;B\n"
	first, second := strings.Split(a, "|"), strings.Split(b, "|")
	for i := range max(len(first), len(second)) {
		csv += "x;" + first[i%len(first)] + ";" + second[i%len(second)] + "\n"
	}
	question := func(name, heading, listed string) string {
		if listed == "" {
			return name + " = \"" + heading + "\"\n"
		}
		return name + " = { column = \"" + heading + "\", answers = [\"" + strings.ReplaceAll(listed, "|", "\", \"") + "\"] }\n"
	}
	book := languageOf(t, "", "[data.svar]\nfile = \"svar.csv\"\n[data.svar.questions]\n"+
		question("a", "A", listedA)+question("b", "B", listedB), files{"svar.csv": csv}).book
	var tallies []Tally
	for _, q := range []string{"a", "b"} {
		tally, err := book.Tally(Group{}, q)
		if err != nil {
			t.Fatal(err)
		}
		tallies = append(tallies, tally)
	}
	return book.Levels(tallies, rising)
}

func TestLevelsOfSeveralQuestionsAreInOneOrder(t *testing.T) {
	for _, tt := range []struct {
		name, a, b, listedA, listedB, want string
		rising, known                      bool
	}{
		{"what the first question lacks stands where it belongs", "1|2|4", "3|4|5", "", "", "1 2 3 4 5", true, true},
		{"so with words", "Enig|Uenig", "Helt enig|Verken eller", "", "", "Uenig Verken eller Enig Helt enig", true, true},
		{"what is apart stands last", "Vet ikke|Enig", "Uenig|Ikke relevant", "", "", "Uenig Enig Ikke relevant Vet ikke", true, true},
		{"no rises to yes", "Ja|Nei", "Nei|Delvis", "", "", "Nei Delvis Ja", true, true},
		{"yes is shown first where nothing rises", "Nei|Ja", "Nei|Delvis", "", "", "Ja Delvis Nei", false, true},
		{"words without an order go by name", "Rød|Blå", "Grønn", "", "", "Blå Grønn Rød", true, false},
		{"marks may be best first or last", "B|A", "C", "", "", "A B C", true, false},
		{"as the layout lists them", "Rød|Blå", "Blå", "Rød|Blå", "Rød|Blå", "Rød Blå", true, true},
		{"as the layout lists them for one", "Rød|Blå", "Blå", "Rød|Blå", "", "Rød Blå", true, true},
		{"lists that make one", "1|2|4", "2|3", "1|2|4", "2|3|4", "1 2 3 4", true, true},
		{"lists that contradict each other", "Rød|Blå", "Blå", "Rød|Blå", "Blå|Rød", "Rød Blå", true, false},
		{"lists that leave it open", "Rød|Blå", "Gul|Hvit", "Rød|Blå", "Gul|Hvit", "Rød Blå Gul Hvit", true, false},
		{"what no list has", "Rød|Blå", "Gul", "Rød|Blå", "", "Rød Blå Gul", true, false},
		{"what no list has, on a scale that the list follows", "Uenig|Enig", "Verken eller", "Uenig|Enig", "", "Uenig Verken eller Enig", true, true},
		{"what no list has, on a scale that the list turns round", "Enig|Uenig", "Verken eller", "Enig|Uenig", "", "Enig Uenig Verken eller", true, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := levels(t, tt.rising, tt.a, tt.b, tt.listedA, tt.listedB)
			if strings.Join(got.Answers, " ") != tt.want || got.Known != tt.known {
				t.Errorf("got %q, known: %t", got.Answers, got.Known)
			}
		})
	}
}
