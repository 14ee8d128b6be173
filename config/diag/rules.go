package diag

// Rule is a kind of mistake.
type Rule struct{ Name, Text string }

// Rules are all there are, by name.
func Rules() []Rule {
	return []Rule{
		{"alt-missing", "a picture has no alternative text for those who cannot see it, and is not said to be decorative"},
		{"alt-vague", "an alternative text that does not say what the picture shows"},
		{"attached-mail", "the settings of the mailing go into the PDF that is mailed"},
		{"bad-address", "an e-mail address that cannot be sent to"},
		{"bad-data", "answers or numbers that cannot be read as such"},
		{"bad-expression", "an expression that cannot be understood or worked out"},
		{"bad-file", "a font, picture or data file that cannot be used"},
		{"bad-html", "HTML that mail programs do not show, or ask the member about"},
		{"bad-layout", "a slide holds what its layout has no place for"},
		{"bad-link", "a link or foreign phrase in a text whose target cannot be used"},
		{"bad-mail", "a mail that cannot be made: something in it would break it, or mislead who reads it"},
		{"bad-value", "a value that its key cannot have"},
		{"coarse-image", "a picture with too few pixels for its place"},
		{"confusable-domain", "the domain of an address has letters that look like those of another"},
		{"contract", "answers that are not as the layout says they have to be: too few, or shares that do not add up"},
		{"contrast", "text with less than 4.5:1 contrast to what it stands on (WCAG 2.2, 1.4.3)"},
		{"double-member", "two rows of a list with one address that differ elsewhere"},
		{"duplicate", "a name that is given twice"},
		{"empty-data", "a file or question without answers"},
		{"expect", "a claim of the layout that the answers do not bear out"},
		{"fill-contrast", "a fill with less than 3:1 contrast to the page (WCAG 2.2, 1.4.11)"},
		{"foreign-domain", "a member in none of the domains that may get mail"},
		{"hidden-row", "a row of a list that its spreadsheet does not show, and that counts all the same"},
		{"label-overlap", "a chart's label touches another label, a foreign mark or the edge"},
		{"literal-password", "a password that stands in the file itself"},
		{"missing", "something that has to be there is not"},
		{"missing-field", "a field that the text of a mail says, and that a row of the list does not have"},
		{"missing-file", "a file that cannot be read"},
		{"missing-glyph", "a character that the font does not have"},
		{"not-parts", "values that are not the parts of a whole in a chart that shows parts"},
		{"open-connection", "a connection to a mail server that others can listen to"},
		{"overflow", "text that does not fit its place at the smallest size"},
		{"palette-similar", "two colours of the palette that are hard to tell apart"},
		{"role-address", "an address that nobody reads, such as no-reply"},
		{"same-year", "another year's answers with this year's variables, or the same answers twice"},
		{"small-group", "a figure of a group too small to be shown is compared"},
		{"syntax", "the file is not valid TOML, or a text holds a single brace"},
		{"too-large", "a mail that is larger than servers take"},
		{"too-many", "more slices, charts or lines than can be read"},
		{"typed-number", "a number in a text that is typed, and so stays when the answers change"},
		{"unexpected-count", "a list with more or fewer members than expected"},
		{"unknown-answer", "an answer that is not among the answers, or not in the file"},
		{"unknown-column", "a column that the data file does not have"},
		{"unknown-key", "a key that the layout or theme file does not know"},
		{"unknown-question", "a question or data set that the layout does not name"},
		{"unread-sheet", "a spreadsheet of which one sheet is read, while others hold rows, too"},
		{"value-range", "a number outside of what its place allows"},
		{"vanished-answer", "an answer that the layout lists and nobody gave"},
		{"wrong-type", "a value of another type than its key has"},
	}
}

// RuleNames are the names of all rules.
func RuleNames() []string {
	var names []string
	for _, r := range Rules() {
		names = append(names, r.Name)
	}
	return names
}

// IsRule tells whether there is a rule of that name.
func IsRule(name string) bool {
	for _, r := range Rules() {
		if r.Name == name {
			return true
		}
	}
	return false
}
