//go:build unix

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// BenchmarkBuild measures the whole process, started anew for each build: time, memory at its highest, and the
// size of the PDF, for the reference deck and for one ten times as long.
func BenchmarkBuild(b *testing.B) {
	program := builtOnce(b)
	for name, times := range map[string]int{"18": 1, "180": 10} {
		b.Run(name, func(b *testing.B) {
			layout := longer(b, times)
			pdf := filepath.Join(filepath.Dir(layout), "deck.pdf")
			memory := int64(0)
			for b.Loop() {
				cmd := exec.Command(program, "build", layout, "-o", pdf)
				if out, err := cmd.CombinedOutput(); err != nil {
					b.Fatalf("%v\n%s", err, out)
				}
				if usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
					memory = max(memory, usage.Maxrss)
				}
			}
			file, err := os.Stat(pdf)
			if err != nil {
				b.Fatal(err)
			}
			b.ReportMetric(float64(memory)/1024, "MB-at-most")
			b.ReportMetric(float64(file.Size())/1e6, "MB-PDF")
		})
	}
}

// longer is the reference deck with its slides repeated.
func longer(b *testing.B, times int) string {
	b.Helper()
	dir := b.TempDir()
	from := filepath.Join(root, "decks", "hjemmekontor")
	if err := os.CopyFS(dir, os.DirFS(from)); err != nil {
		b.Fatal(err)
	}
	layout := filepath.Join(dir, "deck.toml")
	data, err := os.ReadFile(layout)
	if err != nil {
		b.Fatal(err)
	}
	head, slides, _ := strings.Cut(string(data), "[[slide]]")
	text := head + strings.Repeat("\n[[slide]]"+slides, times)
	if err := os.WriteFile(layout, []byte(text), 0o666); err != nil {
		b.Fatal(err)
	}
	return layout
}
