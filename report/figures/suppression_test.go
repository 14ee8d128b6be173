package figures

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// parts is a layout of a whole and parts of it, in this order, each with its answers to one question.
func parts(t *testing.T, threshold int, sets ...string) *Book {
	t.Helper()
	data, answers := "", files{}
	for i, content := range sets {
		name := fmt.Sprintf("d%d", i)
		data += fmt.Sprintf("[data.%s]\nfile = \"%s.csv\"\n", name, name)
		if i == 0 {
			data += "questions = { q = \"Q\" }\n"
		}
		answers[name+".csv"] = content
	}
	return languageOf(t, fmt.Sprintf("min_base = %d", threshold), data, answers).book
}

// rows are respondents with the numbers from, to and between, who answered in turn.
func rows(from, to int) string {
	var b strings.Builder
	b.WriteString("ID;Q\n")
	for i := from; i <= to; i++ {
		fmt.Fprintf(&b, "%d;%s\n", i, []string{"Yes", "No"}[i%2])
	}
	return b.String()
}

// hidden are the data sets whose answers are not shown.
func hidden(t *testing.T, b *Book) string {
	t.Helper()
	var out []string
	for _, name := range b.DataNames() {
		tally, err := b.Tally(Group{Data: name}, "q")
		if err != nil {
			t.Fatal(err)
		}
		if b.Suppresses(tally) {
			out = append(out, name)
		}
		if told := b.Tellable(tally); (len(told) == 0) != b.Suppresses(tally) {
			t.Errorf("%s: %q are told", name, told)
		}
	}
	return strings.Join(out, " ")
}

func TestWhatIsSuppressed(t *testing.T) {
	tests := []struct {
		name      string
		threshold int
		sets      []string
		want      string
	}{
		{"nothing without a threshold", 0, []string{rows(1, 20), rows(1, 1)}, ""},
		{"as many as the threshold are shown", 5, []string{rows(1, 5)}, ""},
		{"one fewer is not", 5, []string{rows(1, 4)}, "d0"},
		{"a small part, and the smaller of the others, which would tell of it", 5, []string{rows(1, 20), rows(1, 3), rows(4, 10), rows(11, 20)}, "d1 d2"},
		{"a part that leaves too few of its whole", 5, []string{rows(1, 20), rows(1, 17)}, "d1"},
		{"a part that leaves enough", 5, []string{rows(1, 20), rows(1, 15)}, ""},
		{"a part that leaves nobody", 5, []string{rows(1, 20), rows(1, 20)}, ""},
		{"two small parts that are enough together", 5, []string{rows(1, 20), rows(1, 3), rows(4, 6), rows(7, 20)}, "d1 d2"},
		{"two small parts that are too few together", 5, []string{rows(1, 20), rows(1, 2), rows(3, 4), rows(5, 20)}, "d1 d2 d3"},
		{"of parts that leave too few the smallest", 5, []string{rows(1, 30), rows(1, 12), rows(13, 20), rows(21, 27)}, "d3"},
		{"a group that others leave of the whole", 5, []string{rows(1, 30), rows(1, 12), rows(13, 27)}, "d1"},
		{"parts that leave as many as the threshold", 5, []string{rows(1, 30), rows(1, 12), rows(13, 25)}, ""},
		{"a part that tells of no small one though others do", 5,
			[]string{rows(1, 30), rows(1, 13), rows(14, 26), rows(27, 30), rows(40, 60)}, "d1 d3"},
		{"what was answered more often elsewhere is no part", 5,
			[]string{rows(1, 20), strings.Replace(strings.ReplaceAll(rows(1, 20), ";No", ";Yes"), "ID;", "Nr;", 1), rows(1, 15)}, ""},
		{"what is no part tells of nothing", 5, []string{rows(1, 20), rows(18, 37)}, ""},
		{"what has other columns is a part when all of them make up the whole", 5,
			[]string{rows(1, 20), strings.Replace(rows(1, 17), "ID;", "Nr;", 1), strings.Replace(rows(18, 20), "ID;", "Nr;", 1)}, "d1 d2"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := hidden(t, parts(t, tt.threshold, tt.sets...)); got != tt.want {
				t.Errorf("%q are hidden, want %q", got, tt.want)
			}
		})
	}
}

