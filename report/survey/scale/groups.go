package scale

import (
	"cmp"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// groups places numbers of something, and groups of them: "Under 18", "18–29 år", "250 eller flere", "1 000–4 999".
// What stands in parentheses counts where all answers have it there: "Små (1–9 ansatte)".
func groups(labels []string) Scale {
	if inner := innerGroups(labels); inner != nil {
		if s := groupsOf(inner); s.IsOrdered() {
			return s.under(inner, labels)
		}
	}
	return groupsOf(labels)
}

// under is the same scale of the answers by their whole names.
func (s Scale) under(inner, labels []string) Scale {
	out := Scale{Family: s.Family, Places: map[string]float64{}}
	for i, label := range labels {
		out.Places[label] = s.Places[inner[i]]
	}
	return out
}

var innerGroup = regexp.MustCompile(`^\D+\(([^()]*\d[^()]*)\)$`)

func innerGroups(labels []string) []string {
	var out []string
	for _, label := range labels {
		m := innerGroup.FindStringSubmatch(label)
		if m == nil {
			return nil
		}
		out = append(out, m[1])
	}
	return out
}

// group is a number or a range of them, and what is counted.
type group struct {
	low, high amountOf
	unit      string // how the word for what is counted begins; empty for none
}

// amountOf is a number and the unit of time that it counts, if it does.
type amountOf struct {
	n    float64
	days float64 // 0 for no unit of time
}

func groupsOf(labels []string) Scale {
	read := make([]group, len(labels))
	units, times, plainNumbers := map[string]bool{}, map[float64]bool{}, false
	for i, label := range labels {
		g, ok := groupOf(label)
		if !ok {
			return Scale{}
		}
		read[i] = g
		if g.unit != "" {
			units[g.unit] = true
		}
		for _, a := range []amountOf{g.low, g.high} {
			if a.days > 0 {
				times[a.days] = true
			} else if !math.IsInf(a.n, 0) && a.n != 0 {
				plainNumbers = true
			}
		}
	}
	if len(units) > 1 || (len(times) > 1 && plainNumbers) {
		return Scale{}
	}
	at := make([]span, len(read))
	for i, g := range read {
		at[i] = span{g.low.reckoned(len(times) > 1), g.high.reckoned(len(times) > 1)}
	}
	return inRow(labels, at)
}

func (a amountOf) reckoned(inDays bool) float64 {
	if inDays && a.days > 0 {
		return a.n * a.days
	}
	return a.n
}

// inRow is a scale of groups that follow each other. One may begin where the one before it ends.
func inRow(labels []string, at []span) Scale {
	order := make([]int, len(at))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(at[a].low, at[b].low), cmp.Compare(at[a].high, at[b].high))
	})
	s := Scale{Family: Counts, Places: map[string]float64{}}
	for n, i := range order {
		if n > 0 {
			before := at[order[n-1]]
			if before.high > at[i].low || before.low == at[i].low || before.high == at[i].high {
				return Scale{}
			}
		}
		s.Places[labels[i]] = float64(n)
	}
	return s
}

var token = regexp.MustCompile(
	`\d{1,3}(?:[ \x{a0}\x{202f}.,]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d+)?|\p{L}+|[<>≤≥+–—−/-]|\S`,
)

// groupOf reads one answer.
func groupOf(label string) (group, bool) {
	if len(label) > mostLetters {
		return group{}, false
	}
	var r groupReader
	for _, t := range token.FindAllString(strings.ToLower(label), -1) {
		if !r.take(t) {
			return group{}, false
		}
	}
	return r.group()
}

// groupReader gathers what the words of a group say.
type groupReader struct {
	numbers     []amountOf
	isRange     bool
	orNext      bool // "4 eller 5"
	below       bool
	above       bool
	none        bool
	unit        string
	beforeUnits int // how many numbers whose unit has not come yet
}

func (r *groupReader) take(t string) bool {
	if t[0] >= '0' && t[0] <= '9' {
		v, err := strconv.ParseFloat(ungrouped(t), 64)
		r.numbers = append(r.numbers, amountOf{n: v})
		r.beforeUnits++
		return err == nil
	}
	if b, ok := boundWord(t); ok {
		r.below, r.above = r.below || b < 0, r.above || b > 0
		return true
	}
	switch t {
	case "-", "–", "—", "−", "til", "till", "to":
		r.isRange = true
		return len(r.numbers) > 0 || t == "til" || t == "to"
	case "eller", "or", "og", "och", "and":
		r.orNext = true
		return true
	case "mellom", "mellan", "mellem", "between":
		r.isRange = true
		return true
	case "enn", "end", "än", "than", "at", "lik", "ca", "kr", "nok", "sek",
		"dkk", "$", "€", "£", ".", ",", "kroner", "kronor", "usd", "eur", "from", "fra", "frå", "från", "en", "ein",
		"of", "av":
		return true
	case "ingen", "inga", "ingenting", "inget", "none", "aldri", "aldrig", "never", "null", "zero":
		r.none = true
		return true
	case "ett", "eitt", "én", "et", "one":
		r.numbers = append(r.numbers, amountOf{n: 1})
		r.beforeUnits++
		return true
	}
	return r.takeUnit(t)
}

