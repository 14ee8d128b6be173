package submission

import (
	"bufio"
	"encoding/base64"
	"fmt"
	"net"
	"strings"
	"sync"
	"testing"
	"time"
)

// echo is a server that repeats all that it was told at the login, in the answer at one place. It goes on for more than
// one connection, and does not forget.
type echo struct {
	mechanism string
	place     string // the command, "greeting", "dot", or "ehlo again" after RSET
	shape     string // of shapes
	secret    string

	mutex sync.Mutex
	told  []string // in Base64
}

func (e *echo) start(t *testing.T) Server {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { listener.Close() })
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			go e.talk(conn)
		}
	}()
	return Server{
		Host: "127.0.0.1", Port: listener.Addr().(*net.TCPAddr).Port, TLS: None, Helo: "forening.example", Timeouts: patient(),
		Login: Login{Mechanism: e.mechanism, User: "deck", Secret: always(e.secret)},
	}
}

func (e *echo) talk(conn net.Conn) {
	defer conn.Close()
	in := bufio.NewScanner(conn)
	hear := func() string { in.Scan(); return in.Text() }
	fmt.Fprint(conn, e.answer("greeting", "220 echo"))
	hellos := 0
	for in.Scan() {
		verb, rest, _ := strings.Cut(in.Text(), " ")
		verb = strings.ToLower(verb)
		switch verb {
		case "ehlo":
			if hellos++; hellos > 1 {
				verb = "ehlo again"
			}
			fmt.Fprint(conn, e.answer(verb, "250-echo\r\n250 AUTH "+e.mechanism))
		case "auth":
			e.login(rest, func(line string) string { fmt.Fprint(conn, line); return hear() })
			fmt.Fprint(conn, e.answer(verb, "235 2.7.0 welcome"))
		case "data":
			answer := e.answer(verb, "354 go on")
			if fmt.Fprint(conn, answer); answer[0] != '3' {
				continue
			}
			for in.Scan() && in.Text() != "." {
			}
			fmt.Fprint(conn, e.answer("dot", "250 2.0.0 taken"))
		default:
			fmt.Fprint(conn, e.answer(verb, "250 2.0.0 fine"))
		}
	}
}

func (e *echo) login(arguments string, ask func(string) string) {
	e.mutex.Lock()
	defer e.mutex.Unlock()
	mechanism, initial, _ := strings.Cut(arguments, " ")
	e.told = append(e.told, initial)
	if mechanism == "LOGIN" {
		e.told = append(e.told, ask("334 VXNlcm5hbWU6\r\n"), ask("334 UGFzc3dvcmQ6\r\n"))
	}
}

// answer is the usual one but at the place.
func (e *echo) answer(at, usual string) string {
	e.mutex.Lock()
	defer e.mutex.Unlock()
	if at != e.place || len(e.told) == 0 {
		return usual + "\r\n"
	}
	words := []string{e.secret, strings.ToUpper(e.secret), "deck:" + e.secret, "Bearer " + e.secret}
	for _, told := range append(e.told, base64.StdEncoding.EncodeToString([]byte("deck:"+e.secret))) {
		plain, _ := base64.StdEncoding.DecodeString(told)
		words = append(words, told, "/"+told, strings.TrimRight(told, "="), base64.URLEncoding.EncodeToString(plain), string(plain))
	}
	return shapes()[e.shape](strings.ReplaceAll(strings.Join(words, " "), "\n", " "))
}

func shapes() map[string]func(string) string {
	return map[string]func(string) string{
		"a refusal":  func(s string) string { return "550 5.7.1 not with " + s + "\r\n" },
		"malformed":  func(s string) string { return "what? " + s + "\r\n" },
		"no code":    func(s string) string { return "7x0 " + s + "\r\n" },
		"no meaning": func(s string) string { return "299 " + s + "\r\n" },
		"closing":    func(s string) string { return "421 4.7.0 bye, " + s + "\r\n" },
		"a question": func(s string) string { return "334 " + s + "\r\n" },
		"many lines": func(s string) string {
			var out strings.Builder
			for len(s) > 50 {
				out.WriteString("550-5.7.1 " + s[:50] + "\r\n")
				s = s[50:]
			}
			return out.String() + "550 5.7.1 " + s + "\r\n"
		},
	}
}

func TestTheSecretIsInNothingThatComesBackFromAnyPlace(t *testing.T) {
	for _, secret := range []string{"s3cret", "ya29.a0Af-s3cret_token~0123456789/abcdefghijkl+mnop=="} {
		for _, mechanism := range []string{"PLAIN", "LOGIN", "XOAUTH2", "OAUTHBEARER"} {
			for _, place := range []string{"auth", "mail", "rcpt", "data", "dot", "rset", "ehlo again", "greeting"} {
				for shape := range shapes() {
					t.Run(fmt.Sprintf("%d bytes, %s, %s at %s", len(secret), mechanism, shape, place), func(t *testing.T) {
						t.Parallel()
						e := &echo{mechanism: mechanism, place: place, shape: shape, secret: secret}
						said := twoMails(t, e.start(t).Discreet())
						if found := partOf(secret, said); found != "" && !(len(secret) < longSecret && shape == "many lines") {
							t.Errorf("%q is in %q", found, said)
						}
						if !strings.Contains(said, secretMark) && shape != "no meaning" && shape != "a question" {
							t.Errorf("nothing was repeated: %q", said)
						}
					})
				}
			}
		}
	}
}

