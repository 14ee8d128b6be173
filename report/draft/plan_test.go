package draft

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestADraftShowsAFewQuestionsOfAllOfTheFile(t *testing.T) {
	text, row := "Kjønn", ""
	for i := range 60 {
		text += fmt.Sprintf(";%c%c er viktig?", 'a'+i/26, 'a'+i%26)
		row += ";" + []string{"Ja", "Nei", "Kanskje"}[i%3]
	}
	for i := range 4 {
		text += fmt.Sprintf(";Hvor fornøyd er du med [del %d]", i)
		row += ";" + []string{"Svært fornøyd", "Ganske fornøyd", "Ganske misfornøyd"}[i%3]
	}
	text += "\n"
	for i := range 12 {
		cells := strings.Split([]string{"Kvinne", "Mann"}[i%2]+row, ";")
		rest := cells[1:61]
		text += cells[0] + ";" + strings.Join(append(slices.Clone(rest[i%3:]), rest[:i%3]...), ";")
		levels := []string{"Svært fornøyd", "Ganske fornøyd", "Ganske misfornøyd"}
		for k := range 4 {
			text += ";" + levels[(i+k)%3]
		}
		text += "\n"
	}
	d := StudyOf(tableOf(t, text), "nb", nil).Deck(Options{Lang: "nb", File: "svar.csv"})
	if n := strings.Count(d.Text, "[[slide]]"); n != 2+mostSlides {
		t.Errorf("there are %d slides", n)
	}
	if !strings.Contains(d.Text, "likert") {
		t.Error("the battery has no slide")
	}
	if n := len(d.Spare); n != 60-(mostSlides-1) || !strings.Contains(d.Text, "# Et utkast har høyst 30 lysark") {
		t.Errorf("%d questions are named without a slide", n)
	}
	if strings.Count(d.Text, ` er viktig?"`) < 60 {
		t.Error("not all questions are named")
	}
}

func TestStatementsAreCalledByWhatTheirHeadingsDoNotShare(t *testing.T) {
	levels := []string{"Mye verre", "Litt verre", "Som før", "Litt bedre", "Mye bedre"}
	text := "Hvordan er det blitt? [Kultur];Hvordan er det blitt? [Samarbeid];Hvordan er det blitt? [Lønn]\n"
	for i := range 20 {
		text += levels[i%5] + ";" + levels[(i/2)%5] + ";" + levels[(i/3)%5] + "\n"
	}
	d := StudyOf(tableOf(t, text), "nb", nil).Deck(Options{Lang: "nb", File: "svar.csv"})
	for _, want := range []string{
		`title = "Hvordan er det blitt?"`, `{ question = "kultur", label = "Kultur" }`, `{ question = "lonn", label = "Lønn" }`,
	} {
		if !strings.Contains(d.Text, want) {
			t.Errorf("%s is not in\n%s", want, d.Text)
		}
	}
}

func TestAnswersThatNoOtherQuestionHasMakeABattery(t *testing.T) {
	text := "Er det frekt å lene seg?;Bør man snakke med naboen?;Hva med barn om bord?\n"
	for i := range 12 {
		for k := range 3 {
			text += []string{"Ja, frekt", "Ikke så farlig", "Helt greit"}[(i+k)%3] + []string{";", ";", "\n"}[k]
		}
	}
	d := StudyOf(tableOf(t, text), "nb", nil).Deck(Options{Lang: "nb", File: "svar.csv"})
	if strings.Count(d.Text, "[[slide]]") != 3 || !strings.Contains(d.Text, `type = "stacked"`) {
		t.Errorf("got\n%s", d.Text)
	}
}

func TestFromNoughtToTenHasAMean(t *testing.T) {
	d := StudyOf(tableOf(t, "Hvor sannsynlig er det?\n"+strings.Repeat("0\n7\n8\n10\n", 4)), "nb", nil).Deck(Options{Lang: "nb", File: "svar.csv"})
	if !strings.Contains(d.Text, "Gjennomsnittet er {mean(") {
		t.Errorf("got\n%s", d.Text)
	}
}

func TestSomeAreTakenEvenlyFromAll(t *testing.T) {
	for _, tt := range []struct {
		n, most int
		want    string
	}{{3, 5, "xxx"}, {6, 3, ".x.x.x"}, {5, 1, "....x"}, {4, 0, "...."}, {0, 3, ""}} {
		got := ""
		for _, taken := range evenly(tt.n, tt.most) {
			got += map[bool]string{true: "x", false: "."}[taken]
		}
		if got != tt.want {
			t.Errorf("%d of %d: got %s, want %s", tt.most, tt.n, got, tt.want)
		}
	}
}

func TestThoseWhoDoNotKnowAreNeverTheHeadline(t *testing.T) {
	text := "Skal vi flytte?\n" + strings.Repeat("Ved ikke\nVed ikke\nVed ikke\nNei\nNei\nJa, gjerne\n", 4)
	d := StudyOf(tableOf(t, text), "nb", nil).Deck(Options{Lang: "nb", File: "svar.csv"})
	if !strings.Contains(d.Text, `svarer «Nei»"`) || strings.Contains(d.Text, "top(") {
		t.Errorf("got\n%s", d.Text)
	}
}

func TestPlacesInAnOrderAreNoScores(t *testing.T) {
	text := "Ranger filmene [Krig]|Ranger filmene [Kjærlighet]|Ranger filmene [Komedie]|Ranger filmene [Drama]\n"
	for i := range 24 {
		text += fmt.Sprintf("%d|%d|%d|%d\n", 1+i%4, 1+(i+1)%4, 1+(i+2)%4, 1+(i+3)%4)
	}
	d := StudyOf(tableOf(t, text), "nb", nil).Deck(Options{Lang: "nb", File: "svar.csv"})
	if strings.Contains(d.Text, "likert") || !strings.Contains(d.Text, `answers = ["1", "2", "3", "4"]`) {
		t.Errorf("got\n%s", d.Text)
	}
}

func TestAScaleEndsWhereItsAnswersDoWhenTheyAreMany(t *testing.T) {
	text := "Terningkast [mat]|Terningkast [rom]\n"
	for i := range 80 {
		text += fmt.Sprintf("%d|%d\n", 1+i%6, 1+i%5)
	}
	d := StudyOf(tableOf(t, text), "nb", nil).Deck(Options{Lang: "nb", File: "svar.csv"})
	if !strings.Contains(d.Text, `answers = ["1", "2", "3", "4", "5", "6"]`) {
		t.Errorf("got\n%s", d.Text)
	}
}

func TestADotWithinAWordMakesNoSentence(t *testing.T) {
	for heading, want := range map[string]bool{"Fritid.sommer": true, "Sv. alder": false, "Jeg trives.": false, "Alder": true} {
		if isLabel(heading) != want {
			t.Errorf("%s: want %v", heading, want)
		}
	}
}