func (r *groupReader) takeUnit(t string) bool {
	if factor, ok := multiple(t); ok {
		for i := len(r.numbers) - r.beforeUnits; i < len(r.numbers); i++ {
			r.numbers[i].n *= factor
		}
		return len(r.numbers) > 0
	}
	if days, ok := timeUnit(t); ok && len(r.numbers) > 0 {
		for i := len(r.numbers) - r.beforeUnits; i < len(r.numbers); i++ {
			r.numbers[i].days = days
		}
		r.beforeUnits = 0
		return true
	}
	if strings.ContainsAny(t, "()%") || strings.ContainsAny(t, "abcdefghijklmnopqrstuvwxyzæøåäö") {
		if r.unit == "" {
			r.unit = stem(t)
		}
		return true
	}
	return false
}

// group is what has been read; false when it is no group.
func (r *groupReader) group() (group, bool) {
	g := group{unit: r.unit}
	switch {
	case r.below && r.above, len(r.numbers) > 2, len(r.numbers) > 0 && r.none:
		return group{}, false
	case len(r.numbers) == 0:
		return g, r.none && !r.below && !r.above
	case len(r.numbers) == 2:
		g.low, g.high = r.numbers[0], r.numbers[1]
		next := r.orNext && g.low.n+1 == g.high.n
		return g, (r.isRange || next) && !r.above && g.low.reckoned(true) < g.high.reckoned(true)
	}
	g.low, g.high = r.numbers[0], r.numbers[0]
	switch {
	case r.below:
		g.low.n = math.Inf(-1)
	case r.above:
		g.high.n = math.Inf(1)
	}
	return g, r.below || r.above || !r.orNext && !r.isRange
}

// boundWord opens a group at its low (-1) or its high end.
func boundWord(w string) (int, bool) {
	switch w {
	case "under", "mindre", "færre", "less", "fewer", "below", "yngre", "younger", "<", "≤", "opptil", "inntil",
		"intill", "up", "indtil", "høyst", "højst", "høgst", "högst", "maks", "maksimum", "underst", "færrest",
		"färre", "lavere":
		return -1, true
	case "over", "mer", "meir", "mere", "mera", "more", "flere", "fleire", "fler", "eldre", "older", "äldre", "ældre",
		"above", "+", ">", "≥", "pluss", "plus", "oppover", "uppåt", "opefter", "minst", "mindst", "över":
		return 1, true
	}
	return 0, false
}

// timeUnit is how many days a unit of time has.
func timeUnit(w string) (float64, bool) {
	switch w {
	case "sekund", "sekunder", "second", "seconds":
		return 1.0 / 86400, true
	case "min", "minutt", "minutter", "minutes", "minute", "minut", "minuter":
		return 1.0 / 1440, true
	case "time", "timer", "timar", "timme", "timmar", "hour", "hours":
		return 1.0 / 24, true
	case "dag", "dager", "dagar", "dage", "day", "days", "døgn", "dygn":
		return 1, true
	case "uke", "uker", "veke", "veker", "vecka", "veckor", "uge", "uger", "week", "weeks":
		return 7, true
	case "måned", "måneder", "månad", "månader", "mnd", "month", "months":
		return 30.4, true
	case "år", "års", "year", "years", "yrs":
		return 365, true
	}
	return 0, false
}

func multiple(w string) (float64, bool) {
	switch w {
	case "tusen", "thousand", "tusind", "k":
		return 1e3, true
	case "mill", "million", "millioner", "millionar", "miljon", "miljoner", "millions", "mnok", "mio":
		return 1e6, true
	case "mrd", "milliard", "milliarder", "milliardar", "miljard", "miljarder", "billion", "billions":
		return 1e9, true
	}
	return 0, false
}

// isMeasure tells a word that makes numbers differ in size: weeks are no days.
func isMeasure(words string) bool {
	for _, w := range wordsOf(words) {
		_, time := timeUnit(w)
		_, large := multiple(w)
		if time || large {
			return true
		}
	}
	return false
}

// ungrouped takes out what stands between thousands.
func ungrouped(t string) string {
	t = strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "").Replace(t)
	parts := strings.FieldsFunc(t, func(r rune) bool { return r == '.' || r == ',' })
	if len(parts) == 1 {
		return t
	}
	if last := parts[len(parts)-1]; len(last) != 3 {
		return strings.Join(parts[:len(parts)-1], "") + "." + last
	}
	return strings.Join(parts, "")
}
