package golden

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// fake stands in for a test: it collects what would fail it.
type fake struct {
	testing.TB
	told     []string
	cleanups []func()
}

func (f *fake) Helper()                   {}
func (f *fake) Failed() bool              { return len(f.told) > 0 }
func (f *fake) Skipped() bool             { return false }
func (f *fake) Cleanup(c func())          { f.cleanups = append(f.cleanups, c) }
func (f *fake) Errorf(s string, a ...any) { f.told = append(f.told, s) }

// over runs what comes at the test's end.
func (f *fake) over() *fake {
	for _, c := range f.cleanups {
		c()
	}
	return f
}

func TestTextMustBeTheSame(t *testing.T) {
	t.Setenv("UPDATE", "")
	dir := folder(t, "a.txt", "en\nto\n")
	same, other, none := &fake{}, &fake{}, &fake{}
	New(same, dir).Text("a.txt", "en\nto\n")
	New(other, dir).Text("a.txt", "en\ntre\n")
	New(none, dir).Text("b.txt", "en\n")
	if same.over(); same.Failed() {
		t.Errorf("the same text fails: %v", same.told)
	}
	if !other.Failed() || !none.Failed() {
		t.Error("another text, or a missing file, does not fail")
	}
}

func TestAFileThatNobodyAsksForFails(t *testing.T) {
	t.Setenv("UPDATE", "")
	f := &fake{}
	New(f, folder(t, "old.txt", "x"))
	if f.over(); !f.Failed() {
		t.Error("a stale file does not fail")
	}
}

func TestUpdateWritesAndRemoves(t *testing.T) {
	t.Setenv("UPDATE", "1")
	dir := folder(t, "old.txt", "x")
	f := &fake{}
	New(f, dir).Text("new.txt", "y")
	if f.over(); f.Failed() {
		t.Fatal(f.told)
	}
	if data, _ := os.ReadFile(filepath.Join(dir, "new.txt")); string(data) != "y" {
		t.Error("the new file is not written")
	}
	if _, err := os.Stat(filepath.Join(dir, "old.txt")); err == nil {
		t.Error("the old file is still there")
	}
}

func TestPicturesMayDifferByWhatNobodySees(t *testing.T) {
	t.Setenv("UPDATE", "")
	dir := folder(t, "a.png", string(square(100, 100, 0)))
	for name, tt := range map[string]struct {
		got  []byte
		fail bool
	}{
		"a few pixels more": {square(100, 100, 40), false},
		"a corner is black": {square(100, 100, 900), true},
		"another size":      {square(100, 101, 0), true},
		"not a picture":     {[]byte("x"), true},
	} {
		f := &fake{}
		New(f, dir).PNG("a.png", tt.got)
		if f.Failed() != tt.fail {
			t.Errorf("%s: failed %v, want %v", name, f.Failed(), tt.fail)
		}
	}
}

func TestDiffShowsTheLinesThatDiffer(t *testing.T) {
	if got, want := diff("a\nb\nc", "a\nx\nc\nd"), "   2 - b\n     + x\n   4 - \n     + d\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := diff(strings.Repeat("a\n", 50), strings.Repeat("b\n", 50)); strings.Count(got, "\n") > 30 {
		t.Error("more than a screenful")
	}
}

func folder(t *testing.T, name, content string) string {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o666); err != nil {
		t.Fatal(err)
	}
	return dir
}

// square is a white picture with n black pixels.
func square(w, h, n int) []byte {
	img := image.NewGray(image.Rect(0, 0, w, h))
	for i := range img.Pix {
		img.Pix[i] = 255
		if i < n {
			img.SetGray(i%w, i/w, color.Gray{})
		}
	}
	var out bytes.Buffer
	if err := png.Encode(&out, img); err != nil {
		panic(err)
	}
	return out.Bytes()
}
