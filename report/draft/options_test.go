package draft

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"lysark/report/survey"
)

// TestAColumnForEachOptionIsOneQuestion writes one survey as tools do: of ten respondents six read the newsletter, four
// the web pages and one the magazine; two of them read nothing.
func TestAColumnForEachOptionIsOneQuestion(t *testing.T) {
	readers := [][]bool{ // of the newsletter, the web pages, the magazine
		{true, true, false}, {true, false, false}, {true, true, true}, {false, false, false}, {true, false, false},
		{false, true, false}, {true, false, false}, {false, true, false}, {false, false, false}, {true, false, false},
	}
	inBrackets := "Hva leser du? [Nyhetsbrev]|Hva leser du? [Nettsider]|Hva leser du? [Medlemsblad]"
	for _, tt := range []struct {
		name, headings, yes, no string // an empty yes is the option's own text
		columns, answers        string
	}{
		{"1 and 0", "leser/Nyhetsbrev|leser/Nettsider|leser/Medlemsblad", "1", "0", `"leser/*"`, ""},
		{"yes and no", inBrackets, "Ja", "Nei", `"Hva leser du? [*]"`, ""},
		{"true and false", inBrackets, "TRUE", "FALSE", `"Hva leser du? [*]"`, ""},
		{"a cross or nothing", inBrackets, "X", "", `"Hva leser du? [*]"`, ""},
		{"Y or nothing", inBrackets, "Y", "", `"Hva leser du? [*]"`, ""},
		{"the text or nothing", "Q7_1|Q7_2|Q7_3", "", "", `"Q7_*"`, ""},
		{"the text or that it was not chosen", "Q7_1|Q7_2|Q7_3", "", "Not selected", `"Q7_*"`, ""},
		{"after a dash", "Hva leser du? - Nyhetsbrev|Hva leser du? - Nettsider|Hva leser du? - Medlemsblad", "Yes", "No", `"Hva leser du? - *"`, ""},
		{"after a colon", "Leser: Nyhetsbrev|Leser: Nettsider|Leser: Medlemsblad", "1", "0", `"Leser: *"`, ""},
		{"headings that are the options", "Nyhetsbrev|Nettsider|Medlemsblad", "", "", `["Nyhetsbrev", "Nettsider", "Medlemsblad"]`, ""},
		{"codes that nothing explains are called as their columns", "Q7_1|Q7_2|Q7_3", "1", "0", `["Q7_1", "Q7_2", "Q7_3"]`, "Q7_1 6, Q7_2 4, Q7_3 1"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			headings := strings.Split(tt.headings, "|")
			text := "Trives du?;" + strings.Join(headings, ";") + "\n"
			for i, r := range readers {
				text += []string{"Ja", "Nei"}[i%2]
				for option, ticked := range r {
					cell := tt.no
					if ticked {
						cell = tt.yes
						if cell == "" {
							cell = []string{"Nyhetsbrev", "Nettsider", "Medlemsblad"}[option]
						}
					}
					text += ";" + cell
				}
				text += "\n"
			}
			study := StudyOf(tableOf(t, text), "nb", nil)
			at := slices.IndexFunc(study.columns, func(c *column) bool { return c.options != nil })
			if at < 0 {
				t.Fatalf("no question was made of\n%s", text)
			}
			var got []string
			for _, a := range study.columns[at].answers {
				got = append(got, fmt.Sprint(a.Label, " ", a.Count))
			}
			want := tt.answers
			if want == "" {
				want = "Nyhetsbrev 6, Nettsider 4, Medlemsblad 1"
			}
			if s := strings.Join(got, ", "); s != want {
				t.Errorf("got %s, want %s", s, want)
			}
			draft := study.Deck(Options{Lang: "nb", File: "svar.csv"})
			if !strings.Contains(draft.Text, "columns = "+tt.columns) || draft.Shown != 2 {
				t.Errorf("columns = %s is not in\n%s", tt.columns, draft.Text)
			}
		})
	}
}

func TestOptionsThatExcludeEachOtherAreOneChoice(t *testing.T) {
	study := StudyOf(tableOf(t, "Kjønn [Kvinne];Kjønn [Mann]\n"+strings.Repeat("X;\n", 6)+strings.Repeat(";X\n", 5)), "nb", nil)
	if c := study.columns[0]; c.options == nil || c.isSeveral() || c.shape != pair {
		t.Errorf("got %+v", c)
	}
}

