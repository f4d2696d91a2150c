package org.kezheng.evidence.calls;

/// How far a projection has come.
///
/// @param record the last record taken whole, 0 before the first
/// @param events how many events of the record after it are taken already: one record may concern several clients, and
///     each transaction works for one of them
record ProjectionPosition(long record, int events) {}
