package faulty

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"crypto/tls"
	"crypto/x509"
	"encoding/base64"
	"fmt"
	"io"
	"net"
	"regexp"
	"strings"
	"testing"
	"time"
)

// A conversation is written down as it goes over the wire: "> " is what the client says, "< " how the answer begins,
// "|" that the server has closed. "* " is the whole of a message between DATA and its end.
func TestAConversationWithTheFaultyServer(t *testing.T) {
	const begun = "< 220\n> EHLO c\n< 250\n"
	const addressed = begun + "> MAIL FROM:<a@x>\n< 250\n> RCPT TO:<b@y>\n< 250\n"
	const sent = addressed + "> DATA\n< 354\n* hello\n"
	tests := []struct {
		name     string
		config   Config
		script   string
		accepted int
	}{
		{"a mail is taken", Config{}, sent + "< 250\n> QUIT\n< 221\n|", 1},
		{"a second MAIL in a transaction is refused", Config{}, addressed + "> MAIL FROM:<a@x>\n< 503 5.5.1 nested", 0},
		{"RSET ends a transaction", Config{}, addressed + "> RSET\n< 250\n> MAIL FROM:<a@x>\n< 250", 0},
		{"a transaction stays open when DATA is refused", Config{Rules: []Rule{{At: Data, Do: Action{Reply: "452 no"}}}},
			addressed + "> DATA\n< 452\n> MAIL FROM:<a@x>\n< 503", 0},
		{"a transaction is over when the end of the data is refused", Config{Rules: []Rule{{At: Dot, Do: Action{Reply: "554 no"}}}},
			sent + "< 554\n> MAIL FROM:<a@x>\n< 250", 0},
		{"RCPT wants MAIL", Config{}, begun + "> RCPT TO:<b@y>\n< 503", 0},
		{"DATA wants RCPT", Config{}, begun + "> MAIL FROM:<a@x>\n< 250\n> DATA\n< 503", 0},
		{"a mail is taken though the answer says no", Config{Rules: []Rule{{At: AfterDot, Do: Action{Reply: "451 later"}}}}, sent + "< 451", 1},
		{"a mail is taken though no answer comes", Config{Rules: []Rule{{At: AfterDot, Do: Action{Close: FIN}}}}, sent + "|", 1},
		{"a mail is taken and the connection closed", Config{Rules: []Rule{{At: AfterDot, Do: Action{Reply: "250 ok", Close: FIN}}}}, sent + "< 250\n|", 1},
		{"a close at the end of the data takes nothing", Config{Rules: []Rule{{At: Dot, Do: Action{Close: RST}}}}, sent + "|", 0},
		{"a slow end of the data is taken all the same", Config{Rules: []Rule{{At: Dot, Do: Action{Delay: time.Millisecond}}}}, sent + "< 250", 1},
		{"an answer in the middle of the body is the only one", Config{Rules: []Rule{{At: Body, Bytes: 1, Do: Action{Reply: "552 big"}}}},
			sent + "< 552\n> NOOP\n< 250", 0},
		{"a rule happens from the nth time on, so many times", Config{Rules: []Rule{{At: Noop, Nth: 2, Times: 2, Do: Action{Reply: "499 no"}}}},
			begun + "> NOOP\n< 250\n> NOOP\n< 499\n> NOOP\n< 499\n> NOOP\n< 250", 0},
		{"a rule happens to whom it fits", Config{Rules: []Rule{{At: Rcpt, Match: regexp.MustCompile("c@z"), Do: Action{Reply: "550 no"}}}},
			addressed + "> RCPT TO:<c@z>\n< 550", 0},
		{"an answer of several lines drips", Config{Rules: []Rule{{At: Noop, Do: Action{Reply: "250-one\n250 two", Drip: time.Microsecond}}}},
			begun + "> NOOP\n< 250-one\n< 250 two", 0},
		{"too many messages on a connection", Config{PerConnection: 1}, sent + "< 250\n> MAIL FROM:<a@x>\n< 421\n|", 1},
		{"too big is said at MAIL", Config{Size: 10}, begun + "> MAIL FROM:<a@x> SIZE=11\n< 552", 0},
		{"too big is said at the end of the data", Config{Size: 3}, sent + "< 552", 0},
		{"no mail before the login", Config{Mechanisms: []string{"PLAIN"}}, begun + "> MAIL FROM:<a@x>\n< 530", 0},
		{"PLAIN", Config{Mechanisms: []string{"PLAIN"}, Users: map[string]string{"u": "p"}}, begun + "> AUTH PLAIN " + b64("\x00u\x00p") + "\n< 235", 0},
		{"PLAIN in two lines", Config{Mechanisms: []string{"PLAIN"}}, begun + "> AUTH PLAIN\n< 334\n> " + b64("\x00u\x00p") + "\n< 235", 0},
		{"a wrong password", Config{Mechanisms: []string{"PLAIN"}, Users: map[string]string{"u": "p"}}, begun + "> AUTH PLAIN " + b64("\x00u\x00q") + "\n< 535", 0},
		{"LOGIN", Config{Mechanisms: []string{"LOGIN"}, Users: map[string]string{"u": "p"}},
			begun + "> AUTH LOGIN\n< 334 VXNlcm5hbWU6\n> " + b64("u") + "\n< 334 UGFzc3dvcmQ6\n> " + b64("p") + "\n< 235", 0},
		{"XOAUTH2 with a good token", Config{Mechanisms: []string{"XOAUTH2"}, Users: map[string]string{"u": "t"}},
			begun + "> AUTH XOAUTH2 " + b64("user=u\x01auth=Bearer t\x01\x01") + "\n< 235", 0},
		{"XOAUTH2 with an old token tells why first", Config{Mechanisms: []string{"XOAUTH2"}, Users: map[string]string{"u": "t"}},
			begun + "> AUTH XOAUTH2 " + b64("user=u\x01auth=Bearer old\x01\x01") + "\n< 334\n> \n< 535", 0},
		{"OAUTHBEARER", Config{Mechanisms: []string{"OAUTHBEARER"}, Users: map[string]string{"u": "t"}},
			begun + "> AUTH OAUTHBEARER " + b64("n,a=u,\x01host=h\x01port=587\x01auth=Bearer t\x01\x01") + "\n< 235", 0},
		{"a mechanism that is not offered", Config{Mechanisms: []string{"PLAIN"}}, begun + "> AUTH LOGIN\n< 504", 0},
		{"no TLS where there is none", Config{}, begun + "> STARTTLS\n< 502", 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s := start(t, tt.config)
			play(t, s, tt.script)
			if got := len(s.Accepted()); got != tt.accepted {
				t.Errorf("%d mails were taken, want %d", got, tt.accepted)
			}
		})
	}
}

