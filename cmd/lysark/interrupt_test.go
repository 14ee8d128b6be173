package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"
)

func TestAnInterruptedBuildLeavesNoFile(t *testing.T) {
	dir := t.TempDir()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	ui := newUI(io.Discard, io.Discard, func(string) string { return "" })
	err := runBuild(ctx, ui, buildOptions{layout: filepath.Join(root, "decks/hjemmekontor/deck.toml"), out: filepath.Join(dir, "deck.pdf")})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if left, _ := os.ReadDir(dir); len(left) > 0 {
		t.Errorf("%s is left", left[0].Name())
	}
	var told bytes.Buffer
	if code := exitCode(ctx, err, newUI(io.Discard, &told, func(string) string { return "" })); code != exitInterrupted || told.Len() == 0 {
		t.Errorf("exit code %d, told %q", code, told.String())
	}
}

func TestABugIsToldWithVersionAndCommand(t *testing.T) {
	var told bytes.Buffer
	ui := newUI(io.Discard, &told, func(string) string { return "" })
	ui.bug("index out of range", []string{"build", "deck.toml"})
	for _, want := range []string{"bug in lysark", "deck.toml", "index out of range"} {
		if !bytes.Contains(told.Bytes(), []byte(want)) {
			t.Errorf("%q is not told: %s", want, told.String())
		}
	}
}
