package cos

import (
	"fmt"
	"io"
)

// Builder collects the objects of a file.
type Builder struct {
	objects []Object // by number less 1; nil is reserved and not set
	deflate deflater
}

// NewBuilder is a file without objects.
func NewBuilder() *Builder { return &Builder{} }

// Add makes an object an indirect one.
func (b *Builder) Add(o Object) Ref {
	b.objects = append(b.objects, o)
	return Ref{Num: len(b.objects)}
}

// Reserve is the number of an object that is set later.
func (b *Builder) Reserve() Ref { return b.Add(nil) }

// Set gives a reserved number its object, or a number another object.
func (b *Builder) Set(r Ref, o Object) {
	if !b.has(r) {
		panic(fmt.Sprintf("cos: the builder never gave out the number %d %d", r.Num, r.Gen))
	}
	b.objects[r.Num-1] = o
}

// Get is the object of a number, nil when there is none.
func (b *Builder) Get(r Ref) Object {
	if !b.has(r) {
		return nil
	}
	return b.objects[r.Num-1]
}

// Flate is what the function Flate makes of the data, with less work when there are many.
func (b *Builder) Flate(data []byte) *Stream { return b.deflate.stream(data) }

// Write writes the objects that the catalogue root and the document information info lead to; the zero Ref as info
// is none. They are numbered in the order in which a walk from the root meets them, depth first, so that the same
// objects give the same bytes in whatever order they were added. A reference to nothing, a number that is none, and
// whatever else a file cannot hold is an error, and nothing is written.
func (b *Builder) Write(w io.Writer, root, info Ref) error {
	c := collector{b: b, numbers: make([]int, len(b.objects))}
	if _, ok := b.Get(root).(Dict); !ok {
		return fmt.Errorf("the catalogue is no dictionary")
	}
	if err := c.reach(root); err != nil {
		return err
	}
	if info != (Ref{}) {
		if err := c.reach(info); err != nil {
			return err
		}
	}
	out := fileWriter{b: b, order: c.order, formatter: formatter{c.numbers}}
	_, err := w.Write(out.file(root, info))
	return err
}

func (b *Builder) has(r Ref) bool { return r.Gen == 0 && r.Num > 0 && r.Num <= len(b.objects) }
