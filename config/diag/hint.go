package diag

import "errors"

// HintOf is what an error says is to be done about it, else what is said of all such errors.
func HintOf(err error, otherwise string) string {
	var hinted interface{ Hint() string }
	if errors.As(err, &hinted) && hinted.Hint() != "" {
		return hinted.Hint()
	}
	return otherwise
}
