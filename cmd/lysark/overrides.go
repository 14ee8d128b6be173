package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"lysark/config"
	"lysark/config/diag"
	"lysark/report"
)

// addYearFlags are the flags that make another year's deck of a layout, for one run.
func addYearFlags(cmd *cobra.Command, o *buildOptions) {
	addDataFlags(cmd, o)
	cmd.Flags().StringSliceVar(&o.allow, "allow", nil,
		"let claims fail that belong to these `slides or figures`, by number, id or name; \"all\" for every one")
}

// addDataFlags are the flags that put other answers and values in the place of the layout's.
func addDataFlags(cmd *cobra.Command, o *buildOptions) {
	cmd.Flags().StringArrayVar(&o.data, "data", nil, "read the data set `NAME=FILE` from another file, may be repeated")
	cmd.Flags().StringArrayVar(&o.set, "set", nil,
		"give a variable of [vars], or DATA.population, another value: `NAME=VALUE`, may be repeated")
}

// setVars puts the values of --set in the place of the layout's: of variables, and of "data.population".
func setVars(file *config.File, set []string) error {
	for _, arg := range set {
		name, value, ok := strings.Cut(arg, "=")
		if !ok || name == "" {
			return usagef("--set is %q; write NAME=VALUE, such as year=2026", arg)
		}
		if data, population := strings.CutSuffix(name, ".population"); population {
			if err := setPopulation(file, data, value); err != nil {
				return err
			}
			continue
		}
		i := slices.IndexFunc(file.Vars, func(v config.Var) bool { return v.Name.V == name })
		if i < 0 {
			return usagef("--set: the layout has no variable %q in [vars]; %s", name,
				orHint(diag.DidYouMean(name, varNames(file)), "add it there first"))
		}
		typed, err := likeBefore(file.Vars[i].Value.V, value)
		if err != nil {
			return usagef("--set %s: %v", name, err)
		}
		file.Vars[i].Value = config.Scalar{V: typed, Text: config.Str{V: value, Pos: file.Vars[i].Pos, Set: true}}
	}
	return nil
}

func setPopulation(file *config.File, data, value string) error {
	n, err := strconv.Atoi(value)
	i := slices.IndexFunc(file.Data, func(d config.Data) bool { return d.Name.V == data })
	switch {
	case i < 0:
		return usagef("--set: the layout has no data set %q", data)
	case err != nil || n < 1:
		return usagef("--set %s.population: %q is not how many were asked", data, value)
	}
	file.Data[i].Population.V, file.Data[i].Population.Set = n, true
	return nil
}

func varNames(file *config.File) []string {
	var names []string
	for _, v := range file.Vars {
		names = append(names, v.Name.V)
	}
	return names
}

func orHint(hint, otherwise string) string {
	if hint == "" {
		return otherwise
	}
	return hint
}

// unchanged warns of what the layout says of a year when its answers are another file's for this run: the year itself,
// and how many were asked.
func unchanged(file *config.File, o buildOptions) diag.List {
	var list diag.List
	for _, arg := range o.data {
		name, path, _ := strings.Cut(arg, "=")
		for _, d := range file.Data {
			if d.Name.V == name && d.Population.Set && !o.sets(name+".population") {
				list.Warnf(d.Population.Pos, diag.SameYear,
					fmt.Sprintf("set it for this run, --set %s.population=%d, or change it in the layout", name,
						d.Population.V),
					"%d are still those who were asked, though the answers are those of %s", d.Population.V, path)
			}
		}
	}
	if v, year := latestYear(file.Vars); year > 0 && len(o.data) > 0 && !o.sets(v.Name.V) {
		list.Warnf(v.Pos, diag.SameYear,
			fmt.Sprintf("set it for this run, --set %s=%d, or change it in the layout", v.Name.V,
				year+1), "%s is still %d, though the answers are another file's", v.Name.V, year)
	}
	return list
}

// sets tells whether --set gives a value to the name.
func (o buildOptions) sets(name string) bool {
	return slices.ContainsFunc(o.set, func(arg string) bool { return strings.HasPrefix(arg, name+"=") })
}

// latestYear is the variable that is most likely the year of the answers.
func latestYear(vars []config.Var) (latest config.Var, year int) {
	for _, v := range vars {
		if n, err := strconv.Atoi(fmt.Sprint(v.Value.V)); err == nil && n >= 1900 && n <= 2200 && n > year {
			latest, year = v, n
		}
	}
	return latest, year
}

// likeBefore reads a value as one of the type that the variable has in the layout.
func likeBefore(before any, value string) (any, error) {
	switch before.(type) {
	case int:
		if n, err := strconv.Atoi(value); err == nil {
			return n, nil
		}
		return likeBefore(0.5, value) // a whole number may become a fraction
	case float64:
		n, err := strconv.ParseFloat(value, 64)
		if err != nil || n != n || n > 1e15 || n < -1e15 {
			return nil, fmt.Errorf("%q is not a number, and the layout's value is", value)
		}
		return n, nil
	case bool:
		b, err := strconv.ParseBool(value)
		if err != nil {
			return nil, fmt.Errorf("%q is neither true nor false, and the layout's value is", value)
		}
		return b, nil
	}
	return value, nil
}

// allowed makes warnings of the claims that --allow lets fail. A name that no claim goes by is a wrong command line.
func allowed(list diag.List, deck *report.Deck, allow []string) (diag.List, error) {
	for _, name := range allow {
		belongs := func(c report.Claim) bool { return c.AllowedBy(name) }
		if name != "all" && !slices.ContainsFunc(deck.Claims, belongs) {
			return nil, usagef("--allow: no claim belongs to a slide or figure %q", name)
		}
		for _, c := range deck.Claims {
			for i := range list {
				if list[i].Rule == diag.Expect && list[i].Pos == c.Pos && belongs(c) {
					list[i].Severity, list[i].Allowed = diag.Warning, true
				}
			}
		}
	}
	return list, nil
}
