package cos

import (
	"errors"
	"fmt"
	"io"
	"slices"
)

// Limits is what reading may cost at most.
type Limits struct {
	Decoded int // bytes that all calls of Decode, and the file's own streams, may inflate to together; 0 is 64 MB
}

// File is a PDF being read. Objects are parsed when they are asked for. What is asked for, the data given to Read
// among it, is not to be changed. A File is for one goroutine at a time.
type File struct {
	data     []byte
	version  string
	trailer  Dict
	places   map[int32]place
	cache    map[int]Object
	packs    map[int32]*pack // by their offset
	decoded  map[*Stream][]byte
	problems []string
	left     budget
	found    *scan // what looking through the whole file found
	inflater inflater
	spare    []io.ReadCloser // inflaters of streams that were opened and closed
	scratch  []byte          // for what is decoded, until its size is known
	depth    int             // of objects that are needed to read others
}

// budget is what reading may still cost. All but the first grows with the file, so that no honest one comes near.
type budget struct {
	decoded int // bytes to inflate
	packed  int // bytes of them for the file's own use, most of which are kept
	work    int // bytes to look at
	places  int // lines of cross-references
	cache   int // weight of objects to keep
	memo    int // bytes of decoded streams to keep
}

// place is where an object is: an offset and its generation, or an object stream and an index in it.
type place struct {
	where, index int32
	kind         uint8
}

const (
	free = iota // the kinds of places, as numbered by cross-reference streams
	alone
	packed
)

// mostChained is how many objects one may need to read another, or refer to each other in a row.
const mostChained = 32

// Read opens a PDF, however broken it is: Problems tells what was wrong. It fails only when there is nothing to read,
// as there is no catalogue, and nothing is encrypted that could hide it.
func Read(data []byte, l Limits) (*File, error) {
	if l.Decoded <= 0 {
		l.Decoded = 64 << 20
	}
	f := &File{places: map[int32]place{}, cache: map[int]Object{}, packs: map[int32]*pack{},
		decoded: map[*Stream][]byte{}}
	f.left = budget{
		decoded: l.Decoded,
		packed:  16<<20 + 2*len(data),
		work:    16 * (len(data) + 1<<20),
		places:  100_000 + len(data)/16,
		cache:   cacheMost(data),
		memo:    4 << 20,
	}
	f.header(data)
	if err := f.crossReferences(); err != nil {
		f.problem("the cross-references cannot be read: %v", err)
		f.rebuild()
	}
	f.verify()
	if f.catalogue() == nil && !f.Encrypted() {
		f.problem("the trailer leads to no catalogue")
		f.rebuild()
	}
	if f.catalogue() == nil && !f.Encrypted() {
		return nil, errors.New("this is no PDF that can be read: there is no catalogue")
	}
	f.catalogueVersion()
	return f, nil
}

func cacheMost(data []byte) int { return 8<<20 + len(data) }

// problem notes each trouble once, and not without end.
func (f *File) problem(format string, args ...any) {
	const most = 100
	if p := fmt.Sprintf(format, args...); len(f.problems) < most && !slices.Contains(f.problems, p) {
		f.problems = append(f.problems, p)
	}
}

// Problems is what was wrong with the file's own structure, as far as it was read.
func (f *File) Problems() []string { return slices.Clone(f.problems) }

// Trailer is the newest trailer dictionary.
func (f *File) Trailer() Dict { return f.trailer }

// Encrypted tells whether strings and streams are encrypted. They are not decrypted.
func (f *File) Encrypted() bool { return f.trailer["Encrypt"] != nil }

// Version is the version that the header names, or the catalogue when it names a later one, as "1.7".
func (f *File) Version() string { return f.version }

func (f *File) catalogue() Dict { return f.Dict(f.trailer["Root"]) }

func (f *File) catalogueVersion() {
	if v := string(f.Name(f.catalogue()["Version"])); len(v) == 3 && v > f.version {
		f.version = v
	}
}

// Numbers is the numbers of all objects, sorted.
func (f *File) Numbers() []int {
	nums := make([]int, 0, len(f.places))
	for num, p := range f.places {
		if p.kind != free {
			nums = append(nums, int(num))
		}
	}
	slices.Sort(nums)
	return nums
}

// Object is the object of a number, nil when there is none.
func (f *File) Object(num int) Object {
	if o, ok := f.cache[num]; ok {
		return o
	}
	at, ok := f.places[int32(num)]
	if !ok || int(int32(num)) != num || at.kind == free || f.depth >= mostChained || f.exhausted() {
		return nil
	}
	f.depth++
	defer func() { f.depth-- }()
	p := parser{refs: true, most: cacheMost(f.data)}
	var o Object
	if at.kind == packed {
		o = f.unpack(&p, num, at)
	} else {
		o = f.unwrap(&p, num, at)
	}
	if p.damaged {
		f.problem("object %d is damaged", num)
	}
	f.keep(num, o, p.weight)
	return o
}

// keep remembers an object. When there is no room all others are forgotten; whoever asks again has them parsed again.
func (f *File) keep(num int, o Object, weight int) {
	weight += 100
	if f.left.cache < weight {
		clear(f.cache)
		f.left.cache = cacheMost(f.data)
	}
	f.left.cache -= weight
	f.cache[num] = o
}

// parse reads the object where the parser stands.
func (f *File) parse(p *parser) Object {
	start := p.pos
	o, ok := p.object(0)
	p.damaged = p.damaged || !ok
	f.spend(p.pos - start)
	return o
}

// exhausted tells whether so much was looked at that nothing more is.
func (f *File) exhausted() bool {
	if f.left.work < 0 {
		f.problem("there is too much to read, so that some was not")
	}
	return f.left.work < 0
}

func (f *File) spend(bytes int) { f.left.work -= bytes + 1 }
