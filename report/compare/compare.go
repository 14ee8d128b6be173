// Package compare holds two decks against each other: this year's against last year's. It takes what the stages up to
// resolve.Deck made of both and returns a Report, which is written as text, Markdown, JSON or HTML.
//
// Its parts: the shares that changed by more than chance; the figures that moved; the answers and columns that came or
// went; the claims that no longer hold; the numbers that are typed; the figures that only one of the two has; what else
// is wrong with either. Neither deck has to be free of errors: what cannot be worked out is told as such.
//
// It also lists the figures of one deck. A figure that is not shown in the deck is not told here either, nor a change
// against it.
package compare

import (
	"slices"

	"lysark/config"
	"lysark/config/diag"
	"lysark/report"
	"lysark/report/survey"
)

// Side is one of the two: a layout with its answers, and what was made of it.
type Side struct {
	File     *config.File
	Answers  map[string]*survey.Table
	Deck     *report.Deck
	Problems diag.List // what resolving reported
}

// Report is what differs.
type Report struct {
	Old      Summary   `json:"old"`
	New      Summary   `json:"new"`
	Moved    []Move    `json:"moved"`
	Unmoved  int       `json:"unmoved"`       // figures that are printed alike in both
	Tested   int       `json:"tested"`        // different shares that could be tested for chance, those that did not move included
	Larger   int       `json:"beyond_chance"` // of them, how many changed by more than chance
	Data     []Data    `json:"data"`
	Claims   []Claim   `json:"claims"`
	Typed    []Typed   `json:"typed"`
	Only     []Only    `json:"only_in_one"`
	Unshown  int       `json:"hidden_in_both"`
	HalfGone int       `json:"hidden_in_one"` // hidden in one deck and not in the other at all
	Problems []Problem `json:"problems"`
	lang     string    // of the decks' own texts
}

// Summary is what a side is made of.
type Summary struct {
	Layout string    `json:"layout"`
	Title  string    `json:"title"`
	Slides int       `json:"slides"`
	Data   []DataSet `json:"data"`
}

// DataSet is a file of answers.
type DataSet struct {
	Name        string `json:"name"`
	File        string `json:"file"`
	Respondents int    `json:"respondents"`
	Population  int    `json:"population,omitempty"`
}

// Compare tells what differs between the old deck and the new one.
func Compare(old, new Side) Report {
	newNames, oldNames := renamings(old, new)
	slides := pairSlides(old, new, newNames)
	out := Report{Old: summary(old), New: summary(new), lang: new.Deck.Locale.Tag}
	out.figures(old, new, slides, newNames, oldNames)
	out.Data = data(old, new, oldNames)
	out.Claims = claims(old, new, slides)
	out.Typed = typed(old, new, slides)
	out.Problems = problems(old, new)
	return out
}

func summary(s Side) Summary {
	out := Summary{Layout: s.File.Name, Title: s.Deck.Title.S, Slides: len(s.Deck.Slides), Data: []DataSet{}}
	for _, d := range s.File.Data {
		if table := s.Answers[d.Name.V]; table != nil {
			out.Data = append(out.Data, DataSet{d.Name.V, table.File, table.Len(), d.Population.V})
		}
	}
	return out
}

// Problem is a mistake that one of the two has, or both.
type Problem struct {
	Side string `json:"side"` // "old", "new" or "both"
	diag.Diagnostic
}

// problems are what is wrong with either and not told in a part of its own.
func problems(old, new Side) []Problem {
	before, after := elsewhere(old), elsewhere(new)
	out := []Problem{}
	for _, d := range after {
		side := "new"
		if slices.Contains(before, d) {
			side = "both"
		}
		out = append(out, Problem{side, d})
	}
	for _, d := range before {
		if !slices.Contains(after, d) {
			out = append(out, Problem{"old", d})
		}
	}
	return out
}

// elsewhere is the list without the claims and typed numbers, which have a part of their own.
func elsewhere(s Side) diag.List {
	return slices.DeleteFunc(s.Problems.Sorted(), func(d diag.Diagnostic) bool { return d.Rule.AboutSentences() })
}
