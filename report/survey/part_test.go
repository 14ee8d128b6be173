package survey

import "testing"

func TestTheSameAnswersAreKnown(t *testing.T) {
	const all = "ID;Farge\n1;Rød\n2;Blå\n"
	for part, want := range map[string]bool{all: true, "ID,Farge\r\n1,Rød\r\n2,Blå": true, "ID;Farge\n2;Blå\n1;Rød\n": false, "ID;Farge\n1;Rød\n": false, "ID;Form\n1;Rød\n2;Blå\n": false} {
		if got := table(t, all).Same(table(t, part)); got != want {
			t.Errorf("%q: %v", part, got)
		}
	}
}

func TestFilesWithAColumnThatIsBlankThroughoutAreCompared(t *testing.T) {
	const all = "ID;Tom;Farge\n1;;Rød\n2;;Blå\n"
	if !table(t, all).Same(table(t, all)) {
		t.Error("the same answers are not known")
	}
	if holds, comparable := table(t, all).Holds(table(t, "ID;Tom;Farge\n2;;Blå\n")); !holds || !comparable {
		t.Error("a part of a file is not known")
	}
}

func TestAPartOfAFileIsKnownByItsRows(t *testing.T) {
	const all = "ID;Farge;Alder\n1;Rød;40\n2;Rød;41\n3;Blå;40\n"
	tests := []struct {
		name, part        string
		holds, comparable bool
	}{
		{"some of the rows", "ID;Farge\n3;Blå\n1;Rød\n", true, true},
		{"columns in another order, and others", "Farge;ID;Region\nRød;2;Nord\n", true, true},
		{"a row that is not there", "ID;Farge\n4;Blå\n", false, true},
		{"a row twice that is there once", "ID;Farge\n1;Rød\n1;Rød\n", false, true},
		{"no column in common", "Nummer\n1\n", false, false},
	}
	for _, tt := range tests {
		if holds, comparable := table(t, all).Holds(table(t, tt.part)); holds != tt.holds || comparable != tt.comparable {
			t.Errorf("%s: %v, %v", tt.name, holds, comparable)
		}
	}
}
