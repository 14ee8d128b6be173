package heading

import "slices"

// Preset is what is true of the files of a tool. The zero Preset is no tool that is known.
type Preset struct {
	Name string
	Sub  bool // the second row of headings says what is under the first

	least, most int // rows of headings; where the two differ, as many as it looks like
	previews    []Preview
}

// Preview is how a tool marks the answers of those who tried the survey out.
type Preview struct {
	Column  string
	Answers []string
}

// Presets are the tools whose files are known.
//
// Qualtrics: codes, questions and a row of ids, the last of which older exports lack (the manual of importQualtrics
// in the R package kutils; qualtRics reads the second row for labels). Its column Status says which answers are
// previews, in words or as codes, and so does DistributionChannel (Qualtrics, "Understanding Your Data Set"; the R
// package excluder takes the same ones out).
//
// SurveyMonkey: questions, and below them the options, or "Response" where there are none (as in the answers about Star
// Wars that FiveThirtyEight published).
//
// SurveyXact: names of variables, and in some exports the questions below them.
//
// The others write one row of headings: LimeSurvey codes or questions, KoboToolbox names or labels of the questions and
// of each option, Google Forms, Microsoft Forms and Typeform the questions.
func Presets() []Preset {
	one := func(name string) Preset { return Preset{Name: name, least: 1, most: 1} }
	return []Preset{
		{Name: "qualtrics", least: 2, most: 3, previews: []Preview{
			{"Status", []string{"1", "2", "9", "17"}},
			{"DistributionChannel", []string{"test"}},
		}},
		{Name: "surveymonkey", Sub: true, least: 2, most: 2},
		{Name: "surveyxact", least: 1, most: 2},
		one("limesurvey"), one("kobo"), one("google-forms"), one("ms-forms"), one("typeform"), one(plain),
	}
}

// plain is no tool: every row below the headings is a respondent.
const plain = "plain"

// PresetNamed is the tool of that name.
func PresetNamed(name string) (Preset, bool) {
	all := Presets()
	i := slices.IndexFunc(all, func(p Preset) bool { return p.Name == name })
	if i < 0 {
		return Preset{}, false
	}
	return all[i], true
}

// rows is how many rows of headings there are, if for sure or as it looks there are so many.
func (p Preset) rows(sure, looks int) int {
	return min(max(p.least, sure, looks), p.most)
}

// Previews are how answers are marked that are none. Those in words are no tool's but Qualtrics'.
func (p Preset) Previews() []Preview {
	if p.Name == plain {
		return nil
	}
	words := []Preview{
		{"Status", []string{"Survey Preview", "Survey Test", "Survey Preview Spam", "Offline Survey Preview"}},
		{"DistributionChannel", []string{"preview"}},
	}
	return append(words, p.previews...)
}