func play(t *testing.T, s *Server, script string) {
	t.Helper()
	conn, err := net.Dial("tcp", fmt.Sprintf("127.0.0.1:%d", s.Port()))
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	conn.SetDeadline(time.Now().Add(10 * time.Second))
	in := bufio.NewReader(conn)
	for _, step := range strings.Split(strings.TrimSuffix(script, "\n"), "\n") {
		switch {
		case step == "|":
			if _, err := in.ReadByte(); err == nil {
				t.Fatal("the server did not close")
			}
		case step[0] == '>':
			io.WriteString(conn, step[2:]+"\r\n")
		case step[0] == '*':
			io.WriteString(conn, step[2:]+"\r\n.\r\n")
		default:
			for {
				line, err := in.ReadString('\n')
				if err != nil {
					t.Fatalf("%q: %v", step, err)
				}
				if strings.HasPrefix(line, step[2:]) && (len(step) > 5 || line[3] == ' ') {
					break
				}
				if !strings.HasPrefix(line, step[2:]+"-") {
					t.Fatalf("got %q, want %q", line, step)
				}
			}
		}
	}
}

func TestTheMailIsKeptAsItWasBeforeDotStuffing(t *testing.T) {
	t.Parallel()
	s := start(t, Config{})
	long := strings.Repeat("x", 200_000)
	play(t, s, "< 220\n> EHLO c\n< 250\n> MAIL FROM:<a@x>\n< 250\n> RCPT TO:<b@y>\n< 250\n> DATA\n< 354\n> ..one\n> \n> ...\n> "+long+"\n* end\n< 250")
	mail := s.Accepted()[0]
	want := ".one\r\n\r\n..\r\n" + long + "\r\nend\r\n"
	if string(mail.Data) != want || mail.Sum != sha256.Sum256([]byte(want)) || mail.Size != len(want) {
		t.Errorf("got %d bytes %.40q, want %d", mail.Size, mail.Data, len(want))
	}
	if mail.From != "a@x" || len(mail.To) != 1 || mail.To[0] != "b@y" || mail.Conn != 1 {
		t.Errorf("got %s %s %d", mail.From, mail.To, mail.Conn)
	}
}

