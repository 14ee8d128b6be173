package inspect

import (
	"bytes"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"lysark/report/golden"
	"lysark/report/pdf/cos"
)

// What a file may cost, however hostile.
const (
	mostMemory    = 100 << 20 // at a time
	mostAllocated = 750 << 20 // in all
	mostTime      = 2 * time.Second
)

func TestHostileFilesAreReadWithinBounds(t *testing.T) {
	if racing {
		t.Skip("the race detector makes all ten times slower, and there is no race here")
	}
	for _, h := range hostile() {
		t.Run(h.name, func(t *testing.T) {
			data := h.make(t)
			golden.Within(t, mostTime, func() {
				golden.Allocating(t, mostAllocated, func() {
					if used := peak(func() { h.read(t, data) }); used > mostMemory {
						t.Errorf("%d kB took %d MB", len(data)/1000, used>>20)
					}
				})
			})
		})
	}
}

// read reads the file and prints what is in it.
func (h nasty) read(t *testing.T, data []byte) {
	d, err := Read(data)
	if err != nil {
		t.Fatal(err)
	}
	if got := broken(d); h.rule != "" && !strings.Contains(got, h.rule) {
		t.Errorf("broken are %q, want %q among them", got, h.rule)
	}
	var out bytes.Buffer
	if err := d.Text(&out, 80); err != nil {
		t.Error(err)
	}
}

// peak is the most memory that lived while something was done, sampled.
func peak(do func()) uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	before, most := m.HeapAlloc, m.HeapAlloc
	done := make(chan struct{})
	finished := make(chan struct{})
	go func() {
		defer close(finished)
		for {
			select {
			case <-done:
				return
			case <-time.After(5 * time.Millisecond):
				runtime.ReadMemStats(&m)
				most = max(most, m.HeapAlloc)
			}
		}
	}()
	do()
	close(done)
	<-finished
	return most - before
}

// nasty is a file made to hurt. rule is one it must be told to break, or empty.
type nasty struct {
	name, rule string
	make       func(testing.TB) []byte
}