// twoMails sends a mail by each of two sessions, and one more after RSET. It returns all that anybody can read of it.
func twoMails(t *testing.T, server Server) string {
	var said strings.Builder
	for range 2 {
		s, err := Dial(t.Context(), server)
		if err != nil {
			fmt.Fprintf(&said, "%v\n", err)
			continue
		}
		o := send(t, s)
		fmt.Fprintf(&said, "%v %s\n", o.Err, o.Reply)
		if o.Usable {
			fmt.Fprintf(&said, "%v\n", s.Reset(t.Context()))
		}
		s.Close()
	}
	return said.String()
}

// partOf finds a secret in a text, also in Base64 wherever it stands in what was encoded; of a long one any nine bytes.
func partOf(secret, text string) string {
	size := len(secret)
	if size >= longSecret {
		size = secretPiece + 1
	}
	for i := range len(secret) - size + 1 {
		part := secret[i : i+size]
		forms := []string{part, strings.ToUpper(part)}
		for before := range 3 {
			code := base64.RawStdEncoding.EncodeToString([]byte("***"[:before] + part))
			code = code[(8*before+5)/6 : 8*(before+len(part))/6]
			forms = append(forms, code, strings.NewReplacer("+", "-", "/", "_").Replace(code))
		}
		for _, form := range forms {
			if strings.Contains(text, form) {
				return form
			}
		}
	}
	return ""
}

func TestBothTokensAreHiddenAfterANewLogin(t *testing.T) {
	t.Parallel()
	server := Server{}.Discreet()
	first, second := Session{server: server}, Session{server: server}
	first.remember("an-old-token-of-the-deck")
	second.remember("another-secret-for-ships")
	for range 2 * mostSecrets {
		server.known.add(fmt.Sprint("token ", len(server.known.all())))
		server.known.add("an-old-token-of-the-deck") // it is still in use
	}
	for _, s := range []Session{first, second} {
		want := "no <secret>, no <secret>"
		if got := s.presentable("no an-old-token-of-the-deck, no an-old-token-of-th"); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	if got := second.presentable("no another-secret-for-ships"); got != "no <secret>" {
		t.Errorf("got %q", got)
	}
}

func TestATextWithAVeryShortSecretInItIsNotShown(t *testing.T) {
	tests := []struct{ secret, text, want string }{
		{"ab", "what is ab to me", hiddenText},
		{"ab", "what is AGRlY2sAYWI= to me", "what is <secret> to me"},
		{"ab", "no such user", "no such user"},
		{"abcd", "what is abcd to me", "what is <secret> to me"},
	}
	for _, tt := range tests {
		if got := (&Session{secret: tt.secret}).withoutSecrets(tt.text); got != tt.want {
			t.Errorf("%q in %q: got %q, want %q", tt.secret, tt.text, got, tt.want)
		}
	}
}

func TestAMalformedAnswerTellsNoAddress(t *testing.T) {
	t.Parallel()
	for _, line := range []string{"what? RCPT TO:<%s>", "7x0 RCPT TO:<%s>", "550_<%s>", "what?\x1b[31m %s"} {
		e := &echo{mechanism: "PLAIN", secret: "s3cret"}
		s := &Session{server: e.start(t), member: member}
		got := s.failure(t.Context(), AtRcpt, fmt.Errorf("short response: %q", fmt.Sprintf(line, member))).Error()
		if strings.Contains(got, "kari") || !strings.Contains(got, "<address>") || strings.Contains(got, "\x1b") {
			t.Errorf("got %q", got)
		}
	}
}

func TestALoginDoesNotGoOnForEver(t *testing.T) {
	for _, mechanism := range []string{"PLAIN", "LOGIN", "XOAUTH2", "OAUTHBEARER"} {
		t.Run(mechanism+": one question after another", func(t *testing.T) {
			t.Parallel()
			_, err := Dial(t.Context(), questions(t, mechanism, 0))
			if KindOf(err) != Lost || PhaseOf(err) != AtLogin || !strings.Contains(err.Error(), "unexpected server challenge") {
				t.Errorf("got %v", err)
			}
		})
		t.Run(mechanism+": one slow answer after another", func(t *testing.T) {
			t.Parallel()
			server := questions(t, mechanism, 400*time.Millisecond)
			server.Timeouts.Command = 500 * time.Millisecond
			_, err := Dial(t.Context(), server)
			if KindOf(err) != Lost || PhaseOf(err) != AtLogin || !strings.Contains(err.Error(), "not over within 500ms") {
				t.Errorf("got %v", err)
			}
		})
	}
}

// questions is a server that answers the login, and all that comes after it, with one more question.
func questions(t *testing.T, mechanism string, slow time.Duration) Server {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { listener.Close() })
	go func() {
		conn, err := listener.Accept()
		if err != nil {
			return
		}
		defer conn.Close()
		in := bufio.NewScanner(conn)
		fmt.Fprint(conn, "220 questions\r\n")
		in.Scan()
		fmt.Fprintf(conn, "250-questions\r\n250 AUTH %s\r\n", mechanism)
		for in.Scan() {
			time.Sleep(slow)
			fmt.Fprint(conn, "334 \r\n")
		}
	}()
	return Server{
		Host: "127.0.0.1", Port: listener.Addr().(*net.TCPAddr).Port, TLS: None, Helo: "forening.example", Timeouts: patient(),
		Login: Login{Mechanism: mechanism, User: "deck", Secret: always("s3cret")},
	}
}
