package delivery

import (
	"testing"
	"time"

	"lysark/report/mail/faulty"
)

func TestAServerThatClosesAfterEachMailIsDialledAgainAtOnce(t *testing.T) {
	for name, do := range map[string]faulty.Action{
		"without a word": {Reply: "250 2.0.0 taken", Close: faulty.FIN},
		"with a word":    {Reply: "250 2.0.0 taken\n421 4.4.2 closing", Close: faulty.FIN},
	} {
		t.Run(name, func(t *testing.T) {
			server, in := toFaulty(t, faulty.Config{Rules: []faulty.Rule{{At: faulty.AfterDot, Do: do}}}, members(12))
			in.Pace = Pace{Connections: 2, PerDomain: 2, GiveUp: 10 * time.Minute}
			out := send(t, in)
			all(t, out, 12)
			if out.LastError != "" || server.Dialled() != 12 {
				t.Errorf("dialled %d times, and there was trouble: %s", server.Dialled(), out.LastError)
			}
			compare(t, in, server, false)
		})
	}
}
