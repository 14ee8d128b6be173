package submission

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"unicode"

	"github.com/emersion/go-smtp"
)

// longestReply is as much of a server's words as anybody reads.
const longestReply = 400

// Whatever holds words of a server leaves this package by way of presentable: refusals, failures, what it took and what
// it offers.

// fault makes an error of the client one of ours. A connection that said nothing sensible is closed.
func (s *Session) fault(ctx context.Context, at Phase, err error) error {
	var said *smtp.SMTPError
	if errors.As(err, &said) && said.Code >= 400 && said.Code <= 599 {
		refusal := s.refusal(at, said.Code, enhancedOf(said)+" "+said.Message)
		if at != AtLogin && (refusal.Kind == Lost || refusal.Code == 421) {
			s.Close()
		}
		return refusal
	}
	s.Close()
	if said != nil {
		err = fmt.Errorf("the server answered %d, which means nothing here", said.Code)
	}
	return s.failure(ctx, at, err)
}

// failure is one of the network or of the protocol before the dot.
func (s *Session) failure(ctx context.Context, at Phase, err error) *Failure {
	if ctx.Err() != nil {
		return &Failure{at, Aborted, "", context.Cause(ctx)}
	}
	return &Failure{at, Lost, "", s.told(err)}
}

// heard is an error that may quote the server, as those of textproto and of certificates do.
type heard struct {
	error
	words string // presentable
}

func (h *heard) Error() string { return h.words }

func (h *heard) Unwrap() error { return h.error }

// told is an error in words that are fit to be shown.
func (s *Session) told(err error) error { return &heard{err, s.presentable(err.Error())} }

func enhancedOf(said *smtp.SMTPError) string {
	if code := said.EnhancedCode; code[0] > 0 {
		return fmt.Sprintf("%d.%d.%d", code[0], code[1], code[2])
	}
	return ""
}

// refusal is what an answer means.
func (s *Session) refusal(at Phase, code int, text string) *Refusal {
	enhanced, text := splitEnhanced(strings.TrimSpace(text))
	kind, reason := Classify(at, code, enhanced, text)
	return &Refusal{Phase: at, Kind: kind, Reason: reason, Code: code, Enhanced: enhanced, Reply: s.presentable(text)}
}

// splitEnhanced takes the code of RFC 3463 from the front of an answer's text, and of its further lines.
func splitEnhanced(text string) (enhanced, rest string) {
	first, rest, _ := strings.Cut(text, " ")
	if !isEnhanced(first) {
		return "", text
	}
	return first, strings.ReplaceAll(rest, "\n"+first+" ", "\n")
}

func isEnhanced(word string) bool {
	parts := strings.Split(word, ".")
	if len(parts) != 3 || len(parts[0]) != 1 || !strings.Contains("245", parts[0]) {
		return false
	}
	for _, part := range parts {
		if part == "" || len(part) > 3 || strings.Trim(part, "0123456789") != "" {
			return false
		}
	}
	return true
}

// presentable is a server's text in one line, without control characters, addresses of members and secrets. The
// address of the sender is ours and often the point.
func (s *Session) presentable(text string) string {
	text = s.withoutSecrets(text)
	text = strings.Map(func(r rune) rune {
		if r == unicode.ReplacementChar || !unicode.IsPrint(r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(text, " "))
	var out []rune
	for word := range strings.FieldsSeq(text) {
		if len(out) > longestReply {
			break
		}
		if len(word) > longestReply { // no word and no address
			word = "…"
		}
		if len(out) > 0 {
			out = append(out, ' ')
		}
		out = append(out, []rune(s.withoutMember(word))...)
	}
	if len(out) > longestReply {
		out = append(out[:longestReply], '…')
	}
	return string(out)
}

// withoutMember replaces addresses within a word, and the part of the member's before the @ alone.
func (s *Session) withoutMember(word string) string {
	var out strings.Builder
	for word != "" {
		end := strings.IndexAny(word, "<>()[]{}\"'`,;:")
		if end < 0 {
			end = len(word)
		}
		out.WriteString(s.masked(word[:end]))
		separator := min(end+1, len(word))
		out.WriteString(word[end:separator])
		word = word[separator:]
	}
	return out.String()
}

func (s *Session) masked(part string) string {
	bare := strings.TrimRight(part, ".!?")
	local, _, _ := strings.Cut(s.member, "@")
	switch {
	case bare == "" || strings.EqualFold(bare, s.sender):
		return part
	case strings.ContainsAny(bare, "@＠") || strings.Contains(bare, "%40") || strings.EqualFold(bare, local):
		return "<address>" + part[len(bare):]
	}
	return part
}
