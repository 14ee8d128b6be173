// Package resolve makes the deck from the files as written.
//
//	*config.File, *figures.Book ──Deck──▶ *report.Deck
//
// Every layout is chosen, every figure worked out, every default filled in, every claim held. It is the only package
// that knows both the layout as written and the model. Whatever was wrong is in the returned diagnostics.
package resolve
