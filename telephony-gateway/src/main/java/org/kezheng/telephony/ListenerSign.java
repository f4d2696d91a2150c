package org.kezheng.telephony;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What the PBX tells of legs that listen in. They are no legs of a call, so nothing of them is among the events of
/// calls. Signs of one leg come in the PBX's order.
public sealed interface ListenerSign {

    /// The device was answered; the leg hears the talk from now on.
    ///
    /// @param at the PBX's clock
    record Answered(String legId, Instant at) implements ListenerSign {}

    /// A key was pressed on the leg, by an order or by hand.
    ///
    /// @param at the PBX's clock
    record Key(String legId, char key, Instant at) implements ListenerSign {

        /// The mode that the PBX changes to by this key; empty: the key means nothing.
        public Optional<ListeningMode> mode() {
            return Stream.of(ListeningMode.values())
                    .filter(mode -> mode.key() == key)
                    .findFirst();
        }
    }

    /// The leg is gone, or never came about.
    ///
    /// @param at the PBX's clock
    record Ended(String legId, Instant at) implements ListenerSign {}

    /// The legs that listen in now, all of them; one that was ordered a moment before may be missing.
    record Present(Set<String> legIds, Instant at) implements ListenerSign {
        /// Copies the set.
        public Present {
            legIds = Set.copyOf(legIds);
        }
    }
}
