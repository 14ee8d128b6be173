// Package mail sends a finished PDF to a list of members: each exactly once, none by accident. It knows no slides.
//
//	mail file, texts, list, PDF, pictures ──MakePlan──▶ *Frozen    every message filled in and checked
//	                                          Freeze──▶ ID.mail/   the files of the plan, and its ledger
//	                                            Open──▶ *Campaign  nothing of it has changed since
//	                                         Compose──▶ *message.Message
//	                               Send, of who is left──▶ Result     and the ledger, which is ahead of all that happens
//
// A plan is all that is decided before a message leaves. It is a function of what goes in, the campaign's secret and the
// time: neither clock nor chance are asked here. What happens afterwards stands in the ledger alone.
package mail
