package keys_test

import (
	"bytes"
	"fmt"
	"maps"
	"math"
	"path"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/BurntSushi/toml"
)

// TestReaderAndSchemaKnowTheSameKeysAndValues takes the files that hold every key, puts many values in the place of each
// one in them, leaves each out and adds one that is not known: the reader reports each time what the schema does.
func TestReaderAndSchemaKnowTheSameKeysAndValues(t *testing.T) {
	if testing.Short() {
		t.Skip("it reads thousands of files, one after the other")
	}
	usual := debug.SetGCPercent(400) // the files are small and leave much behind
	t.Cleanup(func() { debug.SetGCPercent(usual) })
	for _, s := range schemas(t) {
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			names, _ := filepath.Glob(s.everything)
			tried := 0
			var all []any
			for _, text := range contents(t, names) {
				whole := decoded(t, text)
				all = append(all, whole)
				tried += agree(t, s, whole)
			}
			holdsEveryKey(t, s, all)
			if tried < 1000 {
				t.Errorf("only %d files were compared", tried)
			}
		})
	}
}

// agree compares reader and schema on the file with one value changed after the other.
func agree(t *testing.T, s target, whole any) (tried int) {
	t.Helper()
	mutate(whole, func(what string) {
		tried++
		var b bytes.Buffer
		if err := toml.NewEncoder(&b).Encode(whole); err != nil {
			t.Fatalf("%s: %v", what, err)
		}
		list, found := s.read(b.String()), s.validate(whole)
		switch {
		case len(found) > 0 && len(list) == 0:
			t.Errorf("%s: the schema rejects %q, the reader takes it", what, found)
		case len(found) == 0 && slices.ContainsFunc(list, seen):
			t.Errorf("%s: the schema takes it, the reader says: %s (%s)", what, list[0].Message, list[0].Rule)
		}
	})
	return tried
}

// values are what an author may try instead of the value: all kinds, and for a number both sides of every bound.
func values(instead any) []any {
	out := []any{
		"", " ", "x", "#123456", "#12", 3, 2.5, math.NaN(), true, time.Date(2025, 11, 3, 0, 0, 0, 0, time.UTC),
		[]any{}, []any{""}, []any{"x"}, []any{1}, []any{1, 2, 3}, []any{12, 11}, []any{true}, []any{[]any{"x"}},
		[]any{"#123456"}, []any{"#123456", "#654321", "#111"}, map[string]any{}, map[string]any{"x": "x"}, map[string]any{"1x": 1}, []any{map[string]any{}},
	}
	switch instead.(type) {
	case int64, float64:
		out = append(out, -1, 0, 1, 4, 5, 6, 8, 9, 10, 11, 24, 25, 40, 41, 200, 201, 1000, 1001, 1_000_000, 1_000_001, 1_000_000_000, 1_000_000_001)
	}
	return out
}

// mutate changes one place of the tree after the other, and back.
func mutate(tree any, changed func(what string)) {
	var walk func(at string, v any, set func(any))
	walk = func(at string, v any, set func(any)) {
		for _, other := range values(v) {
			if set != nil {
				set(other)
				changed(fmt.Sprintf("%s = %#v", at, other))
				set(v)
			}
		}
		switch v := v.(type) {
		case map[string]any:
			v["unheard"] = "x"
			changed("unheard in " + at)
			delete(v, "unheard")
			for _, k := range slices.Sorted(maps.Keys(v)) {
				before := v[k]
				delete(v, k)
				changed("no " + k + " in " + at)
				v[k] = before
				walk(at+"/"+k, before, func(x any) { v[k] = x })
			}
		case []any:
			for i := range v {
				if _, table := v[i].(map[string]any); i == 0 || table { // other elements are like the first
					walk(fmt.Sprintf("%s/%d", at, i), v[i], func(x any) { v[i] = x })
				}
			}
		case []map[string]any:
			for i := range v {
				walk(fmt.Sprintf("%s/%d", at, i), v[i], func(x any) {
					if table, ok := x.(map[string]any); ok {
						v[i] = table
					}
				})
			}
		}
	}
	walk("", tree, nil)
}

// holdsEveryKey demands that the trees have all keys of the schema. Those of [mail] are in files of their own.
func holdsEveryKey(t *testing.T, s target, tree any) {
	t.Helper()
	there := map[string]bool{}
	var walk func(v any)
	walk = func(v any) {
		switch v := v.(type) {
		case map[string]any:
			for k, sub := range v {
				there[k] = true
				walk(sub)
			}
		case []any:
			for _, sub := range v {
				walk(sub)
			}
		case []map[string]any:
			for _, sub := range v {
				walk(sub)
			}
		}
	}
	walk(tree)
	eachKey(t, s.text, func(where string, _ map[string]any) {
		if s.name == "layout" && strings.HasPrefix(where, "/mail/") {
			return
		}
		if !there[path.Base(where)] {
			t.Errorf("%s lacks %s", s.everything, where)
		}
	})
}
