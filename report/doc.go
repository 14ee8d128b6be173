// Package report is the deck as a model, and Resolve, which makes it from the files as written.
//
//	deck.toml, theme.toml ──config.Read──▶ *config.File
//	svar.csv              ──survey.Read──▶ *survey.Table
//	                      ──report.Resolve──▶ *report.Deck      you are here
//	                      ──compose.Pages──▶ []scene.Page ──pdf.Write──▶ bytes
//
// After Resolve nothing is optional and nothing is left to interpret: every layout is chosen, every figure
// worked out, every default filled in. Whatever was wrong is in the returned diagnostics.
package report
