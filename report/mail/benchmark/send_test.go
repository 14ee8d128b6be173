// Package benchmark measures mails per second against another library's client, on the same server. It is a module of
// its own, so that nobody who builds lysark fetches that library:
//
//	make bench-mail
package benchmark

import (
	"bytes"
	"context"
	"crypto/tls"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"sync"
	"testing"
	"time"

	gomail "github.com/wneessen/go-mail"

	"lysark/report/mail"
	"lysark/report/mail/delivery"
	"lysark/report/mail/faulty"
	"lysark/report/mail/ledger"
	"lysark/report/mail/message"
	"lysark/report/mail/submission"
)

const (
	from  = "rapport@forening.example"
	text  = "Hei!\n\nRapporten ligger ved.\n"
	least = 1.5 // times as many mails per second as the other
)

func pdf() []byte {
	data := make([]byte, 2_000_000)
	random := rand.New(rand.NewPCG(1, 1))
	for i := range data {
		data[i] = byte(random.Uint32())
	}
	return data
}

func members(n int) []mail.Recipient {
	var all []mail.Recipient
	for i := range n {
		address := fmt.Sprintf("medlem%d@firma%d.example", i, i)
		k := ledger.KeyOf(nil, address)
		all = append(all, mail.Recipient{Key: k, Address: address, Row: i + 2, MessageID: string(k) + "@forening.example"})
	}
	return all
}

// sink is a server with STARTTLS that takes all.
func sink(t testing.TB) (*faulty.Server, *faulty.Authority) {
	t.Helper()
	authority, err := faulty.NewAuthority()
	if err != nil {
		t.Fatal(err)
	}
	certificate, err := authority.Issue("localhost", time.Now().Add(time.Hour))
	if err != nil {
		t.Fatal(err)
	}
	server, err := faulty.Start(faulty.Config{TLS: certificate, HashOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { server.Close() })
	return server, authority
}

type letters struct{ shared *message.Shared }

func (l letters) Compose(r mail.Recipient, date time.Time) (*message.Message, error) {
	return l.shared.Compose(message.Letter{
		From: message.Address{Addr: from}, To: message.Address{Addr: r.Address}, Subject: "Rapporten", Text: text, MessageID: r.MessageID, Date: date,
	})
}

// ours sends as lysark does, with its ledger.
func ours(t testing.TB, attached []byte, recipients []mail.Recipient, connections int) time.Duration {
	t.Helper()
	server, authority := sink(t)
	path := filepath.Join(t.TempDir(), "ledger.jsonl")
	if err := ledger.Create(path, ledger.Record{Time: time.Now(), Event: ledger.EventOpen}); err != nil {
		t.Fatal(err)
	}
	l, err := ledger.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	start := time.Now()
	shared, err := message.NewShared(&message.File{Name: "rapport.pdf", MIME: "application/pdf", Data: attached}, nil, "seed")
	if err != nil {
		t.Fatal(err)
	}
	out, err := delivery.Send(t.Context(), delivery.Sending{
		From: from, Letters: letters{shared}, Recipients: recipients, Ledger: l, Clock: delivery.Wall{},
		Dial: delivery.Dialer(submission.Server{Host: "localhost", Port: server.Port(), Roots: authority.Roots(), Helo: "forening.example"}),
		Pace: delivery.Pace{Connections: connections},
	})
	took := time.Since(start)
	if err != nil || out.Sent != len(recipients) || len(server.Accepted()) != len(recipients) {
		t.Fatalf("%v, %+v", err, out)
	}
	return took
}

// theirs sends as go-mail's documentation has it: a client for each connection, and a message for each member.
func theirs(t testing.TB, attached []byte, recipients []mail.Recipient, connections int) time.Duration {
	t.Helper()
	server, authority := sink(t)
	next := make(chan mail.Recipient)
	var done sync.WaitGroup
	start := time.Now()
	for range connections {
		done.Go(func() {
			client, err := gomail.NewClient("localhost", gomail.WithPort(server.Port()), gomail.WithTLSPolicy(gomail.TLSMandatory), gomail.WithTLSConfig(clientTLS(authority)), gomail.WithTimeout(time.Minute))
			if err == nil {
				err = client.DialWithContext(context.Background())
			}
			if err != nil {
				t.Error(err)
				return
			}
			defer client.Close()
			for r := range next {
				if err := client.Send(theirMessage(t, r, attached)); err != nil {
					t.Error(err)
					return
				}
			}
		})
	}
	for _, r := range recipients {
		next <- r
	}
	close(next)
	done.Wait()
	took := time.Since(start)
	if n := len(server.Accepted()); n != len(recipients) {
		t.Fatalf("%d taken", n)
	}
	return took
}

func theirMessage(t testing.TB, r mail.Recipient, attached []byte) *gomail.Msg {
	m := gomail.NewMsg()
	if err := m.From(from); err != nil {
		t.Error(err)
	}
	if err := m.To(r.Address); err != nil {
		t.Error(err)
	}
	m.Subject("Rapporten")
	m.SetMessageIDWithValue(r.MessageID)
	m.SetBodyString(gomail.TypeTextPlain, text)
	m.AttachReadSeeker("rapport.pdf", bytes.NewReader(attached), gomail.WithFileContentType("application/pdf"))
	return m
}

func BenchmarkSend(b *testing.B) {
	attached := pdf()
	for _, connections := range []int{1, 2, 4} {
		for name, send := range map[string]func(testing.TB, []byte, []mail.Recipient, int) time.Duration{"lysark": ours, "go-mail": theirs} {
			b.Run(fmt.Sprintf("%s, %d connections", name, connections), func(b *testing.B) {
				b.ReportMetric(float64(b.N)/send(b, attached, members(b.N), connections).Seconds(), "mails/s")
			})
		}
	}
}

// TestSendingIsFastEnough takes the best of three runs of each, one after the other, as other work on the machine only
// slows down.
func TestSendingIsFastEnough(t *testing.T) {
	attached, recipients := pdf(), members(60)
	for _, connections := range []int{1, 2, 4} {
		us, them := time.Hour, time.Hour
		for range 3 {
			us = min(us, ours(t, attached, recipients, connections))
			them = min(them, theirs(t, attached, recipients, connections))
		}
		ratio := them.Seconds() / us.Seconds()
		t.Logf("%d connections: %.0f mails a second, go-mail %.0f, %.2f times", connections, 60/us.Seconds(), 60/them.Seconds(), ratio)
		if ratio < least {
			t.Errorf("%d connections: %.2f times as fast, less than %v", connections, ratio, least)
		}
	}
}

func clientTLS(a *faulty.Authority) *tls.Config {
	return &tls.Config{ServerName: "localhost", RootCAs: a.Roots(), MinVersion: tls.VersionTLS12}
}
