package config

import (
	"net/netip"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"lysark/config/diag"
	"lysark/report/mail/address"
)

// ReadMail reads a file that holds the table [mail], and the texts that it names. The list of members, passwords and
// certificates are only named, not read. Other tables of a layout are Read's. The file is never nil; it is whole when the
// list holds no error.
func ReadMail(name string, read func(name string) ([]byte, error)) (*MailFile, diag.List) {
	r := &reader{read: read}
	f := &MailFile{Name: name}
	root := r.open(name, Str{})
	if root == nil {
		return f, r.list
	}
	root.shape = mailShape()
	if m := r.mail(root.sub("mail")); m != nil {
		f.Mail = *m
		f.Text, f.HTML = r.words(name, m.Text), r.words(name, m.HTML)
	} else if _, there := root.table["mail"]; !there {
		root.missing("mail", diag.Pos{File: name, Line: 1, Col: 1}, "begin with [mail]", "the file has no table [mail]")
	}
	_, f.Deck = root.table["deck"]
	for _, other := range layoutShape().keys {
		root.asked = append(root.asked, other.key)
	}
	root.done()
	return f, r.list
}

// Beside is a path as this file names it: it starts from the file's folder.
func (f *MailFile) Beside(path Str) string { return beside(f.Name, path.V) }

// words reads the text of a mail.
func (r *reader) words(file string, named Str) Words {
	if !named.Set {
		return Words{}
	}
	w := Words{Name: beside(file, named.V)}
	data, ok := r.bytes(w.Name, named)
	if !ok {
		return Words{}
	}
	text := strings.TrimPrefix(string(data), "\ufeff")
	text = norm.NFC.String(strings.ReplaceAll(text, "\r\n", "\n"))
	const most = 200_000 // Gmail cuts off what is longer than 102 kB
	bad := strings.IndexFunc(text, func(c rune) bool { return address.Unprintable(c) && c != '\n' && c != '\t' })
	switch {
	case !utf8.ValidString(text):
		r.list.Errorf(named.Pos, diag.BadFile, "save the file as UTF-8", "%q is not UTF-8 text", w.Name)
	case len(text) > most:
		r.list.Errorf(named.Pos, diag.BadFile, "shorten it; pictures go into inline", "%q has more than 200 kB", w.Name)
	case strings.TrimSpace(text) == "":
		r.list.Errorf(named.Pos, diag.BadFile, "write what the mail says", "%q is empty", w.Name)
	case bad >= 0:
		w.S = text
		at, _ := utf8.DecodeRuneInString(text[bad:])
		r.list.Errorf(w.At(utf8.RuneCountInString(text[:bad])), diag.BadData, "take it out", "the text holds a character that is not seen (%U)", at)
	default:
		w.S = text
		return w
	}
	return Words{}
}

// mail reads [mail].
func (r *reader) mail(n *node) *Mail {
	if n == nil {
		return nil
	}
	m := &Mail{
		Pos: n.pos(), ID: n.like("id", "take letters, digits and dashes, 40 at most"),
		From: n.mailbox("from", true), ReplyTo: n.mailbox("reply_to", true), EnvelopeFrom: n.mailbox("envelope_from", false), Archive: n.mailbox("archive", false),
		Subject: n.like("subject", "write it on one line"), Text: n.must("text"), HTML: n.filled("html"),
		AttachName: n.like("attach_name", "write a file's name that ends with .pdf, without folders"), Inline: n.likes("inline", `write "title", or a chart as lysark charts names it: "slide-03-1"`),
		Deck: n.filled("deck"), PDF: n.filled("pdf"), Missing: n.one("missing"), Lang: n.one("lang"),
	}
	n.needs("id")
	n.needs("from")
	n.needs("subject")
	m.MaxSize = n.size("max_size", 100_000, 150_000_000)
	if _, html := n.table["html"]; n.table["inline"] != nil && !html {
		n.missing("html", n.pos(), "name a file with HTML, or take inline out", "%s has pictures for HTML, but no html", n.name)
	}
	m.List, m.SMTP, m.Headers = mailList(n.sub("list")), smtp(n.sub("smtp")), mailHeaders(n.sub("headers"))
	for _, key := range []string{"list", "smtp"} {
		if _, there := n.table[key]; !there {
			n.missing(key, n.pos(), "add the table "+n.inner(key), "%s has no table %s", n.name, n.inner(key))
		}
	}
	n.done()
	return m
}

