package locale

import (
	"fmt"
	"strings"
	"testing"
)

func TestFindQuantitiesInRunningText(t *testing.T) {
	tests := []struct{ name, tag, text, want string }{
		{"per cent in words", "nb", "Sekstiåtte prosent har det, fem_prosentpoeng flere enn i fjor", "Sekstiåtte prosent|fem_prosentpoeng"},
		{"a hundred per cent", "nb", "hundre prosent, tusen prosent og to hundre og femti prosent", "hundre prosent|tusen prosent|to hundre og femti prosent"},
		{"one per cent", "nb", "én prosent og ett prosentpoeng", "én prosent|ett prosentpoeng"},
		{"a number apart from its sign", "nb", "ti % og ti_% og ti%", "ti %|ti_%|ti%"},
		{"halves of a per cent", "nb", "en halv prosent, halvannet prosentpoeng, fem og en halv prosent", "en halv prosent|halvannet prosentpoeng|fem og en halv prosent"},
		{"the older counting", "nb", "syv prosent, tjuesyv prosent, åtteogseksti prosent, toogtredve prosent", "syv prosent|tjuesyv prosent|åtteogseksti prosent|toogtredve prosent"},
		{"a genitive", "nb", "fem prosents økning", "fem prosents"},
		{"the end of a range", "nb", "fra fem til ti prosent", "ti prosent"},
		{"no per cent", "nb", "prosent, i prosent, mange prosent, fem, prosent, prosentvis fem", ""},
		{"digits are for others to find", "nb", "68 prosent og 5 prosentpoeng", ""},
		{"one in a row", "nb", "Hver tredje leder, hvert femte kontor og annenhver bedrift, hver annen", "Hver tredje|hvert femte|annenhver|hver annen"},
		{"nynorsk forms", "nb", "kvar tredje og annankvar", "kvar tredje|annankvar"},
		{"an ordinal alone", "nb", "den tredje gangen, for tredje gang, hver enkelt, hver av dem, hverandre", ""},
		{"how often", "nb", "hver tredje måned, hvert femte år, annenhver uke, hver andre fredag", ""},
		{"times as much", "nb", "dobbelt så mange, Dobbelt så mye og tre ganger så mange som 10 ganger så stor", "dobbelt så mange|Dobbelt så mye|tre ganger så mange|10 ganger så stor"},
		{"times more", "nb", "fem ganger flere og en og en halv gang så mye", "fem ganger flere|en og en halv gang så mye"},
		{"half as much", "nb", "halvparten så mange og halvparten så ofte", "halvparten så mange|halvparten så ofte"},
		{"half of them saw", "nb", "halvparten så på det, men dobbelt så, dobbelt opp", ""},
		{"so many times", "nb", "tre ganger i uka, to ganger, så mange", ""},
		{"vulgar fractions", "nb", "½ har det, ⅔ ikke, ¼, ¾, ⅕, ⅓ og 2½", "½|⅔|¼|¾|⅕|⅓|2½"},
		{"so many of so many", "nb", "Fem på ti, ni på ti og 5_på_10", "Fem på ti|ni på ti|5_på_10"},
		{"one of so many", "nb", "én på ti", "én på ti"},
		{"a count of ten or more", "nb", "tolv bedrifter svarte, femti sa ja og to hundre nei, men de to største og alle fem ble hørt", "tolv|femti|to hundre"},
		{"a count of ten or more", "en", "two hundred answered, twelve did not, the two largest did", "two hundred|twelve"},
		{"an article", "nb", "en på ti kontorer, en halv time, et kontor, en av oss", ""},
		{"the time of day", "nb", "klokka fem på ti, kl. fem på ti, ti på ni", ""},
		{"decimals", "nb", "2,5 på 10, 5 på 10,5 og 2,5 ganger så mange", ""},
		{"fractions are found by FindFractions", "nb", "ni av ti, halvparten, en tredjedel", ""},
		{"nothing", "nb", "", ""},
		{"nothing that counts", "nb", "Retningslinjer er drøftet med tillitsvalgte", ""},
		{"nynorsk", "nn", "Sekstiåtte prosent, kvar tredje, kvart femte, annankvar, tre gonger så mange, dobbelt så mykje, helvta så mange",
			"Sekstiåtte prosent|kvar tredje|kvart femte|annankvar|tre gonger så mange|dobbelt så mykje|helvta så mange"},
		{"bokmål forms", "nn", "hver tredje og annenhver, hver sjuende, tre ganger så mange", "hver tredje|annenhver|hver sjuende|tre ganger så mange"},
		{"nynorsk that is none", "nn", "kvar tredje månad, ein halv time, kvarandre", ""},
		{"English per cent", "en", "Sixty-eight per cent, sixty-eight percent, five percentage points", "Sixty-eight per cent|sixty-eight percent|five percentage points"},
		{"English hundreds", "en", "a hundred percent, one hundred and five per cent, two thousand percent", "a hundred percent|one hundred and five per cent|two thousand percent"},
		{"English halves", "en", "half a percent, two and a half per cent, half as many, one and a half times as many",
			"half a percent|two and a half per cent|half as many|one and a half times as many"},
		{"no per cent in English", "en", "a percent, per cent, five per person, five percentage, and five", ""},
		{"English in a row", "en", "Every second, every third and every other company", "Every second|every third|every other"},
		{"English how often", "en", "every second week, every other day, every fifth year, on every Monday", ""},
		{"English times as much", "en", "twice as many, Twice as likely, three times as many, five times more, thrice as much",
			"twice as many|Twice as likely|three times as many|five times more|thrice as much"},
		{"English that compares nothing", "en", "twice as a guest, three times a week, half as a joke, twice", ""},
		{"English so many of so many", "en", "five out of ten, 5 out of 10, nine out of a hundred, ten out of ten", "five out of ten|5 out of 10"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			l, _ := For(tt.tag)
			text := hard(tt.text)
			var got []string
			for _, s := range l.FindQuantities(text) {
				got = append(got, text[s[0]:s[1]])
			}
			if got := strings.Join(got, "|"); got != hard(tt.want) {
				t.Errorf("%s: %q states\n%q, want\n%q", tt.tag, tt.text, got, tt.want)
			}
		})
	}
}

func TestEveryNumberInWordsIsAQuantityBeforePerCent(t *testing.T) {
	for tag, unit := range map[string]string{"nb": "prosent", "nn": "prosentpoeng", "en": "per cent"} {
		l, _ := For(tag)
		for n := 2; n <= 100; n++ {
			word, _ := l.Cardinal(n)
			text := Capital(word) + noBreak + unit
			if got := fmt.Sprint(l.FindQuantities("Om " + text + " av dem")); got != fmt.Sprintf("[[3 %d]]", 3+len(text)) {
				t.Errorf("%s: %q is found as %s", tag, text, got)
			}
		}
	}
}

func ExampleLocale_FindQuantities() {
	nb, _ := For("nb")
	text := "Hver tredje virksomhet har det, fem prosentpoeng flere enn i fjor"
	for _, s := range nb.FindQuantities(text) {
		fmt.Println(text[s[0]:s[1]])
	}
	// Output:
	// Hver tredje
	// fem prosentpoeng
}
