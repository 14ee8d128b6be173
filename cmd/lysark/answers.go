package main

import (
	"path/filepath"
	"slices"
	"strings"

	"lysark/config"
	"lysark/config/diag"
	"lysark/config/nearby"
	"lysark/report/survey"
	"lysark/report/survey/heading"
)

// readAnswers reads every data set of the layout, or the file that --data names in its place.
func readAnswers(file *config.File, o buildOptions) (map[string]*survey.Table, diag.List, error) {
	instead, err := overrides(file, o.data)
	if err != nil {
		return nil, nil, err
	}
	answers := map[string]*survey.Table{}
	var list diag.List
	for _, d := range file.Data {
		path, replaced := instead[d.Name.V]
		if !replaced {
			if !d.File.Set {
				continue // config has reported it
			}
			path = beside(o.layout, d.File.V)
		}
		data, wrong := readData(d, path, replaced)
		if wrong != nil {
			list.Add(wrong)
			continue
		}
		if err := guard(o.out, path); err != nil {
			return nil, nil, err
		}
		table, more := readSet(d, path, data, file.Deck.Lang.V, o)
		list.Add(more)
		if !more.HasErrors() {
			answers[d.Name.V] = table
		}
	}
	return answers, list, nil
}

// readData reads a data set's file; replaced says that --data names it.
func readData(d config.Data, path string, replaced bool) ([]byte, diag.List) {
	data, err := nearby.Read(path)
	var list diag.List
	switch {
	case err != nil && replaced:
		list.Errorf(diag.Pos{File: path}, diag.MissingFile,
			diag.HintOf(err, "check the name that --data gives; it starts from the folder you are in"),
			"cannot read the data file of %q: %s", d.Name.V, nearby.Reason(err))
	case err != nil:
		list.Errorf(d.File.Pos, diag.MissingFile,
			diag.HintOf(err, "check the name; it starts from the layout's folder"),
			"cannot read the data file %q: %s", path, nearby.Reason(err))
	}
	return data, list
}

// readSet reads a data set's answers, and what its codebook says of them.
func readSet(d config.Data, path string, data []byte, lang string, o buildOptions) (*survey.Table, diag.List) {
	table, list := survey.Read(path, data, survey.Options{
		Delimiter: d.Delimiter.V, Encoding: d.Encoding.V, Decimal: d.Decimal.V, Pos: d.File.Pos, Lang: lang,
		Rows:  rowsOf(d),
		Sheet: d.Sheet.V, SheetPos: d.Sheet.Pos, Beside: besideAnswers(d), Weight: d.Weight.V, WeightPos: d.Weight.Pos,
	})
	if list.HasErrors() || !d.Codebook.Set && !d.Codes.Set {
		return table, list
	}
	at, options := d.Codes.Pos, survey.Options{
		Pos: d.Codes.Pos, Lang: lang, Sheet: d.Codes.V, SheetPos: d.Codes.Pos, SheetKey: "codebook_sheet",
	}
	if d.Codebook.Set {
		at, options.Pos, path = d.Codebook.Pos, d.Codebook.Pos, beside(o.layout, d.Codebook.V)
		var err error
		if data, err = nearby.Read(path); err != nil {
			list.Errorf(at, diag.MissingFile,
				diag.HintOf(err, "check the name; it starts from the layout's folder"),
				"cannot read the codebook %q: %s", path, nearby.Reason(err))
			return table, list
		}
	}
	codebook, more := survey.Read(path, data, options)
	list.Add(more)
	if !more.HasErrors() {
		list.Add(table.Describe(codebook, at))
	}
	return table, list
}

// rowsOf is what the layout says of the rows of a data set's file.
func rowsOf(d config.Data) heading.Said {
	number := func(v config.Val[int]) heading.Number { return heading.Number{N: v.V, Set: v.Set} }
	return heading.Said{
		SkipRows: number(d.SkipRows), HeaderRows: number(d.HeaderRows), LastRow: number(d.LastRow), Preset: d.Preset.V,
	}
}

// besideAnswers is the sheet with the codebook, where the file of answers has it.
func besideAnswers(d config.Data) string {
	if d.Codebook.Set {
		return ""
	}
	return d.Codes.V
}

// overrides parses --data NAME=FILE and checks the names.
func overrides(file *config.File, data []string) (map[string]string, error) {
	var names []string
	for _, d := range file.Data {
		names = append(names, d.Name.V)
	}
	out := map[string]string{}
	for _, arg := range data {
		name, path, ok := strings.Cut(arg, "=")
		if !ok || name == "" || path == "" {
			return nil, usagef("--data is %q; write NAME=FILE, such as svar=svar-2026.csv", arg)
		}
		if !slices.Contains(names, name) && len(file.Data) > 0 {
			return nil, usagef("--data: the layout has no data set %q; %s", name, diag.DidYouMean(name, names))
		}
		out[name] = path
	}
	return out, nil
}

// beside is a path that a layout names: it starts from the layout's folder.
func beside(layout, path string) string {
	if filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(filepath.Dir(layout), path)
}
