package draft

// phrases are what a drafted deck says in its language.
type phrases struct {
	lang, title, subtitle, sender string
	data, source, sourceName      string // names of the data set and the variable, and what it says
	open, close                   string // quotation marks

	// slides
	startHeadline, startText          string
	most, mentioned, gave, gaveMulti  string
	mostOf                            string // after a heading that is no question
	mentionedOf, listed, answerOf     string
	counted, mean, meanText, neutral  string
	agreeHigh, otherHigh, high, low   string
	agreePart, otherPart, highNote    string // of some of the statements
	severalPossible, notAll, answered string
	notOthers                         string

	// comments
	notes                                       []string
	minBase, population, weight                 string
	missing                                     string // what stands there means no answer
	codes, yes, no                              string // of a box that was ticked or not
	labels                                      string // of answers that may be codes
	leftOut, questions, expect, question, scale string
	spare                                       string // of questions without a slide
	themeNote, isPrivate, rows, lastRow         string
	why                                         map[reason]string // there is no slide
}

func phrasesOf(lang string) phrases {
	switch lang {
	case "nn":
		return nynorsk()
	case "en":
		return englishWords()
	}
	return bokmal()
}

// highest is the headline over statements, the highest of which stands first.
func (w phrases) highest(isAgreement, isPart bool) string {
	switch {
	case isAgreement && isPart:
		return w.agreePart
	case isAgreement:
		return w.agreeHigh
	case isPart:
		return w.otherPart
	}
	return w.otherHigh
}

func bokmal() phrases {
	return phrases{
		lang: "nb", title: "Spørreundersøkelse", subtitle: "Resultater", sender: "Organisasjonen",
		data: "svar", source: "kilde", sourceName: "Kilde: Spørreundersøkelsen", open: "«", close: "»",

		startHeadline: "Hvem som har svart", startText: "har svart på undersøkelsen",
		most: "Vanligste svar: ", mostOf: "vanligst er ", mentioned: "Oftest nevnt: ", gave: "svarer ", gaveMulti: "nevner ",
		listed: "De vanligste svarene: ", answerOf: " er svaret fra ", mentionedOf: "oftest nevnt er ",
		counted: "{count('%s', %s)} av {base('%s')} svarer ", mean: "Gjennomsnittet er {mean(%s)}", meanText: "i gjennomsnitt", neutral: "Slik fordeler svarene seg",
		agreeHigh: "Det flest er enige i, står øverst", otherHigh: "Det som skårer høyest, står øverst",
		agreePart: "Det flest er enige i av disse, står øverst", otherPart: "Det som skårer høyest av disse, står øverst", high: "Høy skår", low: "Lav skår", highNote: "Høy skår er de to øverste trinnene. ",
		severalPossible: "Flere svar mulig. ", notAll: "De vanligste svarene er vist. ", notOthers: "Andre svar er ikke vist. ", answered: "{respondents()} har svart på undersøkelsen",

		notes: []string{
			"Et første utkast, laget av svarene. Bygg det med: lysark build deck.toml",
			"Alt i {klammer} regnes ut av svarene, så ingen tall er skrevet for hånd. Bytt ut fila neste år, og alt stemmer.",
			"Skriv om overskriftene så de sier det du vil fortelle; {share('navn', 'Ja')} gir andelen som svarte Ja.",
		},
		codes: "lest som ja og nei: rett det om de betyr noe annet", yes: "Ja", no: "Nei",
		labels:  `er tallene koder? Skriv hva de betyr: labels = { "1" = "…", "2" = "…" }`,
		missing: "står der ingen har svart",
		minBase: "færre svar enn dette vises som «–»", population: "hvor mange som fikk undersøkelsen; da gir {response()} svarprosenten",
		weight:  "ta bort # hvis svarene skal vektes med denne kolonnen",
		spare:   "Et utkast har høyst 30 lysark. Disse spørsmålene er ikke vist, men kan brukes som de andre:",
		leftOut: "Kolonner som ikke er med:", questions: "Korte navn på spørsmålene. Heter en kolonne noe annet neste år, er det én linje å endre her.",
		expect: "Ta bort # foran expect, og byggingen stopper den dagen dette ikke stemmer lenger:", question: "Spørsmål: ", scale: "Påstander på samme skala",
		isPrivate: "Hele fila er med, også kolonnene nedenfor som kan være personopplysninger eller svar med egne ord: ikke send mappa videre.",
		rows:      "funnet ut; rett det hvis det ikke stemmer", lastRow: "siste svar; rett tallet når fila byttes ut",
		themeNote: "Avsenderen: navn, farger og bunntekst. Det som ikke står her, har en standard.",
		why: map[reason]string{
			personal: "kan være personopplysninger", place: "sted: kan være personopplysninger", moment: "tidspunkt eller tidsbruk",
			identifier: "løpenummer eller kode", technical: "spørreverktøyets egen kolonne", consent: "samtykke", weight: "vekt",
			together:  "flere kolonner sammen: de samme svarene står i egne kolonner",
			oneAnswer: "alle har svart det samme", ownWords: "svar med egne ord, eller for mange ulike",
			noAnswers: "ingen svar", tooFew: "for få svar til å vises",
			unreadable: "overskriften har tegn som ikke kan leses", tooPlain: "tekstene får ikke plass på et lysark",
			noHeading: "uten overskrift",
		},
	}
}

