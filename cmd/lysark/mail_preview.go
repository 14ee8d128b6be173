package main

import (
	"bytes"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"lysark/report/locale"
	"lysark/report/mail"
	"lysark/report/mail/address"
	"lysark/report/mail/ledger"
	"lysark/report/mail/message"
)

// mailPreviewOptions are the flags of mail preview.
type mailPreviewOptions struct {
	file string
	to   string
	n    int
	out  string
}

func newMailPreview(ui *ui) *cobra.Command {
	var o mailPreviewOptions
	cmd := &cobra.Command{
		Use:   "preview FILE|DIR",
		Short: "Write planned mails as .eml files, byte for byte as they are sent",
		Long: `Preview writes planned mails as .eml files, which mail programs open. They are what
is sent, byte for byte, but for the field Date: that is the time of the plan, and of
a mail that has been sent already the time at which it was.

The files tell who the members are. Without --out they go into the plan's folder,
from where lysark mail forget takes them again.`,
		Example: `  lysark mail preview mail.toml
  lysark mail preview mail.toml --to kari@example.org -o to-look-at`,
		Args: one("the mail FILE or the plan's folder"),
		RunE: func(_ *cobra.Command, args []string) error {
			o.file = args[0]
			return runMailPreview(ui, o)
		},
	}
	cmd.Flags().StringVar(&o.to, "to", "", "the mail to this `ADDRESS`")
	cmd.Flags().IntVar(&o.n, "n", 3, "so many mails, the first of the list")
	cmd.Flags().StringVarP(&o.out, "out", "o", "",
		"the folder to write to, made when missing (default: preview, in the plan's folder)")
	return cmd
}

func runMailPreview(ui *ui, o mailPreviewOptions) error {
	if o.n < 1 {
		return usagef("--n is %d; write how many mails, 1 or more", o.n)
	}
	c, err := mail.OpenNamed(o.file)
	if err != nil {
		return err
	}
	view, err := ledger.Read(c.LedgerPath())
	if err != nil {
		return err
	}
	chosen := c.Plan.Recipients[:min(o.n, len(c.Plan.Recipients))]
	if o.to != "" {
		r, err := memberAt(c.Plan, o.to)
		if err != nil {
			return err
		}
		chosen = []mail.Recipient{r}
	}
	if o.out == "" {
		o.out = filepath.Join(c.Dir, mail.PreviewName)
	}
	if err := os.MkdirAll(o.out, 0o700); err != nil {
		return err
	}
	for _, r := range chosen {
		m, err := c.Compose(r, c.DateOf(r, view))
		if err != nil {
			return err
		}
		if err := o.write(ui, r, m); err != nil {
			return err
		}
	}
	return nil
}

func (o mailPreviewOptions) write(ui *ui, r mail.Recipient, m *message.Message) error {
	var out bytes.Buffer
	if _, err := m.WriteTo(&out); err != nil {
		return err
	}
	name := filepath.Join(o.out, r.FileName())
	if err := writeWhole(name, out.Bytes()); err != nil {
		return err
	}
	if err := os.Chmod(name, 0o600); err != nil { // it tells who a member is
		return err
	}
	to := address.Shown(r.Address)
	if ui.public {
		to = address.Hidden(to)
	}
	ui.print("%s: to %s, %s", name, to, locale.FileSize(out.Len()))
	return nil
}
