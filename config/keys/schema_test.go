package keys_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"math"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/BurntSushi/toml"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/santhosh-tekuri/jsonschema/v6/kind"

	"lysark/config"
	"lysark/config/diag"
	"lysark/config/keys"
	"lysark/report/golden"
	"lysark/report/mail/mailfile"
)

func TestTheSchemasInDocsAreCurrent(t *testing.T) {
	files := golden.New(t, filepath.Join("..", "..", "docs", "schema"))
	files.Text("layout.schema.json", string(config.LayoutSchema(mailfile.Keys())))
	files.Text("theme.schema.json", string(config.ThemeSchema()))
	files.Text("mail.schema.json", string(mailfile.Schema()))
}

func TestEveryKeyOfTheSchemasIsDescribed(t *testing.T) {
	for _, s := range schemas(t) {
		eachKey(t, s.text, func(where string, key map[string]any) {
			text, _ := key["description"].(string)
			if text == "" || len([]rune(text)) > 110 || strings.HasSuffix(text, ".") {
				t.Errorf("%s: %s needs a short description: the tag doc of its field, without a full stop", s.name, where)
			}
		})
	}
}

// TestTheDefaultsOfTheSchemaAreThoseOfTheProgram compares them with the source of report/resolve, which fills them in.
func TestTheDefaultsOfTheSchemaAreThoseOfTheProgram(t *testing.T) {
	defaults := map[string]string{}
	for _, s := range schemas(t) {
		eachKey(t, s.text, func(where string, key map[string]any) {
			if v, ok := key["default"]; ok {
				defaults[path.Base(where)] = fmt.Sprint(v)
			}
		})
	}
	names, _ := filepath.Glob("../../report/resolve/*.go")
	filledIn := regexp.MustCompile(`\.([A-Z]\w+)\.Or\("?(\w+)"?\)`).FindAllStringSubmatch(strings.Join(contents(t, names), "\n"), -1)
	if len(filledIn) < 6 {
		t.Errorf("only %d defaults found in report/resolve: the test looks for the wrong thing", len(filledIn))
	}
	for _, m := range filledIn {
		if got, ok := defaults[strings.ToLower(m[1])]; ok && got != m[2] {
			t.Errorf("the default of %s is %s in the schema, %s in report", m[1], got, m[2])
		}
	}
	file, _ := readExample(t, "[logo]\nfile = \"logo.png\"\n", true)
	if got := fmt.Sprint(file.Theme.Logo.Height); got != defaults["height"] {
		t.Errorf("the default height of a logo is %s in the schema, %s in the reader", defaults["height"], got)
	}
}

// notInSchema are the mistakes that the reader finds and the schema cannot: by rule and the beginning of a part of the
// message. All others it has to find at the same place.
type notInSchemaLine struct {
	rule      diag.Rule
	part, why string
}

func notInSchema() []notInSchemaLine {
	return []notInSchemaLine{
		{diag.Syntax, "", "editors tell it themselves: there is nothing to validate"},
		{diag.MissingFile, "", "a schema opens no files"},
		{diag.BadFile, "", "a schema opens no files"},
		{diag.Duplicate, "", "a schema compares no two places of a file"},
		{diag.Contrast, "", "a schema does not compute"},
		{diag.FillContrast, "", "a schema does not compute"},
		{diag.PaletteSimilar, "", "a schema does not compute"},
		{diag.ValueRange, "chart_min is", "a schema compares no two places of a file"},
		{diag.ValueRange, "must fall from", "a schema knows no order; the ends of the range it does know, and colours-and-sizes below holds them"},
		{diag.BadValue, "has to be a number or two in order", "a schema knows no order"},
		{diag.BadValue, "control character", "a pattern on every text would hide what the schema says"},
		{diag.BadValue, "an infinite number", "JSON has neither infinity nor nan; both come as null, which stands for a missing number"},
		{diag.WrongType, "must be a date, not text", "TOML's dates are texts in JSON"},
		{diag.WrongType, ", not a date", "TOML's dates are texts in JSON"},
		{diag.BadAddress, "", "a pattern for addresses would let wrong ones pass, or be longer than all else; it knows the @"},
		{diag.ValueRange, "it must be between 1m and 30d", "a schema does not compute"},
		{diag.ValueRange, "it must be between 1s and", "a schema does not compute"},
		{diag.ValueRange, "it must be between 100kB and", "a schema does not compute"},
		{diag.BadValue, "in the wrong order", "a schema knows no order"},
		{diag.BadValue, "is not a domain", "a pattern cannot tell which letters IDNA has"},
		{diag.BadValue, "holds a port", "a pattern cannot tell a port from an IPv6 number"},
		{diag.BadValue, "is not the one for tls", "a warning: such servers may be"},
		{diag.AttachedMail, "", "a schema compares no two places of a file"},
		{diag.OpenConnection, "", "a schema does not know which host is this machine"},
		{diag.BadValue, "has both", "a schema would say of all that they are too many"},
		{diag.BadValue, "one click needs a page", "a schema compares no two places of a file"},
		{diag.BadValue, "of [mail.smtp] is none, but", "a schema compares no two places of a file"},
		{diag.Missing, "but there is no user", "a schema compares no two places of a file"},
		{diag.BadValue, "takes an access token", "a schema compares no two places of a file"},
		{diag.BadValue, "not an access token", "a schema compares no two places of a file"},
	}
}

