package resolve_test

import (
	"strings"
	"testing"

	"lysark/config/diag"
	"lysark/report"
)

// tableOf is the table of a slide that shows a range of a file, its columns separated by |.
func tableOf(t *testing.T, lang, csv string) (string, []report.Align) {
	t.Helper()
	layout := "[deck]\ntitle = \"A\"\nlang = \"" + lang + "\"\n[data.tall]\nfile = \"tall.csv\"\n[[slide]]\nheadline = \"B\"\ntable = { range = \"A:C\" }\n"
	deck, list := resolved(t, "deck.toml", func(name string) ([]byte, error) {
		if name == "deck.toml" {
			return []byte(layout), nil
		}
		return []byte(csv), nil
	})
	if len(list) > 0 {
		t.Fatal(list)
	}
	table := deck.Slides[0].Table
	var rows []string
	for _, r := range append([][]report.Text{table.Columns}, table.Rows...) {
		var cells []string
		for _, c := range r {
			cells = append(cells, strings.ReplaceAll(c.S, "\u00a0", "_"))
		}
		rows = append(rows, strings.Join(cells, "|"))
	}
	return strings.Join(rows, "\n"), table.Align
}

func TestATableShowsTheCellsOfAFile(t *testing.T) {
	const left, right = report.Left, report.Right
	for _, tt := range []struct {
		name, lang, csv, want string
		align                 [3]report.Align
	}{
		{"percents keep their sign and get one number of decimals", "nb", "Fag;Andel;Endring\nNorsk;33,4 %;+2,5\nMatte;8 %;−1\n",
			"Fag|Andel|Endring\nNorsk|33,4_%|+2,5\nMatte|8,0_%|−1,0", [3]report.Align{left, right, left}},
		{"in English", "en", "Subject;Share;Pupils\nNorwegian;33.4%;12345\nMaths;8%;7\n",
			"Subject|Share|Pupils\nNorwegian|33.4%|12,345\nMaths|8.0%|7", [3]report.Align{left, right, right}},
		{"texts and dates as they stand", "nb", "Fag;Frist;Timer\nNorsk;03.11.2025;12345\nMatte;etter avtale;\n",
			"Fag|Frist|Timer\nNorsk|03.11.2025|12_345\nMatte|etter avtale|–", [3]report.Align{left, left, right}},
		{"counts beside measures have no decimals", "nb", "Mål;I fjor;I år\nElever;1088;1205\nKarakter;4,1;4,25\nTrivsel;78 %;80,5 %\n",
			"Mål|I fjor|I år\nElever|1088|1205\nKarakter|4,1|4,25\nTrivsel|78_%|80,5_%", [3]report.Align{left, right, right}},
		{"what a program worked out is rounded", "nb", "Fag;Snitt;Andel\nNorsk;4.1666666666666667;0.00012345\nMatte;4;0\n",
			"Fag|Snitt|Andel\nNorsk|4,17|0,0001\nMatte|4,00|0,0000", [3]report.Align{left, right, right}},
		{"the years of the first column are names", "nb", "År;Elever;Post\n2024;12;0150\n2025;13;5003\n",
			"År|Elever|Post\n2024|12|0150\n2025|13|5003", [3]report.Align{right, right, right}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, align := tableOf(t, tt.lang, tt.csv)
			if got != tt.want || [3]report.Align(align) != tt.align {
				t.Errorf("got\n%s\n%v\nwant\n%s\n%v", got, align, tt.want, tt.align)
			}
		})
	}
}

func TestALetterOfATableThatNoFontHasIsTold(t *testing.T) {
	_, list := resolved(t, "deck.toml", func(name string) ([]byte, error) {
		if name == "deck.toml" {
			return []byte("[deck]\ntitle = \"A\"\n[data.tall]\nfile = \"tall.csv\"\n[[slide]]\nheadline = \"B\"\ntable = { range = \"A:B\" }\n"), nil
		}
		return []byte("By;Navn\nTokyo;東京\n"), nil
	})
	if len(list) == 0 || list[0].Rule != diag.MissingGlyph {
		t.Error(list)
	}
}
