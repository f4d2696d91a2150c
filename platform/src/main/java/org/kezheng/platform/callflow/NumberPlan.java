package org.kezheng.platform.callflow;

import java.util.List;
import java.util.Optional;
import org.kezheng.acd.engine.ClientId;
import org.kezheng.acd.engine.QueueId;

/// Which dialled number belongs to which client and queue. The client is known before anything about the caller is
/// looked up.
public record NumberPlan(List<Entry> entries) {
    /// A number that can be dialled.
    public record Entry(String number, ClientId client, QueueId queue) {}

    public NumberPlan {
        entries = List.copyOf(entries);
        long distinct = entries.stream().map(Entry::number).distinct().count();
        if (distinct != entries.size()) {
            throw new IllegalArgumentException("A number belongs to two queues");
        }
    }

    Optional<Entry> of(String dialledNumber) {
        return entries.stream()
                .filter(entry -> entry.number().equals(dialledNumber))
                .findFirst();
    }
}