func seen(d diag.Diagnostic) bool {
	return !slices.ContainsFunc(notInSchema(), func(n notInSchemaLine) bool {
		return n.rule == d.Rule && strings.Contains(d.Message, n.part)
	})
}

func TestWhatTheSchemaCannotSeeIsInTheBadLayouts(t *testing.T) {
	var all diag.List
	for _, s := range schemas(t) {
		eachFile(t, s.mistakes, func(t *testing.T, text string) { all.Add(s.read(text)) })
	}
	for _, n := range notInSchema() {
		if !slices.ContainsFunc(all, func(d diag.Diagnostic) bool { return d.Rule == n.rule && strings.Contains(d.Message, n.part) }) {
			t.Errorf("no bad layout has a mistake %s %q: take it off the list", n.rule, n.part)
		}
	}
}

func TestTheSchemasFindMistakesAtTheirPlace(t *testing.T) {
	for _, s := range schemas(t) {
		t.Run(s.name, func(t *testing.T) {
			eachFile(t, s.mistakes, func(t *testing.T, text string) {
				list := s.read(text)
				if slices.ContainsFunc(list, func(d diag.Diagnostic) bool { return d.Rule == diag.Syntax }) {
					return
				}
				found := s.validate(decoded(t, text))
				for _, d := range list {
					if at := keys.PathsAt(text, d.Pos); seen(d) && !slices.ContainsFunc(at, func(p string) bool { return slices.Contains(found, p) }) {
						t.Errorf("%d:%d: %s (%s)\nthe schema finds nothing at %q, but at %q: if it cannot, say why in notInSchema", d.Line, d.Col, d.Message, d.Rule, at, found)
					}
				}
				for _, p := range found {
					if !slices.ContainsFunc(list, func(d diag.Diagnostic) bool {
						return slices.ContainsFunc(keys.PathsAt(text, d.Pos), func(at string) bool { return inside(p, at) || inside(at, p) })
					}) {
						t.Errorf("the schema finds a mistake at %q, the reader none", p)
					}
				}
			})
		})
	}
}

// inside tells whether the path is the other, or within it.
func inside(p, other string) bool {
	return p == other || other == "" || strings.HasPrefix(p, other+"/")
}

func TestTheSchemasAcceptWhatBuilds(t *testing.T) {
	layouts, themes, mails := []string{"../testdata/everything/layout.toml"}, []string{"../testdata/everything/theme.toml"}, []string{"../../report/mail/mailfile/testdata/everything/mail.toml"}
	for _, pattern := range []string{"../../decks/*/*.toml", "../../report/draft/starter/*/*.toml", "../../report/compose/testdata/*/*.toml", "../testdata/errors/ok*.toml", "../testdata/errors/theme/ok*.toml", "../../report/mail/mailfile/testdata/errors/ok*.toml"} {
		names, _ := filepath.Glob(pattern)
		if len(names) == 0 {
			t.Errorf("nothing is named %s: the test looks in the wrong place", pattern)
		}
		for _, name := range names {
			switch base := path.Base(filepath.ToSlash(name)); {
			case base == "theme.toml" || strings.Contains(filepath.ToSlash(name), "/theme/"):
				themes = append(themes, name)
			case base == "mail.toml" || strings.Contains(filepath.ToSlash(name), "/mail/"):
				mails = append(mails, name)
			default:
				layouts = append(layouts, name)
			}
		}
	}
	texts := map[string][]string{"layout": contents(t, layouts), "theme": contents(t, themes), "mail": contents(t, mails)}
	for _, file := range []string{"README.md", "docs/layout.md"} {
		for _, e := range examples(t, file) {
			texts["layout"] = append(texts["layout"], e.text)
		}
	}
	for _, e := range examples(t, "docs/theme.md") {
		texts["theme"] = append(texts["theme"], e.text)
	}
	for _, e := range examples(t, "docs/mail.md") {
		texts["mail"] = append(texts["mail"], e.text)
	}
	for _, s := range schemas(t) {
		for _, text := range texts[s.name] {
			for _, p := range s.validate(decoded(t, text)) {
				t.Errorf("the schema of the %s rejects %q of\n%s", s.name, p, text)
			}
		}
	}
}

func contents(t *testing.T, names []string) []string {
	t.Helper()
	var out []string
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, string(data))
	}
	return out
}

// target is a kind of file that has a schema.
type target struct {
	name, mistakes, everything string
	text                       []byte
	schema                     *jsonschema.Schema
	files                      map[string]string // what such files name
}

