package org.kezheng.acd.journal;

/// A record as the journal's chain has it, for proofs outside of the journal.
///
/// @param before the chain hash before the record, 64 hexadecimal digits
/// @param payload the record's bytes, Base64
/// @param chain the chain hash behind it, 64 hexadecimal digits: SHA-256 of `before` and the payload
public record JournalLink(long position, String before, String payload, String chain) {}
