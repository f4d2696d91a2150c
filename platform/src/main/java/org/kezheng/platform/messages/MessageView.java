package org.kezheng.platform.messages;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A message as the interface shows it.
///
/// @param call in which it was left
/// @param number masked; absent when it was kept back
/// @param customer whose number it is, masked; absent for a stranger
/// @param doneAt absent: it is to be done
record MessageView(
        String call,
        String queue,
        Instant leftAt,
        long seconds,
        @Nullable String number,
        @Nullable CustomerView customer,
        @Nullable Instant doneAt,
        @Nullable String doneBy) {
    record CustomerView(String id, String name) {
        @Override
        public String toString() {
            return "CustomerView[" + id + "]";
        }
    }

    @Override
    public String toString() {
        return "MessageView[" + call + "]";
    }
}
