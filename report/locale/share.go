package locale

import "math"

// Near is how a share is written that would be rounded to all or to nothing and is neither.
type Near int

const (
	NearDecimal Near = iota // 99,6 %; where that does not tell it from 100, as NearWords with a decimal more
	NearWords               // over 99 %
)

// exact is how many decimals of a share are told from the error of binary fractions.
const exact = 9

// InSigns is the locale that writes > and < instead of over and under, as labels have no room for words.
func (l Locale) InSigns() Locale {
	l.signs = true
	return l
}

// Share writes a share, which is in percent, without its sign: never as 100 when it is not all, nor as 0 when it is not
// nothing.
func (l Locale) Share(v float64, decimals int) string {
	end, near := nearEnd(v, decimals)
	if !near {
		return l.Number(v, decimals)
	}
	isShare := v > 0 && v < 100 // a change in percent may be a little less than nothing
	switch more := Round(v, decimals+1) != end; {
	case more && (l.Near == NearDecimal || !isShare):
		return l.Number(v, decimals+1)
	case !isShare:
		return l.Number(v, decimals)
	case l.Near == NearDecimal:
		decimals++
	}
	unit := math.Pow10(-decimals)
	if end == 0 {
		return l.beyond(under, "<") + l.Number(unit, decimals)
	}
	return l.beyond(over, ">") + l.Number(100-unit, decimals)
}

func (l Locale) beyond(w Word, sign string) string {
	if l.signs {
		return sign
	}
	return l.Word(w) + noBreak
}

// ShareDecimals is how many decimals a share is written with that is to have some.
func ShareDecimals(v float64, decimals int) int {
	if _, near := nearEnd(v, decimals); near {
		return decimals + 1
	}
	return decimals
}

// RoundShare rounds a share so that only all is 100 and only nothing is 0.
func RoundShare(v float64, decimals int) float64 {
	if _, near := nearEnd(v, decimals); near {
		return Round(v, exact)
	}
	return Round(v, decimals)
}

// nearEnd tells whether a share would be rounded to all or nothing, and is neither.
func nearEnd(v float64, decimals int) (end float64, near bool) {
	end = Round(v, decimals)
	return end, (end == 0 || end == 100) && Round(v, exact) != end
}
