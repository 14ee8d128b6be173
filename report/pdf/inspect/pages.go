package inspect

import (
	"strconv"
	"strings"

	"lysark/report/pdf/cos"
)

// page is one page, with what it inherits.
type page struct {
	number    int
	object    int
	dict      cos.Dict
	resources cos.Dict
	box       []float64
	annots    []*annotation
	untagged  strings.Builder // text that is neither tagged nor an artifact
	artifacts []string
	images    int
	painted   string
	trail     trail
	colors    bool // whether it has a transparency group with a colour space of its own
}

// inherited is what a page takes from the nodes above it.
type inherited struct {
	resources cos.Object
	box       cos.Object
}

// readPages walks the page tree. A node counts once, wherever it is named.
func (f *file) readPages() {
	f.pageNum = map[int]int{}
	visited := map[int]bool{}
	var walk func(o cos.Object, in inherited, depth int)
	walk = func(o cos.Object, in inherited, depth int) {
		num := number(o)
		if num != 0 && visited[num] {
			f.see(damaged, place{where: object(num)}, "the page tree names a page or a branch twice")
			return
		}
		visited[num] = true
		d := f.pdf.Dict(o)
		if d == nil {
			return
		}
		if len(f.pages) >= mostPages || depth > deepTree {
			f.cut("pages")
			return
		}
		if f.has(d, "Resources") {
			in.resources = d["Resources"]
		}
		if f.has(d, "MediaBox") {
			in.box = d["MediaBox"]
		}
		if kids := f.pdf.Array(d["Kids"]); kids != nil && f.pdf.Name(d["Type"]) != "Page" {
			for _, kid := range kids {
				if f.spend(1) {
					walk(kid, in, depth+1)
				}
			}
			return
		}
		f.addPage(d, num, in)
	}
	walk(f.root["Pages"], inherited{}, 0)
}

func (f *file) addPage(d cos.Dict, num int, in inherited) {
	p := &page{number: len(f.pages) + 1, object: num, dict: d, resources: f.pdf.Dict(in.resources),
		box: f.numbers(in.box)}
	p.colors = f.has(f.pdf.Dict(d["Group"]), "CS")
	f.pages = append(f.pages, p)
	if num != 0 {
		f.pageNum[num] = p.number
	}
}

// size is a page's width and height, turned as it is shown.
func (f *file) size(p *page) (width, height float64) {
	if len(p.box) < 4 {
		return 0, 0
	}
	width, height = abs(p.box[2]-p.box[0]), abs(p.box[3]-p.box[1])
	if f.turn(p)%180 != 0 {
		width, height = height, width
	}
	return width, height
}

func abs(x float64) float64 { return max(x, -x) }

// labels are what a reader shows as the pages' numbers (ISO 32000-1, 12.4.2).
func (f *file) labels() []string {
	out := make([]string, len(f.pages))
	for i := range out {
		out[i] = strconv.Itoa(i + 1)
	}
	ranges := f.numberTree(f.root["PageLabels"])
	var current cos.Dict
	start := 0
	for i := range out {
		if d := f.pdf.Dict(ranges[i]); d != nil {
			current, start = d, i
		}
		if current != nil {
			out[i] = f.label(current, i-start)
		}
	}
	return out
}

func (f *file) label(d cos.Dict, nth int) string {
	first, ok := f.pdf.Int(d["St"])
	if !ok || first < 1 || first > 1<<20 {
		first = 1
	}
	n := first + nth
	prefix := f.string(d["P"])
	if len(prefix) > 100 {
		prefix = prefix[:100]
	}
	switch f.pdf.Name(d["S"]) {
	case "D":
		return prefix + strconv.Itoa(n)
	case "R":
		return prefix + roman(n)
	case "r":
		return prefix + strings.ToLower(roman(n))
	case "A":
		return prefix + letters(n)
	case "a":
		return prefix + strings.ToLower(letters(n))
	}
	return prefix
}

func roman(n int) string {
	if n > 5000 {
		return strconv.Itoa(n)
	}
	values := []int{1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1}
	signs := []string{"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"}
	var b strings.Builder
	for i, v := range values {
		for n >= v {
			b.WriteString(signs[i])
			n -= v
		}
	}
	return b.String()
}

// letters counts A to Z, then AA to ZZ, and so on: the same letter each time.
func letters(n int) string {
	if n > 26*100 {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(rune('A'+(n-1)%26)), (n-1)/26+1)
}
