package mail

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// Opening is how plan.json begins: what the next plan of the same id has to know of this one.
type Opening struct {
	Forgotten bool
	Secret    []byte
}

// ReadOpening reads no further than that, as thousands of recipients follow. It verifies nothing; a file that does not
// begin like a plan is a *ChangedError.
func ReadOpening(dir string) (Opening, error) {
	name := filepath.Join(dir, planName)
	f, err := os.Open(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return Opening{}, fmt.Errorf("%s: %w", dir, ErrNoPlan)
	case err != nil:
		return Opening{}, fmt.Errorf("reading the plan: %w", err)
	}
	defer f.Close() // nothing was written
	o, err := opening(f)
	if err != nil {
		return Opening{}, &ChangedError{[]string{name}}
	}
	return o, nil
}

// opening reads up to the recipients.
func opening(r io.Reader) (o Opening, err error) {
	d := json.NewDecoder(r)
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return o, errors.New("this is no object")
	}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return o, err
		}
		var to any = new(json.RawMessage)
		switch key {
		case "forgotten":
			to = &o.Forgotten
		case "secret":
			to = &o.Secret
		case "recipients":
			return o, nil
		}
		if err := d.Decode(to); err != nil {
			return o, err
		}
	}
	return o, errors.New("there are no recipients")
}
