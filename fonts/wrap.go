package fonts

// Line is one line of broken text as it is to be drawn.
type Line struct {
	Text     string // soft hyphens gone; ends in "-" when a word is broken here
	Hyphen   bool   // the hyphen at the end was added by breaking a word
	Overflow bool   // a piece that cannot be broken is wider than the measure
}

// Hyphenator gives the pieces of a word that a line may end after.
type Hyphenator interface {
	// Hyphenate splits the word where it may be broken; one piece when it may not.
	Hyphenate(word string) []string
}
