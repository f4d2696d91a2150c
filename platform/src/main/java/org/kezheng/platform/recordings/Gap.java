package org.kezheng.platform.recordings;

/// Where a recording is silent because it was paused, in milliseconds from its begin.
///
/// @param endedBy `agent`, `limit` (the longest time of a pause) or `talk` (it ended first)
public record Gap(long fromMillis, long toMillis, String endedBy) {
    public Gap {
        if (fromMillis < 0 || toMillis <= fromMillis) {
            throw new IllegalArgumentException("A gap has a length");
        }
    }
}
