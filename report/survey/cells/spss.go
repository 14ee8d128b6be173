package cells

import (
	"errors"
	"strings"

	"lysark/config/diag"
	"lysark/report/survey/letters"
	"lysark/report/survey/sav"
)

func isSPSS(_ string, data []byte) bool { return sav.Is(data) }

// Set is a question of several variables as an SPSS file declares it. Layouts name it in columns, with its dollar sign.
type Set struct {
	Name, Label string
	Columns     []int
	Options     []string // what each column is called; none where each holds one of many options
	Counted     string   // what stands in a column whose option was ticked
}

// readSPSS reads a data file of SPSS. What it declares to be no answer is none; a file has said it itself, so that
// nothing is told of it.
func readSPSS(t *Cells, data []byte, opts Options, list *diag.List) bool {
	f, err := sav.Read(data, sav.Options{Encoding: opts.Encoding})
	if err != nil {
		tellSPSS(t.File, err, list)
		return false
	}
	for _, v := range f.Variables {
		c := Column{Name: letters.Tidy(v.Name), Label: letters.Tidy(v.Label)}
		if c.Label == "" {
			c.Label = c.Name
		}
		if v.Labels != nil {
			for _, l := range v.Labels.All {
				c.Labels = append(c.Labels, Label{Code: letters.Tidy(l.Value), Text: letters.Tidy(l.Label)})
			}
		}
		t.Columns = append(t.Columns, c)
	}
	t.Above, t.Wide, t.Places = [][]string{t.Names()}, len(t.Columns), spssCells{t.File}
	t.Sets = setsOf(f)
	if !fillSPSS(t, f, list) {
		return false
	}
	tellOddities(t.File, f, opts, list)
	if name := strings.ToLower(f.Encoding); f.Guessed() && (name == "utf-8" || name == "windows-1252") {
		t.Encoding = name // as the layout can say it
	}
	return true
}

func fillSPSS(t *Cells, f *sav.File, list *diag.List) bool {
	for cells, err := range f.Each() {
		switch {
		case err != nil:
			tellSPSS(t.File, err, list)
			return false
		case t.isFull():
			tellFull(t, list)
			return false
		}
		t.startRow(0, len(t.Rows)+1)
		for i, c := range cells {
			if c.State == sav.Given {
				t.set(i, c.Text)
			}
		}
	}
	return true
}

func setsOf(f *sav.File) (out []Set) {
	for _, s := range f.Sets {
		one := Set{Name: letters.Tidy(s.Name), Label: letters.Tidy(s.Label), Columns: s.Variables}
		if s.Kind == sav.Ticked {
			one.Counted = letters.Tidy(s.Counted)
			for i := range s.Variables {
				one.Options = append(one.Options, letters.Tidy(f.Option(s, i)))
			}
		}
		out = append(out, one)
	}
	return out
}

func tellSPSS(file string, err error, list *diag.List) {
	var wrong *sav.Error
	if errors.As(err, &wrong) {
		list.Errorf(diag.Pos{File: file}, diag.BadFile, wrong.Hint, "%s", wrong.Error())
		return
	}
	list.Errorf(diag.Pos{File: file}, diag.BadFile, "export it again", "%v", err)
}

// tellOddities tells of what the reader left out or guessed, and of a weight that the layout does not take.
func tellOddities(file string, f *sav.File, opts Options, list *diag.List) {
	at := diag.Pos{File: file}
	for _, odd := range f.Odd {
		list.Warnf(at, diag.BadData, odd.Hint, "%s", odd.Error())
	}
	switch {
	case f.Garbled():
		list.Warnf(at, diag.BadData, `say which encoding its texts have, such as encoding = "windows-1252"`,
			"the file holds bytes that are no letters in its encoding, %s", f.Encoding)
	case f.Guessed():
		list.Warnf(at, diag.BadData, `look at the letters æ, ø and å; if they are wrong: encoding = "…"`,
			"the file does not say the encoding of its texts, so it was found out")
	}
	if f.Weight >= 0 && opts.Weight == "" {
		name := f.Variables[f.Weight].Name
		list.Warnf(opts.Pos, diag.BadData, "to weight the answers too, add weight = \""+name+"\"",
			"the file weights its cases by %q, and the layout does not", strings.TrimSpace(name))
	}
}

// spssCells are the places of a data file: its cases and variables, as SPSS numbers them.
type spssCells struct{ file string }

func (s spssCells) At(row, column int) diag.Pos {
	return diag.Pos{File: s.file, Line: max(row, 1), Col: column + 1}
}
