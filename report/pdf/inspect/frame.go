package inspect

import (
	"fmt"
	"slices"
	"strings"

	"lysark/report/pdf/cos"
)

// frame is what tells how a page is shown beside its size: turned, cropped, from another corner, in other units.
func (f *file) frame(p *page) string {
	var parts []string
	if turn := f.turn(p); turn != 0 {
		parts = append(parts, fmt.Sprintf("turned by %d degrees", turn))
	}
	if crop := f.numbers(f.inherits(p, "CropBox")); len(crop) >= 4 && !slices.Equal(crop, p.box) {
		parts = append(parts,
			fmt.Sprintf("cropped to %.6g x %.6g pt at %.6g, %.6g", abs(crop[2]-crop[0]), abs(crop[3]-crop[1]),
				min(crop[0], crop[2]), min(crop[1], crop[3])))
	}
	if len(p.box) >= 4 && (min(p.box[0], p.box[2]) != 0 || min(p.box[1], p.box[3]) != 0) {
		parts = append(parts, fmt.Sprintf("from %.6g, %.6g", min(p.box[0], p.box[2]), min(p.box[1], p.box[3])))
	}
	if unit, ok := f.pdf.Number(p.dict["UserUnit"]); ok && unit != 1 {
		parts = append(parts, fmt.Sprintf("in units of %.6g pt", unit))
	}
	return strings.Join(parts, ", ")
}

// shownLayers tells how many layers there are, and which of them are hidden until a reader is told otherwise
// (8.11.4.3).
func (f *file) shownLayers() string {
	properties := f.pdf.Dict(f.root["OCProperties"])
	shown := f.pdf.Dict(properties["D"])
	listed := func(o cos.Object) map[int]bool {
		out := map[int]bool{}
		f.eachKid(o, func(o cos.Object) { out[number(o)] = true })
		return out
	}
	on, off, count := listed(shown["ON"]), listed(shown["OFF"]), 0
	var hidden []string
	f.eachKid(properties["OCGs"], func(o cos.Object) {
		count++
		if num := number(o); off[num] || f.pdf.Name(shown["BaseState"]) == "OFF" && !on[num] {
			hidden = append(hidden, f.keep(f.string(f.pdf.Dict(o)["Name"])))
		}
	})
	switch {
	case count == 0:
		return ""
	case len(hidden) == 0:
		return fmt.Sprint(count)
	}
	return fmt.Sprintf("%d, hidden: %s", count, strings.Join(hidden, ", "))
}

// turn is by how many degrees a page is turned, 0 to 270.
func (f *file) turn(p *page) int {
	turn, _ := f.pdf.Int(f.inherits(p, "Rotate"))
	return (turn%360 + 360) % 360
}

// inherits is a page's own value, or that of the nearest node above it that has one (7.7.3.4).
func (f *file) inherits(p *page, key cos.Name) cos.Object {
	d := p.dict
	for range deepTree {
		if d == nil || !f.spend(1) {
			break
		}
		if f.has(d, key) {
			return d[key]
		}
		d = f.pdf.Dict(d["Parent"])
	}
	return nil
}
