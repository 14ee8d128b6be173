// Package ledger keeps what happened to each recipient of one campaign, in a file that is only ever appended to.
//
// The file is made by Create when the campaign is planned, held by one Ledger while mail is sent or something is
// settled, and looked at without a lock by Read. One record is one line, written in one piece:
//
//	crc32 SP json LF
//	7b1d02ce {"p":"2baf6306","t":"2026-11-02T09:00:00Z","e":"commit","k":"mfrg…","n":1,"sha256":"9f86…",…}
//
// p is the checksum of the line before, so that lines cannot be taken out of the middle. The checksum is that of the
// JSON.
//
// The rules that make it worth trusting:
//
//   - Append returns after the record is on the disk. The commit of a recipient is appended before the last byte of the
//     message's end, so a recipient without a commit got nothing and may be tried again.
//   - A commit without an outcome is unknown, whatever the reason. Unknown is never tried again unless a
//     person says so.
//   - After a write or a sync has failed nothing more is written: a second sync may succeed without having saved
//     anything.
//   - A line that was torn off when the machine stopped is cut. It was never confirmed, so nothing was done on its
//     strength: a commit's message was not ended, an outcome's recipient becomes unknown.
//   - Any other damage, and any history that cannot have happened, is refused with the line: guessing would send twice.
//   - There are no addresses in the file. Recipients are keys, and what a server said has its addresses taken out.
//
// How a recipient goes from state to state is the table in rules.go. The file knows nothing of the plan: a recipient
// without a record is pending. That the file is an old copy cannot be seen from inside it; the mark beside it tells,
// unless it is as old.
package ledger
