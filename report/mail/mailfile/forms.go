package mailfile

import (
	"cmp"
	"fmt"
	"strings"
	"time"
	"unicode"

	"lysark/config/diag"
	"lysark/config/keys"
	"lysark/report/mail/address"
)

// forms are how the values of mail files are written that are more than text and numbers. Their least and most
// stand in the tag range as they are written; alone says that an address has no name beside it.
func forms() []keys.Form {
	return []keys.Form{
		keys.ValueOf(readMailbox, pattern("@")),
		keys.ValueOf(readSize, pattern(sizePattern)),
		keys.ValueOf(readRate, pattern(ratePattern)),
		keys.ValueOf(readDuration, pattern(durationPattern)),
		keys.FormOf(readDurations, durationsSchema),
		keys.ValueOf(readCount, countSchema),
		keys.FormOf(readCommand, commandSchema),
	}
}

// readMailbox reads an address, and a name before it unless it has to stand alone.
func readMailbox(k keys.Key) (Mailbox, bool) {
	s := k.Filled()
	if !s.Set {
		return Mailbox{}, false
	}
	name, a, fault := address.Mailbox(s.V)
	if fault == nil && name != "" && k.Has("alone") {
		fault = &address.Fault{Why: "has a name beside it", Hint: "write the address alone"}
	}
	if fault != nil {
		k.Table.Errorf(s.Pos, diag.BadAddress, fault.Hint, "the address %s of %s %s", k.Name, k.Table.Name(), fault.Why)
		return Mailbox{}, false
	}
	return Mailbox{name, a.String(), a.Domain}, true
}

// quantity is a value that parse reads, such as the example.
func quantity[T any](k keys.Key, example string, parse func(string) (T, bool)) (v T, ok bool) {
	s := k.Filled()
	if !s.Set {
		return v, false
	}
	return parsed(k, s, example, parse)
}

func parsed[T any](k keys.Key, s Str, example string, parse func(string) (T, bool)) (T, bool) {
	v, ok := parse(s.V)
	if !ok {
		k.At(s.Pos).Errorf(diag.BadValue, fmt.Sprintf("write it as %q", example), "cannot be %q", s.V)
	}
	return v, ok
}

// between is such a value within the range of the tag.
func between[T cmp.Ordered](k keys.Key, example string, parse func(string) (T, bool), shown func(T) string) (T, bool) {
	v, ok := quantity(k, example, parse)
	return v, ok && within(k, v, parse, shown)
}

func within[T cmp.Ordered](k keys.Key, v T, parse func(string) (T, bool), shown func(T) string) bool {
	first, last, _ := strings.Cut(k.Tag("range"), " ")
	least, _ := parse(first)
	most, _ := parse(last)
	if v < least || v > most {
		k.Errorf(diag.ValueRange, "", "is %s; it must be between %s and %s", shown(v), shown(least), shown(most))
		return false
	}
	return true
}

func readSize(k keys.Key) (Size, bool) { return between(k, "10MB", ParseSize, Size.String) }

func readRate(k keys.Key) (Rate, bool) { return quantity(k, "30/min", ParseRate) }

const sampleDuration = "15m"

func readDuration(k keys.Key) (time.Duration, bool) {
	return between(k, sampleDuration, ParseDuration, inDays)
}

// readDurations reads a list of times; one counts as a list of one.
func readDurations(k keys.Key, to *[]Val[time.Duration]) {
	for _, s := range someTexts(k) {
		d, ok := parsed(k, s, sampleDuration, ParseDuration)
		ok = ok && within(k.At(s.Pos), d, ParseDuration, inDays)
		*to = append(*to, Val[time.Duration]{V: d, Pos: s.Pos, Set: ok})
	}
}

// readCount reads a number, or two with .. between them.
func readCount(k keys.Key) (c Count, ok bool) {
	const hint = `write it as 213 or "200..230"`
	switch v := k.Value.(type) {
	case int64:
		c, ok = Count{int(v), int(v)}, v >= 1 && v <= mostCount
	case string:
		c, ok = ParseCount(v)
	default:
		k.Wrong(hint, "a number, or two")
		return c, false
	}
	switch {
	case !ok:
		k.Errorf(diag.BadValue, hint, "cannot be %v", k.Value)
	case c.Least > c.Most:
		k.Errorf(diag.BadValue, "write the smaller number first", "has its numbers in the wrong order")
	}
	return c, ok && c.Least <= c.Most
}

// readCommand reads a program and its arguments. A text alone is a program without any: no shell takes it apart.
func readCommand(k keys.Key, to *Command) {
	list := someTexts(k)
	if text, ok := k.Value.(string); ok && strings.ContainsFunc(strings.TrimSpace(text), unicode.IsSpace) {
		k.Errorf(diag.BadValue, `write each word as a text of its own: ["program", "argument"]`, "is one text with spaces")
		return
	}
	*to = list
}

// someTexts are texts that are not empty, and at least one.
func someTexts(k keys.Key) []Str {
	if k.IsList() && len(k.Items("")) == 0 {
		k.Errorf(diag.BadValue, "leave it out instead", "is empty")
	}
	return k.FilledTexts()
}

// pattern is the schema of a text that is written so.
func pattern(p string) func(*keys.Field) *keys.Schema {
	return func(*keys.Field) *keys.Schema { return &keys.Schema{Type: keys.Types{"string"}, Pattern: p} }
}

func durationsSchema(f *keys.Field) *keys.Schema {
	s := keys.OneOrMore(pattern(durationPattern)(f))
	s.MinItems = 1
	return s
}

func countSchema(f *keys.Field) *keys.Schema {
	least, most := 1.0, float64(mostCount)
	s := pattern(countPattern)(f)
	s.Type, s.Minimum, s.Maximum = keys.Types{"integer", "string"}, &least, &most
	return s
}

func commandSchema(f *keys.Field) *keys.Schema {
	s := keys.OneOrMore(pattern(`\S`)(f))
	s.Pattern, s.MinItems = commandPattern, 1
	return s
}
