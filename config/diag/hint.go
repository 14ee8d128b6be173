package diag

import "errors"

// HintOf is what an error says is to be done about it; empty when it says nothing.
func HintOf(err error) string {
	var hinted interface{ Hint() string }
	if errors.As(err, &hinted) {
		return hinted.Hint()
	}
	return ""
}
