package submission

import (
	"context"
	"crypto/tls"
	"errors"
	"io"
	"net"
	"strings"
	"testing"
	"time"

	"lysark/report/mail/faulty"
)

// dialled is an attempt that has to fail; nothing of the login may have been said, and no connection be left.
func dialled(t *testing.T, f fixture) *Failure {
	t.Helper()
	s, err := Dial(t.Context(), f.dial)
	if err == nil {
		s.Close()
		t.Fatal("the server was trusted")
	}
	f.nobodyLeft(t)
	if f.Heard("AUTH") > 0 || f.Heard("MAIL") > 0 {
		t.Errorf("the server heard %v", f.Commands())
	}
	var failed *Failure
	if !errors.As(err, &failed) {
		t.Fatalf("got %v", err)
	}
	return failed
}

func TestACertificateThatIsNotRightIsRefused(t *testing.T) {
	other, err := faulty.NewAuthority()
	if err != nil {
		t.Fatal(err)
	}
	authority, err := faulty.NewAuthority()
	if err != nil {
		t.Fatal(err)
	}
	soon, past := time.Now().Add(time.Hour), time.Now().Add(-time.Minute)
	old := &tls.Config{MinVersion: tls.VersionTLS10, MaxVersion: tls.VersionTLS11}
	tests := []struct {
		name   string
		signer *faulty.Authority
		host   string
		until  time.Time
		limits *tls.Config
		words  string
	}{
		{"it has expired", authority, "localhost", past, nil, "expired"},
		{"it is for another name", authority, "smtp.example.com", soon, nil, "smtp.example.com"},
		{"nobody known has signed it", other, "localhost", soon, nil, "unknown authority"},
		{"TLS 1.1", authority, "localhost", soon, old, "version"},
	}
	for _, tt := range tests {
		for _, implicit := range []bool{false, true} {
			t.Run(tt.name, func(t *testing.T) {
				t.Parallel()
				f := secret(t, faulty.Config{Implicit: implicit})
				certificate, err := tt.signer.Issue(tt.host, tt.until)
				if err != nil {
					t.Fatal(err)
				}
				if tt.limits != nil {
					certificate.MinVersion, certificate.MaxVersion = tt.limits.MinVersion, tt.limits.MaxVersion
				}
				again := plain(t, faulty.Config{TLS: certificate, Implicit: implicit, Mechanisms: []string{"PLAIN"}})
				f.dial.Port, f.dial.Roots = again.Port(), authority.Roots()
				again.dial = f.dial
				got := dialled(t, again)
				if got.Kind != Stopped || got.Reason != ByPolicy || got.Phase != AtHandshake || !strings.Contains(got.Error(), tt.words) {
					t.Errorf("got %s at %s: %v", got.Kind, got.Phase, got)
				}
			})
		}
	}
}

func TestTLSThatWasTakenAwayIsNotDoneWithout(t *testing.T) {
	tests := []struct {
		name  string
		reply faulty.Rule
		want  Phase
	}{
		{"STARTTLS is not offered", faulty.Rule{At: faulty.EHLO, Do: faulty.Action{Reply: "250-faulty.example\n250 AUTH PLAIN"}}, AtStartTLS},
		{"STARTTLS is offered elsewhere in the answer", faulty.Rule{At: faulty.EHLO, Do: faulty.Action{Reply: "250-STARTTLS\n250 XSTARTTLS"}}, AtStartTLS},
		{"plain text is put in with the answer", faulty.Rule{At: faulty.StartTLS, Do: faulty.Action{Reply: "220 go ahead\n250 AUTH PLAIN"}}, AtStartTLS},
		{"plain text is put in after the answer", faulty.Rule{At: faulty.StartTLS, Do: faulty.Action{Reply: "220 go ahead\n250-x\n250 y", Drip: 5 * time.Millisecond}}, AtHandshake},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			f := secret(t, faulty.Config{Rules: []faulty.Rule{tt.reply}})
			if got := dialled(t, f); got.Kind != Stopped || got.Reason != ByPolicy || got.Phase != tt.want {
				t.Errorf("got %s at %s: %v", got.Kind, got.Phase, got)
			}
		})
	}
}

func TestG17ADialThatFailsLeavesNoConnection(t *testing.T) {
	t.Parallel()
	for _, at := range []faulty.Point{faulty.Greeting, faulty.EHLO, faulty.StartTLS, faulty.Auth} {
		f := secret(t, faulty.Config{Rules: []faulty.Rule{{At: at, Do: faulty.Action{Reply: "554 5.3.2 no"}}}})
		s, err := Dial(t.Context(), f.dial)
		if s != nil || KindOf(err) != Stopped {
			t.Errorf("at %s: %v", at, err)
		}
		f.nobodyLeft(t)
	}
}

func TestPlainTextLeavesThisMachineOnNoAccount(t *testing.T) {
	t.Parallel()
	listener, err := net.Listen("tcp", net.JoinHostPort(ownAddress(t), "0"))
	if err != nil {
		t.Skip("no address of this machine can be listened on")
	}
	defer listener.Close()
	heard := make(chan string, 1)
	go func() {
		conn, err := listener.Accept()
		if err != nil {
			heard <- err.Error()
			return
		}
		defer conn.Close()
		io.WriteString(conn, "220 hei\r\n")
		said, _ := io.ReadAll(conn)
		heard <- string(said)
	}()
	host, _, _ := net.SplitHostPort(listener.Addr().String())
	server := Server{Host: host, Port: listener.Addr().(*net.TCPAddr).Port, TLS: None, Helo: "c", Timeouts: patient()}
	server.Login = Login{Mechanism: "plain", User: "deck", Secret: always("s3cret")}
	if s, err := Dial(t.Context(), server); s != nil || KindOf(err) != Stopped {
		t.Errorf("got %v", err)
	}
	if said := <-heard; said != "" {
		t.Errorf("the server heard %q", said)
	}
}