func TestTheSameOptionsTogetherAreLeftOut(t *testing.T) {
	text := "kilde;kilde/jobb;kilde/trygd\n" + strings.Repeat("jobb trygd;1;1\njobb;1;0\n", 4) + "trygd;0;1\n"
	study := StudyOf(tableOf(t, text), "nb", nil)
	d := study.Deck(Options{Lang: "en", File: "svar.csv"})
	if len(d.LeftOut) != 1 || strings.Join(d.LeftOut[0].Columns, " ") != "kilde" || d.Shown != 1 {
		t.Errorf("got %+v", d)
	}
}

func TestABatteryOfMoreThanYesAndNoIsNoListOfOptions(t *testing.T) {
	text := "Har dere [kantine]?;Har dere [garasje]?\n" + strings.Repeat("Ja;Nei\nNei;Vet ikke\nVet ikke;Ja\n", 4)
	for _, c := range StudyOf(tableOf(t, text), "nb", nil).columns {
		if c.options != nil {
			t.Errorf("got %+v", c)
		}
	}
}

func TestABoxThatStandsAloneIsAnsweredByYesAndNo(t *testing.T) {
	d := StudyOf(tableOf(t, "nyhetsbrev\n"+strings.Repeat("1\n0\n1\n", 4)), "nb", nil).Deck(Options{Lang: "nb", File: "svar.csv"})
	if !strings.Contains(d.Text, `labels = { "1" = "Ja", "0" = "Nei" }`) || strings.Contains(d.Text, "'1'") {
		t.Errorf("got\n%s", d.Text)
	}
}

func TestWhatStandsForNoAnswerIsSaidAndNeverShown(t *testing.T) {
	text := "Tempo;Karakter\n" + strings.Repeat("NA;3\nNA;-99\nNA;99\nRolig;1\nRask;2\nRask;5\n", 4)
	d := StudyOf(tableOf(t, text), "nb", nil).Deck(Options{Lang: "nb", File: "svar.csv"})
	if !strings.Contains(d.Text, `missing = ["NA", "-99", "99"]`) || strings.Contains(d.Text, `answers = ["NA"`) {
		t.Errorf("got\n%s", d.Text)
	}
}

func tableOf(t *testing.T, text string) *survey.Table {
	t.Helper()
	table, list := survey.Read("svar.csv", []byte(text), survey.Options{})
	if list.HasErrors() {
		t.Fatal(list)
	}
	return table
}

// TestWhatOnlySomeWereAskedIsNoOption has a question for members alone: of all, few say yes to it.
func TestWhatOnlySomeWereAskedIsNoOption(t *testing.T) {
	text := "Liker du [kaffe]?;Liker du [te]?\n" + strings.Repeat("Ja;Nei\nNei;\nJa;\nNei;Ja\n", 5)
	for _, c := range StudyOf(tableOf(t, text), "nb", nil).columns {
		if c.options != nil {
			t.Errorf("got %+v", c)
		}
	}
}

// TestOptionsThatWereHiddenAreOptions has a first option that ends the question: whoever ticked it saw no other.
func TestOptionsThatWereHiddenAreOptions(t *testing.T) {
	text := "Hva leser du? [Ingenting];Hva leser du? [Avis];Hva leser du? [Bok]\n" +
		strings.Repeat("Ja;N/A;N/A\nNei;Ja;Nei\nNei;Nei;Nei\n", 6)
	c := StudyOf(tableOf(t, text), "nb", nil).columns[0]
	if c.options == nil || len(c.answers) != 3 {
		t.Fatalf("got %+v", c)
	}
	for _, a := range c.answers {
		if (a.Label == "Bok") != (a.Count == 0) {
			t.Errorf("%s was ticked by %d", a.Label, a.Count)
		}
	}
}

func TestOptionsOfASecondRowOfHeadingsAreOneQuestion(t *testing.T) {
	text := "Nr,Hva har du sett?,,Hva likte du?,\n,Film: Ja,Film: Nei,Film: Ja,Film: Nei\n"
	for i := range 12 {
		text += fmt.Sprintf("%d,%s,%s,%s,%s\n", 501+3*i, []string{"Film: Ja", ""}[i%2], []string{"", "Film: Nei"}[i%3%2],
			[]string{"Film: Ja", ""}[i%4%2], []string{"Film: Nei", ""}[i%3%2])
	}
	var got []string
	for _, c := range StudyOf(tableOf(t, text), "nb", nil).columns {
		if c.options != nil {
			got = append(got, c.label)
		}
	}
	if strings.Join(got, " ") != "Hva har du sett? Hva likte du?" {
		t.Errorf("got %q", got)
	}
}
