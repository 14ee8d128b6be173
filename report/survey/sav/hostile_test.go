package sav_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"math/rand"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"lysark/report/survey/sav"
	"lysark/report/survey/sav/savtest"
)

// all reads a file to its end.
func all(data []byte) (n int, err error) {
	f, err := sav.Read(data, sav.Options{})
	if err != nil {
		return 0, err
	}
	for _, s := range f.Sets {
		for i := range s.Variables {
			f.Option(s, i)
		}
	}
	for cells, err := range f.Each() {
		if err != nil {
			return n, err
		}
		for i, c := range cells {
			f.Variables[i].Labels.Of(c.Text)
		}
		n++
	}
	return n, nil
}

// forms are a file in each form.
func forms() [][]byte {
	var out [][]byte
	for _, packing := range []savtest.Packing{savtest.Plain, savtest.Bytecode, savtest.Zlib} {
		file := canteen()
		file.Packing, file.BigEndian, file.Block = packing, packing == savtest.Bytecode, 200
		out = append(out, file.Bytes())
	}
	return out
}

// wantError tells of an error that is not told in words.
func wantError(t *testing.T, what any, err error) {
	t.Helper()
	var e *sav.Error
	if !errors.As(err, &e) || e.Message == "" || e.Hint == "" {
		t.Errorf("%v: %v, without words or a hint", what, err)
	}
}

func TestAFileCutOffAnywhereIsTold(t *testing.T) {
	for i, data := range forms() {
		for n := range data {
			_, err := all(data[:n])
			if err == nil {
				t.Errorf("form %d: the first %d of %d bytes are taken for the whole", i, n, len(data))
				continue
			}
			wantError(t, n, err)
		}
	}
}

func TestAByteThatIsWrongDoesNoHarm(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewSource(1))
	for _, data := range forms() {
		for i := range data {
			for _, b := range []byte{0, 0xff, data[i] ^ byte(1<<random.Intn(8))} {
				wrong := slices.Clone(data)
				wrong[i] = b
				if _, err := all(wrong); err != nil {
					wantError(t, i, err)
				}
			}
		}
	}
}

func TestOtherFilesAreToldByName(t *testing.T) {
	portable := strings.Repeat("ASCII SPSS PORT FILE                    ", 5) + strings.Repeat("0123456789ABCDEF", 16) + "SPSSPORTA8"
	var lines []string
	for part := range slices.Chunk([]byte(portable), 80) {
		lines = append(lines, string(part))
	}
	for _, tt := range []struct{ name, data, want string }{
		{"portable", strings.Join(lines, "\r\n"), "portable file"},
		{"encrypted", "\x1c\x00\x00\x00\x00\x00\x00\x00ENCRYPTEDSAV\x15\x00\x00\x00" + strings.Repeat("x", 99), "password"},
		{"mainframe", "\x5b\xc6\xd3\xf2\x7c\x4d\x7b\x5d", "mainframe"},
		{"SPSS/PC+", "\x02\x00\x00\x00\x00\x00\x00\x00" + strings.Repeat("\x00", 264) + "PCSPSS SYSTEM FILE.  SPSS/PC+", "SPSS/PC+"},
		{"SAS", strings.Repeat("\x00", 12) + "\xc2\xea\x81\x60\xb3\x14\x11\xcf\xbd\x92\x08\x00\x09\xc7\x31\x8c\x18\x1f\x10\x11", "SAS"},
		{"SAS transport", "HEADER RECORD*******LIBRARY HEADER RECORD!!!!!!!", "SAS"},
		{"Stata", "<stata_dta><header><release>118</release>", "Stata"},
		{"older Stata", "\x72\x02\x01\x00\x07\x00M\x00\x00\x00", "Stata"},
	} {
		if !sav.Is([]byte(tt.data)) {
			t.Errorf("%s: not known", tt.name)
		}
		_, err := all([]byte(tt.data))
		wantError(t, tt.name, err)
		if !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
	for _, none := range []string{"", "id;svar\n1;ja\n", "PK\x03\x04", "$FL1", "rent tekst"} {
		if sav.Is([]byte(none)) {
			t.Errorf("%q is taken for SPSS", none)
		}
		_, err := all([]byte(none))
		wantError(t, none, err)
	}
	if !sav.Is(canteen().Bytes()) {
		t.Error("a data file is not known")
	}
}

// TestASmallFileNeverTakesMuchRoom holds what a few kilobytes may ask for, and for how long.
func TestASmallFileNeverTakesMuchRoom(t *testing.T) {
	for name, data := range bombs() {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		start := time.Now()
		_, err := all(data)
		took := time.Since(start)
		runtime.ReadMemStats(&after)
		t.Logf("%s: %d bytes, %d kB, %v, %v", name, len(data), (after.TotalAlloc-before.TotalAlloc)>>10, took, err)
		if got := (after.TotalAlloc - before.TotalAlloc) >> 20; got > 64 || took > 5*time.Second {
			t.Errorf("%s: %d bytes took %d MB and %v (%v)", name, len(data), got, took, err)
		}
	}
}

func bombs() map[string][]byte {
	little := binary.LittleEndian
	base := savtest.File{Variables: []savtest.Variable{{Name: "a"}}, Rows: [][]any{{1}}}.Bytes()
	at := bytes.Index(base, []byte{0xe7, 3, 0, 0, 0, 0, 0, 0}) // the end of what comes before the cases
	with := func(records ...uint32) []byte {
		data := slices.Clone(base[:at])
		for _, n := range records {
			data = little.AppendUint32(data, n)
		}
		return append(data, base[at:]...)
	}
	shapes := savtest.File{Rows: [][]any{}}
	for i := range 900 { // each with a width of its own, and so with texts of its own for the same labels
		shapes.Variables = append(shapes.Variables, savtest.Variable{Name: "v", Format: savtest.Format{Type: 16, Width: i % 256}})
	}
	for i := range 1500 {
		shapes.Variables[0].Labels = append(shapes.Variables[0].Labels, savtest.Label{Value: i, Label: strings.Repeat("x", 200)})
	}
	many := shapes.Bytes()
	last := bytes.LastIndex(many, little.AppendUint32([]byte{4, 0, 0, 0}, 1))
	all := little.AppendUint32(slices.Clone(many[:last+4]), 900)
	for i := range 900 {
		all = little.AppendUint32(all, uint32(i+1))
	}
	all = append(all, many[last+12:]...)
	blank := savtest.File{Variables: []savtest.Variable{{Name: "a"}}, Packing: savtest.Zlib, Uncounted: true}
	for range 500_000 {
		blank.Rows = append(blank.Rows, []any{nil})
	}
	return map[string][]byte{
		"labels":          with(3, 0x7fffffff),
		"label variables": with(3, 0, 4, 0x7fffffff),
		"documents":       with(6, 0x7fffffff),
		"an info":         with(7, 99, 0x7fffffff, 0x7fffffff),
		"a negative info": with(7, 99, 0xffffffff, 0xffffffff),
		"shapes":          all,
		"blocks":          blank.Bytes(),
	}
}

func FuzzRead(f *testing.F) {
	for _, data := range forms() {
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if _, err := all(data); err != nil {
			wantError(t, len(data), err)
		}
	})
}