// TestAYearIsNoPartOfAnother, whichever of the two says which comes before.
func TestAYearIsNoPartOfAnother(t *testing.T) {
	for _, later := range []string{"d0", "d1"} {
		earlier := map[string]string{"d0": "d1", "d1": "d0"}[later]
		data := strings.Replace("[data.d0]\nfile = \"d0.csv\"\nquestions = { q = \"Q\" }\n[data.d1]\nfile = \"d1.csv\"\n",
			"[data."+later+"]\n", "[data."+later+"]\nprevious = \""+earlier+"\"\n", 1)
		b := languageOf(t, "min_base = 5", data, files{"d0.csv": rows(1, 20), "d1.csv": rows(1, 17)}).book
		if got := hidden(t, b); got != "" {
			t.Errorf("where %s comes after %s, %q are hidden", later, earlier, got)
		}
	}
}

// TestRowsThatCannotBeCompared: of files without a column in common only what makes up the whole is taken for its parts.
func TestRowsThatCannotBeCompared(t *testing.T) {
	other := func(from, to int) string { return strings.Replace(rows(from, to), "ID;Q", "Nr;Svar", 1) }
	for _, tt := range []struct {
		name string
		sets []string
		want string
	}{
		{"they make up the whole", []string{rows(1, 20), other(1, 17), other(18, 20)}, "d1 d2"},
		{"they answered otherwise", []string{rows(1, 20), strings.ReplaceAll(other(1, 17), ";No", ";Yes"), other(18, 20)}, "d2"},
		{"some of the whole is in none", []string{rows(1, 20), other(1, 17)}, ""},
		{"some is in none, and one is small", []string{rows(1, 20), other(1, 13), other(14, 16)}, "d2"},
	} {
		data, answers := "[data.d0]\nfile = \"d0.csv\"\nquestions = { q = \"Q\" }\n", files{"d0.csv": tt.sets[0]}
		for i, content := range tt.sets[1:] {
			data += fmt.Sprintf("[data.d%d]\nfile = \"d%[1]d.csv\"\nquestions = { q = \"Svar\" }\n", i+1)
			answers[fmt.Sprintf("d%d.csv", i+1)] = content
		}
		if got := hidden(t, languageOf(t, "min_base = 5", data, answers).book); got != tt.want {
			t.Errorf("%s: %q are hidden, want %q", tt.name, got, tt.want)
		}
	}
}

func TestAsManySetsAsCanBeLookedAtAreLookedAt(t *testing.T) {
	sets := []string{rows(1, 200)}
	for i := range mostParts - 1 {
		sets = append(sets, rows(10*i+1, 10*i+10))
	}
	sets[3] = rows(21, 23)
	if got := strings.Fields(hidden(t, parts(t, 5, sets...))); slices.Contains(got, "d0") || !slices.Contains(got, "d3") {
		t.Errorf("%q are hidden", got)
	}
}

func TestOfMoreSetsThanCanBeLookedAtAllAreHiddenBesideASmallOne(t *testing.T) {
	sets := []string{rows(1, 200)}
	for i := range mostParts {
		sets = append(sets, rows(10*i+1, 10*i+10))
	}
	if got := hidden(t, parts(t, 5, sets...)); got != "" {
		t.Errorf("%q are hidden, though none is small", got)
	}
	sets[3] = rows(21, 23)
	if got := strings.Fields(hidden(t, parts(t, 5, sets...))); len(got) != len(sets) {
		t.Errorf("%q are hidden, and all should be", got)
	}
}