func schemas(t *testing.T) []target {
	t.Helper()
	out := []target{
		{name: "layout", mistakes: "../testdata/errors/*.toml", everything: "../testdata/everything/layout.toml", text: config.LayoutSchema(mailfile.Keys())},
		{name: "theme", mistakes: "../testdata/errors/theme/*.toml", everything: "../testdata/everything/theme.toml", text: config.ThemeSchema()},
		{name: "mail", mistakes: "../../report/mail/mailfile/testdata/errors/*.toml", everything: "../../report/mail/mailfile/testdata/everything/mail*.toml", text: mailfile.Schema()},
	}
	for i := range out {
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(out[i].text))
		if err != nil {
			t.Fatal(err)
		}
		c := jsonschema.NewCompiler()
		if err := c.AddResource("schema.json", doc); err != nil {
			t.Fatal(err)
		}
		if out[i].schema, err = c.Compile("schema.json"); err != nil {
			t.Fatal(err)
		}
		out[i].files = assets(t)
	}
	return out
}

// read is what the reader says of such a file. Whatever it names is there, but for what bad layouts call nowhere.
func (s target) read(text string) diag.List {
	if s.name == "mail" {
		_, list := readMail(text)
		return slices.DeleteFunc(list, func(d diag.Diagnostic) bool { return d.File != "mail.toml" })
	}
	layout, name := text, "deck.toml"
	if s.name == "theme" {
		layout, name = "[deck]\ntitle = \"T\"\ntheme = \"theme.toml\"\n[[slide]]\n", "theme.toml"
	}
	file, list := config.Read("deck.toml", func(asked string) ([]byte, error) {
		data, known := s.files[asked]
		switch {
		case asked == "deck.toml":
			return []byte(layout), nil
		case asked == name:
			return []byte(text), nil
		case strings.HasPrefix(asked, "nowhere"):
			return nil, os.ErrNotExist
		case known:
			return []byte(data), nil
		}
		return []byte(s.files["good.png"]), nil
	})
	list.Add(mailfile.CheckIn(file.Mail))
	list.Add(file.Silenced(nil))
	return slices.DeleteFunc(list, func(d diag.Diagnostic) bool { return d.File != name })
}

// validate is where the schema finds mistakes: the paths of the values, and of keys that are not known.
func (s target) validate(v any) []string {
	var invalid *jsonschema.ValidationError
	if err := s.schema.Validate(asJSON(v)); err == nil || !errors.As(err, &invalid) {
		return nil
	}
	var out []string
	collect(invalid, &out)
	slices.Sort(out)
	return slices.Compact(out)
}

func collect(e *jsonschema.ValidationError, into *[]string) {
	at := strings.Join(e.InstanceLocation, "/")
	switch k := e.ErrorKind.(type) {
	case *kind.AdditionalProperties:
		for _, name := range k.Properties {
			*into = append(*into, strings.TrimPrefix(at+"/"+name, "/"))
		}
	case *kind.Schema, *kind.Group, *kind.Reference:
	default:
		*into = append(*into, at)
	}
	for _, cause := range e.Causes {
		collect(cause, into)
	}
}

func decoded(t *testing.T, text string) any {
	t.Helper()
	table := map[string]any{}
	if _, err := toml.Decode(text, &table); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return table
}

// asJSON is a TOML value as editors hand it to a validator: dates are texts, and numbers that JSON lacks are null.
func asJSON(v any) any {
	switch v := v.(type) {
	case map[string]any:
		out := map[string]any{}
		for k, sub := range v {
			out[k] = asJSON(sub)
		}
		return out
	case []any:
		out := []any{}
		for _, sub := range v {
			out = append(out, asJSON(sub))
		}
		return out
	case []map[string]any:
		out := []any{}
		for _, sub := range v {
			out = append(out, asJSON(sub))
		}
		return out
	case time.Time:
		if v.Year() == 0 {
			return v.Format(time.TimeOnly)
		}
		return v.Format(time.DateOnly)
	case float64:
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return nil
		}
	}
	return v
}

// eachKey visits every property of a schema with its path, without the indexes of lists and the names that the author
// makes up.
func eachKey(t *testing.T, text []byte, visit func(where string, key map[string]any)) {
	t.Helper()
	var root any
	if err := json.Unmarshal(text, &root); err != nil {
		t.Fatal(err)
	}
	var walk func(at string, v any)
	walk = func(at string, v any) {
		s, ok := v.(map[string]any)
		if !ok {
			return
		}
		keys := object(s["properties"])
		for _, k := range slices.Sorted(maps.Keys(keys)) {
			visit(at+"/"+k, object(keys[k]))
			walk(at+"/"+k, keys[k])
		}
		for _, sub := range object(s["patternProperties"]) {
			walk(at, sub)
		}
		walk(at, s["items"])
		walk(at, s["additionalProperties"])
	}
	walk("", root)
}

func object(v any) map[string]any {
	o, _ := v.(map[string]any)
	return o
}
