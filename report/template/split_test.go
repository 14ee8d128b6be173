package template

import (
	"fmt"
	"strings"
	"testing"

	"lysark/config/diag"
)

// TestATextIsSplitAtItsBraces writes words as they are and expressions in angles, each with the letter it begins at.
func TestATextIsSplitAtItsBraces(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"nothing", "", ""},
		{"words", "ab", "0 ab"},
		{"an expression", "{a}", "1 <a>"},
		{"words in front", "ab {c}", "0 ab |4 <c>"},
		{"words behind", "{a} bc", "1 <a>|3  bc"},
		{"words between", "{a} og {b}", "1 <a>|3  og |8 <b>"},
		{"two side by side", "{a}{b}", "1 <a>|4 <b>"},
		{"letters of two bytes", "æø {å} é", "0 æø |4 <å>|6  é"},
		{"doubled braces", "{{a}}", "0 {a}"},
		{"doubled braces around an expression", "{{{a}}}", "0 {|3 <a>|5 }"},
		{"a doubled brace at the end", "a}}", "0 a}"},
		{"a map within an expression", "{ {'a': 1}.a } b", "1 < {'a': 1}.a >|14  b"},
		{"a map within a map", "{[{'a': {'b': 1}}]} c", "1 <[{'a': {'b': 1}}]>|19  c"},
		{"a brace in a text of an expression", "{'}'} a", "1 <'}'>|5  a"},
		{"a brace in a text in double quotes", `{"{"} a`, `1 <"{">|5  a`},
		{"a brace in a text in backquotes", "{`}`} a", "1 <`}`>|5  a"},
		{"a quotation mark behind a backslash", `{'\'}'} a`, `1 <'\'}'>|7  a`},
		{"a backslash in a text in backquotes is one", "{`\\`} a", "1 <`\\`>|5  a"},
		{"another quotation mark in a text", `{'"'} a`, `1 <'"'>|5  a`},
		{"a brace too many", "a } b", "0 a  b!3"},
		{"a brace too few", "ab {c", "0 ab |3 …!4"},
		{"a map that is not closed", "ab {{'a': 1}", "0 ab {'a': 1!12"},
		{"a text that is not closed", "a {'b} c", "0 a |2 …!4"},
		{"a backslash at the very end", `a {'b\`, "0 a |2 …!4"},
		{"nothing between braces", "a {} b", "0 a |4 …|4  b!3"},
		{"a space between braces", "a { } b", "0 a |5 …|5  b!3"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var list diag.List
			var got []string
			for _, p := range split(text(tt.text), &list) {
				words := p.Text
				if p.Expr != "" {
					words = "<" + p.Expr + ">"
				}
				got = append(got, fmt.Sprintf("%d %s", p.Letter, words))
			}
			all := strings.Join(got, "|")
			for _, d := range list {
				all += fmt.Sprintf("!%d", d.Col)
			}
			if all != tt.want {
				t.Errorf("%q is %q, want %q", tt.text, all, tt.want)
			}
		})
	}
}
