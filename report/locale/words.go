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
)

// The words that sentences with figures are built of.
const (
	none      Word = "none"
	all       Word = "all"
	of        Word = "of" // 2 av 3
	andAlso   Word = "and also"
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
		none: "ingen", all: "alle", of: "av", andAlso: " samt ",
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
		none: "ingen", all: "alle", of: "av", andAlso: " samt ",
		up: "opp", down: "ned", unchanged: "uendra", point: "prosentpoeng", points: "prosentpoeng",
	}
}

func english() map[Word]string {
	return map[Word]string{
		Agree: "Agree", Disagree: "Disagree", DontKnow: "Don't know", Other: "Other", Total: "Total",
		Source: "Source", NoAnswer: "No answer", PercentAll: "Per cent",
		And: "and", Half: "half", FewerThan: "–\u00a0: fewer than %d\u00a0answers, not shown",
		none: "none", all: "all", of: "in", andAlso: ", and ",
		up: "up", down: "down", unchanged: "unchanged", point: "percentage point", points: "percentage points",
	}
}
