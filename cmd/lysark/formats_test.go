package main

import (
	"os"
	"strings"
	"testing"

	"lysark/report/output"
)

func TestEveryFormatOfDecksIsWhole(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, f := range formats() {
		if lack := lackOf(f); lack != "" {
			t.Errorf("the format %q has no %s", f.Ending, lack)
		}
		if seen[f.Ending] {
			t.Errorf("two formats have the ending %q", f.Ending)
		}
		seen[f.Ending] = true
		if !strings.Contains(string(readme), strings.ToUpper(strings.TrimPrefix(f.Ending, "."))) {
			t.Errorf("the README does not tell of %s", f.Ending)
		}
	}
	whole := formats()[0]
	for lack, spoilt := range map[string]output.Format{
		"ending":         {Limits: whole.Limits, Write: whole.Write},
		"way to write":   {Ending: whole.Ending, Limits: whole.Limits},
		"name in limits": {Ending: whole.Ending, Write: whole.Write},
	} {
		if got := lackOf(spoilt); got != lack {
			t.Errorf("of a format without %s the test says %q", lack, got)
		}
	}
}

func lackOf(f output.Format) string {
	switch {
	case !strings.HasPrefix(f.Ending, ".") || f.Ending != strings.ToLower(f.Ending):
		return "ending"
	case f.Write == nil:
		return "way to write"
	case f.Limits.Of == "":
		return "name in limits"
	}
	return ""
}

func TestTheFormatIsThatOfTheFilesEnding(t *testing.T) {
	for out, want := range map[string]string{"deck.pdf": ".pdf", "DECK.PDF": ".pdf", "": ".pdf", "-": ".pdf", "deck": ".pdf"} {
		if got := (buildOptions{out: out}).format().Ending; got != want {
			t.Errorf("%q is written as %s, want %s", out, got, want)
		}
	}
}
