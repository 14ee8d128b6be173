// Package report is the deck as a model.
//
//	deck.toml, theme.toml ──config.Read──▶ *config.File
//	svar.csv              ──survey.Read──▶ *survey.Table
//	                      ──resolve.Deck──▶ *report.Deck      you are here
//	                      ──compose.Pages──▶ []scene.Page ──pdf.Write──▶ bytes
//
// In it nothing is optional and nothing is left to interpret: every layout is chosen, every figure worked out, every
// default filled in.
package report
