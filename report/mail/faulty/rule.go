package faulty

import (
	"regexp"
	"slices"
	"time"
)

// Point is a moment of the conversation at which something can go wrong.
type Point string

const (
	Greeting Point = "greeting"
	EHLO     Point = "ehlo"
	StartTLS Point = "starttls"
	Auth     Point = "auth" // once the client has said all that the mechanism wants
	MailFrom Point = "mail"
	Rcpt     Point = "rcpt"
	Data     Point = "data"      // the command, before any of the message
	Body     Point = "body"      // once Rule.Bytes of the message have come
	Dot      Point = "dot"       // the end of the data has come: what is answered by a rule here is not taken
	AfterDot Point = "after-dot" // the message has been taken, whatever a rule here answers
	Reset    Point = "rset"
	Noop     Point = "noop"
	Quit     Point = "quit"
)

// Points are all of them, in the order of a conversation.
func Points() []Point {
	return []Point{Greeting, EHLO, StartTLS, Auth, MailFrom, Rcpt, Data, Body, Dot, AfterDot, Reset, Noop, Quit}
}

// Rule is a fault and when it happens. Of several that fit a moment the first happens.
type Rule struct {
	At          Point
	Match       *regexp.Regexp // of the line of the command, at Data and later of the recipients; nil fits all
	Nth         int            // from the nth fitting moment on; 0 from the first
	Times       int            // so many times; 0 without end
	Probability float64        // at each fitting moment; 0 is always
	Bytes       int            // at Body: after so many
	Do          Action
}

// Action is what the server does instead of its usual answer, in the order of the fields.
type Action struct {
	Delay time.Duration // wait, then go on
	Reply string        // lines that end in \n or not at all; empty is the usual answer, unless Close is set
	Cut   bool          // leave out the end of the reply's last line
	Drip  time.Duration // between the bytes of the reply
	Close Close
}

// Close is how a connection ends.
type Close int

const (
	Stay Close = iota
	FIN        // no more is said, and what still comes is read and thrown away
	RST
)

// rule is a Rule with what has happened of it.
type rule struct {
	Rule
	fitted, done int
}

// Rules are from now on these, and nothing has happened yet of them.
func (s *Server) Rules(rules ...Rule) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.rules = nil
	for _, r := range rules {
		s.rules = append(s.rules, rule{Rule: r})
	}
}

// fault is what happens at a moment, if anything does. size is how much of a body has come.
func (s *Server) fault(at Point, subject string, size int) (Action, bool) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	for i := range s.rules {
		if r := &s.rules[i]; r.At == at && r.fits(subject, size) && r.happens(s.random.Float64()) {
			return r.Do, true
		}
	}
	return Action{}, false
}

// bodyFaults are the numbers of bytes of a body after which a rule may want something, ascending.
func (s *Server) bodyFaults() []int {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	var after []int
	for _, r := range s.rules {
		if r.At == Body {
			after = append(after, r.Bytes)
		}
	}
	slices.Sort(after)
	return slices.Compact(after)
}

func (r *rule) fits(subject string, size int) bool {
	return (r.Match == nil || r.Match.MatchString(subject)) && (r.At != Body || r.Bytes == size)
}

func (r *rule) happens(chance float64) bool {
	r.fitted++
	if r.fitted < r.Nth || r.Times > 0 && r.done >= r.Times || r.Probability > 0 && chance >= r.Probability {
		return false
	}
	r.done++
	return true
}
