package survey

import (
	"strings"
	"testing"

	"lysark/config/diag"
)

func TestReadJSON(t *testing.T) {
	tests := []struct{ name, data, columns, rows string }{
		{"keys in the order they first appear", `[{"ID":1,"Farge":"Rød"},{"Alder":40,"ID":2}]`, "ID|Farge|Alder", "1|Rød|, 2||40"},
		{"null and empty lists are blank", `[{"a":null,"b":[],"c":"x"}]`, "a|b|c", "||x"},
		{"numbers as they are written", `[{"a":1.50,"b":1e3,"c":-0}]`, "a|b|c", "1.50|1e3|-0"},
		{"true and false", `[{"a":true,"b":false}]`, "a|b", "true|false"},
		{"several answers", `[{"a":["x"," y ",3,true,null]}]`, "a", "x; y; 3; true"},
		{"texts are made comparable", `[{" Fa\u030arge ":"bla\u030a  gul"}]`, "Fårge", "blå gul"},
		{"an object without answers is no respondent", `[{"a":1},{}]`, "a", "1, "},
		{"a mark at the beginning, and space", "\ufeff \r\n[ {\"a\" : 1} ]\n", "a", "1"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			table, list := Read("svar.txt", []byte(tt.data), Options{}) // told by content
			if len(list) > 0 {
				t.Fatal(list)
			}
			var rows []string
			for row := 1; row < table.height(); row++ {
				var cells []string
				for col := range table.Columns {
					cells = append(cells, table.text(row, col))
				}
				rows = append(rows, strings.Join(cells, "|"))
			}
			if got := strings.Join(rows, ", "); got != tt.rows || strings.Join(table.cells.Names(), "|") != tt.columns {
				t.Errorf("%q: %q, want %q: %q", table.cells.Names(), got, tt.columns, tt.rows)
			}
		})
	}
}

func TestJSONThatCannotBeReadIsTold(t *testing.T) {
	tests := []struct{ name, data, want string }{
		{"nothing", "", "svar.json:1:1 bad-file: the JSON is cut off"},
		{"an empty array", "[]", "svar.json:1:3 empty-data: the file has no answers"},
		{"objects without answers", "[{},\n{\"a\":null}]", "svar.json:2:12 empty-data: the file has no answers"},
		{"cut off", "[{\"a\":1},\n {\"a\"", "svar.json:2:6 bad-file: the JSON is cut off"},
		{"not JSON", "[{\"å\":1},\n {\"å\":ja}]", "svar.json:2:7 bad-file: this is not valid JSON"},
		{"a table in a CSV file", "ID;Farge\n1;Rød\n", "svar.json:1:1 bad-file: this is not valid JSON"},
		{"one object", "{\"antall\":1,\n\"svar\":[{\"a\":1}]}", "svar.json:1:2 bad-file: the file is one object, not an array of them"},
		{"a text", `"svar"`, "svar.json:1:7 bad-file: the file is not an array of objects"},
		{"an array of arrays", `[["Farge"],["Rød"]]`, "svar.json:1:2 bad-file: the file is to be an array of objects, but entry 1 of it is not an object"},
		{"arrays that are cut off", "[[[", "svar.json:1:2 bad-file: the file is to be an array of objects, but entry 1 of it is not an object"},
		{"an array of numbers", "[1,2]", "svar.json:1:2 bad-file: the file is to be an array of objects, but entry 1 of it is not an object"},
		{"an entry that is no object among objects", "[{\"å\":1} ,\n null,{\"å\":2}]", "svar.json:2:2 bad-file: the file is to be an array of objects, but entry 2 of it is not an object"},
		{"more after the end", "[{\"a\":1}]\n[]", "svar.json:2:2 bad-file: there is more after the end of the array"},
		{"a key twice", "[{\"a\":1},\n{\"å\":1, \"a\": 2, \"a \":\n3}]", `svar.json:2:14 duplicate: object 2 has the key "a" twice`},
		{"an object in an answer", "[{\"a\":1},{\"b\":\n {\"c\":[{}]},\"a\":2}]", `svar.json:2:2 bad-data: the answer to "b" in object 2 holds an object or a list of lists`},
		{"a list in a list", `[{"a":["x",["y"]]}]`, `svar.json:1:7 bad-data: the answer to "a" in object 1 holds an object or a list of lists`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, list := Read("svar.json", []byte(tt.data), Options{})
			if got := inShort(list); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
			if len(list) > 0 && list[0].Hint == "" {
				t.Error("there is no hint")
			}
		})
	}
	if _, list := Read("svar.json", []byte(`{"svar":[]}`), Options{}); list[0].Hint != `keep only the array that stands under "svar"` {
		t.Errorf("the hint is %q", list[0].Hint)
	}
}

func TestJSONIsToldFromAColumnInBrackets(t *testing.T) {
	tests := []struct {
		name, data string
		isJSON     bool
	}{
		{"an array of arrays", `[["Farge"],["Rød"]]`, true},
		{"an array of numbers", "\ufeff[1,\r\n2]\r\n", true},
		{"arrays that are cut off", "[[[", true},
		{"a great many arrays", strings.Repeat("[", 1_000_000), true},
		{"an array of texts that is cut off", `["Rød", "Bl`, true},
		{"an empty object", "{ }", true},
		{"an object that is damaged", `{"a" 1`, true},
		{"names in brackets", "[A];[B]\n1;2\n", false},
		{"numbers in brackets before the names", "[1] Farge;[2] By\nRød;Oslo\n", false},
		{"numbers in brackets as names", "[1],[2]\n3,4\n", false},
		{"one number in brackets, and answers that are numbers", "[1]\n3\n4\n", false},
		{"two brackets", "[[1]];[[2]]\n1;2\n", false},
		{"braces", "{Farge};{By}\nRød;Oslo\n", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			table, list := Read("svar.csv", []byte(tt.data), Options{})
			refused := table == nil && len(list) == 1 && list[0].Rule == diag.BadFile && list[0].Line > 0
			if refused != tt.isJSON || !tt.isJSON && len(list) > 0 {
				t.Errorf("got %v", list)
			}
		})
	}
}

func TestAListOfAnswersIsCountedWithAnySeparator(t *testing.T) {
	table, list := Read("svar.json", []byte("[{\"a\":[\"Kurs; råd\",\"Kaffe\"]},\n{\"a\":\"Kaffe;Te\"},\n{\"a\":[\"Kaffe\"]},{\"b\":1}]"), Options{})
	if len(list) > 0 {
		t.Fatal(list)
	}
	got, list := table.Tally(Question{Column: "a", Multiple: ";"})
	if want := "Kaffe 3, Kurs; råd 1, Te 1 of 3 of 4"; line(got) != want || len(list) > 0 {
		t.Errorf("got %s, want %s (%v)", line(got), want, list)
	}
	_, list = table.Tally(Question{Column: "a"})
	if want := `svar.json:1:7 bad-data: 1 gave several answers to "a", which takes one`; inShort(list) != want {
		t.Errorf("got %v", list)
	}
}

func FuzzJSON(f *testing.F) {
	for _, s := range []string{`[{"a":1,"b":["x","y"]},{"a":null}]`, `{"a":[{}]}`, `[{"a":{"b":[1]}},{"a":2,"a":3}]`, "[{\"a\":\"\\u001f\x1f\"}", "[{},{}]"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) { readAny(t, "svar.json", data) })
}
