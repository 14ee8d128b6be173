// Package tables tells what charts show as tables: a row per category, a column per series. Data pages, attachments and
// spreadsheets are made of them, so that all tell the same, and nothing that a chart hides.
package tables
