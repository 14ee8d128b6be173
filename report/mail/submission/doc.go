// Package submission hands one mail after another to a submission server (RFC 6409), and says of each what became of
// it so exactly that nobody gets it twice and nobody is skipped. It knows no members, no ledger and no list:
// report/mail asks it to send, and gives it the moment to write down that the mail is about to be sent.
//
//	Dial ─▶ TCP, STARTTLS or TLS, EHLO, AUTH ─▶ Session ─▶ Send, Send, … ─▶ Quit, or Close
//	Send ─▶ MAIL, RCPT, DATA, body ─▶ look for an early answer ─▶ commit ─▶ the final dot ─▶ Outcome
//
// What holds of every mail:
//
//   - Until the final dot the server may not deliver (RFC 5321, 4.1.1.4), so whatever fails before it is safe to try
//     again. The five bytes CRLF . CRLF are all that is left to write when commit is called.
//   - A mail whose dot has left without an answer is Unknown. Nothing else is.
//   - A connection that failed in a body is closed and never used again: textproto ends an open body with the dot
//     before it writes another command, also QUIT, and the server would deliver half a mail.
//   - Every read and write has a deadline; one that passes closes the connection.
//   - Nothing that a server says leaves here with an address of a member in it, or with the secret of the login.
//
// The client is emersion/go-smtp's, over a connection that is dialled here. Two things are done below it:
//
//   - STARTTLS. The client keeps the TLS connection that it makes to itself (client.go, startTLS), so that nobody could
//     look for an early answer on it, and throws away in silence what was injected in plain text after the answer.
//   - The body. The client's writer is textproto's dotWriter over a buffer of 4 KiB that nobody else can flush, so part
//     of the body would still lie in it at the moment of the commit; and it works byte by byte. The body is written to
//     the connection itself, without its last CRLF. Then DataCommand.Close writes CRLF . CRLF and nothing else.
//
// Further traps of it, and what is done: it sets no deadline while the body is written (link does); Reset forgets that
// there was an EHLO (it is said again at once); a wish to end a refused login is sent after the refusal, too (it does
// no harm, as its answer is read); addresses go into the line as they are (they are checked first).
package submission
