package message

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"mime/quotedprintable"
	"slices"
	"strings"
	"unicode/utf8"
)

// File is what is attached.
type File struct {
	Name string // as the member saves it
	MIME string
	Data []byte
}

// Picture is shown within the HTML, where cid:CID names it.
type Picture struct {
	CID  string
	Name string
	MIME string // image/png, image/jpeg or image/gif
	Data []byte
}

// Shared is what all messages of a plan have in common, encoded once. It is read-only and may be used by many
// goroutines.
type Shared struct {
	plain, html skeleton // of a message without HTML, and with it
	pictured    bool
}

// skeleton is a message without what is personal: its bytes before the text, between text and HTML, and behind them.
type skeleton struct {
	opening, between []byte
	tail             []*piece
}

// piece is encoded bytes and their sum.
type piece struct {
	data []byte
	sum  [sha256.Size]byte
}

// NewShared encodes the attachment and the pictures, either of which may be missing. The boundaries come from the seed
// alone, so that it must be another for another plan.
func NewShared(attachment *File, pictures []Picture, seed string) (*Shared, error) {
	if seed == "" {
		return nil, errors.New("the parts of a message need a seed")
	}
	if err := checkPictures(pictures); err != nil {
		return nil, err
	}
	if attachment != nil {
		if err := checkFile(*attachment); err != nil {
			return nil, fmt.Errorf("the attachment: %w", err)
		}
	}
	s := &Shared{pictured: len(pictures) > 0}
	b := boundaries(seed)
	if err := s.layPlain(b, attachment); err != nil {
		return nil, err
	}
	if err := s.layHTML(b, attachment != nil, pictures); err != nil {
		return nil, err
	}
	return s, nil
}

// layPlain makes the skeleton of a message without HTML.
func (s *Shared) layPlain(b map[string]string, attachment *File) error {
	var f frame
	if attachment != nil {
		f.enter(level("mixed", b))
	}
	f.leaf(nil, textFields("text/plain")...)
	s.plain.opening = f.take()
	if attachment != nil {
		f.kept.Grow(encodedLen(len(attachment.Data)) + 1024)
		f.leaf(attachment.Data, attachment.fields()...)
		f.leave(0)
		s.plain.tail = []*piece{f.piece()}
	}
	return f.err
}

// layHTML makes the other one. What follows its alternative is what follows the text of a plain message.
func (s *Shared) layHTML(b map[string]string, attached bool, pictures []Picture) error {
	var f frame
	if attached {
		f.enter(level("mixed", b))
	}
	outer := len(f.open)
	f.enter(level("alternative", b))
	f.leaf(nil, textFields("text/plain")...)
	s.html.opening = f.take()
	if len(pictures) > 0 {
		f.enter(level("related", b, `type="text/html"`)) // RFC 2387, 3.1
	}
	f.leaf(nil, textFields("text/html")...)
	s.html.between = f.take()
	for _, p := range pictures {
		f.leaf(p.Data, p.fields()...)
	}
	f.leave(outer)
	s.html.tail = append([]*piece{f.piece()}, s.plain.tail...)
	return f.err
}

// boundaries are one for each multipart. None can occur within a part: quoted-printable has only digits and A to F or
// the line's end behind a =, base64 has neither - nor _, and a field never begins with -. So nobody's text can end a
// part.
func boundaries(seed string) map[string]string {
	b := map[string]string{}
	for _, kind := range []string{"mixed", "alternative", "related"} {
		sum := sha256.Sum256([]byte(kind + "\x00" + seed))
		b[kind] = "=_" + hex.EncodeToString(sum[:16])
	}
	return b
}

