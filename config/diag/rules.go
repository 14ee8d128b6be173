package diag

// Rule is a kind of mistake, and carries what is done about mistakes of its kind. The zero Rule is none.
//
// A new rule is a line in each of the two tables below, in the order of the names.
type Rule int

const (
	_ Rule = iota
	AltMissing
	AltVague
	AnswerVariants
	AttachedMail
	BadAddress
	BadData
	BadExpression
	BadFile
	BadHTML
	BadLayout
	BadLink
	BadMail
	BadValue
	CoarseImage
	ConfusableDomain
	Contract
	Contrast
	DecimalMark
	DoubleMember
	Duplicate
	EmptyData
	Encoding
	Expect
	FillContrast
	ForeignDomain
	HiddenRow
	LabelOverlap
	LiteralPassword
	Missing
	MissingField
	MissingFile
	MissingGlyph
	NoAnswer
	NoRespondent
	NotOffered
	NotParts
	OpenConnection
	Overflow
	PaletteSimilar
	RoleAddress
	SameYear
	SetApart
	SmallGroup
	SplitOption
	Syntax
	TooLarge
	TooMany
	TypedNumber
	UnexpectedCount
	UnknownAnswer
	UnknownColumn
	UnknownKey
	UnknownOrder
	UnknownQuestion
	UnreadSheet
	ValueRange
	VanishedAnswer
	WrongType
)

// String is the short name under which the rule is documented, and its warnings can be silenced.
func (r Rule) String() string { return r.traits().name }

// Text tells what is wrong when the rule is broken.
func (r Rule) Text() string { return r.traits().text }

// MarshalText writes the rule by its name.
func (r Rule) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// May tells whether mistakes of the rule can be as bad as that.
func (r Rule) May(s Severity) bool {
	switch r.traits().severity {
	case alwaysError:
		return s == Error
	case alwaysWarning:
		return s == Warning
	}
	return true
}

// MayBeSilenced tells whether a layout may silence warnings of the rule.
func (r Rule) MayBeSilenced() bool { return !r.traits().claim }

// LeavesSlideWhole tells whether a slide that breaks the rule can be laid out all the same.
func (r Rule) LeavesSlideWhole() bool { return r.traits().claim }

// IsOwnSlip tells what an author gets wrong by itself, such as a slip in an expression, from what may follow from a key
// that could not be read: a chart without figures, a slide without text.
func (r Rule) IsOwnSlip() bool { return r.traits().slip }

// AboutSentences tells whether the rule is about what texts say, and not about the figures in them.
func (r Rule) AboutSentences() bool { return r.traits().sentences }

func (r Rule) traits() traits { return rules()[r] }

// Rules are all there are, in the order of their names.
func Rules() []Rule {
	var out []Rule
	for i := range rules()[1:] {
		out = append(out, Rule(i+1))
	}
	return out
}

// RuleNames are the names of all rules.
func RuleNames() []string {
	var names []string
	for _, r := range Rules() {
		names = append(names, r.String())
	}
	return names
}

// RuleNamed is the rule of that name, if there is one.
func RuleNamed(name string) (Rule, bool) {
	for _, r := range Rules() {
		if r.String() == name {
			return r, true
		}
	}
	return 0, false
}

// traits are all that is true of a rule. Most rules are errors, follow from whatever was found wrong with a slide
// before, and keep the slide from being laid out; what is otherwise is said.
type traits struct {
	name, text string
	severity   severity
	slip       bool // the author's own, told whatever else is wrong with its slide
	sentences  bool // about what texts say, not about the figures in them
	claim      bool // the slide is whole; a flag of the command line lets it pass, and nothing silences it
}

// severity is what the mistakes of a rule are.
type severity int

const (
	alwaysError severity = iota
	alwaysWarning
	either // as bad as the place where it is found makes it
)

