package survey

import (
	"strings"
	"testing"
)

// TestOptionsInColumns: whatever a tool writes where an option was ticked, the question is one of several answers.
func TestOptionsInColumns(t *testing.T) {
	star := Question{Column: "tur *", Columns: []string{"tur [*]"}, Found: true}
	tests := []struct {
		name, data string
		q          Question
		want       string
	}{
		{"1 and 0: who ticked none has answered", "id;tur [fjell];tur [sjø]\n1;1;1\n2;0;1\n3;0;0\n4;;\n", star,
			"fjell 1, sjø 2 of 3 of 4"},
		{"yes and no", "tur [fjell];tur [sjø]\nJa;Nei\nja;JA\nNei;Ja\n", star, "fjell 2, sjø 2 of 3 of 3"},
		{"crosses", "id;tur [fjell];tur [sjø]\n1;x;\n2;X;x\n3;;\n", star, "fjell 2, sjø 1 of 2 of 3"},
		{"true and false", "tur [fjell];tur [sjø]\nTRUE;FALSE\nTrue;True\n", star, "fjell 2, sjø 1 of 2 of 2"},
		{"the option's own text", "id;tur [1];tur [2]\n1;Til fjells;\n2;Til fjells;Til sjøs\n3;;\n", star,
			"Til fjells 2, Til sjøs 1 of 2 of 3"},
		{"the option's text, and words where it was not chosen",
			"tur [1];tur [2]\nTil fjells;Not selected\nNot Selected;Til sjøs\n", star, "Til fjells 1, Til sjøs 1 of 2 of 2"},
		{"numbers with decimals", "id;tur [fjell];tur [sjø]\n1;1,0;0,0\n2;1,0;1,0\n3;;\n", star, "fjell 2, sjø 1 of 2 of 3"},
		{"marks that are not known, once the layout says no", "tur [fjell];tur [sjø]\nPå;Av\nPå;På\nAv;Av\n",
			Question{Columns: []string{"tur [*]"}, Base: Everybody, Missing: []string{"Av"},
				Labels: []Label{{Code: "fjell", Text: "Fjell"}, {Code: "sjø", Text: "Sjø"}}},
			"Fjell 2, Sjø 1 of 3 of 3"},
		{"its own number", "id;tur [fjell];tur [sjø]\n1;1;\n2;1;2\n", star, "fjell 2, sjø 1 of 2 of 2"},
		{"an option that nobody chose", "tur [fjell];tur [sjø]\n1;0\n1;\n", star, "fjell 2, sjø 0 of 2 of 2"},
		{"a blank that a tool writes", "tur [fjell];tur [sjø]\n1;0\nNA;NA\n#NULL!;#NULL!\n", star, "fjell 1, sjø 0 of 1 of 3"},
		{"one choice, spread over columns", "kvinne;mann\nKvinne;\n;Mann\nKvinne;\n",
			Question{Column: "k", Columns: []string{"kvinne", "mann"}}, "Kvinne 2, Mann 1 of 3 of 3"},
		{"words beside an option are no option", "tur [fjell];tur [annet];tur [annet_TEXT]\n1;0;\n0;1;på ski\n", star,
			"fjell 1, annet 1 of 2 of 2"},
		{"those who ticked any", "tur [fjell];tur [sjø]\n1;1\n0;0\n",
			Question{Columns: []string{"tur [*]"}, Base: Ticked}, "fjell 1, sjø 1 of 1 of 2"},
		{"everybody", "id;tur [fjell];tur [sjø]\n1;X;\n2;;\n", Question{Columns: []string{"tur [*]"}, Base: Everybody},
			"fjell 1, sjø 0 of 2 of 2"},
		{"names of the layout's, any text among them", "a/jobb;a/annet\n1;maling\n0;søm\n",
			Question{Columns: []string{"a/*"}, Labels: []Label{{Code: "jobb", Text: "Lønn"}, {Code: "a/annet", Text: "Noe annet"}}},
			"Noe annet 2, Lønn 1 of 2 of 2"},
		{"a first and a second choice", "1. valg;2. valg\nFjell;Sjø\nSjø;\nBy;Fjell\n",
			Question{Columns: []string{"1. valg", "2. valg"}, Answers: []string{"By", "Fjell", "Sjø"}},
			"By 1, Fjell 2, Sjø 2 of 3 of 3"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tally, list := table(t, tt.data).Tally(tt.q)
			if got := line(tally); !sameAnswers(got, tt.want) || list.HasErrors() {
				t.Errorf("%s, want %s (%v)", got, tt.want, list)
			}
		})
	}
}

