package resolve

import (
	"fmt"
	"strings"
	"testing"

	"lysark/config"
	"lysark/config/diag"
	"lysark/report"
	"lysark/report/compose"
	"lysark/report/figures"
	"lysark/report/pdf"
	"lysark/report/template"
)

// told is a text with its marks: {words>target} or {words~language}.
func told(t report.Text) string {
	var b strings.Builder
	at := 0
	for _, m := range t.Marks {
		b.WriteString(t.S[at:m.From] + "{" + t.S[m.From:m.To])
		if m.URL != "" {
			b.WriteString(">" + m.URL)
		}
		if m.Slide > 0 {
			fmt.Fprintf(&b, ">slide %d", m.Slide)
		}
		if m.Lang != "" {
			b.WriteString("~" + m.Lang)
		}
		b.WriteString("}")
		at = m.To
	}
	return strings.ReplaceAll(b.String()+t.S[at:], "\u00a0", "_")
}

// lead resolves a deck whose first slide has that lead.
func lead(t testing.TB, text string) (*report.Deck, []string) {
	t.Helper()
	layout := `[deck]
title = "Prøve [1](2)"
[vars]
year = 2025
page = "https://example.no"
sly = "[x](https://evil.example) javascript:alert(1)"
empty = " "
[[slide]]
id = "metode"
headline = "Metode"
lead = ` + text + `
[[slide]]
id = "svar (2)"
headline = "Svar"
`
	file, list := config.Read("deck.toml", func(string) ([]byte, error) { return []byte(layout), nil })
	deck, more := Deck(file, figures.New(file, nil), compose.Layouts(), pdf.Format().Limits)
	list.Add(more)
	var out []string
	for _, d := range list {
		if d.Line != 11 || d.Slide != 1 {
			t.Errorf("reported on slide %d at %s: %s", d.Slide, d.Pos, d.Message)
		}
		out = append(out, fmt.Sprintf("%d: %s; %s", d.Col-len(`lead = '''`), d.Message, d.Hint))
	}
	return deck, out
}

