package delivery

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"time"

	"lysark/report/mail"
)

// The rules of secrets: they come from the environment, a file that nobody else may read, or a program. They are in no
// file that we write, no message, and no argument of a program. What such a program says on standard error is not
// shown.

// secretOf gives the password or the token when a server asks for it. A password is asked for once, a token each time,
// as it ends after a while.
func secretOf(s mail.Server, beside, getenv func(string) string) func(context.Context) (string, error) {
	switch {
	case s.PasswordEnv != "":
		return func(context.Context) (string, error) {
			return tidySecret(getenv(s.PasswordEnv),
				fmt.Sprintf("password_env: the environment variable %s", s.PasswordEnv), "set it to the password")
		}
	case s.PasswordFile != "":
		return func(context.Context) (string, error) { return secretFile(beside(s.PasswordFile)) }
	case len(s.PasswordCommand) > 0:
		return once(func(ctx context.Context) (string, error) {
			return secretCommand(ctx, "password_command", s.PasswordCommand, beside)
		})
	case len(s.TokenCommand) > 0:
		return func(ctx context.Context) (string, error) {
			return secretCommand(ctx, "token_command", s.TokenCommand, beside)
		}
	}
	return nil
}

// once asks until there was an answer, and gives that from then on.
func once(ask func(context.Context) (string, error)) func(context.Context) (string, error) {
	var mu sync.Mutex
	var known string
	return func(ctx context.Context) (string, error) {
		mu.Lock()
		defer mu.Unlock()
		if known != "" {
			return known, nil
		}
		s, err := ask(ctx)
		known = s
		return s, err
	}
}

const (
	longestSecret = 64 << 10
	secretTimeout = time.Minute
)

func secretFile(name string) (string, error) {
	f, err := os.Open(name)
	if err != nil {
		return "", fmt.Errorf("reading password_file: %w; write the password into that file, "+
			"and let nobody else read it: chmod 600", err)
	}
	defer f.Close()
	info, err := f.Stat()
	switch {
	case err != nil:
		return "", fmt.Errorf("reading password_file: %w", err)
	case !info.Mode().IsRegular():
		return "", fmt.Errorf("password_file %s is no file", name)
	case runtime.GOOS != "windows" && info.Mode().Perm()&0o077 != 0:
		return "", fmt.Errorf("password_file %s may be read by others (mode %04o); take that away: chmod 600 %s",
			name, info.Mode().Perm(), name)
	}
	data, err := io.ReadAll(io.LimitReader(f, longestSecret))
	if err != nil {
		return "", fmt.Errorf("reading password_file: %w", err)
	}
	return tidySecret(string(data), "password_file "+name, "write the password into it")
}

// secretCommand runs a program, without a shell. A path in its name starts from the mail file's folder.
func secretCommand(ctx context.Context, key string, argv []string, beside func(string) string) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, secretTimeout)
	defer cancel()
	program := argv[0]
	if strings.ContainsRune(program, filepath.Separator) {
		program = beside(program)
	}
	out := &firstBytes{most: longestSecret}
	cmd := exec.CommandContext(ctx, program, argv[1:]...)
	cmd.Stdout = out // and standard error goes nowhere: it may hold what it should not
	cmd.WaitDelay = time.Second
	err := cmd.Run()
	var left *exec.ExitError
	switch {
	case ctx.Err() != nil:
		return "", fmt.Errorf("%s %s did not answer within %v", key, argv[0], secretTimeout)
	case errors.As(err, &left):
		return "", fmt.Errorf("%s %s failed (%v); run it by hand to see why", key, argv[0], left.ProcessState)
	case err != nil:
		return "", fmt.Errorf("%s: %w", key, err)
	}
	return tidySecret(out.String(), key+" "+argv[0], "run it by hand to see why")
}

// firstBytes keeps the beginning of what is written to it.
type firstBytes struct {
	bytes.Buffer
	most int
}

func (b *firstBytes) Write(p []byte) (int, error) {
	b.Buffer.Write(p[:min(len(p), b.most-b.Len())])
	return len(p), nil
}

// tidySecret takes the line's end off. Its errors name the place, never the secret.
func tidySecret(s, where, remedy string) (string, error) {
	s = strings.TrimSuffix(strings.TrimSuffix(s, "\n"), "\r")
	switch {
	case s == "":
		return "", fmt.Errorf("%s holds nothing; %s", where, remedy)
	case strings.ContainsAny(s, "\r\n\x00"):
		return "", fmt.Errorf("%s holds more than one line", where)
	}
	return s, nil
}
