package org.kezheng.platform.packs;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// The packs that this run of the platform is making. One that the table has as being made, and that is none of these,
/// was begun by a run that ended before.
final class UnderWay {
    private final Set<Long> ids = ConcurrentHashMap.newKeySet();

    /// To be told before the table shows the pack to others.
    void begun(long id) {
        ids.add(id);
    }

    /// To be told after the table shows what became of the pack.
    void ended(long id) {
        ids.remove(id);
    }

    int count() {
        return ids.size();
    }

    /// Packs as they stand. What is begun or ended while they are read is not taken for lost.
    List<StoredPack> asTheyStand(Supplier<List<StoredPack>> reading) {
        Set<Long> before = Set.copyOf(ids);
        return reading.get().stream()
                .map(pack -> isLost(pack, before) ? pack.failed() : pack)
                .toList();
    }

    private boolean isLost(StoredPack pack, Set<Long> before) {
        return pack.state().equals("making") && !before.contains(pack.id()) && !ids.contains(pack.id());
    }
}
