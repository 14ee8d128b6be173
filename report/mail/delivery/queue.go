package delivery

import (
	"slices"
	"time"

	"lysark/report/mail"
	"lysark/report/mail/address"
	"lysark/report/mail/ledger"
)

// queue holds who is still to get the mail, in the order of sending.
type queue struct {
	waiting []*letter
	busy    []int // mails under way by domain
}

// letter is one recipient's mail on its way through a run. While it is under way it belongs to its attempt.
type letter struct {
	mail.Recipient
	domain   int
	attempts int       // in the ledger
	tries    int       // in this run
	first    time.Time // of them
	next     time.Time // not to be tried before
}

// newQueue takes in who is left, limit at most. Nobody waits longer than latest for what an earlier run wrote down, as
// its clock may have been wrong.
func newQueue(recipients []mail.Recipient, book *ledger.Ledger, limit int, latest time.Time) queue {
	var q queue
	domains := map[string]int{}
	for _, r := range recipients {
		e := book.Entry(r.Key)
		if e.State != ledger.StatePending && e.State != ledger.StateDeferred {
			continue
		}
		if limit > 0 && len(q.waiting) == limit {
			break
		}
		name := address.DomainOf(r.Address)
		id, known := domains[name]
		if !known {
			id = len(domains)
			domains[name] = id
		}
		q.waiting = append(q.waiting,
			&letter{Recipient: r, domain: id, attempts: e.Attempts, next: earlier(e.Next, latest)})
	}
	q.busy = make([]int, len(domains))
	return q
}

func earlier(a, b time.Time) time.Time {
	if a.Before(b) {
		return a
	}
	return b
}

func (q *queue) len() int { return len(q.waiting) }

func (q *queue) empty() bool { return len(q.waiting) == 0 }

// next takes out the first letter that may be tried now. When there is none it tells when there will be; zero for not
// before one that is under way is back.
func (q *queue) next(now time.Time, perDomain int) (l *letter, due time.Time) {
	for i, l := range q.waiting {
		switch {
		case q.busy[l.domain] >= perDomain:
		case l.next.After(now):
			if due.IsZero() || l.next.Before(due) {
				due = l.next
			}
		default:
			q.waiting = slices.Delete(q.waiting, i, i+1)
			q.busy[l.domain]++
			return l, time.Time{}
		}
	}
	return nil, due
}

// back ends a letter's way; again tells whether it waits for another try.
func (q *queue) back(l *letter, again bool) {
	q.busy[l.domain]--
	if again {
		q.waiting = append(q.waiting, l)
	}
}

// sentSince are the moments at which mails were ended, by those whose last word is not older.
func sentSince(book *ledger.Ledger, since time.Time) []time.Time {
	var all []time.Time
	for _, k := range book.Keys() {
		e := book.Entry(k)
		if e.Commit != nil && e.Last.Time.After(since) {
			all = append(all, e.Last.Time)
		}
	}
	return all
}
