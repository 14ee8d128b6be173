package keys_test

import (
	"strings"
	"testing"

	"lysark/config"
)

// TestAnOrdinarySlipIsToldByItsCause writes a layout as people do who do not know TOML, and wants to be told what to
// write. Each line is the third of the file but for what begins with a header.
func TestAnOrdinarySlipIsToldByItsCause(t *testing.T) {
	tests := []struct{ name, lines, message, hint string }{
		{"a date with points", "date = 14.02.2027", "dates are written with the year first", "write date = 2027-02-14"},
		{"a date with slashes", "date = 4/2/2027", "dates are written with", "write date = 2027-02-04"},
		{"a date with the month before a day that can be no month", "date = 2/14/2027", "dates are written", "write date = 2027-02-14"},
		{"a date with a short month", "date = 2027-2-4", "dates are written", "write date = 2027-02-04"},
		{"a date in words", "date = 14. februar 2027", "dates are written", "write date = 2027-02-14"},
		{"a date in English words", "date = 14 Feb 2027 # the day", "dates are written", "write date = 2027-02-14"},
		{"a date in quotes", `date = "2027-02-14"`, "date of [deck] must be a date, not text", "write date = 2027-02-14, without quotes"},
		{"a date in quotes and with points", `date = "14.2.2027"`, "date of [deck] must be a date", "write date = 2027-02-14, without quotes"},
		{"a day that there is not", "date = 2027-02-31", "2027-02-31 is no day of the calendar", ""},

		{"a hard space before =", "subject\u00a0= \"S\"", "a hard space (U+00A0) stands here", "put an ordinary space in its place"},
		{"a narrow hard space", "subject =\u202f\"S\"", "a narrow hard space (U+202F)", "put an ordinary space"},
		{"a space without width", "subject =\u200b \"S\"", "a space without width (U+200B)", "take it out"},
		{"a mark of byte order within", "\ufeffsubject = \"S\"", "a byte order mark (U+FEFF)", "take it out"},
		{"a hard space in several lines", "\u00a0subject = \"S\"\n\u00a0author = \"A\"\n\u00a0lang = \"nb\"", "a hard space", "put an ordinary space in its place, here and in 2 other lines"},

		{"English quotes", "subject = “Om oss”", "the mark “ neither begins nor ends", `use straight quotes: subject = "Om oss"`},
		{"German quotes", "subject = „Om oss“", "the mark „ neither", `use straight quotes: subject = "Om oss"`},
		{"guillemets", "subject = «Om oss»", "the mark « neither", `use straight quotes: subject = "Om oss"`},
		{"single curly quotes", "subject = ‘Om oss’", "the mark ‘ neither", `use straight quotes: subject = "Om oss"`},
		{"a curly quote at the end alone", "subject = \"Om oss”", "the mark ” neither", `use straight quotes: subject = "Om oss"`},
		{"curly quotes round a key", "“subject” = \"S\"", "the mark “ neither", `use straight quotes: "subject" = "S"`},
		{"curly quotes in a list", "plain = [“7”, “8”]", "the mark “ neither", `use straight quotes: plain = ["7", "8"]`},

		{"a decimal comma", "[[slide.chart]]\nmax = 80,5", "80,5 has a comma", "write 80.5"},
		{"a decimal comma in a table on one line", `chart = [{ max = 80,5, type = "bar" }]`, "80,5 has a comma", "write 80.5"},
		{"a comma that may be either", "min_base = 1,200", "1,200 is no number here", "write 1.200 for decimals, or 1200 for thousands"},
		{"a space between thousands", "min_base = 1 000", "1 000 is no number", "write 1000"},
		{"a hard space between thousands", "min_base = 1\u00a0000", "is no number", "write 1000"},
		{"a point between thousands", "min_base = 1.000", "must be a whole number", "write 1000, if the point"},
		{"a number in quotes with a comma", `min_base = "5,0"`, "min_base of [deck] must be a whole number, not text", "write a number, without quotes"},
		{"a real minus", "[[slide.chart]]\nmin = −5", "−5 is no number", "write -5"},
		{"a per cent sign", "min_base = 5 %", "a number stands without %", "write 5"},
		{"no digit before the point", "[[slide.chart]]\nmin = .5", ".5 is no number", "write 0.5"},

		{"quotes within quotes, in braces", `subject = "{plain("ti")} av ti"`, `the quote " ends the text`, `inside braces write '…': subject = "{plain('ti')} av ti"`},
		{"quotes within quotes", `subject = "Vi og "de andre""`, `the quote " ends the text`, `write \" for a quote inside a text: subject = "Vi og \"de andre\""`},
		{"quotes within an element of a list", "plain = [\n\"{top(\"a\")}\",\n]", `the quote " ends the text`, `inside braces write '…': "{top('a')}"`},
		{"an apostrophe in single quotes", `subject = 'Kari's svar'`, "the quote ' ends the text", `put the text in "double quotes": subject = "Kari's svar"`},

		{"no quotes", "subject = Om oss", "a text stands in quotes", `write subject = "Om oss"`},
		{"no quotes round one word", "lang = nn", "a text stands in quotes", `write lang = "nn"`},
		{"no quotes in a list", "plain = [ti, elleve]", "a text in a list stands in quotes", `put text in quotes: plain = ["ti", "elleve"]`},
		{"one quote", `subject = Om oss"`, "a text stands in quotes", `write subject = "Om oss"`},
		{"a capital", "data_pages = True", "true and false are written in small letters", "write data_pages = true"},
		{"yes", "data_pages = ja", "ja is neither text in quotes nor true or false", "write true"},
		{"nothing", "subject =", "subject has no value in its line", `write subject = "…"`},
		{"a colour without quotes", "subject = #13758A", "a # outside of quotes begins a comment", `write subject = "#13758A"`},
		{"two equals signs", `subject == "S"`, "there is = after the =", `write subject = "S"`},

		{"a comma at the end", `subject = "S",`, `"," is not expected after the value`, `write subject = "S"`},
		{"a semicolon at the end", `subject = "S";`, `";" is not expected after the value`, `write subject = "S"`},
		{"a comment of another language", `subject = "S" // om`, "a comment begins with #", `write subject = "S" # om`},
		{"a colon", `subject: "S"`, `":" stands where = belongs`, `write subject = "S"`},
		{"a colon and no quotes", `subject: Om oss`, `":" stands where = belongs`, `write subject = "Om oss"`},
		{"no equals sign", `subject "S"`, "there is no =", `write subject = "S"`},
		{"a dash before a key", `- subject = "S"`, "a line does not begin with a dash", `write subject = "S"`},
		{"semicolons in a list", `plain = ["7"; "8"]`, `";" does not separate anything`, `write commas between the elements of a list: plain = ["7", "8"]`},
		{"no comma in a list", "plain = [\n\"7\"\n\"8\"\n]", "there is no comma between two elements", "put a comma at the end of the line above"},
		{"a list without an end", "plain = [\"7\"\nsubject = \"S\"", "the list above has no end", "close it with ] before this line"},
		{"a table in a line with something else", `subject = "S" [[slide]]`, "a table begins in a line of its own", "put [[slide]] on a line of its own"},

		{"a Norwegian key with a letter of its own", `språk = "nn"`, `keys are English, and "språk" is not`, `write lang = "nn"`},
		{"a name with a letter of its own", "[figures]\nfornøyde = \"1\"", "a key with other letters", `write "fornøyde" = "1"`},
		{"a name that is a Norwegian key elsewhere", "[vars]\nspråk = \"nynorsk\"", "a key with other letters", `write "språk" = "nynorsk"`},
		{"a name of two words", "[figures]\nvi er = \"1\"", "a key with other letters", `write "vi er" = "1"`},
		{"a table's name with a letter of its own", "[data.målt]\nfile = \"a.csv\"", "a name with other letters", `write [data."målt"]`},
		{"two brackets and one", "[[slide]", "the brackets round the name of a table do not match", "write [[slide]]"},
		{"one bracket and two", "[vars]]", "the brackets round the name", "write [vars]"},
		{"two slides in single brackets", "[slide]\nheadline = \"H\"\n[slide]", "there are several tables [slide]", "write [[slide]], with two brackets, for each"},
		{"two charts in single brackets", "[[slide]]\n[slide.chart]\n[slide.chart]", "there are several tables [slide.chart]", "write [[slide.chart]], with two brackets, for each"},

		{"a path on a drive", "theme = \"C:\\Users\\ola\\tema.toml\"", "a path holds a backslash", "write / between folders: C:/Users/ola/tema.toml"},
		{"a path that is no escape", "theme = \"var\\stil.toml\"", "a path holds a backslash", "write / between folders: var/stil.toml"},
		{"a path that is an escape", "theme = \"stil\\tema.toml\"", "theme of [deck] holds a tab", "write / between folders: stil/tema.toml"},
		{"a path that is another", "theme = \"stil\\nye.toml\"", "theme of [deck] holds a line end", "write / between folders: stil/nye.toml"},
		{"a path in single quotes", "theme = 'stil\\tema.toml'", "theme of [deck] holds a backslash", "write / between folders: stil/tema.toml"},
		{"a path with two backslashes", "theme = \"stil\\\\tema.toml\"", "theme of [deck] holds a backslash", "write / between folders: stil/tema.toml"},
		{"a date with a short year", "date = 14.02.27", "dates are written with the year first", "write date = 2027-02-14"},
		{"a month for a date", "date = februar 2027", "februar 2027 is no date", "write a day, with the year first"},
		{"a date that is a text's", "subject = 14.02.2027", "a text stands in quotes", `write subject = "14.02.2027"`},
		{"a number that is a text's", "subject = 45,5", "a text stands in quotes", `write subject = "45,5"`},
		{"a word for a number", "min_base = fem", "fem is not a number", "write a number"},
		{"decimals that are nothing", "min_base = 5.0", "must be a whole number, not 5.0", "write 5"},
		{"decimals or thousands", "[vars]\nsolgt = 12.000", "is 12 with three decimals that are nothing", "write 12, or 12000 if the point stands between thousands"},
		{"decimals or thousands in a list", "[[slide.chart]]\ntype = \"bar\"\nvalues = [3.000]", "is 3 with three decimals", "write 3, or 3000"},
		{"per cent signs in a list", "[[slide.chart]]\nvalues = [60,5 %, 39 %]", "a number stands without %", "write values = [60.5, 39]"},
		{"decimal commas and semicolons in a list", "[[slide.chart]]\nvalues = [60,5; 39,5]", `";" does not separate anything`, "write commas between the elements of a list: values = [60.5, 39.5]"},
		{"yes for a text", "subject = Ja", "a text stands in quotes", `write subject = "Ja"`},
		{"truth in quotes", `data_pages = "FALSE"`, "must be true or false, not text", "write false, without quotes"},
		{"yes in quotes", `data_pages = "Ja"`, "must be true or false, not text", "write true, without quotes"},
		{"no second quote", `subject = "Om oss`, `the text that begins here has no " at its end`, `write subject = "Om oss"`},
		{"no second quote in a list", "plain = [\n\"7,\n\"8\"]", `has no " at its end`, `write "7",`},
		{"no second quote within a list", `plain = ["7, "8"]`, `has no " at its end`, `write " where it ends: plain = ["7", "8"]`},
		{"no second quote before a comment", `subject = "Om oss # alle`, `has no " at its end`, `write " where it ends`},
		{"two texts", `subject = "Om", "oss"`, "a second value follows the first", `write one value; where the key takes several, a list: subject = ["Om", "oss"]`},
		{"two keys in a line", `subject = "S"  author = "A"`, "each key stands in a line of its own", "put it on a line of its own"},
		{"a path without quotes", `theme = D:\stil\tema.toml`, "a text stands in quotes", `write theme = "D:/stil/tema.toml"`},
		{"a colon in braces", "[data.svar]\nfile = \"s.csv\"\nquestions = { by: \"By\" }", `":" stands where = belongs`, `write questions = { by = "By" }`},
		{"a table in braces without an end", "[data.svar]\nfile = \"s.csv\"\nquestions = { by = \"By\"", "the table above has no end", "close it with } before this line"},
		{"no comma in braces", "[data.svar]\nfile = \"s.csv\"\nquestions = {\nby = \"By\"\nkjonn = \"K\"\n}", "there is no comma between two keys of a table", "put a comma at the end of the line above"},
		{"an arrow", `subject => "S"`, "there is > after the =", `write subject = "S"`},
		{"a colon and an equals sign", `subject := "S"`, `":" stands where = belongs`, `write subject = "S"`},
		{"a dash for an equals sign", `subject - "S"`, "there is no = between", `write subject = "S"`},
		{"a comment between stars", "/* om oss */", "a comment begins with #", "write # om oss"},
		{"a comment after an apostrophe", "' om oss", "a comment begins with #", "write # om oss"},
		{"words alone", "Her kommer mer", "the line is a text without a key", "write # before a comment"},
		{"a key alone", "tema", "the line has no = and no value", `write subject = "…"`},
		{"a line of dashes", "---", "a line of dashes means nothing", "take the line out"},
		{"a table without its brackets", "vars", "the name of a table stands in brackets", "write [vars]"},
		{"a table with a colon", "slide:", "the name of a table stands in brackets", "write [[slide]]"},
		{"two brackets for what there is once", "[[deck]]", "there is one table [deck]", "write [deck], once, with all its keys below it"},
		{"a backslash that is in no path", "subject = \"ti\\prosent\"", "invalid escape", `write \\ for a backslash`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			layout := "[deck]\ntitle = \"T\"\n" + tt.lines + "\n[[slide]]\nheadline = \"H\"\n"
			if strings.HasPrefix(tt.lines, "[[slide.") {
				layout = "[deck]\ntitle = \"T\"\n[[slide]]\nheadline = \"H\"\n" + tt.lines + "\n"
			}
			_, list := config.Read("deck.toml", memory(map[string]string{"deck.toml": layout}))
			if len(list) != 1 {
				t.Fatalf("told %v, want one message of one cause", list)
			}
			if d := list[0]; !strings.Contains(d.Message, tt.message) || !strings.HasPrefix(d.Hint, tt.hint) {
				t.Errorf("told %q, hint %q, want %q, hint %q", d.Message, d.Hint, tt.message, tt.hint)
			}
			checkWording(t, list[0])
		})
	}
}

