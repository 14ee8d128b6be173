package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"runtime"
	"strconv"
	"strings"
	"time"
)

// verify builds the deck once more, on one processor, and compares. A difference is a fault of the program's.
func verify(ctx context.Context, ui *ui, o buildOptions, first []byte) error {
	ui.progress("building once more")
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	second, _, err := makePDF(ctx, newUI(io.Discard, io.Discard, func(string) string { return "" }), o)
	if err != nil {
		return fmt.Errorf("building once more: %w", err)
	}
	if bytes.Equal(first, second) {
		return nil
	}
	at := 0
	for at < min(len(first), len(second)) && first[at] == second[at] {
		at++
	}
	return fmt.Errorf("two builds of %s differ, from byte %d on (%d and %d bytes); nothing was written. "+
		"If no file changed meanwhile, this is a fault of lysark, please report it",
		o.layout, at, len(first), len(second))
}

// documentDate is the date of the deck, or the seconds since 1970 that SOURCE_DATE_EPOCH gives
// (https://reproducible-builds.org/specs/source-date-epoch/).
func documentDate(own time.Time, epoch string) (time.Time, error) {
	if epoch == "" {
		return own, nil
	}
	seconds, err := strconv.ParseInt(strings.TrimSpace(epoch), 10, 64)
	if lastYear := time.Unix(seconds, 0).UTC().Year(); err != nil || seconds < 0 || lastYear > 9999 {
		return own, usagef("SOURCE_DATE_EPOCH is %q; it has to be a number of seconds since 1970, such as the "+
			"output of: git log -1 --format=%%ct", epoch)
	}
	return time.Unix(seconds, 0).UTC(), nil
}
