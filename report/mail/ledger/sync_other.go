//go:build !linux

package ledger

import "os"

// dataFile is the file: only Linux can save less than all of it.
type dataFile struct{ *os.File }
