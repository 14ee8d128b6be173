package charts

import (
	"fmt"
	"strings"

	"lysark/report/locale"
)

// altMost is how many values an alternative text tells one by one.
const altMost = 8

// altText says what the chart shows, for those who cannot see it: its kind, its title and its values, or the
// largest and smallest of many.
func altText(c Chart, l locale.Locale) string {
	w := altWords(l.Tag)
	head := w.kinds[c.Kind]
	if c.Title != "" {
		head += ": " + c.Title
	}
	p := &plot{Chart: c, Style: Style{Locale: l}}
	var parts []string
	for _, s := range c.Series {
		parts = append(parts, p.altSeries(s, w))
	}
	return strings.TrimRight(head, ".?!") + ". " + strings.Join(parts, ". ") + "."
}

func (p *plot) altSeries(s Series, w altVocabulary) string {
	var told []string
	if len(s.Values) <= altMost {
		for i, v := range s.Values {
			told = append(told, p.Categories[i]+" "+p.written(v))
		}
	} else {
		least, most := -1, -1
		for i, v := range s.Values {
			if v.Missing {
				continue
			}
			if least < 0 || v.V < s.Values[least].V {
				least = i
			}
			if most < 0 || v.V > s.Values[most].V {
				most = i
			}
		}
		if most >= 0 {
			told = append(told, fmt.Sprintf(w.extremes, p.Categories[most], p.written(s.Values[most]), p.Categories[least], p.written(s.Values[least])))
		}
	}
	text := strings.Join(told, ", ")
	if s.Name != "" {
		text = s.Name + ": " + text
	}
	return text
}

// altVocabulary is the words of alternative texts in one language.
type altVocabulary struct {
	kinds    map[Kind]string
	extremes string // largest category and value, smallest category and value
}

func altWords(tag string) altVocabulary {
	switch tag {
	case "nn":
		return altVocabulary{map[Kind]string{
			Pie: "Kakediagram", Donut: "Hjuldiagram", Column: "Stolpediagram", Bar: "Liggjande stolpediagram",
			Stacked: "Stabla stolpediagram", Likert: "Likert-diagram", Line: "Linjediagram",
		}, "størst er %s med %s, minst er %s med %s"}
	case "en":
		return altVocabulary{map[Kind]string{
			Pie: "Pie chart", Donut: "Donut chart", Column: "Column chart", Bar: "Bar chart",
			Stacked: "Stacked bar chart", Likert: "Likert chart", Line: "Line chart",
		}, "the largest is %s with %s, the smallest is %s with %s"}
	}
	return altVocabulary{map[Kind]string{
		Pie: "Kakediagram", Donut: "Hjuldiagram", Column: "Stolpediagram", Bar: "Liggende stolpediagram",
		Stacked: "Stablet stolpediagram", Likert: "Likert-diagram", Line: "Linjediagram",
	}, "størst er %s med %s, minst er %s med %s"}
}
