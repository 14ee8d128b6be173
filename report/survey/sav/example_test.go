package sav_test

import (
	"fmt"

	"lysark/report/survey/sav"
	"lysark/report/survey/sav/savtest"
)

// A file is asked for its variables first. Then its answers are read, each with the label that its variable has for it.
func Example() {
	file := savtest.File{
		Variables: []savtest.Variable{{Name: "q1", Label: "Er du fornøyd?", Labels: savtest.Labels(1, "Ja", 2, "Nei", 9, "Vet ikke"),
			Missing: []any{9}}},
		Rows:    [][]any{{1}, {2}, {9}, {nil}},
		Packing: savtest.Zlib,
	}
	f, err := sav.Read(file.Bytes(), sav.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for cells, err := range f.Each() {
		if err != nil {
			fmt.Println(err)
			return
		}
		for i, c := range cells {
			v := &f.Variables[i]
			label, _ := v.Labels.Of(c.Text)
			fmt.Printf("%s %q %q answered: %t\n", v.Label, c.Text, label, c.State == sav.Given)
		}
	}
	// Output:
	// Er du fornøyd? "1" "Ja" answered: true
	// Er du fornøyd? "2" "Nei" answered: true
	// Er du fornøyd? "9" "Vet ikke" answered: false
	// Er du fornøyd? "" "" answered: false
}
