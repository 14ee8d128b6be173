package delivery

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"lysark/report/mail"
	"lysark/report/mail/ledger"
	"lysark/report/mail/submission"
)

func TestEachAnswerLeadsToItsStateAndCode(t *testing.T) {
	tests := []struct {
		name   string
		answer []submission.Outcome // to the second of five
		want   ledger.State
		exit   int
		sent   int
		cause  Cause
	}{
		{"taken", nil, ledger.StateSent, 0, 5, ""},
		{"no such mailbox", []submission.Outcome{says(submission.AtRcpt, 550, "5.1.1", "unknown")}, ledger.StateFailed, ExitFailed, 4, ""},
		{"refused after the body", []submission.Outcome{says(submission.AtDot, 554, "5.6.0", "spam")}, ledger.StateFailed, ExitFailed, 4, ""},
		{"later, then taken", []submission.Outcome{says(submission.AtRcpt, 451, "4.7.1", "greylisted"), {Kind: submission.Accepted, Phase: submission.AtDot, Usable: true}}, ledger.StateSent, 0, 5, ""},
		{"later for ever", []submission.Outcome{says(submission.AtDot, 451, "4.3.0", "busy")}, ledger.StateDeferred, ExitUnfinished, 4, ""},
		{"lost before the dot, then taken", []submission.Outcome{breaks(submission.Lost, submission.AtBody), {Kind: submission.Accepted, Phase: submission.AtDot, Usable: true}}, ledger.StateSent, 0, 5, ""},
		{"lost with the commit written, then taken", []submission.Outcome{breaks(submission.Lost, submission.AtDot), {Kind: submission.Accepted, Phase: submission.AtDot, Usable: true}}, ledger.StateSent, 0, 5, ""},
		{"lost after the dot", []submission.Outcome{breaks(submission.Unknown, submission.AtDot)}, ledger.StateUnknown, ExitUnknown, 4, ""},
		{"lost for ever", []submission.Outcome{breaks(submission.Lost, submission.AtBody)}, ledger.StatePending, ExitUnfinished, 4, ""},
		{"the day's mails are sent", []submission.Outcome{says(submission.AtRcpt, 550, "5.4.5", "Daily user sending limit exceeded")}, ledger.StatePending, ExitUnfinished, 1, StopQuota},
		{"the day's mails are sent, told at the dot", []submission.Outcome{says(submission.AtDot, 550, "5.4.5", "Daily user sending limit exceeded")}, ledger.StateDeferred, ExitUnfinished, 1, StopQuota},
		{"the sender may not", []submission.Outcome{says(submission.AtMail, 553, "5.7.1", "sender rejected")}, ledger.StatePending, ExitStopped, 1, StopSender},
		{"log in first", []submission.Outcome{says(submission.AtMail, 530, "5.7.0", "log in")}, ledger.StatePending, ExitStopped, 1, StopLogin},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := &script{answers: map[string][]submission.Outcome{"medlem2@firma2.example": tt.answer}}
				in := usual(t, s, 5)
				out := send(t, in)
				if got := in.Ledger.Entry(in.Recipients[1].Key).State; got != tt.want || out.Exit() != tt.exit || out.Sent != tt.sent {
					t.Errorf("the member is %s, exit %d, %d sent, stop %+v", got, out.Exit(), out.Sent, out.Stop)
				}
				if out.cause() != tt.cause {
					t.Errorf("stopped by %+v", out.Stop)
				}
				if s.open != 0 {
					t.Errorf("%d connections are left open", s.open)
				}
			})
		})
	}
}

