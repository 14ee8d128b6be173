package main

import (
	"strconv"
	"strings"

	"lysark/config/diag"
	"lysark/report/scene"
)

// choose keeps the pages that --slides names, and the diagnostics that are about them or about no slide.
func choose(spec string, pages []scene.Page, list diag.List) ([]scene.Page, diag.List, error) {
	if spec == "" {
		return pages, list, nil
	}
	wanted, err := parseSlides(spec, len(pages))
	if err != nil {
		return nil, nil, err
	}
	var kept []scene.Page
	for _, p := range pages {
		if wanted[p.Number] {
			kept = append(kept, p)
		}
	}
	var about diag.List
	for _, d := range list {
		if d.Slide == 0 || wanted[d.Slide] {
			about = append(about, d)
		}
	}
	return kept, about, nil
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
