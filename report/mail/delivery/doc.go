// Package delivery sends a plan, each of its mails once.
//
//	*mail.Campaign, who is left ──Send──▶ Result    and the ledger, which is ahead of all that happens
//
// What a server or a person answers is judged here: what it means for the member, for the others, and for the run.
package delivery
