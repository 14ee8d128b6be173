package inspect

import "slices"

// standardTypes are the structure types of ISO 32000-1, 14.8.4.
func standardTypes() []string {
	return slices.Concat(
		[]string{"Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct", "Private"},
		[]string{"P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot"},
		[]string{"Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot", "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP"},
		[]string{"Figure", "Formula", "Form"},
	)
}

// isStandard knows H7 and deeper, too: ISO 14289-1, 7.4.3 adds them.
func isStandard(typ string) bool {
	return headingLevel(typ) > 0 || slices.Contains(standardTypes(), typ)
}

// headingLevel is 1 for H1 and so on, 0 for what is no numbered heading.
func headingLevel(role string) int {
	if len(role) < 2 || len(role) > 4 || role[0] != 'H' || role[1] == '0' {
		return 0
	}
	n := 0
	for _, c := range role[1:] {
		if c < '0' || c > '9' {
			return 0
		}
		n = n*10 + int(c-'0')
	}
	return n
}

// isInline tells the elements that are part of a line of text rather than a block of it.
func isInline(role string) bool {
	return slices.Contains([]string{"Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot", "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP"}, role)
}

// isGrouping tells the elements that hold others and no text themselves.
func isGrouping(role string) bool {
	return slices.Contains([]string{"Document", "Part", "Art", "Sect", "Div", "BlockQuote", "TOC", "Index", "NonStruct", "Private", "L", "LI", "Table", "TR", "THead", "TBody", "TFoot"}, role)
}

// isPicture tells the elements that are described as a whole.
func isPicture(role string) bool { return role == "Figure" || role == "Formula" }

// mapRole follows the role map from a type to a standard one (ISO 32000-1, 14.8.4.1).
func (f *file) mapRole(typ string) (role string, wrong fact) {
	if isStandard(typ) {
		return typ, nothing
	}
	role = typ
	for seen := map[string]bool{}; !isStandard(role); {
		if seen[role] {
			return typ, circularType
		}
		seen[role] = true
		next := f.word(f.tree.roleMap[nameOf(role)])
		if next == "" {
			return typ, unmappedType
		}
		role = next
	}
	return role, nothing
}
