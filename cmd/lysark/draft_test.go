package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"lysark/config"
	"lysark/config/diag"
	"lysark/report/compose"
	"lysark/report/draft"
	"lysark/report/figures"
	"lysark/report/pdf"
	"lysark/report/resolve"
	"lysark/report/survey"
)

// TestEveryFileOfAnswersGivesADeckThatBuilds makes files of answers by chance, of all that surveys and their senders
// come up with, and lays out the draft of each.
func TestEveryFileOfAnswersGivesADeckThatBuilds(t *testing.T) {
	t.Parallel()
	files := 24
	if testing.Short() {
		files = 6
	}
	for i := range files {
		r := rand.New(rand.NewPCG(uint64(i), 1))
		lang := []string{"nb", "nn", "en"}[i%3]
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			t.Parallel()
			draftBuilds(t, randomAnswers(r), lang)
		})
	}
}

// TestADraftShowsTheMostGivenOfNextYearsAnswers drafts from one year's towns and builds with the next year's, ties
// among them, of which none was given before.
func TestADraftShowsTheMostGivenOfNextYearsAnswers(t *testing.T) {
	read := func(towns string, years int) *survey.Table {
		var b strings.Builder
		b.WriteString("Hvilken by bor du i?;Fødselsår\n")
		for i, town := range strings.Fields(towns) {
			for range 20 - i {
				fmt.Fprintf(&b, "%s;%d\n", town, years+i)
			}
		}
		table, list := survey.Read("svar.csv", []byte(b.String()), survey.Options{})
		if list.HasErrors() {
			t.Fatal(list)
		}
		return table
	}
	d, list := draftOf(read("Bergen Oslo Tromsø Trondheim Stavanger Hamar Bodø Arendal Drammen Gjøvik Molde Moss Skien", 1960), "nb")
	if len(list) > 0 {
		t.Fatal(list)
	}
	next := read("Alta Voss Odda Narvik Førde Kirkenes Halden Askim Horten Leirvik Harstad Mandal", 1980)
	if list := tryOut(d, next, "nb"); len(list) > 0 {
		t.Fatalf("next year: %v\n%s", list, d.Text)
	}
	file, _ := config.Read(layoutName, func(name string) ([]byte, error) {
		return []byte(map[string]string{layoutName: d.Text, themeName: draft.Theme("nb")}[name]), nil
	})
	deck, _ := resolve.Deck(file, figures.New(file, map[string]*survey.Table{"svar": next}), compose.Layouts(), pdf.Format().Limits)
	shown := fmt.Sprintf("%+v", deck.Slides)
	for _, want := range []string{"[Alta Voss Odda Narvik Førde Kirkenes Halden Askim Horten Leirvik]", "[1980 1981 1982 1983 1984 1985 1986 1987 1988 1989]"} {
		if !strings.Contains(shown, want) {
			t.Errorf("no chart shows %s", want)
		}
	}
}

func FuzzDraft(f *testing.F) {
	for _, s := range []string{
		"a;b\n1;2\n", "Enig?;Fornøyd?\nHelt enig;5\nUenig;4\n", "Navn,Svar\nKari,Ja\nOla,Nei\n", "\"it's {x} [[\"\n\\\n\\\n",
		"x\n1;2\n2;3\n1\n", "Alder\n18–29\nUnder 18\n", "a\n1e309\n-0\n", "q\n'\n'\n\"\"\"\"\n",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, answers string) { draftBuilds(t, answers, "nb") })
}

// draftBuilds drafts a deck when the answers can be read, and demands that nothing at all is wrong with it.
func draftBuilds(t *testing.T, answers, lang string) {
	t.Helper()
	table, list := survey.Read("svar.csv", []byte(answers), survey.Options{})
	if list.HasErrors() {
		return
	}
	d, list := draftOf(table, lang)
	if len(list) > 0 {
		t.Fatalf("%v\n%s\n--- of ---\n%.3000s", list, d.Text, answers)
	}
	again, _ := draftOf(table, lang)
	if d.Text != again.Text {
		t.Error("two drafts of the same answers differ")
	}
	if strings.Contains(d.Text, secret) {
		t.Errorf("the draft repeats what a respondent wrote:\n%s", d.Text)
	}
}

func draftOf(table *survey.Table, lang string) (draft.Draft, diag.List) {
	return draftDeck(context.Background(), &ui{}, table, draft.Options{File: "svar.csv", Lang: lang})
}

