package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(tidying{m}, map[string]func(){"lysark": main})
}

// builtOnce is the path of lysark without what tests add to it. It is built when the first test asks for it, and all
// tests use that one. Where the test's binary will do, it is the program when it is called lysark (see TestMain).
func builtOnce(t testing.TB) string {
	t.Helper()
	program, err := buildProgram()
	if err != nil {
		t.Fatal(err)
	}
	return program
}

// programFolder is where the program is built, empty when no test asked for it. It outlives the test that asked first,
// so no test's own folder will do.
var programFolder string

var buildProgram = sync.OnceValues(func() (string, error) {
	var err error
	if programFolder, err = os.MkdirTemp("", "lysark"); err != nil {
		return "", err
	}
	program := filepath.Join(programFolder, "lysark")
	if said, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		return "", fmt.Errorf("go build: %w\n%s", err, said)
	}
	return program, nil
})

// tidying are the tests, and the removal of what all of them shared.
type tidying struct{ *testing.M }

func (m tidying) Run() int {
	defer func() { os.RemoveAll(programFolder) }()
	return m.M.Run()
}
