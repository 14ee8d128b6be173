package mail_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
	"time"

	"lysark/report/mail"
)

// TestAPlanIsWrittenAsIfItWereMarshalledWhole holds the bytes of plan.json and the digest, which a code that was approved
// hangs on, against encoding/json.
func TestAPlanIsWrittenAsIfItWereMarshalledWhole(t *testing.T) {
	for name, w := range map[string]world{
		"members, and some who get none": asked(),
		"one member":                     asked().with("liste.csv", "bo@b.example;Bo;Bo AS;7\n\nBO@B.example;Bo;Bo AS;7\nper@c.example;Per;Per AS;1\n", ""),
		"the archive":                    asked().with("mail.toml", `text =`, "archive = \"arkiv@forening.example\"\ntext ="),
		"cells that look like the plan":  asked().with("liste.csv", "Ås & Sønn", `"""recipients"": [],\u2028 & \x"`),
	} {
		t.Run(name, func(t *testing.T) {
			c := frozen(t, w)
			p := c.Plan
			written(t, c.Dir, p)
			q := *p
			q.Created, q.Sources, q.Digest, q.Code = time.Time{}, nil, "", ""
			data, err := json.Marshal(q)
			if sum := sha256.Sum256(data); err != nil || hex.EncodeToString(sum[:]) != p.Digest {
				t.Errorf("the digest is another (%v)", err)
			}
			if err := mail.Forget(c.Dir); err != nil {
				t.Fatal(err)
			}
			if p, err = mail.ReadPlan(c.Dir); err != nil {
				t.Fatal(err)
			}
			written(t, c.Dir, p)
		})
	}
}

// written holds the file against the plan.
func written(t *testing.T, dir string, p *mail.Plan) {
	t.Helper()
	got, err := os.ReadFile(filepath.Join(dir, "plan.json"))
	if err != nil {
		t.Fatal(err)
	}
	want, err := json.MarshalIndent(p, "", " ")
	if want = append(want, '\n'); err != nil || !bytes.Equal(got, want) {
		t.Errorf("written\n%s\nmarshalled (%v)\n%s", got, err, want)
	}
	var read mail.Plan
	if err := json.Unmarshal(got, &read); err != nil {
		t.Fatal(err)
	}
	if again, err := json.MarshalIndent(read, "", " "); err != nil || !bytes.Equal(append(again, '\n'), got) {
		t.Errorf("read whole it is another (%v):\n%s", err, again)
	}
}

func TestAPlanWithNobodyInItIsReadAsItWasWritten(t *testing.T) {
	for _, recipients := range []string{"null", "[]"} {
		dir := t.TempDir()
		text := `{"version": 1, "id": "q3", "recipients": ` + recipients + `, "skipped": [{"why": "blank"}]}`
		if err := os.WriteFile(filepath.Join(dir, "plan.json"), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		p, err := mail.ReadPlan(dir)
		if err != nil {
			t.Fatal(err)
		}
		if len(p.Recipients) != 0 || (p.Recipients == nil) != (recipients == "null") || len(p.Skipped) != 1 {
			t.Errorf("%s is read as %#v, with %d skipped", recipients, p.Recipients, len(p.Skipped))
		}
	}
}

func TestWhatIsNoPlanIsNotTakenForOne(t *testing.T) {
	for _, text := range []string{
		"", "[]", "null", "{", `{"id": "q3"`, `{"id": "q3"} x`, `{"recipients": {}}`, `{"recipients": [1]}`, `{"recipients": [{}`, `{"recipients": [{}]`, `{"id": 3, "recipients": []}`,
		`{"recipients": [{"fields": {"a": 1}}]}`,
	} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "plan.json"), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if p, err := mail.ReadPlan(dir); err == nil {
			t.Errorf("%s is read as %+v", text, p)
		}
	}
}

// TestAPlanThatIsDamagedFarBelowKeepsItsSecret: planned anew, members have the keys that they had.
func TestAPlanThatIsDamagedFarBelowKeepsItsSecret(t *testing.T) {
	c := frozen(t, asked())
	name := filepath.Join(c.Dir, "plan.json")
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, data[:len(data)-100], 0o600); err != nil {
		t.Fatal(err)
	}
	if o, err := mail.ReadOpening(c.Dir); err != nil || o.Forgotten || !bytes.Equal(o.Secret, c.Plan.Secret) {
		t.Errorf("got %+v (%v)", o, err)
	}
	if err := os.WriteFile(name, data[:20], 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := mail.ReadOpening(c.Dir); err == nil {
		t.Error("what breaks off before the recipients is taken for a plan")
	}
}
