package org.kezheng.acd.journal;

/// A place between two records.
///
/// @param position of the record before it
/// @param chain the hash behind that record: it stands for the whole journal up to there
/// @param lastMicros the instant of that record
record JournalPlace(long position, ChainHash chain, long lastMicros) {}
