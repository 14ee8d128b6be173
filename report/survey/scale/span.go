package scale

// span is where an answer lies on its scale, from the least to the most that its words may mean: "quite" is anything
// between somewhat and very. Two answers whose spans meet are in no sure order.
type span struct{ low, high float64 }

func point(at float64) span { return span{at, at} }

func (s span) middle() float64 { return (s.low + s.high) / 2 }

// times turns a span round for the other end of its scale.
func (s span) times(sign float64) span {
	if sign < 0 {
		return span{-s.high, -s.low}
	}
	return s
}

// join is the span from the one to the other.
func (s span) join(other span) span { return span{min(s.low, other.low), max(s.high, other.high)} }
