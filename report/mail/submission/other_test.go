package submission

import (
	"errors"
	"io"
	"net"
	"testing"

	"github.com/emersion/go-sasl"
	"github.com/emersion/go-smtp"

	"lysark/report/mail/faulty"
)

// A server of another hand, so that a mistake of ours cannot hide in both ends.
func TestAnotherServerTakesTheSameMail(t *testing.T) {
	t.Parallel()
	roots, certificate := certificates(t)
	box := &mailbox{}
	server := smtp.NewServer(smtp.BackendFunc(func(*smtp.Conn) (smtp.Session, error) { return box, nil }))
	server.TLSConfig, server.MaxMessageBytes = certificate, 10<<20
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	go server.Serve(listener)
	defer server.Close()

	s, err := Dial(t.Context(), Server{
		Host: "localhost", Port: listener.Addr().(*net.TCPAddr).Port, Roots: roots, Helo: "forening.example",
		Login: Login{User: "deck", Secret: always("s3cret")}, Timeouts: patient(),
	})
	if err != nil {
		t.Fatal(err)
	}
	mails := []letter{short, long(3 << 20), "\r\n", ".\r\n.\r\n", "a\r\n\r\n"}
	for i, mail := range mails {
		if o := s.Send(t.Context(), sender, member, mail, committed); o.Kind != Accepted {
			t.Errorf("mail %d is %s (%v)", i, o.Kind, o.Err)
		}
	}
	if o := s.Send(t.Context(), sender, "gone@medlem.example", short, committed); o.Kind != Failed || o.Enhanced != "5.1.1" {
		t.Errorf("to nobody it is %s (%v)", o.Kind, o.Err)
	}
	if o := send(t, s); o.Kind != Accepted {
		t.Errorf("the neighbour is %s (%v)", o.Kind, o.Err)
	}
	if err := s.Quit(); err != nil {
		t.Error(err)
	}
	for i, mail := range append(mails, short) {
		if i >= len(box.mails) || box.mails[i] != string(mail) {
			t.Errorf("mail %d did not arrive as it was", i)
		}
	}
}

type mailbox struct{ mails []string }

func (m *mailbox) AuthMechanisms() []string { return []string{sasl.Plain} }

func (m *mailbox) Auth(string) (sasl.Server, error) {
	return sasl.NewPlainServer(func(_, user, password string) error {
		if user != "deck" || password != "s3cret" {
			return errors.New("who are you?")
		}
		return nil
	}), nil
}

func (m *mailbox) Mail(string, *smtp.MailOptions) error { return nil }

func (m *mailbox) Rcpt(to string, _ *smtp.RcptOptions) error {
	if to != member {
		return &smtp.SMTPError{Code: 550, EnhancedCode: smtp.EnhancedCode{5, 1, 1}, Message: "unknown"}
	}
	return nil
}

func (m *mailbox) Data(r io.Reader) error {
	b, err := io.ReadAll(r)
	m.mails = append(m.mails, string(b))
	return err
}

func (m *mailbox) Reset()        {}
func (m *mailbox) Logout() error { return nil }

func BenchmarkSend(b *testing.B) {
	roots, config := certificates(b)
	server, err := faulty.Start(faulty.Config{TLS: config, HashOnly: true})
	if err != nil {
		b.Fatal(err)
	}
	defer server.Close()
	s, err := Dial(b.Context(), Server{Host: "localhost", Port: server.Port(), Roots: roots, Helo: "forening.example"})
	if err != nil {
		b.Fatal(err)
	}
	mail := long(2_870_000)
	b.SetBytes(int64(mail.Size()))
	b.ReportAllocs()
	for b.Loop() {
		if o := s.Send(b.Context(), sender, member, mail, committed); o.Kind != Accepted {
			b.Fatal(o.Err)
		}
	}
	s.Quit()
}
