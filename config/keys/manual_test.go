package keys_test

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"lysark/config"
	"lysark/config/diag"
	"lysark/report/mail/mailfile"
)

// example is a piece of TOML in the manual.
type example struct {
	line int
	text string
}

func examples(t *testing.T, file string) []example {
	t.Helper()
	text := manual(t, file)
	var out []example
	for _, m := range regexp.MustCompile("(?ms)^```toml\n(.*?)^```$").FindAllStringSubmatchIndex(text, -1) {
		out = append(out, example{strings.Count(text[:m[2]], "\n") + 1, text[m[2]:m[3]]})
	}
	if len(out) == 0 {
		t.Fatalf("%s has no examples: the test looks in the wrong place", file)
	}
	return out
}

func manual(t *testing.T, file string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", file))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// readExample reads a layout, or a theme through a layout that names it. Whatever else it names is there.
func readExample(t *testing.T, text string, isTheme bool) (*config.File, diag.List) {
	t.Helper()
	layout, theme := text, ""
	if isTheme {
		layout, theme = "[deck]\ntitle = \"T\"\ntheme = \"theme.toml\"\n[[slide]]\n", text
	}
	png := picture(t)
	return config.Read("deck.toml", func(name string) ([]byte, error) {
		switch {
		case name == "deck.toml":
			return []byte(layout), nil
		case name == "theme.toml":
			return []byte(theme), nil
		case strings.HasSuffix(name, ".png"):
			return []byte(png), nil
		}
		return []byte("a font"), nil
	})
}

func TestTheManualsExamplesAreRight(t *testing.T) {
	for _, file := range []string{"README.md", "docs/layout.md", "docs/theme.md", "docs/expressions.md", "docs/mail.md"} {
		for _, e := range examples(t, file) {
			t.Run(fmt.Sprintf("%s:%d", file, e.line), func(t *testing.T) {
				_, list := readExample(t, e.text, file == "docs/theme.md")
				if file == "docs/mail.md" {
					_, list = readMail(e.text)
				}
				for _, d := range list {
					t.Errorf("%s:%d: %s: %s", file, e.line+d.Line-1, d.Severity, d.Message)
				}
			})
		}
	}
}

func TestTheManualWritesOutTheBuiltInTheme(t *testing.T) {
	all := examples(t, "docs/theme.md")
	file, _ := readExample(t, all[len(all)-1].text, true)
	got := *file.Theme
	got.File = ""
	if want := *config.DefaultTheme(); !reflect.DeepEqual(got, want) {
		t.Errorf("the manual's is\n%+v\nthe built-in theme is\n%+v", got, want)
	}
}

// keysIn are the keys of a schema, and the values of those that are one of a few, as a table of the manual has to
// write them. The rules have a page of their own.
func keysIn(t *testing.T, schema []byte) (keys, values []string) {
	t.Helper()
	inLayout := strings.Contains(string(schema), "Layout file")
	eachKey(t, schema, func(where string, key map[string]any) {
		if inLayout && strings.HasPrefix(where, "/mail/") {
			return // has a page of its own
		}
		keys = append(keys, path.Base(where))
		for _, v := range append(list(key["enum"]), list(object(key["items"])["enum"])...) {
			if _, isRule := diag.RuleNamed(v.(string)); !isRule {
				values = append(values, `"`+strings.ReplaceAll(v.(string), "|", `\|`)+`"`)
			}
		}
	})
	return keys, values
}

func list(v any) []any {
	l, _ := v.([]any)
	return l
}

func TestTheManualHasEveryKeyAndNoOther(t *testing.T) {
	tests := []struct {
		file   string
		schema []byte
	}{
		{"docs/layout.md", config.LayoutSchema(mailfile.Keys())},
		{"docs/theme.md", config.ThemeSchema()},
		{"docs/mail.md", mailfile.Schema()},
	}
	for _, tt := range tests {
		t.Run(tt.file, func(t *testing.T) {
			text := manual(t, tt.file)
			keys, values := keysIn(t, tt.schema)
			for _, v := range values {
				if !strings.Contains(text, "`"+v+"`") {
					t.Errorf("the value %s is not in %s", v, tt.file)
				}
			}
			for _, k := range keys {
				if !regexp.MustCompile("`" + k + "`|\\[+[a-z.]*" + k + "[].]").MatchString(text) {
					t.Errorf("the key %s is not in %s", k, tt.file)
				}
			}
			for _, k := range keysOfTables(text) {
				if !slices.Contains(keys, k) {
					t.Errorf("%s has a key %s, which nobody reads", tt.file, k)
				}
			}
		})
	}
}

// keysOfTables are the words in the first column of the manual's tables of keys.
func keysOfTables(text string) []string {
	var out []string
	for _, table := range regexp.MustCompile(`(?m)^\| keys? \|.*\n\|---.*\n((?:\|.*\n)+)`).FindAllStringSubmatch(text, -1) {
		for _, row := range strings.Split(strings.TrimSpace(table[1]), "\n") {
			first, _, _ := strings.Cut(strings.TrimPrefix(row, "|"), "|")
			for _, m := range regexp.MustCompile("`([a-z0-9_]+)`").FindAllStringSubmatch(first, -1) {
				out = append(out, m[1])
			}
		}
	}
	return out
}

func TestTheListOfRulesIsCurrent(t *testing.T) {
	var b strings.Builder
	b.WriteString("# Rules\n\nEvery message ends with the name of its rule. A warning can be silenced by that name in the layout, with a\n" +
		"reason; an error cannot:\n\n    silence = [{ rule = \"fill-contrast\", reason = \"every such area carries its own label\" }]\n\n| rule | what is wrong |\n|---|---|\n")
	for _, r := range diag.Rules() {
		fmt.Fprintf(&b, "| `%s` | %s |\n", r, r.Text())
	}
	const file = "../../docs/rules.md"
	if os.Getenv("UPDATE") == "1" {
		if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := os.ReadFile(file); err != nil || string(got) != b.String() {
		t.Errorf("docs/rules.md is not current (%v): write it anew with UPDATE=1", err)
	}
}
