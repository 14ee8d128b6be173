package config

import (
	"fmt"
	"lysark/config/diag"
	"math"
	"strings"
	"time"
)

func (n *node) boolean(key string) Val[bool] {
	v, p, ok := n.has(key)
	if !ok {
		return Val[bool]{Pos: n.pos()}
	}
	b, ok := v.(bool)
	if !ok {
		n.wrong(p, key, "write true or false, without quotes", "true or false", v)
	}
	return Val[bool]{V: b, Pos: p.value, Set: ok}
}

// integer is a whole number within the range of the field's tag.
func (n *node) integer(key string) Val[int] {
	v, p, ok := n.has(key)
	if !ok {
		return Val[int]{Pos: n.pos()}
	}
	i, ok := v.(int64)
	if !ok {
		if f, fraction := v.(float64); fraction {
			n.list.Errorf(p.value, diag.WrongType, "", "%s of %s must be a whole number, not %v", key, n.name, f)
		} else {
			n.wrong(p, key, withoutQuotes(v), "a whole number", v)
		}
		return Val[int]{Pos: p.value}
	}
	if least, most := n.shape.at(key).bounds(); float64(i) < least || float64(i) > most {
		n.list.Errorf(p.value, diag.ValueRange, "", "%s of %s is %d; it must be between %.0f and %.0f", key, n.name, i, least, most)
		return Val[int]{Pos: p.value}
	}
	return Val[int]{V: int(i), Pos: p.value, Set: true}
}

func (n *node) number(key string) Val[float64] {
	v, p, ok := n.has(key)
	if !ok {
		return Val[float64]{Pos: n.pos()}
	}
	f, ok := n.finite(v, p, key)
	return Val[float64]{V: f, Pos: p.value, Set: ok}
}

// finite is a number that one can count with.
func (n *node) finite(v any, p *place, key string) (float64, bool) {
	f, isFloat := v.(float64)
	i, isInt := v.(int64)
	switch {
	case isInt:
		f = float64(i)
	case !isFloat:
		n.wrong(p, key, withoutQuotes(v), "a number", v)
		return 0, false
	case math.IsNaN(f) || math.IsInf(f, 0):
		n.list.Errorf(p.value, diag.BadValue, "write a number, or leave the key out", "%s of %s cannot be %v", key, n.name, strings.ToLower(fmt.Sprint(f)))
		return 0, false
	}
	return f, true
}

// numbers is a list of numbers; "" and nan stand for a missing one.
func (n *node) numbers(key string) []Number64 {
	v, p, ok := n.has(key)
	if !ok {
		return nil
	}
	var out []Number64
	n.each(v, p, key, "a list of numbers", func(v any, p *place) { out = append(out, n.amount(v, p, key)) })
	return out
}

func (n *node) amount(v any, p *place, key string) Number64 {
	out := Number64{Val: Val[float64]{Pos: p.value, Set: true}}
	switch v := v.(type) {
	case int64:
		out.V = float64(v)
	case float64:
		out.V = v
		out.Missing = math.IsNaN(v)
		if math.IsInf(v, 0) {
			n.list.Errorf(p.value, diag.BadValue, `write a number, or "" for one that is missing`, "%s of %s holds an infinite number", key, n.name)
			out.Missing = true
		}
	case string:
		out.Missing = true
		if v != "" {
			n.list.Errorf(p.value, diag.WrongType, `write a number, or "" for one that is missing`, "%s of %s holds the text %q where a number belongs", key, n.name, v)
		}
	default:
		out.Missing = true
		n.wrong(p, key, "", "a list of numbers", v)
	}
	if out.Missing {
		out.V, out.Set = 0, false
	}
	return out
}

// span is a number, which allows for the rounding of shares, or a list of the least and the most.
func (n *node) span(key string) Val[Span] {
	v, p, ok := n.has(key)
	if !ok {
		return Val[Span]{Pos: n.pos()}
	}
	const rounding = 1
	items, list := elements(v)
	if !list {
		sum, ok := n.finite(v, p, key)
		return Val[Span]{V: Span{sum - rounding, sum + rounding}, Pos: p.value, Set: ok}
	}
	var ends []float64
	for i, item := range items {
		end, ok := n.finite(item, p.item(i), key)
		if !ok {
			return Val[Span]{Pos: p.value}
		}
		ends = append(ends, end)
	}
	if len(ends) != 2 || ends[0] > ends[1] {
		n.list.Errorf(p.value, diag.BadValue, "write one number, or [least, most]", "%s of %s has to be a number or two in order", key, n.name)
		return Val[Span]{Pos: p.value}
	}
	return Val[Span]{V: Span{ends[0], ends[1]}, Pos: p.value, Set: true}
}

func (n *node) date(key string) Val[time.Time] {
	v, p, ok := n.has(key)
	if !ok {
		return Val[time.Time]{Pos: n.pos()}
	}
	t, ok := v.(time.Time)
	if !ok {
		n.list.Errorf(p.value, diag.WrongType, "write it as 2025-11-03, without quotes", "%s of %s must be a date, not %s", key, n.name, kind(v))
		return Val[time.Time]{Pos: p.value}
	}
	if t.Year() == 0 { // a time of day comes without a date
		n.list.Errorf(p.value, diag.WrongType, "write it as 2025-11-03, without quotes", "%s of %s must be a date, not a time of day", key, n.name)
		return Val[time.Time]{Pos: p.value}
	}
	return Val[time.Time]{V: time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC), Pos: p.value, Set: true}
}

// withoutQuotes is the hint for a number that was written as text.
func withoutQuotes(v any) string {
	if _, text := v.(string); text {
		return "write it without quotes"
	}
	return ""
}