// TestAKeyOfAnotherLanguageIsNamedInEnglish does so where the word cannot be a name of the author's own.
func TestAKeyOfAnotherLanguageIsNamedInEnglish(t *testing.T) {
	tests := []struct{ layout, want string }{
		{"[deck]\ntittel = \"T\"\n[[slide]]\nheadline = \"H\"\n", `keys are English: did you mean "title"?`},
		{"[deck]\ntitle = \"T\"\n[[slide]]\noverskrift = \"H\"\n", `keys are English: did you mean "headline"?`},
		{"[deck]\ntitle = \"T\"\n[[slide]]\nheadline = \"H\"\nkjelde = \"K\"\n", `keys are English: did you mean "source"?`},
		{"[deck]\ntitle = \"T\"\n[[slide]]\nheadline = \"H\"\n[slide.bilete]\nfil = \"a.png\"\n", `keys are English: did you mean "image"?`},
		{"[deck]\ntitle = \"T\"\n[[slide]]\nheadline = \"H\"\n[[lysbilde]]\n", `keys are English: did you mean "slide"?`},
		{"lang = \"nb\"\n[deck]\ntitle = \"T\"\n[[slide]]\nheadline = \"H\"\n", "put it below [deck]"},
		{"[deck]\ntitle = \"T\"\n[[slide]]\nheadline = \"H\"\ndiverging = true\n", "put it below [[slide.chart]]"},
	}
	for _, tt := range tests {
		_, list := config.Read("deck.toml", memory(map[string]string{"deck.toml": tt.layout}))
		if len(list) != 1 || list[0].Hint != tt.want {
			t.Errorf("%q: told %v, want the hint %q alone", tt.layout, list, tt.want)
		}
	}
}

