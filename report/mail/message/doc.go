// Package message composes the e-mail that one member gets.
//
// The attachment and the pictures are the same for everybody: NewShared encodes them once, and each Message is a head
// of its own (header fields, text and HTML) followed by that shared tail, so that 10,000 messages cost 10,000 heads:
//
//	multipart/mixed                  with an attachment
//	  multipart/alternative          with HTML
//	    text/plain
//	    multipart/related            with pictures
//	      text/html                  here ends the head
//	      image/png …
//	  application/pdf
//
// A level that would hold one part is left out. The same Letter gives the same bytes: nothing here reads a clock, a
// host name or chance, and no field tells which program wrote it. What a member's row can put into a field is refused
// where it could end the line, hide something or begin an address. Errors name fields, never what stands in them.
//
// The engine (report/mail) plans and sends; lines that begin with a dot are the transport's affair.
package message
