package mail_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"lysark/report/mail"
	"lysark/report/mail/address"
	"lysark/report/mail/ledger"
)

func TestNothingIsSentWithAPlanOfWhichAnythingChanged(t *testing.T) {
	for _, name := range []string{"plan.json", "deck.pdf", "templates/text.txt", "templates/text.html", "pictures/title.png"} {
		for what, change := range map[string]func(data []byte) []byte{
			"a letter more": func(data []byte) []byte { return append(data, 'x') },
			"gone":          nil,
		} {
			t.Run(name+" "+what, func(t *testing.T) {
				c := frozen(t, asked())
				path := filepath.Join(c.Dir, name)
				data, err := os.ReadFile(path)
				if err != nil {
					t.Fatal(err)
				}
				if change == nil {
					os.Remove(path)
				} else if err := os.WriteFile(path, change(data), 0o600); err != nil {
					t.Fatal(err)
				}
				_, err = mail.Open(c.Dir)
				var changed *mail.ChangedError
				if !errors.As(err, &changed) && !errors.Is(err, mail.ErrNoPlan) {
					t.Errorf("opened: %v", err)
				}
			})
		}
	}
}

func TestAMemberWhoIsPutIntoThePlanByHandIsNoticed(t *testing.T) {
	c := frozen(t, asked())
	path := filepath.Join(c.Dir, "plan.json")
	data, _ := os.ReadFile(path)
	for _, change := range [][2]string{{"bo@b.example", "be@b.example"}, {"\"firma\": \"Bo AS\"", "\"firma\": \"Be AS\""}, {"localhost", "localhort"}, {"-2\"", "-3\""}} {
		changed := strings.Replace(string(data), change[0], change[1], 1)
		if changed == string(data) {
			t.Fatalf("the plan has no %s", change[0])
		}
		if err := os.WriteFile(path, []byte(changed), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := mail.Open(c.Dir); err == nil {
			t.Errorf("%s went unnoticed", change[1])
		}
	}
}

func TestFilesThatThePlanWasMadeFromAreWatched(t *testing.T) {
	for name := range asked() {
		c := frozen(t, asked())
		if got := c.ChangedSources(); len(got) != 0 {
			t.Fatalf("changed at once: %q", got)
		}
		path := filepath.Join(filepath.Dir(c.Dir), name)
		if err := os.WriteFile(path, []byte("else"), 0o600); err != nil {
			t.Fatal(err)
		}
		if got := c.ChangedSources(); len(got) != 1 || got[0] != name {
			t.Errorf("%s changed; told %q", name, got)
		}
	}
}

func TestThePlansFolderIsForItsOwnerAlone(t *testing.T) {
	c := frozen(t, asked())
	err := filepath.WalkDir(c.Dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s has the mode %v", path, info.Mode())
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if data, _ := os.ReadFile(filepath.Join(c.Dir, ".gitignore")); string(data) != "*\n" {
		t.Errorf(".gitignore holds %q", data)
	}
}

// sent writes that the first member's mail was on its way.
func sent(t *testing.T, c *mail.Campaign) {
	t.Helper()
	l, err := ledger.Open(c.LedgerPath())
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	at := time.Date(2026, 11, 2, 10, 0, 0, 0, time.UTC)
	if err := l.Append(ledger.Record{Time: at, Event: ledger.EventCommit, Key: c.Plan.Recipients[0].Key, Attempt: 1, Date: at.Format(time.RFC1123Z), Digest: "x"}); err != nil {
		t.Fatal(err)
	}
	if err := l.Append(ledger.Record{Time: at, Event: ledger.EventAccepted, Key: c.Plan.Recipients[0].Key, Attempt: 1, Code: 250}); err != nil {
		t.Fatal(err)
	}
}

func TestAPlanIsReplacedUntilMailWasSentWithIt(t *testing.T) {
	c := frozen(t, asked())
	dir := filepath.Dir(c.Dir)
	other := asked().with("mail.txt", "Takk", "Mange takk")
	if err := other.plan(t, dir).Freeze(c.Dir, "test"); err != nil {
		t.Fatal(err)
	}
	c, err := mail.Open(c.Dir)
	if err != nil {
		t.Fatal(err)
	}
	sent(t, c)
	before, _ := os.ReadFile(filepath.Join(c.Dir, "plan.json"))
	if err := asked().plan(t, dir).Freeze(c.Dir, "test"); !errors.Is(err, mail.ErrSent) {
		t.Errorf("replaced: %v", err)
	}
	if after, _ := os.ReadFile(filepath.Join(c.Dir, "plan.json")); string(after) != string(before) {
		t.Error("the plan changed all the same")
	}
}

func TestAPlanThatCannotBeWrittenLeavesTheOneBefore(t *testing.T) {
	plain := asked().with("mail.toml", "html = \"mail.html\"\ninline = [\"title\"]\n", "")
	in, _ := plain.inputs(t.TempDir())
	in.Pictures = nil
	f, list := mail.MakePlan(in)
	if list.HasErrors() {
		t.Fatal(told(list))
	}
	dir := filepath.Join(t.TempDir(), "q3.mail")
	if err := f.Freeze(dir, "test"); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "pictures"), nil, 0o600); err != nil { // no folder can be made there
		t.Fatal(err)
	}
	next := asked().with("mail.txt", "Takk", "Mange takk").plan(t, filepath.Dir(dir))
	if err := next.Freeze(dir, "test"); err == nil {
		t.Fatal("it was written")
	}
	if c, err := mail.Open(dir); err != nil || c.Plan.Digest != f.Plan.Digest {
		t.Errorf("the plan before does not hold any more: %v", err)
	}
	if left, _ := filepath.Glob(filepath.Join(dir, ".*.*")); len(left) > 0 {
		t.Errorf("left behind: %q", left)
	}
}