func TestMarkup(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"a link to a web page", "se [rapporten](https://example.no/x), takk", "se {rapporten>https://example.no/x}, takk"},
		{"to a mail address", "[post](mailto:post@example.no?subject=Hei%20der)", "{post>mailto:post@example.no?subject=Hei%20der}"},
		{"to a slide", "se [metode](#metode)", "se {metode>slide 1}"},
		{"an id with spaces and parentheses", "[svar](#svar (2))", "{svar>slide 2}"},
		{"a phrase in another language", "kalt [remote work](lang:en-GB) her", "kalt {remote work~en-GB} her"},
		{"the code of a language is written as it should be", "[a](lang:EN)[b](lang:sme)", "{a~en}{b~se}"},
		{"a phrase in the deck's own language is none", "[hjemme](lang:nb)", "hjemme"},
		{"brackets without a target are brackets", "n [av alle] (96) [1] [ ] ]", "n [av alle] (96) [1] [ ] ]"},
		{"an opening bracket alone is one, too", "[0, 1) og [x](#metode)", "[0, 1) og {x>slide 1}"},
		{"a backslash makes a bracket plain", `se \[1](vedlegg) og \[x\]`, "se [1](vedlegg) og [x]"},
		{"any other backslash is a backslash", `a\b \(c`, `a\b \(c`},
		{"brackets within the words", `[a [b] c \] d](#metode)`, "{a [b] c ] d>slide 1}"},
		{"parentheses within the address", "([Bank](https://no.wikipedia.org/wiki/Bank_(x)))", "({Bank>https://no.wikipedia.org/wiki/Bank_(x)})"},
		{"an expression in the words", "[i {year} {{x}}](#metode)", "{i 2025 {x}>slide 1}"},
		{"an expression in the address", "[x](https://example.no/{year}?a={{b}}) {year}", "{x>https://example.no/2025?a=%7Bb%7D} 2025"},
		{"an expression that is the address", "[x]({page}/{year})", "{x>https://example.no/2025}"},
		{"brackets in an expression are none", "{['a', 'b'][0]}[{['c'][0]}](#metode)", "a{c>slide 1}"},
		{"what is filled in makes no link", "{sly} [{sly}](#metode)", "[x](https://evil.example) javascript:alert(1) {[x](https://evil.example) javascript:alert(1)>slide 1}"},
		{"nor closes one", "[x](https://example.no/?q={sly})", "{x>https://example.no/?q=%5Bx%5D(https://evil.example)%20javascript:alert(1)}"},
		{"nor does it with a bracket before it", "[{sly}(x)", "[[x](https://evil.example) javascript:alert(1)(x)"},
		{"letters that no address may hold are encoded", "[å](https://example.no/blåbær?50%)", "{å>https://example.no/bl%C3%A5b%C3%A6r?50%25}"},
		{"a per cent sign within a link", "[95 % av alle](#metode)", "{95_% av alle>slide 1}"},
		{"and where one begins", "95 [%](#metode), 5[%](#metode)", "95_{%>slide 1}, 5{_%>slide 1}"},
		{"space at the ends is taken off", "  [ a ](#metode)  ", "{a>slide 1}"},
		{"two links side by side are two", "[a](#metode)[b](#metode)", "{a>slide 1}{b>slide 1}"},
		{"a link in a foreign phrase", "[The [report](#metode) is](lang:en)", "{The ~en}{report>slide 1~en}{ is~en}"},
		{"a foreign phrase in a link", "[Se [the report](lang:en) nå](#metode)", "{Se >slide 1}{the report>slide 1~en}{ nå>slide 1}"},
		{"the deck's language in a foreign phrase", "[a [b](lang:nb) c](lang:en)", "{a ~en}b{ c~en}"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			deck, list := lead(t, "'''"+tt.text+"'''")
			if got := told(deck.Slides[0].Prose.Lead); got != tt.want || len(list) > 0 {
				t.Errorf("got  %s\nwant %s\n%q", got, tt.want, list)
			}
			if deck.Title.S != "Prøve [1](2)" {
				t.Errorf("the deck's title is %q", deck.Title.S)
			}
		})
	}
}

func TestAPartOfATextHasItsMarks(t *testing.T) {
	deck, _ := lead(t, `'ab [cd](#metode) ef [gh](lang:en) i'`)
	text := deck.Slides[0].Prose.Lead
	for _, tt := range []struct {
		from, to int
		want     string
	}{{0, len(text.S), "ab {cd>slide 1} ef {gh~en} i"}, {4, 10, "{d>slide 1} ef {g~en}"}, {5, 9, " ef "}, {3, 3, ""}} {
		if got := told(text.Part(tt.from, tt.to)); got != tt.want {
			t.Errorf("from %d to %d it is %q, want %q", tt.from, tt.to, got, tt.want)
		}
	}
}