// TestNoSmallGroupIsLeftByTakingPartsFromTheirWhole looks at all disjoint parts of a whole that are shown: what they leave
// of it is nobody, or enough.
func TestNoSmallGroupIsLeftByTakingPartsFromTheirWhole(t *testing.T) {
	const threshold = 5
	for seed := range uint64(60) {
		random := rand.New(rand.NewPCG(seed, 1))
		var cuts []int
		for at := 0; at < 30; {
			at = min(30, at+1+random.IntN(12))
			cuts = append(cuts, at)
		}
		sets := []string{rows(1, 30)}
		var sizes []int
		from := 0
		for _, to := range cuts {
			sets, sizes = append(sets, rows(from+1, to)), append(sizes, to-from)
			from = to
		}
		if len(sets) > mostParts {
			continue
		}
		not := strings.Fields(hidden(t, parts(t, threshold, sets...)))
		left := 0
		for i, n := range sizes {
			if slices.Contains(not, fmt.Sprintf("d%d", i+1)) {
				left += n
			} else if n < threshold {
				t.Errorf("seed %d: a part of %d is shown", seed, n)
			}
		}
		if left > 0 && left < threshold {
			t.Errorf("seed %d: parts of %v, hidden are %q: the others leave %d", seed, sizes, not, left)
		}
	}
}

func TestAMeanOfFewNumbersIsSuppressedThoughManyAnswered(t *testing.T) {
	const set = "[data.d]\nfile = \"d.csv\"\nquestions = { n = \"N\" }\n"
	for numbers, hidden := range map[int]bool{2: true, 3: false} {
		l := languageOf(t, "min_base = 3", set, files{"d.csv": "N\n" + strings.Repeat("4\n", numbers) + strings.Repeat("Unsure\n", 4)})
		value, list := worked(t, l, "mean('n', 'Unsure')")
		if f, ok := value.(figure); !ok || len(list) > 0 || f.Hidden != hidden {
			t.Errorf("of %d numbers: %+v (%v)", numbers, value, list)
		}
	}
	l := languageOf(t, "min_base = 3", set, files{"d.csv": "N\n4\nUnsure\n"})
	if got := shown(t, l, "mean('n')"); got != `6 bad-data: an answer to "N" is no number, so it has no mean; ` {
		t.Errorf("an answer of a small group is quoted: %s", got)
	}
}

func TestASuppressedFigureHasNoNumberLeft(t *testing.T) {
	l := languageOf(t, "min_base = 5", "[data.d]\nfile = \"d.csv\"\nquestions = { q = \"Q\", n = { column = \"N\", answers = [\"1\", \"2\"] } }\n[data.e]\nfile = \"e.csv\"\n",
		files{"e.csv": "Q\nYes\nYes\nNo\nNo\nNo\n", "d.csv": "Q;N\nYes;1\nYes;1\nNo;2\nNo;1\n;\n;\n"})
	for _, expression := range []string{
		"share('q', 'Yes')", "share_of_all('q', 'Yes')", "count('q', 'No')", "mean('n')", "rank('n', '1')", "share('n', '1')",
	} {
		value, list := worked(t, l, expression)
		f, ok := value.(figure)
		if !ok || len(list) > 0 {
			t.Fatalf("%s: %v", expression, list)
		}
		if s := f.Sources[0]; !f.Hidden || f.Value != 0 || s.Count != 0 || s.WeightedSum != 0 {
			t.Errorf("%s keeps %+v", expression, f)
		}
	}
	for expression, want := range map[string]string{
		"top('q')": "–", "list('q', 2)": "–", "answers('q')": "–", "base('q')": "4 [d.q : 4 of 4]",
		"fraction(share('q', 'Yes'))": "–", "change(share('q', 'Yes'), 'e')": "–", "change(share('e.q', 'Yes'), 'd')": "–",
		"value(share('q', 'Yes'))": "1 small-group: a figure of too few answers to be shown is compared, which would tell what is hidden; " +
			"leave the comparison out, or lower min_base of [deck]",
		"share('q', 'Maybe')": "– [d.q Maybe: 0 of 4]", // even which answers were given is not told
		"share('n', '3')":     `12 unknown-answer: nobody in d.csv answered "3" to "N"; list it among the answers of the question if it was on offer`,
	} {
		if got := shown(t, l, expression); got != want {
			t.Errorf("%s\ngot  %s\nwant %s", expression, got, want)
		}
	}
	tally, _ := l.book.Tally(Group{}, "n")
	if a := l.book.Answer(tally, "1", Of{}); !a.Hidden || a.Value != 0 || a.Sources[0].Count != 0 {
		t.Errorf("a chart keeps %+v", a)
	}
}
