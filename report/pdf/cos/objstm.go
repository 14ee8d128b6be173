package cos

import "slices"

// pack is an object stream (7.5.7). What it extends need not be known: cross-references name the very stream.
type pack struct {
	data    []byte
	objects []packedObject
}

type packedObject struct {
	num, offset int32
}

// mostInPack is how many objects of an object stream are read, a thousand times what writers put in one.
const mostInPack = 100_000

// unpack reads an object of an object stream.
func (f *File) unpack(p *parser, num int, at place) Object {
	k := f.pack(int(at.where))
	i := int(at.index)
	if i >= len(k.objects) || int(k.objects[i].num) != num {
		i = slices.IndexFunc(k.objects, func(o packedObject) bool { return int(o.num) == num })
		f.spend(len(k.objects))
		f.problem("object %d is not where the cross-references say, in the object stream %d", num, at.where)
	}
	if i < 0 {
		return nil
	}
	p.data, p.pos = k.data, int(k.objects[i].offset)
	return f.parse(p)
}

// pack is the object stream with this number. One that cannot be read is empty.
func (f *File) pack(num int) *pack {
	at := f.places[int32(num)]
	if k, ok := f.packs[at.where]; ok && at.kind == alone {
		return k
	}
	s, _ := f.Object(num).(*Stream)
	if at.kind != alone || s == nil {
		return &pack{}
	}
	return f.openPack(num, at.where, s)
}

// openPack inflates an object stream and remembers it by its place, as a file that is being mended may have several
// with its number.
func (f *File) openPack(num int, where int32, s *Stream) *pack {
	k := &pack{}
	f.packs[where] = k
	data, err := f.decode(s, f.left.packed)
	f.left.packed -= len(data)
	if err != nil {
		f.problem("the object stream %d: %v", num, err)
	}
	first, ok := f.Int(s.Dict["First"])
	count, _ := f.Int(s.Dict["N"])
	if !ok || first < 0 || first > len(data) {
		f.problem("the object stream %d has no usable /First", num)
		return k
	}
	f.spend(first)
	k.data = data
	room := max(0, min(count, first/4+1, mostInPack))
	f.left.packed -= 8 * room // what the pairs of numbers take in memory
	k.objects = make([]packedObject, 0, room)
	p := parser{data: data[:first]}
	for len(k.objects) < min(count, mostInPack) {
		n, ok1 := p.integer()
		offset, ok2 := p.integer()
		if !ok1 || !ok2 || offset > len(data)-first {
			f.problem("the object stream %d has %d objects, not %d", num, len(k.objects), count)
			break
		}
		k.objects = append(k.objects, packedObject{int32(n), int32(first + offset)})
	}
	return k
}
