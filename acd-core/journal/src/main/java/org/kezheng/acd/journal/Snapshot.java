package org.kezheng.acd.journal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.Configuration;
import org.kezheng.acd.engine.Engine;
import org.kezheng.acd.engine.Limits;

/// All that a host knows behind one record of its journal, so that it can go on from there. It follows from the journal
/// up to there, the limits and the number of remembered receipts, and from nothing else.
///
/// @param stateVersion how the engine wrote its state down, [Engine#STATE_VERSION]
/// @param build of the engine, for people
/// @param configuration in force; null: none yet
/// @param receipts of the last commands, oldest first
record Snapshot(
        JournalPlace place,
        int engineVersion,
        int stateVersion,
        String build,
        Limits limits,
        @Nullable Configuration configuration,
        StateBytes state,
        List<RememberedReceipt> receipts) {
    Snapshot {
        receipts = List.copyOf(receipts);
    }

    /// Of an engine that has just applied the record before the place.
    static Snapshot take(JournalPlace place, Engine engine, String build, List<RememberedReceipt> receipts) {
        return new Snapshot(
                place,
                Engine.VERSION,
                Engine.STATE_VERSION,
                build,
                engine.limits(),
                engine.configuration().orElse(null),
                StateBytes.of(engine),
                receipts);
    }

    /// Whether the running engine can read the state and would have come to the same one.
    boolean isOfThisEngine() {
        return engineVersion == Engine.VERSION && stateVersion == Engine.STATE_VERSION;
    }

    /// @throws IllegalArgumentException when this is not the state of an engine
    Engine restore() {
        return state.restore(limits, configuration);
    }
}
