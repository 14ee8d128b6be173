package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"lysark/config"
)

// TestTheManualOfAnswersIsRight takes each tool's export in docs/answers.md as a reader would: with the layout beside it,
// nothing about the answers is left to be told, and a first draft of it can be built.
func TestTheManualOfAnswersIsRight(t *testing.T) {
	manual, err := os.ReadFile(filepath.Join(root, "docs", "answers.md"))
	if err != nil {
		t.Fatal(err)
	}
	block := func(section, kind string) string {
		if m := regexp.MustCompile("(?s)\n```" + kind + "\n(.*?)```").FindStringSubmatch(section); m != nil {
			return m[1]
		}
		return ""
	}
	tried := 0
	for section := range strings.SplitSeq(string(manual), "\n## ") {
		answers, layout := block(section, "csv"), block(section, "toml")
		if answers == "" {
			continue
		}
		tried++
		tool, _, _ := strings.Cut(section, "\n")
		t.Run(tool, func(t *testing.T) {
			dir := t.TempDir()
			file := filepath.Join(dir, "answers.csv")
			write(t, file, answers)
			write(t, filepath.Join(dir, "deck.toml"), asDeck(layout))
			if code, out := tell("check", filepath.Join(dir, "deck.toml"), "--strict"); code != exitFine {
				t.Errorf("check: exit code %d\n%s", code, out)
			}
			draft := filepath.Join(dir, "draft")
			if code, out := tell("new", draft, "--from", file); code != exitFine {
				t.Fatalf("new: exit code %d\n%s", code, out)
			}
			if code, out := tell("build", filepath.Join(draft, "deck.toml"), "-o", filepath.Join(dir, "draft.pdf")); code != exitFine {
				t.Errorf("build: exit code %d\n%s", code, out)
			}
		})
	}
	if tried < 9 {
		t.Errorf("%d tools have an export", tried)
	}
}

// asDeck is a layout with a chart of each of its questions.
func asDeck(layout string) string {
	if !strings.Contains(layout, "[deck]") {
		layout = "[deck]\nlang = \"en\"\n\n" + layout
	}
	layout = strings.Replace(layout, "[deck]", "[deck]\ntitle = \"Answers\"", 1)
	if !strings.Contains(layout, "[data.answers]") {
		layout += "\n[data.answers]\n"
	}
	layout = strings.Replace(layout, "[data.answers]", "[data.answers]\nfile = \"answers.csv\"", 1)
	file, _ := config.Read("deck.toml", func(string) ([]byte, error) { return []byte(layout), nil })
	for _, q := range file.Data[0].Questions {
		layout += "\n[[slide]]\nheadline = \"Answers\"\n  [[slide.chart]]\n  type = \"bar\"\n  question = \"" + q.Name.V + "\"\n"
	}
	return layout
}

func tell(args ...string) (int, string) {
	var out bytes.Buffer
	ui := newUI(io.Discard, &out, func(string) string { return "" })
	code := run(args, ui)
	return code, out.String()
}

func write(t *testing.T, file, text string) {
	t.Helper()
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
