// Package mail decides what is sent of a finished PDF to a list of members: each once, none by accident. It knows no
// slides and no server.
//
//	mail file, texts, list, PDF, pictures ──MakePlan──▶ *Frozen    every message filled in and checked
//	                                          Freeze──▶ ID.mail/   the files of the plan, and its ledger
//	                                            Open──▶ *Campaign  nothing of it has changed since
//	                                         Compose──▶ *message.Message
//
// A plan is all that is decided before a message leaves. It is a function of what goes in, the campaign's secret and
// the time: neither clock nor chance are asked here. What happens afterwards, in delivery, stands in the ledger alone.
package mail
