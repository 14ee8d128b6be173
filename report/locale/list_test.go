package locale

import "testing"

func TestListReadsAsASentenceDoes(t *testing.T) {
	tests := []struct {
		name  string
		tag   string
		items []string
		want  string
	}{
		{"nothing", "nb", nil, ""},
		{"one item", "nb", []string{"samspill"}, "samspill"},
		{"two items", "nb", []string{"samspill", "kultur"}, "samspill og kultur"},
		{"three items", "nb", []string{"samspill", "kultur", "kreativitet"}, "samspill, kultur og kreativitet"},
		{"three items", "nn", []string{"samspel", "kultur", "kreativitet"}, "samspel, kultur og kreativitet"},
		{"no comma before and", "en", []string{"a", "b", "c"}, "a, b and c"},
		{"one item with an og", "nb", []string{"kultur og tilhørighet"}, "kultur og tilhørighet"},
		{"an item with an og", "nb", []string{"samspill og samarbeid", "kultur og tilhørighet", "kreativitet"},
			"samspill og samarbeid, kultur og tilhørighet samt kreativitet"},
		{"an item with an og", "nn", []string{"kreativitet", "kultur og tilhøyrsle"}, "kreativitet samt kultur og tilhøyrsle"},
		{"an item with an and", "en", []string{"pay", "health and safety", "leave"}, "pay, health and safety, and leave"},
		{"og inside a word", "nb", []string{"logoer", "skog"}, "logoer og skog"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			l, _ := For(tt.tag)
			if got := l.List(tt.items); got != tt.want {
				t.Errorf("%s: List(%q) = %q, want %q", tt.tag, tt.items, got, tt.want)
			}
		})
	}
}
