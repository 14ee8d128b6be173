package main

import (
	"bytes"
	"os/exec"
	"strings"
	"testing"
	"time"

	"lysark/report/mail/delivery"
	"lysark/report/mail/faulty"
)

// onTerminal runs a program on a terminal, types the answer when it is asked, and ends with the program's exit code.
const onTerminal = `
import os, pty, sys
answer, name, args = sys.argv[1], sys.argv[2], sys.argv[3:]
pid, terminal = pty.fork()
if pid == 0:
    os.environ.pop("CI", None)
    os.execv(name, args)
said, typed = b"", False
while True:
    try:
        part = os.read(terminal, 4096)
    except OSError:
        break
    if not part:
        break
    said += part
    if not typed and b"to send them: " in said:
        typed = True
        os.write(terminal, answer.encode().decode("unicode_escape").encode())
sys.stdout.buffer.write(said)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
`

func TestOnATerminalTheNumberOfMailsIsTyped(t *testing.T) {
	if _, err := exec.LookPath("python3"); err != nil {
		t.Skip("python3 is not installed")
	}
	tests := []struct {
		name, answer string
		flags        []string
		code, sent   int
		said         string
	}{
		{"the number", `12\n`, nil, exitFine, 12, "12 mails from rapport@forening.example by 127.0.0.1"},
		{"of those who are left", `4\n`, []string{"--limit", "4"}, delivery.ExitUnfinished, 4, "8 are left; run it again"},
		{"another number", `213\n`, nil, exitRefused, 0, "that is not 12: nothing was sent"},
		{"yes", `y\n`, nil, exitRefused, 0, "nothing was sent"},
		{"nothing", `\n`, nil, exitRefused, 0, "nothing was sent"},
		{"Ctrl-C", `\x03`, nil, exitInterrupted, 0, "interrupted"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			m := newMailing(t, 12, faulty.Config{}, "connections = 4")
			program := m.program(append([]string{"send", m.file("mail.toml"), "--no-test", "--first", "0"}, tt.flags...)...)
			cmd := exec.Command("python3", append([]string{"-c", onTerminal, tt.answer, program.Path}, program.Args...)...)
			said, _ := cmd.Output() // its exit code is looked at
			if code := cmd.ProcessState.ExitCode(); code != tt.code || len(m.server.Accepted()) != tt.sent || !strings.Contains(string(said), tt.said) {
				t.Errorf("exit code %d, %d taken, told %q", code, len(m.server.Accepted()), said)
			}
		})
	}
}

func TestProgressTellsHowManyAndHowLong(t *testing.T) {
	t.Parallel()
	if _, err := exec.LookPath("python3"); err != nil {
		t.Skip("python3 is not installed")
	}
	m := newMailing(t, 20, faulty.Config{}, `rate = "15/s"`)
	program := m.program("send", m.file("mail.toml"), "--no-test", "--first", "0")
	said, err := exec.Command("python3", append([]string{"-c", onTerminal, `20\n`, program.Path}, program.Args...)...).Output()
	if err != nil || !strings.Contains(string(said), "of 20 sent, ") || !strings.Contains(string(said), "s left …") {
		t.Errorf("%v, told %q", err, said)
	}
}

func TestASecondProgramIsRefusedWhileTheFirstSends(t *testing.T) {
	t.Parallel()
	m := newMailing(t, 3, faulty.Config{Rules: []faulty.Rule{{At: faulty.Dot, Do: faulty.Action{Delay: 400 * time.Millisecond}}}})
	first := m.program("send", m.file("mail.toml"), "--confirm", m.code, "--no-test", "--first", "0")
	if err := first.Start(); err != nil {
		t.Fatal(err)
	}
	for m.server.Heard("DATA") == 0 {
		time.Sleep(time.Millisecond)
	}
	second := m.program("send", m.file("mail.toml"), "--confirm", m.code, "--no-test", "--first", "0")
	said, _ := second.CombinedOutput() // its exit code is looked at
	if code := second.ProcessState.ExitCode(); code != exitRefused || !strings.Contains(string(said), "another lysark is sending") {
		t.Errorf("exit code %d, told %q", code, said)
	}
	if err := first.Wait(); err != nil {
		t.Error(err)
	}
	m.judge()
}

func TestUntilIsATimeOfToday(t *testing.T) {
	now := time.Date(2026, 11, 2, 14, 30, 0, 0, time.UTC)
	for text, want := range map[string]string{"18:00": "2026-11-02 18:00", "14:31": "2026-11-02 14:31", "14:30": "", "09:00": "", "6pm": "", "25:00": ""} {
		got, err := parseUntil(text, now)
		if (err == nil) != (want != "") || err == nil && got.Format("2006-01-02 15:04") != want {
			t.Errorf("%s: %v, %v", text, got, err)
		}
	}
	if got, err := parseUntil("", now); err != nil || !got.IsZero() {
		t.Errorf("%v, %v", got, err)
	}
}

func TestAWaitIsSeenThoughItBeginsAtOnce(t *testing.T) {
	var said bytes.Buffer
	ui := &ui{err: &said, terminal: true, started: time.Now()}
	drain := make(chan struct{})
	watch := watchMail(ui, 213, drain)
	watch(delivery.Progress{Sent: 4, Left: 209})
	watch(delivery.Progress{Sent: 5, Left: 208, Waiting: "looking how the first ones fared", Next: time.Now().Add(time.Minute)})
	close(drain)
	watch(delivery.Progress{Sent: 5, Left: 208})
	for _, want := range []string{"4 of 213 sent", "looking how the first ones fared", "Ctrl-C again drops them"} {
		if !strings.Contains(said.String(), want) {
			t.Errorf("%q is not told: %q", want, said.String())
		}
	}
}

func TestProgressStaysOnOneLine(t *testing.T) {
	for _, tt := range []struct {
		text  string
		width int
		want  string
	}{
		{"5 of 213 sent", 80, "5 of 213 sent …"},
		{"5 of 213 sent", 0, "5 of 213 sent …"},
		{"5 of 213 sent; waiting: 451 try æøå", 16, "5 of 213 sent …"},
		{"ørken og fjære", 9, "ørken …"},
		{"421 one\r\ntwo", 80, "421 one  two …"},
		{"5 of 213 sent", 2, " …"},
	} {
		if got := onOneLine(tt.text, tt.width); got != tt.want {
			t.Errorf("%q at %d: got %q, want %q", tt.text, tt.width, got, tt.want)
		}
	}
}

func TestProgressIsCutToTheTerminal(t *testing.T) {
	t.Parallel()
	if _, err := exec.LookPath("python3"); err != nil {
		t.Skip("python3 is not installed")
	}
	m := newMailing(t, 20, faulty.Config{}, `rate = "15/s"`)
	program := m.program("send", m.file("mail.toml"), "--confirm", m.code, "--no-test", "--first", "0")
	narrow := strings.Replace(onTerminal, "if pid == 0:\n", "if pid == 0:\n    import fcntl, termios, struct\n    fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack('HHHH', 24, 20, 0, 0))\n", 1)
	said, err := exec.Command("python3", append([]string{"-c", narrow, "", program.Path}, program.Args...)...).Output()
	if err != nil || !strings.Contains(string(said), "of 20 sent, ") {
		t.Errorf("%v, told %q", err, said)
	}
	for part := range strings.SplitSeq(string(said), "\r\x1b[K") {
		if strings.HasSuffix(part, " …") && len([]rune(part)) >= 20 {
			t.Errorf("a line of %d characters: %q", len([]rune(part)), part)
		}
	}
}
