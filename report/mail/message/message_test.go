package message

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"lysark/report/golden"
)

func oslo() time.Time {
	return time.Date(2026, time.October, 5, 8, 30, 0, 0, time.FixedZone("", 2*60*60))
}

func norwegian() Letter {
	return Letter{
		From:      Address{"Foreningen for små øyer", "rapport@forening.example"},
		ReplyTo:   &Address{"Sekretariatet, «åpent» 9–15", "sekretariat@forening.example"},
		To:        Address{"Åse Ødegård-Sæther", "aase@bedrift.xn--rdgrd-med-flde-0ib2wz6g.example"},
		Subject:   "Kvartalsrapport for tredje kvartal er her: bruk av hjemmekontor øker både på Østlandet, på Sørlandet og i Ålesund",
		Text:      "Hei Åse,\n\nher er årets rapport – «ærlig talt» på 12 sider.\n.\n. punktum først på linjen\nFrom here on\n" + strings.Repeat("lang linje æøå ", 40) + "\n\nHilsen\nForeningen  \n",
		HTML:      "<!DOCTYPE html>\n<html lang=\"nb\"><body><h1>Hei Åse</h1><p>" + strings.Repeat("Rødgrød med fløde = 100 %. ", 20) + "</p><img src=\"cid:tittel\" alt=\"Tittelsiden\"><img src=\"cid:kake\" alt=\"Kake\"></body></html>\n",
		MessageID: "q3-2026.abcdefghij0123456789@forening.example",
		Date:      oslo(),
		Headers: Headers{
			ListID: "medlemmer.forening.example", Unsubscribe: "https://forening.example/avmeld?key=abcdefghij0123456789", OneClick: true,
			AutoSubmitted: true, Delivery: "q3-2026.abcdefghij0123456789",
		},
	}
}

func plain() Letter {
	return Letter{
		From: Address{"", "rapport@forening.example"}, To: Address{"Ola Nordmann", "ola@bedrift.example"},
		Subject: "Report", Text: "Hello", MessageID: "a.b@forening.example", Date: oslo(),
	}
}

// pdf is bytes that no encoding leaves as they are.
func pdf(n int) *File {
	r := rand.NewChaCha8([32]byte{1})
	data := make([]byte, n)
	r.Read(data)
	copy(data, "%PDF-1.7\n")
	return &File{"Årsrapport – små øyer.pdf", "application/pdf", data}
}

func pictures() []Picture {
	png := []byte("\x89PNG\r\n\x1a\n")
	return []Picture{{"tittel", "tittel.png", "image/png", png}, {"kake", "kake på bordet.png", "image/png", bytes.Repeat(png, 20)}}
}

func compose(t testing.TB, attachment *File, pictures []Picture, l Letter) []byte {
	t.Helper()
	s, err := NewShared(attachment, pictures, "plan")
	if err != nil {
		t.Fatal(err)
	}
	m, err := s.Compose(l)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if n, err := m.WriteTo(&b); err != nil || int(n) != m.Size() || b.Len() != m.Size() {
		t.Fatalf("wrote %d bytes (%v), Size is %d", n, err, m.Size())
	}
	return b.Bytes()
}

// forms are all that a message can be made of.
func forms() map[string]struct {
	attachment *File
	pictures   []Picture
	html       bool
	shape      string
} {
	type form = struct {
		attachment *File
		pictures   []Picture
		html       bool
		shape      string
	}
	return map[string]form{
		"text":              {nil, nil, false, "text/plain"},
		"text-pdf":          {pdf(300), nil, false, "mixed(text/plain application/pdf)"},
		"html":              {nil, nil, true, "alternative(text/plain text/html)"},
		"html-pdf":          {pdf(300), nil, true, "mixed(alternative(text/plain text/html) application/pdf)"},
		"html-pictures":     {nil, pictures(), true, "alternative(text/plain related(text/html image/png image/png))"},
		"html-pictures-pdf": {pdf(300), pictures(), true, "mixed(alternative(text/plain related(text/html image/png image/png)) application/pdf)"},
	}
}

func TestEachFormOfMessageIsAsItWas(t *testing.T) {
	set := golden.New(t, "testdata/eml")
	for name, f := range forms() {
		l := norwegian()
		if !f.html {
			l.HTML = ""
		}
		raw := compose(t, f.attachment, f.pictures, l)
		checkForm(t, raw, true)
		set.Text(name+".eml", string(raw))
	}
	set.Text("smallest.eml", string(compose(t, nil, nil, plain())))
}

