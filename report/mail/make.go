package mail

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"lysark/config/diag"
	"lysark/report/mail/address"
	"lysark/report/mail/ledger"
	"lysark/report/mail/list"
	"lysark/report/mail/mailfile"
	"lysark/report/mail/message"
	"lysark/report/template"
)

// Inputs are what a plan is made of.
type Inputs struct {
	Mail     *mailfile.File
	PDF      []byte
	PDFName  string            // its file name, which members get when the mail file names none
	Lang     string            // the deck's, or nb
	Pictures []message.Picture // that the mail file asks for
	Alts     map[string]string // what they show, in words, by CID
	Sources  []string          // files that the PDF was made from
	Secret   []byte            // 32 bytes of chance; those of the plan before, if there was one
	Now      time.Time
	Read     func(name string) ([]byte, error)
}

// Frozen is a plan with the files that belong to it.
type Frozen struct {
	Plan  *Plan
	Files map[string][]byte // by their names in the folder; the plan's own is not among them
	Sizes Sizes
	First Words // of the first recipient

	texts   *texts
	left    map[ledger.Key]bool // who are in a file of those who left
	extends *Extension          // nil for a plan of its own
	before  string              // digest of the plan that it extends
}

// Sizes are the bytes of messages as they are sent.
type Sizes struct {
	Least, Most, Total int
}

// MakePlan fills in and checks every message there is to be. All that is wrong is in the list; the plan is whole when
// the list holds no error.
func MakePlan(in Inputs) (*Frozen, diag.List) {
	m := &maker{Inputs: in, mail: in.Mail.Mail}
	if !m.mail.ID.Set {
		m.mail.ID.V = "id" // what is wrong with it is told; it is part of every message, and so would be told of each
	}
	m.plan = &Plan{
		Version: planVersion, ID: m.mail.ID.V, Created: in.Now.UTC().Truncate(time.Second),
		Secret: in.Secret, PDF: digest(in.PDF), Seed: seed(in.Secret),
		Email: m.mail.List.Email.V, Settings: settings(m.mail, in.Lang, in.PDFName),
	}
	m.out = &Frozen{Plan: m.plan, Files: map[string][]byte{pdfName: in.PDF}}
	members := m.members()
	m.sources()
	shared := m.attachment()
	if m.prepare(members) {
		m.everybody(members, shared)
	}
	m.plan.seal()
	return m.out, m.told.list
}

// seed is the same for all plans of an id: no text can hold a boundary, whatever the seed.
func seed(secret []byte) string {
	mac := hmac.New(sha256.New, secret)
	mac.Write([]byte("boundaries"))
	return hex.EncodeToString(mac.Sum(nil)[:16])
}

// maker is one MakePlan.
type maker struct {
	Inputs
	mail mailfile.Mail
	plan *Plan
	out  *Frozen
	told told
	read []Source
}

// members reads the list.
func (m *maker) members() *list.List {
	l := m.mail.List
	o := list.Options{
		File: m.named(l.File), Delimiter: l.Delimiter.V, Encoding: l.Encoding.V, Sheet: list.Named{S: l.Sheet.V,
			Pos: l.Sheet.Pos},
		Email: list.Named{S: l.Email.V, Pos: l.Email.Pos}, Name: list.Named{S: l.Name.V, Pos: l.Name.Pos},
		Least: l.Expect.V.Least, Most: l.Expect.V.Most, ExpectPos: l.Expect.Pos,
	}
	for _, s := range l.Suppress {
		o.Suppress = append(o.Suppress, m.named(s))
	}
	for _, d := range l.AllowDomains {
		o.Domains = append(o.Domains, d.V)
	}
	if !l.File.Set || !l.Email.Set {
		return &list.List{}
	}
	out, problems := list.Read(o, func(name string) ([]byte, error) {
		data, err := m.Read(name)
		if err == nil {
			m.source(name, data, name != o.File.S)
		}
		return data, err
	})
	m.told.list.Add(problems)
	m.plan.Columns = out.Columns
	m.out.left = map[ledger.Key]bool{}
	for _, key := range out.Left {
		m.out.left[ledger.KeyOf(m.Secret, key)] = true
	}
	for _, s := range out.Skipped {
		m.plan.Skipped = append(m.plan.Skipped, Skipped{s.Row, s.Address, m.asNamed(s.Why)})
	}
	return out
}

// asNamed names files as the mail file does, so that a plan is the same wherever it is made.
func (m *maker) asNamed(why string) string {
	for _, s := range m.mail.List.Suppress {
		why = strings.Replace(why, "("+m.named(s).S+" row", "("+s.V+" row", 1)
	}
	return why
}

func (m *maker) named(s mailfile.Str) list.Named {
	return list.Named{S: m.Inputs.Mail.Beside(s), Pos: s.Pos}
}

// source notes a file that the plan was made from.
func (m *maker) source(name string, data []byte, left bool) {
	full, own := name, name == m.Inputs.Mail.Name
	if short, err := filepath.Rel(filepath.Dir(m.Inputs.Mail.Name), name); err == nil {
		name = short
	}
	if slices.ContainsFunc(m.read, func(s Source) bool { return s.Name == filepath.ToSlash(name) }) {
		return // a layout that holds the mailing, too
	}
	m.read = append(m.read,
		Source{Name: filepath.ToSlash(name), SHA256: digest(data), Left: left, Mail: own, Named: !own && m.names(full)})
}

