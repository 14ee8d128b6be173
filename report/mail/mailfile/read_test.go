package mailfile_test

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
	"time"

	"lysark/config"
	"lysark/config/diag"
	"lysark/report/mail/mailfile"
)

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

// least is a mail file with nothing that may be left out, and the lines added to [mail.smtp].
func least(smtp string) string {
	return "[mail]\nid = \"q3\"\nfrom = \"post@forening.example\"\nsubject = \"S\"\ntext = \"mail.txt\"\nlist = { file = \"l.csv\", email = \"epost\" }\n[mail.smtp]\nhost = \"smtp.forening.example\"\n" + smtp
}

func TestAMailFileIsReadWithItsTexts(t *testing.T) {
	f, list := readMail(least("rate = \"30/min\"\nretry = [\"1m\", \"2h\"]\n"))
	if len(list) > 0 {
		t.Fatal(list)
	}
	if f.Text.S != "Hei!\nVedlagt ligger \u00c5rsrapporten.\n" || f.Text.At(21).String() != "mail.txt:2:17" || f.HTML != (mailfile.Words{}) {
		t.Errorf("%q, its letter 21 at %s, and %q", f.Text.S, f.Text.At(21), f.HTML.S)
	}
	if s := f.Mail.SMTP; s.Rate.V != (mailfile.Rate{Count: 30, Per: time.Minute}) || s.Rate.V.Interval() != 2*time.Second || len(s.Retry) != 2 || s.Retry[1].V != 2*time.Hour {
		t.Errorf("rate %v, retry %v", s.Rate.V, s.Retry)
	}
}

func TestWhatIsWrongInATextIsToldThere(t *testing.T) {
	_, list := readMail(strings.Replace(least(""), "mail.txt", "control.txt", 1))
	if len(list) != 1 || list[0].Pos.String() != "control.txt:2:4" || list[0].Message != "the text holds a character that is not seen (U+001B)" {
		t.Errorf("got %v", list)
	}
}

func TestWhatIsReadIsMadeAlike(t *testing.T) {
	text := strings.Replace(least(""), "post@forening.example", `Foreningen <Post@Bl\u00e5b\u00e6r.Example>`, 1)
	text = strings.Replace(text, `email = "epost"`, `email = "epost", expect = 213, allow_domains = "*.Blåbær.example"`, 1)
	f, list := readMail(text)
	if len(list) > 0 {
		t.Fatal(list)
	}
	m := f.Mail
	if want := (mailfile.Mailbox{Name: "Foreningen", Address: "Post@xn--blbr-roah.example", Domain: "xn--blbr-roah.example"}); m.From.V != want {
		t.Errorf("from is %+v", m.From.V)
	}
	if m.List.Expect.V != (mailfile.Count{Least: 213, Most: 213}) || m.List.AllowDomains[0].V != "*.xn--blbr-roah.example" {
		t.Errorf("%v members of %v", m.List.Expect.V, m.List.AllowDomains)
	}
}

func TestALayoutMayHoldMail(t *testing.T) {
	text := "[deck]\ntitle = \"T\"\n[[slide]]\nheadline = \"H\"\n" + least("prot = 25\n")
	const want = `unknown key "prot" in [mail.smtp]`
	layout, list := config.Read("deck.toml", func(string) ([]byte, error) { return []byte(text), nil })
	if list.Add(mailfile.CheckIn(layout.Mail)); len(list) != 1 || list[0].Message != want {
		t.Errorf("the layout: %v", list)
	}
	if _, list := readMail(text); len(list) != 1 || list[0].Message != want {
		t.Errorf("its mail: %v", list)
	}
}

// TestWhereAPasswordMayStandIsToldWithOneThatIsRefused: package keys tells it, which knows no mail.
func TestWhereAPasswordMayStandIsToldWithOneThatIsRefused(t *testing.T) {
	secret := strings.Join(mailfile.Keys().At("smtp").Tagged("secret"), ", ")
	_, list := readMail(least("password = \"hunter2\"\n"))
	if len(list) != 1 || !strings.HasSuffix(list[0].Hint, "; name where it is in "+secret) {
		t.Errorf("the hint does not name %s: %v", secret, list)
	}
	_, list = readMail(least("user = \"u\"\n"))
	if len(list) != 1 || !strings.HasSuffix(list[0].Hint, ": "+secret) {
		t.Errorf("the hint does not name %s: %v", secret, list)
	}
}

// TestAPasswordIsNeverShown: neither in a message nor in a line that is quoted.
func TestAPasswordIsNeverShown(t *testing.T) {
	for _, smtp := range []string{
		"user = \"u\"\npassword = \"hunter2\"\n",
		"user = \"u\"\npassword = hunter2\n",
		"user = \"u\"\npassword = \"hunter2\n",
		"user = \"u\"\n\"Passord\" = 'hunter2'\n",
		"user = \"u\"\nprot = 1\npassword_env = \"hunter2!\"\n",
		"user = \"u\"\npassword_command = \"echo hunter2\"\n",
		"user = \"u\"\npassword_env = \"X\"\ntoken_command = [\"\", \"hunter2\"]\n",
		"x = { password = \"hunter2\", y = }\n",
	} {
		text := least(smtp)
		_, list := readMail(text)
		if !list.HasErrors() {
			t.Errorf("%s passes", smtp)
		}
		var shown strings.Builder
		list.Text(&shown, diag.TextOptions{Line: func(_ string, number int) (string, bool) { return strings.Split(text, "\n")[number-1], true }})
		if strings.Contains(shown.String(), "hunter2") {
			t.Errorf("%s: %s", smtp, shown.String())
		}
		if list[0].Rule == diag.LiteralPassword && list[0].Col == 0 && !strings.Contains(list[0].Message, "not valid TOML") {
			t.Errorf("%s: no column: %s", smtp, list[0].Pos)
		}
	}
}

