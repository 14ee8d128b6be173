package message

import (
	"errors"
	"fmt"
	"net/url"
	"strings"
	"time"
)

// Address is who writes or is written to: Addr as CheckAddress wants it, Name as it is said, without any encoding.
type Address struct{ Name, Addr string }

// Letter is what one member gets besides the shared parts.
type Letter struct {
	From      Address
	ReplyTo   *Address
	To        Address // the one recipient
	Subject   string
	Text      string // always there; lines may end in LF or CRLF
	HTML      string // may be empty
	MessageID string // without angle brackets
	Date      time.Time
	Headers
}

// Headers are the fields that programs read. A zero value leaves the field out.
type Headers struct {
	ListID        string // like medlemmer.forening.example
	Unsubscribe   string // a mailto: or https: address
	OneClick      bool   // the https address takes a POST (RFC 8058)
	AutoSubmitted bool   // a program sends it, so that no absence is answered; bounces still come
	Delivery      string // campaign and key: what tells a second copy where a server rewrites Message-ID and Date
}

// appendFields writes the letter's own, in the order in which they stand.
func (l Letter) appendFields(b []byte) []byte {
	b = appendField(b, "Date", l.Date.Format(time.RFC1123Z))
	b = appendField(b, "From", mailbox("From", l.From)...)
	b = appendField(b, "To", mailbox("To", l.To)...)
	if l.ReplyTo != nil {
		b = appendField(b, "Reply-To", mailbox("Reply-To", *l.ReplyTo)...)
	}
	b = appendField(b, "Subject", subject(l.Subject)...)
	b = appendField(b, "Message-ID", "<"+l.MessageID+">")
	return l.Headers.appendFields(b)
}

func (h Headers) appendFields(b []byte) []byte {
	if h.ListID != "" {
		b = appendField(b, "List-Id", "<"+h.ListID+">")
	}
	if h.Unsubscribe != "" {
		b = appendField(b, "List-Unsubscribe", "<"+h.Unsubscribe+">")
	}
	if h.OneClick {
		b = appendField(b, "List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
	}
	if h.AutoSubmitted {
		b = appendField(b, "Auto-Submitted", "auto-generated")
		// Not All: that asks Exchange to keep bounces from us, too (MS-OXCMAIL 2.1.3.2.20).
		b = appendField(b, "X-Auto-Response-Suppress", "OOF,", "AutoReply")
	}
	if h.Delivery != "" {
		b = appendField(b, "X-Lysark-Delivery", h.Delivery)
	}
	return b
}

// check refuses what may not be sent. Its errors name fields, not their values.
func (l Letter) check() error {
	if err := l.checkPeople(); err != nil {
		return err
	}
	if err := CheckText("the subject", l.Subject); err != nil {
		return err
	}
	switch {
	case strings.TrimSpace(l.Subject) == "":
		return errors.New("the letter has no subject")
	case strings.TrimSpace(l.Text) == "":
		return errors.New("the letter has no text")
	case l.HTML != "" && strings.TrimSpace(l.HTML) == "":
		return errors.New("the letter's HTML holds nothing")
	case l.Date.Year() < 1970 || l.Date.Year() > 9999:
		return errors.New("the letter has no date, or one that no reader knows")
	case !isMessageID(l.MessageID):
		return errors.New("the letter's message ID is not of the form name@domain")
	}
	if err := checkBody("the text", l.Text); err != nil {
		return err
	}
	if err := checkBody("the HTML", l.HTML); err != nil {
		return err
	}
	return l.Headers.check()
}

// checkPeople lets only the recipient have an address beyond ASCII: the transport asks the server for it by the address
// of the envelope, which is To, and an answer must reach us from anywhere.
func (l Letter) checkPeople() error {
	people := []struct {
		field string
		Address
	}{{"To", l.To}, {"From", l.From}, {"Reply-To", l.From}}
	if l.ReplyTo != nil {
		people[2].Address = *l.ReplyTo
	}
	for i, p := range people {
		if err := CheckAddress(p.Addr); err != nil {
			return fmt.Errorf("%s: %w", p.field, err)
		}
		if err := CheckText("the name", p.Name); err != nil {
			return fmt.Errorf("%s: %w", p.field, err)
		}
		if i > 0 && !isASCII(p.Addr) {
			return fmt.Errorf("%s: the address goes beyond ASCII, and not every server could answer to it", p.field)
		}
	}
	return nil
}

func (h Headers) check() error {
	switch {
	case h.ListID != "" && !isListID(h.ListID):
		return errors.New("the list ID is not of the form list.domain")
	case h.Delivery != "" && !isToken(h.Delivery):
		return errors.New("the delivery mark holds other characters than letters, digits, dots, hyphens " +
			"and underscores")
	case h.OneClick && !strings.HasPrefix(h.Unsubscribe, "https://"):
		return errors.New("one-click unsubscribing needs an https address")
	case h.Unsubscribe == "":
		return nil
	}
	if err := checkUnsubscribe(h.Unsubscribe); err != nil {
		return fmt.Errorf("the unsubscribe address %w", err)
	}
	return nil
}

// checkUnsubscribe keeps a member's field in the address from becoming a field of the message, or of the mail that the
// reader's program makes of a mailto address.
func checkUnsubscribe(s string) error {
	switch {
	case len(s) > 900:
		return errors.New("has more than 900 bytes")
	case strings.ContainsFunc(s,
		func(r rune) bool { return r <= ' ' || r > '~' || strings.ContainsRune("<>\"\\^`{|},", r) }):
		return errors.New("holds a character that must be percent-encoded")
	}
	u, err := url.Parse(s)
	if err != nil {
		return errors.New("is none")
	}
	decoded, err := url.QueryUnescape(s)
	if err != nil || CheckText("", strings.ReplaceAll(strings.ReplaceAll(decoded, "<", ""), ">", "")) != nil {
		return errors.New("hides a line break, a control character or something that is not UTF-8")
	}
	switch {
	case strings.HasPrefix(s, "https://"):
		if u.Hostname() == "" || u.User != nil {
			return errors.New("has no host, or a name or password before it")
		}
		return nil
	case strings.HasPrefix(s, "mailto:"):
		if CheckAddress(u.Opaque) != nil || !isASCII(u.Opaque) {
			return errors.New("has no proper mail address behind its mailto")
		}
		return nil
	}
	return errors.New("begins with neither mailto: nor https://")
}

func isMessageID(s string) bool {
	left, right, found := strings.Cut(s, "@")
	return found && len(s) <= 250 && isToken(left) && isToken(right)
}

func isListID(s string) bool { return len(s) <= 255 && isToken(s) && strings.Contains(s, ".") }

// isToken tells a name that stands in a field as it is: within what RFC 5322 calls dot-atom-text.
func isToken(s string) bool {
	return len(s) <= 255 && isDotted(s) && !strings.ContainsFunc(s, func(r rune) bool {
		return !isLetterOrDigit(r) && r != '.' && r != '-' && r != '_' && r != '+'
	})
}
