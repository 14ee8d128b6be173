package locale

import (
	"fmt"
	"strings"
	"testing"
)

func TestFindFractionsInRunningText(t *testing.T) {
	tests := []struct{ name, tag, text, want string }{
		{"in figures", "nb", "2 av 3 har interne retningslinjer", "2 av 3=66.67"},
		{"with hard spaces", "nb", "Hos 2_av_3 er det slik", "2_av_3=66.67"},
		{"in words", "nb", "Ni av ti virksomheter", "Ni av ti=90.00"},
		{"one in words", "nb", "En av fem, én av fire og ett av ti", "En av fem=20.00|én av fire=25.00|ett av ti=10.00"},
		{"a half", "nb", "Halvparten er sparebanker, og halvparten av dem er små", "Halvparten=50.00|halvparten=50.00"},
		{"a half after a word for more", "nb", "over halvparten", "halvparten=50.00"},
		{"parts", "nb", "En tredjedel, to tredeler, én fjerdedel og 3 femdeler.", "En tredjedel=33.33|to tredeler=66.67|én fjerdedel=25.00|3 femdeler=60.00"},
		{"mixed", "nb", "ni av 13 saker", "ni av 13=69.23"},
		{"the end of a sentence", "nb", "Det er 8 av 10.", "8 av 10=80.00"},
		{"half an hour", "nb", "en halv time, halvannen dag og halvparten så mange", ""},
		{"halves in other words", "nb", "halvparten-regelen og ihalvparten", ""},
		{"a part of no number", "nb", "av 10, en del av ti, fire femdeler av 2025", "fire femdeler=80.00"},
		{"a third party", "nb", "en tredjepart", ""},
		{"a whole and more", "nb", "3 av 3, 5 av 2 og 0 av 10", ""},
		{"decimals, percents and thousands", "nb", "3,2 av 10, 2 av 3,5, 2 av 10 % og 3 av 10 000", ""},
		{"an ordinal", "nb", "1 av 3. kvartal", ""},
		{"a comma between", "nb", "2, av 3", ""},
		{"nothing", "nb", "", ""},
		{"nynorsk", "nn", "Helvta, éin av ti, ein tredel og to tredjedelar", "Helvta=50.00|éin av ti=10.00|ein tredel=33.33|to tredjedelar=66.67"},
		{"nynorsk", "nn", "halvparten og sju åttandedelar", "halvparten=50.00|sju åttandedelar=87.50"},
		{"nynorsk forms in bokmål", "nb", "Éin av fem, ein fjerdedel, fire femdelar, helvta", "Éin av fem=20.00|ein fjerdedel=25.00|fire femdelar=80.00|helvta=50.00"},
		{"bokmål forms in nynorsk", "nn", "Én av fem, en fjerdedel, fire femdeler, sju åttendedeler", "Én av fem=20.00|en fjerdedel=25.00|fire femdeler=80.00|sju åttendedeler=87.50"},
		{"the older counting", "nb", "syvogtyve av femti, tjuesyv av hundre", "syvogtyve av femti=54.00|tjuesyv av hundre=27.00"},
		{"nothing that counts", "nb", "Retningslinjer er drøftet med tillitsvalgte av alle slag", ""},
		{"English", "en", "Two in three, 2 in 3, 2 out of 3 and 2 of 3", "Two in three=66.67|2 in 3=66.67|2 out of 3=66.67|2 of 3=66.67"},
		{"English parts", "en", "A third of them, two thirds, two-thirds, three quarters", "A third=33.33|two thirds=66.67|two-thirds=66.67|three quarters=75.00"},
		{"English halves", "en", "Half are banks and half of them small", "Half=50.00|half=50.00"},
		{"no half of a whole", "en", "half an hour, half-hearted, the first half of 2025, one and a half, half as many", ""},
		{"no third of a whole", "en", "a third party, the third quarter, vitamin a in 3 of them, a quarter past", ""},
		{"a year", "en", "5 in 2025", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			l, _ := For(tt.tag)
			text := hard(tt.text)
			var got []string
			for _, s := range l.FindFractions(text) {
				got = append(got, fmt.Sprintf("%s=%.2f", text[s.Start:s.End], s.Share()))
			}
			if got := strings.Join(got, "|"); got != hard(tt.want) {
				t.Errorf("%s: %q states %q, want %q", tt.tag, tt.text, got, tt.want)
			}
		})
	}
}

func ExampleLocale_FindFractions() {
	nb, _ := For("nb")
	text := "9 av 10 virksomheter har drøftet retningslinjene"
	for _, s := range nb.FindFractions(text) {
		fmt.Printf("%q states %v %%\n", text[s.Start:s.End], s.Share())
	}
	// Output: "9 av 10" states 90 %
}
