package inspect

import (
	"bytes"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"lysark/report/pdf/cos"
)

// edited is a good PDF, veraPDF's word on it, that is taken apart to be broken in one place.
type edited struct {
	t    testing.TB
	file *cos.File // as it was
	b    *cos.Builder
	refs []cos.Ref
	root cos.Ref
	info cos.Ref
}

// edit takes a file of testdata apart.
func edit(t testing.TB, name string) *edited {
	t.Helper()
	f, err := cos.Read(sample(t, name), cos.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	e := &edited{t: t, file: f, b: cos.NewBuilder()}
	to := map[int]cos.Ref{}
	for _, num := range f.Numbers() {
		to[num] = e.b.Reserve()
	}
	for _, num := range f.Numbers() {
		e.b.Set(to[num], translated(f.Object(num), to))
		e.refs = append(e.refs, to[num])
	}
	e.root, e.info = to[f.Trailer()["Root"].(cos.Ref).Num], to[f.Trailer()["Info"].(cos.Ref).Num]
	return e
}

func sample(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// translated is a deep copy with other references.
func translated(o cos.Object, to map[int]cos.Ref) cos.Object {
	switch v := o.(type) {
	case cos.Ref:
		return to[v.Num]
	case cos.Array:
		out := cos.Array{}
		for _, e := range v {
			out = append(out, translated(e, to))
		}
		return out
	case cos.Dict:
		out := cos.Dict{}
		for k, e := range v {
			out[k] = translated(e, to)
		}
		return out
	case *cos.Stream:
		return &cos.Stream{Dict: translated(v.Dict, to).(cos.Dict), Data: v.Data}
	}
	return o
}

// bytes puts the file together again.
func (e *edited) bytes() []byte {
	e.t.Helper()
	var out bytes.Buffer
	if err := e.b.Write(&out, e.root, e.info); err != nil {
		e.t.Fatal(err)
	}
	return out.Bytes()
}

// dict is the dictionary that an object is or refers to.
func (e *edited) dict(o cos.Object) cos.Dict {
	e.t.Helper()
	if r, ok := o.(cos.Ref); ok {
		o = e.b.Get(r)
	}
	switch v := o.(type) {
	case cos.Dict:
		return v
	case *cos.Stream:
		return v.Dict
	}
	e.t.Fatalf("%v is no dictionary", o)
	return nil
}

func (e *edited) catalog() cos.Dict { return e.dict(e.root) }

func (e *edited) tree() cos.Dict { return e.dict(e.catalog()["StructTreeRoot"]) }

// pageRef is a page, counted from 1.
func (e *edited) pageRef(n int) cos.Ref {
	return e.dict(e.catalog()["Pages"])["Kids"].(cos.Array)[n-1].(cos.Ref)
}

func (e *edited) page(n int) cos.Dict { return e.dict(e.pageRef(n)) }

func (e *edited) resources() cos.Dict { return e.dict(e.page(1)["Resources"]) }

// elements are those of a role in the order of the structure.
func (e *edited) elements(role cos.Name) []cos.Ref {
	var out []cos.Ref
	var walk func(o cos.Object)
	walk = func(o cos.Object) {
		r, ok := o.(cos.Ref)
		if !ok {
			return
		}
		d := e.dict(r)
		if d["S"] == role {
			out = append(out, r)
		}
		kids, _ := d["K"].(cos.Array)
		for _, k := range kids {
			walk(k)
		}
	}
	for _, k := range e.tree()["K"].(cos.Array) {
		walk(k)
	}
	return out
}

// element is the nth of a role, from 0.
func (e *edited) element(role cos.Name, nth int) cos.Dict {
	e.t.Helper()
	all := e.elements(role)
	if nth >= len(all) {
		e.t.Fatalf("there is no %s %d", role, nth)
	}
	return e.dict(all[nth])
}

// link is the only annotation, on page 2.
func (e *edited) link() cos.Dict { return e.dict(e.page(2)["Annots"].(cos.Array)[0]) }

// content changes a page's content. Each text must be there.
func (e *edited) content(page int, old, new string) {
	e.t.Helper()
	ref := e.page(page)["Contents"].(cos.Ref)
	e.stream(ref, old, new)
}

// stream changes a stream's data, decoded.
func (e *edited) stream(ref cos.Ref, old, new string) {
	e.t.Helper()
	s := e.b.Get(ref).(*cos.Stream)
	data := s.Data
	if s.Dict["Filter"] != nil {
		decoded, err := e.file.Decode(s)
		if err != nil {
			e.t.Fatal(err)
		}
		data = decoded
	}
	if !strings.Contains(string(data), old) {
		e.t.Fatalf("there is no %q in the stream", old)
	}
	d := maps.Clone(s.Dict)
	delete(d, "Filter")
	delete(d, "DecodeParms")
	e.b.Set(ref, &cos.Stream{Dict: d, Data: []byte(strings.Replace(string(data), old, new, 1))})
}

// paint adds operators to page 1, within its paragraph.
func (e *edited) paint(operators string) {
	e.content(1, "EMC\n/P <</MCID 1>> BDC\n", "EMC\n/P <</MCID 1>> BDC\n"+operators+"\n")
}

// xmp changes the metadata.
func (e *edited) xmp(old, new string) {
	e.t.Helper()
	e.stream(e.catalog()["Metadata"].(cos.Ref), old, new)
}

// use makes an object known to page 1 under a name.
func (e *edited) use(kind, name cos.Name, o cos.Object) {
	all, ok := e.resources()[kind].(cos.Dict)
	if !ok {
		all = cos.Dict{}
		e.resources()[kind] = all
	}
	all[name] = o
}

// form is a form XObject.
func (e *edited) form(d cos.Dict, operators string) cos.Ref {
	all := cos.Dict{"Type": cos.Name("XObject"), "Subtype": cos.Name("Form"), "BBox": cos.Array{0, 0, 10, 10}, "Resources": cos.Dict{}}
	maps.Copy(all, d)
	return e.b.Add(&cos.Stream{Dict: all, Data: []byte(operators)})
}

// image is an image of one red pixel.
func (e *edited) image(d cos.Dict) cos.Ref {
	all := cos.Dict{"Type": cos.Name("XObject"), "Subtype": cos.Name("Image"), "Width": 1, "Height": 1, "BitsPerComponent": 8, "ColorSpace": cos.Name("DeviceRGB")}
	maps.Copy(all, d)
	return e.b.Add(&cos.Stream{Dict: all, Data: []byte{255, 0, 0}})
}

// annotate adds an annotation to page 1, in an element of the role.
func (e *edited) annotate(role cos.Name, d cos.Dict) (annotation, element cos.Dict) {
	a := cos.Dict{"Type": cos.Name("Annot"), "Rect": cos.Array{0, 0, 10, 10}, "F": 4, "StructParent": 99}
	maps.Copy(a, d)
	ref := e.b.Add(a)
	e.page(1)["Annots"] = cos.Array{ref}
	sect := e.elements("Sect")[0]
	n := cos.Dict{"Type": cos.Name("StructElem"), "S": role, "P": sect, "Pg": e.pageRef(1), "K": cos.Dict{"Type": cos.Name("OBJR"), "Obj": ref}}
	element = n
	at := e.b.Add(n)
	e.dict(sect)["K"] = append(slices.Clone(e.dict(sect)["K"].(cos.Array)), at)
	nums := e.dict(e.tree()["ParentTree"])
	nums["Nums"] = append(slices.Clone(nums["Nums"].(cos.Array)), 99, at)
	return a, element
}

// add puts a structure element without content into another.
func (e *edited) add(into cos.Ref, role cos.Name, d cos.Dict) cos.Ref {
	n := cos.Dict{"Type": cos.Name("StructElem"), "S": role, "P": into}
	maps.Copy(n, d)
	at := e.b.Add(n)
	kids, _ := e.dict(into)["K"].(cos.Array)
	e.dict(into)["K"] = append(slices.Clone(kids), at)
	return at
}

// fontFile is the font program of the deck's bold font; it has the letter F.
func (e *edited) fonts() (all []cos.Dict) {
	fonts := e.resources()["Font"].(cos.Dict)
	for _, name := range slices.Sorted(maps.Keys(fonts)) {
		all = append(all, e.dict(fonts[name]))
	}
	return all
}

// descendant is the CID font of the first font.
func (e *edited) descendant() cos.Dict { return e.dict(e.fonts()[0]["DescendantFonts"].(cos.Array)[0]) }
