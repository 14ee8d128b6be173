package mail

import (
	"fmt"
	"time"
)

// Takes is about how long n messages of so many bytes in all take: the longer of what the server's limits ask for and
// what the line of an ordinary office does.
func (s Server) Takes(n, bytes int) string {
	const speed = 50_000_000 / 8 // bytes a second
	upload := time.Duration(float64(bytes) / speed * float64(time.Second))
	text := inMinutes(upload) + " at 50 Mbit/s"
	if s.Rate.Count > 0 {
		if limits := time.Duration(n) * s.Rate.Interval(); limits > upload {
			text = fmt.Sprintf("%s at %s", inMinutes(limits), s.Rate)
		}
	}
	if s.Daily > 0 && n > s.Daily {
		text += fmt.Sprintf(", over %d days at %d a day", (n+s.Daily-1)/s.Daily, s.Daily)
	}
	return text
}

func inMinutes(d time.Duration) string {
	switch {
	case d < time.Minute:
		return fmt.Sprintf("%d s", int(d.Seconds()+1))
	case d < 2*time.Hour:
		return fmt.Sprintf("%.0f min", d.Minutes())
	}
	return fmt.Sprintf("%.1f h", d.Hours())
}
