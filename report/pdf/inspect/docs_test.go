package inspect

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"lysark/report/golden"
)

// TestTheListOfRulesIsCurrent writes docs/pdf-rules.md when UPDATE=1.
func TestTheListOfRulesIsCurrent(t *testing.T) {
	var b strings.Builder
	b.WriteString(`# Rules for PDFs

` + "`lysark inspect`" + ` holds a PDF against these rules. A number such as 13-004 is a failure condition of the
[Matterhorn Protocol 1.1](https://pdfa.org/resource/the-matterhorn-protocol/), the list of what a file that claims PDF/UA-1
(ISO 14289-1) can do wrong. "A" is a clause and test of PDF/A, "UA" one of PDF/UA, both numbered as veraPDF does; "PDF" is a
clause of ISO 32000-1. Rules of PDF/A are for files that claim PDF/A; what both standards ask for is told once, with the
protocol's number. Breaking a rule is an error, where nothing else is said.

What only people can judge is not here: whether a description tells what the picture does, whether the order of reading
makes sense, whether headings are headings. Of fonts, TrueType programs are opened; of others it is checked that they are
embedded and that their characters can be read.

| rule | clause | what is checked | what to do |
|---|---|---|---|
`)
	for _, r := range rules() {
		says := r.says
		switch r.when {
		case advice, archiveAdvice:
			says += " (a warning)"
		case archive2:
			says += " (PDF/A-1 and 2)"
		case archive3:
			says += " (PDF/A-3)"
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", r.number, r.clause, says, strings.NewReplacer("|", `\|`, "<", "&lt;", ">", "&gt;").Replace(r.hint))
	}
	const file = "../../../docs/pdf-rules.md"
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := os.ReadFile(file); err != nil || string(got) != b.String() {
		t.Errorf("docs/pdf-rules.md is not current (%v): write it anew with UPDATE=1", err)
	}
}

func TestNoTwoRulesHaveOneNumber(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range rules() {
		if seen[r.number] {
			t.Errorf("two rules are numbered %s", r.number)
		}
		seen[r.number] = true
	}
}

func TestADocumentIsPrintedForPeopleAndMachines(t *testing.T) {
	set := golden.New(t, "testdata/golden")
	for _, name := range []string{"tagged-a3", "neg-attr", "neg-lang"} {
		d, err := Read(sample(t, name+".pdf"))
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		if err := d.Text(&b, 80); err != nil {
			t.Fatal(err)
		}
		set.Text(name+".txt", b.String())
	}
	d, err := Read(sample(t, "neg-alt.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	data, err := json.MarshalIndent(d, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	set.Text("neg-alt.json", string(data)+"\n")
}
