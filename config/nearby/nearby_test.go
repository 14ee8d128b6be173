package nearby_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lysark/config/diag"
	"lysark/config/nearby"
)

// TestWhatIsThereInsteadIsNamed asks for a file by a name that is nearly one of the folder's.
func TestWhatIsThereInsteadIsNamed(t *testing.T) {
	tests := []struct{ name, there, asked, hint string }{
		{"other capitals", "Tall.csv", "tall.CSV", `"Tall.csv" is there; capitals and spaces have to be the same`},
		{"an ending that Windows hides", "tall.csv.txt", "tall.csv", `"tall.csv.txt" is there; take the .txt off its name, which Windows may hide`},
		{"no ending", "tall.xlsx", "tall", `"tall.xlsx" is there; name it with its ending`},
		{"another ending", "tall.xlsx", "tall.csv", `"tall.xlsx" is there, with another ending`},
		{"a mark stored apart from its letter", "ma\u030al.csv", "m\u00e5l.csv", `which looks the same: its letters and their marks are stored in another way`},
		{"a letter too few", "medlemmer.csv", "medlemer.csv", `did you mean "medlemmer.csv", which is there?`},
		{"a folder that is not there", "tall.csv", "data/tall.csv", `"tall.csv" is there, and there is no folder "data"`},
		{"a folder with other capitals", "Data/tall.csv", "data/tall.csv", `"Data" is there; capitals and spaces have to be the same`},
		{"backslashes", "data/tall.csv", `data\tall.csv`, "write / between folders: "},
		{"what a spreadsheet keeps while a file is open", "~$tall.xlsx", "~$tall.xlsx", `name the file itself, "tall.xlsx"`},
		{"a folder", "alt/deck.toml", "alt", "name a file in it, such as "},
		{"nothing that comes near", "noe.csv", "helt_annet.csv", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			folder := t.TempDir()
			there := filepath.Join(folder, tt.there)
			if err := os.MkdirAll(filepath.Dir(there), 0o777); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(there, []byte("a\n1\n"), 0o666); err != nil {
				t.Fatal(err)
			}
			_, err := nearby.Read(filepath.Join(folder, tt.asked))
			if err == nil {
				t.Skip("the file system takes both names for one")
			}
			hint := diag.HintOf(err, "")
			if !strings.Contains(hint, tt.hint) || tt.hint == "" && hint != "" {
				t.Errorf("hint %q, want %q", hint, tt.hint)
			}
			if strings.Contains(nearby.Reason(err), folder) {
				t.Errorf("the reason %q names the file, which the message does already", nearby.Reason(err))
			}
		})
	}
}

// TestADriveIsNowhereElse wants no word of letters and endings of a path that one machine has alone.
func TestADriveIsNowhereElse(t *testing.T) {
	if filepath.VolumeName(`C:\`) != "" {
		t.Skip("there are drives here")
	}
	_, err := nearby.Read(`C:\Undersøkelser\tall.csv`)
	if hint := diag.HintOf(err, ""); !strings.HasPrefix(hint, "other machines have no such drive") {
		t.Errorf("hint %q", hint)
	}
}

func TestOneFileHasSeveralNames(t *testing.T) {
	folder := t.TempDir()
	a, b := filepath.Join(folder, "a.csv"), filepath.Join(folder, "b.csv")
	for _, name := range []string{a, b} {
		if err := os.WriteFile(name, []byte("a\n1\n"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	round := folder + "/x/../a.csv"
	if nearby.Same(a, b) || nearby.Same(a, filepath.Join(folder, "c.csv")) || !nearby.Same(a, filepath.Clean(round)) {
		t.Error("files are told apart by their names")
	}
}
