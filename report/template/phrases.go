package template

import (
	"fmt"
	"regexp"
	"strings"
)

// phrase is a message of the expression language and how an author is told of it: $1 and so on are its parts.
type phrase struct {
	from     *regexp.Regexp
	to, hint string
}

// phrases are the language's messages that would puzzle somebody who does not program.
var phrases = []phrase{
	{regexp.MustCompile(`^unexpected token EOF`), "the expression ends too soon", "close what is still open, with ) or ]"},
	{regexp.MustCompile(`^unexpected token \w+\(";"\)`), `";" is not expected here`, "use a comma"},
	{regexp.MustCompile(`^unexpected token String\("(.*)"\)`), `"$1" is not expected here`, "put a comma before it, or brackets round it: share('question', 'answer')"},
	{regexp.MustCompile(`^unexpected token Number\("(\d{3})"\)`), `"$1" is not expected here`, "write a number without spaces: 1000; a comma between two of them"},
	{regexp.MustCompile(`^unexpected token \w+\(","\)`), `"," is not expected here`, "decimals are written with a point: 12.5"},
	{regexp.MustCompile(`^unexpected token \w+\("="\)`), `"=" is not expected here`, "write == to compare"},
	{regexp.MustCompile(`^unexpected token \w+\("(.*)"\)`), `"$1" is not expected here`, ""},
	{regexp.MustCompile(`^unexpected end of expression`), "the expression ends too soon", "close what is still open, with ) or ]"},
	{regexp.MustCompile(`^literal not terminated`), "a text begins here and never ends", "close its quotation mark"},
	{regexp.MustCompile(`^unrecognized character: \S+ ('[‘’‚“”„«»]')$`), "the character $1 means nothing in an expression", "quote texts with straight marks: '…'"},
	{regexp.MustCompile(`^unrecognized character: \S+ ('[−–—]')$`), "the character $1 means nothing in an expression", "write the hyphen of the keyboard: -"},
	{regexp.MustCompile(`^unrecognized character: \S+ (.+)$`), "the character $1 means nothing in an expression", ""},
	{regexp.MustCompile(`^bad number syntax: (.*)`), "$1 is no number", "write decimals with a point: 12.5"},
	{regexp.MustCompile(`^invalid operation: \+ \(mismatched types (\S+) and (\S+)\)`), "$1 and $2 cannot be added", "put them side by side, each in braces of its own: {a} {b}"},
	{regexp.MustCompile(`^invalid operation: (==|!=|<|>|<=|>=) \(mismatched types (\S+) and (\S+)\)`), "$2 and $3 cannot be compared", "a figure is compared with a number, a text with a text"},
	{regexp.MustCompile(`^invalid operation: in \(mismatched types (\S+) and .*\)`), "in looks for an entry of a list, and $1 is none", "write x >= 40 and x <= 60"},
	{regexp.MustCompile(`^invalid operation: (\S+) \(mismatched types (\S+) and (\S+)\)`), `"$1" does not go with $2 and $3`, ""},
	{regexp.MustCompile(`^invalid operation: - \(mismatched type template\.Figure\)`), "a figure cannot be negative by a sign alone", "write 0 - x"},
	{regexp.MustCompile(`^invalid operation: (\S+) \(mismatched type (\S+)\)`), `"$1" does not go with $2`, ""},
	{regexp.MustCompile(`^invalid operation: (\S+) ([-+*/%<>=]+) (\S+)$`), `"$2" does not go with $1 and $3`, ""},
	{regexp.MustCompile(`^non-bool expression \(type (.*)\) used as condition`), "a condition has to be true or false, and this is $1", "compare it with something: x > 50"},
	{regexp.MustCompile(`^cannot use (.*) as argument \(type (.*)\) to call (\w+)`), "$3 takes $2 here, not $1", ""},
	{regexp.MustCompile(`^cannot use (.*) as type (.*) in array`), "a list cannot hold both $2 and $1", ""},
	{regexp.MustCompile(`^error parsing regexp: .*`), "what stands after matches is no pattern that can be read", ""},
	{regexp.MustCompile(`^invalid number of arguments .*`), "it is called with too much or too little", ""},
	{regexp.MustCompile(`^invalid number of arguments for (\w+) .*`), "$1 is called with too much or too little", ""},
	{regexp.MustCompile(`^too many arguments to call (\w+)`), "$1 is called with too much", ""},
	{regexp.MustCompile(`^not enough arguments to call (\w+)`), "$1 is called with too little, or with something else than it takes", ""},
	{regexp.MustCompile(`^invalid argument for (\w+) \(type template\.Figure\)`), "$1 takes a plain number, not a figure", "write $1(value(x))"},
	{regexp.MustCompile(`^builtin (\w+) takes only array \(got (.*)\)`), "$1 takes a list, not $2", ""},
	{regexp.MustCompile(`^reflect: .*index out of range|^index out of range$`), "the list has no such entry", ""},
	{regexp.MustCompile(`^invalid (integer|float|hex|octal|binary) literal.*`), "that is no number", "write decimals with a point: 12.5"},
	{regexp.MustCompile(`^invalid char escape`), "a backslash means something in a text", "write two of them for one"},
	{regexp.MustCompile(`^index out of range: (\S+) \(array length is (\d+)\)`), "entry $1 is asked for of a list of $2, which are counted from 0", ""},
	{regexp.MustCompile(`^type (\S+) has no (field|method) (\S+)`), "$1 has no part $3", ""},
	{regexp.MustCompile(`^type (\S+)\[\S+\] is undefined`), "$1 has no entries to name", ""},
	{regexp.MustCompile(`^predicate should return boolean`), "a condition on the entries of a list has to be true or false", "write it with #, as in all(['a', 'b'], # == 'a')"},
	{regexp.MustCompile(`^runtime error: .*`), "the expression cannot be worked out", "write it in simpler parts"},
	{regexp.MustCompile(`^(\S+) is not callable`), "$1 is no function", ""},
	{regexp.MustCompile(`^memory budget exceeded`), "the expression makes too long a list", ""},
	{regexp.MustCompile(`^compilation failed: expression exceeds maximum allowed nodes`), "the expression is too long", "give its parts names under [figures]"},
	{regexp.MustCompile(`^cannot use pointer accessor outside predicate`), "# stands for an entry of a list, and here is none", ""},
	{regexp.MustCompile(`^wrap predicate with brackets`), "a condition on entries of a list is expected here", "write it with #, as in all(['a', 'b'], # == 'a')"},
}

