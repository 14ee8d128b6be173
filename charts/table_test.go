package charts

import (
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"lysark/config"
	"lysark/report/locale"
	"lysark/report/mail/mailfile"
)

// TestEveryLineOfTheTableIsComplete holds that a kind says all that has to be said of it.
func TestEveryLineOfTheTableIsComplete(t *testing.T) {
	seen := map[Kind]bool{}
	for _, line := range kinds() {
		if lack := lacks(line); lack != "" {
			t.Errorf("%q lacks %s", line.name, lack)
		}
		if seen[line.name] {
			t.Errorf("there are two of %q", line.name)
		}
		seen[line.name] = true
	}
}

// TestALineThatIsNotCompleteIsFound spoils each line of the table in every way.
func TestALineThatIsNotCompleteIsFound(t *testing.T) {
	for name, spoil := range map[string]func(*traits){
		"name":                             func(k *traits) { k.name = "" },
		"drawing":                          func(k *traits) { k.draw = nil },
		"arrangement":                      func(k *traits) { k.series = 0 },
		"wholeness":                        func(k *traits) { k.whole = 0 },
		"a whole to round the labels of":   func(k *traits) { k.series, k.whole = sideBySide, always },
		"values without a sign in a whole": func(k *traits) { k.whole, k.series, k.signed = always, endToEnd, true },
		"room":                             func(k *traits) { k.most = 0 },
		"room beyond what can be read":     func(k *traits) { k.readable = k.most },
		"words in nb":                      func(k *traits) { k.words.nb = "" },
		"words in nn":                      func(k *traits) { k.words.nn = "" },
		"words in en":                      func(k *traits) { k.words.en = "" },
		"words for lying bars":             func(k *traits) { k.lying = words{nb: "x"} },
	} {
		for _, line := range kinds() {
			if spoil(&line); lacks(line) != name {
				t.Errorf("a line without %s lacks %q", name, lacks(line))
			}
		}
	}
}

// lacks is what a line of the table does not have, empty when it has all.
func lacks(k traits) string {
	switch {
	case k.name == "":
		return "name"
	case k.draw == nil:
		return "drawing"
	case k.series == 0:
		return "arrangement"
	case k.whole == 0:
		return "wholeness"
	case k.whole != never && k.series != alone && k.series != endToEnd:
		return "a whole to round the labels of"
	case k.whole != never && k.signed:
		return "values without a sign in a whole"
	case k.most < 1:
		return "room"
	case k.readable >= k.most:
		return "room beyond what can be read"
	case k.lying != (words{}) && slices.Contains([]string{k.lying.nb, k.lying.nn, k.lying.en}, ""):
		return "words for lying bars"
	}
	for _, tag := range locale.Tags() {
		if k.words.in(tag) == "" {
			return "words in " + tag
		}
	}
	return ""
}

// TestEveryKindIsCalledByAWordOfItsOwn: who hears two charts has to know which is which, whatever the language.
func TestEveryKindIsCalledByAWordOfItsOwn(t *testing.T) {
	for _, tag := range locale.Tags() {
		l, _ := locale.For(tag)
		called := map[string]Kind{}
		for _, k := range Kinds() {
			word := Chart{Kind: k, Vertical: true}.Called(l)
			if other, twice := called[word]; twice || word == "" {
				t.Errorf("%s: a %s chart is called %q, as a %s chart is", tag, k, word, other)
			}
			called[word] = k
		}
	}
}

// TestTheListsOfKindsAreTheTable holds what authors read and what their files are read by against the table.
func TestTheListsOfKindsAreTheTable(t *testing.T) {
	want := strings.Join(kindNames(), " ")
	for place, list := range map[string]struct {
		text string
		of   func(string) []string
	}{
		"the table of types in docs/layout.md":   {textOf(t, "../docs/layout.md"), typesOfManual},
		"the value of type in docs/layout.md":    {textOf(t, "../docs/layout.md"), valuesOfManual},
		"the example in README.md":               {textOf(t, "../README.md"), commentOfExample},
		"the schema that the layout is read by":  {string(config.LayoutSchema(mailfile.Keys())), typesOfSchema},
		"the schema in docs/schema, for editors": {textOf(t, "../docs/schema/layout.schema.json"), typesOfSchema},
	} {
		if got := strings.Join(list.of(list.text), " "); got != want {
			t.Errorf("%s: %s\nthe table has: %s", place, got, want)
		}
		for _, k := range Kinds() {
			if got := strings.Join(list.of(without(list.text, k)), " "); got == want {
				t.Errorf("%s: nobody would miss %q", place, k)
			}
		}
	}
}

func textOf(t *testing.T, file string) string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// without is a text that has another word for a kind.
func without(text string, k Kind) string {
	return regexp.MustCompile(`\b`+string(k)+`\b`).ReplaceAllString(text, "xxx")
}

// typesOfManual are the kinds that the table of "The types" has a row for.
func typesOfManual(text string) []string {
	_, section, _ := strings.Cut(text, "### The types\n\n")
	table, _, _ := strings.Cut(section, "\n\n")
	return found(table, "(?m)^\\| `([a-z]+)` \\|")
}

// valuesOfManual are the kinds that the row of the key tells.
func valuesOfManual(text string) []string {
	row := regexp.MustCompile("(?m)^\\| `type` \\| (`\"[^|]*)\\|").FindString(text)
	return found(row, "`\"([a-z]+)\"`")
}

// commentOfExample are the kinds beside the type of an example.
func commentOfExample(text string) []string {
	return strings.Fields(strings.Join(found(text, `(?m)^ *type = "[a-z]+" +# ([a-z ]+)$`), " "))
}

func found(text, pattern string) []string {
	var out []string
	for _, m := range regexp.MustCompile(pattern).FindAllStringSubmatch(text, -1) {
		out = append(out, m[1])
	}
	return out
}

// typesOfSchema are the values that the schema allows for a chart's type.
func typesOfSchema(text string) []string {
	var layout any
	if json.Unmarshal([]byte(text), &layout) != nil {
		return nil
	}
	for _, key := range strings.Fields("properties slide items properties chart items properties type enum") {
		object, _ := layout.(map[string]any)
		layout = object[key]
	}
	var out []string
	values, _ := layout.([]any)
	for _, v := range values {
		out = append(out, fmt.Sprint(v))
	}
	return out
}
