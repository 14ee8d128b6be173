package main

import (
	"fmt"
	"strings"

	"lysark/report/mail"
	"lysark/report/mail/ledger"
)

// growth is what an extension has changed, and how all who are in the plan stand since.
type growth struct {
	mail.Extension
	counts map[ledger.State]int
}

// toCome is how many mails send has before it.
func (g growth) toCome() int { return g.counts[ledger.StatePending] + g.counts[ledger.StateDeferred] }

// settled is how many members nothing is to be done for.
func (g growth) settled() int {
	n := 0
	for _, state := range settledStates() {
		n += g.counts[state]
	}
	return n
}

func settledStates() []ledger.State {
	return []ledger.State{ledger.StateSent, ledger.StateFailed, ledger.StateSkipped}
}

// grown tells what the new list changed.
func (u *ui) grown(g *growth) {
	u.print("    new         %d", g.Added)
	settled := fmt.Sprint(g.settled())
	var parts []string
	for _, state := range settledStates() {
		if n := g.counts[state]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, state))
		}
	}
	if len(parts) > 0 {
		settled += ": " + strings.Join(parts, ", ")
	}
	u.print("    settled     %s", settled)
	if n := g.counts[ledger.StateUnknown]; n > 0 {
		u.print("    unknown     %d, who get nothing until they are settled with lysark mail resolve", n)
	}
	u.print("    to come     %d", g.toCome())
	if len(g.Left) > 0 {
		u.print("  left          %d who were planned are in suppress by now, and get no mail that has not been sent", len(g.Left))
	}
	if len(g.Absent) > 0 {
		u.print("  absent        %d who were planned are no longer in the list; they keep their mail: take them out with lysark mail suppress", len(g.Absent))
	}
}

// stillTo says of what is told of the whole plan otherwise that it is about those who are still to come.
func (g *growth) stillTo() string {
	if g == nil {
		return ""
	}
	return ", for those to come"
}

// growthCounts is the same for programs.
type growthCounts struct {
	New     int `json:"new"`
	Settled int `json:"settled"`
	Unknown int `json:"unknown"`
	ToCome  int `json:"to_come"`
	Left    int `json:"left"`
	Absent  int `json:"absent"`
}

func (g *growth) inNumbers() *growthCounts {
	if g == nil {
		return nil
	}
	return &growthCounts{g.Added, g.settled(), g.counts[ledger.StateUnknown], g.toCome(), len(g.Left), len(g.Absent)}
}
