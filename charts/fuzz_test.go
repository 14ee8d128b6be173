package charts

import (
	"encoding/binary"
	"math"
	"testing"

	"lysark/report/scene"
)

// FuzzDraw makes charts of any kind out of any numbers and names: Draw never panics, and what it draws without an
// error goes through the painter without one. The fuzzer itself tells of one that hangs.
func FuzzDraw(f *testing.F) {
	f.Add(uint8(0), uint8(3), uint8(1), "Ja|Nei|Vet ikke", []byte{0, 0, 0, 0, 0, 0, 0x49, 0x40})
	f.Add(uint8(5), uint8(4), uint8(5), "en lang påstand om hjemmekontor", []byte{1, 2, 3, 4, 5, 6, 7, 8, 9})
	f.Add(uint8(6), uint8(8), uint8(2), "2019|2020|\u00ad|😀", []byte{0xff, 0xf0, 0, 0, 0, 0, 0xf0, 0x7f})
	style := styleOf(houseFamily(f))
	p := painter(f)
	f.Fuzz(func(t *testing.T, kind, categories, series uint8, names string, numbers []byte) {
		c := chartOf(kind, categories%12, series%6, []rune(names), numbers)
		g, list := Draw(c, scene.Rect{W: 430, H: 350}, style)
		if !list.HasErrors() {
			if _, err := p.PNG(g, style.Page, 1); err != nil {
				t.Fatalf("drawn, but: %v", err)
			}
		}
	})
}

// chartOf takes names and numbers as they come.
func chartOf(kind, categories, series uint8, names []rune, numbers []byte) Chart {
	c := Chart{Kind: Kinds()[int(kind)%len(Kinds())], Percent: kind&8 != 0, Full: kind&32 != 0, Diverging: kind&64 != 0, Axis: kind&128 != 0, TopBox: 1, TopName: "Enig", BottomName: "Uenig"}
	name := func() string {
		n := min(len(names), 7)
		s := string(names[:n])
		names = append(names[n:], names[:n]...)
		return s
	}
	for range categories {
		c.Categories = append(c.Categories, name()+string(rune('a'+len(c.Categories))))
	}
	for range series {
		s := Series{Name: name() + string(rune('A'+len(c.Series)))}
		for range categories {
			v := Value{}
			if len(numbers) >= 8 {
				v.V = math.Float64frombits(binary.LittleEndian.Uint64(numbers))
				numbers = append(numbers[3:], numbers[:3]...)
			} else if len(numbers) > 0 {
				v.V = float64(numbers[0])
			}
			v.Missing = v.V == 7
			s.Values = append(s.Values, v)
		}
		c.Series = append(c.Series, s)
	}
	if kind&16 != 0 && categories > 0 && series > 0 {
		scaleTo100(c)
	}
	return c
}
