package fonts

import (
	"math/rand"
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzWrap: no line is wider than the measure unless it says so, the words are those of the text, and wherever the
// text is cut, the pieces of a line are together the line.
func FuzzWrap(f *testing.F) {
	f.Add("Et langt punkt om medlemsundersøkelsen – og mer", 9.0)
	f.Add("a\u00adb\u00ad\u00adc-d/e \n\n \u00a0x", 2.0)
	f.Add("\xff\xfe–", 0.0)
	f.Add("- - % –\n/ om bank-/forsikringsvirksomhet", 7.5)
	h := Norwegian()
	f.Fuzz(func(t *testing.T, text string, measure float64) {
		if len(text) > 2000 {
			return
		}
		for name, width := range map[string]func(string) float64{"even": letters, "uneven": uneven} {
			wrapped, balanced := Wrap(text, measure, width, h), Balance(text, measure, width, h)
			if !utf8.ValidString(text) {
				continue // bytes that no reader lets through: without a soft hyphen they may be another one
			}
			if len(wrapped) != len(balanced) {
				t.Fatalf("%s: Wrap makes %q, Balance %q", name, joinLines(wrapped), joinLines(balanced))
			}
			for _, lines := range [][]Line{wrapped, balanced} {
				checkLines(t, lines, text, measure, width)
			}
		}
	})
}

func checkLines(t *testing.T, lines []Line, text string, measure float64, width func(string) float64) {
	t.Helper()
	var all strings.Builder
	last := 0
	for _, l := range lines {
		checkCuts(t, l, text)
		if l.From < last {
			t.Fatalf("%+v begins before the line above it ends: %d", l, last)
		}
		last = l.To
		if fits := width(l.Text) <= measure; fits == l.Overflow {
			t.Fatalf("%q is %v wide of %v, overflow %v", l.Text, width(l.Text), measure, l.Overflow)
		}
		if strings.TrimFunc(l.Text, isBreakingSpace) != l.Text || l.Text == "" {
			t.Fatalf("%q is no line", l.Text)
		}
		if l.Hyphen && (!l.Joined || !strings.HasSuffix(l.Text, "-")) {
			t.Fatalf("%+v", l)
		}
		if l.Hyphen {
			l.Text = strings.TrimSuffix(l.Text, "-")
		}
		all.WriteString(l.Text)
		if !l.Joined {
			all.WriteByte(' ')
		}
	}
	if got, want := spaced(all.String()), spaced(text); got != want {
		t.Fatalf("%q became %q", want, got)
	}
}

// checkCuts cuts the line everywhere, and at two places in turn.
func checkCuts(t *testing.T, l Line, text string) {
	t.Helper()
	var everywhere []int
	for at := range text {
		everywhere = append(everywhere, at)
	}
	for _, places := range [][]int{nil, everywhere, {l.From, l.To}, {l.From / 2, (l.From + l.To) / 2}, {len(text)}} {
		pieces := l.Cut(text, places)
		if len(pieces) != len(places)+1 || strings.Join(pieces, "") != l.Text {
			t.Fatalf("%+v of %q cut at %v is %q", l, text, places, pieces)
		}
	}
}

// spaced is a text's words, without soft hyphens.
func spaced(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ReplaceAll(s, "\u00ad", ""), isBreakingSpace), " ")
}

// uneven measures as a kerned face does: the parts of a line are wider than the line.
func uneven(s string) float64 {
	width := 0.0
	for _, r := range s {
		width += 1 + float64(r%7)/4
	}
	return width - 0.3*float64(max(0, utf8.RuneCountInString(s)-1))
}

// Every way to break a few words is tried: Balance finds the narrowest, or one without a widow.
func TestBalanceIsTheBestOfAllBreaks(t *testing.T) {
	random := rand.New(rand.NewSource(1))
	for range 2000 {
		var words []string
		for range 2 + random.Intn(8) {
			words = append(words, strings.Repeat("x", 1+random.Intn(9)))
		}
		measure := 9 + random.Intn(20)
		lines := Balance(strings.Join(words, " "), float64(measure), letters, nil)
		narrowest, kept := bestBreaks(words, len(lines), measure)
		last := lines[len(lines)-1].Text
		widest := 0
		for _, l := range lines {
			widest = max(widest, len(l.Text))
		}
		alone := len(lines) > 1 && !strings.Contains(last, " ") && 2*len(last) < widest
		switch {
		case alone && kept <= measure:
			t.Errorf("%v at %d: %q ends in a widow", words, measure, joinLines(lines))
		case widest != narrowest && widest != kept:
			t.Errorf("%v at %d: %q is not the narrowest: %d", words, measure, joinLines(lines), narrowest)
		}
	}
}

// bestBreaks is the smallest width of that many lines of the words, and that with two words or more on the last
// line: far beyond the measure when there is none.
func bestBreaks(words []string, lines, measure int) (narrowest, kept int) {
	narrowest, kept = 10*measure, 10*measure
	for breaks := range 1 << (len(words) - 1) {
		n, width, widest := 1, len(words[0]), len(words[0])
		for i, w := range words[1:] {
			if breaks>>i&1 == 1 {
				n, width = n+1, len(w)
			} else {
				width += 1 + len(w)
			}
			widest = max(widest, width)
		}
		if n != lines {
			continue
		}
		narrowest = min(narrowest, widest)
		if breaks>>(len(words)-2)&1 == 0 {
			kept = min(kept, widest)
		}
	}
	return narrowest, kept
}

// Twice the text takes about twice the measuring, however long the lines are.
func TestLongTextsAreMeasuredInLinearTime(t *testing.T) {
	texts := map[string]string{
		"words":        "arbeid og miljø ",
		"soft hyphens": "a\u00ad",
		"dashes":       "- ",
		"hyphens":      "ab-",
		"one word":     "medlemsundersøkelse",
	}
	for name, text := range texts {
		for _, measure := range []float64{1, 50, 1e4, 1e9} {
			long := strings.Repeat(text, 60000/len(text))
			measured := 0
			Wrap(long, measure, func(s string) float64 { measured += len(s); return letters(s) }, Norwegian())
			if limit := 40 * len(long); measured > limit {
				t.Errorf("%s at %v: measured %d bytes of text for %d", name, measure, measured, len(long))
			}
		}
	}
}

func BenchmarkWrap(b *testing.B) {
	f := regular(b)
	width := func(s string) float64 { return f.Advance(s, 20) }
	const text = "Unntakene begrunnes særlig med kundeoppfølging, sikkerhet og teamkritiske roller i medlemsvirksomhetene"
	for b.Loop() {
		Wrap(text, 344, width, nil)
	}
}

func BenchmarkBalance(b *testing.B) {
	f := regular(b)
	width := func(s string) float64 { return f.Advance(s, 30) }
	const text = "Flere enn 2 av 3 har interne retningslinjer for bruk av hjemmekontor i finansnæringen"
	for b.Loop() {
		Balance(text, 600, width, nil)
	}
}
