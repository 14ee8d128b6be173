package mail

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"lysark/report/locale"
	"lysark/report/mail/address"
)

// Summary is a plan as the person is told it who has made it: who gets what, and what is to be done next.
type Summary struct {
	File   string // that was named
	Dir    string // of the plan
	Frozen *Frozen
	Growth *Growth // nil for a plan of its own
	Public bool    // others read it: nobody is named
}

// Text tells it line by line.
func (s Summary) Text() string {
	var out bytes.Buffer
	line := func(format string, args ...any) { fmt.Fprintf(&out, format+"\n", args...) }
	f, g, p := s.Frozen, s.Growth, s.Frozen.Plan
	n, total := len(p.Recipients), f.Sizes.Total
	line("%s: %s from %s", p.ID, p.Settings.AttachName, address.Shown(p.Settings.From.Address))
	line("")
	if g == nil {
		line("  get a mail    %s", p.recipients())
	} else {
		n, total = g.ToCome(), g.ToCome()*f.Sizes.Most
		line("  in the plan   %s", p.recipients()) // some may have left since, and get none
		g.tell(line)
	}
	line("  get none      %s", skippedInShort(p.Skipped))
	line("  each mail     %s", f.Sizes)
	if n > 0 { // of an extension all may have been sent
		line("  in all        %s%s", locale.FileSize(total), g.stillTo())
		line("  takes about   %s", p.Settings.Server.Takes(n, total))
	}
	if n := p.international(); n > 0 {
		line("  SMTPUTF8      %d: the address has letters that only some servers take", n)
	}
	s.first(line)
	s.next(line)
	return out.String()
}

// JSON is the same for a CI job: nobody is named in it.
func (s Summary) JSON(w io.Writer) error {
	f := s.Frozen
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	return enc.Encode(struct {
		ID       string        `json:"id"`
		Folder   string        `json:"folder"`
		Code     string        `json:"code"`
		Mails    int           `json:"mails"`
		Skipped  int           `json:"skipped"`
		Bytes    int           `json:"bytes"`
		Largest  int           `json:"largest"`
		Extended *growthCounts `json:"extended,omitempty"`
	}{
		f.Plan.ID, s.Dir, f.Plan.Code, len(f.Plan.Recipients), len(f.Plan.Skipped), f.Sizes.Total, f.Sizes.Most,
		s.Growth.inNumbers(),
	})
}

func (p *Plan) recipients() string {
	n := fmt.Sprint(len(p.Recipients))
	if p.Settings.Archive != nil {
		n += ", the archive among them"
	}
	return n
}

// skippedInShort counts the rows without mail by reason.
func skippedInShort(skipped []Skipped) string {
	if len(skipped) == 0 {
		return "0"
	}
	rows := map[string][]int{}
	for _, s := range skipped {
		why, _, _ := strings.Cut(s.Why, " (")
		why, _, _ = strings.Cut(why, " of row")
		why, _, _ = strings.Cut(why, ", as are")
		rows[why] = append(rows[why], s.Row)
	}
	var parts []string
	for _, why := range []string{"double", "left", "blank"} {
		if n := rows[why]; len(n) > 0 {
			parts = append(parts, fmt.Sprintf("%s %s", why, inRows(n)))
		}
	}
	return fmt.Sprintf("%d: %s", len(skipped), strings.Join(parts, "; "))
}

func inRows(rows []int) string {
	const most = 12
	var out []string
	for i, r := range rows {
		if i == most {
			out = append(out, fmt.Sprintf("and %d more", len(rows)-most))
			break
		}
		out = append(out, fmt.Sprint(r))
	}
	if len(rows) == 1 {
		return "row " + out[0]
	}
	return "rows " + strings.Join(out, ", ")
}

func (s Sizes) String() string {
	if least, most := locale.FileSize(s.Least), locale.FileSize(s.Most); least != most {
		return least + " to " + most
	}
	return locale.FileSize(s.Most)
}

// international is how many need a server with SMTPUTF8.
func (p *Plan) international() int {
	n := 0
	for _, r := range p.Recipients {
		local, _, _ := strings.Cut(r.Address, "@")
		if strings.ContainsFunc(local, func(c rune) bool { return c >= utf8.RuneSelf }) {
			n++
		}
	}
	return n
}

// first shows the first mail in short; where others read it, as the author wrote it.
func (s Summary) first(line func(format string, args ...any)) {
	p := s.Frozen.Plan
	if len(p.Recipients) == 0 {
		return
	}
	if s.Public {
		line("\n  subject       %s", p.Settings.Subject)
		return
	}
	first, words := p.Recipients[0], s.Frozen.First
	line("\n  the first, row %d", first.Row)
	line("  to            %s", strings.TrimSpace(fmt.Sprintf("%s <%s>", first.Name, address.Shown(first.Address))))
	line("  subject       %s", words.Subject)
	said := slices.DeleteFunc(strings.Split(words.Text, "\n"),
		func(l string) bool { return strings.TrimSpace(l) == "" })
	for i, l := range said {
		if i == 3 {
			line("                …")
			break
		}
		line("                %s", shortened(l))
	}
}

func shortened(s string) string {
	const most = 72
	if r := []rune(s); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return s
}

// next are the commands as they are typed.
func (s Summary) next(line func(format string, args ...any)) {
	p, name := s.Frozen.Plan, s.File
	if strings.ContainsAny(name, " '\"$&()") {
		name = "'" + strings.ReplaceAll(name, "'", `'\''`) + "'"
	}
	to := cmp.Or(p.Settings.From.Address, "ADDRESS")
	if p.Settings.ReplyTo != nil {
		to = p.Settings.ReplyTo.Address
	}
	line("\n  code          %s\n", p.Code)
	line("look at it:  lysark mail preview %s", name)
	line("try it:      lysark mail test %s --to %s", name, address.Shown(to))
	line("send it:     lysark mail send %s --confirm %s", name, p.Code)
}
