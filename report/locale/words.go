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
)

// Word is the word in the locale's language.
func (l Locale) Word(w Word) string { return l.words[w] }

func bokmal() map[Word]string {
	return map[Word]string{
		Agree: "Enig", Disagree: "Uenig", DontKnow: "Vet ikke", Other: "Annet", Total: "I alt",
		Source: "Kilde", NoAnswer: "Ubesvart", PercentAll: "Prosent",
	}
}

func nynorsk() map[Word]string {
	return map[Word]string{
		Agree: "Einig", Disagree: "Ueinig", DontKnow: "Veit ikkje", Other: "Anna", Total: "I alt",
		Source: "Kjelde", NoAnswer: "Ikkje svart", PercentAll: "Prosent",
	}
}

func english() map[Word]string {
	return map[Word]string{
		Agree: "Agree", Disagree: "Disagree", DontKnow: "Don't know", Other: "Other", Total: "Total",
		Source: "Source", NoAnswer: "No answer", PercentAll: "Per cent",
	}
}