func TestEachFormComesOutAsItWentIn(t *testing.T) {
	for name, f := range forms() {
		t.Run(name, func(t *testing.T) {
			l := norwegian()
			if !f.html {
				l.HTML = ""
			}
			p := parse(t, compose(t, f.attachment, f.pictures, l))
			if p.shape != f.shape {
				t.Errorf("got %s\nwant %s", p.shape, f.shape)
			}
			checkLetter(t, p, l)
			checkParts(t, p, l, f.attachment, f.pictures)
		})
	}
}

func checkLetter(t testing.TB, p parsed, l Letter) {
	t.Helper()
	if got := p.address(t, "From"); got != l.From {
		t.Errorf("From is %q, want %q", got, l.From)
	}
	if got := p.address(t, "To"); got != l.To {
		t.Errorf("To is %q, want %q", got, l.To)
	}
	if l.ReplyTo != nil {
		if got := p.address(t, "Reply-To"); got != *l.ReplyTo {
			t.Errorf("Reply-To is %q, want %q", got, *l.ReplyTo)
		}
	}
	if got := p.text(t, "Subject"); got != l.Subject {
		t.Errorf("Subject is %q, want %q", got, l.Subject)
	}
	if got := p.header.Get("Message-ID"); got != "<"+l.MessageID+">" {
		t.Errorf("Message-ID is %q", got)
	}
	if got, err := p.header.Date(); err != nil || !got.Equal(l.Date) {
		t.Errorf("Date is %v (%v), want %v", got, err, l.Date)
	}
	if got := p.header.Get("List-Unsubscribe"); l.Unsubscribe != "" && got != "<"+l.Unsubscribe+">" {
		t.Errorf("List-Unsubscribe is %q", got)
	}
}

func checkParts(t testing.TB, p parsed, l Letter, attachment *File, pictures []Picture) {
	t.Helper()
	want := []part{{mime: "text/plain", data: []byte(crlf(l.Text))}}
	if l.HTML != "" {
		want = append(want, part{mime: "text/html", data: []byte(crlf(l.HTML))})
	}
	for _, c := range pictures {
		want = append(want, part{c.MIME, c.Name, c.Name, "<" + c.CID + ">", "inline", c.Data})
	}
	if attachment != nil {
		want = append(want, part{attachment.MIME, attachment.Name, attachment.Name, "", "attachment", attachment.Data})
	}
	if len(p.parts) != len(want) {
		t.Fatalf("%d parts, want %d", len(p.parts), len(want))
	}
	for i, w := range want {
		got := p.parts[i]
		if !bytes.Equal(got.data, w.data) {
			t.Errorf("part %d holds %d bytes that are not the %d that went in", i+1, len(got.data), len(w.data))
		}
		got.data, w.data = nil, nil
		if got.mime != w.mime || got.name != w.name || got.file != w.file || got.cid != w.cid || got.disposition != w.disposition {
			t.Errorf("part %d is %q, want %q", i+1, got, w)
		}
	}
}

func crlf(s string) string {
	return strings.ReplaceAll(lines(s), "\n", "\r\n")
}

func TestSameLetterGivesSameBytes(t *testing.T) {
	first := compose(t, pdf(3000), pictures(), norwegian())
	if !bytes.Equal(first, compose(t, pdf(3000), pictures(), norwegian())) {
		t.Error("the bytes differ from one plan to the next")
	}
}

func TestMessagesShareTheirTail(t *testing.T) {
	s, err := NewShared(pdf(100_000), pictures(), "plan")
	if err != nil {
		t.Fatal(err)
	}
	one, err := s.Compose(norwegian())
	if err != nil {
		t.Fatal(err)
	}
	l := norwegian()
	l.To, l.Text = Address{"Per", "per@bedrift.example"}, "Hei Per"
	two, err := s.Compose(l)
	if err != nil {
		t.Fatal(err)
	}
	if &one.pieces()[1][0] != &two.pieces()[1][0] || &one.pieces()[2][0] != &two.pieces()[2][0] {
		t.Error("the tail was copied")
	}
	if one.Digest() == two.Digest() || one.Fingerprint() == two.Fingerprint() {
		t.Error("two members' messages have one digest")
	}
	if bytes.Contains(one.Head, []byte("per@")) || bytes.Contains(two.Head, []byte("aase@")) {
		t.Error("a member's address is in another's message")
	}
}

