package slip

import "strings"

// english are Norwegian words and other people's names for keys, and the keys that they stand for.
const english = `
alternativtekst alttekst: alt
antall antal: population
ark arkfane: sheet
avsender avsendar fra frå: from
bakgrunn: background
beskjed: notes
bilde bilete picture figur: image figures
bildetekst bilettekst: caption
brødtekst brodtekst avsnitt body paragraph: text
bunntekst botntekst: footer
datasett datafil: data
dato: date
desimaler desimalar: decimals
diagram diagrammer graf kart: chart charts
dokument presentasjon: deck
emne tema: subject theme
enhet eining: unit
etiketter etikettar merkelapper: labels
farge farger fargar: colors color
figurer figurar: figures
fil filnavn filnamn: file
foil lysbilde lysbilete lysark side plansje lysbilder: slide
forfatter forfattar: author
forventer forventet forvent krav: expect
gjennomsnitt: numbers
grunnlag basis: base
ingress innledning innleiing: lead
kilde kjelde kilder kjelder: source
kodebok: codebook
koder kodar: labels
kolonne: column
kolonner kolonnar: columns
koding tegnkoding teiknkoding: encoding
kulepunkt kulepunkter punkter punktar punkt bulletpoints points: bullets
vedlegg: attachments
mangler manglende ubesvart: missing
midten: center
minste_base minstebase: min_base
navn namn: name
nivå nivåer nivaer: levels
notat notater notatar manus speaker_notes: notes
oppsett utforming: layout
overskrift heading header: headline title
palett: palette
rader radar: rows
regel: rule
rekkefølge rekkefolge sortering sorter: sort
serie serier seriar: series
sitat: quote
skala: scale
skilletegn skiljeteikn: delimiter
skrift skrifter font: fonts
skriftstørrelser størrelser storrelser storleikar: sizes
sporsmal spørsmål: question questions
språk sprak målform maalform: lang
stille demp: silence
størst storst: max
svar svaralternativer svaralternativ: answers
tabell: table
tall tal: number
tekst: text
tittel: title headline
totalt totaler totalar: totals
undertittel: subtitle
uthev uthevet framhev: highlight
variabler variablar: vars
vekt vekter: weight
verdi: value
verdier verdiar: values
`

// English are the keys that a word of another language stands for; none when it is not known.
func English(word string) []string {
	word = strings.ToLower(strings.TrimSpace(word))
	for _, line := range strings.Split(strings.TrimSpace(english), "\n") {
		words, keys, _ := strings.Cut(line, ": ")
		for _, w := range strings.Fields(words) {
			if w == word {
				return strings.Fields(keys)
			}
		}
	}
	return nil
}
