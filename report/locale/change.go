package locale

import "math"

// Points writes the difference of two shares, which is in percentage points and never in percent: "5 prosentpoeng". One
// that is not nothing gets a decimal more where that tells it from 0.
func (l Locale) Points(v float64, decimals int) string {
	if Round(v, decimals) == 0 && Round(v, decimals+1) != 0 {
		decimals++
	}
	unit := points
	if decimals <= 0 && math.Abs(Round(v, decimals)) == 1 {
		unit = point // English writes 1 percentage point and 1.0 percentage points
	}
	return l.Number(v, decimals) + noBreak + l.Word(unit)
}

// Change writes a difference with its direction: "opp 5 prosentpoeng", "ned 12", or "uendret" when it rounds to 0.
// It is of shares when points is set, else of plain numbers.
func (l Locale) Change(diff float64, decimals int, points bool) string {
	way := up
	switch rounded := Round(diff, decimals); {
	case rounded == 0:
		return l.Word(unchanged)
	case rounded < 0:
		way = down
	}
	size := l.Number(math.Abs(diff), decimals)
	if points {
		size = l.Points(math.Abs(diff), decimals)
	}
	return l.Word(way) + " " + size
}
