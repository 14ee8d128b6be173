package figures

import "strings"

// Literal writes texts as an expression within a quoted text of the layout does: the language escapes with
// backslashes, and TOML those backslashes and its own quotes.
func Literal(texts ...string) string {
	inExpression := strings.NewReplacer(`\`, `\\`, `'`, `\'`)
	inTOML := strings.NewReplacer(`\`, `\\`, `"`, `\"`)
	out := make([]string, len(texts))
	for i, t := range texts {
		out[i] = inTOML.Replace("'" + inExpression.Replace(t) + "'")
	}
	return strings.Join(out, ", ")
}
