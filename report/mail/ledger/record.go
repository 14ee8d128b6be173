package ledger

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base32"
	"encoding/json"
	"fmt"
	"hash/crc32"
	"io"
	"strings"
	"time"
)

// Key stands for a recipient in the ledger, so that the file holds no addresses.
type Key string

const keyLen = 20 // characters of 5 bits: 100 bits

// KeyOf is the key of an address in the campaign that has the secret. The address is normalised already, so that one
// mailbox has one key.
func KeyOf(secret []byte, address string) Key {
	mac := hmac.New(sha256.New, secret)
	mac.Write([]byte(address)) // a hash never fails to write
	return Key(strings.ToLower(base32.StdEncoding.EncodeToString(mac.Sum(nil))[:keyLen]))
}

func (k Key) valid() bool {
	return len(k) == keyLen && strings.Trim(string(k), "abcdefghijklmnopqrstuvwxyz234567") == ""
}

// Event is what a record tells.
type Event string

// The events of the campaign itself have no key; all others have one.
const (
	EventOpen      Event = "open"      // a plan was made, or a session begins that may send
	EventCommit    Event = "commit"    // the body is sent and the message is about to be ended
	EventAccepted  Event = "accepted"  // the server took the message
	EventDeferred  Event = "deferred"  // the server said: later
	EventConnlost  Event = "connlost"  // the connection was lost before the message was ended
	EventFailed    Event = "failed"    // the server said: never
	EventUnknown   Event = "unknown"   // the connection was lost after the message was ended
	EventResolved  Event = "resolved"  // a person settled it, As sent, failed or resend
	EventSkipped   Event = "skipped"   // not to be sent, for the reason in Why
	EventBounced   Event = "bounced"   // the mail came back after it had been accepted
	EventPause     Event = "pause"     // the campaign waits
	EventInterrupt Event = "interrupt" // somebody stopped the session
	EventClose     Event = "close"     // the session is over
)

// As what a person may settle a recipient.
const (
	AsSent   = "sent"
	AsFailed = "failed"
	AsResend = "resend"
)

// Record is one line of the ledger. Zero fields are left out.
type Record struct {
	Prev     string         `json:"p,omitzero"` // the checksum of the line before; the ledger sets it
	Time     time.Time      `json:"t,omitzero"` // kept in UTC
	Event    Event          `json:"e"`
	Version  int            `json:"v,omitzero"` // of the format; the ledger sets it in open records
	Key      Key            `json:"k,omitzero"`
	Attempt  int            `json:"n,omitzero"` // from 1; an outcome has that of its commit
	Phase    string         `json:"phase,omitzero"`
	Code     int            `json:"code,omitzero"`
	Enhanced string         `json:"esc,omitzero"`
	Reply    string         `json:"reply,omitzero"`
	Err      string         `json:"err,omitzero"`
	Why      string         `json:"why,omitzero"`
	As       string         `json:"as,omitzero"`
	By       string         `json:"by,omitzero"`
	Note     string         `json:"note,omitzero"`
	Plan     string         `json:"plan,omitzero"`
	Tool     string         `json:"tool,omitzero"`
	Next     time.Time      `json:"next,omitzero"`   // not to be tried again before
	Digest   string         `json:"sha256,omitzero"` // of what is the recipient's own in the message
	Bytes    int            `json:"bytes,omitzero"`
	MS       int            `json:"ms,omitzero"`
	Date     string         `json:"date,omitzero"` // the Date field of the message
	Counts   map[string]int `json:"counts,omitempty"`
}

const (
	version  = 2        // 1 had no Prev
	mostLine = 64 << 10 // bytes of a line with its LF
	sumLen   = 8
)

// tidy is the record as it is kept: every text without control characters and addresses, every time in UTC.
func (r Record) tidy() Record {
	for _, s := range []*string{&r.Phase, &r.Enhanced, &r.Reply, &r.Err, &r.Why, &r.As, &r.By, &r.Note, &r.Plan,
		&r.Tool, &r.Digest, &r.Date} {
		*s = Clean(*s)
	}
	if r.Event == EventOpen {
		r.Version = version
	}
	r.Time, r.Next = inUTC(r.Time), inUTC(r.Next)
	return r
}

func inUTC(t time.Time) time.Time {
	if t.IsZero() {
		return time.Time{}
	}
	return t.UTC().Round(0) // without the monotonic clock, which no file holds
}

// line is the record as a line of the file.
func (r Record) line() ([]byte, error) {
	var b bytes.Buffer
	b.WriteString("00000000 ")
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false) // <…> stays readable
	if err := enc.Encode(r); err != nil {
		return nil, err
	}
	line := b.Bytes()
	if len(line) > mostLine {
		return nil, fmt.Errorf("the record has %d bytes, more than %d", len(line), mostLine)
	}
	copy(line, sumOf(line[sumLen+1:len(line)-1]))
	return line, nil
}

func sumOf(text []byte) string { return fmt.Sprintf("%08x", crc32.ChecksumIEEE(text)) }

// isWhole tells whether a line without its LF has the checksum that it says it has.
func isWhole(line []byte) bool {
	return len(line) > sumLen+1 && line[sumLen] == ' ' && string(line[:sumLen]) == sumOf(line[sumLen+1:])
}

// decode reads the JSON of a line whose checksum was right.
func decode(text []byte) (Record, error) {
	var r Record
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.DisallowUnknownFields() // a field that we do not know may change what the others mean
	if err := dec.Decode(&r); err != nil {
		return Record{}, err
	}
	if _, err := dec.Token(); err != io.EOF {
		return Record{}, fmt.Errorf("there is more than one value")
	}
	return r, nil
}
