package charts

import "lysark/report/locale"

func drawPie(*plot)                       {}
func drawDonut(*plot)                     {}
func drawLikert(*plot)                    {}
func altText(Chart, locale.Locale) string { return "" }
