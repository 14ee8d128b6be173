package config

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"lysark/config/diag"
	"lysark/report/mail/address"
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

// quantity is a text that one of the functions above reads.
func quantity[T any](n *node, key, example string, parse func(string) (T, bool)) Val[T] {
	s := n.filled(key)
	if !s.Set {
		return Val[T]{Pos: s.Pos}
	}
	v, ok := parse(s.V)
	if !ok {
		n.list.Errorf(s.Pos, diag.BadValue, fmt.Sprintf("write it as %q", example), "%s of %s cannot be %q", key, n.name, s.V)
	}
	return Val[T]{V: v, Pos: s.Pos, Set: ok}
}

// size is a number of bytes within bounds.
func (n *node) size(key string, least, most Size) Val[Size] {
	s := quantity(n, key, "10MB", ParseSize)
	if s.Set && (s.V < least || s.V > most) {
		n.list.Errorf(s.Pos, diag.ValueRange, "", "%s of %s is %s; it must be between %s and %s", key, n.name, s.V, least, most)
		s.Set = false
	}
	return s
}

// duration is a time within bounds.
func (n *node) duration(key string, least, most time.Duration) Val[time.Duration] {
	d := quantity(n, key, "15m", ParseDuration)
	return n.within(d, key, least, most)
}

func (n *node) within(d Val[time.Duration], key string, least, most time.Duration) Val[time.Duration] {
	if d.Set && (d.V < least || d.V > most) {
		n.list.Errorf(d.Pos, diag.ValueRange, "", "%s of %s is %s; it must be between %s and %s", key, n.name, inDays(d.V), inDays(least), inDays(most))
		d.Set = false
	}
	return d
}

// durations is a list of times; one counts as a list of one.
func (n *node) durations(key string, least, most time.Duration) []Val[time.Duration] {
	var out []Val[time.Duration]
	for _, s := range n.texts(key) {
		d, ok := ParseDuration(s.V)
		if !ok {
			n.list.Errorf(s.Pos, diag.BadValue, `write it as "15m"`, "%s of %s cannot be %q", key, n.name, s.V)
		}
		out = append(out, n.within(Val[time.Duration]{V: d, Pos: s.Pos, Set: ok}, key, least, most))
	}
	return out
}

// count is a number, or two with .. between them.
func (n *node) count(key string) Val[Count] {
	v, p, ok := n.has(key)
	if !ok {
		return Val[Count]{Pos: n.pos()}
	}
	var c Count
	switch v := v.(type) {
	case int64:
		c, ok = Count{int(v), int(v)}, v >= 1 && v <= mostCount
	case string:
		c, ok = ParseCount(v)
	default:
		n.wrong(p, key, `write it as 213 or "200..230"`, "a number, or two", v)
		return Val[Count]{Pos: p.value}
	}
	switch {
	case !ok:
		n.list.Errorf(p.value, diag.BadValue, `write it as 213 or "200..230"`, "%s of %s cannot be %v", key, n.name, v)
	case c.Least > c.Most:
		n.list.Errorf(p.value, diag.BadValue, "write the smaller number first", "%s of %s has its numbers in the wrong order", key, n.name)
	}
	return Val[Count]{V: c, Pos: p.value, Set: ok && c.Least <= c.Most}
}

// mailbox is an address, and where named a name before it.
func (n *node) mailbox(key string, named bool) Val[Mailbox] {
	s := n.filled(key)
	if !s.Set {
		return Val[Mailbox]{Pos: s.Pos}
	}
	name, a, fault := address.Mailbox(s.V)
	if fault == nil && name != "" && !named {
		fault = &address.Fault{Why: "has a name beside it", Hint: "write the address alone"}
	}
	if fault != nil {
		n.list.Errorf(s.Pos, diag.BadAddress, fault.Hint, "the address %s of %s %s", key, n.name, fault.Why)
		return Val[Mailbox]{Pos: s.Pos}
	}
	return Val[Mailbox]{V: Mailbox{name, a.String(), a.Domain}, Pos: s.Pos, Set: true}
}

// quantity is the schema of such a text.
func (f *field) quantity() *schema {
	s := &schema{Type: types{"string"}, Pattern: map[form]string{
		aMailbox: "@", aDuration: durationPattern, aDurationList: durationPattern, aSize: sizePattern, aRate: ratePattern, aCount: countPattern, aCommand: commandPattern,
	}[f.form]}
	switch f.form {
	case aCount:
		least, most := 1.0, float64(mostCount)
		s.Type, s.Minimum, s.Maximum = types{"integer", "string"}, &least, &most
	case aDurationList:
		s.Type, s.Items, s.MinItems = types{"array", "string"}, &schema{Type: types{"string"}, Pattern: durationPattern}, 1
	case aCommand:
		s.Type, s.Items, s.MinItems = types{"array", "string"}, &schema{Type: types{"string"}, Pattern: `\S`}, 1
	}
	return s
}
