package inspect

import (
	"lysark/report/pdf/cos"
)

// checkImage notes what PDF/A forbids in an image dictionary.
func (f *file) checkImage(w *walker, num int, d cos.Dict) {
	at := w.here(object(num))
	if f.has(d, "Alternates") {
		f.see(imageAlternates, at, "")
	}
	if f.has(d, "OPI") {
		f.see(imageOPI, at, "")
	}
	if on, _ := f.pdf.Bool(d["Interpolate"]); on {
		f.see(imageInterpolate, at, "")
	}
	if f.has(d, "Intent") {
		f.intent(at, d["Intent"])
	}
}

// inlineImage checks an image that stands in the content, whose keys may be short.
func (f *file) inlineImage(w *walker, d cos.Dict) {
	if on, _ := f.pdf.Bool(either(d, "I", "Interpolate")); on {
		f.see(inlineInterpolate, w.here(""), "")
	}
	f.eachKid(either(d, "F", "Filter"), func(o cos.Object) {
		if name := f.pdf.Name(o); name == "LZW" || name == "LZWDecode" || name == "Crypt" {
			f.see(inlineFilter, w.here(""), f.word(name))
		}
	})
	if mask, _ := f.pdf.Bool(either(d, "IM", "ImageMask")); mask {
		f.device(w, w.state.fill)
		return
	}
	w.space(either(d, "CS", "ColorSpace"))
}

func either(d cos.Dict, short, long cos.Name) cos.Object {
	if o := d[short]; o != nil {
		return o
	}
	return d[long]
}

// checkForm notes what PDF/UA and PDF/A forbid in a form dictionary.
func (f *file) checkForm(w *walker, num int, d cos.Dict) {
	at := w.here(object(num))
	if f.has(d, "OPI") {
		f.see(formOPI, at, "")
	}
	if f.has(d, "Ref") {
		f.see(referenceForm, at, "")
	}
	if f.has(d, "PS") || f.pdf.Name(d["Subtype2"]) == "PS" {
		f.see(postScript, at, "")
	}
	if !f.has(d, "Resources") {
		f.see(inheritedResources, at, "")
	}
	if f.pdf.Name(f.pdf.Dict(d["Group"])["S"]) == "Transparency" && !f.has(f.pdf.Dict(d["Group"]), "CS") {
		f.see(transparency, at, "")
	}
}

// checkProfile holds the profile of a colour space against its dictionary.
func (f *file) checkProfile(w *walker, o cos.Object) {
	s := f.pdf.Stream(o)
	if s == nil || f.profiles[number(o)] {
		return
	}
	f.profiles[number(o)] = true
	at := w.here(object(number(o)))
	data, _ := f.pdf.Decode(s)
	p := readProfile(data)
	if wrong := p.wrong([]string{"mntr", "prtr", "scnr", "spac"}); wrong != "" {
		f.see(profileOfSpace, at, wrong)
		return
	}
	if n, _ := f.pdf.Int(s.Dict["N"]); n != p.channels() {
		f.see(numberOfComponents, at, "")
	}
}
