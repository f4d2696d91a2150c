package org.kezheng.security.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// An entry with its place in the tree.
///
/// @param index its leaf's number, from 0 without gaps
/// @param at when it was appended, in microseconds
public record SequencedEntry(long index, Instant at, LedgerEntry entry) {

    /// The canonical text: the bytes (ASCII) that the leaf's hash covers.
    public String canonical() {
        return CanonicalForm.of(at, entry);
    }

    /// SHA-256 of a zero byte and the canonical bytes.
    public byte[] leafHash() {
        return Hashes.leaf(canonical().getBytes(StandardCharsets.UTF_8));
    }
}
