package main

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"strings"

	"golang.org/x/term"
)

// asks tells whether there is somebody who can be asked.
func (u *ui) asks() bool { return u.terminal && term.IsTerminal(int(os.Stdin.Fd())) }

// ask puts a question and reads a line. The end of the context ends the waiting.
func (u *ui) ask(ctx context.Context, question string) (string, error) {
	u.clearProgress()
	fmt.Fprint(u.err, question)
	said := make(chan string, 1)
	go func() { // it stays behind when the context ends, and so does the program
		line, _ := bufio.NewReader(os.Stdin).ReadString('\n')
		said <- strings.TrimSpace(line)
	}()
	select {
	case line := <-said:
		return line, nil
	case <-ctx.Done():
		return "", ctx.Err()
	}
}
