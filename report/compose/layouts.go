package compose

import "lysark/report"

// layout is one way to arrange a slide: what it is for, and what draws it.
type layout struct {
	report.Arrangement
	draw func(*page)
}

// layouts are all there are. Of those that have room for what a slide holds the first is chosen. A new one is a file
// that draws it and a line here; tests tell what the configuration and the manual have to say of it.
func layouts() []layout {
	type holds = []report.Content
	const (
		text, table, image = report.HasText, report.HasTable, report.HasImage
		quote, number      = report.HasQuote, report.HasNumber
		chart, charts      = report.HasChart, report.HasCharts
	)
	return []layout{
		{report.Arrangement{Layout: report.TitleLayout, Opens: true, Wordless: true}, titleSlide}, // [deck] has a title
		{report.Arrangement{Layout: report.SectionLayout, Opens: true}, sectionSlide},
		{report.Arrangement{Layout: report.TextLayout, Needs: holds{text}}, textSlide},
		{report.Arrangement{Layout: report.ChartLayout, Needs: holds{chart}}, chartSlide},
		{report.Arrangement{Layout: report.ChartLayout, Needs: holds{charts}}, chartSlide},
		{report.Arrangement{Layout: report.TextChart, Needs: holds{text, chart}}, textChartSlide},
		{report.Arrangement{Layout: report.TextTwoCharts, Needs: holds{text, charts}}, textChartSlide},
		{report.Arrangement{Layout: report.TableLayout, Needs: holds{table}, Takes: holds{text}}, tableSlide},
		{report.Arrangement{Layout: report.ImageLayout, Needs: holds{image}, Takes: holds{text}}, imageSlide},
		{report.Arrangement{Layout: report.QuoteLayout, Needs: holds{quote}, Wordless: true}, quoteSlide},
		{report.Arrangement{Layout: report.NumberLayout, Needs: holds{number}, Takes: holds{text}}, numberSlide},
		// in place of the text
		{report.Arrangement{Layout: report.NumberLayout, Needs: holds{number, chart}}, numberSlide},
	}
}

// Layouts are what slides can be arranged as.
func Layouts() []report.Arrangement {
	var out []report.Arrangement
	for _, l := range layouts() {
		out = append(out, l.Arrangement)
	}
	return out
}