// Compose makes the message of one member.
func (s *Shared) Compose(l Letter) (*Message, error) {
	if err := l.check(); err != nil {
		return nil, err
	}
	if s.pictured && l.HTML == "" {
		return nil, errors.New("the pictures belong into HTML, and the letter has none")
	}
	sk, text, html := s.plain, lines(l.Text), lines(l.HTML)
	if html != "" {
		sk = s.html
	}
	size := fieldsLen + len(sk.opening) + printedLen(text) + len(sk.between) + printedLen(html)
	head := bytes.NewBuffer(l.appendFields(make([]byte, 0, size)))
	head.Write(sk.opening)
	if err := printable(head, text); err != nil {
		return nil, err
	}
	head.Write(sk.between)
	if err := printable(head, html); err != nil {
		return nil, err
	}
	return &Message{Head: head.Bytes(), tail: sk.tail}, nil
}

// printable writes a text in quoted-printable, as go-message does.
func printable(w io.Writer, text string) error {
	q := quotedprintable.NewWriter(w)
	if _, err := io.WriteString(q, text); err != nil {
		return err
	}
	return q.Close()
}

// lines is the text with LF alone, and with one at its end. mime/quotedprintable (writer.go:86, Go 1.26) would forget
// the second of two line ends when one letter beyond ASCII stands between a CR and an LF.
func lines(s string) string {
	if strings.Contains(s, "\r") {
		s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	}
	if s != "" && !strings.HasSuffix(s, "\n") {
		s += "\n"
	}
	return s
}

// level is the content type of a part that holds others.
func level(kind string, boundaries map[string]string, params ...string) field {
	tokens := []string{"multipart/" + kind + ";", `boundary="` + boundaries[kind] + `"`}
	for _, p := range params {
		tokens[len(tokens)-1] += ";"
		tokens = append(tokens, p)
	}
	return fold("Content-Type", tokens...)
}

func textFields(mime string) []field {
	return []field{fold("Content-Type", mime+";", "charset=utf-8"), fold("Content-Transfer-Encoding", "quoted-printable")}
}

func (f File) fields() []field {
	return []field{contentType(f.MIME, f.Name), fold("Content-Transfer-Encoding", "base64"), disposition("attachment", f.Name)}
}

func (p Picture) fields() []field {
	return []field{contentType(p.MIME, p.Name), fold("Content-Transfer-Encoding", "base64"), fold("Content-ID", "<"+p.CID+">"), disposition("inline", p.Name)}
}

// fieldsLen is about the size of the letter's own fields.
const fieldsLen = 1024

// printedLen is about the size of a text in quoted-printable.
func printedLen(s string) int {
	n := len(s)
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf || s[i] == '=' {
			n += 2
		} else if s[i] == '\n' {
			n++
		}
	}
	return n + n/20
}

// encodedLen is the size of so many bytes in base64 with its line ends.
func encodedLen(n int) int {
	n = base64.StdEncoding.EncodedLen(n)
	return n + 2*(n/76+1)
}

func checkFile(f File) error {
	if err := checkName(f.Name); err != nil {
		return err
	}
	kind, sub, _ := strings.Cut(f.MIME, "/")
	switch {
	case !isToken(kind) || !isToken(sub) || kind == "multipart" || kind == "message" || kind == "text":
		return fmt.Errorf("the type %q is none that a file can be sent as", f.MIME)
	case len(f.Data) == 0:
		return errors.New("the file is empty")
	}
	return nil
}

func checkPictures(pictures []Picture) error {
	seen := map[string]bool{}
	for i, p := range pictures {
		err := checkFile(File{p.Name, p.MIME, p.Data})
		switch {
		case err != nil:
		case !slices.Contains([]string{"image/png", "image/jpeg", "image/gif"}, p.MIME):
			err = fmt.Errorf("the type %q is none that every mail reader shows: send PNG, JPEG or GIF", p.MIME)
		case !isToken(strings.Replace(p.CID, "@", ".", 1)):
			err = errors.New("its CID holds other characters than letters, digits, dots, hyphens and underscores, " +
				"or an @ at its edge")
		case seen[p.CID]:
			err = errors.New("its CID is that of another picture")
		}
		if err != nil {
			return fmt.Errorf("picture %d: %w", i+1, err)
		}
		seen[p.CID] = true
	}
	return nil
}
