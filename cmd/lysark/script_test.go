package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestScript runs each file of testdata/script: one per verb and per kind of error. $DECKS is the project's decks.
// UPDATE=1 rewrites what the scripts expect.
func TestScript(t *testing.T) {
	decks, err := filepath.Abs(filepath.Join(root, "decks"))
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:           filepath.Join("testdata", "script"),
		UpdateScripts: os.Getenv("UPDATE") != "",
		Cmds:          map[string]func(*testscript.TestScript, bool, []string){"spreadsheet": writeSpreadsheet},
		Setup: func(env *testscript.Env) error {
			env.Setenv("DECKS", decks)
			return nil
		},
	})
}
