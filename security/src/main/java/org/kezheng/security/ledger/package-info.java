/// The audit ledger: who did what to what, when and from where. Entries are only ever added; they form a Merkle tree
/// (RFC 6962) whose head is signed. The format is specified in `docs/formats/ledger.md`.
@NullMarked
package org.kezheng.security.ledger;

import org.jspecify.annotations.NullMarked;
