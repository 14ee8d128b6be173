package main

import (
	"encoding/json"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"lysark/report/mail"
)

// TestARealPostfixDeliversToEachMemberOnce plans and sends the sample of the reference deck by a Postfix on loopback with
// STARTTLS and a login, and reads the mailboxes with Python's email package. make test-postfix runs it.
func TestARealPostfixDeliversToEachMemberOnce(t *testing.T) {
	if os.Getenv("LYSARK_POSTFIX") == "" {
		t.Skip("make test-postfix runs it")
	}
	for _, needed := range []string{"postfix", "saslpasswd2", "openssl", "python3"} {
		if _, err := exec.LookPath(needed); err != nil {
			t.Skip(needed + " is not installed")
		}
	}
	if os.Geteuid() != 0 {
		t.Skip("Postfix wants to be started by root")
	}
	m := &mailing{t: t, dir: t.TempDir()}
	if err := os.CopyFS(m.dir, os.DirFS(filepath.Join(root, "decks", "hjemmekontor"))); err != nil {
		t.Fatal(err)
	}
	served, port := t.TempDir(), freePort(t)
	m.pointTo(port, served)
	t.Setenv("LYSARK_TEST_SECRET", "s3cret")
	if code, said := m.run("plan", m.file("mail.toml")); code != exitFine {
		t.Fatalf("exit code %d, told %s", code, said)
	}
	p, err := mail.ReadPlan(m.file("hjemmekontor-2025.mail"))
	if err != nil {
		t.Fatal(err)
	}
	serve(t, served, port, p)
	for _, args := range [][]string{{"check", m.file("mail.toml")}, {"test", m.file("mail.toml"), "--to", "sjef@forening.example"}, {"send", m.file("mail.toml"), "--confirm", p.Code, "--first", "0"}} {
		start := time.Now()
		if code, said := m.run(args...); code != exitFine {
			t.Fatalf("%s: exit code %d, told %s", args[0], code, said)
		}
		t.Logf("%s: %v", args[0], time.Since(start).Round(time.Millisecond))
	}
	pdf, err := os.ReadFile(m.file("hjemmekontor-2025.mail/deck.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	m.write("members.json", asJSON(t, p.Recipients))
	m.write("deck.pdf", string(pdf))
	said, err := exec.Command("python3", "-c", readMailboxes, filepath.Join(served, "mail"), m.file("members.json"), m.file("deck.pdf"), p.Settings.Subject).CombinedOutput()
	t.Logf("%s", said)
	if err != nil {
		t.Errorf("%v", err)
	}
}

// pointTo makes the sample's server the Postfix.
func (m *mailing) pointTo(port int, served string) {
	m.t.Helper()
	data, err := os.ReadFile(m.file("mail.toml"))
	if err != nil {
		m.t.Fatal(err)
	}
	smtp := fmt.Sprintf(`[mail.smtp]
host = "localhost"
port = %d
user = "deck@localhost"
password_env = "LYSARK_TEST_SECRET"
ca_file = "%s/cert.pem"
helo = "lysarkforeningen.example"
preset = "postfix"

[`, port, served)
	m.write("mail.toml", regexp.MustCompile(`(?s)\[mail\.smtp\].*?\n\[`).ReplaceAllLiteralString(string(data), smtp))
}

// serve starts the Postfix with a mailbox for each member.
func serve(t *testing.T, dir string, port int, p *mail.Plan) {
	t.Helper()
	for at := dir; at != os.TempDir() && at != "/"; at = filepath.Dir(at) {
		if err := os.Chmod(at, 0o755); err != nil { // Postfix's own user has to come through
			t.Fatal(err)
		}
	}
	addresses := []string{"sjef@forening.example"}
	for _, r := range p.Recipients {
		addresses = append(addresses, r.Address)
	}
	members := filepath.Join(dir, "members")
	if err := os.WriteFile(members, []byte(strings.Join(addresses, "\n")+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	script := filepath.Join(root, "report", "mail", "testdata", "postfix-loopback.sh")
	t.Cleanup(func() { exec.Command("postfix", "-c", filepath.Join(dir, "etc"), "stop").Run() })
	if said, err := exec.Command("bash", script, dir, fmt.Sprint(port), members).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
}

func freePort(t *testing.T) int {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port
}

func asJSON(t *testing.T, v any) string {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// readMailboxes waits until each mailbox has a mail and looks at it as a mail reader would.
const readMailboxes = `
import email, email.policy, glob, hashlib, json, os, sys, time
boxes, members, pdf, subject = sys.argv[1:]
members = json.load(open(members))
want = hashlib.sha256(open(pdf, "rb").read()).hexdigest()
end = time.time() + 30
while time.time() < end and any(not glob.glob(os.path.join(boxes, m["address"], "new", "*")) for m in members):
    time.sleep(0.2)
bad, ids = [], set()
for m in members:
    files = glob.glob(os.path.join(boxes, m["address"], "new", "*"))
    if len(files) != 1:
        bad.append("row %d has %d mails" % (m["row"], len(files)))
        continue
    mail = email.message_from_binary_file(open(files[0], "rb"), policy=email.policy.default)
    def hold(what, ok):
        if not ok:
            bad.append("row %d: %s" % (m["row"], what))
    to = mail["To"].addresses
    hold("to", len(mail.get_all("To")) == 1 and len(to) == 1 and to[0].addr_spec == m["address"] and to[0].display_name == m["name"])
    hold("copy", mail["Cc"] is None and mail["Bcc"] is None)
    hold("delivered", mail.get_all("Delivered-To") == [m["address"]])
    hold("subject", mail["Subject"] == subject.replace("{virksomhet}", m["fields"]["virksomhet"]))
    hold("text", ("Hei, %s!" % m["fields"]["fornavn"]) in mail.get_body(("plain",)).get_content())
    hold("html", ("Hei, %s!" % m["fields"]["fornavn"]) in mail.get_body(("html",)).get_content())
    hold("message ID", mail["Message-ID"] == "<%s>" % m["message_id"] and mail["Message-ID"] not in ids)
    ids.add(mail["Message-ID"])
    files = [p for p in mail.iter_attachments() if p.get_content_type() == "application/pdf"]
    hold("PDF", len(files) == 1 and hashlib.sha256(files[0].get_content()).hexdigest() == want and files[0].get_filename().endswith(".pdf"))
    hold("encryption", any("TLS" in r for r in mail.get_all("Received")))
    hold("defects", not mail.defects and not any(p.defects for p in mail.walk()))
print("%d mailboxes with one mail each, %d Message-IDs, PDF %s" % (len(members) - len([b for b in bad if "mails" in b]), len(ids), want[:12]))
print("\n".join(bad[:20]))
sys.exit(len(bad) > 0)
`
