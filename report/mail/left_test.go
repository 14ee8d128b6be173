package mail_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"lysark/report/mail"
	"lysark/report/mail/address"
	"lysark/report/mail/ledger"
)

// suppress takes the address out of the plan and of those to come.
func suppress(t *testing.T, c *mail.Campaign, text string) mail.Suppressed {
	t.Helper()
	a, _ := address.Parse(text)
	out, err := mail.Suppress(mail.Suppression{Address: a, Why: "asked", File: filepath.Join(filepath.Dir(c.Dir), "avmeldt.csv"), Column: "epost", Dir: c.Dir, Now: c.Plan.Created})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestWhoLeftAndIsTakenOutOfTheListGetsNoMailEither(t *testing.T) {
	c := frozen(t, asked())
	f := asked().with("avmeldt.csv", "per@", "bo@b.example\nper@").with("liste.csv", "bo@b.example;Bo;Bo AS;7\n\nBO@B.example;Bo;Bo AS;7\n", "ny@d.example;Ny;Ny AS;3\n").plan(t, filepath.Dir(c.Dir))
	if e, err := f.Extend(c.Plan); err != nil || len(e.Left) != 1 || len(e.Absent) != 0 {
		t.Fatalf("%d left, %d absent: %v", len(e.Left), len(e.Absent), err)
	}
	if err := f.Freeze(c.Dir, "test"); err != nil {
		t.Fatal(err)
	}
	if v, err := ledger.Read(c.LedgerPath()); err != nil || v.Entry(c.Plan.Recipients[1].Key).State != ledger.StateSkipped {
		t.Errorf("who left is %s: %v", v.Entry(c.Plan.Recipients[1].Key).State, err)
	}
}

func TestWhoLeftIsOutOfThePlanBeforeTheNewOneCounts(t *testing.T) {
	c := frozen(t, asked())
	f := asked().with("avmeldt.csv", "per@", "bo@b.example\nper@").plan(t, filepath.Dir(c.Dir))
	if _, err := f.Extend(c.Plan); err != nil {
		t.Fatal(err)
	}
	if err := f.Freeze(c.Dir, "test"); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(file(t, c.LedgerPath())), "\n")
	if n := len(lines); n != 3 || !strings.Contains(lines[1], `"skipped"`) || !strings.Contains(lines[2], `"open"`) {
		t.Errorf("a program that is killed between the last two of these would send to who left:\n%s", strings.Join(lines, "\n"))
	}
}

func TestWhoIsUnknownAndLeftIsNotSentToWhenAllUnknownAre(t *testing.T) {
	c := frozen(t, asked())
	key := c.Plan.Recipients[1].Key
	l, err := ledger.Open(c.LedgerPath())
	if err != nil {
		t.Fatal(err)
	}
	at := time.Date(2026, 11, 2, 10, 0, 0, 0, time.UTC)
	if err := l.Append(ledger.Record{Time: at, Event: ledger.EventCommit, Key: key, Attempt: 1, Date: at.Format(time.RFC1123Z), Digest: "x"}); err != nil {
		t.Fatal(err)
	}
	l.Close()
	if out := suppress(t, c, "bo@b.example"); out.State != ledger.StateUnknown {
		t.Errorf("it is %s and should still be told as unknown", out.State)
	}
	l, err = ledger.Open(c.LedgerPath())
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	for _, want := range []ledger.State{ledger.StateSkipped, ledger.StatePending} { // who says it twice means it
		again := mail.Verdict{As: ledger.AsResend, By: "kari", Note: "asked", Now: at}
		if _, state, err := again.Settle(l, c.Plan.Recipients[1]); err != nil || state != want {
			t.Errorf("it is %s, want %s: %v", l.Entry(key).State, want, err)
		}
	}
}

func TestSettlingNeedsSomethingToSettle(t *testing.T) {
	c := frozen(t, asked())
	l, err := ledger.Open(c.LedgerPath())
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	_, state, err := mail.Verdict{As: ledger.AsResend, By: "kari", Now: c.Plan.Created}.Settle(l, c.Plan.Recipients[0])
	if !mail.Refuses(err) || state != ledger.StatePending || l.Entry(c.Plan.Recipients[0].Key).Last.Event != "" {
		t.Errorf("it is %s, and is told %v", state, err)
	}
}