func TestNoPlanIsMadeBesideALedgerInUseOrWithoutOne(t *testing.T) {
	c := frozen(t, asked())
	l, err := ledger.Open(c.LedgerPath())
	if err != nil {
		t.Fatal(err)
	}
	if err := asked().plan(t, filepath.Dir(c.Dir)).Freeze(c.Dir, "test"); !errors.Is(err, ledger.ErrLocked) {
		t.Errorf("in use: %v", err)
	}
	l.Close()
	os.Remove(c.LedgerPath())
	if err := asked().plan(t, filepath.Dir(c.Dir)).Freeze(c.Dir, "test"); !errors.Is(err, ledger.ErrMissing) {
		t.Errorf("without: %v", err)
	}
	os.Remove(filepath.Join(c.Dir, "plan.json"))
	if err := asked().plan(t, filepath.Dir(c.Dir)).Freeze(c.Dir, "test"); !errors.Is(err, mail.ErrNotOurs) {
		t.Errorf("no plan's folder: %v", err)
	}
}

func TestMembersAreAddedAndTheOthersKeepTheirMail(t *testing.T) {
	c := frozen(t, asked())
	sent(t, c)
	w := asked().with("liste.csv", "bo@b.example;Bo;Bo AS;7\n\n", "").with("liste.csv", "BO@B.example;Bo;Bo AS;7\n", "ny@d.example;Ny;Ny AS;3\n").with("mail.toml", "preset = \"m365\"", "rate = \"1/s\"")
	f := w.plan(t, filepath.Dir(c.Dir))
	e, err := f.Extend(c.Plan)
	if err != nil {
		t.Fatal(err)
	}
	if e.Added != 1 || len(e.Absent) != 1 || e.Absent[0].Row != 3 || len(e.Left) != 0 {
		t.Errorf("added %d, absent %d, left %d", e.Added, len(e.Absent), len(e.Left))
	}
	if err := f.Freeze(c.Dir, "test"); err != nil {
		t.Fatal(err)
	}
	again, err := mail.Open(c.Dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(again.Plan.Recipients) != 3 || again.Plan.Recipients[0].MessageID != c.Plan.Recipients[0].MessageID || again.Plan.Code == c.Plan.Code || again.Plan.Settings.Server.Rate.Per != time.Second {
		t.Errorf("%d members, %s, %v", len(again.Plan.Recipients), again.Plan.Code, again.Plan.Settings.Server.Rate)
	}
	if _, err := asked().with("mail.txt", "Takk", "Mange takk").plan(t, "").Extend(c.Plan); err == nil {
		t.Error("the text changed, and those who were planned would get another")
	}
	if _, err := asked().with("mail.toml", "Svarene fra", "Svar fra").plan(t, "").Extend(c.Plan); err == nil {
		t.Error("the subject changed")
	}
}

func TestWhoLeftSinceGetsNoMailThatIsStillToBeSent(t *testing.T) {
	c := frozen(t, asked())
	sent(t, c)
	f := asked().with("avmeldt.csv", "per@", "bo@b.example\nase@blåbær.example\nper@").with("liste.csv", "per@c.example", "ny@c.example").plan(t, filepath.Dir(c.Dir))
	if e, err := f.Extend(c.Plan); err != nil || len(e.Left) != 2 {
		t.Fatalf("%d left: %v", len(e.Left), err)
	}
	if err := f.Freeze(c.Dir, "test"); err != nil {
		t.Fatal(err)
	}
	v, err := ledger.Read(c.LedgerPath())
	if err != nil {
		t.Fatal(err)
	}
	if a, b := v.Entry(c.Plan.Recipients[0].Key).State, v.Entry(c.Plan.Recipients[1].Key).State; a != ledger.StateSent || b != ledger.StateSkipped {
		t.Errorf("%s and %s", a, b)
	}
}

func TestAnAddressIsAddedToAFileOfAnyForm(t *testing.T) {
	tests := []struct{ name, before, after string }{
		{"none yet", "", "bo@b.example\n"},
		{"an address a line", "a@x.example\nb@x.example\n", "a@x.example\nb@x.example\nbo@b.example\n"},
		{"no line end at the end", "a@x.example", "a@x.example\nbo@b.example\n"},
		{"line ends of Windows", "a@x.example\r\nb@x.example\r\n", "a@x.example\r\nb@x.example\r\nbo@b.example\r\n"},
		{"a column of that name", "navn;epost;dato\nA;a@x.example;1\n", "navn;epost;dato\nA;a@x.example;1\n;bo@b.example;\n"},
		{"quoted names", "\"navn\",\"epost\"\nA,a@x.example\n", "\"navn\",\"epost\"\nA,a@x.example\n,bo@b.example\n"},
		{"no names, several cells", "A\ta@x.example\nB\tb@x.example\n", "A\ta@x.example\nB\tb@x.example\n\tbo@b.example\n"},
		{"in it already", "BO@b.example\n", "BO@b.example\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "avmeldt.csv")
			if tt.before != "" {
				if err := os.WriteFile(file, []byte(tt.before), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			a, _ := address.Parse("bo@b.example")
			out, err := mail.Suppress(mail.Suppression{Address: a, Why: "asked", File: file, Column: "epost", Dir: filepath.Join(t.TempDir(), "none")})
			got, _ := os.ReadFile(file)
			if err != nil || string(got) != tt.after || out.Already != (tt.before == tt.after) {
				t.Errorf("%v, already %v: %q, want %q", err, out.Already, got, tt.after)
			}
		})
	}
}

func TestAFileOfAnotherKindIsLeftAsItIs(t *testing.T) {
	file := filepath.Join(t.TempDir(), "avmeldt.xlsx")
	if err := os.WriteFile(file, []byte("PK\x03\x04 a spreadsheet"), 0o644); err != nil {
		t.Fatal(err)
	}
	a, _ := address.Parse("bo@b.example")
	if _, err := mail.Suppress(mail.Suppression{Address: a, Why: "asked", File: file, Column: "epost", Dir: "none"}); err == nil {
		t.Error("an address was added to a spreadsheet as if it were text")
	}
	if got, _ := os.ReadFile(file); !strings.HasPrefix(string(got), "PK") || strings.Contains(string(got), "@") {
		t.Errorf("the file holds %q", got)
	}
}

func TestWhoIsSuppressedGetsNoMailAndThePlanStillHolds(t *testing.T) {
	c := frozen(t, asked())
	a, _ := address.Parse("BO@b.example")
	out, err := mail.Suppress(mail.Suppression{Address: a, Why: "asked", File: filepath.Join(filepath.Dir(c.Dir), "avmeldt.csv"), Column: "epost", Dir: c.Dir, Now: c.Plan.Created})
	if err != nil || !out.Planned || out.State != ledger.StateSkipped {
		t.Fatalf("%+v: %v", out, err)
	}
	again, err := mail.Open(c.Dir)
	if err != nil {
		t.Fatal(err)
	}
	if got := again.ChangedSources(); len(got) > 0 || again.Plan.Code != c.Plan.Code {
		t.Errorf("changed %q, code %s", got, again.Plan.Code)
	}
}

func TestWhatIsForgottenIsInNoFile(t *testing.T) {
	c := frozen(t, asked())
	sent(t, c)
	if err := mail.Forget(c.Dir); err != nil {
		t.Fatal(err)
	}
	err := filepath.WalkDir(c.Dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		for _, personal := range []string{"Åse", "Bo AS", "b.example", "blåbær", "xn--", "Sønn"} {
			if strings.Contains(string(data), personal) {
				t.Errorf("%s holds %q", path, personal)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := mail.Open(c.Dir); !errors.Is(err, mail.ErrForgotten) {
		t.Errorf("opened: %v", err)
	}
	p, err := mail.ReadPlan(c.Dir)
	if err != nil || len(p.Recipients) != 2 || p.Secret != nil {
		t.Errorf("%v, secret %v", err, p.Secret)
	}
	if v, err := ledger.Read(c.LedgerPath()); err != nil || v.Counts()[ledger.StateSent] != 1 {
		t.Errorf("what happened is lost: %v", err)
	}
	if err := asked().plan(t, filepath.Dir(c.Dir)).Freeze(c.Dir, "test"); !errors.Is(err, mail.ErrForgotten) {
		t.Errorf("planned anew under the same id: %v", err)
	}
}

func TestAPlanThatIsChangedBeforeTheLedgerIsHeldIsNoticed(t *testing.T) {
	for what, change := range map[string]func(t *testing.T, c *mail.Campaign){
		"forgotten": func(t *testing.T, c *mail.Campaign) {
			if err := mail.Forget(c.Dir); err != nil {
				t.Fatal(err)
			}
		},
		"planned anew": func(t *testing.T, c *mail.Campaign) {
			if err := asked().plan(t, filepath.Dir(c.Dir)).Freeze(c.Dir, "test"); err != nil {
				t.Fatal(err)
			}
		},
		"gone": func(t *testing.T, c *mail.Campaign) { os.RemoveAll(c.Dir) },
	} {
		c := frozen(t, asked())
		if err := c.Current(); err != nil {
			t.Fatal(err)
		}
		change(t, c)
		if err := c.Current(); err == nil {
			t.Errorf("%s, and it would be sent", what)
		}
	}
}

func TestWordsThatAreNotThosePlannedMakeNoMail(t *testing.T) {
	c := frozen(t, asked())
	r := c.Plan.Recipients[0]
	if _, err := c.Compose(r, c.Plan.Created); err != nil {
		t.Fatal(err)
	}
	r.Fields["firma"] = "Et annet AS"
	var changed *mail.ChangedError
	if _, err := c.Compose(r, c.Plan.Created); !errors.As(err, &changed) {
		t.Errorf("got %v", err)
	}
}