func TestMarkupThatIsWrong(t *testing.T) {
	const targets = `a target is https://…, http://…, mailto:…, #slide-id or lang:en; write \[ for a plain bracket ("\\[" in double quotes)`
	tests := []struct{ name, text, want string }{
		{"an id that no slide has", "se [metode](#metoden)", `13: there is no slide for "#metoden"; did you mean "#metode"?`},
		{"an id that is like none", "[x](#qqqqqqqqqqqqqqq)", `5: there is no slide for "#qqqqqqqqqqqqqqq"; use one of "#metode", "#svar (2)"`},
		{"a note in parentheses", "[1](se note)", `5: "se note" is no target of a link; ` + targets},
		{"no target", "[x]()", `5: "" is no target of a link; ` + targets},
		{"a program", "[x](javascript:alert(1))", `5: a link may not lead to "javascript:alert(1)"; link to a web page (https://…), a mail address (mailto:…) or a slide (#slide-id)`},
		{"a file", "[x](file:///c:/x)", `5: a link may not lead to "file:///c:/x"; link to a web page (https://…), a mail address (mailto:…) or a slide (#slide-id)`},
		{"what is filled in is not told", "[x]({sly})", `5: "{sly}" is no target of a link; ` + targets},
		{"a space in an address", "[x](https://example.no/a b)", `5: the address "https://example.no/a b" has a space in it; take it out, or write %20 for it`},
		{"an address without a host", "[x](https:///a)", `5: the address "https:///a" is not whole; write it whole, such as https://example.no or mailto:post@example.no`},
		{"an address without a name", "[x](mailto:example.no)", `5: the address "mailto:example.no" is not whole; write it whole, such as https://example.no or mailto:post@example.no`},
		{"an address without its beginning", "[x](www.example.no)", `5: the address "www.example.no" is not whole; begin it with https://`},
		{"an id without its sign", "[x](metode)", `5: "metode" is no target of a link; write # before the slide's id`},
		{"no language", "[x](lang:english)", `5: "lang:english" names no language; write its code as in BCP 47, such as lang:en, lang:de or lang:se`},
		{"no words", "a [](#metode)", `3: there is nothing to read between the brackets; write what is to be read there between [ and ]`},
		{"no words once filled in", "a [{empty}\u00a0](#metode)", `3: there is nothing to read between the brackets; write what is to be read there between [ and ]`},
		{"a target that never ends", "a [b](#metode c", `6: the target of a link begins here and never ends; close it with ), or write \[ for a plain bracket ("\\[" in double quotes)`},
		{"a link in a link", "[a [b](#metode)](#metode)", `4: a link within a link; end the one before the other begins`},
		{"several at once", "[a](x) {{ [b](y)", `5: "x" is no target of a link; ` + targets + `|15: "y" is no target of a link; ` + targets},
		{"an expression in the target", "[a](https://example.no/{yaer})", `25: there is no figure, variable or function "yaer"; did you mean "year"?`},
		{"a text that breaks off", "[a](https://example.no/{year)", `24: a { without its } in "[a](https://example.no/{year)"; close it with }, or write {{ for a brace in the text`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, list := lead(t, "'''"+tt.text+"'''")
			if got := strings.Join(list, "|"); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

// FuzzMarkup: no text makes it fall over, and marks are in order and lie within the text.
func FuzzMarkup(f *testing.F) {
	f.Add("a [b](#metode) {year} [[c](lang:en)](https://{year}.no) \\[ {{[}}")
	f.Add("[[[](](())")
	f.Add("[a](mailto:{page}) ]]\\](")
	f.Fuzz(func(t *testing.T, text string) {
		if strings.ContainsAny(text, "'\n\r\x00") || len(text) > 500 {
			return
		}
		quoted := "'''" + text + "'''"
		if file, list := config.Read("deck.toml", func(string) ([]byte, error) { return []byte("x = " + quoted), nil }); len(list) == 0 || file == nil || list[0].Rule == diag.Syntax || list[0].Rule == diag.BadFile {
			return
		}
		deck, _ := lead(t, quoted)
		got := deck.Slides[0].Prose.Lead
		end := 0
		for _, m := range got.Marks {
			if m.From < end || m.To <= m.From || m.To > len(got.S) {
				t.Fatalf("%q has the marks %+v", got.S, got.Marks)
			}
			end = m.To
		}
	})
}

func TestMarkupIsFoundInLinearTime(t *testing.T) {
	for _, text := range []string{"[", "[a](", "[a](#b)", "]", "[]", "[[a](lang:en)", `\[`, "[a](b"} {
		long := lettersOf([]template.Piece{{Text: strings.Repeat(text, 200000)}})
		m := findMarkup(long)
		m.runs(long, nil, make([]report.Mark, len(m.phrases)))
	}
	nested := lettersOf([]template.Piece{{Text: strings.Repeat("[", 100000) + strings.Repeat("](x)", 100000)}})
	if m := findMarkup(nested); len(m.phrases) != 100000 {
		t.Errorf("%d phrases", len(m.phrases))
	}
}
