package figures

import (
	"lysark/config"
	"lysark/report/survey"
)

// Asked is a question of a data set as the answers are asked for it.
func Asked(d config.Data, q config.Question) survey.Question {
	out := survey.Question{
		Name: q.Name.V, Column: q.Column.V, Columns: texts(q.Columns), Base: base(q), Multiple: q.Multiple.V,
		Answers: texts(q.Answers), Pos: q.Column.Pos,
	}
	for _, l := range q.Labels {
		out.Labels = append(out.Labels, survey.Label{Code: l.Key.V, Text: l.Value.V})
	}
	for _, n := range q.Numbers {
		out.Numbers = append(out.Numbers, survey.Number{Answer: n.Answer.V, Value: n.Number.V})
	}
	switch {
	case q.Missing.Set:
		out.Missing = texts(q.Missing.Texts)
	case d.Missing.Set:
		out.Missing = texts(d.Missing.Texts)
	default:
		out.Found = true
	}
	return out
}

func base(q config.Question) survey.Base {
	switch q.Base.V {
	case "ticked":
		return survey.Ticked
	case "all":
		return survey.Everybody
	}
	return survey.Answered
}

func texts(list []config.Str) []string {
	var out []string
	for _, s := range list {
		out = append(out, s.V)
	}
	return out
}