func TestNobodyWhoIsSettledIsBegunAgain(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &script{answers: map[string][]submission.Outcome{
			"medlem1@firma1.example": {breaks(submission.Unknown, submission.AtDot)},
			"medlem2@firma2.example": {says(submission.AtRcpt, 550, "5.1.1", "unknown")},
		}}
		in := usual(t, s, 4)
		send(t, in)
		s.answers, s.begun = nil, nil
		if out := send(t, in); len(s.begun) > 0 || out.Exit() != ExitUnknown {
			t.Errorf("%d mails were begun again, exit %d", len(s.begun), out.Exit())
		}
		key := in.Recipients[0].Key
		first := in.Ledger.Entry(key).Commit.Date
		again := mail.Verdict{As: ledger.AsResend, By: "kari", Note: "not in the server's log", Now: time.Now()}
		if _, _, err := again.Settle(in.Ledger, in.Recipients[0]); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Hour)
		out := send(t, in)
		e := in.Ledger.Entry(key)
		if out.Sent != 1 || e.State != ledger.StateSent || e.Commit.Date != first {
			t.Errorf("%d sent, %s, date %s and at first %s", out.Sent, e.State, e.Commit.Date, first)
		}
	})
}

func TestThePaceIsKept(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &script{takes: 300 * time.Millisecond}
		in := usual(t, s, 20)
		in.Pace = Pace{Every: 2 * time.Second, Connections: 4, PerConnection: 6}
		send(t, in)
		for i := 1; i < len(s.begun); i++ {
			if gap := s.begun[i].Sub(s.begun[i-1]); gap < 2*time.Second {
				t.Errorf("mail %d begins %v after the one before", i+1, gap)
			}
		}
		if slices.Max(s.lasted) > 6 {
			t.Errorf("connections had %v mails", s.lasted)
		}
	})
}

func TestNoMoreMailsAreUnderWayThanAllowedNorToOneDomain(t *testing.T) {
	for _, perDomain := range []int{1, 2} {
		synctest.Test(t, func(t *testing.T) {
			s := &script{takes: time.Second}
			in := usual(t, s, 24)
			for i := range in.Recipients {
				in.Recipients[i].Address = fmt.Sprintf("medlem%d@Firma.example", i)
			}
			in.Pace = Pace{Connections: 9, PerDomain: perDomain}
			start := time.Now()
			out := send(t, in)
			if took := time.Since(start); took != time.Duration(24/perDomain)*time.Second || out.Sent != 24 || s.most > perDomain {
				t.Errorf("%d at once: took %v by %d connections", perDomain, took, s.most)
			}
		})
	}
}

func TestLostConnectionsHalveThemAndThreeInARowWaitAMinute(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &script{takes: time.Second, answers: map[string][]submission.Outcome{}}
		yes := submission.Outcome{Kind: submission.Accepted, Phase: submission.AtDot, Usable: true}
		for i := range 4 {
			s.answers[fmt.Sprintf("medlem%d@firma%d.example", i+1, i+1)] = []submission.Outcome{breaks(submission.Lost, submission.AtMail), yes}
		}
		in := usual(t, s, 60)
		in.Pace = Pace{Connections: 4}
		var waits []string
		in.Watch = func(p Progress) {
			if p.Waiting != "" {
				waits = append(waits, p.Waiting)
			}
		}
		start := time.Now()
		out := send(t, in)
		if out.Sent != 60 || time.Since(start) < 2*time.Minute || len(waits) == 0 {
			t.Errorf("%d sent in %v, waits %q", out.Sent, time.Since(start), waits)
		}
		if gap := s.begun[4].Sub(s.begun[3]); gap < time.Minute {
			t.Errorf("after four losses the next began in %v", gap)
		}
	})
}

func TestAServerThatIsNeverReachedEndsTheRunSoonAndOneThatGoesAwayLate(t *testing.T) {
	refused := &submission.Failure{Phase: submission.AtConnect, Kind: submission.Lost, Err: errors.New("connection refused")}
	synctest.Test(t, func(t *testing.T) {
		s := &script{dials: slices.Repeat([]error{refused}, 100)}
		out := send(t, usual(t, s, 5))
		if out.Exit() != ExitUnfinished || out.cause() != StopUnreachable || s.dialled != 3 {
			t.Errorf("exit %d, %+v, dialled %d times", out.Exit(), out.Stop, s.dialled)
		}
		s = &script{dials: append([]error{nil}, slices.Repeat([]error{refused}, 100)...)}
		in := usual(t, s, 5)
		in.Pace = Pace{PerConnection: 1, GiveUp: time.Hour}
		start := time.Now()
		out = send(t, in)
		if took := time.Since(start); out.cause() != StopUnreachable || out.Sent != 1 || took < time.Hour || took > 2*time.Hour {
			t.Errorf("%+v after %v, %d sent", out.Stop, took, out.Sent)
		}
	})
}

