package config

import (
	"lysark/config/diag"
	"strings"
)

// chart reads one [[slide.chart]].
func chart(n *node) Chart {
	c := Chart{
		Pos: n.pos(), Title: n.str("title"), Alt: n.str("alt"),
		Type: n.one("type"),
		Data: n.str("data"), Question: n.str("question"), Range: n.str("range"),
		Labels: n.strs("labels"), Values: n.numbers("values"), Answers: n.strs("answers"), Rename: n.pairs("rename"),
		Base: n.one("base"), Sort: n.one("sort"),
		Decimals: n.integer("decimals"), Unit: n.one("unit"), Sum100: n.boolean("sum100"),
		Center: n.str("center"), CenterNote: n.str("center_note"),
		Stack: n.one("stack"), Orientation: n.one("orientation"),
		Totals: n.boolean("totals"), Diverging: n.boolean("diverging"), Axis: n.boolean("axis"),
		Top: n.integer("top"), TopName: n.str("top_name"), BottomName: n.str("bottom_name"), Apart: n.str("apart"),
		Min: n.number("min"), Max: n.number("max"), Step: n.number("step"), Highlight: n.strs("highlight"),
	}
	if _, there := n.table["type"]; !there {
		types := n.shape.at("type").choices()
		last := len(types) - 1
		n.missing("type", n.pos(), "add type: "+strings.Join(types[:last], ", ")+" or "+types[last], "the chart has no type")
	}
	c.Questions, c.Levels, c.Series = chartQuestions(n), levels(n), series(n)
	for _, p := range n.pairs("colors") {
		c.Colors = append(c.Colors, ColorPair{Key: p.Key, Color: p.Value})
	}
	n.done()
	return c
}

// chartQuestions are names, or tables of a name and the label it is shown by.
func chartQuestions(n *node) []Item {
	v, p, ok := n.has("questions")
	if !ok {
		return nil
	}
	var out []Item
	n.each(v, p, "questions", "a list of questions", func(v any, p *place) {
		t, table := v.(map[string]any)
		if !table {
			q := n.text(v, p, "questions")
			out = append(out, Item{Pos: p.value, Question: q, Label: Str{Pos: p.value}})
			return
		}
		inner := n.child(n.inner("questions"), p, t, n.shape.at("questions").each)
		out = append(out, Item{Pos: p.value, Question: inner.must("question"), Label: inner.str("label")})
		inner.done()
	})
	return out
}

// levels are a table from answer to name, or a list of answers that are their own names.
func levels(n *node) []Pair {
	v, p, ok := n.has("levels")
	if !ok {
		return nil
	}
	if _, table := v.(map[string]any); table {
		return n.pairs("levels")
	}
	var out []Pair
	n.each(v, p, "levels", "a list of answers, or a table from answer to name", func(v any, p *place) {
		s := n.text(v, p, "levels")
		out = append(out, Pair{Key: s, Value: s})
	})
	return out
}

func series(n *node) []Series {
	var out []Series
	for _, s := range n.subs("series") {
		one := Series{Pos: s.pos(), Name: s.must("name"), Values: s.numbers("values"), Data: s.str("data"), Question: s.str("question")}
		_, values := s.table["values"]
		_, question := s.table["question"]
		switch {
		case values && question:
			n.list.Errorf(one.Pos, diag.BadValue, "keep one of them", "the series %q has both values and a question", one.Name.V)
		case !values && !question:
			s.missing("values", one.Pos, "add values = [ … ], or a question", "the series %q has no figures", one.Name.V)
		}
		s.done()
		out = append(out, one)
	}
	return out
}
