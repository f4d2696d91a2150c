package org.kezheng.acd.engine;

/// Why a waiting contact changed its queue.
public enum MoveCause {
    SUPERVISOR,
    QUEUE_FULL,
    WAITED_TOO_LONG,
    QUEUE_RETIRED
}
