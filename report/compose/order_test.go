package compose_test

import (
	"strings"
	"testing"

	"lysark/report/scene"
)

// TestProseIsTaggedInTheOrderOfTheFile reads a slide's paragraphs and lists in the order of the tags, and wants each
// below the one before.
func TestProseIsTaggedInTheOrderOfTheFile(t *testing.T) {
	const bullets, text, lead = "bullets = [\"Bb\", \"Cc\"]\n", "text = [\"Dd\", \"Ee\"]\n", "lead = \"Aa\"\n"
	for _, tt := range []struct{ slide, want string }{
		{lead + bullets + text, "Aa Bb Cc Dd Ee"},
		{lead + text + bullets, "Aa Dd Ee Bb Cc"},
		{text + bullets + lead, "Aa Dd Ee Bb Cc"},
		{bullets + text, "Bb Cc Dd Ee"},
	} {
		page := slides(t, "", "[[slide]]\nheadline = \"H\"\n"+tt.slide)[0]
		var words []string
		low := 0.0
		eachText(page.Items, func(text scene.Text) {
			if len(text.S) != 2 {
				return
			}
			if words = append(words, text.S); text.At.Y <= low {
				t.Errorf("%q: %q is not below what is before it", tt.slide, text.S)
			}
			low = text.At.Y
		})
		if got := strings.Join(words, " "); got != tt.want {
			t.Errorf("%q is tagged as %q, want %q", tt.slide, got, tt.want)
		}
	}
}

// eachText visits texts in the order in which they are read.
func eachText(items []scene.Item, visit func(scene.Text)) {
	for _, item := range items {
		switch item := item.(type) {
		case scene.Group:
			eachText(item.Items, visit)
		case scene.Text:
			visit(item)
		}
	}
}
