package main

import (
	"runtime/debug"
	"testing"
)

func TestTheVersionIsAReleaseOrACommitWithItsDate(t *testing.T) {
	for _, tt := range []struct{ module, commit, time, modified, want string }{
		{"v1.2.0", "", "", "", "v1.2.0"},
		{"v1.2.0", "7dc116c0a1b2c3d4e5f6", "2026-11-30T19:33:21Z", "false", "v1.2.0 of 2026-11-30"},
		{"v0.0.0-20261130193321-7dc116c0a1b2", "7dc116c0a1b2c3d4e5f6", "2026-11-30T19:33:21Z", "false", "7dc116c0a1b2 of 2026-11-30"},
		{"v1.2.1-0.20261130193321-7dc116c0a1b2+dirty", "7dc116c0a1b2c3d4e5f6", "2026-11-30T19:33:21Z", "true", "7dc116c0a1b2 of 2026-11-30, changed since"},
		{"v1.2.0+dirty", "7dc116c0a1b2c3d4e5f6", "2026-11-30T19:33:21Z", "true", "v1.2.0 of 2026-11-30, changed since"},
		{"(devel)", "7dc116c0a1b2c3d4e5f6", "2026-11-30T19:33:21Z", "false", "7dc116c0a1b2 of 2026-11-30"},
		{"(devel)", "", "", "", "devel"},
		{"", "", "", "", "devel"},
	} {
		build := &debug.BuildInfo{Main: debug.Module{Version: tt.module}}
		for key, value := range map[string]string{"vcs.revision": tt.commit, "vcs.time": tt.time, "vcs.modified": tt.modified} {
			if value != "" {
				build.Settings = append(build.Settings, debug.BuildSetting{Key: key, Value: value})
			}
		}
		if got := versionOf(build); got != tt.want {
			t.Errorf("%+v: got %q, want %q", tt, got, tt.want)
		}
	}
}
