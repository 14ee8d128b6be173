package pdf

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"lysark/report/golden"
	"lysark/report/output"
	"lysark/report/pdf/cos"
	"lysark/report/scene"
)

// at is a text of 10 pt whose line starts at x, y.
func at(x, y float64, s string) scene.Text {
	return scene.Text{S: s, At: scene.Point{X: x, Y: y}, Width: float64(5 * len(s)), Ascent: 7, Descent: 2, Size: 10, Style: scene.Regular}
}

func group(role scene.Role, items ...scene.Item) scene.Group {
	return scene.Group{Role: role, Items: items}
}

// everything is two pages with each role once at least.
func everything(t testing.TB) []scene.Page {
	broken := at(20, 110, "arbeids-")
	broken.Joined, broken.Hyphen = true, true
	link := scene.Group{Role: scene.Link, To: scene.Target{URL: "https://example.no/a"}, Alt: "Nettside: https://example.no/a", Items: []scene.Item{at(60, 120, "se"), at(20, 130, "rapporten")}}
	first := page(1, group(scene.Artifact, scene.Box(scene.Rect{W: 8, H: 540}, scene.Color{R: 9})),
		group(scene.H1, at(20, 50, "Hjemmekontor"), at(20, 62, "i finansnæringen")),
		group(scene.P, at(20, 80, "AVTALE – «Yrkesfaglige» vilkår")))
	first.Outline = scene.Outline{Title: "Hjemmekontor", Level: 1}
	head := scene.Group{Role: scene.Header, Items: []scene.Item{at(20, 200, "År")}}
	row := scene.Group{Role: scene.Header, Scope: scene.OfRow, Items: []scene.Item{at(20, 215, "2025")}}
	wide := scene.Group{Role: scene.Header, Span: 2, Items: []scene.Item{at(60, 200, "Andel")}}
	second := page(2,
		group(scene.H2, at(20, 50, "Åtte av ti er fornøyd")),
		group(scene.List, group(scene.ListItem, group(scene.Label, at(10, 100, "•")),
			group(scene.Body, at(20, 100, "Mange leser"), broken, at(20, 120, "miljøet,"), link,
				scene.Group{Role: scene.Span, Lang: "en", Items: []scene.Item{at(70, 130, "work-life balance")}}))),
		scene.Group{Role: scene.Figure, Alt: "Kakediagram: Ja 80 %, Nei 20 %.", Box: scene.Rect{X: 400, Y: 90, W: 500, H: 300}, Items: []scene.Item{
			scene.Disc(scene.Point{X: 600, Y: 200}, 50, scene.Color{B: 200}), at(590, 200, "Ja"), at(600, 300, "80 %")}},
		group(scene.Table, group(scene.Row, head, wide), group(scene.Artifact, scene.Box(scene.Rect{X: 20, Y: 205, W: 90, H: 1}, scene.Color{})),
			group(scene.Row, row, group(scene.Cell, at(60, 215, "45 %")), group(scene.Cell))),
		group(scene.P, at(20, 400, "Kilde: Finans Norge."), scene.Group{Role: scene.Link, To: scene.Target{Page: 1}, Items: []scene.Item{at(150, 400, "Til forsiden")}}),
		group(scene.P, scene.Group{Role: scene.Link, To: scene.Target{Page: 99}, Items: []scene.Item{at(150, 420, "Til en side som ikke er med")}}))
	second.Outline = scene.Outline{Title: "Åtte av ti er fornøyd", Level: 2}
	return []scene.Page{first, second}
}

func TestTheStructureSaysWhatThePagesMean(t *testing.T) {
	g := golden.New(t, "testdata/structure")
	g.Text("everything.txt", treeOf(t, written(t, everything(t)...)))
}

// treeOf is the structure tree as text: roles, what they say of themselves, and the texts that belong to them.
func treeOf(t testing.TB, pdf []byte) string {
	t.Helper()
	f := opened(t, pdf)
	d := treeDump{t: t, f: f, texts: map[mark]string{}}
	for i, p := range pagesOf(f) {
		d.page(i, p)
	}
	tree := f.Dict(catalogue(f)["StructTreeRoot"])
	d.element(tree["K"], "")
	for key, owner := range parentTree(f) {
		if key >= len(pagesOf(f)) && f.Dict(owner)["S"] == nil {
			t.Errorf("link %d belongs to nothing", key)
		}
	}
	return d.out.String()
}

type mark struct {
	page   cos.Ref
	number int
}

type treeDump struct {
	t     testing.TB
	f     *cos.File
	texts map[mark]string
	out   strings.Builder
}