// TestAThemeThatCannotBeReadSilencesWhatFollows wants no word of colours that it may name.
func TestAThemeThatCannotBeReadSilencesWhatFollows(t *testing.T) {
	const layout = "[deck]\ntitle = \"T\"\ntheme = \"stil.toml\"\n[[slide]]\nheadline = \"H\"\n"
	for _, tt := range []struct {
		theme string
		named bool
	}{
		{"[sizes]\nsource = 10,5\n", true},
		{"[colors.named]\nhav = \"0B25\"\n", true},
		{"[colors.named]\nskog = \"#1E4D2B\"\n", false},
	} {
		file, _ := config.Read("deck.toml", memory(map[string]string{"deck.toml": layout, "stil.toml": tt.theme}))
		if got := file.Theme.MayName("hav"); got != tt.named {
			t.Errorf("%q: may name hav: %t, want %t", tt.theme, got, tt.named)
		}
	}
}

// TestAColourWithoutItsSignIsToldAsItHasToBe does so for the theme.
func TestAColourWithoutItsSignIsToldAsItHasToBe(t *testing.T) {
	const layout = "[deck]\ntitle = \"T\"\ntheme = \"stil.toml\"\n[[slide]]\nheadline = \"H\"\n"
	for written, hint := range map[string]string{
		`"6B2D5C"`:        `write it as "#6B2D5C"`,
		`6B2D5C`:          `write accent = "#6B2D5C"`,
		`#6B2D5C`:         `write accent = "#6B2D5C"`,
		`rgb(107, 45, 9)`: `write accent = "#6B2D09"`,
	} {
		_, list := config.Read("deck.toml", memory(map[string]string{
			"deck.toml": layout, "stil.toml": "[colors]\naccent = " + written + "\n"}))
		if len(list) != 1 || list[0].Hint != hint {
			t.Errorf("%s: told %v, want the hint %q", written, list, hint)
		}
	}
}
