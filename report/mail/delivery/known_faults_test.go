package delivery

import (
	"bytes"
	"context"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	netmail "net/mail"
	"os"
	"regexp"
	"runtime"
	"strings"
	"testing"
	"time"

	"lysark/report/mail"
	"lysark/report/mail/faulty"
	"lysark/report/mail/ledger"
	"lysark/report/mail/message"
	"lysark/report/mail/submission"
)

// TestFaultsOfOtherToolsCannotHappenHere has a test for each fault that was found in another mail library, by its number
// in the list of them: what it did, and that it does not happen here.
func TestFaultsOfOtherToolsCannotHappenHere(t *testing.T) {
	for name, test := range map[string]func(*testing.T){
		"G1 an error in the body completed the mail without its end":     aBrokenBodyIsNeverEnded,
		"G2 a mail that was taken was told as an error":                  aCloseAfterTheAnswerIsNoError,
		"G3 after a refusal at DATA the next member failed":              aRefusalTouchesNoNeighbour,
		"G4 a missing attachment was left out in silence":                aMissingAttachmentSendsNothing,
		"G5 lost before and after the dot were the same":                 lostBeforeAndAfterTheDotDiffer,
		"G6 nested parts had one boundary":                               everyPartHasItsOwnBoundary,
		"G7 one short deadline covered upload and answer":                aSlowAnswerIsWaitedFor,
		"G8 a column in a header could add headers":                      noFieldAddsAHeader,
		"G9 domains went out as Unicode, with SMTPUTF8":                  domainsAreALabels,
		"G10 after a 421 all the others failed":                          aClosedConnectionIsReplaced,
		"G11 each mail took seven round trips":                           aMailTakesFourRoundTrips,
		"G12 what became of one mail stuck to the next":                  eachMailHasItsOwnBookkeeping,
		"G13 the attachment was encoded for each mail":                   theAttachmentIsEncodedOnce,
		"G14 the machine's name was in the mail":                         noMachineIsNamed,
		"G15 bounces were asked to be suppressed":                        bouncesAreWanted,
		"G16 the file's name was encoded as nobody reads it":             theFileHasBothNames,
		"G17 a failed handshake left the connection open":                aFailedHandshakeLeavesNothing,
		"G18 an answer without text was a crash, one with words a guess": answersAreJudgedByCode,
	} {
		t.Run(name, func(t *testing.T) {
			if !strings.HasPrefix(name, "G13") { // which counts what is allocated
				t.Parallel()
			}
			test(t)
		})
	}
}

// runWith sends to some members by a server that fails as told, and returns what came of it once nothing is left to do.
func runWith(t *testing.T, config faulty.Config, n int) (*faulty.Server, Sending, Result) {
	t.Helper()
	server, in := toFaulty(t, config, members(n))
	out := runTo(t, server, &in)
	return server, in, out
}

func runTo(t *testing.T, server *faulty.Server, in *Sending) Result {
	t.Helper()
	in.Pace = Pace{Connections: 1, GiveUp: 10 * time.Minute}
	out := send(t, *in)
	compare(t, *in, server, false)
	return out
}

func all(t *testing.T, out Result, n int) {
	t.Helper()
	if out.Sent != n || out.Exit() != 0 {
		t.Errorf("%d of %d sent, exit %d: %+v, %v", out.Sent, n, out.Exit(), out.Stop, out.Counts)
	}
}