func rules() []traits {
	return []traits{
		AltMissing:       {name: "alt-missing", text: "a picture has no alternative text for those who cannot see it, and is not said to be decorative"},
		AltVague:         {name: "alt-vague", text: "an alternative text that does not say what the picture shows", severity: alwaysWarning},
		AnswerVariants:   {name: "answer-variants", text: "answers to one question that differ only in how they are written", severity: alwaysWarning},
		AttachedMail:     {name: "attached-mail", text: "the settings of the mailing go into the PDF that is mailed", severity: alwaysWarning},
		BadAddress:       {name: "bad-address", text: "an e-mail address that cannot be sent to"},
		BadData:          {name: "bad-data", text: "answers or numbers that cannot be read as such", severity: either},
		BadExpression:    {name: "bad-expression", text: "an expression that cannot be understood or worked out", slip: true},
		BadFile:          {name: "bad-file", text: "a font, picture or data file that cannot be used", severity: either},
		BadHTML:          {name: "bad-html", text: "HTML that mail programs do not show, or ask the member about", severity: either},
		BadLayout:        {name: "bad-layout", text: "a slide holds what its layout has no place for"},
		BadLink:          {name: "bad-link", text: "a link or foreign phrase in a text whose target cannot be used", slip: true},
		BadMail:          {name: "bad-mail", text: "a mail that cannot be made: something in it would break it, or mislead who reads it"},
		BadValue:         {name: "bad-value", text: "a value that its key cannot have", severity: either},
		CoarseImage:      {name: "coarse-image", text: "a picture with too few pixels for its place", severity: alwaysWarning},
		ConfusableDomain: {name: "confusable-domain", text: "the domain of an address has letters that look like those of another", severity: alwaysWarning},
		Contract:         {name: "contract", text: "answers that are not as the layout says they have to be: too few, or shares that do not add up", severity: either},
		Contrast:         {name: "contrast", text: "text with less than 4.5:1 contrast to what it stands on (WCAG 2.2, 1.4.3)"},
		DecimalMark:      {name: "decimal-mark", text: "numbers whose point or comma may stand between thousands or before decimals", severity: alwaysWarning},
		DoubleMember:     {name: "double-member", text: "two rows of a list with one address that differ elsewhere", severity: alwaysWarning},
		Duplicate:        {name: "duplicate", text: "a name that is given twice"},
		EmptyData:        {name: "empty-data", text: "a file or question without answers"},
		Encoding:         {name: "encoding", text: "letters of a file that are stored otherwise than files usually have them", severity: alwaysWarning},
		Expect:           {name: "expect", text: "a claim of the layout that the answers do not bear out", slip: true, sentences: true, claim: true},
		FillContrast:     {name: "fill-contrast", text: "a fill with less than 3:1 contrast to the page (WCAG 2.2, 1.4.11)", severity: alwaysWarning},
		ForeignDomain:    {name: "foreign-domain", text: "a member in none of the domains that may get mail"},
		HiddenRow:        {name: "hidden-row", text: "a row of a list that its spreadsheet does not show, and that counts all the same", severity: alwaysWarning},
		LabelOverlap:     {name: "label-overlap", text: "a chart's label touches another label, a foreign mark or the edge"},
		LiteralPassword:  {name: "literal-password", text: "a password that stands in the file itself"},
		Missing:          {name: "missing", text: "something that has to be there is not"},
		MissingField:     {name: "missing-field", text: "a field that the text of a mail says, and that a row of the list does not have"},
		MissingFile:      {name: "missing-file", text: "a file that cannot be read"},
		MissingGlyph:     {name: "missing-glyph", text: "a character that the font does not have", slip: true},
		NoAnswer:         {name: "no-answer", text: "what stands in the answers where nobody answered is found out, and not said", severity: alwaysWarning},
		NoRespondent:     {name: "no-respondent", text: "rows of a file of answers that are no respondents, such as a second row of headings or a total", severity: alwaysWarning},
		NotOffered:       {name: "not-offered", text: "an answer that nobody gave in one year, and that may not have been on offer then", severity: alwaysWarning},
		NotParts:         {name: "not-parts", text: "values that are not the parts of a whole in a chart that shows parts"},
		OpenConnection:   {name: "open-connection", text: "a connection to a mail server that others can listen to"},
		Overflow:         {name: "overflow", text: "text that does not fit its place at the smallest size"},
		PaletteSimilar:   {name: "palette-similar", text: "two colours of the palette that are hard to tell apart", severity: alwaysWarning},
		RoleAddress:      {name: "role-address", text: "an address that nobody reads, such as no-reply", severity: alwaysWarning},
		SameYear:         {name: "same-year", text: "another year's answers with this year's variables, or the same answers twice", severity: alwaysWarning},
		SetApart:         {name: "set-apart", text: "an answer such as “don't know” among the levels of a scale", severity: either},
		SmallGroup:       {name: "small-group", text: "a figure of a group too small to be shown is compared", slip: true},
		SplitOption:      {name: "split-option", text: "an answer looks like a piece of an option that holds the separator, or like several answers in one", severity: alwaysWarning},
		Syntax:           {name: "syntax", text: "the file is not valid TOML, or a text holds a single brace", slip: true},
		TooLarge:         {name: "too-large", text: "a mail that is larger than servers take", severity: either},
		TooMany:          {name: "too-many", text: "more slices, charts or lines than can be read", severity: either},
		TypedNumber:      {name: "typed-number", text: "a number in a text that is typed, and so stays when the answers change", severity: alwaysWarning, slip: true, sentences: true},
		UnexpectedCount:  {name: "unexpected-count", text: "a list with more or fewer members than expected"},
		UnknownAnswer:    {name: "unknown-answer", text: "an answer that is not among the answers, or not in the file", slip: true},
		UnknownColumn:    {name: "unknown-column", text: "a column that the data file does not have"},
		UnknownKey:       {name: "unknown-key", text: "a key that the layout or theme file does not know"},
		UnknownOrder:     {name: "unknown-order", text: "levels of which nobody knows the order, or the highest, in a chart that sums the highest of them", severity: either},
		UnknownQuestion:  {name: "unknown-question", text: "a question or data set that the layout does not name", slip: true},
		UnreadSheet:      {name: "unread-sheet", text: "a spreadsheet of which one sheet is read, while others hold rows, too", severity: alwaysWarning},
		ValueRange:       {name: "value-range", text: "a number outside of what its place allows"},
		VanishedAnswer:   {name: "vanished-answer", text: "an answer that the layout lists and nobody gave", severity: alwaysWarning},
		WrongType:        {name: "wrong-type", text: "a value of another type than its key has"},
	}
}
