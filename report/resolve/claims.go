package resolve

import (
	"fmt"
	"strings"

	"lysark/config"
	"lysark/config/diag"
	"lysark/report"
	"lysark/report/template"
)

// claims holds the layout's claims against the answers. One that does not hold is an error.
func (r *resolver) claims() {
	for _, f := range r.file.Figures {
		for _, e := range f.Expect {
			r.claim(report.Claim{Figure: f.Name.V}, e)
		}
	}
	for i, s := range r.file.Slides {
		for _, e := range s.Expect {
			r.claim(report.Claim{Slide: i + 1, ID: s.ID.V}, e)
		}
	}
}

func (r *resolver) claim(c report.Claim, e config.Str) {
	if !e.Set {
		return
	}
	if strings.HasPrefix(strings.TrimSpace(e.V), "{") {
		r.list.Errorf(e.Pos, diag.Syntax, "take the braces off",
			"a claim is an expression as a whole, and stands without braces")
		return
	}
	holds, result, list := r.language.Claim(template.Text{S: e.V, Place: places(e)})
	r.list.Add(list.OnSlide(c.Slide))
	if list.HasErrors() || result.Value == nil {
		return
	}
	c.Text, c.Holds, c.Pos, c.Numbers = e.V, holds, e.Pos, r.numbers(result.Figures)
	r.deck.Claims = append(r.deck.Claims, c)
	if !holds {
		var told diag.List
		told.Errorf(e.Pos, diag.Expect, "change the text and the claim, or build with --allow "+c.Allowance(),
			"the claim %q no longer holds: %s", e.V, c.Numbers)
		r.list.Add(told.OnSlide(c.Slide))
	}
}

// numbers tells figures and what they rest on, for messages.
func (r *resolver) numbers(figures []template.Figure) string {
	var out []string
	for _, f := range figures {
		f.Decimals = max(f.Decimals, 1)
		if f.Unit == template.Number && f.Value == float64(int(f.Value)) {
			f.Decimals = 0
		}
		text, err := r.language.Print(f)
		if err != nil {
			continue // told elsewhere
		}
		out = append(out, strings.TrimSpace(r.nameOf(f)+" is "+text+restsOn(f)))
	}
	if len(out) == 0 {
		return "it is false whatever the answers are"
	}
	return strings.Join(out, ", ")
}

// nameOf is what a figure is called: its name in the layout, or its question and answers.
func (r *resolver) nameOf(f template.Figure) string {
	for _, named := range r.file.Figures {
		if v, ok := r.language.Value(named.Name.V).(template.Figure); ok && v.Same(f) {
			return named.Name.V
		}
	}
	if len(f.Sources) == 0 {
		return "the number"
	}
	s := f.Sources[0]
	name := s.Question
	if s.Data != r.file.Data[0].Name.V {
		name = strings.TrimSuffix(s.Data+"."+name, ".")
	}
	switch {
	case s.Question == "":
		return s.Data
	case len(s.Answers) > 0:
		return fmt.Sprintf("%q of %s", strings.Join(s.Answers, `" or "`), name)
	}
	return name
}

// restsOn is the count and base of a figure that is one share.
func restsOn(f template.Figure) string {
	s, simple := f.Share()
	if !simple || f.Hidden {
		return ""
	}
	if s.Weighted {
		return fmt.Sprintf(" (weighted, %d of %d)", s.Count, s.Base)
	}
	return fmt.Sprintf(" (%d of %d)", s.Count, s.Base)
}
