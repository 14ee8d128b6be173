package config

import "time"

// Limits are how fast a server may be used. Zero is without a limit.
type Limits struct {
	Rate                       Rate
	Connections, PerConnection int
	Daily                      int
}

// PresetLimits are the limits of a service by its name in [mail.smtp]; docs/mail.md lists them. They are what the services
// tell of new or ordinary accounts (2026).
func PresetLimits(preset string) Limits {
	switch preset {
	case "m365": // 3 connections, 30 mails a minute, 10 000 recipients a day
		return Limits{Rate{30, time.Minute}, 2, 50, 10_000}
	case "workspace":
		return Limits{Rate{60, time.Minute}, 2, 50, 2_000}
	case "gmail":
		return Limits{Rate{20, time.Minute}, 1, 50, 500}
	case "ses":
		return Limits{Rate{14, time.Second}, 4, 1000, 50_000}
	case "postfix":
		return Limits{Rate{}, 2, 100, 0}
	}
	return Limits{Rate{}, 2, 50, 0}
}