func TestSuppressingOneDoesNotHideThatOthersWereAddedByHand(t *testing.T) {
	c := frozen(t, asked())
	path := filepath.Join(filepath.Dir(c.Dir), "avmeldt.csv")
	if err := os.WriteFile(path, []byte("per@c.example\nase@blåbær.example\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	suppress(t, c, "bo@b.example")
	again, err := mail.Open(c.Dir)
	if err != nil {
		t.Fatal(err)
	}
	if got := again.ChangedSources(); len(got) != 1 {
		t.Errorf("the plan is taken for whole, and who was added by hand gets mail")
	}
}

func TestAPlanIsNotExtendedTwiceAtOnce(t *testing.T) {
	c := frozen(t, asked())
	sent(t, c)
	one := asked().with("liste.csv", "per@c", "ny@d.example;Ny;Ny AS;3\nper@c").plan(t, filepath.Dir(c.Dir))
	two := asked().with("liste.csv", "per@c", "annen@d.example;Annen;Annen AS;3\nper@c").plan(t, filepath.Dir(c.Dir))
	for i, f := range []*mail.Frozen{one, two} {
		if _, err := f.Extend(c.Plan); err != nil {
			t.Fatal(err)
		}
		err := f.Freeze(c.Dir, "test")
		var changed *mail.ChangedError
		if i == 0 && err != nil || i == 1 && !errors.As(err, &changed) {
			t.Errorf("extension %d: %v", i+1, err)
		}
	}
	if p, _ := mail.ReadPlan(c.Dir); p.Digest != one.Plan.Digest {
		t.Error("who was added first is lost")
	}
}

func TestForgettingThatWasCutOffGoesOnAndTakesHalfDoneFilesAlong(t *testing.T) {
	c := frozen(t, asked())
	stray := []string{filepath.Join(c.Dir, ".plan.json.123"), filepath.Join(filepath.Dir(c.Dir), "."+filepath.Base(c.Dir)+".456", "plan.json"), filepath.Join(c.Dir, mail.PreviewName, "1.eml")}
	for _, name := range stray {
		if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte("bo@b.example"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	dir := filepath.Join(c.Dir, "templates")
	if err := os.Chmod(filepath.Join(c.Dir), 0o500); err != nil { // cut off: nothing can be taken away
		t.Fatal(err)
	}
	cut := mail.Forget(c.Dir)
	if err := os.Chmod(c.Dir, 0o700); err != nil {
		t.Fatal(err)
	}
	if p, _ := mail.ReadPlan(c.Dir); cut != nil && p.Forgotten {
		t.Error("the plan says that it was forgotten, and the previews are there")
	}
	if err := mail.Forget(c.Dir); err != nil {
		t.Fatal(err)
	}
	for _, name := range append(stray, dir) {
		if _, err := os.Stat(name); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("%s is still there", name)
		}
	}
}

func file(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestAnExtensionKnowsTheRowsOfTheListAsItIsNow(t *testing.T) {
	c := frozen(t, asked())
	sent(t, c)
	w := asked().with("liste.csv", "ase@", "ny@d.example;Ny;Ny AS;3\nase@").with("avmeldt.csv", "per@", "bo@b.example\nper@")
	f := w.plan(t, filepath.Dir(c.Dir))
	if _, err := f.Extend(c.Plan); err != nil {
		t.Fatal(err)
	}
	rows := map[int]int{}
	for _, r := range f.Plan.Recipients {
		rows[r.Row]++
	}
	for _, s := range f.Plan.Skipped {
		rows[s.Row]++
	}
	for _, row := range []int{2, 3, 4, 6, 7} { // line 5 is empty
		if rows[row] != 1 {
			t.Errorf("row %d is there %d times: %v", row, rows[row], rows)
		}
	}
}
