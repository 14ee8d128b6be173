package cos

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
)

// mostNested is how deep arrays and dictionaries may stand in each other, written or read.
const mostNested = 500

// collector finds the objects that a file needs, gives them numbers, and refuses what cannot be written.
type collector struct {
	b       *Builder
	numbers []int // by the builder's number less 1; 0 is not reached
	order   []int // the builder's numbers less 1, in the order of the new ones
	found   []int // what the object at hand refers to
}

// reach numbers an object and all it leads to. It keeps its own stack, as an outline is one long chain.
func (c *collector) reach(r Ref) error {
	if err := c.refer(r); err != nil {
		return err
	}
	waiting := slices.Clone(c.found)
	for len(waiting) > 0 {
		at := waiting[len(waiting)-1]
		waiting = waiting[:len(waiting)-1]
		if c.numbers[at] != 0 {
			continue
		}
		c.order = append(c.order, at)
		c.numbers[at] = len(c.order)
		c.found = c.found[:0]
		if _, ok := c.b.objects[at].(Ref); ok {
			return fmt.Errorf("object %d is itself a reference", at+1)
		}
		if err := c.look(c.b.objects[at], 0); err != nil {
			return fmt.Errorf("object %d: %w", at+1, err)
		}
		slices.Reverse(c.found)
		waiting = append(waiting, c.found...)
	}
	return nil
}

func (c *collector) refer(r Ref) error {
	if c.b.Get(r) == nil {
		return fmt.Errorf("there is no object %d %d to refer to", r.Num, r.Gen)
	}
	if c.numbers[r.Num-1] == 0 {
		c.found = append(c.found, r.Num-1)
	}
	return nil
}

func (c *collector) look(o Object, depth int) error {
	if depth > mostNested {
		return fmt.Errorf("more than %d objects in each other", mostNested)
	}
	switch o := o.(type) {
	case nil, bool, int, String:
		return nil
	case float64:
		if math.IsNaN(o) || math.IsInf(o, 0) {
			return fmt.Errorf("%v is no number that can be written", o)
		}
		return nil
	case Name:
		return lookName(o)
	case Ref:
		return c.refer(o)
	case Array:
		for i, item := range o {
			if err := c.lookInside(item, depth); err != nil {
				return fmt.Errorf("item %d: %w", i, err)
			}
		}
		return nil
	case Dict:
		return c.lookDict(o, depth, "")
	case *Stream:
		if o == nil {
			return errors.New("a stream is nil")
		}
		return c.lookDict(o.Dict, depth, "Length")
	}
	return fmt.Errorf("%T is no type of PDF", o)
}

// lookDict passes over one key, the length of a stream, which is not written as it is.
func (c *collector) lookDict(d Dict, depth int, but Name) error {
	var room [16]Name
	for _, k := range sortedKeys(room[:0], d) {
		if k == but {
			continue
		}
		if err := lookName(k); err != nil {
			return err
		}
		if err := c.lookInside(d[k], depth); err != nil {
			return fmt.Errorf("/%s: %w", k, err)
		}
	}
	return nil
}

// lookInside refuses a stream, which must be an object of its own (7.3.8).
func (c *collector) lookInside(o Object, depth int) error {
	if _, ok := o.(*Stream); ok {
		return errors.New("a stream inside another object; refer to it instead")
	}
	return c.look(o, depth+1)
}

// lookName refuses the one character that no name may have (7.3.5).
func lookName(n Name) error {
	if strings.IndexByte(string(n), 0) >= 0 {
		return fmt.Errorf("the name %q holds a zero byte", string(n))
	}
	return nil
}
