package mail

import (
	"cmp"
	"html"
	"regexp"
	"slices"
	"strings"

	"lysark/config/diag"
	"lysark/report/locale"
	"lysark/report/mail/message"
	"lysark/report/template"
)

// Words are what one member reads: the texts, filled in.
type Words struct {
	Subject, Text, HTML string
}

// sum tells whether words are still the same.
func (w Words) sum() string { return digest([]byte(w.Subject + "\x00" + w.Text + "\x00" + w.HTML)) }

// texts fill in the words. It is not safe for use by several goroutines.
type texts struct {
	engine  *template.Engine
	plan    *Plan
	columns []string
	names   []string          // that expressions may use as they are
	fields  map[string]string // of the member who is being filled in
	parts   []part            // subject, text, and HTML if there is one
}

type part struct {
	name  string // for messages
	text  template.Text
	ready *template.Ready
	uses  [][]string // by each expression: the columns that have to be filled in for it
}

const htmlPart = "HTML"

// newTexts prepares texts for the columns of the plan. An HTML text that is empty is none.
func newTexts(p *Plan, subject, text, htmlText template.Text) (*texts, diag.List) {
	l, _ := locale.For(p.Settings.Lang)
	t := &texts{plan: p, columns: p.Columns}
	t.engine = template.New(l, t.functions())
	t.engine.Unknown = template.Unknown{Kinds: "column or function",
		Hint: "name a column of the list; one whose name is no word is column('…')"}
	t.names = t.wordNames()
	for _, name := range t.names {
		t.engine.Define(name, "")
	}
	var list diag.List
	t.parts = []part{{name: "subject", text: subject}, {name: "text", text: text}, {name: htmlPart, text: htmlText}}
	if htmlText.S == "" {
		t.parts = t.parts[:2]
	}
	for i := range t.parts {
		t.engine.Unknown.Instead = func(expression string) string {
			return t.instead(expression, t.parts[i].name == htmlPart)
		}
		ready, more := t.engine.Prepare(t.parts[i].text)
		t.parts[i].ready, t.parts[i].uses = ready, required(ready)
		list.Add(more)
		list.Add(t.unknown(t.parts[i]))
	}
	return t, list
}

// instead is what an author may have meant by an expression that cannot be read: a column whose name is no word, such
// as E-post, or the braces of a style.
func (t *texts) instead(expression string, html bool) string {
	var others []string
	for _, c := range t.columns {
		if !slices.Contains(t.names, c) {
			others = append(others, c)
		}
	}
	switch near := diag.Nearest(strings.TrimSpace(expression), others); {
	case near != "":
		return "write {column('" + strings.ReplaceAll(near, "'", `\'`) + "')}"
	case strings.TrimSpace(expression) == unsubscribeName:
		return "write unsubscribe = \"mailto:…\" or \"https://…\" under [mail.headers]"
	case html && strings.Contains(expression, ":") && !strings.Contains(expression, "?"):
		return "write each brace of a style twice: {{ and }}"
	}
	return ""
}

// unknown tells the columns and pictures that a text names and that there are not.
func (t *texts) unknown(p part) diag.List {
	var list diag.List
	for _, use := range p.ready.Uses() {
		for _, text := range use.Texts {
			if _, err := t.alt(text.S); text.Function == altName && err != nil {
				list.Errorf(p.text.Place(use.Letter), err.Rule, err.Hint, "%s", err.Text)
			}
			if text.Function == columnName && !slices.Contains(t.columns, text.S) {
				hint := cmp.Or(diag.DidYouMean(text.S, t.columns), "name a column as the first row of the list does")
				list.Errorf(p.text.Place(use.Letter), diag.UnknownColumn, hint, "the list has no column %q", text.S)
			}
		}
	}
	return list
}

// required are the columns that each expression needs; none for one that asks whether something is there.
func required(r *template.Ready) [][]string {
	var out [][]string
	for _, use := range r.Uses() {
		names := use.Names
		for _, text := range use.Texts {
			if text.Function == columnName {
				names = append(names, text.S)
			}
		}
		if use.Decides {
			names = nil
		}
		out = append(out, names)
	}
	return out
}

// The names that every member has. A column of the list that is called so counts instead.
const (
	nameName        = "name"
	emailName       = "email"
	unsubscribeName = "unsubscribe" // where the headers have it

	columnName = "column" // the function that gives a column whose name is no word
	altName    = "alt"    // the one that gives what a picture shows
)

