package mailfile

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// How quantities are written.
const (
	durationPattern = `^[1-9][0-9]{0,4}[smhd]$`
	sizePattern     = `^[1-9][0-9]{0,4}(\.[0-9])? ?[kM]B$`
	ratePattern     = `^[1-9][0-9]{0,4}/(s|min|h|day)$`
	countPattern    = `^[1-9][0-9]{0,5}\.\.[1-9][0-9]{0,5}$`
	commandPattern  = `^\S+$`
	mostCount       = 999_999
)

var (
	isDuration = regexp.MustCompile(durationPattern)
	isSize     = regexp.MustCompile(sizePattern)
	isRate     = regexp.MustCompile(ratePattern)
	isCount    = regexp.MustCompile(countPattern)
)

// Size is a number of bytes.
type Size int64

// String writes a size as ParseSize reads it; less than a tenth of a kilobyte is left out.
func (s Size) String() string {
	unit, name := Size(1000), "kB"
	if s >= 1_000_000 && s%100_000 == 0 {
		unit, name = 1_000_000, "MB"
	}
	if tenths := s % unit / (unit / 10); tenths > 0 {
		return fmt.Sprintf("%d.%d%s", s/unit, tenths, name)
	}
	return fmt.Sprintf("%d%s", s/unit, name)
}

// ParseSize reads 10MB, 2.5 MB or 800kB. A kilobyte is 1000 bytes, so that a limit is never larger than it was meant.
func ParseSize(s string) (Size, bool) {
	if !isSize.MatchString(s) {
		return 0, false
	}
	unit := 1000.0
	if strings.HasSuffix(s, "MB") {
		unit = 1_000_000
	}
	v, err := strconv.ParseFloat(strings.TrimRight(s, " kMB"), 64)
	return Size(v*unit + 0.5), err == nil
}

// Rate is so many mails in so much time.
type Rate struct {
	Count int
	Per   time.Duration
}

// String writes a rate as ParseRate reads it.
func (r Rate) String() string {
	for _, u := range rateUnits() {
		if u.per == r.Per {
			return fmt.Sprintf("%d/%s", r.Count, u.name)
		}
	}
	return fmt.Sprintf("%d/%s", r.Count, r.Per)
}

// Interval is the time from one mail to the next.
func (r Rate) Interval() time.Duration { return r.Per / time.Duration(max(r.Count, 1)) }

// ParseRate reads 30/min.
func ParseRate(s string) (Rate, bool) {
	if !isRate.MatchString(s) {
		return Rate{}, false
	}
	count, unit, _ := strings.Cut(s, "/")
	n, err := strconv.Atoi(count)
	for _, u := range rateUnits() {
		if u.name == unit {
			return Rate{n, u.per}, err == nil
		}
	}
	return Rate{}, false
}

type rateUnit struct {
	name string
	per  time.Duration
}

func rateUnits() []rateUnit {
	return []rateUnit{{"s", time.Second}, {"min", time.Minute}, {"h", time.Hour}, {"day", 24 * time.Hour}}
}

// Count is a number of members: at least and at most.
type Count struct{ Least, Most int }

// ParseCount reads 200..230. That the first is not above the second is not looked at.
func ParseCount(s string) (Count, bool) {
	if !isCount.MatchString(s) {
		return Count{}, false
	}
	least, most, _ := strings.Cut(s, "..")
	a, err := strconv.Atoi(least)
	b, err2 := strconv.Atoi(most)
	return Count{a, b}, err == nil && err2 == nil
}

// ParseDuration reads 90s, 5m, 1h or 2d.
func ParseDuration(s string) (time.Duration, bool) {
	if !isDuration.MatchString(s) {
		return 0, false
	}
	n, err := strconv.Atoi(s[:len(s)-1])
	unit := map[byte]time.Duration{'s': time.Second, 'm': time.Minute, 'h': time.Hour, 'd': 24 * time.Hour}[s[len(s)-1]]
	return time.Duration(n) * unit, err == nil
}

// inDays writes a duration as ParseDuration reads it.
func inDays(d time.Duration) string {
	for _, u := range []rateUnit{{"d", 24 * time.Hour}, {"h", time.Hour}, {"m", time.Minute}} {
		if d%u.per == 0 {
			return fmt.Sprintf("%d%s", d/u.per, u.name)
		}
	}
	return fmt.Sprintf("%ds", d/time.Second)
}
