package mail

import (
	"fmt"
	"strings"

	"lysark/report/mail/ledger"
)

// Growth is what an extension has changed, and how all who are in the plan stand since. A nil one is of a plan of its
// own.
type Growth struct {
	Extension
	Counts map[ledger.State]int
}

// ToCome is how many mails are still to be sent.
func (g *Growth) ToCome() int { return Left(g.Counts) }

// settled is how many members nothing is to be done for.
func (g *Growth) settled() int {
	n := 0
	for _, state := range settledStates() {
		n += g.Counts[state]
	}
	return n
}

func settledStates() []ledger.State {
	return []ledger.State{ledger.StateSent, ledger.StateFailed, ledger.StateSkipped}
}

// tell tells what the new list changed.
func (g *Growth) tell(line func(format string, args ...any)) {
	line("    new         %d", g.Added)
	settled := fmt.Sprint(g.settled())
	var parts []string
	for _, state := range settledStates() {
		if n := g.Counts[state]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, state))
		}
	}
	if len(parts) > 0 {
		settled += ": " + strings.Join(parts, ", ")
	}
	line("    settled     %s", settled)
	if n := g.Counts[ledger.StateUnknown]; n > 0 {
		line("    unknown     %d, who get nothing until they are settled with lysark mail resolve", n)
	}
	line("    to come     %d", g.ToCome())
	if len(g.Left) > 0 {
		line("  left          %d who were planned are in suppress by now, and get no mail that has not been sent",
			len(g.Left))
	}
	if len(g.Absent) > 0 {
		line("  absent        %d who were planned are no longer in the list; they keep their mail: "+
			"take them out with lysark mail suppress", len(g.Absent))
	}
}

// stillTo says of what is told of the whole plan otherwise that it is about those who are still to come.
func (g *Growth) stillTo() string {
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

func (g *Growth) inNumbers() *growthCounts {
	if g == nil {
		return nil
	}
	return &growthCounts{g.Added, g.settled(), g.Counts[ledger.StateUnknown], g.ToCome(), len(g.Left), len(g.Absent)}
}
