package submission

import (
	"encoding/base64"
	"slices"
	"strings"
	"sync"
)

// Servers repeat what they did not understand: whole or cut off, decoded or as it was sent, at once or at some later
// command. So the secrets of all logins are looked for in everything that a server says, for as long as it is spoken
// to.
//
//   - What decodes from Base64 to something with the secret in it goes as a whole, whichever mechanism it was sent by.
//   - Of a long secret, which is mostly a token, each piece counts: answers are cut off and broken into lines.
//   - One that is very short is found in any text. A text that it is found in is not shown at all.
//   - Capital letters count as small ones.
const (
	secretMark  = "<secret>"
	hiddenText  = "<not shown: the secret is in it>"
	shortSecret = 4 // bytes; what is shorter is very short
	longSecret  = 16
	secretPiece = 8
	mostSecrets = 16 // that are remembered beside a session's own: there may be a new token for each connection
)

// secrets are those of the last logins to a server, by all its sessions.
type secrets struct {
	mutex sync.Mutex
	last  []string
}

// Discreet makes all sessions that are dialled with the result keep the secrets of each other's logins to themselves,
// too, and not only their own.
func (s Server) Discreet() Server {
	s.known = &secrets{}
	return s
}

func (k *secrets) add(secret string) {
	k.mutex.Lock()
	defer k.mutex.Unlock()
	k.last = slices.DeleteFunc(k.last, func(s string) bool { return s == secret })
	k.last = append(k.last, secret)
	k.last = k.last[max(0, len(k.last)-mostSecrets):]
}

func (k *secrets) all() []string {
	k.mutex.Lock()
	defer k.mutex.Unlock()
	return slices.Clone(k.last)
}

// remember keeps a secret from being told from now on.
func (s *Session) remember(secret string) {
	s.secret = secret
	s.server.known.add(secret)
}

func (s *Session) withoutSecrets(text string) string {
	all := []string{s.secret}
	if s.server.known != nil {
		all = append(all, s.server.known.all()...)
	}
	for _, secret := range all {
		if secret != "" {
			text = withoutSecret(text, lower(secret))
		}
	}
	return text
}

// withoutSecret wants the secret in small letters.
func withoutSecret(text, secret string) string {
	if len(secret) < shortSecret && strings.Contains(lower(text), secret) {
		return hiddenText
	}
	return withoutPlain(withoutEncoded(text, secret), secret)
}

func withoutPlain(text, secret string) string {
	var out strings.Builder
	small, from := lower(text), 0
	for i := 0; i < len(text); {
		n := pieceLength(small[i:], secret)
		if n == 0 {
			i++
			continue
		}
		out.WriteString(text[from:i] + secretMark)
		i += n
		from = i
	}
	return out.String() + text[from:]
}

// pieceLength is how much of the secret a text begins with; 0 when that tells nothing.
func pieceLength(text, secret string) int {
	if len(secret) < longSecret {
		if strings.HasPrefix(text, secret) {
			return len(secret)
		}
		return 0
	}
	n := secretPiece
	if len(text) < n || !strings.Contains(secret, text[:n]) {
		return 0
	}
	for n < len(text) && strings.Contains(secret, text[:n+1]) {
		n++
	}
	return n
}

// withoutEncoded looks at each run of the letters of Base64, of either alphabet.
func withoutEncoded(text, secret string) string {
	var out strings.Builder
	for text != "" {
		begin := strings.IndexFunc(text, isBase64)
		if begin < 0 {
			break
		}
		out.WriteString(text[:begin])
		text = text[begin:]
		run := text[:len(text)-len(strings.TrimLeftFunc(text, isBase64))]
		text = text[len(run):]
		if holdsEncoded(run, secret) {
			run, text = secretMark, strings.TrimLeft(text, "=")
		}
		out.WriteString(run)
	}
	return out.String() + text
}

func isBase64(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("+/-_", r)
}

// holdsEncoded tries all beginnings, as a slash or a letter before the code looks like a part of it.
func holdsEncoded(run, secret string) bool {
	run = strings.NewReplacer("-", "+", "_", "/").Replace(run)
	for begin := range min(4, len(run)) {
		code := run[begin:]
		if len(code)%4 == 1 { // half a byte
			code = code[:len(code)-1]
		}
		plain, err := base64.RawStdEncoding.DecodeString(code)
		if err != nil {
			continue
		}
		small := lower(string(plain))
		for i := range small {
			if pieceLength(small[i:], secret) > 0 {
				return true
			}
		}
	}
	return false
}

// lower keeps the length, which strings.ToLower does not for all letters.
func lower(s string) string {
	small := []byte(s)
	for i, c := range small {
		if c >= 'A' && c <= 'Z' {
			small[i] = c + 'a' - 'A'
		}
	}
	return string(small)
}
