package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"lysark/report/pdf/inspect"
	"lysark/report/scene"
)

// What other readers make of the reference deck, with charts as pictures and as drawings. poppler's and qpdf's programs
// are asked where they are there; .ci/run installs them.
func TestOtherReadersReadTheReferenceDeckAsItIs(t *testing.T) {
	t.Parallel()
	for _, charts := range []string{"png", "vector"} {
		t.Run(charts, func(t *testing.T) {
			t.Parallel()
			layout := referenceDeck(t, charts)
			file := filepath.Join(filepath.Dir(layout), "deck.pdf")
			ui := newUI(io.Discard, io.Discard, func(string) string { return "" })
			o := buildOptions{layout: layout}
			if err := runBuild(context.Background(), ui, o); err != nil {
				t.Fatal(err)
			}
			laid, err := layOut(context.Background(), ui, o)
			if err != nil {
				t.Fatal(err)
			}
			readsInOrder(t, file, laid.pages, charts == "vector")
			readsWholeText(t, file, laid.pages)
			fontsAreWhole(t, file)
			if out := reader(t, "pdfinfo", file); !strings.Contains(out, "Tagged:          yes") {
				t.Errorf("pdfinfo does not say that it is tagged:\n%s", out)
			}
			reader(t, "qpdf", "--check", file)
			breaksNoRule(t, file)
			if info, err := os.Stat(file); charts == "vector" && (err != nil || info.Size() > 250_000) {
				t.Errorf("the drawn deck takes %d bytes, at most 250 kB are allowed", info.Size())
			}
		})
	}
}

// Whatever is asked for, the PDF breaks no rule of PDF/UA or PDF/A that the inspector knows.
func TestNoWayOfBuildingBreaksARule(t *testing.T) {
	t.Parallel()
	options := "data_pages = true\nattachments = true"
	for name, o := range map[string]buildOptions{
		"whole": {}, "notes": {notes: true}, "one slide": {slides: "3"}, "slides and notes": {slides: "2,13-14", notes: true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			layout := referenceDeck(t, "png")
			insert(t, layout, `charts = "png"`, options)
			o.layout = layout
			if err := runBuild(context.Background(), newUI(io.Discard, io.Discard, func(string) string { return "" }), o); err != nil {
				t.Fatal(err)
			}
			breaksNoRule(t, o.target())
		})
	}
}

func breaksNoRule(t *testing.T, file string) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	d, err := inspect.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range d.Problems {
		t.Errorf("%s: page %d: %s (%s)", filepath.Base(file), p.Page, p.Message, p.Rule)
	}
}

// insert adds lines to the layout below one of its lines.
func insert(t *testing.T, layout, below, lines string) {
	t.Helper()
	text, err := os.ReadFile(layout)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(text), below) {
		t.Fatalf("the layout has no line %s", below)
	}
	changed := strings.Replace(string(text), below, below+"\n"+lines, 1)
	if err := os.WriteFile(layout, []byte(changed), 0o666); err != nil {
		t.Fatal(err)
	}
}

// referenceDeck is a copy of the reference deck whose charts are drawn in the given way.
func referenceDeck(t *testing.T, charts string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(filepath.Join(root, "decks", "hjemmekontor"))); err != nil {
		t.Fatal(err)
	}
	layout := filepath.Join(dir, "deck.toml")
	text, err := os.ReadFile(layout)
	if err != nil {
		t.Fatal(err)
	}
	changed := strings.Replace(string(text), `charts = "png"`, `charts = "`+charts+`"`, 1)
	if !strings.Contains(changed, `charts = "`+charts+`"`) {
		t.Fatal("the reference deck does not say how its charts are drawn")
	}
	if err := os.WriteFile(layout, []byte(changed), 0o666); err != nil {
		t.Fatal(err)
	}
	return layout
}

// readsInOrder holds every text against what the structure tree gives: once, in order, with whole words.
func readsInOrder(t *testing.T, file string, pages []scene.Page, charts bool) {
	t.Helper()
	var want, got []string
	for _, p := range pages {
		want = append(want, blocks(p.Items, charts)...)
	}
	for line := range strings.Lines(reader(t, "pdfinfo", "-struct-text", file)) {
		line = strings.TrimSpace(line)
		if len(line) > 2 && line[0] == '"' && line[len(line)-1] == '"' {
			got = append(got, strings.TrimSpace(line[1:len(line)-1]))
		}
	}
	for i := range max(len(want), len(got)) {
		if i >= len(want) || i >= len(got) || want[i] != got[i] {
			t.Fatalf("text %d is read as %q, want %q", i+1, at(got, i), at(want, i))
		}
	}
}

func at(texts []string, i int) string {
	if i < len(texts) {
		return texts[i]
	}
	return "nothing"
}

// blocks are the texts of each block in reading order; those of charts only where they are drawn.
func blocks(items []scene.Item, charts bool) []string {
	var out []string
	for _, it := range items {
		g, ok := it.(scene.Group)
		if !ok || g.Role == scene.Artifact || g.Role == scene.Figure && !charts {
			continue
		}
		if own := words(g.Items); own != "" {
			out = append(out, own)
		}
		out = append(out, blocks(g.Items, charts)...)
	}
	return out
}

// words are the group's own lines put together, with the words that were broken made whole.
func words(items []scene.Item) string {
	var b strings.Builder
	for _, it := range items {
		t, ok := it.(scene.Text)
		switch {
		case !ok:
		case t.Hyphen:
			b.WriteString(strings.TrimSuffix(t.S, "-"))
		case t.Joined:
			b.WriteString(t.S)
		default:
			b.WriteString(t.S + " ")
		}
	}
	return strings.TrimSpace(b.String())
}

// readsWholeText looks for every letter that is not ASCII in plain text: æ, ø and å, dashes and quotation marks.
func readsWholeText(t *testing.T, file string, pages []scene.Page) {
	t.Helper()
	plain := reader(t, "pdftotext", "-layout", file, "-")
	for _, p := range pages {
		for _, text := range blocks(p.Items, false) {
			for word := range strings.FieldsSeq(text) {
				if !strings.Contains(plain, word) && !strings.Contains(strings.ReplaceAll(plain, "\u00a0", " "), word) {
					t.Errorf("slide %d: pdftotext does not give %q", p.Number, word)
				}
			}
		}
	}
}

// fontsAreWhole: embedded, of used characters only, with a map to Unicode.
func fontsAreWhole(t *testing.T, file string) {
	t.Helper()
	lines := strings.Split(strings.TrimSpace(reader(t, "pdffonts", file)), "\n")
	if len(lines) < 4 {
		t.Errorf("pdffonts sees %d lines", len(lines))
	}
	for _, line := range lines[2:] {
		if n := len(strings.Fields(line)); n < 8 || !slices.Equal(strings.Fields(line)[n-5:n-2], []string{"yes", "yes", "yes"}) {
			t.Errorf("a font is not embedded, subset and mapped: %s", line)
		}
	}
}

// reader runs one of the programs that read PDFs.
func reader(t *testing.T, name string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		t.Skipf("%s is not here", name)
	}
	var out, complaints bytes.Buffer
	cmd := exec.Command(name, args...)
	cmd.Stdout, cmd.Stderr = &out, &complaints
	if err := cmd.Run(); err != nil || complaints.Len() > 0 {
		t.Errorf("%s: %v %s", name, err, complaints.String())
	}
	return out.String()
}
