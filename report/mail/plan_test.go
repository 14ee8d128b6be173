package mail_test

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"lysark/config/diag"
	"lysark/report/golden"
	"lysark/report/mail"
	"lysark/report/mail/mailfile"
	"lysark/report/mail/message"
)

// world is the files of a mailing.
type world map[string]string

// asked is a mailing that nothing is wrong with.
func asked() world {
	return world{
		"mail.toml": `[mail]
id = "q3"
from = "Foreningen <post@forening.example>"
subject = "Svarene fra {firma}"
text = "mail.txt"
html = "mail.html"
inline = ["title"]
list = { file = "liste.csv", email = "epost", name = "navn", suppress = "avmeldt.csv" }
smtp = { host = "localhost", tls = "none", preset = "m365" }

[mail.headers]
unsubscribe = "mailto:avmeld@forening.example?subject={key}"
`,
		"mail.txt":    "Hei, {navn}!\n\nTakk for svarene fra {firma} med {column('Antall ansatte')} ansatte.\n",
		"mail.html":   "<p><img src=\"cid:title\" alt=\"Tittel\"></p>\n<p>Hei, {navn}! Takk for svarene fra {firma}.</p>\n",
		"liste.csv":   "epost;navn;firma;Antall ansatte\nase@blåbær.example;Åse Ås;Ås & Sønn;12\nbo@b.example;Bo;Bo AS;7\n\nBO@B.example;Bo;Bo AS;7\nper@c.example;Per;Per AS;1\n",
		"avmeldt.csv": "per@c.example\n",
	}
}

// with is the world with a part of a file replaced.
func (w world) with(file, old, new string) world {
	out := maps.Clone(w)
	if !strings.Contains(out[file], old) {
		panic("the test replaces what is not there: " + old)
	}
	out[file] = strings.Replace(out[file], old, new, 1)
	return out
}

func (w world) read(name string) ([]byte, error) {
	if s, ok := w[filepath.Base(name)]; ok {
		return []byte(s), nil
	}
	return nil, os.ErrNotExist
}

func (w world) inputs(dir string) (mail.Inputs, diag.List) {
	f, list := mailfile.Read(filepath.Join(dir, "mail.toml"), w.read)
	return mail.Inputs{
		Mail: f, PDF: []byte("%PDF-1.7\n" + strings.Repeat("slides\n", 30) + "%%EOF\n"), PDFName: "deck.pdf", Lang: "nb",
		Alts:     map[string]string{"title": "Rapport & svar"},
		Pictures: []message.Picture{{CID: "title", Name: "title.png", MIME: "image/png", Data: []byte("a picture")}},
		Secret:   bytes.Repeat([]byte{7}, 32), Now: time.Date(2026, 11, 2, 9, 0, 0, 0, time.UTC), Read: w.read,
	}, list
}

// plan makes a plan that nothing is wrong with.
func (w world) plan(t testing.TB, dir string) *mail.Frozen {
	t.Helper()
	in, list := w.inputs(dir)
	f, more := mail.MakePlan(in)
	if list.Add(more); len(list) > 0 {
		t.Fatal(told(list))
	}
	return f
}

func told(list diag.List) string {
	var out []string
	for _, d := range list.Sorted() {
		out = append(out, fmt.Sprintf("%s: %s: %s (%s)", d.Pos, d.Severity, d.Message, d.Rule))
	}
	return strings.Join(out, "\n")
}

