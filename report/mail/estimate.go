package mail

import "time"

// Estimate is about how long sending takes.
type Estimate struct {
	Limits time.Duration // by the limits of the server; 0 without any
	Upload time.Duration // at 50 Mbit/s
	Days   int           // by the daily limit; 1 when it is not reached
}

// Estimate tells how long n messages of so many bytes in all take.
func (s Server) Estimate(n, bytes int) Estimate {
	const speed = 50_000_000 / 8 // bytes a second, of an ordinary office
	e := Estimate{Upload: time.Duration(float64(bytes) / speed * float64(time.Second)), Days: 1}
	if s.Rate.Count > 0 {
		e.Limits = time.Duration(n) * s.Rate.Interval()
	}
	if s.Daily > 0 {
		e.Days = max(1, (n+s.Daily-1)/s.Daily)
	}
	return e
}
