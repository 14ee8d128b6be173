package locale

import (
	"slices"
	"strings"
)

// List writes items as a sentence does: "samspill, kultur og kreativitet". There is a comma between items that no
// word binds and none before "og" (Språkrådet, "Få kommaet på plass": "Per, Pål og Espen Askeladd"). When an item has
// an "og" of its own another word sets the last one off: "samspill og samarbeid, kultur og tilhørighet samt
// kreativitet".
func (l Locale) List(items []string) string {
	if len(items) == 0 {
		return ""
	}
	bind := " " + l.Word(And) + " "
	if slices.ContainsFunc(items, func(s string) bool { return strings.Contains(s, bind) }) {
		bind = l.Word(andAlso)
	}
	last := len(items) - 1
	if last == 0 {
		return items[0]
	}
	return strings.Join(items[:last], ", ") + bind + items[last]
}
