package sav_test

import (
	"bytes"
	"testing"

	"lysark/report/survey/sav"
	"lysark/report/survey/sav/savtest"
)

// large is a file with 60 variables, eight of them texts, and 200 times as many cases as are written: cases whose codes
// fill whole groups can be repeated.
func large(b *testing.B, packing savtest.Packing, cases int) []byte {
	file := savtest.File{Packing: packing, Uncounted: true}
	for i := range 60 {
		v := savtest.Variable{Name: "v"}
		if i%8 == 7 {
			v.Width = 8
		}
		file.Variables = append(file.Variables, v)
	}
	for i := range cases / 200 {
		row := make([]any, 60)
		for j := range row {
			switch row[j] = (i * j) % 7; {
			case j%8 == 7:
				row[j] = "svar " + string(rune('a'+i%5))
			case j == 58:
				row[j] = float64(i) * 1.1
			}
		}
		file.Rows = append(file.Rows, row)
	}
	data := file.Bytes()
	file.Rows = nil
	empty := file.Bytes()
	return append(empty, bytes.Repeat(data[len(empty):], 200)...)
}

func BenchmarkRead(b *testing.B) {
	for name, packing := range map[string]savtest.Packing{"plain": savtest.Plain, "bytecode": savtest.Bytecode} {
		data := large(b, packing, 200_000)
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				f, err := sav.Read(data, sav.Options{})
				if err != nil {
					b.Fatal(err)
				}
				n := 0
				for _, err := range f.Each() {
					if err != nil {
						b.Fatal(err)
					}
					n++
				}
				if n != 200_000 {
					b.Fatalf("%d cases", n)
				}
			}
		})
	}
}
