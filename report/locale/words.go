package locale

// Word names a fixed word or sentence that the program itself puts on a slide.
type Word string

const (
	Agree      Word = "agree"
	Disagree   Word = "disagree"
	DontKnow   Word = "don't know"
	Other      Word = "other"
	Total      Word = "total"
	Source     Word = "source"
	NoAnswer   Word = "no answer"
	PercentAll Word = "percent"
	And        Word = "and"
	Half       Word = "half"
	// FewerThan is a footnote's pattern: its %d is the fewest answers that a group must have to be shown.
	FewerThan Word = "fewer than"
	// NotAsked is a footnote, OrNotAsked the end of FewerThan where a dash may mean either.
	NotAsked   Word = "not asked"
	OrNotAsked Word = "or not asked"
)

// The words of data pages, notes pages and attachments. Some are patterns: what they take is said beside them.
const (
	Slide     Word = "slide"      // its %d is a slide's number
	Tables    Word = "tables"     // the headline of the data pages
	TablesOn  Word = "tables on"  // a link to a data page, its %d
	OnPage    Word = "on page"    // the same after the first, its %d
	ToSlide   Word = "to slide"   // a link back to the page %d of a slide
	Continued Word = "continued"  // a heading %s whose text began before
	Numbered  Word = "numbered"   // a headline %s on page %d of %d
	Answer    Word = "answer"     // heads the answers of a question
	Statement Word = "statement"  // heads what there is agreement with
	Category  Word = "category"   // heads other names, such as points in time
	Share     Word = "share"      // heads values in percent
	Count     Word = "count"      // heads numbers of answers
	Value     Word = "value"      // heads other values
	Notes     Word = "notes"      // heads a speaker's notes
	FiguresOf Word = "figures of" // a chart's attachment: its title %s, slide %d
	LayoutOf  Word = "layout of"  // the layout file's attachment
)

// The words that sentences with figures are built of.
const (
	none      Word = "none"
	all       Word = "all"
	of        Word = "of" // 2 av 3
	andAlso   Word = "and also"
	over      Word = "over" // over 99 %
	under     Word = "under"
	up        Word = "up"
	down      Word = "down"
	unchanged Word = "unchanged"
	point     Word = "point"
	points    Word = "points"
)

// Word is the word in the locale's language.
func (l Locale) Word(w Word) string { return l.words[w] }

func bokmal() map[Word]string {
	return map[Word]string{
		Agree: "Enig", Disagree: "Uenig", DontKnow: "Vet ikke", Other: "Annet", Total: "I alt",
		Source: "Kilde", NoAnswer: "Ubesvart", PercentAll: "Prosent",
		And: "og", Half: "halvparten", FewerThan: "–\u00a0: færre enn %d\u00a0svar, vises ikke",
		NotAsked: "–\u00a0: ikke spurt", OrNotAsked: ", eller ikke spurt",
		Slide: "Lysbilde %d", Tables: "Tallgrunnlag", TablesOn: "Tallgrunnlag, side\u00a0%d", OnPage: "side\u00a0%d",
		ToSlide: "Til side\u00a0%d", Continued: "%s (forts.)", Numbered: "%s (%d av %d)",
		Answer: "Svar", Statement: "Utsagn", Category: "Kategori", Share: "Andel", Count: "Antall", Value: "Verdi", Notes: "Notater",
		FiguresOf: "Tallene i diagrammet «%s», lysbilde %d", LayoutOf: "Oppsettet som presentasjonen er laget av",
		none: "ingen", all: "alle", of: "av", andAlso: " samt ", over: "over", under: "under",
		up: "opp", down: "ned", unchanged: "uendret", point: "prosentpoeng", points: "prosentpoeng",
	}
}

// Where bokmål has the s-passive ("vises"), nynorsk has "blir vist": "visast" stands after auxiliary verbs only. The
// participle of a weak verb need not agree with its noun, so that "vist" and "uendra" do for one and for many.
func nynorsk() map[Word]string {
	return map[Word]string{
		Agree: "Einig", Disagree: "Ueinig", DontKnow: "Veit ikkje", Other: "Anna", Total: "I alt",
		Source: "Kjelde", NoAnswer: "Ikkje svart", PercentAll: "Prosent",
		And: "og", Half: "halvparten", FewerThan: "–\u00a0: færre enn %d\u00a0svar, blir ikkje vist",
		NotAsked: "–\u00a0: ikkje spurt", OrNotAsked: ", eller ikkje spurt",
		Slide: "Lysbilete %d", Tables: "Talgrunnlag", TablesOn: "Talgrunnlag, side\u00a0%d", OnPage: "side\u00a0%d",
		ToSlide: "Til side\u00a0%d", Continued: "%s (framh.)", Numbered: "%s (%d av %d)",
		Answer: "Svar", Statement: "Utsegn", Category: "Kategori", Share: "Prosentdel", Count: "Antal", Value: "Verdi", Notes: "Notat",
		FiguresOf: "Tala i diagrammet «%s», lysbilete %d", LayoutOf: "Oppsettet som presentasjonen er laga av",
		none: "ingen", all: "alle", of: "av", andAlso: " samt ", over: "over", under: "under",
		up: "opp", down: "ned", unchanged: "uendra", point: "prosentpoeng", points: "prosentpoeng",
	}
}

func english() map[Word]string {
	return map[Word]string{
		Agree: "Agree", Disagree: "Disagree", DontKnow: "Don't know", Other: "Other", Total: "Total",
		Source: "Source", NoAnswer: "No answer", PercentAll: "Per cent",
		And: "and", Half: "half", FewerThan: "–\u00a0: fewer than %d\u00a0answers, not shown",
		NotAsked: "–\u00a0: not asked", OrNotAsked: ", or not asked",
		Slide: "Slide %d", Tables: "Data", TablesOn: "Data, page\u00a0%d", OnPage: "page\u00a0%d",
		ToSlide: "To page\u00a0%d", Continued: "%s (cont.)", Numbered: "%s (%d of %d)",
		Answer: "Answer", Statement: "Statement", Category: "Category", Share: "Share", Count: "Count", Value: "Value", Notes: "Notes",
		FiguresOf: "The figures of the chart “%s”, slide %d", LayoutOf: "The layout that the deck is made from",
		none: "none", all: "all", of: "in", andAlso: ", and ", over: "over", under: "under",
		up: "up", down: "down", unchanged: "unchanged", point: "percentage point", points: "percentage points",
	}
}
