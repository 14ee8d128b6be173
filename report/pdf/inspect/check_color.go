package inspect

import "lysark/report/pdf/cos"

// intents are the output intents of PDF/A.
func (f *file) intents() []cos.Dict {
	var out []cos.Dict
	f.eachKid(f.root["OutputIntents"], func(o cos.Object) {
		if d := f.pdf.Dict(o); f.pdf.Name(d["S"]) == "GTS_PDFA1" {
			out = append(out, d)
		}
	})
	return out
}

// profileOf is the profile of an output intent.
func (f *file) profileOf(d cos.Dict) (profile, bool) {
	s := f.pdf.Stream(d["DestOutputProfile"])
	if s == nil {
		return profile{}, false
	}
	data, _ := f.pdf.Decode(s)
	return readProfile(data), true
}

func wrongProfile(c *checker) {
	for _, d := range c.intents() {
		at := place{where: object(number(d["DestOutputProfile"]))}
		p, ok := c.profileOf(d)
		switch {
		case !ok && c.has(d, "DestOutputProfileRef"):
			c.report(at, "the output intent's profile is in another file")
		case !ok:
			c.report(at, "the output intent has no profile")
		default:
			if wrong := p.wrong([]string{"mntr", "prtr"}); wrong != "" {
				c.report(at, "%s", wrong)
			} else if n, _ := c.pdf.Int(c.pdf.Dict(d["DestOutputProfile"])["N"]); n != p.channels() {
				c.report(at, "/N is %d, but colours of the profile have %d numbers", n, p.channels())
			}
		}
	}
}

func severalProfiles(c *checker) {
	first := 0
	c.eachKid(c.root["OutputIntents"], func(o cos.Object) {
		num := number(c.pdf.Dict(o)["DestOutputProfile"])
		switch {
		case first == 0:
			first = num
		case num != 0 && num != first:
			c.report(place{where: object(num)}, "an output intent has another profile than the first")
		}
	})
}

// deviceWithout is the check that a device colour space is used with an output intent of its kind; of any when space
// is empty.
func deviceWithout(k fact, name, space string) func(*checker) {
	return func(c *checker) {
		for _, d := range c.intents() {
			if p, ok := c.profileOf(d); ok && (space == "" || p.space == space || p.channels() == 0) {
				return // that a profile is wrong is another rule
			}
		}
		seen(k, name+" is used, and no output intent tells what its colours are")(c)
	}
}

func unsaidBlending(c *checker) {
	if len(c.intents()) > 0 || c.seen[transparency] == nil {
		return
	}
	for _, at := range c.seen[transparency].first {
		if at.page > 0 && !c.pages[at.page-1].colors {
			c.report(at.place, "the page has transparency, and does not say in what colours it is blended")
		}
	}
}
