package pdf

import (
	"encoding/binary"
	"math"

	"lysark/report/pdf/cos"
)

// outputIntent says that the colours are sRGB's (ISO 19005-2, 6.2.3).
func (a *assembly) outputIntent() cos.Dict {
	profile := cos.Flate(sRGBProfile())
	profile.Dict["N"] = 3
	return cos.Dict{
		"Type": cos.Name("OutputIntent"), "S": cos.Name("GTS_PDFA1"), "DestOutputProfile": a.Add(profile),
		"OutputConditionIdentifier": cos.String("sRGB IEC61966-2.1"), "Info": cos.String("sRGB IEC61966-2.1"),
	}
}

// sRGBProfile is an ICC profile, version 2.1 (ICC.1:1998-09), of a display with the primaries of sRGB, adapted to D50,
// and its transfer curve (IEC 61966-2-1).
func sRGBProfile() []byte {
	curve := transferCurve()
	tags := []struct {
		name string
		data []byte
	}{
		{"desc", description("sRGB")},
		{"cprt", append([]byte("text\x00\x00\x00\x00"), "No copyright, use freely\x00"...)},
		{"wtpt", xyz(0.9642, 1, 0.82491)},
		{"rXYZ", xyz(0.43607, 0.22249, 0.01392)},
		{"gXYZ", xyz(0.38515, 0.71687, 0.09708)},
		{"bXYZ", xyz(0.14307, 0.06061, 0.7141)},
		{"rTRC", curve}, {"gTRC", curve}, {"bTRC", curve},
	}
	const header, entry = 128, 12
	table := binary.BigEndian.AppendUint32(nil, uint32(len(tags)))
	var data []byte
	start := header + 4 + entry*len(tags)
	shared := 0 // where the curve stands, which the three channels share
	for _, t := range tags {
		at := start + len(data)
		if t.name == "gTRC" || t.name == "bTRC" {
			at = shared
		} else {
			data = append(data, t.data...)
			for len(data)%4 != 0 {
				data = append(data, 0)
			}
		}
		shared = at
		table = append(table, t.name...)
		table = binary.BigEndian.AppendUint32(table, uint32(at))
		table = binary.BigEndian.AppendUint32(table, uint32(len(t.data)))
	}
	return append(append(profileHeader(start+len(data)), table...), data...)
}

func profileHeader(size int) []byte {
	h := make([]byte, 128)
	binary.BigEndian.PutUint32(h, uint32(size))
	binary.BigEndian.PutUint32(h[8:], 0x02100000)
	copy(h[12:], "mntrRGB XYZ ")
	for i, v := range []uint16{1998, 9, 1} { // of the standard, as a profile has to have a date
		binary.BigEndian.PutUint16(h[24+2*i:], v)
	}
	copy(h[36:], "acsp")
	copy(h[68:], xyz(0.9642, 1, 0.82491)[8:]) // what the numbers are relative to: D50
	return h
}

func xyz(values ...float64) []byte {
	b := []byte("XYZ \x00\x00\x00\x00")
	for _, v := range values {
		b = binary.BigEndian.AppendUint32(b, uint32(math.Round(v*65536)))
	}
	return b
}

// description is a name in ASCII, with the Unicode and Macintosh names left empty.
func description(name string) []byte {
	b := binary.BigEndian.AppendUint32([]byte("desc\x00\x00\x00\x00"), uint32(len(name)+1))
	b = append(append(b, name...), 0)
	return append(b, make([]byte, 4+4+2+1+67)...)
}

// transferCurve is light by signal, at 1024 places.
func transferCurve() []byte {
	const places = 1024
	b := binary.BigEndian.AppendUint32([]byte("curv\x00\x00\x00\x00"), places)
	for i := range places {
		v := float64(i) / (places - 1)
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		b = binary.BigEndian.AppendUint16(b, uint16(math.Round(v*65535)))
	}
	return b
}
