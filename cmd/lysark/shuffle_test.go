package main

import (
	"bytes"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const weighted = `[deck]
title = "Prøve"
charts = "vector"
data_pages = true

[data.svar]
file = "svar.csv"
weight = "vekt"

[data.svar.questions]
farge = "farge"
bruk = { column = "bruk", multiple = "|" }
enig = "enig"
sti = { columns = "sti [*]" }

[[slide]]
headline = "{list('farge')}: {top('bruk')}, {mean('enig')}, {list('sti')}"
chart = [{ type = "pie", question = "farge" }, { type = "bar", question = "bruk", sort = "descending" }]

[[slide]]
headline = "Enighet"
chart = [{ type = "likert", questions = ["enig"] }, { type = "bar", question = "sti" }]
`

// TestRowsInAnotherOrderGiveTheSameBytes: no order, colour or figure depends on who answered first.
func TestRowsInAnotherOrderGiveTheSameBytes(t *testing.T) {
	pick := func(r *rand.Rand, of ...string) string { return of[r.IntN(len(of))] }
	r := rand.New(rand.NewPCG(3, 4))
	answers := "vekt;farge;bruk;enig;sti [Bratt];sti [Flat]\n"
	for range 150 {
		answers += strings.Join([]string{
			pick(r, "0,1", "0,2", "0,3", "1,7"), pick(r, "Rød", "Ål", "blå", "Ære"), pick(r, "Kart|Mat", "Mat", "Kart", ""),
			pick(r, "1 - lite", "2", "3", "4", "5 - mye"), pick(r, "1", "0", ""), pick(r, "1", "0"),
		}, ";") + "\n"
	}
	own := t.TempDir()
	for name, text := range map[string]string{"deck.toml": weighted, "svar.csv": answers} {
		if err := os.WriteFile(filepath.Join(own, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, dir := range []string{own, "../../decks/hjemmekontor"} {
		want := builtShuffled(t, dir, nil)
		if got := builtShuffled(t, dir, r); !bytes.Equal(got, want) {
			t.Errorf("%s: %d bytes, and %d others from the same rows in another order", dir, len(want), len(got))
		}
	}
}

// builtShuffled is the PDF and the figures of a folder's deck whose answers are shuffled, where there is something to shuffle by.
func builtShuffled(t *testing.T, dir string, r *rand.Rand) []byte {
	t.Helper()
	to := t.TempDir()
	if err := os.CopyFS(to, os.DirFS(dir)); err != nil {
		t.Fatal(err)
	}
	names, _ := filepath.Glob(filepath.Join(to, "svar*.csv"))
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		rows := strings.SplitAfter(strings.TrimRight(string(text), "\r\n")+"\n", "\n")
		rows = rows[:len(rows)-1]
		if r != nil {
			r.Shuffle(len(rows)-1, func(i, j int) { rows[i+1], rows[j+1] = rows[j+1], rows[i+1] })
		}
		if err := os.WriteFile(name, []byte(strings.Join(rows, "")), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var told, figures bytes.Buffer
	pdf, deck := filepath.Join(to, "deck.pdf"), filepath.Join(to, "deck.toml")
	if run([]string{"build", deck, "-o", pdf}, newUI(io.Discard, &told, os.Getenv)) != 0 ||
		run([]string{"figures", deck, "--format", "json"}, newUI(&figures, &told, os.Getenv)) != 0 {
		t.Fatal(told.String())
	}
	out, err := os.ReadFile(pdf)
	if err != nil {
		t.Fatal(err)
	}
	return append(out, figures.Bytes()...)
}
