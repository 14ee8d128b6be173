package main

import (
	"strconv"
	"strings"

	"lysark/config/diag"
	"lysark/report"
	"lysark/report/scene"
)

// choice is the slides that --slides leaves out, by number.
type choice map[int]bool

// chosen marks the slides that --slides leaves out, so that no data page tells of them.
func chosen(spec string, deck *report.Deck) (choice, error) {
	out := choice{}
	if spec == "" {
		return out, nil
	}
	wanted, err := parseSlides(spec, len(deck.Slides))
	if err != nil {
		return nil, err
	}
	for i := range deck.Slides {
		s := &deck.Slides[i]
		s.Out = !wanted[s.Number]
		out[s.Number] = s.Out
	}
	return out, nil
}

// pages are those that are kept, data pages among them.
func (out choice) pages(pages []scene.Page) []scene.Page {
	var kept []scene.Page
	for _, p := range pages {
		if !out[p.Number] {
			kept = append(kept, p)
		}
	}
	return kept
}

// about are the diagnostics of the slides that are kept, and of no slide.
func (out choice) about(list diag.List) diag.List {
	var kept diag.List
	for _, d := range list {
		if !out[d.Slide] {
			kept = append(kept, d)
		}
	}
	return kept
}

// slideCount is how many slides are kept.
func slideCount(deck *report.Deck) int {
	n := 0
	for _, s := range deck.Slides {
		if !s.Out {
			n++
		}
	}
	return n
}

// parseSlides reads "3,5-7" for a deck of n slides.
func parseSlides(spec string, n int) (map[int]bool, error) {
	wanted := map[int]bool{}
	for part := range strings.SplitSeq(spec, ",") {
		from, to, isRange := strings.Cut(strings.TrimSpace(part), "-")
		if !isRange {
			to = from
		}
		first, err1 := strconv.Atoi(strings.TrimSpace(from))
		last, err2 := strconv.Atoi(strings.TrimSpace(to))
		if err1 != nil || err2 != nil || first > last {
			return nil, usagef("--slides is %q; write numbers and ranges, such as 3,5-7", spec)
		}
		if first < 1 || last > n {
			return nil, usagef("--slides is %q, but the deck has slides 1 to %d", spec, n)
		}
		for i := first; i <= last; i++ {
			wanted[i] = true
		}
	}
	return wanted, nil
}
