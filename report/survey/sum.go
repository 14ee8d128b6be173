package survey

// sum adds numbers up so exactly that the order in which they come makes no difference: what is lost when two are added
// is kept beside (Knuth's TwoSum). The same answers in other rows are to give the same figures, to the last digit.
type sum struct{ high, low float64 }

func (s *sum) add(v float64) {
	total := s.high + v
	part := total - s.high
	s.low += (s.high - (total - part)) + (v - part)
	s.high = total
}

func (s *sum) addSum(other sum) {
	s.add(other.high)
	s.low += other.low
}

func (s sum) value() float64 { return s.high + s.low }
