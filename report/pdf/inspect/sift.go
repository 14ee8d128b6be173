package inspect

import (
	"slices"
	"strconv"

	"lysark/report/pdf/cos"
)

// sift looks at every object of the file, and all that is in it, for what PDF/A forbids wherever it stands. As each is
// read, the damage that none of the others' readers came across is found as well.
func (f *file) sift() {
	left := mostObjects
	for _, num := range f.pdf.Numbers() {
		if f.siftObject(num, f.pdf.Object(num), 0, &left); left < 0 {
			f.cut("objects")
			return
		}
	}
}

func (f *file) siftObject(num int, o cos.Object, depth int, left *int) {
	if *left--; *left < 0 || depth > deepTree {
		return
	}
	switch v := o.(type) {
	case cos.Array:
		for _, e := range v {
			f.siftObject(num, e, depth+1, left)
		}
	case cos.Dict:
		f.siftAction(num, v)
		for _, k := range sortedKeys(v) {
			f.siftValue(num, k)
			f.siftObject(num, v[k], depth+1, left)
		}
	case *cos.Stream:
		f.siftStream(num, v)
		f.siftObject(num, v.Dict, depth+1, left)
	default:
		f.siftValue(num, o)
	}
}

// siftValue holds a value against the limits of ISO 19005-2, 6.1.13.
func (f *file) siftValue(num int, o cos.Object) {
	at := place{where: object(num)}
	switch v := o.(type) {
	case int:
		if v > 1<<31-1 || v < -1<<31 {
			f.see(largeInteger, at, strconv.Itoa(v))
		}
	case float64:
		if abs(v) > 3.403e38 {
			f.see(largeReal, at, strconv.FormatFloat(v, 'g', 4, 64))
		}
	case cos.String:
		if len(v) > 32767 {
			f.see(longString, at, strconv.Itoa(len(v)))
		}
	case cos.Name:
		if len(v) > 127 {
			f.see(longName, at, printable(string(v[:20])))
		}
	}
}

func (f *file) siftStream(num int, s *cos.Stream) {
	allowed := []cos.Name{"ASCIIHexDecode", "ASCII85Decode", "FlateDecode", "RunLengthDecode", "CCITTFaxDecode", "JBIG2Decode", "DCTDecode", "JPXDecode"}
	at := place{where: object(num)}
	if f.has(s.Dict, "F") || f.has(s.Dict, "FFilter") || f.has(s.Dict, "FDecodeParms") {
		f.see(externalStream, at, "")
	}
	f.eachKid(s.Dict["Filter"], func(o cos.Object) {
		if name := f.pdf.Name(o); !slices.Contains(allowed, name) {
			f.see(foreignFilter, at, f.word(o))
		}
	})
}

// siftAction knows an action by its type, as it may be reached from anywhere.
func (f *file) siftAction(num int, d cos.Dict) {
	forbidden := []cos.Name{"Launch", "Sound", "Movie", "ResetForm", "ImportData", "Hide", "SetOCGState", "Rendition", "Trans", "GoTo3DView", "JavaScript"}
	kind, typ := f.pdf.Name(d["S"]), f.pdf.Name(d["Type"])
	if kind == "" || typ != "" && typ != "Action" || d["P"] != nil { // a structure element names what it is in
		return
	}
	if slices.Contains(forbidden, kind) {
		f.see(forbiddenAction, place{where: object(num)}, string(kind))
	}
	if name := f.pdf.Name(d["N"]); kind == "Named" && !slices.Contains([]cos.Name{"NextPage", "PrevPage", "FirstPage", "LastPage"}, name) {
		f.see(forbiddenAction, place{where: object(num)}, "Named: "+f.word(d["N"]))
	}
}
