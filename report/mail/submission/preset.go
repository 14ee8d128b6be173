package submission

// Preset is what is known of a provider. A zero is not known or not limited.
type Preset struct {
	Name          string
	Host          string
	Port          int
	TLS           TLSMode
	Mechanism     string // of login
	PerMinute     int    // mails
	Connections   int    // at once
	PerConnection int    // mails
	Daily         int    // mails in 24 hours
	Note          string // what an officer has to know
	Source        string
}

// Presets are all, the most careful last: it is for servers that nothing is known of.
func Presets() []Preset {
	return []Preset{
		{"m365", "smtp.office365.com", 587, StartTLS, "xoauth2", 30, 2, 50, 10000,
			"three connections at once are allowed, and one is left to the people; every mail is kept under Sent Items; passwords end in December 2026",
			microsoft},
		{"workspace", "smtp.gmail.com", 587, StartTLS, "xoauth2", 60, 2, 50, 2000,
			"2,000 mails in any 24 hours, to 3,000 recipients outside; Google tells no limit per minute",
			"support.google.com/a/answer/166852"},
		{"gmail", "smtp.gmail.com", 587, StartTLS, "plain", 20, 1, 50, 500,
			"500 mails in any 24 hours, with a password for apps; Google tells no limit per minute",
			"support.google.com/mail/answer/22839"},
		{"ses", "", 587, StartTLS, "plain", 60, 2, 50, 0,
			"the host is email-smtp.REGION.amazonaws.com; the account's own limits hold, in the sandbox 1 a second and 200 a day; Message-ID and Date are replaced",
			"docs.aws.amazon.com/ses/latest/dg/quotas.html, smtp-connect.html"},
		{"postfix", "localhost", 587, StartTLS, "auto", 0, 4, 100, 0,
			"smtpd_client_connection_count_limit is 50, and smtpd_client_message_rate_limit none, unless main.cf says otherwise",
			"postfix.org/postconf.5.html"},
		{"generic", "", 587, StartTLS, "auto", 60, 2, 50, 0,
			"nothing is known, so little is asked for",
			"RFC 6409 and RFC 8314"},
	}
}

// PresetNamed finds one.
func PresetNamed(name string) (Preset, bool) {
	for _, p := range Presets() {
		if p.Name == name {
			return p, true
		}
	}
	return Preset{}, false
}
