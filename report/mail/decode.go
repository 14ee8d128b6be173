package mail

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
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
	stop := errors.New("the recipients follow")
	err = eachKey(d, func(key string) error {
		switch key {
		case "forgotten":
			return d.Decode(&o.Forgotten)
		case "secret":
			return d.Decode(&o.Secret)
		case recipientsKey:
			return stop
		}
		return d.Decode(new(json.RawMessage))
	})
	if !errors.Is(err, stop) {
		return o, cmp.Or(err, errors.New("there are no recipients"))
	}
	return o, nil
}

// decode is what encode has written, and takes one recipient after the other as that does.
func decode(r io.Reader) (*Plan, error) {
	d := json.NewDecoder(r)
	around := map[string]json.RawMessage{}
	var recipients []Recipient
	err := eachKey(d, func(key string) (err error) {
		if key == recipientsKey {
			recipients, err = decodeRecipients(d)
			return err
		}
		var value json.RawMessage
		err = d.Decode(&value)
		around[key] = value
		return err
	})
	if err != nil {
		return nil, err
	}
	if _, err := d.Token(); err != io.EOF {
		return nil, errors.New("something follows the plan")
	}
	data, err := json.Marshal(around)
	if err != nil {
		return nil, err
	}
	var p Plan
	if err := json.Unmarshal(data, &p); err != nil {
		return nil, err
	}
	p.Recipients = recipients
	return &p, nil
}

const recipientsKey = "recipients"

// eachKey calls for each key of an object what reads its value.
func eachKey(d *json.Decoder, value func(key string) error) error {
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return cmp.Or(err, errors.New("this is no object"))
	}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return err
		}
		name, _ := key.(string) // no object has other keys
		if err := value(name); err != nil {
			return err
		}
	}
	_, err := d.Token()
	return err
}

func decodeRecipients(d *json.Decoder) ([]Recipient, error) {
	switch t, err := d.Token(); {
	case err != nil:
		return nil, err
	case t == nil:
		return nil, nil // null
	case t != json.Delim('['):
		return nil, errors.New("the recipients are no list")
	}
	all := []Recipient{}
	for d.More() {
		var r Recipient
		if err := d.Decode(&r); err != nil {
			return nil, err
		}
		all = append(all, r)
	}
	_, err := d.Token()
	return slices.Clip(all), err
}
