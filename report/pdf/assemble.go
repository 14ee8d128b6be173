package pdf

import (
	"fmt"
	"io"

	"lysark/report/pdf/cos"
)

// assembly is the file that is made of what fpdf wrote.
type assembly struct {
	*document
	*cos.Builder
	raw   *cos.File
	taken map[int]cos.Ref // fpdf's objects that have been taken over, by their numbers there
	pages []cos.Ref
	links []*link
}

// assemble takes pages, fonts and images from fpdf's file, and writes them with all that fpdf knows nothing of. What is
// not in the form that fpdf gives it is an error, never left out.
func assemble(w io.Writer, raw []byte, d *document) error {
	file, err := cos.Read(raw, cos.Limits{})
	if err != nil {
		return fmt.Errorf("reading fpdf's file: %w", err)
	}
	a := &assembly{document: d, Builder: cos.NewBuilder(), raw: file, taken: map[int]cos.Ref{}}
	if err := a.takeFonts(); err != nil {
		return err
	}
	tree, err := a.pageTree()
	if err != nil {
		return err
	}
	return a.Write(w, a.catalogue(tree), a.Add(a.documentInfo()))
}

// pageTree adds the pages below one node, each with its links.
func (a *assembly) pageTree() (cos.Ref, error) {
	tree := a.Reserve()
	kids := a.raw.Array(a.raw.Dict(a.raw.Dict(a.raw.Trailer()["Root"])["Pages"])["Kids"])
	if len(kids) != len(a.sheets) {
		return tree, fmt.Errorf("fpdf wrote %d pages of %d", len(kids), len(a.sheets))
	}
	for range kids {
		a.pages = append(a.pages, a.Reserve())
	}
	refs := make(cos.Array, len(kids))
	for i, k := range kids {
		page := a.raw.Dict(k)
		contents := a.raw.Stream(page["Contents"])
		if contents == nil || page["Resources"] == nil {
			return tree, fmt.Errorf("fpdf's page %d has no content", i+1)
		}
		s := a.sheets[i]
		d := cos.Dict{
			"Type": cos.Name("Page"), "Parent": tree, "MediaBox": cos.Array{0, 0, s.Size.W, s.Size.H},
			"Resources": a.take(page["Resources"]), "Contents": a.take(page["Contents"]),
			"StructParents": i, "Tabs": cos.Name("S"),
		}
		if annots := a.annotations(s); annots != nil {
			d["Annots"] = annots
		}
		a.Set(a.pages[i], d)
		refs[i] = a.pages[i]
	}
	a.Set(tree, cos.Dict{"Type": cos.Name("Pages"), "Kids": refs, "Count": len(refs)})
	return tree, nil
}

func (a *assembly) annotations(s *sheet) cos.Array {
	var out cos.Array
	for _, l := range s.links {
		l.key = len(a.sheets) + len(a.links)
		a.links = append(a.links, l)
		l.ref = a.Add(a.annotation(l))
		out = append(out, l.ref)
	}
	return out
}

func (a *assembly) catalogue(pages cos.Ref) cos.Ref {
	d := cos.Dict{
		"Type": cos.Name("Catalog"), "Pages": pages, "Lang": cos.Text(a.info.Lang),
		"MarkInfo":          cos.Dict{"Marked": true},
		"StructTreeRoot":    a.structure(&a.root),
		"ViewerPreferences": cos.Dict{"DisplayDocTitle": true},
		"PageLayout":        cos.Name("SinglePage"),
		"PageLabels":        cos.Dict{"Nums": a.pageLabels()},
		"Metadata":          a.Add(a.metadata()),
		"OutputIntents":     cos.Array{a.outputIntent()},
	}
	if outline, ok := a.outline(); ok {
		d["Outlines"], d["PageMode"] = outline, cos.Name("UseOutlines")
	}
	a.attach(d)
	return a.Add(d)
}

// take copies an object of fpdf's file and all that it refers to.
func (a *assembly) take(o cos.Object) cos.Object {
	switch o := o.(type) {
	case cos.Ref:
		if ref, ok := a.taken[o.Num]; ok {
			return ref
		}
		ref := a.Reserve()
		a.taken[o.Num] = ref
		a.Set(ref, a.take(a.raw.Resolve(o)))
		return ref
	case cos.Array:
		out := make(cos.Array, len(o))
		for i := range o {
			out[i] = a.take(o[i])
		}
		return out
	case cos.Dict:
		out := make(cos.Dict, len(o))
		for key, v := range o {
			if key == "ProcSet" {
				continue // obsolete (ISO 32000-1, 14.2)
			}
			out[key] = a.take(v)
		}
		return out
	case *cos.Stream:
		return &cos.Stream{Dict: a.take(o.Dict).(cos.Dict), Data: o.Data}
	}
	return o
}