func mailList(n *node) MailList {
	if n == nil {
		return MailList{}
	}
	l := MailList{
		Pos: n.pos(), File: n.must("file"), Email: n.must("email"), Name: n.filled("name"), Suppress: n.texts("suppress"), Expect: n.count("expect"),
		Delimiter: n.one("delimiter"), Encoding: n.one("encoding"), Sheet: n.filled("sheet"),
	}
	for _, d := range n.texts("allow_domains") {
		below := ""
		if strings.HasPrefix(d.V, "*.") {
			below = "*."
		}
		ascii, fault := address.Domain(strings.TrimPrefix(d.V, below))
		if fault != nil {
			n.list.Errorf(d.Pos, diag.BadValue, "write it as example.org, or *.example.org for all below it", "allow_domains of %s: %q is not a domain", n.name, d.V)
		}
		d.V = below + ascii
		l.AllowDomains = append(l.AllowDomains, d)
	}
	n.done()
	return l
}

func mailHeaders(n *node) MailHeaders {
	if n == nil {
		return MailHeaders{}
	}
	h := MailHeaders{
		Pos: n.pos(), ListID: n.like("list_id", "write it as medlemmer.forening.example"), Unsubscribe: n.like("unsubscribe", "write mailto: and an address, or https:// and a page"),
		OneClick: n.boolean("one_click"), AutoSubmitted: n.boolean("auto_submitted"),
	}
	if h.OneClick.V && h.OneClick.Set && !strings.HasPrefix(h.Unsubscribe.V, "https:") {
		n.list.Errorf(h.OneClick.Pos, diag.BadValue, "name a page in unsubscribe that takes such a request, or take one_click out", "one click needs a page: unsubscribe does not begin with https")
	}
	n.done()
	return h
}

// smtp reads [mail.smtp].
func smtp(n *node) SMTP {
	if n == nil {
		return SMTP{}
	}
	const day = 24 * time.Hour
	s := SMTP{
		Pos: n.pos(), Host: n.like("host", "write the server's name alone, such as smtp.example.org"), Port: n.integer("port"), TLS: n.one("tls"), Auth: n.one("auth"), User: n.filled("user"),
		PasswordEnv: n.like("password_env", "write the name of an environment variable, not the password"), PasswordFile: n.filled("password_file"),
		PasswordCommand: n.command("password_command"), TokenCommand: n.command("token_command"),
		CAFile: n.filled("ca_file"), Helo: n.filled("helo"), Preset: n.one("preset"), Rate: quantity(n, "rate", "30/min", ParseRate),
		Connections: n.integer("connections"), PerConnection: n.integer("per_connection"), PerDomain: n.integer("per_domain"), Daily: n.integer("daily"),
		Retry: n.durations("retry", time.Second, day), GiveUp: n.duration("give_up", time.Minute, 30*day), FinalTimeout: n.duration("final_timeout", time.Second, time.Hour),
	}
	n.needs("host")
	n.server(s)
	n.login(s)
	n.done()
	n.hide()
	return s
}

