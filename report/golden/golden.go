// Package golden is for tests: it compares what they make with files under testdata. UPDATE=1 in the environment
// rewrites the files; a file that no test asks for fails, so that none goes stale.
package golden

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Set is a folder of golden files that one test owns.
type Set struct {
	t    testing.TB
	dir  string
	used map[string]bool
}

// New is the set of the folder. When the test is over, the files that it did not ask for fail it.
func New(t testing.TB, dir string) *Set {
	s := &Set{t: t, dir: dir, used: map[string]bool{}}
	t.Cleanup(s.unused)
	return s
}

// Text compares a text and shows the first lines that differ.
func (s *Set) Text(name, got string) {
	s.t.Helper()
	want, ok := s.file(name, []byte(got))
	if !ok || string(want) == got {
		return
	}
	s.t.Errorf("%s differs; UPDATE=1 accepts it\n%s", filepath.Join(s.dir, name), diff(string(want), got))
}

// How much two pictures may differ and still be the same to the eye: text is drawn alike everywhere, but arithmetic
// differs in the last bit between machines.
const (
	channelMost = 24    // of 255, in any channel
	pixelsMost  = 0.005 // share of pixels that may differ by more
)

// PNG compares a picture, with a small tolerance.
func (s *Set) PNG(name string, got []byte) {
	s.t.Helper()
	want, ok := s.file(name, got)
	if !ok || bytes.Equal(want, got) {
		return
	}
	off, err := distance(want, got)
	switch {
	case err != nil:
		s.t.Errorf("%s: %v; UPDATE=1 accepts it", filepath.Join(s.dir, name), err)
	case off > pixelsMost:
		s.t.Errorf("%s differs in %.2f %% of its pixels; UPDATE=1 accepts it", filepath.Join(s.dir, name), off*100)
	}
}

// file is the golden file, first rewritten when asked; false when there is nothing to compare.
func (s *Set) file(name string, got []byte) ([]byte, bool) {
	s.t.Helper()
	if s.used[name] {
		s.t.Errorf("the golden file %s is used twice", name)
	}
	s.used[name] = true
	path := filepath.Join(s.dir, name)
	if updating() {
		if err := os.MkdirAll(s.dir, 0o777); err != nil {
			s.t.Fatal(err)
		}
		if err := s.rewrite(path, got); err != nil {
			s.t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		s.t.Errorf("%v; UPDATE=1 writes it", err)
		return nil, false
	}
	return want, true
}

// rewrite leaves a picture alone that is the same to the eye: its bytes change with every version of the encoder.
func (s *Set) rewrite(path string, got []byte) error {
	if old, err := os.ReadFile(path); err == nil && filepath.Ext(path) == ".png" {
		if off, err := distance(old, got); err == nil && off <= pixelsMost {
			return nil
		}
	}
	return os.WriteFile(path, got, 0o666)
}

func updating() bool { return os.Getenv("UPDATE") != "" }

// unused fails the test for each file it did not ask for, or removes it when rewriting.
func (s *Set) unused() {
	if s.t.Failed() || s.t.Skipped() {
		return
	}
	entries, err := os.ReadDir(s.dir)
	if err != nil {
		return // the test asked for nothing
	}
	for _, e := range entries {
		if s.used[e.Name()] {
			continue
		}
		path := filepath.Join(s.dir, e.Name())
		if updating() {
			os.Remove(path)
			continue
		}
		s.t.Errorf("no test uses %s; UPDATE=1 removes it", path)
	}
}

// diff is the lines that differ, at most a screenful, each with its number.
func diff(want, got string) string {
	const most = 12
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	var b strings.Builder
	shown := 0
	for i := range max(len(w), len(g)) {
		var a, c string
		if i < len(w) {
			a = w[i]
		}
		if i < len(g) {
			c = g[i]
		}
		if a == c {
			continue
		}
		if shown++; shown > most {
			b.WriteString("…\n")
			break
		}
		fmt.Fprintf(&b, "%4d - %s\n     + %s\n", i+1, a, c)
	}
	return b.String()
}

// distance is the share of pixels that differ visibly.
func distance(want, got []byte) (float64, error) {
	a, err := png.Decode(bytes.NewReader(want))
	if err != nil {
		return 0, fmt.Errorf("the golden picture: %w", err)
	}
	b, err := png.Decode(bytes.NewReader(got))
	if err != nil {
		return 0, err
	}
	if a.Bounds() != b.Bounds() {
		return 0, fmt.Errorf("the picture is %v, want %v", b.Bounds().Size(), a.Bounds().Size())
	}
	off := 0
	for y := range a.Bounds().Dy() {
		for x := range a.Bounds().Dx() {
			if visible(a, b, x, y) {
				off++
			}
		}
	}
	return float64(off) / float64(a.Bounds().Dx()*a.Bounds().Dy()), nil
}

func visible(a, b image.Image, x, y int) bool {
	r0, g0, b0, _ := a.At(x, y).RGBA()
	r1, g1, b1, _ := b.At(x, y).RGBA()
	far := func(p, q uint32) bool { return max(p, q)-min(p, q) > channelMost<<8 }
	return far(r0, r1) || far(g0, g1) || far(b0, b1)
}
