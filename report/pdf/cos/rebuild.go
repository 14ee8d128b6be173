package cos

import "bytes"

// scan is what looking through a whole file finds.
type scan struct {
	places   map[int32]place
	trailers []Dict // the ones to try first last
	root     Object // the last catalogue, nil when there is none
}

// verify holds every offset against the file, and looks for the objects that are not where they should be.
func (f *File) verify() {
	var wrong []int
	for _, num := range f.Numbers() {
		if !f.exhausted() && !f.stands(num) {
			wrong = append(wrong, num)
		}
	}
	if len(wrong) == 0 {
		return
	}
	f.problem("the cross-references are wrong for %d objects, the first of them %d", len(wrong), wrong[0])
	found := f.look()
	for _, num := range wrong {
		delete(f.places, int32(num))
		if at, ok := found.places[int32(num)]; ok {
			f.places[int32(num)] = at
		}
	}
	clear(f.cache)
}

// stands tells whether an object is where the cross-references say.
func (f *File) stands(num int) bool {
	at := f.places[int32(num)]
	if at.kind == packed {
		return f.places[at.where].kind == alone
	}
	p := parser{data: f.data, pos: int(at.where)}
	_, gen, ok := p.heading(num)
	f.spend(p.pos - int(at.where))
	return ok && gen == int(at.index) && num > 0
}

// rebuild forgets the cross-references and takes what the file holds. Of two objects with a number the later counts.
func (f *File) rebuild() {
	f.problem("the objects were found by looking through the whole file")
	found := f.look()
	f.places = found.places
	clear(f.cache)
	if f.trailer != nil {
		found.trailers = append(found.trailers, f.trailer)
	}
	encrypt := Object(nil)
	for i := len(found.trailers) - 1; i >= 0; i-- {
		f.trailer = found.trailers[i]
		if f.catalogue() != nil {
			return
		}
		if f.Encrypted() {
			encrypt = f.trailer["Encrypt"]
		}
	}
	f.trailer = Dict{}
	if found.root != nil {
		f.trailer["Root"] = found.root
	}
	if encrypt != nil {
		f.trailer["Encrypt"] = encrypt
	}
}

// look looks through the file, once.
func (f *File) look() *scan {
	if f.found != nil {
		return f.found
	}
	f.found = &scan{places: map[int32]place{}}
	f.left.places = 100_000 + len(f.data)/16
	for pos := 0; !f.exhausted(); {
		i := bytes.Index(f.data[pos:], []byte("obj"))
		if i < 0 {
			break
		}
		start, ok := backToNumber(f.data, pos+i)
		pos += i + len("obj")
		if ok {
			pos = max(pos, f.lookAt(start))
		}
	}
	f.lookForTrailer()
	return f.found
}

// backToNumber goes from the word obj back over the generation to the object's number.
func backToNumber(data []byte, end int) (start int, ok bool) {
	at := end
	for range 2 {
		word := at
		for at > 0 && isSpace(data[at-1]) {
			at--
		}
		if at == word && word != end { // the numbers must be apart, the word need not
			return 0, false
		}
		word = at
		for at > 0 && isDigit(data[at-1]) && word-at < 10 {
			at--
		}
		if at == word {
			return 0, false
		}
	}
	return at, true
}

// lookAt notes the object and returns where to look on: behind it, if it is a stream, which may hold anything.
func (f *File) lookAt(start int) int {
	p := parser{data: f.data, pos: start, refs: true, most: cacheMost(f.data)}
	num, gen, ok := p.heading(-1)
	if f.left.places--; !ok || num == 0 || f.left.places < 0 {
		return 0
	}
	f.found.places[int32(num)] = place{kind: alone, where: int32(start), index: int32(gen)}
	p.pos = start
	switch o := f.indirect(&p, -1).(type) {
	case Dict:
		if o["Type"] == Name("Catalog") {
			f.found.root = Ref{num, gen}
		}
	case *Stream:
		f.lookIn(num, int32(start), o)
		return p.pos
	}
	return 0
}

// lookIn takes from a stream what it says of other objects.
func (f *File) lookIn(num int, where int32, s *Stream) {
	switch s.Dict["Type"] {
	case Name("XRef"):
		f.found.trailers = append(f.found.trailers, s.Dict)
	case Name("ObjStm"):
		k := f.openPack(num, where, s)
		for i, o := range k.objects {
			if f.left.places--; f.left.places < 0 || o.num == 0 {
				continue
			}
			f.found.places[o.num] = place{kind: packed, where: int32(num), index: int32(i)}
			if f.packedCatalogue(k, o) {
				f.found.root = Ref{Num: int(o.num)}
			}
		}
	}
}

func (f *File) packedCatalogue(k *pack, o packedObject) bool {
	p := parser{data: k.data, pos: int(o.offset), refs: true, most: cacheMost(f.data)}
	d, ok := f.parse(&p).(Dict)
	return ok && d["Type"] == Name("Catalog")
}

// lookForTrailer takes the last trailer that leads somewhere.
func (f *File) lookForTrailer() {
	rest := f.data
	for range mostChained {
		i := bytes.LastIndex(rest, []byte("trailer"))
		if i < 0 {
			return
		}
		p := parser{data: f.data, pos: i + len("trailer"), refs: true, most: cacheMost(f.data)}
		if d, ok := f.parse(&p).(Dict); ok && d["Root"] != nil {
			f.found.trailers = append(f.found.trailers, d)
			return
		}
		rest = rest[:i]
	}
}
