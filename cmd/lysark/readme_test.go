package main

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"lysark/report/golden"
)

// TestThePictureInTheReadmeIsCurrent renders slide 3 of the reference deck with poppler and compares.
func TestThePictureInTheReadmeIsCurrent(t *testing.T) {
	if _, err := exec.LookPath("pdftoppm"); err != nil {
		t.Skip("pdftoppm is not installed")
	}
	pdf := filepath.Join(t.TempDir(), "deck.pdf")
	var out bytes.Buffer
	ui := newUI(io.Discard, &out, func(string) string { return "" })
	if code := run([]string{"build", filepath.Join(root, "decks/hjemmekontor/deck.toml"), "--slides", "3", "-o", pdf}, ui); code != exitFine {
		t.Fatalf("exit code %d\n%s", code, out.String())
	}
	page := strings.TrimSuffix(pdf, ".pdf")
	if out, err := exec.Command("pdftoppm", "-r", "108", "-png", "-singlefile", pdf, page).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	picture, err := os.ReadFile(page + ".png")
	if err != nil {
		t.Fatal(err)
	}
	golden.New(t, filepath.Join(root, "docs", "pictures")).PNG("slide.png", picture)
}

// TestTheReadmeNamesWhatThereIs holds the README's commands against the program and the Makefile.
func TestTheReadmeNamesWhatThereIs(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, cmd := range newRoot(newUI(io.Discard, io.Discard, os.Getenv)).Commands() {
		if !strings.Contains(string(readme), "`lysark "+cmd.Name()) {
			t.Errorf("the README does not name the command %s", cmd.Name())
		}
	}
	makefile, err := os.ReadFile(filepath.Join(root, "Makefile"))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(readme)) {
		if target, ok := strings.CutPrefix(strings.TrimSpace(line), "make "); ok {
			target, _, _ = strings.Cut(target, " ")
			if !bytes.Contains(makefile, []byte("\n"+target+":")) {
				t.Errorf("the README names make %s, which the Makefile does not have", target)
			}
		}
	}
}
