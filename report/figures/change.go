package figures

import (
	"errors"
	"fmt"

	"lysark/config/diag"
	"lysark/report/locale"
	"lysark/report/template"
)

// was is a figure as it was in another data set; in the one before when none is named.
func (l *Language) was(f template.Figure, data string) (template.Figure, error) {
	if len(f.Sources) == 0 {
		return f, &template.ArgError{Text: "the figure comes from no data set, so it has no earlier value"}
	}
	if data == "" {
		var err error
		if data, err = l.book.Previous(f.Sources[0].Data); err != nil {
			return f, err
		}
	} else if !l.book.HasData(data) {
		return f, &template.ArgError{Arg: 1, Rule: diag.UnknownQuestion,
			Hint: diag.DidYouMean(data, l.book.DataNames()), Text: fmt.Sprintf("there is no data set %q", data)}
	}
	then, err := f.In(data)
	var inner *template.ArgError
	if errors.As(err, &inner) { // it is not about an argument of this call
		return then, &template.ArgError{Rule: inner.Rule, Text: inner.Text, Hint: inner.Hint}
	}
	then.Decimals = f.Decimals
	return then, err
}

// change tells how far a figure has moved: "opp 5 prosentpoeng". It is worked out from unrounded values and rounded
// once, so it may differ by one from the difference of two printed figures.
func (l *Language) change(f template.Figure, data string) (string, error) {
	then, err := l.was(f, data)
	if err != nil {
		return "", err
	}
	for _, figure := range []template.Figure{f, then} {
		if figure.Unasked {
			return "", figure.UnaskedError()
		}
	}
	l.Note(then)
	if f.Hidden || then.Hidden {
		return template.Dash, nil
	}
	decimals := f.Decimals
	if f.Unit == template.Percent { // both as they are printed beside it: from 99,6 % to 100 % is no "unchanged"
		decimals = max(locale.ShareDecimals(f.Value, decimals), locale.ShareDecimals(then.Value, decimals))
	}
	return l.Locale.Change(f.Value-then.Value, decimals, f.Unit != template.Number), nil
}
