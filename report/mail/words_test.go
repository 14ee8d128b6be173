package mail_test

import (
	"bytes"
	"encoding/csv"
	netmail "net/mail"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"lysark/report/mail"
)

func TestMessagesAreMadeByManyAtOnceAndAreAlwaysTheSame(t *testing.T) {
	c := frozen(t, asked().with("mail.toml", "id =", "archive = \"arkiv@forening.example\"\nid ="))
	at := time.Date(2026, 11, 2, 10, 0, 0, 0, time.UTC)
	var once []string
	for _, r := range c.Plan.Recipients {
		m, err := c.Compose(r, at)
		if err != nil {
			t.Fatal(err)
		}
		once = append(once, m.Digest())
	}
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			for range 20 {
				for i, r := range c.Plan.Recipients {
					m, err := c.Compose(r, at)
					if err != nil || m.Digest() != once[i] {
						t.Errorf("row %d is another message: %v", r.Row, err)
					}
				}
			}
		})
	}
	group.Wait()
	if again, err := mail.Open(c.Dir); err != nil {
		t.Error(err)
	} else if m, err := again.Compose(again.Plan.Recipients[0], at); err != nil || m.Digest() != once[0] {
		t.Errorf("opened again it is another message: %v", err)
	}
}

// FuzzACellStaysInItsPlace puts any text into a member's cells. Whatever it is, the plan refuses it, or the message has
// the header fields, the one recipient and the tags that it has for everybody.
func FuzzACellStaysInItsPlace(f *testing.F) {
	for _, s := range []string{"Bo AS", "", "<script>", "a\r\nBcc: x@y.example", "{firma}", "}}", "\"x\" onload=\"", "&amp;", "=?utf-8?q?x?=", "a, b@c.example", "\u202egnp", "\x00", "æøå 😀"} {
		f.Add(s, s)
	}
	tags := regexp.MustCompile(`<[a-zA-Z/]`)
	f.Fuzz(func(t *testing.T, name, firm string) {
		var list bytes.Buffer
		rows := csv.NewWriter(&list)
		rows.Comma = ';'
		if err := rows.WriteAll([][]string{{"epost", "navn", "firma", "Antall ansatte"}, {"bo@b.example", name, firm, "1"}}); err != nil {
			return
		}
		w := asked()
		w["liste.csv"] = list.String()
		in, _ := w.inputs("")
		p, problems := mail.MakePlan(in)
		if problems.HasErrors() || len(p.Plan.Recipients) != 1 {
			return
		}
		if got := len(tags.FindAllString(p.First.HTML, -1)); got != 5 {
			t.Errorf("the HTML has %d tags: %q", got, p.First.HTML)
		}
		if strings.Count(p.First.Subject, "\n") > 0 {
			t.Errorf("the subject has several lines: %q", p.First.Subject)
		}
		for _, d := range problems {
			if len(firm) > 8 && strings.Contains(d.Message, firm) {
				t.Errorf("a cell is printed: %s", d.Message)
			}
		}
		oneRecipient(t, p)
	})
}

// oneRecipient reads the header of the plan's only message.
func oneRecipient(t *testing.T, p *mail.Frozen) {
	t.Helper()
	dir := t.TempDir() + "/q3.mail"
	if err := p.Freeze(dir, "test"); err != nil {
		t.Fatal(err)
	}
	c, err := mail.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	m, err := c.Compose(c.Plan.Recipients[0], c.Plan.Created)
	if err != nil {
		t.Fatal(err)
	}
	parsed, err := netmail.ReadMessage(m.Reader())
	if err != nil {
		t.Fatal(err)
	}
	to, err := parsed.Header.AddressList("To")
	if err != nil || len(to) != 1 || to[0].Address != "bo@b.example" || len(parsed.Header) != 11 {
		t.Errorf("%v, %d fields, %v", to, len(parsed.Header), err)
	}
}

func TestTheHintSaysHowAColumnOrABraceIsWritten(t *testing.T) {
	tests := []struct{ name, file, from, to, want string }{
		{"a name with a space", "mail.txt", "{column('Antall ansatte')}", "{Antall ansatte}", "write {column('Antall ansatte')}"},
		{"a name with a dash, in other letters", "mail.txt", "{column('Antall ansatte')}", "{antall-ansatte}", "write {column('Antall ansatte')}"},
		{"a word", "mail.txt", "{firma}", "{Firm}", `did you mean "firma"?`},
		{"a way to leave that is not told", "mail.txt", "{firma}", "{unsubscribe}", `write unsubscribe = "mailto:…" or "https://…" under [mail.headers]`},
		{"a style", "mail.html", "<p>Hei", "<style>p { color: red }</style><p>Hei", "write each brace of a style twice: {{ and }}"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			in, _ := asked().with("mail.toml", "unsubscribe =", "list_id = \"l.forening.example\" #").with(tt.file, tt.from, tt.to).inputs("")
			_, list := mail.MakePlan(in)
			if len(list) != 1 || list[0].Hint != tt.want {
				t.Errorf("got %v, want %q", list, tt.want)
			}
		})
	}
}

func TestTextsSayHowToLeaveAndWhatPicturesShow(t *testing.T) {
	w := asked().with("mail.html", "alt=\"Tittel\"", "alt=\"{alt('title')}\"").with("mail.html", "</p>", " <a href=\"{unsubscribe}\">Meld deg av</a></p>").with("mail.txt", "Takk", "Meld deg av: {unsubscribe}. Takk").
		with("mail.toml", "mailto:avmeld@forening.example?subject={key}", "https://forening.example/av?l=1&k={key}")
	c := frozen(t, w)
	r := c.Plan.Recipients[0]
	l, err := c.Letter(r)
	if err != nil {
		t.Fatal(err)
	}
	way := "https://forening.example/av?l=1&k=" + string(r.Key)
	for _, want := range []struct{ text, part string }{
		{l.Headers.Unsubscribe, way}, {l.Text, "Meld deg av: " + way}, {l.HTML, `alt="Rapport &amp; svar"`}, {l.HTML, `href="` + strings.ReplaceAll(way, "&", "&amp;") + `"`},
	} {
		if !strings.Contains(want.text, want.part) {
			t.Errorf("%q does not hold %q", want.text, want.part)
		}
	}
}