func TestThreeEqualRefusalsOfTheMailStopTheRunUnlessItIsToKeepGoing(t *testing.T) {
	spam := says(submission.AtDot, 554, "5.7.1", "looks like spam")
	for _, keep := range []bool{false, true} {
		synctest.Test(t, func(t *testing.T) {
			s := &script{answers: map[string][]submission.Outcome{}}
			in := usual(t, s, 10)
			for i := 2; i < 6; i++ {
				s.answers[in.Recipients[i].Address] = []submission.Outcome{spam}
			}
			in.KeepGoing = keep
			out := send(t, in)
			if keep && (out.Sent != 6 || out.Exit() != ExitFailed) || !keep && (out.Sent != 2 || out.Exit() != ExitStopped) {
				t.Errorf("keep going %v: %d sent, exit %d, %+v", keep, out.Sent, out.Exit(), out.Stop)
			}
		})
	}
}

func TestTheFirstFiveAreLookedAtBeforeTheOthersFollow(t *testing.T) {
	for _, bad := range []int{2, 3} {
		synctest.Test(t, func(t *testing.T) {
			s := &script{answers: map[string][]submission.Outcome{}}
			in := usual(t, s, 10)
			in.First, in.FirstPause, in.Pace.Connections = 5, 30*time.Second, 2
			for i := range bad {
				s.answers[in.Recipients[i].Address] = []submission.Outcome{says(submission.AtRcpt, 550, "5.1.1", "unknown")}
			}
			out := send(t, in)
			switch {
			case bad == 2 && (out.Sent != 8 || s.begun[5].Sub(s.begun[4]) < 30*time.Second):
				t.Errorf("%d sent, the sixth %v after the fifth", out.Sent, s.begun[5].Sub(s.begun[4]))
			case bad == 3 && (out.Exit() != ExitStopped || len(s.begun) != 5):
				t.Errorf("exit %d after %d", out.Exit(), len(s.begun))
			}
		})
	}
}

func TestTheDayTheTimeAndTheNumberEndARun(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &script{takes: time.Minute}
		in := usual(t, s, 30)
		in.Pace.Daily = 7
		if out := send(t, in); out.Sent != 7 || out.cause() != StopDaily || out.Exit() != ExitUnfinished {
			t.Errorf("daily: %d sent, %+v", out.Sent, out.Stop)
		}
		if out := send(t, in); out.Sent != 0 {
			t.Errorf("the same day %d more were sent", out.Sent)
		}
		in.Pace.Daily = 0
		in.Until = time.Now().Add(3*time.Minute + time.Second)
		if out := send(t, in); out.Sent != 4 || out.cause() != StopUntil {
			t.Errorf("until: %d sent, %+v", out.Sent, out.Stop)
		}
		in.Until = time.Time{}
		in.Limit = 3
		if out := send(t, in); out.Sent != 3 || out.Exit() != ExitUnfinished {
			t.Errorf("limit: %d sent, exit %d", out.Sent, out.Exit())
		}
		in.Limit, in.Pace.Daily = 0, 7
		time.Sleep(24 * time.Hour)
		if out := send(t, in); out.Sent != 7 {
			t.Errorf("the day after %d were sent", out.Sent)
		}
	})
}

func TestDrainingFinishesWhatIsUnderWayAndBeginsNothing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &script{takes: 10 * time.Second}
		in := usual(t, s, 30)
		in.Pace.Connections = 3
		drain := make(chan struct{})
		in.Drain = drain
		time.AfterFunc(25*time.Second, func() { close(drain) })
		out := send(t, in)
		if out.Sent != 9 || out.Exit() != ExitInterrupted || out.Counts[ledger.StateUnknown] != 0 {
			t.Errorf("%d sent, exit %d, %v", out.Sent, out.Exit(), out.Counts)
		}
	})
}