func hostile() []nasty {
	return []nasty{
		{"a structure tree of sixty thousand levels", "unread", func(t testing.TB) []byte {
			return plain(t, func(p *pdf) {
				next := p.b.Reserve()
				p.catalog["StructTreeRoot"] = cos.Dict{"K": next}
				for range 60_000 {
					kid := p.b.Reserve()
					p.b.Set(next, cos.Dict{"S": cos.Name("P"), "K": kid})
					next = kid
				}
				p.b.Set(next, cos.Dict{"S": cos.Name("P")})
			})
		}},
		{"a hundred thousand elements in one", "unread", func(t testing.TB) []byte {
			return plain(t, func(p *pdf) {
				var kids cos.Array
				for i := range 100_000 {
					kids = append(kids, p.b.Add(cos.Dict{"S": cos.Name("P"), "Alt": cos.String(fmt.Sprint("a", i))}))
				}
				p.catalog["StructTreeRoot"] = cos.Dict{"K": kids}
			})
		}},
		{"elements in each other's place", "PDF 14.7.2", func(t testing.TB) []byte {
			return plain(t, func(p *pdf) {
				kids := cos.Array{}
				for range 3000 {
					kids = append(kids, p.b.Reserve())
				}
				shared := p.b.Add(kids)
				for _, k := range kids {
					p.b.Set(k.(cos.Ref), cos.Dict{"S": cos.Name("Sect"), "K": shared})
				}
				p.catalog["StructTreeRoot"] = cos.Dict{"K": shared, "ParentTree": shared}
			})
		}},
		{"a page tree in a circle, that claims a million pages", "PDF 7.5", func(t testing.TB) []byte {
			return plain(t, func(p *pdf) {
				p.pages["Count"] = 1_000_000
				p.pages["Kids"] = append(p.pages["Kids"].(cos.Array), p.catalog["Pages"])
			})
		}},
		{"twenty thousand pages of one content", "unread", func(t testing.TB) []byte {
			return plain(t, func(p *pdf) {
				content := p.b.Add(cos.Flate([]byte(strings.Repeat("0 0 1 1 re f\n", 1000))))
				kids := cos.Array{}
				for range 20_000 {
					kids = append(kids, p.b.Add(cos.Dict{"Type": cos.Name("Page"), "Contents": content}))
				}
				p.pages["Kids"] = kids
			})
		}},
		{"a parent tree and an outline in a circle", "", func(t testing.TB) []byte {
			return plain(t, func(p *pdf) {
				a, b := p.b.Reserve(), p.b.Reserve()
				p.b.Set(a, cos.Dict{"Kids": cos.Array{b, b}, "Next": b, "First": b, "Title": cos.String("a")})
				p.b.Set(b, cos.Dict{"Kids": cos.Array{a, a}, "Next": a, "First": a, "Title": cos.String("b")})
				p.catalog["Outlines"] = cos.Dict{"First": a}
				p.catalog["StructTreeRoot"] = cos.Dict{"ParentTree": a, "K": a}
				p.catalog["Names"] = cos.Dict{"EmbeddedFiles": a, "Dests": b}
				p.catalog["PageLabels"] = a
			})
		}},
		{"forms that paint each other ten times", "unread", func(t testing.TB) []byte {
			return plain(t, func(p *pdf) {
				var forms []cos.Ref
				for range 20 {
					forms = append(forms, p.b.Reserve())
				}
				for i, f := range forms {
					inner := forms[(i+1)%len(forms)]
					d := cos.Dict{"Subtype": cos.Name("Form"), "Resources": cos.Dict{"XObject": cos.Dict{"F": inner}}}
					p.b.Set(f, &cos.Stream{Dict: d, Data: []byte(strings.Repeat("/F Do ", 10))})
				}
				p.page["Resources"] = cos.Dict{"XObject": cos.Dict{"F": forms[0]}}
				p.content = "/F Do"
			})
		}},
		{"an image that is hashed a hundred thousand times", "", func(t testing.TB) []byte {
			return plain(t, func(p *pdf) {
				big := p.b.Add(&cos.Stream{Dict: cos.Dict{"Subtype": cos.Name("Image")}, Data: make([]byte, 4<<20)})
				p.page["Resources"] = cos.Dict{"XObject": cos.Dict{"I": big}, "Shading": cos.Dict{"S": cos.Dict{"F": big}}, "ExtGState": cos.Dict{"G": cos.Dict{"SMask": big}}}
				p.content = strings.Repeat("/I Do /S sh /G gs\n", 100_000)
			})
		}},
		{"a map of a thousand ranges over all characters", "", func(t testing.TB) []byte {
			return plain(t, func(p *pdf) {
				m := strings.Repeat("100 beginbfrange\n"+strings.Repeat("<0000> <FFFF> <0041>\n<0100> <01FF> <0041>\n", 50)+"endbfrange\n", 100)
				p.font(m)
			})
		}},
		{"a map of long texts", "", func(t testing.TB) []byte {
			return plain(t, func(p *pdf) {
				p.font("1 beginbfrange\n<0000> <00FF> <" + strings.Repeat("0041", 20000) + ">\nendbfrange\n")
				p.content += strings.Repeat("<00410042> Tj\n", 300_000)
			})
		}},
		{"a thousand fonts with maps", "", func(t testing.TB) []byte {
			return plain(t, func(p *pdf) {
				var ranges strings.Builder
				for i := range 256 {
					fmt.Fprintf(&ranges, "1 beginbfrange <%02X00> <%02XFF> <0041> endbfrange\n", i, i)
				}
				fonts := cos.Dict{}
				for i := range 1200 {
					m := p.b.Add(cos.Flate([]byte(ranges.String())))
					name := cos.Name(fmt.Sprint("F", i))
					fonts[name] = p.b.Add(cos.Dict{"Subtype": cos.Name("Type0"), "Encoding": cos.Name("Identity-H"), "ToUnicode": m, "DescendantFonts": cos.Array{cos.Dict{"W": cos.Array{0, 65535, 500}}}})
					p.content += fmt.Sprintf("/%s 10 Tf\n", name)
				}
				p.page["Resources"] = cos.Dict{"Font": fonts}
			})
		}},
		{"metadata with a bomb of entities", "06-001", func(t testing.TB) []byte {
			return plain(t, func(p *pdf) { p.xmp(`<!DOCTYPE b [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>`) })
		}},
		{"metadata of a hundred thousand levels", "06-001", func(t testing.TB) []byte {
			return plain(t, func(p *pdf) { p.xmp(strings.Repeat("<a>", 100_000)) })
		}},
		{"metadata that inflate without end", "", func(t testing.TB) []byte {
			return plain(t, func(p *pdf) {
				p.catalog["Metadata"] = p.b.Add(cos.Flate(make([]byte, 60<<20)))
			})
		}},
		{"a hundred streams that inflate to ten megabytes each", "", func(t testing.TB) []byte {
			return plain(t, func(p *pdf) {
				big := p.b.Flate(bytes.Repeat([]byte("q "), 5<<20))
				var all cos.Array
				for range 100 {
					all = append(all, p.b.Add(&cos.Stream{Dict: big.Dict, Data: big.Data}))
				}
				p.page["Contents"] = all
			})
		}},
		{"a table of cells that span a thousand rows and columns", "", func(t testing.TB) []byte {
			return plain(t, func(p *pdf) {
				attr := p.b.Add(cos.Dict{"O": cos.Name("Table"), "RowSpan": 1 << 30, "ColSpan": 1 << 30})
				var rows cos.Array
				for range 300 {
					var cells cos.Array
					for range 30 {
						cells = append(cells, p.b.Add(cos.Dict{"S": cos.Name("TD"), "A": attr}))
					}
					rows = append(rows, p.b.Add(cos.Dict{"S": cos.Name("TR"), "K": cells}))
				}
				p.catalog["StructTreeRoot"] = cos.Dict{"K": p.b.Add(cos.Dict{"S": cos.Name("Table"), "K": rows})}
			})
		}},
		{"half a million marks within each other", "unread", func(t testing.TB) []byte {
			return plain(t, func(p *pdf) { p.content = strings.Repeat("/P <</MCID 1>> BDC /Artifact BMC\n", 200_000) })
		}},
		{"a hundred thousand numbers of marked content", "", func(t testing.TB) []byte {
			return plain(t, func(p *pdf) {
				var b strings.Builder
				for i := range 100_000 {
					fmt.Fprintf(&b, "/P <</MCID %d>> BDC 0 0 1 1 re f EMC\n", i)
				}
				p.content = b.String()
			})
		}},
		{"thirty thousand annotations", "unread", func(t testing.TB) []byte {
			return plain(t, func(p *pdf) {
				var all cos.Array
				for range 30_000 {
					all = append(all, p.b.Add(cos.Dict{"Subtype": cos.Name("Link"), "A": cos.Dict{"S": cos.Name("URI")}}))
				}
				p.page["Annots"] = all
			})
		}},
	}
}