// secret is a word that stands in the answers of respondents only.
const secret = "Hemmelig"

// randomAnswers is a CSV file with columns of every kind.
func randomAnswers(r *rand.Rand) string {
	columns, rows := 1+r.IntN(12), []int{1, 2, 7, 40, 150}[r.IntN(5)]
	cells := make([][]string, rows+1)
	for c := range columns {
		cells[0] = append(cells[0], fmt.Sprintf("%s %s", randomHeading(r), strings.Repeat("i", c)))
		answer := randomColumn(r)
		for row := range rows {
			if cells[row+1] = append(cells[row+1], ""); r.IntN(10) > 0 {
				cells[row+1][c] = answer(row)
			}
		}
	}
	var b strings.Builder
	for _, row := range cells {
		for i, cell := range row {
			if i > 0 {
				b.WriteByte(',')
			}
			b.WriteString(`"` + strings.ReplaceAll(cell, `"`, `""`) + `"`)
		}
		b.WriteString("\r\n")
	}
	return b.String()
}

func randomHeading(r *rand.Rand) string {
	headings := []string{
		"Hvor fornøyd er du?", "Alder", "Hvem er nærmeste leder?", "Kjønn", "Har 2 av 3 {klammer}?", `"sitat" \ og 'apostrof'`, "50% stilling? 🎉", "[[slide]]", "]}{[",
		strings.Repeat("veldig lang overskrift ", 20), strings.Repeat("ubruteligord", 30), "Navn", "E-post", "日本語の質問", "#", "count", "share", "Vekt",
		"Halvparten av de ansatte", "a\u0301ccent", strings.Repeat("[", 600), "På hvilken måte, og hvorfor?", "\u200b", "=1+1", "Tidspunkt", "{}", "{respondents()}",
	}
	return headings[r.IntN(len(headings))]
}

// randomColumn is what respondents answer to one question.
func randomColumn(r *rand.Rand) func(row int) string {
	choices := [][]string{
		{"Ja", "Nei"}, {"Ja", "Nei", "Vet ikke"}, {"1", "2", "3", "4", "5"}, {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"},
		{"Helt uenig", "Litt uenig", "Verken enig eller uenig", "Litt enig", "Helt enig", "Vet ikke"}, {"Under 18", "18–29 år", "30–49 år", "50 år eller mer"},
		{"1 dag", "2 dager", "3 dager"}, {"it's", `"quoted"`, `back\slash`, "{brace}", "}", "[", "«»"}, {"🙂", "🙁"}, {"50%", "2 av 3", "halvparten"},
		{strings.Repeat("et svært langt svar ", 14), strings.Repeat("et annet langt svar ", 14)}, {strings.Repeat("x", 200), "kort"}, {"bare ett"},
		{"Ola Hansen", "Kari Nordmann"}, {"TRUE", "FALSE"}, {"januar", "mai", "desember"}, {"A", "B", "F"}, {"0 %", "20 %", "100 %"}, {"Sum", "Totalt"},
		{"A;B", "A", "B;C", "A;B;C;", ";", "C"}, {"A, B", "A", "B, C", "A, B, C", "C"}, {"2021", "2022", "2023"}, {"\u0001", "\u0002"}, {"-", "–", "..."},
	}
	kinds := len(choices)
	switch k := r.IntN(kinds + 6); {
	case k < kinds:
		return func(int) string { return choices[k][r.IntN(len(choices[k]))] }
	case k == kinds:
		return func(int) string { return fmt.Sprint(r.IntN(100000)) }
	case k == kinds+1:
		return func(int) string { return strings.ReplaceAll(fmt.Sprintf("%.2f", r.NormFloat64()*100), ".", ",") }
	case k == kinds+2:
		return func(row int) string { return fmt.Sprintf("%s %d skrev dette", secret, row) }
	case k == kinds+3:
		return func(row int) string { return fmt.Sprintf("%s%d@eksempel.no", secret, row) }
	case k == kinds+4:
		return func(int) string { return fmt.Sprintf("Valg %c", 'A'+r.IntN(26)) }
	}
	return func(row int) string {
		if r.IntN(3) > 0 {
			return []string{"Kurs", "Møter", "Råd"}[r.IntN(3)]
		}
		return fmt.Sprintf("Annet: %s tanke nummer %d om saken", secret, row)
	}
}