// sameAnswers compares the answers whatever their order.
func sameAnswers(a, b string) bool {
	split := func(s string) map[string]bool {
		out := map[string]bool{}
		answers, rest, _ := strings.Cut(s, " of ")
		for one := range strings.SplitSeq(answers, ", ") {
			out[one+rest] = true
		}
		return out
	}
	x, y := split(a), split(b)
	for one := range x {
		if !y[one] {
			return false
		}
	}
	return len(x) == len(y)
}

func TestOptionsThatCannotBeRead(t *testing.T) {
	tests := []struct{ name, data, columns, want string }{
		{"no column", "tur [fjell];tur [sjø]\n1;0\n", "reise [*]", `unknown-column: the file svar.csv has no column "reise [*]"`},
		{"the answers joined, beside a column for each", "a;a/x;a/y\nx y;1;1\nx;1;0\n", "a, a/*",
			`bad-data: the column A of "a" holds more than whether "a" was chosen`},
		{"scores are no ticks", "a/x;a/y\n1;2\n2;3\n", "a/*", `svar.csv:3:1 bad-data: the column A of "a/*" holds more than whether "x" was chosen`},
		{"one option twice", "a/x;b/x\nKurs;Kurs\n", "a/x, b/x", `duplicate: the columns A and B of "a/x, b/x" are both called "Kurs"`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, list := table(t, tt.data).Tally(Question{Column: tt.columns, Columns: strings.Split(tt.columns, ", ")})
			if !strings.Contains(inShort(list), strings.Replace(tt.want, `of "a" holds`, `of "a, a/*" holds`, 1)) {
				t.Errorf("got  %s\nwant %s", inShort(list), tt.want)
			}
		})
	}
}

// TestAPartOfAQuestionOverColumns: a group is counted as a file with its respondents alone, and weights weigh.
func TestAPartOfAQuestionOverColumns(t *testing.T) {
	const data = "v;sted;a/x;a/y\n2;By;1;1\n1;Land;0;1\n1;By;0;0\n4;By;0;1\n"
	all, _ := Read("svar.csv", []byte(data), Options{Weight: "v"})
	q := Question{Columns: []string{"a/*"}}
	before, _ := all.Rows(Question{Column: "sted"}, []string{"By"})
	early := all.Where(before) // made before the question was asked
	for name, part := range map[string]*Table{"early": early, "late": all.Where(before)} {
		tally, list := part.Tally(q)
		share, _ := tally.Share("y")
		if line(tally) != "x 1, y 2 of 3 of 3" || share != 600.0/7 || len(list) > 0 {
			t.Errorf("%s: %s, %v %% (%v)", name, line(tally), share, list)
		}
	}
	rows, unknown := all.Rows(q, []string{"x", "z"})
	if n := all.Where(rows).Len(); n != 1 || len(unknown) != 1 {
		t.Errorf("%d ticked x, unknown are %q", n, unknown)
	}
	some, _ := all.AnyOf(q, []string{"x", "y"})
	if some.Count != 3 || some.Weight != 7 {
		t.Errorf("%+v ticked either", some)
	}
	if tally, _ := all.Tally(q); !tally.MultipleResponse || tally.Label != "a" {
		t.Errorf("%q, several answers: %v", tally.Label, tally.MultipleResponse)
	}
}

func TestAnOptionThatNobodyChoseIsKnown(t *testing.T) {
	some, unknown := table(t, "a/x;a/y\n1;0\n1;0\n").AnyOf(Question{Columns: []string{"a/*"}}, []string{"y", "z"})
	if some.Count != 0 || strings.Join(unknown, " ") != "z" {
		t.Errorf("%+v, unknown are %q", some, unknown)
	}
}

// TestMarksThatAreNotKnownAreNoWords: a name of the layout's for an option does not make each of them a yes.
func TestMarksThatAreNotKnownAreNoWords(t *testing.T) {
	q := Question{Column: "tur [*]", Columns: []string{"tur [*]"},
		Labels: []Label{{Code: "fjell", Text: "Fjell"}, {Code: "sjø", Text: "Sjø"}}}
	_, list := table(t, "tur [fjell];tur [sjø]\nPå;Av\nPå;På\nAv;Av\n").Tally(q)
	if !list.HasErrors() || !strings.Contains(list[0].Hint, `which of "På" and "Av" stands where an option was not chosen`) {
		t.Errorf("%v", list)
	}
}