// page reads what the marked contents of a page show, and fails for whatever is painted outside of any.
func (d *treeDump) page(index int, page cos.Dict) {
	kids := d.f.Array(d.f.Dict(catalogue(d.f)["Pages"])["Kids"])
	ref := kids[index].(cos.Ref)
	data, err := d.f.Decode(d.f.Stream(page["Contents"]))
	if err != nil {
		d.t.Fatal(err)
	}
	open, inside := -1, false
	for op := range cos.Operators(data) {
		switch op.Name {
		case "BMC":
			inside = true
		case "BDC":
			open, inside = op.Args[1].(cos.Dict)["MCID"].(int), true
			d.texts[mark{ref, open}] = ""
		case "EMC":
			open, inside = -1, false
		case "TJ", "f", "S", "B", "Do":
			if !inside {
				d.t.Errorf("page %d paints with %s outside of marked content", index+1, op.Name)
			}
			if op.Name == "TJ" && open >= 0 {
				d.texts[mark{ref, open}] += shown(op.Args[0].(cos.Array))
			}
		}
	}
}

// shown is the text of a TJ operator, whose codes are UTF-16.
func shown(parts cos.Array) string {
	var units []uint16
	for _, part := range parts {
		s, _ := part.(cos.String)
		for i := 0; i+1 < len(s); i += 2 {
			units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
		}
	}
	return string(utf16.Decode(units))
}

func (d *treeDump) element(o cos.Object, indent string) {
	e := d.f.Dict(o)
	fmt.Fprintf(&d.out, "%s%s", indent, e["S"])
	for _, key := range []cos.Name{"Lang", "Alt"} {
		if s, ok := d.f.String(e[key]); ok {
			fmt.Fprintf(&d.out, " %s=%q", key, cos.TextOf(cos.String(s)))
		}
	}
	if a, ok := e["A"]; ok {
		fmt.Fprintf(&d.out, " %s", cos.Format(d.f.Resolve(a)))
	}
	d.out.WriteByte('\n')
	for _, k := range d.f.Array(e["K"]) {
		kid := d.f.Dict(k)
		if number, ok := k.(int); ok {
			text, known := d.texts[mark{e["Pg"].(cos.Ref), number}]
			if !known {
				d.t.Errorf("the %s refers to a marked content %d that its page has not", e["S"], number)
			}
			fmt.Fprintf(&d.out, "%s  %q\n", indent, text)
			continue
		}
		if kid["Type"] == cos.Name("OBJR") {
			d.annotation(d.f.Dict(kid["Obj"]), indent+"  ")
			continue
		}
		d.element(k, indent+"  ")
	}
}

func (d *treeDump) annotation(a cos.Dict, indent string) {
	words, _ := d.f.String(a["Contents"])
	to := "a page"
	if action := d.f.Dict(a["A"]); action != nil {
		to = string(action["URI"].(cos.String))
	}
	fmt.Fprintf(&d.out, "%sannotation %q to %s, %d areas\n", indent, cos.TextOf(cos.String(words)), to, max(len(d.f.Array(a["QuadPoints"]))/8, 1))
}

func parentTree(f *cos.File) map[int]cos.Object {
	nums := f.Array(f.Dict(f.Dict(catalogue(f)["StructTreeRoot"])["ParentTree"])["Nums"])
	out := map[int]cos.Object{}
	for i := 0; i+1 < len(nums); i += 2 {
		out[nums[i].(int)] = nums[i+1]
	}
	return out
}

func TestTheFirstHeadingIsOfTheFirstLevelAndNoneIsSkipped(t *testing.T) {
	for name, tt := range map[string]struct{ wanted, got []scene.Role }{
		"a deck with a title":                {[]scene.Role{"H1", "H2", "H2"}, []scene.Role{"H1", "H2", "H2"}},
		"slides without a title slide":       {[]scene.Role{"H2", "H2", "H2"}, []scene.Role{"H1", "H1", "H1"}},
		"a title after other slides":         {[]scene.Role{"H2", "H1", "H2"}, []scene.Role{"H1", "H1", "H1"}},
		"notes right after the title":        {[]scene.Role{"H1", "H3", "H2", "H3"}, []scene.Role{"H1", "H2", "H2", "H3"}},
		"notes alone":                        {[]scene.Role{"H3", "H3"}, []scene.Role{"H1", "H1"}},
		"what is no heading stays as it was": {[]scene.Role{"P", "H2", "TH"}, []scene.Role{"P", "H1", "TH"}},
	} {
		var h headings
		var got []scene.Role
		for _, r := range tt.wanted {
			got = append(got, h.role(r))
		}
		if !slices.Equal(got, tt.got) {
			t.Errorf("%s: got %v, want %v", name, got, tt.got)
		}
	}
}

