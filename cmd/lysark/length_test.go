package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestWhatIsTooLongForAPDFIsAProblem: PDF/A holds 32,767 bytes in one piece, and nothing but this program cuts text up.
func TestWhatIsTooLongForAPDFIsAProblem(t *testing.T) {
	long := strings.Repeat("ø", 16_400)
	tests := []struct{ name, deck, want string }{
		{"a subject", "subject = \"" + long + "\"\n[[slide]]\nheadline = \"Svar\"\n", "deck.toml:3:11: error: the text has 16400 characters, and a PDF holds 16382 in one piece"},
		{"an alternative text", "[[slide]]\nheadline = \"Svar\"\nchart = [{ type = \"bar\", labels = [\"Ja\"], values = [5], alt = \"" + long + "\" }]\n", "the text has 16400 characters"},
		{"an address", "[[slide]]\nheadline = \"Svar\"\ntext = \"[her](https://example.no/" + strings.Repeat("x", 33_000) + ")\"\n", "is longer than a PDF can hold"},
		{"notes, which are cut up", "[[slide]]\nheadline = \"Svar\"\nnotes = \"" + strings.Repeat("Si det. ", 5000) + "\"\n", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			layout := filepath.Join(t.TempDir(), "deck.toml")
			if err := os.WriteFile(layout, []byte("[deck]\ntitle = \"Prøve\"\n"+tt.deck), 0o666); err != nil {
				t.Fatal(err)
			}
			var out bytes.Buffer
			code := run([]string{"check", layout}, newUI(io.Discard, &out, func(string) string { return "" }))
			if (code == exitFine) != (tt.want == "") || !strings.Contains(out.String(), tt.want) || strings.Count(out.String(), "error: ") > 1 {
				t.Errorf("exit code %d, got %s", code, out.String())
			}
		})
	}
}
