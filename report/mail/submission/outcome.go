package submission

import (
	"errors"
	"fmt"
	"strings"
)

// Kind is what became of a mail, and so what may be done next.
type Kind string

const (
	Accepted Kind = "accepted" // the server answers for it now
	Deferred Kind = "deferred" // not taken for this recipient now: later
	Failed   Kind = "failed"   // not taken for this recipient, ever
	Lost     Kind = "lost"     // the connection, before the dot: nothing was delivered, and trying again is safe
	Unknown  Kind = "unknown"  // the dot left and no answer came: it may have been delivered or not
	Stopped  Kind = "stopped"  // no fault of this recipient, and the next would fare alike: the sending has to stop
	Aborted  Kind = "aborted"  // by us, before the dot: nothing was delivered
)

// Reason is why the sending has to stop.
type Reason string

const (
	ByQuota  Reason = "quota"  // so much has been sent that the rest has to wait, mostly until tomorrow
	ByLogin  Reason = "login"  // the login was refused, or is missing
	BySecret Reason = "secret" // it cannot be had, and the server was told nothing
	BySender Reason = "sender" // we may not send under this address
	ByPolicy Reason = "policy" // anything else that the server has against us
)

// Phase is how far a conversation had come.
type Phase string

const (
	AtConnect   Phase = "connect"
	AtHandshake Phase = "handshake" // of TLS
	AtGreeting  Phase = "greeting"
	AtHello     Phase = "ehlo"
	AtStartTLS  Phase = "starttls"
	AtLogin     Phase = "auth"
	AtMail      Phase = "mail"
	AtRcpt      Phase = "rcpt"
	AtData      Phase = "data"
	AtBody      Phase = "body"
	AtCommit    Phase = "commit" // ours: the body is over, and the dot has not left
	AtDot       Phase = "dot"
	AtReset     Phase = "rset"
	AtQuit      Phase = "quit"
)

// Outcome is what became of one mail.
type Outcome struct {
	Kind     Kind
	Reason   Reason // of Stopped
	Phase    Phase  // where it was decided
	Code     int    // of the server's answer; 0 when there was none
	Enhanced string // its code of RFC 3463, if it had one
	Reply    string // its text in one line, without addresses of members
	Err      error  // *Refusal or *Failure; nil when accepted
	Usable   bool   // the session may take another mail
}

// Refusal is an answer of the server that says no.
type Refusal struct {
	Phase    Phase
	Kind     Kind
	Reason   Reason
	Code     int
	Enhanced string
	Reply    string
}

func (r *Refusal) Error() string {
	words := []string{fmt.Sprintf("%s: server answered %d", r.Phase, r.Code), r.Enhanced, r.Reply}
	return strings.Join(strings.Fields(strings.Join(words, " ")), " ")
}

// Failure is anything else that went wrong.
type Failure struct {
	Phase  Phase
	Kind   Kind
	Reason Reason
	Err    error
}

func (f *Failure) Error() string { return fmt.Sprintf("%s: %v", f.Phase, f.Err) }

func (f *Failure) Unwrap() error { return f.Err }

// KindOf is the kind of an error of this package; empty for any other.
func KindOf(err error) Kind {
	var refusal *Refusal
	var failure *Failure
	switch {
	case errors.As(err, &refusal):
		return refusal.Kind
	case errors.As(err, &failure):
		return failure.Kind
	}
	return ""
}

// PhaseOf is the phase of an error of this package; empty for any other.
func PhaseOf(err error) Phase {
	var refusal *Refusal
	var failure *Failure
	switch {
	case errors.As(err, &refusal):
		return refusal.Phase
	case errors.As(err, &failure):
		return failure.Phase
	}
	return ""
}

func (r *Refusal) outcome() Outcome {
	return Outcome{Kind: r.Kind, Reason: r.Reason, Phase: r.Phase, Code: r.Code, Enhanced: r.Enhanced, Reply: r.Reply,
		Err: r}
}

func (f *Failure) outcome() Outcome {
	return Outcome{Kind: f.Kind, Reason: f.Reason, Phase: f.Phase, Err: f}
}
