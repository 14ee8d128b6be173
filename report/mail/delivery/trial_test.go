package delivery

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"lysark/report/mail"
	"lysark/report/mail/mailfile"
	"lysark/report/mail/message"
)

// campaign is a plan with one member, whose texts tell how to leave.
func campaign(t *testing.T) *mail.Campaign {
	t.Helper()
	dir := t.TempDir()
	for name, s := range map[string]string{
		"mail.txt":  "Hei, {navn}! Meld deg av: {unsubscribe}\n",
		"mail.html": "<p>Hei, {navn}! <a href=\"{unsubscribe}\">Meld deg av</a></p>\n",
		"liste.csv": "epost;navn\nase@firma.example;Åse Ås\n",
		"mail.toml": `[mail]
id = "q3"
from = "Foreningen <post@forening.example>"
subject = "Svarene"
text = "mail.txt"
html = "mail.html"
list = { file = "liste.csv", email = "epost", name = "navn" }
smtp = { host = "localhost", tls = "none" }
headers = { unsubscribe = "https://forening.example/av?l=1&k={key}" }
`,
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(s), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	file, list := mailfile.Read(filepath.Join(dir, "mail.toml"), os.ReadFile)
	f, more := mail.MakePlan(mail.Inputs{
		Mail: file, PDF: []byte("%PDF-1.7\nslides\n%%EOF\n"), PDFName: "deck.pdf", Lang: "nb",
		Secret: bytes.Repeat([]byte{7}, 32), Now: time.Unix(1_800_000_000, 0), Read: os.ReadFile,
	})
	if list.Add(more); len(list) > 0 {
		t.Fatal(list)
	}
	folder := filepath.Join(dir, "q3.mail")
	if err := f.Freeze(folder, "test"); err != nil {
		t.Fatal(err)
	}
	c, err := mail.Open(folder)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestWhoGetsATestMailCannotTakeTheMemberOffTheList(t *testing.T) {
	c := campaign(t)
	of := c.Plan.Recipients[0]
	trial := Trial{Campaign: c, Of: of, To: message.Address{Addr: "meg@forening.example"}}
	m, err := trial.Compose(mail.Recipient{Key: "abcdefghijklmnopqrst"}, time.Unix(1_800_000_000, 0))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if _, err := m.WriteTo(&out); err != nil {
		t.Fatal(err)
	}
	text := strings.ReplaceAll(out.String(), "=\r\n", "")
	if strings.Contains(text, string(of.Key)) || strings.Count(text, "abcdefghijklmnopqrst") < 4 {
		t.Errorf("the mail says\n%s", text)
	}
}
