package charts

import (
	"math"
	"math/rand"
	"slices"
	"strconv"
	"strings"
	"testing"

	"lysark/report/locale"
	"lysark/report/scene"
)

func labelsOf(c Chart) []string {
	l, _ := locale.For("nb")
	return ValueLabels(c, l.InSigns())[0]
}

func TestLabelsOfAWholeTellWhatIsNotAllAndNotNothing(t *testing.T) {
	tests := []struct {
		name   string
		values []float64
		sum100 bool
		want   string
	}{
		{"each on its own", []float64{99.6, 0.4}, false, "99,6_% 0,4_%"},
		{"of very many", []float64{99.98, 0.02}, false, ">99,9_% <0,1_%"},
		{"all", []float64{100, 0}, false, "100_% 0_%"},
		{"rounded together", []float64{99.6, 0.4}, true, "99_% 1_%"},
		{"rounded together with one that nobody gave", []float64{99.6, 0.4, 0}, true, "99_% 1_% 0_%"},
		{"rounded together, all", []float64{100, 0}, true, "100_% 0_%"},
		{"a whole unit off: more decimals for all", []float64{99, 0.5, 0.5}, true, "99,0_% 0,5_% 0,5_%"},
		{"too many small ones: more decimals for all", []float64{98.8, 0.3, 0.3, 0.3, 0.3}, true,
			"98,8_% 0,3_% 0,3_% 0,3_% 0,3_%"},
		{"beyond two more decimals each on its own", []float64{99.995, 0.0025, 0.0025}, true, ">99,9_% <0,1_% <0,1_%"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := Chart{Kind: Pie, Percent: true, Sum100: tt.sum100, Series: []Series{{Values: row(tt.values...)}}}
			if got := strings.Join(labelsOf(c), " "); strings.ReplaceAll(got, "\u00a0", "_") != tt.want {
				t.Errorf("%v: %q, want %q", tt.values, got, tt.want)
			}
		})
	}
}

func TestALevelSetApartLeavesWhatIsOnTheScaleLessThanAll(t *testing.T) {
	c := Chart{
		Kind: Likert, Percent: true, Sum100: true, Excluded: "Vet ikke", Categories: []string{"Utsagn"},
		Series: []Series{{"Uenig", row(0)}, {"Enig", row(99.6)}, {"Vet ikke", row(0.4)}},
	}
	l, _ := locale.For("nb")
	if got := ValueLabels(c, l)[1][0]; got != "99,6\u00a0%" {
		t.Errorf("those who agree are %q", got)
	}
}

// TestLabelsRoundedTogetherAddUpTo100 holds of any parts that together are told from all and from nothing.
func TestLabelsRoundedTogetherAddUpTo100(t *testing.T) {
	random := rand.New(rand.NewSource(1))
	for range 2000 {
		values := make([]float64, 2+random.Intn(5))
		total := 0.0
		for i := range values {
			values[i] = math.Round(math.Pow(random.Float64(), 6) * 1000)
			total += values[i]
		}
		if total == 0 {
			continue
		}
		for i := range values {
			values[i] *= 100 / total
		}
		c := Chart{Kind: Pie, Percent: true, Sum100: true, Decimals: random.Intn(2), Series: []Series{{Values: row(values...)}}}
		labels, together := labelsOf(c), 0.0
		for i, label := range labels {
			n, err := strconv.ParseFloat(strings.Replace(strings.TrimSuffix(label, "\u00a0%"), ",", ".", 1), 64)
			if err != nil {
				t.Fatalf("%v: the label %q is no number", values, label)
			}
			if (n == 0) != (values[i] == 0) || (n == 100) != (values[i] > 100-1e-9) {
				t.Errorf("%v is labelled %q of %q", values, label, labels)
			}
			together += n
		}
		if math.Abs(together-100) > 1e-9 {
			t.Errorf("%v: %q add up to %v", values, slices.Clone(labels), together)
		}
	}
}

func TestAStackTellsHowThickItsBarsAre(t *testing.T) {
	c := Chart{Kind: Stacked, Percent: true, Full: true, Name: "x", Alt: "x"}
	for i := range 30 {
		c.Categories = append(c.Categories, strconv.Itoa(i))
	}
	for _, name := range []string{"a", "b"} {
		s := Series{Name: name}
		for range c.Categories {
			s.Values = append(s.Values, Value{V: 50})
		}
		c.Series = append(c.Series, s)
	}
	_, list := Draw(c, scene.Rect{W: 400, H: 380}, houseStyle(t))
	if len(list) != 1 || !strings.Contains(list[0].Message, "bars 8 pt thick are too thin") {
		t.Errorf("%v", list)
	}
}
