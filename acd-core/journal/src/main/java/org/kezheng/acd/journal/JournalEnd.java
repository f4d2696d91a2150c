package org.kezheng.acd.journal;

import org.jspecify.annotations.Nullable;

/// Where a journal ends.
///
/// @param position of the last whole record; 0: none
/// @param chain the hash behind it
/// @param header of the last segment; null: the next record begins a new one
/// @param intactBytes of the last segment
/// @param isTorn something follows that was not finished
record JournalEnd(long position, ChainHash chain, @Nullable SegmentHeader header, long intactBytes, boolean isTorn) {

    int recordsInSegment() {
        return header == null ? 0 : (int) (position - header.firstPosition() + 1);
    }
}
