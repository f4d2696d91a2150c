package org.kezheng.security.ledger;

/// A signed head of the ledger's tree.
///
/// @param size the number of entries that it covers
/// @param note the signed note (C2SP), five lines, each ended by a line feed
public record Checkpoint(long size, String note) {}
