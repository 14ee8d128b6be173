package message

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// understood is what testdata/parse.py tells of a message.
type understood struct {
	People      map[string][][2]string
	Subject, ID string
	Date        float64
	Fields      []string
	Shape       string
	Parts       []struct {
		MIME, File, CID, SHA256 string
		Defects                 []string
	}
	Defects []string
}

// python has Python's email package read the messages, in its modern way ("default") and in its old one ("compat32").
func python(t *testing.T, messages [][]byte) []map[string]understood {
	t.Helper()
	python3, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("there is no python3 to read the messages")
	}
	dir := t.TempDir()
	args := []string{"testdata/parse.py"}
	for i, raw := range messages {
		name := filepath.Join(dir, fmt.Sprintf("%d.eml", i))
		if err := os.WriteFile(name, raw, 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, name)
	}
	cmd := exec.Command(python3, args...)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var u []map[string]understood
	if err := json.Unmarshal(out, &u); err != nil {
		t.Fatal(err)
	}
	return u
}

func TestPythonUnderstandsEachFormAsMeant(t *testing.T) {
	var names []string
	var messages [][]byte
	for name, f := range forms() {
		l := norwegian()
		if !f.html {
			l.HTML = ""
		}
		names, messages = append(names, name), append(messages, compose(t, f.attachment, f.pictures, l))
	}
	for i, ways := range python(t, messages) {
		f, l := forms()[names[i]], norwegian()
		for way, u := range ways {
			t.Run(names[i]+" "+way, func(t *testing.T) {
				checkUnderstood(t, way, u, l)
				if u.Shape != f.shape {
					t.Errorf("got %s\nwant %s", u.Shape, f.shape)
				}
				want := []string{""}
				if f.html {
					want = append(want, "")
				}
				for _, p := range f.pictures {
					want = append(want, p.Name)
				}
				if f.attachment != nil {
					want = append(want, f.attachment.Name)
				}
				if way == "compat32" {
					// It takes filename before filename* wherever they stand, so it gets the name in ASCII.
					for i := range want {
						want[i] = plainName(want[i])
					}
				}
				var got []string
				for _, p := range u.Parts {
					got = append(got, p.File)
				}
				if !slices.Equal(got, want) {
					t.Errorf("the files are %q, want %q", got, want)
				}
			})
		}
	}
}

func checkUnderstood(t *testing.T, way string, u understood, l Letter) {
	t.Helper()
	name := func(s string) string { return s }
	if way == "default" {
		// Python 3.11 puts a space between the encoded words of a name (not of a subject), and makes one space of several.
		name = func(s string) string { return strings.ReplaceAll(s, " ", "") }
	}
	for field, want := range map[string]Address{"From": l.From, "To": l.To, "Reply-To": *l.ReplyTo} {
		got := u.People[field]
		if len(got) != 1 || got[0][1] != want.Addr {
			t.Fatalf("%s is %q, want %q", field, got, want)
		}
		if name(got[0][0]) != name(want.Name) {
			t.Errorf("%s is %q, want %q", field, got, want)
		}
	}
	if u.Subject != l.Subject {
		t.Errorf("Subject is %q, want %q", u.Subject, l.Subject)
	}
	if u.ID != "<"+l.MessageID+">" || math.Abs(u.Date-float64(l.Date.Unix())) > 0.5 {
		t.Errorf("Message-ID is %q, Date is %f", u.ID, u.Date)
	}
	defects := u.Defects
	for _, p := range u.Parts {
		defects = append(defects, p.Defects...)
	}
	if len(defects) > 0 {
		t.Errorf("Python finds defects: %q", defects)
	}
}

func TestPythonFindsLargeAttachmentUnchanged(t *testing.T) {
	f := pdf(2 << 20)
	want := sha256.Sum256(f.Data)
	for way, u := range python(t, [][]byte{compose(t, f, pictures(), norwegian())})[0] {
		last := u.Parts[len(u.Parts)-1]
		if last.SHA256 != hex.EncodeToString(want[:]) {
			t.Errorf("%s: the attachment has changed", way)
		}
	}
}

// Names and subjects that libraries get wrong: separators of address lists, quotes, backslashes, encoded words, spaces.
func TestPythonReadsAwkwardNamesAndSubjectsAsMeant(t *testing.T) {
	var messages [][]byte
	var letters []Letter
	for _, s := range awkward() {
		l := norwegian()
		l.From.Name, l.To.Name, l.Subject, l.ReplyTo.Name = s, s, s, s
		letters, messages = append(letters, l), append(messages, compose(t, nil, nil, l))
	}
	for i, ways := range python(t, messages) {
		for way, u := range ways {
			t.Run(awkward()[i]+" "+way, func(t *testing.T) { checkUnderstood(t, way, u, letters[i]) })
		}
	}
}
