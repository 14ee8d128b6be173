package main

import (
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"
)

func newVersion(ui *ui) *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			ui.print("lysark %s", version())
			return nil
		},
	}
}

// version is the release, or the commit it was built from and its date.
func version() string {
	build, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	return versionOf(build)
}

func versionOf(build *debug.BuildInfo) string {
	const short = 12 // letters of a commit, as in the versions that Go makes of one
	stamp := map[string]string{}
	for _, s := range build.Settings {
		stamp[s.Key] = s.Value
	}
	commit := stamp["vcs.revision"]
	commit = commit[:min(short, len(commit))]
	release, _, _ := strings.Cut(build.Main.Version, "+")
	name := release
	switch {
	case commit != "" && (release == "" || release == "(devel)" || strings.HasSuffix(release, "-"+commit)):
		name = commit // as Go's name for what is no release is but the date and the commit
	case release == "" || release == "(devel)":
		return "devel"
	}
	if date, _, _ := strings.Cut(stamp["vcs.time"], "T"); date != "" {
		name += " of " + date
	}
	if stamp["vcs.modified"] == "true" {
		name += ", changed since"
	}
	return name
}