// server checks host, port and encryption against each other.
func (n *node) server(s SMTP) {
	ip, err := netip.ParseAddr(s.Host.V)
	here := s.Host.V == "localhost" || err == nil && ip.IsLoopback()
	switch {
	case s.Host.Set && err != nil && strings.Contains(s.Host.V, ":"):
		n.list.Errorf(s.Host.Pos, diag.BadValue, "write the number under port", "host of %s holds a port", n.name)
	case s.Host.Set && s.TLS.Set && s.TLS.V == "none" && !here:
		n.list.Errorf(s.TLS.Pos, diag.OpenConnection, `take "starttls" or "implicit"`, "without encryption others can read mails and password; only a server on this machine (localhost) may do without")
	}
	if s.Port.Set && (s.Port.V == 465 && s.TLS.Or("starttls") == "starttls" || s.Port.V == 587 && s.TLS.V == "implicit") {
		n.list.Warnf(s.Port.Pos, diag.BadValue, "take port 587 with starttls and 465 with implicit", "port %d of %s is not the one for tls %s", s.Port.V, n.name, s.TLS.Or("starttls"))
	}
	if s.Helo.Set {
		if _, fault := address.Domain(s.Helo.V); fault != nil {
			n.list.Errorf(s.Helo.Pos, diag.BadValue, "write a domain of your own, such as example.org", "helo of %s: %q is not a domain", n.name, s.Helo.V)
		}
	}
}

// login checks that whoever logs in has one password or token, and the kind that the way of logging in takes.
func (n *node) login(s SMTP) {
	var given []string
	for _, key := range secrets() {
		if _, there := n.table[key]; there {
			given = append(given, key)
		}
	}
	_, user := n.table["user"]
	for _, key := range given[min(1, len(given)):] {
		n.list.Errorf(n.at.sub[key].key, diag.BadValue, "keep one of them", "%s has both %s and %s", n.name, given[0], key)
	}
	switch _, literal := n.literal(); {
	case user && len(given) == 0 && !literal:
		n.missing("password_env", n.pos(), "say where the password is: "+strings.Join(secrets(), ", "), "%s has a user but no password", n.name)
	case !user && len(given) > 0:
		n.missing("user", n.pos(), `add user = "…"`, "%s has a password but no user", n.name)
	}
	token := slices.Contains(given, "token_command")
	switch auth := s.Auth.V; {
	case !s.Auth.Set || auth == "auto":
	case auth == "none" && (user || len(given) > 0):
		n.list.Errorf(s.Auth.Pos, diag.BadValue, "take auth out, or the user and password", "auth of %s is none, but there is a user or password", n.name)
	case auth != "none" && !user && len(given) == 0:
		n.missing("user", s.Auth.Pos, "add a user, and where the password is", "auth of %s is %s, but there is no user", n.name, auth)
	case len(given) == 0:
	case (auth == "xoauth2" || auth == "oauthbearer") && !token:
		n.list.Errorf(s.Auth.Pos, diag.BadValue, "name the program that prints it in token_command", "%s takes an access token, not a password", auth)
	case (auth == "plain" || auth == "login") && token:
		n.list.Errorf(s.Auth.Pos, diag.BadValue, `take "xoauth2" or "oauthbearer"`, "%s takes a password, not an access token", auth)
	}
}

// texts is a list of texts that are not empty; one counts as a list of one.
func (n *node) texts(key string) []Str {
	list := n.strs(key)
	if v, there := n.table[key]; there && len(list) == 0 && n.shape.at(key).form != aTextList {
		if _, ok := elements(v); ok {
			n.list.Errorf(n.at.sub[key].value, diag.BadValue, "leave it out instead", "%s of %s is empty", key, n.name)
		}
	}
	return slices.DeleteFunc(list, func(s Str) bool {
		empty := s.Set && strings.TrimSpace(s.V) == ""
		if empty {
			n.list.Errorf(s.Pos, diag.BadValue, "write something between the quotes", "%s of %s holds an empty text", key, n.name)
		}
		return empty || !s.Set
	})
}

// command is a program and its arguments. A text alone is a program without any: no shell takes it apart.
func (n *node) command(key string) Command {
	list := n.texts(key)
	if text, ok := n.table[key].(string); ok && strings.ContainsFunc(strings.TrimSpace(text), unicode.IsSpace) {
		n.list.Errorf(n.at.sub[key].value, diag.BadValue, `write each word as a text of its own: ["program", "argument"]`, "%s of %s is one text with spaces", key, n.name)
		return nil
	}
	return list
}
