package check

import (
	"context"
	"strings"
	"time"

	"lysark/report/mail/address"
)

// policies looks up what the sender's domain tells the receivers.
func (c Check) policies(ctx context.Context, t *teller, r Resolver) {
	domain := address.DomainOf(c.From)
	if found := lookFor(ctx, r, domain, "v=spf1"); found != "" {
		t.good("SPF of %s: %s", domain, found)
	} else {
		t.fail("have the one who keeps the domain publish which servers send for it; "+
			"many receivers refuse mail without", "SPF: %s has none", domain)
	}
	domain = address.DomainOf(c.Shown)
	if found := dmarc(ctx, r, domain); found != "" {
		t.good("DMARC of %s: %s", domain, found)
	} else {
		t.fail("have it published; large receivers want it from those who send much", "DMARC: %s has none", domain)
	}
}

// dmarc is that of the domain, or else of the one above it.
func dmarc(ctx context.Context, r Resolver, domain string) string {
	for strings.Contains(domain, ".") {
		if found := lookFor(ctx, r, "_dmarc."+domain, "v=DMARC1"); found != "" {
			return found
		}
		_, domain, _ = strings.Cut(domain, ".")
	}
	return ""
}

func lookFor(ctx context.Context, r Resolver, name, begin string) string {
	ctx, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	all, _ := r.LookupTXT(ctx, name) // none is none, whatever the reason
	for _, text := range all {
		if strings.HasPrefix(text, begin) {
			return text
		}
	}
	return ""
}
