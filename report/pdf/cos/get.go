package cos

// Resolve follows references. What is not there, or leads round in a circle, is nil.
func (f *File) Resolve(o Object) Object {
	for range mostChained {
		r, ok := o.(Ref)
		if !ok {
			return o
		}
		o = nil
		if f.generation(r.Num) == r.Gen {
			o = f.Object(r.Num)
		}
	}
	return nil
}

// generation is 0 for what is in an object stream.
func (f *File) generation(num int) int {
	if p := f.places[int32(num)]; p.kind == alone && int(int32(num)) == num {
		return int(p.index)
	}
	return 0
}

// Dict is the dictionary that the object is or refers to, a stream's its own; nil when it is something else.
func (f *File) Dict(o Object) Dict {
	switch o := f.Resolve(o).(type) {
	case Dict:
		return o
	case *Stream:
		return o.Dict
	}
	return nil
}

// Array is the array that the object is or refers to, else nil.
func (f *File) Array(o Object) Array {
	a, _ := f.Resolve(o).(Array)
	return a
}

// Stream is the stream that the object refers to, else nil.
func (f *File) Stream(o Object) *Stream {
	s, _ := f.Resolve(o).(*Stream)
	return s
}

// Name is the name that the object is or refers to, else empty.
func (f *File) Name(o Object) Name {
	n, _ := f.Resolve(o).(Name)
	return n
}

// String is the string that the object is or refers to, its bytes as they are: TextOf makes them text.
func (f *File) String(o Object) (string, bool) {
	s, ok := f.Resolve(o).(String)
	return string(s), ok
}

// Int is the whole number that the object is or refers to.
func (f *File) Int(o Object) (int, bool) {
	switch v := f.Resolve(o).(type) {
	case int:
		return v, true
	case float64:
		if v == float64(int32(v)) { // 12.0 is written where 12 is meant
			return int(v), true
		}
	}
	return 0, false
}

// Number is the number that the object is or refers to.
func (f *File) Number(o Object) (float64, bool) {
	switch v := f.Resolve(o).(type) {
	case int:
		return float64(v), true
	case float64:
		return v, true
	}
	return 0, false
}

// Bool is the truth value that the object is or refers to.
func (f *File) Bool(o Object) (v, ok bool) {
	v, ok = f.Resolve(o).(bool)
	return v, ok
}