func TestChanceFollowsTheSeed(t *testing.T) {
	t.Parallel()
	outcome := func(seed uint64) (found []bool) {
		s := start(t, Config{Seed: seed, Rules: []Rule{{At: Noop, Probability: 0.3}}})
		for range 200 {
			_, ok := s.fault(Noop, "", 0)
			found = append(found, ok)
		}
		return found
	}
	one, again, other := fmt.Sprint(outcome(1)), fmt.Sprint(outcome(1)), fmt.Sprint(outcome(2))
	if one != again || one == other {
		t.Error("chance does not follow the seed")
	}
	if n := strings.Count(one, "true"); n < 40 || n > 80 {
		t.Errorf("%d of 200 happened, want about 60", n)
	}
}

func TestNobodyIsLeftWhenTheServerHasClosed(t *testing.T) {
	t.Parallel()
	s, err := Start(Config{Rules: []Rule{{At: Greeting, Do: Action{Delay: time.Hour}}}})
	if err != nil {
		t.Fatal(err)
	}
	conn, err := net.Dial("tcp", fmt.Sprintf("127.0.0.1:%d", s.Port()))
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	for s.Open() == 0 {
		time.Sleep(time.Millisecond)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	if s.Open() != 0 || s.Dialled() != 1 {
		t.Errorf("%d are open of %d", s.Open(), s.Dialled())
	}
}

func TestTLSFromTheFirstByteAndByCommand(t *testing.T) {
	t.Parallel()
	authority, err := NewAuthority()
	if err != nil {
		t.Fatal(err)
	}
	certificate, err := authority.Issue("localhost", time.Now().Add(time.Hour))
	if err != nil {
		t.Fatal(err)
	}
	fromFile := x509.NewCertPool()
	if !fromFile.AppendCertsFromPEM(authority.PEM()) {
		t.Error("the authority cannot be read")
	}
	client := &tls.Config{RootCAs: fromFile, ServerName: "localhost"}

	s := start(t, Config{TLS: certificate, Implicit: true})
	conn, err := tls.Dial("tcp", fmt.Sprintf("127.0.0.1:%d", s.Port()), client)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	if line, err := bufio.NewReader(conn).ReadString('\n'); err != nil || !strings.HasPrefix(line, "220") {
		t.Errorf("%q, %v", line, err)
	}

	s = start(t, Config{TLS: certificate})
	plain, err := net.Dial("tcp", fmt.Sprintf("127.0.0.1:%d", s.Port()))
	if err != nil {
		t.Fatal(err)
	}
	defer plain.Close()
	answers := make([]byte, 1000)
	plain.Read(answers)
	io.WriteString(plain, "EHLO c\r\n")
	if n, _ := plain.Read(answers); !bytes.Contains(answers[:n], []byte("STARTTLS")) {
		t.Errorf("%q offers no STARTTLS", answers[:n])
	}
	io.WriteString(plain, "STARTTLS\r\n")
	plain.Read(answers)
	if err := tls.Client(plain, client).Handshake(); err != nil {
		t.Error(err)
	}
}

func start(t *testing.T, config Config) *Server {
	t.Helper()
	s, err := Start(config)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func b64(s string) string { return base64.StdEncoding.EncodeToString([]byte(s)) }
