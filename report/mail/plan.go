package mail

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"time"

	"lysark/report/mail/ledger"
)

// Plan is everything that is decided before a message leaves. It is the file plan.json.
type Plan struct {
	Version    int         `json:"version"`
	ID         string      `json:"id"`
	Created    time.Time   `json:"created"`
	Forgotten  bool        `json:"forgotten,omitempty"` // personal data was taken out: nothing can be sent any more
	Secret     []byte      `json:"secret,omitempty"`    // of the keys; the same for all plans of an id
	Digest     string      `json:"digest"`              // SHA-256 of all that decides what anybody gets: see sum
	Code       string      `json:"code"`                // what has to be said to send: K7F2-213
	PDF        string      `json:"pdf"`                 // SHA-256 of deck.pdf
	Seed       string      `json:"seed"`                // of the boundaries between the parts of messages
	Settings   Settings    `json:"settings"`
	Text       string      `json:"text"`           // SHA-256 of templates/text.txt
	HTML       string      `json:"html,omitempty"` // SHA-256 of templates/text.html; empty without one
	Pictures   []Picture   `json:"pictures,omitempty"`
	Columns    []string    `json:"columns"` // of the list, in its order
	Email      string      `json:"email"`   // the column with the addresses
	Sources    []Source    `json:"sources"` // the files that it was made from
	Recipients []Recipient `json:"recipients"`
	Skipped    []Skipped   `json:"skipped,omitempty"`
}

// Picture is a picture of the HTML: pictures/CID.png.
type Picture struct {
	CID    string `json:"cid"`
	SHA256 string `json:"sha256"`
	Alt    string `json:"alt,omitempty"` // what it shows, in words
}

// Source is a file that the plan was made from, as seen from the folder in which the plan's folder is.
type Source struct {
	Name   string `json:"name"`
	SHA256 string `json:"sha256"`
	Left   bool   `json:"left,omitempty"`  // addresses of those who left
	Mail   bool   `json:"mail,omitempty"`  // the mail file, or the layout that holds [mail]
	Named  bool   `json:"named,omitempty"` // the mail file names it
}

// Recipient is who gets a message. Fields are the row of the list, from column to cell.
type Recipient struct {
	Key       ledger.Key        `json:"key"`
	Address   string            `json:"address,omitempty"`
	Name      string            `json:"name,omitempty"`
	Row       int               `json:"row,omitempty"` // 0 for the archive
	Fields    map[string]string `json:"fields,omitempty"`
	MessageID string            `json:"message_id,omitempty"`
	Words     string            `json:"words,omitempty"` // SHA-256 of subject, text and HTML as filled in
}

// Skipped is a row of the list that gets no message, and why.
type Skipped struct {
	Row     int    `json:"row,omitempty"`
	Address string `json:"address,omitempty"`
	Why     string `json:"why"`
}

const planVersion = 1

// seal works out digest and code, once all else is there.
func (p *Plan) seal() {
	p.Digest = p.sum()
	p.Code = code(p.Digest, len(p.Recipients))
}

// sum is the digest, of all but the time and Sources. Planned once more from the same, a plan has the same one, so that
// a code that was approved still holds.
func (p *Plan) sum() string {
	q := *p
	q.Created, q.Sources, q.Digest, q.Code = time.Time{}, nil, "", ""
	data, err := json.Marshal(q)
	if err != nil {
		panic("mail: a plan cannot be written: " + err.Error())
	}
	return digest(data)
}

// code is short enough to be read out: four letters or digits that are not taken for others, and how many get mail.
func code(sum string, n int) string {
	const letters = "234679ACDEFGHJKMNPQRTUVWXYZ"
	raw := sha256.Sum256([]byte("code " + sum))
	out := make([]byte, 4)
	for i := range out {
		out[i] = letters[(int(raw[2*i])<<8|int(raw[2*i+1]))%len(letters)]
	}
	return fmt.Sprintf("%s-%d", out, n)
}

func digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
