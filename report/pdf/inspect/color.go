package inspect

import (
	"maps"
	"slices"
	"strings"

	"lysark/report/pdf/cos"
)

// sortedKeys are a dictionary's keys in their order.
func sortedKeys(d cos.Dict) []cos.Name { return slices.Sorted(maps.Keys(d)) }

// color plays what chooses a colour.
func (w *walker) color(op cos.Op) {
	stroke := op.Name == strings.ToUpper(op.Name)
	target := &w.state.fill
	if stroke {
		target = &w.state.stroke
	}
	switch strings.ToLower(op.Name) {
	case "g":
		*target = "DeviceGray"
	case "rg":
		*target = "DeviceRGB"
	case "k":
		*target = "DeviceCMYK"
	case "cs":
		name, _ := operand(op, 0).(cos.Name)
		*target = w.namedSpace(name)
	case "scn":
		if len(op.Args) > 0 {
			if _, ok := op.Args[len(op.Args)-1].(cos.Name); ok {
				w.pattern(w.resource("Pattern", op))
			}
		}
	}
}

// unnamed are an operator's operands with what is named in the resources in place of its name.
func (w *walker) unnamed(op cos.Op) []cos.Object {
	n := len(op.Args)
	if n == 0 {
		return nil
	}
	name, ok := op.Args[n-1].(cos.Name)
	if !ok {
		return op.Args
	}
	kind := cos.Name("Pattern")
	if op.Name == "cs" || op.Name == "CS" {
		kind = "ColorSpace"
	}
	if named := w.f.pdf.Dict(w.resources[kind])[name]; named != nil {
		return append(op.Args[:n-1:n-1], cos.String(w.f.fingerprint(named)))
	}
	return op.Args
}

// namedSpace is the device colour space that a name in the content comes down to; empty for others.
func (w *walker) namedSpace(name cos.Name) string {
	switch name {
	case "DeviceGray", "DeviceRGB", "DeviceCMYK":
		return string(name)
	case "Pattern":
		return ""
	}
	return w.space(w.f.pdf.Dict(w.resources["ColorSpace"])[name])
}

// space checks a colour space and tells the device colour space it rests on, which it notes as used.
func (w *walker) space(o cos.Object) string {
	device := w.f.baseSpace(w, o, 0)
	w.f.device(w, device)
	return device
}

func (f *file) baseSpace(w *walker, o cos.Object, depth int) string {
	if depth > 8 {
		return ""
	}
	o = f.pdf.Resolve(o)
	if name, ok := o.(cos.Name); ok {
		switch name {
		case "DeviceGray", "G":
			return "DeviceGray"
		case "DeviceRGB", "RGB":
			return "DeviceRGB"
		case "DeviceCMYK", "CMYK":
			return "DeviceCMYK"
		}
		if named := f.pdf.Dict(w.resources["ColorSpace"])[name]; named != nil && f.pdf.Resolve(named) != o {
			return f.baseSpace(w, named, depth+1)
		}
		return ""
	}
	list, _ := o.(cos.Array)
	if len(list) < 2 {
		if len(list) == 1 {
			return f.baseSpace(w, list[0], depth+1)
		}
		return ""
	}
	switch f.pdf.Name(list[0]) {
	case "Indexed", "I", "Pattern":
		return f.baseSpace(w, list[1], depth+1)
	case "Separation", "DeviceN":
		if n := len(f.pdf.Array(list[1])); n > 32 {
			f.see(deviceNColorants, w.here(""), "")
		}
		if len(list) > 2 {
			return f.baseSpace(w, list[2], depth+1)
		}
	case "ICCBased":
		f.checkProfile(w, list[1])
	}
	return ""
}

// device notes a device colour space in use, unless the page says what it stands for.
func (f *file) device(w *walker, space string) {
	defaults := f.pdf.Dict(w.resources["ColorSpace"])
	switch {
	case space == "DeviceGray" && !f.has(defaults, "DefaultGray"):
		f.see(deviceGray, w.here(""), "")
	case space == "DeviceRGB" && !f.has(defaults, "DefaultRGB"):
		f.see(deviceRGB, w.here(""), "")
	case space == "DeviceCMYK" && !f.has(defaults, "DefaultCMYK"):
		f.see(deviceCMYK, w.here(""), "")
	}
}

// pattern plays a tiling pattern or checks a shading pattern.
func (w *walker) pattern(o cos.Object) {
	f := w.f
	d := f.pdf.Dict(o)
	if kind, _ := f.pdf.Int(d["PatternType"]); kind == 2 {
		w.space(f.pdf.Dict(d["Shading"])["ColorSpace"])
		return
	}
	if s := f.pdf.Stream(o); s != nil {
		w.apart(number(o), s)
	}
}

// apart plays content whose place in the structure is no question: a pattern's cell or an annotation's appearance. Each
// is played once.
func (w *walker) apart(num int, s *cos.Stream) {
	f := w.f
	if num == 0 || f.forms[num] != nil || len(w.forms) >= deepForms {
		return
	}
	data, _ := f.pdf.Decode(s)
	f.forms[num] = &form{page: w.page.number, data: data}
	before := w.outside
	w.outside = true
	w.inside(num, s.Dict, data)
	w.outside = before
}

// extended checks a graphics state dictionary and takes the font it sets.
func (w *walker) extended(o cos.Object) {
	f, d := w.f, w.f.pdf.Dict(o)
	w.digest("gs", []cos.Object{cos.String(f.fingerprint(d))})
	at := w.here(object(number(o)))
	if list := f.pdf.Array(d["Font"]); len(list) == 2 {
		w.state.font = f.font(list[0], w.page.number)
	}
	if f.has(d, "TR") {
		f.see(transferFunction, at, "")
	}
	if f.has(d, "TR2") && f.pdf.Name(d["TR2"]) != "Default" {
		f.see(transferFunction2, at, "")
	}
	if f.has(d, "HTP") {
		f.see(halftonePhase, at, "")
	}
	if h := f.pdf.Dict(d["HT"]); h != nil {
		if kind, _ := f.pdf.Int(h["HalftoneType"]); kind != 1 && kind != 5 || f.has(h, "HalftoneName") {
			f.see(halftone, at, "")
		}
	}
	if f.has(d, "RI") {
		f.intent(at, d["RI"])
	}
	f.blend(at, d)
}

// blend checks the blend mode and notes transparency.
func (f *file) blend(at place, d cos.Dict) {
	modes := []cos.Name{"Normal", "Compatible", "Multiply", "Screen", "Overlay", "Darken", "Lighten", "ColorDodge", "ColorBurn", "HardLight", "SoftLight", "Difference", "Exclusion", "Hue", "Saturation", "Color", "Luminosity"}
	used := false
	f.eachKid(d["BM"], func(o cos.Object) {
		mode := f.pdf.Name(o)
		if !slices.Contains(modes, mode) {
			f.see(wrongBlendMode, at, f.word(o))
		}
		used = used || mode != "Normal" && mode != "Compatible"
	})
	for _, key := range []cos.Name{"ca", "CA"} {
		if alpha, ok := f.pdf.Number(d[key]); ok && alpha < 1 {
			used = true
		}
	}
	if used || f.pdf.Dict(d["SMask"]) != nil {
		f.see(transparency, at, "")
	}
}

// intent checks a rendering intent (ISO 19005-2, 6.2.6).
func (f *file) intent(at place, o cos.Object) {
	if name := f.word(o); !slices.Contains([]string{"RelativeColorimetric", "AbsoluteColorimetric", "Perceptual", "Saturation"}, name) {
		f.see(wrongIntent, at, name)
	}
}