// wordNames are the columns whose names are words, and those three.
func (t *texts) wordNames() []string {
	out := []string{nameName, emailName}
	if t.plan.Settings.Headers.Unsubscribe != "" {
		out = append(out, unsubscribeName)
	}
	taken := template.Reserved()
	word := regexp.MustCompile(`^[\pL_][\pL\p{Nd}_]*$`)
	for _, f := range t.functions() {
		taken = append(taken, f.Name)
	}
	for _, c := range t.columns {
		if word.MatchString(c) && !slices.Contains(taken, c) && !slices.Contains(out, c) {
			out = append(out, c)
		}
	}
	return out
}

// functions are what the texts may call beside the language's own.
func (t *texts) functions() []template.Function {
	type text = func(string) string
	return []template.Function{
		{Name: columnName, Naming: true, Types: []any{new(text)}, Call: func(a []any) (any, error) {
			if !slices.Contains(t.columns, a[0].(string)) {
				return nil, &template.ArgError{Rule: diag.UnknownColumn, Text: "the list has no such column"}
			}
			return t.fields[a[0].(string)], nil
		}},
		{Name: altName, Naming: true, Types: []any{new(text)}, Call: func(a []any) (any, error) {
			said, err := t.alt(a[0].(string))
			if err != nil {
				return nil, err
			}
			return said, nil
		}},
		{Name: "capital", Types: []any{new(text)},
			Call: func(a []any) (any, error) { return locale.Capital(a[0].(string)), nil }},
	}
}

// alt is what a picture shows, in words.
func (t *texts) alt(cid string) (string, *template.ArgError) {
	var cids []string
	for _, p := range t.plan.Pictures {
		if p.CID == cid {
			return p.Alt, nil
		}
		cids = append(cids, p.CID)
	}
	return "", &template.ArgError{Rule: diag.Missing, Text: "inline of [mail] has no picture \"" + cid + "\"",
		Hint: cmp.Or(diag.DidYouMean(cid, cids), "name it in inline of [mail]")}
}

// fill makes a member's words.
func (t *texts) fill(r Recipient) (Words, diag.List) {
	t.fields = r.Fields
	for _, name := range t.names {
		t.engine.Define(name, t.value(r, name))
	}
	var out [3]string
	var list diag.List
	for i, p := range t.parts {
		filled, more := t.engine.FillReady(p.ready)
		list.Add(more)
		out[i] = printed(filled, p.name == htmlPart)
	}
	return Words{out[0], out[1], out[2]}, list
}

// value is what stands under a name for a member.
func (t *texts) value(r Recipient, name string) string {
	if slices.Contains(t.columns, name) {
		return r.Fields[name]
	}
	switch name {
	case nameName:
		return r.Name
	case unsubscribeName:
		return t.plan.unsubscribe(r)
	}
	return r.Address
}

// printed is a text with what the expressions gave, escaped where it stands in HTML.
func printed(f template.Filled, escape bool) string {
	var b strings.Builder
	for _, p := range f.Pieces {
		if escape && p.Expr != "" {
			b.WriteString(html.EscapeString(p.Text))
			continue
		}
		b.WriteString(p.Text)
	}
	return b.String()
}

// letter is what a recipient gets besides what all share, but for the date.
func (p *Plan) letter(r Recipient, w Words) message.Letter {
	s := p.Settings
	l := message.Letter{
		From:    message.Address{Name: s.From.Name, Addr: s.From.Address},
		To:      message.Address{Name: r.Name, Addr: r.Address},
		Subject: w.Subject, Text: w.Text, HTML: w.HTML, MessageID: r.MessageID,
		Headers: message.Headers{
			ListID: s.Headers.ListID, Unsubscribe: p.unsubscribe(r),
			OneClick: s.Headers.OneClick, AutoSubmitted: s.Headers.AutoSubmitted, Delivery: p.ID + "." + string(r.Key),
		},
	}
	if s.ReplyTo != nil {
		l.ReplyTo = &message.Address{Name: s.ReplyTo.Name, Addr: s.ReplyTo.Address}
	}
	return l
}

// unsubscribe is how the recipient leaves the list.
func (p *Plan) unsubscribe(r Recipient) string {
	return strings.ReplaceAll(p.Settings.Headers.Unsubscribe, "{key}", string(r.Key))
}
