package keys_test

import (
	"bytes"
	"cmp"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"lysark/config"
	"lysark/config/diag"
	"lysark/report/mail/mailfile"
)

// memory is a read function over files in memory.
func memory(files map[string]string) func(string) ([]byte, error) {
	return func(name string) ([]byte, error) {
		if data, ok := files[name]; ok {
			return []byte(data), nil
		}
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
}

// picture is a small PNG.
func picture(t *testing.T) string {
	t.Helper()
	img := image.NewNRGBA(image.Rect(0, 0, 40, 30))
	for i := range 40 {
		img.Set(i, i%30, color.NRGBA{R: uint8(i * 6), G: uint8(i * i), B: 90, A: 255})
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// cmykHeader is the beginning of a JPEG of 40 x 30 pixels with four components.
const cmykHeader = "\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00" +
	"\xff\xc0\x00\x14\x08\x00\x1e\x00\x28\x04\x01\x11\x00\x02\x11\x00\x03\x11\x00\x04\x11\x00"

// assets are the files that the layouts and themes in testdata name.
func assets(t *testing.T) map[string]string {
	whole := picture(t)
	return map[string]string{
		"good.png":    whole,
		"damaged.png": whole[:len(whole)-30],
		"text.png":    "this is no picture",
		"cmyk.jpg":    cmykHeader,
		"Brand.ttf":   "config does not look inside",
	}
}

// expected is one diagnostic as a comment tells it: "# error 12: the message begins like this". It stands for its
// own line; each ^ before it moves it one line up: "#^ error 12: …". "#deck" stands for the line that names the theme.
type expected struct {
	file      string
	line, col int
	severity  string
	prefix    string
}

func (e expected) String() string {
	return fmt.Sprintf("%s:%d:%d: %s: %s", e.file, e.line, e.col, e.severity, e.prefix)
}

func expectations(file, text string) []expected {
	comment := regexp.MustCompile(`#(\^*|deck) ?(error|warning) (\d+): `)
	var out []expected
	for i, line := range strings.Split(text, "\n") {
		marks := comment.FindAllStringSubmatchIndex(line, -1)
		for n, m := range marks {
			end := len(line)
			if n+1 < len(marks) {
				end = marks[n+1][0]
			}
			e := expected{file: file, line: i + 1 - (m[3] - m[2]), severity: line[m[4]:m[5]], prefix: strings.TrimSpace(line[m[1]:end])}
			if line[m[2]:m[3]] == "deck" {
				e.file, e.line = "deck.toml", 3
			}
			e.col, _ = strconv.Atoi(line[m[6]:m[7]])
			out = append(out, e)
		}
	}
	slices.SortStableFunc(out, func(a, b expected) int {
		return cmp.Or(strings.Compare(a.file, b.file), a.line-b.line, a.col-b.col, strings.Compare(a.prefix, b.prefix))
	})
	return out
}

// compare demands exactly the expected diagnostics.
func compare(t *testing.T, list diag.List, want []expected) {
	t.Helper()
	sorted := list.Sorted()
	for i := range max(len(sorted), len(want)) {
		switch {
		case i >= len(want):
			t.Errorf("not expected: %s: %s: %s", sorted[i].Pos, sorted[i].Severity, sorted[i].Message)
		case i >= len(sorted):
			t.Errorf("not reported: %s", want[i])
		default:
			d, e := sorted[i], want[i]
			if d.File != e.file || d.Line != e.line || d.Col != e.col || string(d.Severity) != e.severity || !strings.HasPrefix(d.Message, e.prefix) {
				t.Errorf("got  %s: %s: %s\nwant %s", d.Pos, d.Severity, d.Message, e)
			}
		}
	}
	if len(list) != len(sorted) {
		t.Errorf("%d diagnostics, of which only %d differ: a mistake is told once", len(list), len(sorted))
	}
	for _, d := range list {
		checkWording(t, d)
	}
}

// checkWording holds messages to their form: lower case, no full stop, under a rule that is documented.
func checkWording(t *testing.T, d diag.Diagnostic) {
	t.Helper()
	for _, s := range []string{d.Message, d.Hint} {
		letters := []rune(s + "  ")
		if unicode.IsUpper(letters[0]) && !unicode.IsUpper(letters[1]) || strings.HasSuffix(s, ".") || strings.TrimSpace(s) != s {
			t.Errorf("not the form of a message: %q", s)
		}
	}
	if !d.Rule.May(d.Severity) {
		t.Errorf("the rule %q is never a %s", d.Rule, d.Severity)
	}
}

func TestMistakesInLayoutsAreReportedAtTheirPlace(t *testing.T) {
	eachFile(t, "../testdata/errors/*.toml", func(t *testing.T, text string) {
		files := assets(t)
		files["deck.toml"] = text
		file, list := config.Read("deck.toml", memory(files))
		list.Add(mailfile.CheckIn(file.Mail))
		list.Add(file.Silenced(nil))
		compare(t, list, expectations("deck.toml", text))
	})
}

func TestMistakesInThemesAreReportedAtTheirPlace(t *testing.T) {
	eachFile(t, "../testdata/errors/theme/*.toml", func(t *testing.T, text string) {
		files := assets(t)
		files["brand/theme.toml"] = text
		for name, data := range assets(t) {
			files["brand/"+name] = data
		}
		files["deck.toml"] = "[deck]\ntitle = \"T\"\ntheme = \"brand/theme.toml\"\n[[slide]]\nheadline = \"H\"\n"
		_, list := config.Read("deck.toml", memory(files))
		compare(t, list, expectations("brand/theme.toml", text))
	})
}

// eachFile runs a test for each file, which needs at least one expectation, or a name that begins with "ok".
func eachFile(t *testing.T, pattern string, test func(t *testing.T, text string)) {
	names, err := filepath.Glob(pattern)
	if err != nil || len(names) < 5 {
		t.Fatalf("%d files match %s (%v): the test looks in the wrong place", len(names), pattern, err)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		base := strings.TrimSuffix(filepath.Base(name), ".toml")
		t.Run(base, func(t *testing.T) {
			if fine := strings.HasPrefix(base, "ok"); fine != (len(expectations("", string(data))) == 0) {
				t.Fatal("a file expects mistakes, or is named ok-…")
			}
			test(t, string(data))
		})
	}
}

func TestMistakesInMailFilesAreReportedAtTheirPlace(t *testing.T) {
	eachFile(t, "../../report/mail/mailfile/testdata/errors/*.toml", func(t *testing.T, text string) {
		_, list := readMail(text)
		compare(t, list, expectations("mail.toml", text))
	})
}

// readMail reads a mail file. Whatever it names is there, but for what begins with nowhere.
func readMail(text string) (*mailfile.File, diag.List) {
	return mailfile.Read("mail.toml", func(name string) ([]byte, error) {
		switch {
		case name == "mail.toml":
			return []byte(text), nil
		case strings.HasPrefix(name, "nowhere"):
			return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
		case name == "control.txt":
			return []byte("Hei\nog \x1bhopp\n"), nil
		case name == "empty.txt":
			return []byte("\ufeff \r\n"), nil
		case name == "latin.txt":
			return []byte("bl\xe5b\xe6r"), nil
		case name == "long.txt":
			return []byte(strings.Repeat("lang ", 50_000)), nil
		}
		return []byte("Hei!\r\nVedlagt ligger A\u030arsrapporten.\r\n"), nil
	})
}
