package inspect

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
)

func TestQuick(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.pdf")
	if f := os.Getenv("PDF"); f != "" {
		files = []string{f}
	}
	for _, name := range files {
		data, _ := os.ReadFile(name)
		d, err := Read(data)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range d.Problems {
			t.Logf("%s: %s %s p%d %q: %s", filepath.Base(name), p.Severity, p.Rule, p.Page, p.Where, p.Message)
		}
		if filepath.Base(name) == "tagged-a3.pdf" || os.Getenv("PDF") != "" {
			j, _ := json.MarshalIndent(d, "", " ")
			t.Log(string(j))
		}
	}
}