// frozen writes a world and its plan into a folder and opens it.
func frozen(t testing.TB, w world) *mail.Campaign {
	t.Helper()
	dir := t.TempDir()
	for name, s := range w {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(s), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	folder := filepath.Join(dir, "q3.mail")
	if err := w.plan(t, dir).Freeze(folder, "test"); err != nil {
		t.Fatal(err)
	}
	c, err := mail.Open(folder)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestAPlanHoldsAllThatIsDecided(t *testing.T) {
	c := frozen(t, asked())
	files := golden.New(t, filepath.Join("testdata", "plan"))
	plan, err := os.ReadFile(filepath.Join(c.Dir, "plan.json"))
	if err != nil {
		t.Fatal(err)
	}
	files.Text("plan.json", string(plan))
	var out bytes.Buffer
	m, err := c.Compose(c.Plan.Recipients[0], time.Date(2026, 11, 2, 10, 0, 0, 0, time.FixedZone("", 3600)))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := m.WriteTo(&out); err != nil {
		t.Fatal(err)
	}
	files.Text("row-2.eml", out.String())
}

func TestWhatIsWrongIsToldAllAtOnceAndWhere(t *testing.T) {
	tests := []struct {
		name string
		w    world
		want string
	}{
		{"a column that the list does not have", asked().with("mail.txt", "{firma}", "{firmaet}"),
			`mail.txt:3:23: error: there is no column or function "firmaet" (bad-expression)`},
		{"a column whose name is no word, misspelt", asked().with("mail.txt", "ansatte')", "ansate')"),
			`mail.txt:3:35: error: the list has no column "Antall ansate" (unknown-column)`},
		{"one in the subject, at its place in the mail file", asked().with("mail.toml", "{firma}", "{firm}"),
			`mail.toml:4:25: error: there is no column or function "firm" (bad-expression)`},
		{"fields that rows do not have, each row and each column", asked().with("liste.csv", "Åse Ås;Ås & Sønn", ";").with("liste.csv", "Bo AS;7", ";7"),
			"liste.csv: warning: 0\n" +
				"liste.csv:2: error: the column \"firma\" is empty, and the subject says it (missing-field)\n" +
				"liste.csv:2: error: the column \"navn\" is empty, and the text says it (missing-field)\n" +
				"liste.csv:3: error: the column \"firma\" is empty, and the subject says it (missing-field)\n" +
				"liste.csv:5:1: warning: the address is that of row 3, but the rows differ in \"firma\"; the first counts (double-member)"},
		{"a single brace", asked().with("mail.txt", "Takk", "Takk }"),
			`mail.txt:3:6: error: a single brace in "Hei, {navn}!\n\nTakk } for svarene fra {firma} me…" (syntax)`},
		{"a picture that is not there", asked().with("mail.html", "cid:title", "cid:titel"),
			"mail.html: warning: the picture \"title\" is shown nowhere (bad-html)\nmail.html:1: error: no picture has the cid \"titel\" (bad-html)"},
		{"the words of a picture that is not there", asked().with("mail.html", "alt=\"Tittel\"", "alt=\"{alt('titel')}\""),
			`mail.html:1:31: error: inline of [mail] has no picture "titel" (missing)`},
		{"a picture from the web", asked().with("mail.html", "<p>Hei", "<img src=\"https://x.example/l.png\" alt=\"\"><p>Hei"),
			`mail.html:2: warning: <img src> is loaded from the web, which mail readers ask about or refuse (bad-html)`},
		{"a picture on the author's disk", asked().with("mail.html", "<p>Hei", "<img src=\"logo.png\" alt=\"\"><p>Hei"),
			`mail.html:2: error: <img src> names a file that the member does not have (bad-html)`},
		{"an archive that is a member, too", asked().with("mail.toml", "id =", "archive = \"bo@b.example\"\nid ="),
			`mail.toml:2:11: error: the address of archive is that of row 3, which gets a mail already (duplicate)`},
		{"a name with a long subject", asked().with("liste.csv", "Ås & Sønn", strings.Repeat("x", 1000)),
			`liste.csv:2: error: the mail cannot be made: the subject has 1012 bytes, more than 998 (bad-mail)`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			in, list := tt.w.inputs("")
			_, more := mail.MakePlan(in)
			list.Add(more)
			want := strings.ReplaceAll(tt.want, "liste.csv: warning: 0\n", "")
			if got := told(list); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

func TestFieldsMayBeEmptyWhenThatIsMeant(t *testing.T) {
	tests := map[string]world{
		"the mail file says blank":      asked().with("mail.toml", "id =", "missing = \"blank\"\nid =").with("liste.csv", "Åse Ås", ""),
		"the expression asks by itself": asked().with("mail.txt", "{navn}", "{navn == '' ? 'medlem' : navn}").with("mail.html", "{navn}", "{name ?? 'x'}").with("liste.csv", "Åse Ås", ""),
		"no text says it":               asked().with("mail.txt", "med {column('Antall ansatte')} ansatte", "").with("liste.csv", ";12", ";"),
	}
	for name, w := range tests {
		t.Run(name, func(t *testing.T) { w.plan(t, "") })
	}
}

func TestValuesAreEscapedInHTMLAlone(t *testing.T) {
	c := frozen(t, asked())
	l, err := c.Letter(c.Plan.Recipients[0])
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []struct{ text, part string }{{l.Subject, "fra Ås & Sønn"}, {l.Text, "fra Ås & Sønn med 12"}, {l.HTML, "fra Ås &amp; Sønn."}} {
		if !strings.Contains(want.text, want.part) {
			t.Errorf("%q does not hold %q", want.text, want.part)
		}
	}
}

func TestTheArchiveGetsAMailThatIsNobodyElses(t *testing.T) {
	p := asked().with("mail.toml", "id =", "archive = \"arkiv@forening.example\"\nid =").plan(t, "")
	last := p.Plan.Recipients[len(p.Plan.Recipients)-1]
	if last.Row != 0 || last.Fields["firma"] != "[firma]" || len(p.Plan.Recipients) != 3 || !strings.HasSuffix(p.Plan.Code, "-3") {
		t.Errorf("row %d, %v, %s", last.Row, last.Fields, p.Plan.Code)
	}
}

func TestTwoPlansOfTheSameAreTheSameButForTheSecret(t *testing.T) {
	in, _ := asked().inputs("")
	a, _ := mail.MakePlan(in)
	in.Now = in.Now.Add(time.Hour)
	b, _ := mail.MakePlan(in)
	if a.Plan.Digest != b.Plan.Digest || a.Plan.Code != b.Plan.Code {
		t.Error("the same plan at another time has another code")
	}
	in.Secret = bytes.Repeat([]byte{8}, 32)
	c, _ := mail.MakePlan(in)
	if a.Plan.Digest == c.Plan.Digest || a.Plan.Recipients[0].Key == c.Plan.Recipients[0].Key {
		t.Error("the secret changes nothing")
	}
	if a.Plan.Recipients[0].Words != c.Plan.Recipients[0].Words {
		t.Error("the secret changes the words")
	}
}

// TestThePlanIsTheListLessWhoIsSkipped counts every row once: it gets a mail, or it is said why not.
func TestThePlanIsTheListLessWhoIsSkipped(t *testing.T) {
	for seed := range 20 {
		w := asked()
		list, left := "epost;navn;firma;Antall ansatte\n", ""
		rows := 5 + seed*7
		for i := range rows {
			who := (i*i*31 + seed*17) % rows
			list += fmt.Sprintf("m%d@x.example;Navn %d;Firma;1\n", who, who)
			if who%11 == 3 {
				left += fmt.Sprintf("M%d@X.example\n", who)
			}
		}
		w["liste.csv"], w["avmeldt.csv"] = list, "nobody@y.example\n"+left
		p := w.plan(t, "").Plan
		seen := map[int]bool{}
		keys := map[string]bool{}
		for _, r := range p.Recipients {
			seen[r.Row] = true
			if keys[string(r.Key)] {
				t.Errorf("seed %d: two mails for row %d", seed, r.Row)
			}
			keys[string(r.Key)] = true
			if strings.Contains(left, "M"+strings.TrimPrefix(strings.TrimSuffix(r.Address, "@x.example"), "m")+"@") {
				t.Errorf("seed %d: row %d left and gets a mail", seed, r.Row)
			}
		}
		for _, s := range p.Skipped {
			if seen[s.Row] || s.Why == "" {
				t.Errorf("seed %d: row %d is counted twice, or without a reason", seed, s.Row)
			}
			seen[s.Row] = true
		}
		if len(seen) != rows {
			t.Errorf("seed %d: %d rows of %d are accounted for: %v", seed, len(seen), rows, slices.Sorted(maps.Keys(seen)))
		}
	}
}
