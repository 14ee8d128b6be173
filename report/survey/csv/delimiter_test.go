package csv

import "testing"

func TestTheDelimiterIsThatOfTheTable(t *testing.T) {
	tests := []struct {
		name, text string
		want       rune
	}{
		{"most in the first row", "a;b,c;d\n1;2;3\n", ';'},
		{"none", "a\nb\n", ';'},
		{"commas outside quotes", "\"a;b;c\",d\n", ','},
		{"a title above", "Undersøkelse 2025\na,b,c\n1,2,3\n4,5,6\n", ','},
		{"a title with commas, and a blank line", "Undersøkelse, våren 2025, alle\n\nID;Farge\n1;Rød\n2;Blå\n", ';'},
		{"a title that is filled up", "Undersøkelse;;\nID;Farge;By\n1;Rød;Oslo\n", ';'},
		{"sentences in one column", "Hva mener du?\nBra, men dyrt\nNei, aldri\nJa, ofte\n", ';'},
		{"answers with a delimiter in one column", "Tilbud\nKurs;Råd\nKurs;Te\nTe;Råd\n", ';'},
		{"numbers with a decimal comma in one column", "Alder\n3,5\n4,5\n4,0\n", ';'},
		{"answers with commas, two in each", "Tilbud\nKurs, råd, te\nKurs, råd, ro\nRo, te, kaffe\n", ';'},
		{"a row that is cut short", "a,b,c\n1,2\n1,2\n", ','},
	}
	for _, tt := range tests {
		if got := Delimiter([]byte(tt.text), "", 0); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestBelow(t *testing.T) {
	for _, text := range []string{"a\nb\nc\n", "a\r\nb\r\nc\n", "a\rb\rc\n"} {
		if got := string(Below([]byte(text), 2)); got != "c\n" {
			t.Errorf("%q: %q", text, got)
		}
	}
	if got := string(Below([]byte("a\nb"), 5)); got != "b" {
		t.Errorf("past the end: %q", got)
	}
}

func TestIsBelowBlank(t *testing.T) {
	for text, want := range map[string]bool{"|a": false, "a\n|b": false, "a\n\n|b": true, "a\r\n\r\n|b": true, "a\r\r|b": true, "a\n \n|b": true, "a\r\n|b": false} {
		at := 0
		for text[at] != '|' {
			at++
		}
		if got := IsBelowBlank([]byte(text[:at]+text[at+1:]), at); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
