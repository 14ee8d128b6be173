package mail

import (
	"strings"
	"time"

	"lysark/report/mail/mailfile"
)

// Settings are what the mail file says, with all that it leaves out filled in.
type Settings struct {
	From         Mailbox  `json:"from"`
	ReplyTo      *Mailbox `json:"reply_to,omitempty"`
	EnvelopeFrom string   `json:"envelope_from"` // an address
	Archive      *Mailbox `json:"archive,omitempty"`
	Subject      string   `json:"subject"` // with {expressions}
	AttachName   string   `json:"attach_name"`
	MaxSize      int      `json:"max_size"` // bytes of a message as sent
	Blank        bool     `json:"blank,omitempty"`
	Lang         string   `json:"lang"`
	Headers      Headers  `json:"headers"`
	Server       Server   `json:"server"`
}

// Mailbox is an address, and a name if it has one.
type Mailbox struct {
	Name    string `json:"name,omitempty"`
	Address string `json:"address"`
}

// Headers are what mail programs read.
type Headers struct {
	ListID        string `json:"list_id,omitempty"`
	Unsubscribe   string `json:"unsubscribe,omitempty"` // {key} stands for the member
	OneClick      bool   `json:"one_click,omitempty"`
	AutoSubmitted bool   `json:"auto_submitted,omitempty"`
}

// Server is the mail server, and how fast it may be used. It says where a password is found, never the password. Paths
// start from the folder in which the plan's folder is.
type Server struct {
	Host            string          `json:"host"`
	Port            int             `json:"port"`
	TLS             string          `json:"tls"`  // starttls, implicit or none
	Auth            string          `json:"auth"` // none without a user
	User            string          `json:"user,omitempty"`
	PasswordEnv     string          `json:"password_env,omitempty"`
	PasswordFile    string          `json:"password_file,omitempty"`
	PasswordCommand []string        `json:"password_command,omitempty"`
	TokenCommand    []string        `json:"token_command,omitempty"`
	CAFile          string          `json:"ca_file,omitempty"`
	Helo            string          `json:"helo"`
	Preset          string          `json:"preset"`
	Rate            mailfile.Rate   `json:"rate"` // zero for any
	Connections     int             `json:"connections"`
	PerConnection   int             `json:"per_connection"`
	PerDomain       int             `json:"per_domain"`
	Daily           int             `json:"daily"` // zero for any
	Retry           []time.Duration `json:"retry"`
	GiveUp          time.Duration   `json:"give_up"`
	FinalTimeout    time.Duration   `json:"final_timeout"`
}

// settings are those of a mail file. lang is the deck's, attached the file name of the PDF.
func settings(m mailfile.Mail, lang, attached string) Settings {
	s := Settings{
		From: Mailbox{m.From.V.Name, m.From.V.Address}, EnvelopeFrom: m.From.V.Address,
		Subject: m.Subject.V, AttachName: m.AttachName.Or(attached),
		MaxSize: int(m.MaxSize.Or(10_000_000)), Blank: m.Missing.V == "blank", Lang: m.Lang.Or(lang),
		Headers: Headers{
			ListID: m.Headers.ListID.V, Unsubscribe: m.Headers.Unsubscribe.V,
			AutoSubmitted: m.Headers.AutoSubmitted.Or(true),
			OneClick:      m.Headers.OneClick.Or(strings.HasPrefix(m.Headers.Unsubscribe.V, "https:")),
		},
		Server: server(m.SMTP, m.From.V.Domain),
	}
	if m.ReplyTo.Set {
		s.ReplyTo = &Mailbox{m.ReplyTo.V.Name, m.ReplyTo.V.Address}
	}
	if m.EnvelopeFrom.Set {
		s.EnvelopeFrom = m.EnvelopeFrom.V.Address
	}
	if m.Archive.Set {
		s.Archive = &Mailbox{m.Archive.V.Name, m.Archive.V.Address}
	}
	return s
}

// NamedServer is the server that a mail file names, before there is a plan.
func NamedServer(m mailfile.Mail) Server { return server(m.SMTP, m.From.V.Domain) }

func server(m mailfile.SMTP, domain string) Server {
	limits := mailfile.PresetLimits(m.Preset.Or("generic"))
	s := Server{
		Host: m.Host.V, TLS: m.TLS.Or("starttls"), Auth: m.Auth.Or("auto"), User: m.User.V,
		PasswordEnv: m.PasswordEnv.V, PasswordFile: m.PasswordFile.V,
		PasswordCommand: argv(m.PasswordCommand), TokenCommand: argv(m.TokenCommand),
		CAFile: m.CAFile.V, Helo: m.Helo.Or(domain), Preset: m.Preset.Or("generic"), Rate: m.Rate.Or(limits.Rate),
		Connections: m.Connections.Or(limits.Connections), PerConnection: m.PerConnection.Or(limits.PerConnection),
		PerDomain: m.PerDomain.Or(1), Daily: m.Daily.Or(limits.Daily),
		GiveUp: m.GiveUp.Or(4 * time.Hour), FinalTimeout: m.FinalTimeout.Or(10 * time.Minute),
	}
	s.Port = m.Port.Or(map[string]int{"starttls": 587, "implicit": 465, "none": 25}[s.TLS])
	if s.User == "" {
		s.Auth = "none"
	}
	for _, d := range m.Retry {
		s.Retry = append(s.Retry, d.V)
	}
	if len(s.Retry) == 0 {
		s.Retry = []time.Duration{time.Minute, 5 * time.Minute, 15 * time.Minute, time.Hour}
	}
	return s
}

func argv(c mailfile.Command) []string {
	var out []string
	for _, w := range c {
		out = append(out, w.V)
	}
	return out
}
