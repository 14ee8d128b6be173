package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"lysark/report/mail"
	"lysark/report/mail/address"
)

// planned tells who gets what, and what is to be done next. g is nil for a plan of its own.
func (u *ui) planned(file, dir string, f *mail.Frozen, g *growth) error {
	if u.format == "json" {
		return u.plannedJSON(dir, f, g)
	}
	p := f.Plan
	n, bytes := len(p.Recipients), f.Sizes.Total
	if g != nil {
		n, bytes = g.toCome(), g.toCome()*f.Sizes.Most
	}
	u.print("%s: %s from %s", p.ID, p.Settings.AttachName, address.Shown(p.Settings.From.Address))
	u.print("")
	if g == nil {
		u.print("  get a mail    %s", recipients(p))
	} else {
		u.print("  in the plan   %s", recipients(p)) // some may have left since, and get none
		u.grown(g)
	}
	u.print("  get none      %s", skippedInShort(p.Skipped))
	u.print("  each mail     %s", sizes(f.Sizes))
	if n > 0 { // of an extension all may have been sent
		u.print("  in all        %s%s", size(bytes), g.stillTo())
		u.print("  takes about   %s", duration(p.Settings.Server, n, bytes))
	}
	if n := international(p.Recipients); n > 0 {
		u.print("  SMTPUTF8      %d: the address has letters that only some servers take", n)
	}
	u.firstMail(f)
	u.nextSteps(file, p)
	return nil
}

// plannedJSON is the same for a CI job: nobody is named in it.
func (u *ui) plannedJSON(dir string, f *mail.Frozen, g *growth) error {
	enc := json.NewEncoder(u.out)
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
	}{f.Plan.ID, dir, f.Plan.Code, len(f.Plan.Recipients), len(f.Plan.Skipped), f.Sizes.Total, f.Sizes.Most, g.inNumbers()})
}

func recipients(p *mail.Plan) string {
	n := fmt.Sprintf("%d", len(p.Recipients))
	if p.Settings.Archive != nil {
		n += ", the archive among them"
	}
	return n
}

// skippedInShort counts the rows without mail by reason.
func skippedInShort(skipped []mail.Skipped) string {
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

func sizes(s mail.Sizes) string {
	if least, most := size(s.Least), size(s.Most); least != most {
		return least + " to " + most
	}
	return size(s.Most)
}

// duration is the longer of what the limits ask for and what the line takes.
func duration(s mail.Server, n, bytes int) string {
	e := s.Estimate(n, bytes)
	text := inMinutes(e.Upload) + " at 50 Mbit/s"
	if e.Limits > e.Upload {
		text = fmt.Sprintf("%s at %s", inMinutes(e.Limits), s.Rate)
	}
	if e.Days > 1 {
		text += fmt.Sprintf(", over %d days at %d a day", e.Days, s.Daily)
	}
	return text
}

func inMinutes(d time.Duration) string {
	switch {
	case d < time.Minute:
		return fmt.Sprintf("%d s", int(d.Seconds()+1))
	case d < 2*time.Hour:
		return fmt.Sprintf("%.0f min", d.Minutes())
	}
	return fmt.Sprintf("%.1f h", d.Hours())
}

func international(recipients []mail.Recipient) int {
	n := 0
	for _, r := range recipients {
		local, _, _ := strings.Cut(r.Address, "@")
		if strings.ContainsFunc(local, func(c rune) bool { return c > 127 }) {
			n++
		}
	}
	return n
}

// firstMail shows the first mail in short; in CI, where others read it, as the author wrote it.
func (u *ui) firstMail(f *mail.Frozen) {
	p := f.Plan
	if len(p.Recipients) == 0 {
		return
	}
	if u.public {
		u.print("\n  subject       %s", p.Settings.Subject)
		return
	}
	first := p.Recipients[0]
	u.print("\n  the first, row %d", first.Row)
	u.print("  to            %s", strings.TrimSpace(fmt.Sprintf("%s <%s>", first.Name, address.Shown(first.Address))))
	u.print("  subject       %s", f.First.Subject)
	lines := slices.DeleteFunc(strings.Split(f.First.Text, "\n"), func(l string) bool { return strings.TrimSpace(l) == "" })
	for i, l := range lines {
		if i == 3 {
			u.print("                …")
			break
		}
		u.print("                %s", shortened(l))
	}
}

func shortened(s string) string {
	const most = 72
	if r := []rune(s); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return s
}

// nextSteps are the commands as they are typed.
func (u *ui) nextSteps(file string, p *mail.Plan) {
	name := file
	if strings.ContainsAny(name, " '\"$&()") {
		name = "'" + strings.ReplaceAll(name, "'", `'\''`) + "'"
	}
	to := cmp.Or(p.Settings.From.Address, "ADDRESS")
	if p.Settings.ReplyTo != nil {
		to = p.Settings.ReplyTo.Address
	}
	u.print("\n  code          %s\n", p.Code)
	u.print("look at it:  lysark mail preview %s", name)
	u.print("try it:      lysark mail test %s --to %s", name, address.Shown(to))
	u.print("send it:     lysark mail send %s --confirm %s", name, p.Code)
}