func TestDigestIsThatOfTheBytesAndFingerprintChangesWithThem(t *testing.T) {
	s, err := NewShared(pdf(1000), nil, "plan")
	if err != nil {
		t.Fatal(err)
	}
	m, err := s.Compose(plain())
	if err != nil {
		t.Fatal(err)
	}
	for range 2 { // it may be read as often as one likes
		all, err := io.ReadAll(m.Reader())
		if err != nil {
			t.Fatal(err)
		}
		if sum := sha256.Sum256(all); hex.EncodeToString(sum[:]) != m.Digest() {
			t.Error("the digest is not the SHA-256 of what Reader reads")
		}
	}
	other := pdf(1000)
	other.Data[999]++
	s, err = NewShared(other, nil, "plan")
	if err != nil {
		t.Fatal(err)
	}
	n, err := s.Compose(plain())
	if err != nil {
		t.Fatal(err)
	}
	if n.Fingerprint() == m.Fingerprint() || n.Digest() == m.Digest() {
		t.Error("another attachment has the same digest")
	}
}

func TestLargeAttachmentSurvives(t *testing.T) {
	f := pdf(2 << 20)
	p := parse(t, compose(t, f, pictures(), norwegian()))
	if sha256.Sum256(p.parts[len(p.parts)-1].data) != sha256.Sum256(f.Data) {
		t.Error("the attachment has changed")
	}
}

// A part of any length ends where it should, at a full line of base64 as well as within one.
func TestAttachmentOfEveryLengthSurvives(t *testing.T) {
	for n := 1; n < 200; n++ {
		raw := compose(t, pdf(n), nil, plain())
		checkForm(t, raw, true)
		if p := parse(t, raw); !bytes.Equal(p.parts[1].data, pdf(n).Data) {
			t.Fatalf("%d bytes come out as %d", n, len(p.parts[1].data))
		}
	}
}

func TestLineEndsOfEveryKindComeOutAsCRLF(t *testing.T) {
	l := plain()
	l.Text = "a\nb\r\nc\rø\nd \n\n\te\t"
	p := parse(t, compose(t, nil, nil, l))
	if got, want := string(p.parts[0].data), "a\r\nb\r\nc\r\nø\r\nd \r\n\r\n\te\t\r\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestTextCannotEndItsPart(t *testing.T) {
	l := norwegian()
	for _, kind := range []string{"mixed", "alternative", "related"} {
		b := boundaries("plan")[kind]
		l.Text += "\n--" + b + "\n--" + b + "--\n"
		l.HTML += "\n--" + b + "--\n"
	}
	checkParts(t, parse(t, compose(t, pdf(10), pictures(), l)), l, pdf(10), pictures())
}

func TestAnotherPlanHasOtherBoundaries(t *testing.T) {
	a, b := boundaries("one"), boundaries("two")
	seen := map[string]bool{}
	for _, m := range []map[string]string{a, b} {
		for kind, boundary := range m {
			if seen[boundary] {
				t.Errorf("the boundary of %s is used twice", kind)
			}
			seen[boundary] = true
		}
	}
}

func TestPicturesWithoutHTMLAreRefusedRatherThanLost(t *testing.T) {
	s, err := NewShared(nil, pictures(), "plan")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Compose(plain()); err == nil {
		t.Error("a message without its pictures was made")
	}
}

func TestARecipientBeyondASCIIStandsInUTF8(t *testing.T) {
	l := plain()
	l.To = Address{"Bjørn", "bjørn@bedrift.example"}
	raw := compose(t, nil, nil, l)
	checkForm(t, raw, false)
	if got := parse(t, raw).address(t, "To"); got != l.To {
		t.Errorf("got %q", got)
	}
}

// notes G14: a library's default fields tell the machine's name and the program's version.
func TestNoFieldTellsWhereOrByWhatItWasMade(t *testing.T) {
	raw := strings.ToLower(string(compose(t, pdf(30), nil, norwegian())))
	for _, word := range []string{"user-agent", "x-mailer", "localhost", "go-message", "precedence", "received"} {
		if strings.Contains(raw, word) {
			t.Errorf("the message holds %q", word)
		}
	}
	if !strings.Contains(raw, "x-auto-response-suppress: oof, autoreply\r\n") {
		t.Error("absences are not kept from answering, or bounces are") // notes G15
	}
}