func aBrokenBodyIsNeverEnded(t *testing.T) {
	server, in := toFaulty(t, faulty.Config{}, members(3))
	session, err := in.Dial(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	m, err := in.Letters.Compose(in.Recipients[0], time.Now())
	if err != nil {
		t.Fatal(err)
	}
	o := session.Send(t.Context(), in.From, in.Recipients[0].Address, broken{m}, func() error { t.Error("committed"); return nil })
	session.Quit()
	if o.Kind != submission.Aborted || o.Usable || len(server.Accepted()) > 0 {
		t.Errorf("%+v, %d taken", o, len(server.Accepted()))
	}
}

// broken is a mail that cannot be read to its end.
type broken struct{ *message.Message }

func (b broken) WriteTo(w io.Writer) (int64, error) {
	n, err := w.Write(b.Head)
	return int64(n), errors.Join(err, errors.New("disk read error"))
}

func aCloseAfterTheAnswerIsNoError(t *testing.T) {
	_, _, out := runWith(t, faulty.Config{Rules: []faulty.Rule{{At: faulty.AfterDot, Do: faulty.Action{Reply: "250 2.0.0 queued", Close: faulty.FIN}}}}, 6)
	all(t, out, 6)
}

func aRefusalTouchesNoNeighbour(t *testing.T) {
	for _, reply := range []string{"452 4.3.1 no room", "554 5.7.1 no"} {
		rule := faulty.Rule{At: faulty.Data, Match: regexp.MustCompile("medlem2@"), Do: faulty.Action{Reply: reply}}
		_, in, out := runWith(t, faulty.Config{Rules: []faulty.Rule{rule}}, 4)
		if out.Sent != 3 || in.Ledger.Entry(in.Recipients[2].Key).State != ledger.StateSent {
			t.Errorf("%s: %d sent, the neighbour is %s", reply, out.Sent, in.Ledger.Entry(in.Recipients[2].Key).State)
		}
	}
}

// unfit are letters that cannot be made.
type unfit struct{}

func (unfit) Compose(mail.Recipient, time.Time) (*message.Message, error) {
	return nil, os.ErrNotExist
}

func aMissingAttachmentSendsNothing(t *testing.T) {
	if _, err := message.NewShared(&message.File{Name: "rapport.pdf", MIME: "application/pdf"}, nil, "seed"); err == nil {
		t.Error("an empty attachment is fine")
	}
	server, in := toFaulty(t, faulty.Config{}, members(3))
	in.Letters = unfit{}
	out, err := Send(t.Context(), in)
	if err == nil || out.Exit() != ExitRefused || server.Dialled() > 0 {
		t.Errorf("%v, exit %d, dialled %d times", err, out.Exit(), server.Dialled())
	}
}

func lostBeforeAndAfterTheDotDiffer(t *testing.T) {
	server, in := toFaulty(t, faulty.Config{Rules: []faulty.Rule{{At: faulty.Body, Bytes: 5000, Times: 1, Do: faulty.Action{Close: faulty.RST}}}}, members(3))
	to := reached(server)
	to.Timeouts.Early = 200 * time.Millisecond // however busy the machine is, the reset is there before the dot
	in.Dial = Dialer(to)
	out := runTo(t, server, &in)
	all(t, out, 3)
	if e := in.Ledger.Entry(in.Recipients[0].Key); e.Attempts != 2 {
		t.Errorf("%d attempts", e.Attempts)
	}
	_, in, out = runWith(t, faulty.Config{Rules: []faulty.Rule{{At: faulty.AfterDot, Times: 1, Do: faulty.Action{Close: faulty.RST}}}}, 3)
	if e := in.Ledger.Entry(in.Recipients[0].Key); out.Exit() != ExitUnknown || e.State != ledger.StateUnknown || e.Attempts != 1 {
		t.Errorf("exit %d, %s after %d attempts", out.Exit(), e.State, e.Attempts)
	}
}

// full is a letter with all that there may be.
func full(t *testing.T, to string) (*message.Message, error) {
	t.Helper()
	picture := message.Picture{CID: "title", Name: "title.png", MIME: "image/png", Data: []byte("png")}
	shared, err := message.NewShared(&message.File{Name: "Årsrapport.pdf", MIME: "application/pdf", Data: []byte("%PDF")}, []message.Picture{picture}, "seed")
	if err != nil {
		t.Fatal(err)
	}
	return shared.Compose(message.Letter{
		From: message.Address{Addr: "a@forening.example"}, To: message.Address{Name: "Bjørn", Addr: to}, Subject: "Årsrapport", Text: "Hei", HTML: `<img src="cid:title">`,
		MessageID: "1@forening.example", Date: time.Unix(1e9, 0), Headers: message.Headers{AutoSubmitted: true, Unsubscribe: "mailto:ut@forening.example?subject=k"},
	})
}

func text(t *testing.T, m *message.Message) string {
	t.Helper()
	var b bytes.Buffer
	if _, err := m.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func everyPartHasItsOwnBoundary(t *testing.T) {
	m, err := full(t, "b@firma.example")
	if err != nil {
		t.Fatal(err)
	}
	found := regexp.MustCompile(`boundary="([^"]+)"`).FindAllStringSubmatch(text(t, m), -1)
	seen := map[string]bool{}
	for _, f := range found {
		seen[f[1]] = true
	}
	if len(found) != 3 || len(seen) != 3 {
		t.Errorf("%d boundaries, %d different", len(found), len(seen))
	}
	parsed, err := netmail.ReadMessage(strings.NewReader(text(t, m)))
	if err != nil {
		t.Fatal(err)
	}
	_, params, _ := mime.ParseMediaType(parsed.Header.Get("Content-Type"))
	reader, parts := multipart.NewReader(parsed.Body, params["boundary"]), 0
	for _, err := reader.NextPart(); err == nil; _, err = reader.NextPart() {
		parts++
	}
	if parts != 2 {
		t.Errorf("%d parts at the top", parts)
	}
}

func aSlowAnswerIsWaitedFor(t *testing.T) {
	server, in := toFaulty(t, faulty.Config{Rules: []faulty.Rule{{At: faulty.Dot, Do: faulty.Action{Delay: 300 * time.Millisecond}}}}, members(2))
	in.Dial = Dialer(submission.Server{Host: "127.0.0.1", Port: server.Port(), TLS: submission.None, Helo: "forening.example", Timeouts: submission.Timeouts{Command: 100 * time.Millisecond, Progress: 100 * time.Millisecond, Dot: 5 * time.Second}})
	all(t, send(t, in), 2)
}

func noFieldAddsAHeader(t *testing.T) {
	shared, err := message.NewShared(nil, nil, "seed")
	if err != nil {
		t.Fatal(err)
	}
	l := message.Letter{From: message.Address{Addr: "a@b.example"}, To: message.Address{Addr: "c@d.example"}, Subject: "s", Text: "t", MessageID: "1@b.example", Date: time.Unix(1e9, 0)}
	evil := "x\r\nBcc: evil@firma.example"
	for field, set := range map[string]func(*message.Letter){
		"unsubscribe": func(l *message.Letter) { l.Unsubscribe = "https://b.example/" + evil },
		"encoded":     func(l *message.Letter) { l.Unsubscribe = "mailto:a@b.example?subject=x%0D%0ABcc:%20evil@firma.example" },
		"subject":     func(l *message.Letter) { l.Subject = evil },
		"name":        func(l *message.Letter) { l.To.Name = evil },
		"address":     func(l *message.Letter) { l.To.Addr = "c@d.example>\r\nRCPT TO:<evil@firma.example" },
	} {
		bad := l
		set(&bad)
		if _, err := shared.Compose(bad); err == nil {
			t.Errorf("%s was taken", field)
		}
	}
}

func domainsAreALabels(t *testing.T) {
	server, in := toFaulty(t, faulty.Config{Extensions: []string{"SMTPUTF8"}}, []mail.Recipient{{Key: members(1)[0].Key, Address: "bjorn@xn--blbr-roah.example", Row: 2, MessageID: "1@forening.example"}})
	all(t, send(t, in), 1)
	for _, c := range server.Commands() {
		if strings.Contains(c.Line, "SMTPUTF8") {
			t.Errorf("%s", c.Line)
		}
	}
}

func aClosedConnectionIsReplaced(t *testing.T) {
	server, _, out := runWith(t, faulty.Config{PerConnection: 2}, 9)
	all(t, out, 9)
	if server.Dialled() < 5 {
		t.Errorf("dialled %d times", server.Dialled())
	}
}

func aMailTakesFourRoundTrips(t *testing.T) {
	server, _, out := runWith(t, faulty.Config{}, 5)
	all(t, out, 5)
	if n := len(server.Commands()); n != 1+3*5+1 {
		t.Errorf("%d commands for 5 mails: %v", n, server.Commands())
	}
}

func eachMailHasItsOwnBookkeeping(t *testing.T) {
	server, in, out := runWith(t, faulty.Config{Rules: []faulty.Rule{{At: faulty.Rcpt, Match: regexp.MustCompile("medlem3@"), Do: faulty.Action{Reply: "550 5.1.1 no"}}}}, 5)
	if out.Sent != 4 || in.Ledger.Entry(in.Recipients[2].Key).State != ledger.StateFailed {
		t.Errorf("%d sent", out.Sent)
	}
	ids := map[string]bool{}
	for _, m := range server.Accepted() {
		parsed, err := netmail.ReadMessage(bytes.NewReader(m.Data))
		if err != nil {
			t.Fatal(err)
		}
		ids[parsed.Header.Get("Message-ID")] = true
	}
	if len(ids) != 4 {
		t.Errorf("%d Message-IDs", len(ids))
	}
}

func theAttachmentIsEncodedOnce(t *testing.T) {
	l := newLetters(t, 2_000_000)
	r := members(1)[0]
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for range 20 {
		if _, err := l.Compose(r, time.Unix(1e9, 0)); err != nil {
			t.Fatal(err)
		}
	}
	runtime.ReadMemStats(&after)
	grown := (after.TotalAlloc - before.TotalAlloc) / 20
	if grown > 32<<10 {
		t.Errorf("a mail with 2 MB takes %d bytes", grown)
	}
}

func noMachineIsNamed(t *testing.T) {
	name, err := os.Hostname()
	if err != nil || len(name) < 4 {
		t.Skip("the machine has no name to look for")
	}
	server, _, _ := runWith(t, faulty.Config{}, 2)
	for _, m := range server.Accepted() {
		if head, _, _ := bytes.Cut(m.Data, []byte("\r\n\r\n")); bytes.Contains(head, []byte(name)) || bytes.Contains(head, []byte("User-Agent")) || bytes.Contains(head, []byte("X-Mailer")) {
			t.Errorf("%s", head)
		}
	}
	for _, c := range server.Commands() {
		if strings.Contains(c.Line, name) {
			t.Errorf("%s", c.Line)
		}
	}
}

func bouncesAreWanted(t *testing.T) {
	m, err := full(t, "b@firma.example")
	if err != nil {
		t.Fatal(err)
	}
	parsed, err := netmail.ReadMessage(strings.NewReader(text(t, m)))
	if err != nil {
		t.Fatal(err)
	}
	if got := parsed.Header.Get("X-Auto-Response-Suppress"); got != "OOF, AutoReply" || parsed.Header.Get("Precedence") != "" {
		t.Errorf("%q, precedence %q", got, parsed.Header.Get("Precedence"))
	}
}

func theFileHasBothNames(t *testing.T) {
	m, err := full(t, "b@firma.example")
	if err != nil {
		t.Fatal(err)
	}
	all := text(t, m)
	star, plain := strings.Index(all, "filename*=utf-8''%C3%85rsrapport.pdf"), strings.LastIndex(all, "filename=\"")
	if star < 0 || plain < star {
		t.Errorf("names at %d and %d", star, plain)
	}
}

func aFailedHandshakeLeavesNothing(t *testing.T) {
	authority, err := faulty.NewAuthority()
	if err != nil {
		t.Fatal(err)
	}
	certificate, err := authority.Issue("127.0.0.1", time.Now().Add(time.Hour))
	if err != nil {
		t.Fatal(err)
	}
	server, in := toFaulty(t, faulty.Config{TLS: certificate}, members(2))
	in.Dial = Dialer(submission.Server{Host: "127.0.0.1", Port: server.Port(), Helo: "forening.example"}) // trusts nobody of ours
	out, err := Send(context.Background(), in)
	if err != nil || out.Exit() != ExitStopped {
		t.Fatalf("%v, exit %d", err, out.Exit())
	}
	for wait := time.Millisecond; server.Open() > 0 && wait < time.Second; wait *= 2 {
		time.Sleep(wait)
	}
	if n := server.Open(); n > 0 {
		t.Errorf("%d connections are open", n)
	}
}

func answersAreJudgedByCode(t *testing.T) {
	for reply, want := range map[string]ledger.State{"550": ledger.StateFailed, "550 ": ledger.StateFailed, "550 450 try later": ledger.StateFailed, "451 550 is what I think": ledger.StateDeferred} {
		_, in, _ := runWith(t, faulty.Config{Rules: []faulty.Rule{{At: faulty.Rcpt, Match: regexp.MustCompile("medlem1@"), Do: faulty.Action{Reply: reply}}}}, 2)
		if got := in.Ledger.Entry(in.Recipients[0].Key).State; got != want {
			t.Errorf("%q: %s", reply, got)
		}
	}
}