// ownAddress is one of this machine that is not loopback.
func ownAddress(t *testing.T) string {
	addresses, err := net.InterfaceAddrs()
	if err != nil {
		t.Skip(err)
	}
	for _, a := range addresses {
		if network, ok := a.(*net.IPNet); ok && !network.IP.IsLoopback() && network.IP.IsGlobalUnicast() {
			return network.IP.String()
		}
	}
	t.Skip("this machine has no address but loopback")
	return ""
}

func TestWhoIsNobodyElse(t *testing.T) {
	tests := []struct {
		address net.Addr
		want    bool
	}{
		{&net.TCPAddr{IP: net.ParseIP("127.0.0.1")}, true},
		{&net.TCPAddr{IP: net.ParseIP("127.8.9.1")}, true},
		{&net.TCPAddr{IP: net.ParseIP("::1")}, true},
		{&net.UnixAddr{Name: "/run/smtp"}, true},
		{&net.TCPAddr{IP: net.ParseIP("10.0.0.1")}, false},
		{&net.TCPAddr{IP: net.ParseIP("::ffff:10.0.0.1")}, false},
		{&net.TCPAddr{IP: net.ParseIP("0.0.0.0")}, false},
		{&net.IPAddr{IP: net.ParseIP("127.0.0.1")}, false},
	}
	for _, tt := range tests {
		if got := private(tt.address); got != tt.want {
			t.Errorf("%v: %t", tt.address, got)
		}
	}
}

func TestAServerThatCannotBeIsRefusedBeforeItIsDialled(t *testing.T) {
	for name, server := range map[string]Server{
		"no host":            {Helo: "c"},
		"no name for EHLO":   {Host: "localhost", TLS: None},
		"a line in the name": {Host: "localhost", TLS: None, Helo: "c\r\nMAIL"},
		"an unknown mode":    {Host: "localhost", TLS: "maybe", Helo: "c"},
		"TLS on a socket":    {Host: "/run/smtp", Helo: "c"},
	} {
		if s, err := Dial(t.Context(), server); s != nil || KindOf(err) != Stopped {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestNobodyListeningIsALostConnection(t *testing.T) {
	t.Parallel()
	f := plain(t, faulty.Config{})
	f.Close()
	if _, err := Dial(t.Context(), f.dial); KindOf(err) != Lost {
		t.Errorf("got %v", err)
	}
}

func TestTheEndOfTheContextEndsDialling(t *testing.T) {
	for _, at := range []faulty.Point{faulty.Greeting, faulty.EHLO, faulty.StartTLS, faulty.Auth} {
		t.Run(string(at), func(t *testing.T) {
			t.Parallel()
			f := secret(t, faulty.Config{Rules: []faulty.Rule{{At: at, Do: faulty.Action{Delay: time.Hour}}}})
			ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
			defer cancel()
			_, err := Dial(ctx, f.dial)
			if KindOf(err) != Aborted || !errors.Is(err, context.DeadlineExceeded) {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestADrippingServerIsNotWaitedForForEver(t *testing.T) {
	t.Parallel()
	f := plain(t, faulty.Config{Rules: []faulty.Rule{{At: faulty.Rcpt, Do: faulty.Action{Reply: "250 " + strings.Repeat("x", 1000), Drip: 20 * time.Millisecond}}}})
	f.dial.Timeouts.Command = 500 * time.Millisecond
	if o := send(t, f.session(t)); o.Kind != Lost || o.Phase != AtRcpt {
		t.Errorf("got %s (%v)", o.Kind, o.Err)
	}
}

func TestAnAnswerWithoutEndIsNotReadForEver(t *testing.T) {
	t.Parallel()
	for _, at := range []faulty.Point{faulty.EHLO, faulty.Rcpt} {
		f := secret(t, faulty.Config{Rules: []faulty.Rule{{At: at, Do: faulty.Action{Reply: strings.Repeat("250-and\n", 20_000) + "250 so on"}}}})
		s, err := Dial(t.Context(), f.dial)
		if err == nil {
			o := send(t, s)
			err = o.Err
			s.Close()
		}
		if KindOf(err) != Lost {
			t.Errorf("at %s: %v", at, err)
		}
	}
}

func TestTheServersLimitsAreTold(t *testing.T) {
	t.Parallel()
	f := secret(t, faulty.Config{Size: 1000, Mechanisms: []string{"XOAUTH2", "LOGIN", "CRAM-MD5"}, Extensions: []string{"SMTPUTF8", "LIMITS RCPTMAX=10 MAILMAX=50"}})
	f.dial.Login = Login{Mechanism: "none"}
	got := f.session(t).Limits()
	if got.Size != 1000 || got.PerConnection != 50 || !got.TLS || strings.Join(got.Mechanisms, " ") != "login xoauth2" ||
		strings.Join(got.Extensions, " ") != "SIZE SMTPUTF8 ENHANCEDSTATUSCODES AUTH LIMITS" {
		t.Errorf("got %+v", got)
	}
}
