// Package figures counts: every number of a deck that comes from answers is worked out here, and what is too small to
// be shown is decided here, once for the whole deck.
//
//	config.Data + *survey.Table ──figures.New──▶ *Book ──Tally──▶ counts of a Group's answers
//	                                                   ──Share, Mean…──▶ template.Figure, which knows what it rests on
//
// A Group is the one key of tallies and figures. Expressions reach all of it by the functions of a Language.
package figures
