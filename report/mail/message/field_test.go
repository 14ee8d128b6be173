package message

import (
	"bytes"
	"strings"
	"testing"

	"github.com/emersion/go-message"
	"github.com/emersion/go-message/textproto"
)

// awkward are texts for names and subjects.
func awkward() []string {
	return []string{
		"Ola Nordmann",
		"Hansen, Ola",
		"Dr. Ola N. Nordmann",
		`Ola "Olle" Nordmann`,
		`back\slash`,
		"O'Brien & Sønner (AS): post@firma.example; alle",
		"Ærlig Østby Åsen",
		"Åse, «Ås» ; Ødegård: (Ås)",
		"=?utf-8?q?Ola=0D=0ABcc:_x@y.example?=",
		"a =?b",
		"Æ=?ø?= _under_ =C3",
		"two  spaces   and    more",
		strings.Repeat("ord ", 60) + "slutt",
		strings.Repeat("lang", 60),
		strings.Repeat("ø", 200),
		strings.Repeat("å ", 100) + "ø",
		strings.Repeat("a", 52) + " " + strings.Repeat("æ ", 30) + "å",
		"日本語の件名はとても長いので折り返しが必要ですがうまくいくでしょうか",
		"👩‍👩‍👧 familie 🇳🇴",
		"a\u030Ase (NFD)",
		"12 000 kr – 3 %",
		"?", "=", "\"", "\\", "(", "_", "=20", "é",
	}
}

func TestAwkwardNamesAndSubjectsComeOutAsTheyWentIn(t *testing.T) {
	for _, s := range awkward() {
		t.Run(s, func(t *testing.T) {
			l := norwegian()
			l.From.Name, l.To.Name, l.Subject, l.ReplyTo.Name = s, s, s, s
			raw := compose(t, pdf(20), nil, l)
			checkForm(t, raw, true)
			checkLetter(t, parse(t, raw), l)
		})
	}
}

func TestFieldsAreWrittenAsPlainlyAsTheyCanBe(t *testing.T) {
	for name, want := range map[string]string{
		"":                      "To: <a@b.example>\r\n",
		"Ola Nordmann":          "To: Ola Nordmann <a@b.example>\r\n",
		"Hansen, Ola":           "To: \"Hansen, Ola\" <a@b.example>\r\n",
		"Ola N. Nordmann":       "To: \"Ola N. Nordmann\" <a@b.example>\r\n",
		`Ola "O" \ Nordmann`:    "To: \"Ola \\\"O\\\" \\\\ Nordmann\" <a@b.example>\r\n",
		"Åse":                   "To: =?utf-8?q?=C3=85se?= <a@b.example>\r\n",
		"Ås, \"B\"":             "To: =?utf-8?q?=C3=85s=2C_=22B=22?= <a@b.example>\r\n",
		"Ola  Nordmann":         "To: =?utf-8?q?Ola__Nordmann?= <a@b.example>\r\n",
		"=?utf-8?q?x?=":         "To: =?utf-8?q?=3D=3Futf-8=3Fq=3Fx=3F=3D?= <a@b.example>\r\n",
		" edge":                 "To: =?utf-8?q?_edge?= <a@b.example>\r\n",
		strings.Repeat("a", 70): "To: =?utf-8?q?" + strings.Repeat("a", 60) + "?=\r\n =?utf-8?q?" + strings.Repeat("a", 10) + "?= <a@b.example>\r\n",
	} {
		if got := string(fold("To", mailbox("To", Address{name, "a@b.example"})...)); got != want {
			t.Errorf("%q:\ngot  %q\nwant %q", name, got, want)
		}
	}
}

// Some readers trim an encoded word before they put it together with the next: a space at its edge would be lost.
func TestNoEncodedWordBeginsOrEndsWithASpace(t *testing.T) {
	for n := range 80 {
		s := strings.Repeat("x", n+1) + strings.Repeat(" øå", 60)
		for _, w := range encodedWords(s, len("Subject: ")) {
			inner := strings.TrimSuffix(strings.TrimPrefix(w, wordOpening), wordClosing)
			if strings.HasPrefix(inner, "_") || strings.HasSuffix(inner, "_") {
				t.Fatalf("%d letters: %q", n, w)
			}
		}
	}
}

func TestFileNamesAreWrittenForOldReadersAndNew(t *testing.T) {
	for name, want := range map[string]string{
		"Report 2026.pdf": "Content-Type: application/pdf; name=\"Report 2026.pdf\"\r\n" +
			"Content-Disposition: attachment; filename=\"Report 2026.pdf\"\r\n",
		"Årsmøte på Ærøy.pdf": "Content-Type: application/pdf;\r\n name=\"=?utf-8?q?=C3=85rsm=C3=B8te_p=C3=A5_=C3=86r=C3=B8y=2Epdf?=\"\r\n" +
			"Content-Disposition: attachment;\r\n filename*=utf-8''%C3%85rsm%C3%B8te%20p%C3%A5%20%C3%86r%C3%B8y.pdf;\r\n filename=\"Aarsmoete paa Aeroey.pdf\"\r\n",
		"a\u030Ar – «é» Š 日.pdf": "Content-Type: application/pdf;\r\n name=\"=?utf-8?q?a=CC=8Ar_=E2=80=93_=C2=AB=C3=A9=C2=BB_=C5=A0_=E6=97=A5=2E?=\r\n =?utf-8?q?pdf?=\"\r\n" +
			"Content-Disposition: attachment;\r\n filename*=utf-8''a%CC%8Ar%20%E2%80%93%20%C2%AB%C3%A9%C2%BB%20%C5%A0%20%E6%97%A5.pdf;\r\n filename=\"ar - _e_ S _.pdf\"\r\n",
	} {
		got := string(contentType("application/pdf", name)) + string(disposition("attachment", name))
		if got != want {
			t.Errorf("%q:\ngot  %q\nwant %q", name, got, want)
		}
	}
}

// What field.go says of go-message: when this fails, our own folding can go.
func TestGoMessageStillNeedsOurFolding(t *testing.T) {
	write := func(set func(*message.Header)) string {
		var h message.Header
		set(&h)
		var b bytes.Buffer
		if err := textproto.WriteHeader(&b, h.Header); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	long := write(func(h *message.Header) { h.SetText("Subject", strings.Repeat("årsmøte ", 30)) })
	if line, _, _ := strings.Cut(long, "\r\n"); len(line) <= longestLine {
		t.Error("it folds long subjects now")
	}
	spaces := write(func(h *message.Header) { h.SetText("Subject", "a"+strings.Repeat(" ", 200)+"b") })
	if !strings.Contains(strings.ReplaceAll(spaces, " ", ""), "\r\n\r\nb") {
		t.Error("it leaves no empty lines now")
	}
	if got := write(func(h *message.Header) { h.SetText("Subject", "=?utf-8?q?x?=") }); !strings.Contains(got, "=?utf-8?q?x?=") {
		t.Error("it encodes what looks encoded now")
	}
	if got := write(func(h *message.Header) {
		h.SetContentDisposition("attachment", map[string]string{"filename": "å.pdf"})
	}); strings.Contains(got, "filename*") {
		t.Error("it writes filename* now")
	}
}
