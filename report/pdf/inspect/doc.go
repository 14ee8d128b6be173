// Package inspect tells what is in a PDF and which rules it breaks. It takes any bytes, however hostile, and gives a
// Document: plain data that is printed, written as JSON, and held against another one.
//
// The rules are those of the Matterhorn Protocol 1.1 (PDF Association, 2021), the list of failure conditions of
// PDF/UA-1 (ISO 14289-1), as far as a machine can decide them; where PDF/A asks for more, and the file claims to be
// PDF/A, those of ISO 19005-2 and 19005-3 as well, numbered by clause and test as veraPDF does: "A 6.1.3-1". What both
// standards ask for is told once, under the number of the Matterhorn Protocol. rules.go is the table of all;
// docs/pdf-rules.md is made from it. A rule is one line there and one function.
//
// The line: Read ▶ cos.File ▶ file (pages, structure, content and fonts read once, with what is noteworthy) ▶ rules ▶
// Document.
//
// Whatever is read is bounded (limits.go), so that no file takes much memory or time. What is left unread for that
// reason is itself a problem.
package inspect
