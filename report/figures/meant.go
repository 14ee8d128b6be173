package figures

import (
	"slices"
	"strings"
)

// meantBy is the function that authors mean by another name, in small letters; known is true as well for what there is
// no function of, and what must not be taken for the one whose name is alike: a median is no mean.
func meantBy(name string) (function string, known bool) {
	for _, f := range []struct{ function, names string }{
		{"mean", "average avg snitt gjennomsnitt gjennomsnittet gjennomsnittleg middel middelverdi"},
		{"share", "percent percentage prosent prosentandel prosentdel andel andelen del del_av proportion part"},
		{"count", "antall antal number tell"},
		{"base", "n"},
		{"respondents", "respondenter respondentar deltakere deltakarar"},
		{"response", "svarprosent svarandel svarandelen response_rate"},
		{"population", "populasjon medlemmer medlemmar"},
		{"top", "topp mest oftest most mode typetall"},
		{"rank", "plass rangering"},
		{"answers", "svar"},
		{"list", "liste"},
		{"was", "var før i_fjor"},
		{"change", "endring difference diff forskjell skilnad"},
		{"fraction", "brøk brok"},
		{"about", "omtrent cirka ca rundt"},
		{"value", "verdi"},
		{"words", "ord"},
		{"capital", "stor forbokstav capitalize"},
		{"", "median sum total totalt std stdev stddev sd standardavvik varians variance quartile kvartil percentile persentil mad"},
	} {
		if slices.Contains(strings.Fields(f.names), name) {
			return f.function, true
		}
	}
	return "", false
}
