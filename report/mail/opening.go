package mail

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Opening is how plan.json begins: what the next plan of the same id has to know of this one.
type Opening struct {
	Forgotten bool
	Secret    []byte
	Digest    string
}

// ReadOpening reads no further than that, so that a plan that is damaged below keeps its secret. It verifies nothing; a
// file that does not begin like a plan is a *ChangedError.
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
	o, err := readOpening(json.NewDecoder(f))
	if err != nil {
		return Opening{}, &ChangedError{[]string{name}}
	}
	return o, nil
}

func readOpening(d *json.Decoder) (o Opening, err error) {
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return o, cmp.Or(err, errors.New("this is no object"))
	}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return o, err
		}
		switch key {
		case "forgotten":
			err = d.Decode(&o.Forgotten)
		case "secret":
			err = d.Decode(&o.Secret)
		case "digest":
			err = d.Decode(&o.Digest)
		case "recipients":
			return o, nil
		default:
			err = d.Decode(new(json.RawMessage))
		}
		if err != nil {
			return o, err
		}
	}
	return o, errors.New("there are no recipients")
}
