package org.kezheng.telephony;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/// The PBX's own listing of what is live on it.
///
/// @param ids what is known by its id alone
record Picture(Run run, List<LiveCaller> callers, List<LiveLeg> legs, Ids ids, Instant at) {

    /// One run of the PBX, from its start to its end.
    record Run(String bootEpoch, String version) {}

    Picture {
        callers = List.copyOf(callers);
        legs = List.copyOf(legs);
    }

    /// @param ringing those legs that ring
    /// @param listeners the legs that listen in, which are no part of a call
    record Ids(Set<String> ringing, Set<String> listeners) {
        static final Ids NONE = new Ids(Set.of(), Set.of());

        Ids {
            ringing = Set.copyOf(ringing);
            listeners = Set.copyOf(listeners);
        }
    }

    Set<String> ringingLegs() {
        return ids.ringing();
    }

    Set<String> listeners() {
        return ids.listeners();
    }
}
