package org.kezheng.acd.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.kezheng.acd.engine.Engine;

/// Compares the snapshots beside a journal with what a replay of it gives at their places.
final class SnapshotComparison {
    private final SnapshotFiles files;
    private final TreeMap<Long, Snapshot> snapshots = new TreeMap<>();
    private final Receipts receipts;
    private final List<Long> same = new ArrayList<>();
    private final List<SnapshotFault> faults = new ArrayList<>();

    /// Takes those that are there now: the records before their places are there, too.
    SnapshotComparison(Path directory) {
        files = new SnapshotFiles(directory);
        int mostReceipts = 1;
        for (Path file : list(directory, files)) {
            switch (SnapshotReading.of(file)) {
                case SnapshotReading.Sound(var snapshot) -> {
                    snapshots.put(snapshot.place().position(), snapshot);
                    mostReceipts = Math.max(mostReceipts, snapshot.receipts().size());
                }
                case SnapshotReading.Faulty(var fault) -> faults.add(fault);
                case null -> {}
            }
        }
        receipts = new Receipts(mostReceipts);
    }

    private static List<Path> list(Path directory, SnapshotFiles files) {
        try {
            return files.newestFirst();
        } catch (IOException e) {
            throw new JournalException.Unreadable(directory, e);
        }
    }

    /// Told of every record of the journal in order, with the chain hash and the engine behind it.
    void follow(JournalRecord made, ChainHash chain, Engine engine) {
        receipts.remember(made.id(), new Receipt(made.position(), made.nowMicros(), made.events()));
        Snapshot snapshot = snapshots.remove(made.position());
        if (snapshot != null) {
            JournalPlace place = new JournalPlace(made.position(), chain, made.nowMicros());
            compare(snapshot, Snapshot.take(place, engine, snapshot.build(), receipts.list()));
        }
    }

    /// The positions of the snapshots that are what the journal gives.
    List<Long> same() {
        return List.copyOf(same);
    }

    /// All others, once the journal's end is reached.
    List<SnapshotFault> faults() {
        List<SnapshotFault> all = new ArrayList<>(faults);
        for (long position : snapshots.keySet()) {
            all.add(fault(position, SnapshotFault.Kind.JOURNAL_ENDS_BEFORE, "the journal ends before it"));
        }
        return List.copyOf(all);
    }

    private void compare(Snapshot found, Snapshot given) {
        long position = given.place().position();
        if (!found.place().chain().equals(given.place().chain())) {
            faults.add(fault(position, SnapshotFault.Kind.OTHER_JOURNAL, "it belongs to another journal"));
        } else if (!found.limits().equals(given.limits())) {
            faults.add(fault(position, SnapshotFault.Kind.OTHER_LIMITS, "it was taken under other limits"));
        } else {
            String difference = difference(found, given);
            if (difference.isEmpty()) {
                same.add(position);
            } else {
                faults.add(fault(
                        position,
                        SnapshotFault.Kind.DIFFERENT,
                        difference + " in it differs from what the journal gives"));
            }
        }
    }

    /// Empty: none.
    private static String difference(Snapshot found, Snapshot given) {
        if (found.place().lastMicros() != given.place().lastMicros()) {
            return "the instant";
        }
        if (!Objects.equals(found.configuration(), given.configuration())) {
            return "the configuration";
        }
        if (!found.state().equals(given.state())) {
            return "the engine's state";
        }
        List<RememberedReceipt> last = given.receipts();
        int known = last.size() - found.receipts().size();
        boolean isSame = known >= 0 && last.subList(known, last.size()).equals(found.receipts());
        return isSame ? "" : "a receipt";
    }

    private SnapshotFault fault(long position, SnapshotFault.Kind kind, String what) {
        return new SnapshotFault(SnapshotFiles.name(files.path(position)), kind, what);
    }
}
