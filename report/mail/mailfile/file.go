package mailfile

import (
	"time"

	"lysark/config/diag"
	"lysark/config/keys"
)

// Val is a value as the author wrote it, with its place.
type Val[T any] = keys.Val[T]

// Str is a text with its place.
type Str = keys.Str

// File is a file that holds the table [mail], as written: one of its own, or a layout.
type File struct {
	Name string `key:"-"` // as given on the command line; every relative path in it starts from its folder
	Mail Mail   `must:"yes" doc:"the sending of the finished PDF to a list of members"`
	Deck bool   `key:"-"` // the file is a layout, too
	Text Words  `key:"-"` // the file that Mail.Text names; empty when it could not be read
	HTML Words  `key:"-"` // the file that Mail.HTML names
}

// Mail is the table [mail]: one sending of the finished PDF to a list of members.
type Mail struct {
	Pos          diag.Pos
	ID           Str          `must:"yes" hint:"write it with a–z, 0–9 and -, at most 40 of them" like:"^[A-Za-z0-9][A-Za-z0-9-]{0,39}$" doc:"names the sending: under one id nobody gets mail twice, ever"`
	From         Val[Mailbox] `must:"yes" doc:"who sends: an address, or Name <address>"`
	ReplyTo      Val[Mailbox] `doc:"where answers go; to from if left out"`
	EnvelopeFrom Val[Mailbox] `alone:"yes" doc:"where mail that cannot be delivered comes back to; to from if left out"`
	Archive      Val[Mailbox] `alone:"yes" doc:"an address that gets a mail of its own, counted as one more"`
	Subject      Str          `must:"yes" hint:"write it on one line" like:"^[^\\n]*\\S[^\\n]*$" doc:"the subject, with {expressions} that know the member's columns"`
	Text         Str          `must:"yes" file:"yes" doc:"the file with the text of the mail"`
	HTML         Str          `filled:"yes" file:"yes" doc:"the file with the same as HTML; text alone is sent if left out"`
	Deck         Str          `filled:"yes" file:"yes" doc:"the layout of the deck: it is built, and inline takes its pictures; the file itself if that is a layout"`
	PDF          Str          `key:"pdf" filled:"yes" file:"yes" doc:"the finished PDF; built from the deck if left out"`
	Inline       []Str        `hint:"write \"title\", or a chart as lysark charts names it: \"slide-03-1\"" like:"^(title|slide-[0-9]{2,3}-[1-9])$" doc:"pictures for the HTML: title, the title slide, and charts such as slide-03-1"`
	AttachName   Str          `hint:"write a file's name that ends with .pdf, without folders" like:"^[^\\s./\\\\:*?\"<>|][^\\n\\t/\\\\:*?\"<>|]{0,95}\\.pdf$" doc:"the name of the PDF in the mail; its file's name if left out"`
	MaxSize      Val[Size]    `range:"100kB 150MB" default:"\"10MB\"" doc:"how large a mail may be as sent, a third more than the PDF: such as 10MB"`
	Missing      Str          `one:"error blank" default:"error" doc:"a field that is empty in the list is an error, or stays blank"`
	Lang         Str          `one:"nb nn en" doc:"numbers and the program's own words in the texts; the deck's, or nb, if left out"`
	List         List         `must:"yes" doc:"who gets mail"`
	SMTP         SMTP         `must:"yes" doc:"the mail server, and how fast it may be used"`
	Headers      Headers      `doc:"what mail programs read"`
}

// List is the table [mail.list].
type List struct {
	Pos          diag.Pos
	File         Str        `must:"yes" file:"yes" doc:"the list of members, CSV or XLSX: the first row names the columns"`
	Email        Str        `must:"yes" doc:"the column with the addresses"`
	Name         Str        `filled:"yes" doc:"the column with the members' names"`
	Suppress     []Str      `filled:"yes" file:"yes" doc:"files with the addresses of those who left"`
	Expect       Val[Count] `doc:"how many members there have to be: 213, or 200..230"`
	AllowDomains []Str      `listed:"last" filled:"yes" doc:"the only domains that may get mail; *.example.org for all below one"` // as A-labels
	Delimiter    Str        `one:"; , tab |" doc:"what separates the columns of a CSV file; found out if left out"`
	Encoding     Str        `one:"utf-8 windows-1252 macintosh cp850" doc:"how the letters of a CSV file are stored; found out if left out"`
	Sheet        Str        `filled:"yes" doc:"the sheet of a spreadsheet; the first that is not empty if left out"`
}

