package mail

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"lysark/config/diag"
	"lysark/report/mail/ledger"
	"lysark/report/mail/message"
	"lysark/report/template"
)

// Campaign is a plan with the folder it is frozen in, opened and verified. It is safe for use by many goroutines.
type Campaign struct {
	Plan   *Plan
	Dir    string
	Shared *message.Shared // attachment and pictures, encoded once

	seen  os.FileInfo // plan.json, as it was read
	mu    sync.Mutex  // the texts are filled in by one goroutine at a time
	texts *texts
}

// What is in the folder.
const (
	planName = "plan.json"
	pdfName  = "deck.pdf"
	textName = "templates/text.txt"
	htmlName = "templates/text.html"
	testName = "test.jsonl"

	LedgerName = "ledger.jsonl"
)

func pictureName(cid string) string { return "pictures/" + cid + ".png" }

var (
	// ErrNoPlan tells that the folder holds no plan.
	ErrNoPlan = errors.New("there is no plan")
	// ErrForgotten tells that the plan's personal data were taken out, so that nothing can be sent.
	ErrForgotten = errors.New("the plan was forgotten: nothing can be sent with it any more")
)

// ChangedError is a plan that is not what was planned: nothing may be sent with it.
type ChangedError struct {
	What []string // files
}

func (e *ChangedError) Error() string {
	return "changed since the plan was made: " + strings.Join(e.What, ", ")
}

// GoneError is a file that the mail file names and that cannot be read any more: nobody knows what it would say now.
type GoneError struct {
	What []string // files
}

func (e *GoneError) Error() string {
	return "gone or not to be read since the plan was made: " + strings.Join(e.What, ", ")
}

// Open reads a plan's folder and verifies it: *ChangedError when anything is not as it was planned.
func Open(dir string) (*Campaign, error) {
	seen, _ := os.Stat(filepath.Join(dir, planName)) // nil equals no file
	plan, err := ReadPlan(dir)
	switch {
	case err != nil:
		return nil, err
	case plan.Forgotten:
		return nil, ErrForgotten
	}
	c := &Campaign{Plan: plan, Dir: dir, seen: seen}
	files, err := c.verified()
	if err != nil {
		return nil, err
	}
	if c.texts, err = plan.texts(files); err != nil {
		return nil, err
	}
	if c.Shared, err = plan.shared(files); err != nil {
		return nil, err
	}
	return c, nil
}

// Current holds, once the ledger is ours, that nobody has written another plan since this one was read.
func (c *Campaign) Current() error {
	name := filepath.Join(c.Dir, planName)
	now, err := os.Stat(name)
	if err != nil || !os.SameFile(now, c.seen) || !now.ModTime().Equal(c.seen.ModTime()) {
		return &ChangedError{[]string{name}}
	}
	return nil
}

// ReadPlan reads the plan alone and verifies nothing: for looking at it.
func ReadPlan(dir string) (*Plan, error) {
	name := filepath.Join(dir, planName)
	data, err := os.ReadFile(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("%s: %w", dir, ErrNoPlan)
	case err != nil:
		return nil, fmt.Errorf("reading the plan: %w", err)
	}
	var p *Plan
	if err := json.Unmarshal(data, &p); err != nil || p == nil {
		return nil, &ChangedError{[]string{name}}
	}
	if p.Version > planVersion {
		return nil, fmt.Errorf("%s has format %d, and this program knows formats up to %d: "+
			"use the version of lysark that wrote it", name, p.Version, planVersion)
	}
	return p, nil
}

// verified reads the frozen files and holds each, and the plan itself, against the sums that were taken.
func (c *Campaign) verified() (map[string][]byte, error) {
	var changed []string
	if c.Plan.sum() != c.Plan.Digest || code(c.Plan.Digest, len(c.Plan.Recipients)) != c.Plan.Code {
		changed = append(changed, filepath.Join(c.Dir, planName))
	}
	files := map[string][]byte{}
	for name, sum := range c.Plan.files() {
		data, err := os.ReadFile(filepath.Join(c.Dir, filepath.FromSlash(name)))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("reading the plan: %w", err)
		}
		if digest(data) != sum {
			changed = append(changed, filepath.Join(c.Dir, filepath.FromSlash(name)))
		}
		files[name] = data
	}
	if len(changed) > 0 {
		slices.Sort(changed)
		return nil, &ChangedError{changed}
	}
	return files, nil
}

