package xlsx

import (
	"math/rand/v2"
	"strconv"
	"testing"
)

// TestClocksShowWhatExcelizeShows: the shorter way is the same way.
func TestClocksShowWhatExcelizeShows(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	formats := []string{
		"dd.mm.yyyy", "dd.mm.yyyy hh:mm", "d.m.yy hh:mm:ss", "yyyy-mm-dd hh:mm:ss", "m/d/yyyy h:mm:ss", `yyyy\-mm\-dd\ h:mm;@`,
		"[$-409]m/d/yy h:mm", "[$-814]dd/mm/yyyy", "hh:mm", "h:m:s", "mm:ss", "m", "mm", "yyyy", "DD.MM.YYYY HH:MM", `dd"."mm"."yyyy`,
		"hh:mm dd.mm", "mm/yyyy", "d, m, yy",
	}
	for _, date1904 := range []bool{false, true} {
		for _, format := range formats {
			c := clockOf(format)
			s := newShower([]numberFormat{{164, format}}, date1904, "nb")
			for i := range 40 {
				v := 62 + random.Float64()*60_000
				switch i % 4 {
				case 0:
					v = float64(int(v))
				case 1:
					v = float64(int(v*86400)) / 86400
				case 2:
					v = float64(int(v*1440)) / 1440
				}
				stored := strconv.FormatFloat(v, 'f', -1, 64)
				l := look{format: numberFormat{164, format}}
				s.words.separator = "/" // as the format has it
				want := s.formatted(&l, stored, false)
				if got, ok := c.show(v, date1904); !ok || got != want {
					t.Fatalf("%s in %s: %q, excelize %q", stored, format, got, want)
				}
			}
		}
	}
}

func TestOtherFormatsAreNoClocks(t *testing.T) {
	for _, format := range []string{
		"", "General", "0", "0.0%", "mmm-yy", "dddd", "mmmmm", "h:mm AM/PM", "[h]:mm", "mm:ss.0", "d. mmmm yyyy", `d" Jan "yyyy`, `"2006"d`,
		"[$-41E]dd.mm.yyyy", "yyyyy", "yyy", "# ##0", "@", "dd.mm.yyyy_)", "[Red]dd.mm",
	} {
		if c := clockOf(format); c != "" {
			t.Errorf("%s is taken for %q", format, c)
		}
	}
	for _, v := range []float64{-1, 0, 61.9, 1e9} {
		if _, ok := clockOf("dd.mm.yyyy").show(v, false); ok {
			t.Errorf("%v is shown", v)
		}
	}
}
