package cos

import (
	"math"
	"slices"
	"strconv"
)

// Format is an object as PDF syntax, in as few bytes as it takes: numbers with at most four decimals, strings as they
// read when they are printable ASCII, else as hexadecimal digits.
func Format(o Object) string { return string(formatter{}.append(nil, o)) }

// formatter appends objects to bytes.
type formatter struct {
	numbers []int // new object numbers by the old ones less 1; nil leaves them as they are
}

func (f formatter) append(dst []byte, o Object) []byte {
	switch o := o.(type) {
	case bool:
		return strconv.AppendBool(apart(dst), o)
	case int:
		return strconv.AppendInt(apart(dst), int64(o), 10)
	case float64:
		return appendNumber(apart(dst), o)
	case Name:
		return appendName(dst, o)
	case String:
		return appendString(dst, o)
	case Array:
		return f.appendArray(dst, o)
	case Dict:
		return f.appendDict(dst, o)
	case Ref:
		return f.appendRef(apart(dst), o)
	case *Stream:
		if o != nil {
			return f.appendStream(dst, o)
		}
	}
	return append(apart(dst), "null"...)
}

// apart keeps what comes next from growing together with what stands there. After a slash alone, the empty name, it
// would be read as the name.
func apart(dst []byte) []byte {
	if len(dst) == 0 {
		return dst
	}
	if last := dst[len(dst)-1]; isRegular(last) || last == '/' {
		return append(dst, ' ')
	}
	return dst
}

func appendNumber(dst []byte, v float64) []byte {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return append(dst, "null"...)
	}
	start := len(dst)
	dst = strconv.AppendFloat(dst, v, 'f', 4, 64)
	for dst[len(dst)-1] == '0' {
		dst = dst[:len(dst)-1]
	}
	if dst[len(dst)-1] == '.' {
		dst = dst[:len(dst)-1]
	}
	if string(dst[start:]) == "-0" {
		return append(dst[:start], '0')
	}
	return dst
}

func appendName(dst []byte, n Name) []byte {
	dst = append(dst, '/')
	for i := range len(n) {
		if c := n[i]; !isRegular(c) || c == '#' || c < '!' || c > '~' {
			dst = append(dst, '#')
			dst = appendHex(dst, c)
			continue
		}
		dst = append(dst, n[i])
	}
	return dst
}

func appendString(dst []byte, s String) []byte {
	if !printable(s) {
		dst = append(dst, '<')
		for i := range len(s) {
			dst = appendHex(dst, s[i])
		}
		return append(dst, '>')
	}
	dst = append(dst, '(')
	for i := range len(s) {
		if c := s[i]; c == '(' || c == ')' || c == '\\' {
			dst = append(dst, '\\')
		}
		dst = append(dst, s[i])
	}
	return append(dst, ')')
}

func printable(s String) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

func appendHex(dst []byte, c byte) []byte {
	const digits = "0123456789ABCDEF"
	return append(dst, digits[c>>4], digits[c&15])
}

func (f formatter) appendArray(dst []byte, a Array) []byte {
	dst = append(dst, '[')
	for _, o := range a {
		dst = f.append(dst, o)
	}
	return append(dst, ']')
}

// appendDict leaves out what is null, which is as if it were not there (7.3.7).
func (f formatter) appendDict(dst []byte, d Dict) []byte {
	var room [16]Name
	dst = append(dst, "<<"...)
	for _, k := range sortedKeys(room[:0], d) {
		if d[k] == nil {
			continue
		}
		dst = appendName(dst, k)
		dst = f.append(dst, d[k])
	}
	return append(dst, ">>"...)
}

func sortedKeys(room []Name, d Dict) []Name {
	for k := range d {
		room = append(room, k)
	}
	slices.Sort(room)
	return room
}

func (f formatter) appendRef(dst []byte, r Ref) []byte {
	if f.numbers != nil {
		r = Ref{Num: f.numbers[r.Num-1]}
	}
	dst = strconv.AppendInt(dst, int64(r.Num), 10)
	dst = append(dst, ' ')
	dst = strconv.AppendInt(dst, int64(r.Gen), 10)
	return append(dst, " R"...)
}

func (f formatter) appendStream(dst []byte, s *Stream) []byte {
	d := make(Dict, len(s.Dict)+1)
	for k, v := range s.Dict {
		d[k] = v
	}
	d["Length"] = len(s.Data)
	dst = f.appendDict(dst, d)
	dst = append(dst, "\nstream\n"...)
	dst = append(dst, s.Data...)
	return append(dst, "\nendstream"...)
}
