package template_test

import (
	"slices"
	"testing"

	"lysark/config/diag"
	"lysark/report/locale"
	"lysark/report/template"
)

// TestATextThatIsReadyFillsInLikeOneThatIsNot fills the same texts in both ways, for several members.
func TestATextThatIsReadyFillsInLikeOneThatIsNot(t *testing.T) {
	l, _ := locale.For("nb")
	e := template.New(l, nil)
	e.Define("navn", "")
	e.Define("by", "")
	for _, s := range []string{"Hei, {navn}!", "{navn} {{i}} {upper(by)}", "{by == '' ? 'her' : 'i ' + by}", "uten", "{navn + by}{len(navn)}", "{navn[9]}"} {
		text := template.Text{S: s, Place: func(letter int) diag.Pos { return diag.Pos{Line: 1, Col: letter + 1} }}
		ready, list := e.Prepare(text)
		for _, row := range [][2]string{{"Åse", "Ås"}, {"Bo", ""}, {"", ""}} {
			e.Define("navn", row[0])
			e.Define("by", row[1])
			want, told := e.Fill(text)
			got, more := e.FillReady(ready)
			if got.String() != want.String() || len(list)+len(more) != len(told) {
				t.Errorf("%q for %q: %q %v, want %q %v", s, row, got.String(), append(list, more...), want.String(), told)
			}
		}
	}
}

func TestWhatATextUsesIsToldBeforeItIsFilledIn(t *testing.T) {
	l, _ := locale.For("nb")
	column := template.Function{Name: "column", Naming: true, Types: []any{new(func(string) string)}, Call: func(a []any) (any, error) { return a[0], nil }}
	e := template.New(l, []template.Function{column})
	e.Define("navn", "")
	ready, list := e.Prepare(template.Text{S: "{navn} {column('E-post')} {navn == '' ? 'a' : 'b'}", Place: func(int) diag.Pos { return diag.Pos{} }})
	if len(list) > 0 {
		t.Fatal(list)
	}
	uses := ready.Uses()
	if len(uses) != 3 || !slices.Equal(uses[0].Names, []string{"navn"}) || uses[1].Texts[0].S != "E-post" || uses[0].Decides || !uses[2].Decides || uses[1].Letter != 8 {
		t.Errorf("%+v", uses)
	}
}
