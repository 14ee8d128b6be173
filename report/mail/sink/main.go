// Command sink is a mail server on this machine that takes every mail and passes none on, for trying a sending out:
//
//	make mail-sink
//
// Each mail becomes a file in the folder that is named.
package main

import (
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strconv"
	"time"

	"lysark/report/mail/faulty"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "sink:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) != 2 {
		return fmt.Errorf("name a port and a folder: sink 2525 build/mail")
	}
	port, err := strconv.Atoi(args[0])
	if err != nil {
		return fmt.Errorf("%q is no port", args[0])
	}
	dir := args[1]
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	server, err := faulty.Start(faulty.Config{Port: port})
	if err != nil {
		return err
	}
	defer server.Close() // the program ends
	fmt.Printf("taking mail on localhost:%d into %s; Ctrl-C ends it\n", server.Port(), dir)
	stopped := make(chan os.Signal, 1)
	signal.Notify(stopped, os.Interrupt)
	written := 0
	for {
		select {
		case <-stopped:
			return nil
		case <-time.After(200 * time.Millisecond):
		}
		if written, err = write(dir, server.Accepted(), written); err != nil {
			return err
		}
	}
}

// write writes the mails after the first so many, and tells how many there are.
func write(dir string, mails []faulty.Mail, written int) (int, error) {
	for i, m := range mails[written:] {
		name := filepath.Join(dir, fmt.Sprintf("%05d.eml", written+i+1))
		if err := os.WriteFile(name, m.Data, 0o600); err != nil {
			return written + i, err
		}
	}
	if len(mails) > written {
		fmt.Printf("%d mails\n", len(mails))
	}
	return len(mails), nil
}