func TestPagesAreLabelledAsTheSlidesAreNumbered(t *testing.T) {
	for name, tt := range map[string]struct {
		pages []scene.Page
		want  string
	}{
		"a whole deck":          {[]scene.Page{{Number: 1}, {Number: 2}, {Number: 3}}, "[0<</S/D>>]"},
		"some slides":           {[]scene.Page{{Number: 3}, {Number: 4}, {Number: 9}}, "[0<</S/D/St 3>>2<</S/D/St 9>>]"},
		"pages with own labels": {[]scene.Page{{Number: 1}, {Number: 1, Label: "1b"}, {Number: 2}}, "[0<</S/D>>1<</P(1b)>>2<</S/D/St 2>>]"},
	} {
		a := &assembly{document: &document{}}
		for _, p := range tt.pages {
			a.sheets = append(a.sheets, &sheet{Page: p})
		}
		if got := cos.Format(a.pageLabels()); got != tt.want {
			t.Errorf("%s: got %s, want %s", name, got, tt.want)
		}
	}
}

func TestTheOutlineNestsSlidesBelowTheirSection(t *testing.T) {
	f := opened(t, written(t, everything(t)...))
	top := f.Dict(f.Dict(catalogue(f)["Outlines"])["First"])
	below := f.Dict(top["First"])
	if cos.TextOf(top["Title"].(cos.String)) != "Hjemmekontor" || cos.TextOf(below["Title"].(cos.String)) != "Åtte av ti er fornøyd" || below["Next"] != nil {
		t.Errorf("the outline is %v with %v", top, below)
	}
	if to := f.Dict(f.Array(below["Dest"])[0]); !slices.Equal(f.Array(to["MediaBox"]), f.Array(pagesOf(f)[1]["MediaBox"])) {
		t.Errorf("the entry leads to %v", to)
	}
}

func TestAttachmentsAreSortedAndSayWhatTheyAreTo(t *testing.T) {
	var out bytes.Buffer
	meta := info(t)
	meta.Attachments = []output.Attachment{
		{Name: "oppsett.toml", MIME: "application/toml", Description: "Oppsettet", Relationship: output.IsSource, Data: []byte("title = 1")},
		{Name: "lysark-03-1.csv", MIME: "text/csv", Description: "Tallene på lysark 3", Relationship: output.IsData, Data: []byte("a;b")},
	}
	if err := Write(&out, []scene.Page{page(1, text("a"))}, meta); err != nil {
		t.Fatal(err)
	}
	f := opened(t, out.Bytes())
	names := f.Array(f.Dict(f.Dict(catalogue(f)["Names"])["EmbeddedFiles"])["Names"])
	spec := f.Dict(names[1])
	data, err := f.Decode(f.Stream(f.Dict(spec["EF"])["F"]))
	if err != nil || names[0] != cos.String("lysark-03-1.csv") || string(data) != "a;b" || spec["AFRelationship"] != cos.Name("Data") {
		t.Errorf("the first attachment is %v with %q, %v", spec, data, err)
	}
	if len(f.Array(catalogue(f)["AF"])) != 2 {
		t.Error("the catalogue does not name its attachments")
	}
	if xmp := string(f.Stream(catalogue(f)["Metadata"]).Data); !strings.Contains(xmp, "<pdfaid:part>3</pdfaid:part>") {
		t.Error("a file with attachments has to be PDF/A-3")
	}
}

// TestAttachmentsAreInOrderAsBytesAndAsText: readers look names up by either.
func TestAttachmentsAreInOrderAsBytesAndAsText(t *testing.T) {
	var out bytes.Buffer
	meta := info(t)
	for _, name := range []string{"slide-01-1.csv", "måling.toml", "slide-02-1.csv"} {
		meta.Attachments = append(meta.Attachments, output.Attachment{Name: name, MIME: "text/csv", Relationship: output.IsData})
	}
	if err := Write(&out, []scene.Page{page(1, text("a"))}, meta); err != nil {
		t.Fatal(err)
	}
	f := opened(t, out.Bytes())
	names := f.Array(f.Dict(f.Dict(catalogue(f)["Names"])["EmbeddedFiles"])["Names"])
	var keys, texts []string
	for i := 0; i < len(names); i += 2 {
		keys, texts = append(keys, string(names[i].(cos.String))), append(texts, cos.TextOf(names[i].(cos.String)))
	}
	if len(keys) != 3 || !slices.IsSorted(keys) || !slices.IsSorted(texts) {
		t.Errorf("got %q", keys)
	}
}