// files are the frozen files and their sums.
func (p *Plan) files() map[string]string {
	out := map[string]string{pdfName: p.PDF, textName: p.Text}
	if p.HTML != "" {
		out[htmlName] = p.HTML
	}
	for _, pic := range p.Pictures {
		out[pictureName(pic.CID)] = pic.SHA256
	}
	return out
}

// texts are those of the frozen files.
func (p *Plan) texts(files map[string][]byte) (*texts, error) {
	nowhere := func(int) diag.Pos { return diag.Pos{} }
	t, list := newTexts(p, template.Text{S: p.Settings.Subject, Place: nowhere},
		template.Text{S: string(files[textName]), Place: nowhere},
		template.Text{S: string(files[htmlName]), Place: nowhere})
	if list.HasErrors() {
		return nil, &ChangedError{[]string{"the texts"}}
	}
	return t, nil
}

// shared is what all messages have in common.
func (p *Plan) shared(files map[string][]byte) (*message.Shared, error) {
	var pictures []message.Picture
	for _, pic := range p.Pictures {
		pictures = append(pictures,
			message.Picture{CID: pic.CID, Name: pic.CID + ".png", MIME: "image/png", Data: files[pictureName(pic.CID)]})
	}
	attachment := &message.File{Name: p.Settings.AttachName, MIME: "application/pdf", Data: files[pdfName]}
	return message.NewShared(attachment, pictures, p.Seed)
}

// Compose makes the message that the recipient gets. The same date gives the same bytes.
func (c *Campaign) Compose(r Recipient, date time.Time) (*message.Message, error) {
	l, err := c.Letter(r)
	if err != nil {
		return nil, err
	}
	l.Date = date
	return c.Shared.Compose(l)
}

// Letter is what the recipient gets besides Shared, still without its date. It fails when the words are not those that
// were planned.
func (c *Campaign) Letter(r Recipient) (message.Letter, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	w, list := c.texts.fill(r)
	if list.HasErrors() || w.sum() != r.Words {
		return message.Letter{}, &ChangedError{[]string{fmt.Sprintf("the words for row %d", r.Row)}}
	}
	return c.Plan.letter(r, w), nil
}

// DateOf is the date of the recipient's mail as it is shown: that of the plan, or that at which it was sent.
func (c *Campaign) DateOf(r Recipient, v *ledger.View) time.Time {
	if first := v.Entry(r.Key).Commit; first != nil {
		if sent, err := time.Parse(time.RFC1123Z, first.Date); err == nil {
			return sent
		}
	}
	return c.Plan.Created
}

// LedgerPath is the file with what happened to each recipient.
func (c *Campaign) LedgerPath() string { return filepath.Join(c.Dir, LedgerName) }

// TestLedgerPath is the ledger of messages that were sent to try the plan.
func (c *Campaign) TestLedgerPath() string { return filepath.Join(c.Dir, testName) }

// Beside is a path as the settings name it: it starts from the folder that the plan's folder is in.
func (c *Campaign) Beside(path string) string {
	if path == "" || filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(filepath.Dir(c.Dir), path)
}

// ChangedSources are the files that the plan was made from and that are others now. Those that are not there are not
// among them: GoneSources judges those.
func (c *Campaign) ChangedSources() []string {
	var out []string
	for _, s := range c.Plan.Sources {
		if sum, err := digestFile(c.Beside(s.Name)); err == nil && sum != s.SHA256 {
			out = append(out, s.Name)
		}
	}
	return out
}

// GoneSources are the files that the mail file names and that are not there any more, or cannot be read, though the
// mail file is: somebody may have left since. Where the mail file is not there either, the folder was taken to a place
// without sources. Files that nothing names, such as a PDF on the command line, may go: what they held is in the
// folder.
func (c *Campaign) GoneSources() []string {
	var out []string
	mail := false
	for _, s := range c.Plan.Sources {
		switch _, err := digestFile(c.Beside(s.Name)); {
		case s.Mail:
			mail = err == nil
		case s.Named && err != nil:
			out = append(out, s.Name)
		}
	}
	if !mail {
		return nil
	}
	return out
}

// digestFile does not hold the file, which may be the PDF once more.
func digestFile(name string) (string, error) {
	f, err := os.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close() // nothing was written
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}
