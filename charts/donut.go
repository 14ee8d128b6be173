package charts

import (
	"math"

	"lysark/config/diag"
	"lysark/fonts"
	"lysark/report/scene"
)

func drawDonut(p *plot) { p.round(holeShare) }

// center sets the figure in the hole and the words below it.
func (d *pie) center() {
	if d.inner == 0 || d.Center == "" {
		return
	}
	big := d.font(scene.Bold, math.Max(d.inner*0.52, d.MinSize))
	if w := big.width(d.Center); w > 1.6*d.inner {
		big = d.font(scene.Bold, big.size*1.6*d.inner/w)
	}
	small := d.font(scene.Regular, d.LabelSize)
	note := fonts.Balance(d.CenterNote, 1.45*d.inner, small.width, d.hyphenator())
	gap := small.size * 0.9
	high := big.cap()
	if len(note) > 0 {
		high += gap + small.cap() + small.lead()*float64(len(note)-1)
	}
	if high > 1.5*d.inner || big.size < d.MinSize {
		d.errorf(diag.Overflow, "shorten center or center_note",
			"%q and %q do not fit in the hole", d.Center, d.CenterNote)
		return
	}
	y := d.c.Y - high/2 + big.cap()
	d.add(big.atCenter(d.Center, d.c.X, y, d.Strong))
	y += gap + small.cap()
	for _, l := range note {
		d.add(small.atCenter(l.Text, d.c.X, y, d.Muted))
		y += small.lead()
	}
}