// names tells whether the mail file names a file.
func (m *maker) names(file string) bool {
	f := m.Inputs.Mail
	if file == f.Text.Name || file == f.HTML.Name {
		return true
	}
	all := append([]mailfile.Str{m.mail.List.File, m.mail.PDF, m.mail.Deck}, m.mail.List.Suppress...)
	return slices.ContainsFunc(all, func(s mailfile.Str) bool { return s.Set && f.Beside(s) == file })
}

// sources notes the files that others have read. One that is gone by now was read a moment ago.
func (m *maker) sources() {
	names := append([]string{m.Inputs.Mail.Name, m.Inputs.Mail.Text.Name, m.Inputs.Mail.HTML.Name}, m.Sources...)
	for _, name := range names {
		if name == "" {
			continue
		}
		if data, err := m.Read(name); err == nil {
			m.source(name, data, false)
		}
	}
	m.plan.Sources = m.read
}

// attachment looks at the PDF, which mail knows nothing else of, and gives what all messages share; nil when none can
// be made, which is told.
func (m *maker) attachment() *message.Shared {
	at := m.mail.PDF.Pos
	if !m.mail.PDF.Set {
		at = m.mail.Pos
	}
	const near = 1024 // bytes in which readers look for the marks
	switch pdf := m.PDF; {
	case len(pdf) == 0:
		return nil // told by who was to bring it
	case !bytes.Contains(pdf[:min(near, len(pdf))], []byte("%PDF-")):
		m.told.list.Errorf(at, diag.BadFile, "name the finished PDF", "%q is no PDF", m.PDFName)
	case !bytes.Contains(pdf[max(0, len(pdf)-near):], []byte("%%EOF")):
		m.told.list.Errorf(at, diag.BadFile, "make it anew, or copy it again", "the PDF %q is cut off", m.PDFName)
	}
	if name := m.plan.Settings.AttachName; len([]rune(name)) > 60 {
		m.told.list.Warnf(at, diag.BadValue, "give it a shorter one in attach_name",
			"the name of the PDF has %d characters; some mail programs cut it", len([]rune(name)))
	}
	for _, p := range m.Pictures {
		m.plan.Pictures = append(m.plan.Pictures, Picture{p.CID, digest(p.Data), m.Alts[p.CID]})
		m.out.Files[pictureName(p.CID)] = p.Data
	}
	shared, err := m.plan.shared(m.out.Files)
	if err != nil {
		m.told.list.Errorf(at, diag.BadMail, "see to what is said", "the mail cannot be made: %v", err)
	}
	return shared
}

// prepare parses the texts; false when no message can be made of them.
func (m *maker) prepare(members *list.List) bool {
	f := m.Inputs.Mail
	if m.mail.Subject.V == "" || f.Text.S == "" || len(members.Columns) == 0 {
		return false // told already
	}
	var problems diag.List
	m.out.texts, problems = newTexts(m.plan,
		template.Text{S: m.mail.Subject.V, Place: func(n int) diag.Pos { return m.mail.Subject.Inside(n) }},
		template.Text{S: f.Text.S, Place: f.Text.At}, template.Text{S: f.HTML.S, Place: f.HTML.At})
	m.told.list.Add(problems)
	m.plan.Text = digest([]byte(f.Text.S))
	m.out.Files[textName] = []byte(f.Text.S)
	if f.HTML.S != "" {
		m.plan.HTML = digest([]byte(f.HTML.S))
		m.out.Files[htmlName] = []byte(f.HTML.S)
	}
	return !problems.HasErrors() && m.plan.Settings.From.Address != ""
}

// everybody makes the message of each member, and of the archive.
func (m *maker) everybody(members *list.List, shared *message.Shared) {
	for _, member := range members.Members {
		m.recipient(shared, Recipient{
			Key: ledger.KeyOf(m.Secret, member.Key), Address: member.Address, Name: member.Name, Row: member.Row,
			Fields: members.Fields(member),
		})
	}
	if m.mail.Archive.Set {
		r := m.archive(members.Columns)
		if double, found := m.plan.Recipient(r.Key); found {
			m.told.list.Errorf(m.mail.Archive.Pos, diag.Duplicate, "take archive out",
				"the address of archive is that of row %d, which gets a mail already", double.Row)
		}
		m.recipient(shared, r)
	}
	m.told.rest(m.named(m.mail.List.File).S)
	m.sizes()
}

// archive is who gets a mail of its own that is nobody else's: it has the columns' names where members have their
// cells.
func (m *maker) archive(columns []string) Recipient {
	box := m.mail.Archive.V
	r := Recipient{Address: box.Address, Name: box.Name}
	if a, fault := address.Parse(box.Address); fault == nil {
		r.Key = ledger.KeyOf(m.Secret, a.Key())
	}
	r.Fields = map[string]string{}
	for _, c := range columns {
		r.Fields[c] = "[" + strings.Trim(c, "<>") + "]"
	}
	return r
}

// sizes holds the largest message against what servers take.
func (m *maker) sizes() {
	const usual = 10_000_000
	at := m.mail.MaxSize.Pos
	if !m.mail.MaxSize.Set {
		at = m.mail.Pos
	}
	switch most, limit := m.out.Sizes.Most, m.plan.Settings.MaxSize; {
	case most > limit:
		m.told.list.Errorf(at, diag.TooLarge, "make the PDF smaller, or raise max_size if all servers take it",
			"a mail has %s as it is sent, more than %s", mailfile.Size(most), mailfile.Size(limit))
	case most > usual:
		m.told.list.Warnf(at, diag.TooLarge, "make the PDF smaller",
			"a mail has %s as it is sent; some servers take no more than 10MB", mailfile.Size(most))
	}
}
