package mail

import "lysark/report/mail/ledger"

// Counts is how many of the recipients stand how.
func Counts(v *ledger.View, recipients []Recipient) map[ledger.State]int {
	counts := map[ledger.State]int{}
	for _, r := range recipients {
		counts[v.Entry(r.Key).State]++
	}
	return counts
}

// Left is how many mails are to be sent yet.
func Left(counts map[ledger.State]int) int {
	return counts[ledger.StatePending] + counts[ledger.StateDeferred]
}