// pdf is a small file with a page, to be made nasty.
type pdf struct {
	b                    *cos.Builder
	catalog, pages, page cos.Dict
	content              string
}

func plain(t testing.TB, change func(*pdf)) []byte {
	t.Helper()
	b := cos.NewBuilder()
	p := &pdf{b: b, catalog: cos.Dict{"Type": cos.Name("Catalog")}, pages: cos.Dict{"Type": cos.Name("Pages")}, page: cos.Dict{"Type": cos.Name("Page")}}
	p.page["MediaBox"] = cos.Array{0, 0, 960, 540}
	p.pages["Kids"], p.pages["Count"] = cos.Array{b.Add(p.page)}, 1
	p.catalog["Pages"] = b.Add(p.pages)
	change(p)
	if p.content != "" {
		p.page["Contents"] = b.Add(cos.Flate([]byte(p.content)))
	}
	var out bytes.Buffer
	if err := b.Write(&out, b.Add(p.catalog), b.Add(cos.Dict{})); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// font shows all characters of a font with a map.
func (p *pdf) font(toUnicode string) {
	f := cos.Dict{"Subtype": cos.Name("Type0"), "Encoding": cos.Name("Identity-H"), "ToUnicode": p.b.Add(cos.Flate([]byte(toUnicode))), "DescendantFonts": cos.Array{cos.Dict{}}}
	p.page["Resources"] = cos.Dict{"Font": cos.Dict{"F": p.b.Add(f)}}
	var all strings.Builder
	for i := range 1 << 16 {
		fmt.Fprintf(&all, "%04x", i)
	}
	p.content = "/F 10 Tf <" + all.String() + "> Tj\n"
}

func (p *pdf) xmp(packet string) {
	p.catalog["Metadata"] = p.b.Add(&cos.Stream{Dict: cos.Dict{"Type": cos.Name("Metadata")}, Data: []byte(packet)})
}
