package cos

import (
	"crypto/sha256"
	"math/bits"
	"strconv"
)

// mostPacked is how many objects an object stream holds. Readers inflate all of it to read one.
const mostPacked = 100

// fileWriter lays out a file: header, the objects that stand alone, object streams, cross-reference stream.
type fileWriter struct {
	formatter
	b       *Builder
	order   []int   // the builder's numbers less 1, in the order of the new ones
	entries []entry // where each new number is; number 0 is always free
	out     []byte
}

// entry is one line of the cross-references (7.5.8.3).
type entry struct {
	kind  int // 0 free, 1 alone, 2 packed
	where int // offset in the file, or number of the object stream
	index int // generation, or index in the object stream
}

func (f *fileWriter) file(root, info Ref) []byte {
	f.out = make([]byte, 0, f.size())
	f.entries = make([]entry, len(f.order)+1, len(f.order)+len(f.order)/mostPacked+3)
	f.entries[0].index = 65535
	f.out = append(f.out, "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"...)
	var packed []int
	for i, at := range f.order {
		if _, stream := f.b.objects[at].(*Stream); !stream && at != root.Num-1 && at != info.Num-1 {
			packed = append(packed, i+1)
			continue
		}
		f.object(i+1, f.b.objects[at])
	}
	for len(packed) > 0 {
		n := min(len(packed), mostPacked)
		f.pack(packed[:n])
		packed = packed[n:]
	}
	f.crossReferences(root, info)
	return f.out
}

// size guesses the bytes of the file, so that they are seldom moved.
func (f *fileWriter) size() int {
	n := 1024
	for _, at := range f.order {
		n += 80
		if s, ok := f.b.objects[at].(*Stream); ok {
			n += 120 + len(s.Data)
		}
	}
	return n
}

func (f *fileWriter) object(num int, o Object) {
	f.entries[num] = entry{kind: 1, where: len(f.out)}
	f.out = strconv.AppendInt(f.out, int64(num), 10)
	f.out = append(f.out, " 0 obj\n"...)
	f.out = f.append(f.out, o)
	f.out = append(f.out, "\nendobj\n"...)
}

// pack writes an object stream (7.5.7): pairs of number and offset, then the objects.
func (f *fileWriter) pack(nums []int) {
	stream := len(f.entries)
	f.entries = append(f.entries, entry{})
	var head, body []byte
	for i, num := range nums {
		f.entries[num] = entry{kind: 2, where: stream, index: i}
		head = strconv.AppendInt(head, int64(num), 10)
		head = append(head, ' ')
		head = strconv.AppendInt(head, int64(len(body)), 10)
		head = append(head, ' ')
		body = f.append(body, f.b.objects[f.order[num-1]])
		body = append(body, '\n')
	}
	s := f.b.deflate.stream(append(head, body...))
	s.Dict["Type"], s.Dict["N"], s.Dict["First"] = Name("ObjStm"), len(nums), len(head)
	f.object(stream, s)
}

// crossReferences writes the cross-reference stream, which is the trailer too (7.5.8).
func (f *fileWriter) crossReferences(root, info Ref) {
	start := len(f.out)
	num := len(f.entries)
	f.entries = append(f.entries, entry{kind: 1, where: start})
	sum := sha256.Sum256(f.out)
	id := String(sum[:16])
	width := max(2, (bits.Len(uint(max(start, num)))+7)/8)
	s := f.b.deflate.stream(upward(f.table(width), 1+width+2))
	s.Dict["Type"], s.Dict["Size"], s.Dict["ID"] = Name("XRef"), len(f.entries), Array{id, id}
	s.Dict["W"] = Array{1, width, 2}
	s.Dict["DecodeParms"] = Dict{"Predictor": 12, "Columns": 1 + width + 2}
	s.Dict["Root"] = root
	if info != (Ref{}) {
		s.Dict["Info"] = info
	}
	f.object(num, s)
	f.out = append(f.out, "startxref\n"...)
	f.out = strconv.AppendInt(f.out, int64(start), 10)
	f.out = append(f.out, "\n%%EOF\n"...)
}

func (f *fileWriter) table(width int) []byte {
	t := make([]byte, 0, len(f.entries)*(1+width+2))
	for _, e := range f.entries {
		t = append(t, byte(e.kind))
		for shift := 8 * (width - 1); shift >= 0; shift -= 8 {
			t = append(t, byte(e.where>>shift))
		}
		t = append(t, byte(e.index>>8), byte(e.index))
	}
	return t
}

// upward predicts each row by the one above, PNG's way: cross-references differ in little, so they deflate better.
func upward(data []byte, columns int) []byte {
	out := make([]byte, 0, len(data)+len(data)/columns)
	for row := 0; row < len(data); row += columns {
		out = append(out, 2)
		for i := row; i < row+columns; i++ {
			above := byte(0)
			if row > 0 {
				above = data[i-columns]
			}
			out = append(out, data[i]-above)
		}
	}
	return out
}
