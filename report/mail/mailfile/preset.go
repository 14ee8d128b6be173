package mailfile

import "time"

// Limits are how fast a server may be used. Zero is without a limit.
type Limits struct {
	Rate                       Rate
	Connections, PerConnection int
	Daily                      int
}

// PresetLimits are the limits of a service by its name in [mail.smtp], the only table of them; docs/mail.md tells them
// and what else an officer has to know. They are what the services tell of new or ordinary accounts (2026).
func PresetLimits(preset string) Limits {
	switch preset {
	case "m365": // learn.microsoft.com, smtp-submission-improvements: 3 connections, of which people need one, 30 mails
		// a minute, 10 000 recipients a day
		return Limits{Rate{30, time.Minute}, 2, 50, 10_000}
	case "workspace": // support.google.com/a/answer/166852: 2 000 mails in 24 hours, and no word of a minute
		return Limits{Rate{60, time.Minute}, 2, 50, 2_000}
	case "gmail": // support.google.com/mail/answer/22839: 500 mails in 24 hours
		return Limits{Rate{20, time.Minute}, 1, 50, 500}
	case "ses": // docs.aws.amazon.com/ses/latest/dg/quotas.html: an account out of the sandbox
		return Limits{Rate{14, time.Second}, 4, 1000, 50_000}
	case "postfix": // postfix.org/postconf.5.html: 50 connections and no limit of mails, unless main.cf says otherwise
		return Limits{Rate{}, 2, 100, 0}
	}
	return Limits{Rate{}, 2, 50, 0}
}
