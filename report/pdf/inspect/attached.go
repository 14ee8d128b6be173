package inspect

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"unicode/utf8"

	"lysark/report/pdf/cos"
)

// attached is one embedded file.
type attached struct {
	object int
	name   string // in the catalogue's list; empty when it is only on a page
	dict   cos.Dict
	stream *cos.Stream
	bytes  int
	text   string // when it is one
	pdf    bool   // it is a PDF itself
	hash   string
}

// readFiles reads the embedded files that the catalogue lists, and those of file attachment annotations.
func (f *file) readFiles() {
	seen := map[int]bool{}
	add := func(o cos.Object, name string) {
		num := number(o)
		d := f.pdf.Dict(o)
		if d == nil || num != 0 && seen[num] || len(f.files) >= mostEntries {
			return
		}
		seen[num] = true
		a := attached{object: num, name: name, dict: d}
		ef := f.pdf.Dict(d["EF"])
		for _, key := range []cos.Name{"UF", "F"} {
			if s := f.pdf.Stream(ef[key]); s != nil && a.stream == nil {
				a.stream = s
				f.contents(&a)
			}
		}
		f.files = append(f.files, a)
	}
	for _, e := range f.nameTree(f.pdf.Dict(f.root["Names"])["EmbeddedFiles"]) {
		add(e.value, e.name)
	}
	for _, p := range f.pages {
		for _, a := range p.annots {
			if a.typ == "FileAttachment" {
				add(a.dict["FS"], "")
			}
		}
	}
}

// contents notes how large an embedded file is, and what it is like.
func (f *file) contents(a *attached) {
	data, _ := f.pdf.Decode(a.stream)
	a.bytes, a.pdf = len(data), bytes.HasPrefix(data, []byte("%PDF-"))
	if len(data) <= mostLines-f.lines && utf8.Valid(data) && bytes.IndexByte(data, 0) < 0 {
		f.lines += len(data)
		a.text = string(data)
	}
	if f.spend(len(data) / 512) {
		sum := sha256.Sum256(data)
		a.hash = hex.EncodeToString(sum[:16])
	}
}

// attachments are the embedded files as a Document has them.
func (f *file) attachments() []Attachment {
	out := []Attachment{}
	for _, a := range f.files {
		out = append(out, Attachment{
			Name:         f.keep(f.fileName(a)),
			Bytes:        a.bytes,
			Type:         f.mediaType(a),
			Relationship: f.word(a.dict["AFRelationship"]),
			Description:  f.keep(f.string(a.dict["Desc"])),
			Hash:         a.hash,
			Content:      a.text,
		})
	}
	return out
}

func (f *file) mediaType(a attached) string {
	if a.stream == nil {
		return ""
	}
	return f.word(a.stream.Dict["Subtype"])
}

func (f *file) fileName(a attached) string {
	if name := f.string(a.dict["UF"]); name != "" {
		return name
	}
	if name := f.string(a.dict["F"]); name != "" {
		return name
	}
	return f.string(cos.String(a.name))
}

// readOutline walks the outline. An entry counts once.
func (f *file) readOutline() {
	visited := map[int]bool{}
	var walk func(o cos.Object, level int)
	walk = func(o cos.Object, level int) {
		for ; o != nil; o = f.pdf.Dict(o)["Next"] {
			num, d := number(o), f.pdf.Dict(o)
			if d == nil || num != 0 && visited[num] {
				return
			}
			if len(f.outline) >= mostEntries || level > deepTree {
				f.cut("the outline")
				return
			}
			visited[num] = true
			if !f.leads(d) && (f.has(d, "Dest") || f.has(d, "A")) {
				f.see(leadsNowhere, place{where: "outline"}, fmt.Sprintf("the entry %q", short(f.string(d["Title"]))))
			}
			f.outline = append(f.outline, Entry{f.keep(f.string(d["Title"])), f.target(d), level})
			walk(d["First"], level+1)
		}
	}
	walk(f.pdf.Dict(f.root["Outlines"])["First"], 1)
}

// target is the page that an outline entry leads to.
func (f *file) target(d cos.Dict) int {
	if f.has(d, "Dest") {
		return f.destination(d["Dest"])
	}
	return f.destination(f.pdf.Dict(d["A"])["D"])
}
