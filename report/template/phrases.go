package template

import (
	"fmt"
	"regexp"
	"strings"
)

// phrase is a message of the expression language and how an author is told of it: $1 and so on are its parts.
type phrase struct{ from, to, hint string }

// phrases are the language's messages that would puzzle somebody who does not program.
func phrases() []phrase {
	return []phrase{
		{`^unexpected token EOF`, "the expression ends too soon", ""},
		{`^unexpected token \w+\(","\)`, `"," is not expected here`, "decimals are written with a point: 12.5"},
		{`^unexpected token \w+\("="\)`, `"=" is not expected here`, "write == to compare"},
		{`^unexpected token \w+\("(.*)"\)`, `"$1" is not expected here`, ""},
		{`^unexpected end of expression`, "the expression ends too soon", ""},
		{`^literal not terminated`, "a text begins here and never ends", "close its quotation mark"},
		{`^unrecognized character: \S+ ('[‘’‚“”„«»]')$`, "the character $1 means nothing in an expression", "quote texts with straight marks: '…'"},
		{`^unrecognized character: \S+ (.+)$`, "the character $1 means nothing in an expression", ""},
		{`^bad number syntax: (.*)`, "$1 is no number", "write decimals with a point: 12.5"},
		{`^invalid operation: \+ \(mismatched types (\S+) and (\S+)\)`, "$1 and $2 cannot be added", "put them side by side, each in braces of its own: {a} {b}"},
		{`^invalid operation: (==|!=|<|>|<=|>=) \(mismatched types (\S+) and (\S+)\)`, "$2 and $3 cannot be compared", "a figure is compared with a number, a text with a text"},
		{`^invalid operation: in \(mismatched types (\S+) and .*\)`, "in looks for an entry of a list, and $1 is none", "write x >= 40 and x <= 60"},
		{`^invalid operation: (\S+) \(mismatched types (\S+) and (\S+)\)`, `"$1" does not go with $2 and $3`, ""},
		{`^invalid operation: - \(mismatched type template\.Figure\)`, "a figure cannot be negative by a sign alone", "write 0 - x"},
		{`^invalid operation: (\S+) \(mismatched type (\S+)\)`, `"$1" does not go with $2`, ""},
		{`^invalid operation: (\S+) ([-+*/%<>=]+) (\S+)$`, `"$2" does not go with $1 and $3`, ""},
		{`^non-bool expression \(type (.*)\) used as condition`, "a condition has to be true or false, and this is $1", "compare it with something: x > 50"},
		{`^cannot use (.*) as argument \(type (.*)\) to call (\w+)`, "$3 takes $2 here, not $1", ""},
		{`^cannot use (.*) as type (.*) in array`, "a list cannot hold both $2 and $1", ""},
		{`^error parsing regexp: .*`, "what stands after matches is no pattern that can be read", ""},
		{`^invalid number of arguments .*`, "it is called with too much or too little", ""},
		{`^invalid number of arguments for (\w+) .*`, "$1 is called with too much or too little", ""},
		{`^too many arguments to call (\w+)`, "$1 is called with too much", ""},
		{`^not enough arguments to call (\w+)`, "$1 is called with too little, or with something else than it takes", ""},
		{`^invalid argument for (\w+) \(type template\.Figure\)`, "$1 takes a plain number, not a figure", "write $1(value(x))"},
		{`^builtin (\w+) takes only array \(got (.*)\)`, "$1 takes a list, not $2", ""},
		{`^reflect: .*index out of range|^index out of range$`, "the list has no such entry", ""},
		{`^invalid (integer|float|hex|octal|binary) literal.*`, "that is no number", "write decimals with a point: 12.5"},
		{`^invalid char escape`, "a backslash means something in a text", "write two of them for one"},
		{`^index out of range: (\S+) \(array length is (\d+)\)`, "entry $1 is asked for of a list of $2, which are counted from 0", ""},
		{`^type (\S+) has no (field|method) (\S+)`, "$1 has no part $3", ""},
		{`^type (\S+)\[\S+\] is undefined`, "$1 has no entries to name", ""},
		{`^predicate should return boolean`, "a condition on the entries of a list has to be true or false", "write it with #, as in all(['a', 'b'], # == 'a')"},
		{`^(\S+) is not callable`, "$1 is no function", ""},
		{`^memory budget exceeded`, "the expression makes too long a list", ""},
		{`^compilation failed: expression exceeds maximum allowed nodes`, "the expression is too long", "give its parts names under [figures]"},
		{`^cannot use pointer accessor outside predicate`, "# stands for an entry of a list, and here is none", ""},
		{`^wrap predicate with brackets`, "a condition on entries of a list is expected here", "write it with #, as in all(['a', 'b'], # == 'a')"},
	}
}

// phrased is a message in the author's words, and what to do if that is known.
func phrased(message string) (text, hint string) {
	for _, p := range phrases() {
		re := regexp.MustCompile(p.from)
		m := re.FindStringSubmatchIndex(message)
		if m == nil {
			continue
		}
		text = plainWords(string(re.ExpandString(nil, p.to, message, m)))
		text = strings.Replace(text, "takes number here, not number", "takes a whole number here", 1)
		return text, string(re.ExpandString(nil, p.hint, message, m))
	}
	return plainWords(message), ""
}

// plainWords turns the language's names of types into the author's.
func plainWords(s string) string {
	for _, word := range []struct{ from, to string }{
		{`\btemplate\.Figure\b`, "figure"}, {`\[\]string\b`, "list of texts"}, {`\[\](interface \{\}|any|\w+)`, "list"}, {`interface \{\}`, "value"},
		{`\b(int|int64|float64)\b`, "number"}, {`\bstring\b`, "text"}, {`\bbool\b`, "true or false"}, {`\b(nil|unknown)\b`, "nothing"}, {`\bfunc\(.*\) \w+`, "a function"},
	} {
		s = regexp.MustCompile(word.from).ReplaceAllString(s, word.to)
	}
	return s
}

// aKind is a value's type in the author's words.
func aKind(v any) string {
	switch v.(type) {
	case []string, []any, []int:
		return "a list"
	case map[string]any:
		return "a table"
	}
	return plainWords(fmt.Sprintf("a %T", v))
}