// TestQuantitiesAreReadAsTheyAreWritten: every one that is written is read as itself, and what is read is written alike.
func TestQuantitiesAreReadAsTheyAreWritten(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		n := 1 + random.IntN(99_999)
		for _, per := range []time.Duration{time.Second, time.Minute, time.Hour, 24 * time.Hour} {
			rate := mailfile.Rate{Count: n, Per: per}
			if got, ok := mailfile.ParseRate(rate.String()); !ok || got != rate {
				t.Fatalf("%v is read as %v", rate, got)
			}
		}
		for _, size := range []mailfile.Size{mailfile.Size(n * 1000), mailfile.Size(n * 100_000), mailfile.Size(max(n, 10) * 100)} {
			if got, ok := mailfile.ParseSize(size.String()); !ok || got != size {
				t.Fatalf("%s is read as %s", size, got)
			}
		}
		for unit, per := range map[string]time.Duration{"s": time.Second, "m": time.Minute, "h": time.Hour, "d": 24 * time.Hour} {
			if got, ok := mailfile.ParseDuration(fmt.Sprint(n, unit)); !ok || got != time.Duration(n)*per {
				t.Fatalf("%d%s is read as %s", n, unit, got)
			}
		}
		if got, ok := mailfile.ParseCount(fmt.Sprintf("%d..%d", n, n+3)); !ok || got != (mailfile.Count{Least: n, Most: n + 3}) {
			t.Fatalf("%d..%d is read as %v", n, n+3, got)
		}
	}
}

func TestTheManualTellsTheLimitsOfEveryPreset(t *testing.T) {
	data, err := os.ReadFile("../../../docs/mail.md")
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	orAny := func(n int) string {
		if n == 0 {
			return "any"
		}
		return fmt.Sprint(n)
	}
	for _, preset := range []string{"generic", "m365", "workspace", "gmail", "ses", "postfix"} {
		l := mailfile.PresetLimits(preset)
		rate := l.Rate.String()
		if l.Rate.Count == 0 {
			rate = "any"
		}
		if row := fmt.Sprintf("| `%q` | %s | %d | %d | %s |\n", preset, rate, l.Connections, l.PerConnection, orAny(l.Daily)); !strings.Contains(text, row) {
			t.Errorf("docs/mail.md lacks the row %s", row)
		}
	}
}

func TestWhatIsNoQuantity(t *testing.T) {
	for _, s := range []string{"", " ", "0", "10", "-1", "1e3", "0s", "0MB", "0/min", "0..3", "1.5h", "1h30m", "10 min", "ms", "5ms", "10mb", "10 MiB", "10 KB", "30/m", "30 / min", "30/minute", "/min", "5..", "..5", "5...6", "5-6", "999999s", "1m\n", "١m"} {
		_, duration := mailfile.ParseDuration(s)
		_, size := mailfile.ParseSize(s)
		_, rate := mailfile.ParseRate(s)
		_, count := mailfile.ParseCount(s)
		if duration || size || rate || count {
			t.Errorf("%q is taken for a duration (%v), size (%v), rate (%v) or count (%v)", s, duration, size, rate, count)
		}
	}
}

// FuzzRead holds that no file makes Read panic, and that what it takes cannot break a header or a command.
func FuzzRead(f *testing.F) {
	f.Add(least("user = \"u\"\npassword_env = \"P\"\nretry = \"1m\"\n"))
	f.Add("[mail]\nfrom = \"A <a@b.example>\"\nsubject = \"\"\"a\nb\"\"\"\nlist = 3\nsmtp = []\nheaders = { unsubscribe = \"mailto:a@b.example?subject={key}\" }\n")
	f.Fuzz(func(t *testing.T, text string) {
		file, list := readMail(text)
		m := file.Mail
		if list.HasErrors() {
			return
		}
		for _, s := range []string{m.ID.V, m.From.V.Address, m.From.V.Name, m.ReplyTo.V.Address, m.EnvelopeFrom.V.Address, m.Subject.V, m.AttachName.V, m.SMTP.Host.V, m.Headers.ListID.V, m.Headers.Unsubscribe.V} {
			if strings.ContainsAny(s, "\r\n\x00") {
				t.Fatalf("a value holds a line break: %q", s)
			}
		}
		if m.ID.V == "" || m.From.V.Address == "" || m.Subject.V == "" || m.SMTP.Host.V == "" || m.List.File.V == "" || file.Text.S == "" {
			t.Fatalf("no errors, but not whole:\n%s", text)
		}
	})
}