func nynorsk() phrases {
	return phrases{
		lang: "nn", title: "Spørjeundersøking", subtitle: "Resultat", sender: "Organisasjonen",
		data: "svar", source: "kjelde", sourceName: "Kjelde: Spørjeundersøkinga", open: "«", close: "»",

		startHeadline: "Kven som har svart", startText: "har svart på undersøkinga",
		most: "Vanlegaste svar: ", mostOf: "vanlegast er ", mentioned: "Oftast nemnt: ", gave: "svarer ", gaveMulti: "nemner ",
		listed: "Dei vanlegaste svara: ", answerOf: " er svaret frå ", mentionedOf: "oftast nemnt er ",
		counted: "{count('%s', %s)} av {base('%s')} svarer ", mean: "Gjennomsnittet er {mean(%s)}", meanText: "i gjennomsnitt", neutral: "Slik fordeler svara seg",
		agreeHigh: "Det flest er einige i, står øvst", otherHigh: "Det som skårar høgast, står øvst",
		agreePart: "Det flest er einige i av desse, står øvst", otherPart: "Det som skårar høgast av desse, står øvst", high: "Høg skår", low: "Låg skår", highNote: "Høg skår er dei to øvste trinna. ",
		severalPossible: "Fleire svar mogleg. ", notAll: "Dei vanlegaste svara er viste. ", notOthers: "Andre svar er ikkje viste. ", answered: "{respondents()} har svart på undersøkinga",

		notes: []string{
			"Eit første utkast, laga av svara. Bygg det med: lysark build deck.toml",
			"Alt i {klammer} blir rekna ut av svara, så ingen tal er skrivne for hand. Byt ut fila neste år, og alt stemmer.",
			"Skriv om overskriftene så dei seier det du vil fortelje; {share('namn', 'Ja')} gir delen som svarte Ja.",
		},
		codes: "lese som ja og nei: rett det om dei tyder noko anna", yes: "Ja", no: "Nei",
		labels:  `er tala kodar? Skriv kva dei tyder: labels = { "1" = "…", "2" = "…" }`,
		missing: "står der ingen har svart",
		minBase: "færre svar enn dette blir viste som «–»", population: "kor mange som fekk undersøkinga; då gir {response()} svarprosenten",
		weight:  "ta bort # dersom svara skal vektast med denne kolonnen",
		spare:   "Eit utkast har høgst 30 lysark. Desse spørsmåla er ikkje viste, men kan brukast som dei andre:",
		leftOut: "Kolonnar som ikkje er med:", questions: "Korte namn på spørsmåla. Heiter ein kolonne noko anna neste år, er det éi linje å endre her.",
		expect: "Ta bort # framfor expect, og bygginga stoppar den dagen dette ikkje stemmer lenger:", question: "Spørsmål: ", scale: "Påstandar på same skala",
		isPrivate: "Heile fila er med, også kolonnane nedanfor som kan vere personopplysningar eller svar med eigne ord: ikkje send mappa vidare.",
		rows:      "funne ut; rett det om det ikkje stemmer", lastRow: "siste svar; rett talet når fila blir bytt ut",
		themeNote: "Avsendaren: namn, fargar og botntekst. Det som ikkje står her, har ein standard.",
		why: map[reason]string{
			personal: "kan vere personopplysningar", place: "stad: kan vere personopplysningar", moment: "tidspunkt eller tidsbruk",
			identifier: "løpenummer eller kode", technical: "spørjeverktøyet sin eigen kolonne", consent: "samtykke", weight: "vekt",
			together:  "fleire kolonnar saman: dei same svara står i eigne kolonnar",
			oneAnswer: "alle har svart det same", ownWords: "svar med eigne ord, eller for mange ulike",
			noAnswers: "ingen svar", tooFew: "for få svar til å bli viste",
			unreadable: "overskrifta har teikn som ikkje kan lesast", tooPlain: "tekstane får ikkje plass på eit lysark",
			noHeading: "utan overskrift",
		},
	}
}

