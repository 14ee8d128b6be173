package main

import (
	"context"
	"net"
	"os"

	"github.com/spf13/cobra"

	"lysark/report/mail/check"
)

func newMailCheck(ui *ui) *cobra.Command {
	var dns bool
	cmd := &cobra.Command{
		Use:   "check FILE|DIR",
		Short: "Try the mail server without sending anything",
		Long: `Check goes all the way to the mail server that a mail would go, and sends none: the
server's name, the connection, its certificate, the login, the largest mail that it
takes, and whether it lets this sender write. Each step is told.

--dns looks up as well what the sender's domain tells of who may send for it.`,
		Example: `  lysark mail check mail.toml --dns`,
		Args:    one("the mail file FILE, or the plan's folder DIR"),
		RunE: func(cmd *cobra.Command, args []string) error {
			c, err := check.Of(args[0], os.Getenv)
			if err != nil {
				return err
			}
			return runMailCheck(cmd.Context(), ui, net.DefaultResolver, c, dns)
		},
	}
	cmd.Flags().BoolVar(&dns, "dns", false, "look up SPF and DMARC of the sender's domain")
	return cmd
}

func runMailCheck(ctx context.Context, ui *ui, r check.Resolver, c check.Check, dns bool) error {
	if !c.Run(ctx, r, dns, func(s check.Step) { ui.print("%s", s) }) {
		return errDiagnostics
	}
	return nil
}