func TestALedgerThatFailsStopsEveryDot(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &script{takes: time.Second}
		in := usual(t, s, 30)
		in.Pace.Connections = 4
		time.AfterFunc(2500*time.Millisecond, func() { in.Ledger.Close() })
		out, err := Send(t.Context(), in)
		if err == nil || out.Exit() != ExitRefused || len(s.got) != 8 || s.open != 0 {
			t.Errorf("%v, exit %d, %d taken, %d open", err, out.Exit(), len(s.got), s.open)
		}
	})
}

func TestTenMembersInARowRefusedWithTheSameCodeAreTheServersFault(t *testing.T) {
	blocked := says(submission.AtRcpt, 554, "5.7.1", "blocked")
	synctest.Test(t, func(t *testing.T) {
		s := &script{answers: map[string][]submission.Outcome{}}
		in := usual(t, s, 40)
		for i := 10; i < 40; i++ {
			s.answers[in.Recipients[i].Address] = []submission.Outcome{blocked}
		}
		out := send(t, in)
		if out.Sent != 10 || out.Exit() != ExitStopped || out.Counts[ledger.StateFailed] != 10 {
			t.Errorf("%d sent, exit %d, %v", out.Sent, out.Exit(), out.Counts)
		}
	})
	synctest.Test(t, func(t *testing.T) {
		s := &script{answers: map[string][]submission.Outcome{}}
		in := usual(t, s, 40)
		for i := 10; i < 40; i++ {
			s.answers[in.Recipients[i].Address] = []submission.Outcome{says(submission.AtData, 554, "5.7.1", "no")}
		}
		if out := send(t, in); out.Exit() != ExitStopped || out.Counts[ledger.StateFailed] != 3 {
			t.Errorf("refused at DATA: exit %d, %v", out.Exit(), out.Counts)
		}
	})
}

func TestAStopThatAMemberSetOffNamesTheRow(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &script{answers: map[string][]submission.Outcome{}}
		in := usual(t, s, 4)
		s.answers[in.Recipients[2].Address] = []submission.Outcome{says(submission.AtRcpt, 554, "5.7.1", "relay access denied")}
		if out := send(t, in); out.Stop == nil || !strings.Contains(out.Stop.Why, "row 4") {
			t.Errorf("%+v", out.Stop)
		}
	})
}

func TestAClockThatWasWrongOnceKeepsNobodyWaiting(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &script{}
		in := usual(t, s, 2)
		wrong := ledger.Record{Time: time.Now(), Event: ledger.EventDeferred, Key: in.Recipients[0].Key, Attempt: 1, Next: time.Now().AddDate(10, 0, 0)}
		if err := in.Ledger.Append(wrong); err != nil {
			t.Fatal(err)
		}
		start := time.Now()
		if out := send(t, in); out.Sent != 2 || time.Since(start) > time.Hour {
			t.Errorf("%d sent after %v", out.Sent, time.Since(start))
		}
	})
}

func TestWhatWasDroppedBetweenCommitAndDotIsSentByTheNextRun(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &script{takes: time.Second}
		in := usual(t, s, 3)
		s.answers = map[string][]submission.Outcome{in.Recipients[0].Address: {breaks(submission.Aborted, submission.AtDot)}}
		ctx, cancel := context.WithTimeout(t.Context(), time.Second/2)
		defer cancel()
		out, err := Send(ctx, in)
		if state := in.Ledger.Entry(in.Recipients[0].Key).State; err != nil || state != ledger.StatePending || out.Exit() != ExitInterrupted {
			t.Errorf("%s, exit %d: %v", state, out.Exit(), err)
		}
		s.answers = nil
		if out := send(t, in); out.Sent != 3 {
			t.Errorf("%d sent", out.Sent)
		}
	})
}

func TestNothingIsSentWithoutRoomForTheLedger(t *testing.T) {
	s, path := &script{}, newLedger(t)
	in := usual(t, s, 3)
	in.Ledger = openLedger(t, path)
	if err := os.MkdirAll(path+".room/full", 0o700); err != nil {
		t.Fatal(err)
	}
	if _, err := Send(t.Context(), in); err == nil || s.dialled > 0 {
		t.Errorf("dialled %d times: %v", s.dialled, err)
	}
}