func englishWords() phrases {
	return phrases{
		lang: "en", title: "Survey", subtitle: "Results", sender: "The organisation",
		data: "survey", source: "source", sourceName: "Source: the survey", open: "“", close: "”",

		startHeadline: "Who answered", startText: "answered the survey",
		most: "Most common: ", mostOf: "most often ", mentioned: "Most often mentioned: ", gave: "answered ", gaveMulti: "mentioned ",
		listed: "The most common answers: ", answerOf: " is the answer of ", mentionedOf: "most often ",
		counted: "{count('%s', %s)} of {base('%s')} answered ", mean: "The average is {mean(%s)}", meanText: "on average", neutral: "How the answers are distributed",
		agreeHigh: "What most agree with comes first", otherHigh: "What scores highest comes first",
		agreePart: "Of these, what most agree with comes first", otherPart: "Of these, what scores highest comes first", high: "High score", low: "Low score", highNote: "A high score is one of the top two steps. ",
		severalPossible: "Several answers possible. ", notAll: "The most common answers are shown. ", notOthers: "Other answers are not shown. ", answered: "{respondents()} answered the survey",

		notes: []string{
			"A first draft, made from the answers. Build it with: lysark build deck.toml",
			"What stands in {braces} is worked out from the answers, so no number is typed. Replace the file next year, and all is right.",
			"Rewrite the headlines so that they say what you want to tell; {share('name', 'Yes')} gives the share who answered Yes.",
		},
		codes: "read as yes and no: correct it if they mean something else", yes: "Yes", no: "No",
		labels:  `are the numbers codes? Say what they mean: labels = { "1" = "…", "2" = "…" }`,
		missing: "stands where nobody answered",
		minBase: "fewer answers than this are shown as “–”", population: "how many were asked; then {response()} gives the response rate",
		weight:  "take away the # if the answers are to be weighted by this column",
		spare:   "A draft has at most 30 slides. These questions are not shown, but can be used like the others:",
		leftOut: "Columns that are left out:", questions: "Short names of the questions. If a column has another name next year, that is one line to change here.",
		expect: "Take away the # before expect, and the build stops on the day that this is no longer so:", question: "Question: ", scale: "Statements on one scale",
		isPrivate: "The file is there whole, with the columns below that may be personal data or people's own words: do not pass the folder on.",
		rows:      "found out; correct it if it is not so", lastRow: "the last answer; correct the number when the file is replaced",
		themeNote: "The sender: name, colours and footer. What is not set here has a default.",
		why: map[reason]string{
			personal: "may be personal data", place: "a place: may be personal data", moment: "a point or a length of time",
			identifier: "a number or code of each respondent", technical: "the survey tool's own column", consent: "consent",
			weight: "a weight", together: "the same answers as in the columns of each option",
			oneAnswer: "all gave the same answer",
			ownWords:  "answers in people's own words, or too many different ones",
			noAnswers: "no answers", tooFew: "too few answers to be shown",
			unreadable: "the heading has characters that cannot be read", tooPlain: "its texts do not fit a slide",
			noHeading: "no heading",
		},
	}
}
