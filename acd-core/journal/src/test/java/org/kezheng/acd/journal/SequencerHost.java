package org.kezheng.acd.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// A host whose commands come in an order that somebody else has made, with their instants, in portions of any size: as
/// a member of a cluster gets them. It has no queue, no clock and no thread.
final class SequencerHost {
    private final HostSettings settings;
    private final RandomGenerator random;

    SequencerHost(Path directory, RandomGenerator random) {
        settings = Worlds.settings(directory, TimeSource.system(), 25).withRecordsPerSnapshot(20);
        this.random = random;
    }

    /// Applies what was ordered. It may be stopped and opened again on the way, and some may come twice then, as from a
    /// log that is read again from a place before.
    ///
    /// @param restarts at each portion's end, one time in so many; 0: never
    List<Receipt> run(List<JournalRecord> ordered, int restarts) throws IOException {
        List<Receipt> receipts = new ArrayList<>();
        int next = 0;
        while (next < ordered.size()) {
            try (Steps steps = Steps.open(settings)) {
                boolean isStopped = false;
                while (next < ordered.size() && !isStopped) {
                    int end = Math.min(ordered.size(), next + 1 + random.nextInt(10));
                    for (JournalRecord command : ordered.subList(next, end)) {
                        receipts.add(steps.apply(command.id(), command.command(), command.nowMicros())
                                .receipt());
                    }
                    steps.commit();
                    next = end;
                    isStopped = restarts > 0 && random.nextInt(restarts) == 0;
                }
            }
        }
        return receipts;
    }
}