// SMTP is the table [mail.smtp]. A password is never in the file, only where to find it.
type SMTP struct {
	Pos             diag.Pos
	Host            Str                  `must:"yes" hint:"write the server's name alone, such as smtp.example.org" like:"^[A-Za-z0-9:][A-Za-z0-9.:-]*$" doc:"the mail server"`
	Port            Val[int]             `range:"1 65535" doc:"587 if left out; 465 with tls implicit, 25 with none"`
	TLS             Str                  `one:"starttls implicit none" default:"starttls" doc:"how the connection is encrypted; none only to this machine"`
	Auth            Str                  `one:"auto plain login oauthbearer xoauth2 none" default:"auto" doc:"how to log in; auto takes what the server offers"`
	User            Str                  `filled:"yes" doc:"the user name; nobody logs in if left out"`
	PasswordEnv     Str                  `hint:"write the name of an environment variable, not the password" like:"^[A-Za-z_][A-Za-z0-9_]*$" secret:"yes" doc:"the environment variable that holds the password"`
	PasswordFile    Str                  `filled:"yes" file:"yes" secret:"yes" doc:"the file that holds the password, which nobody else may read"`
	PasswordCommand Command              `secret:"yes" doc:"the program that prints the password, and its arguments"`
	TokenCommand    Command              `secret:"yes" doc:"the program that prints an access token (OAuth), and its arguments"`
	CAFile          Str                  `key:"ca_file" filled:"yes" file:"yes" doc:"certificates to trust beside those of the machine, as PEM"`
	Helo            Str                  `filled:"yes" doc:"the name given to the server; the domain of from if left out"`
	Preset          Str                  `one:"generic m365 workspace gmail ses postfix" default:"generic" doc:"the limits of a known service, for what is left out below"`
	Rate            Val[Rate]            `doc:"how many mails at most: such as 30/min"`
	Connections     Val[int]             `range:"1 4" doc:"how many connections at once"`
	PerConnection   Val[int]             `range:"1 10000" doc:"how many mails over one connection"`
	PerDomain       Val[int]             `range:"1 4" default:"1" doc:"how many mails at once to one domain"`
	Daily           Val[int]             `range:"1 1000000" doc:"how many mails within 24 hours"`
	Retry           []Val[time.Duration] `range:"1s 1d" default:"[\"1m\", \"5m\", \"15m\", \"1h\"]" doc:"how long to wait before each new attempt; the last for all after it"`
	GiveUp          Val[time.Duration]   `range:"1m 30d" default:"\"4h\"" doc:"after how long a mail is not tried again"`
	FinalTimeout    Val[time.Duration]   `range:"1s 1h" default:"\"10m\"" doc:"how long to wait for the server's answer to a whole mail"`
}

// Headers is the table [mail.headers].
type Headers struct {
	Pos           diag.Pos
	ListID        Str       `hint:"write it as medlemmer.forening.example" like:"^[A-Za-z0-9][A-Za-z0-9-]*(\\.[A-Za-z0-9][A-Za-z0-9-]*)+$" doc:"the list's name for mail programs: medlemmer.forening.example"`
	Unsubscribe   Str       `hint:"write mailto: and an address, or https:// and a page" like:"^(mailto:|https://)[^\\s<>]+$" doc:"how to leave the list: mailto:… or https://…; {key} stands for the member"`
	OneClick      Val[bool] `doc:"leaving takes one click (RFC 8058); true with https if left out"`
	AutoSubmitted Val[bool] `default:"true" doc:"says that no answer by a machine is wanted"`
}

// Mailbox is an address, and a name if it has one.
type Mailbox struct {
	Name    string
	Address string // the domain in lower case and as A-label
	Domain  string
}

// Command is a program and its arguments.
type Command []Str

// Words are the text of a mail, as the author wrote it into a file of its own.
type Words struct {
	Name string // of the file, for messages
	S    string // line ends are \n
}

// At is the place of the text's letter number offset, counted from 0.
func (w Words) At(offset int) diag.Pos {
	pos := diag.Pos{File: w.Name, Line: 1, Col: 1}
	for _, r := range w.S {
		if offset == 0 {
			break
		}
		offset--
		pos.Col++
		if r == '\n' {
			pos.Line, pos.Col = pos.Line+1, 1
		}
	}
	return pos
}

// secrets are the keys that say where a password or token is found.
func secrets() []string {
	return []string{"password_env", "password_file", "password_command", "token_command"}
}