// phrased is a message in the author's words, and what to do if that is known.
func phrased(message string) (text, hint string) {
	for _, p := range phrases {
		m := p.from.FindStringSubmatchIndex(message)
		if m == nil {
			continue
		}
		text = plainWords(string(p.from.ExpandString(nil, p.to, message, m)))
		text = strings.Replace(text, "takes number here, not number", "takes a whole number here", 1)
		return text, string(p.from.ExpandString(nil, p.hint, message, m))
	}
	return plainWords(message), ""
}

// typeNames are the language's names of types and the author's.
var typeNames = []struct {
	from *regexp.Regexp
	to   string
}{
	{regexp.MustCompile(`\btemplate\.Figure\b`), "figure"},
	{regexp.MustCompile(`\[\]string\b`), "list of texts"},
	{regexp.MustCompile(`\[\](interface \{\}|any|\w+)`), "list"},
	{regexp.MustCompile(`interface \{\}`), "value"},
	{regexp.MustCompile(`\b(int|int64|float64)\b`), "number"},
	{regexp.MustCompile(`\bstring\b`), "text"},
	{regexp.MustCompile(`\bbool\b`), "true or false"},
	{regexp.MustCompile(`\b(nil|unknown)\b`), "nothing"},
	{regexp.MustCompile(`\bfunc\(.*\) \w+`), "a function"},
}

// plainWords turns the language's names of types into the author's.
func plainWords(s string) string {
	for _, name := range typeNames {
		s = name.from.ReplaceAllString(s, name.to)
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
