package org.kezheng.telephony;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/// The PBX's own listing of what is live on it.
///
/// @param ringingLegs the ids of those legs that ring
record Picture(Run run, List<LiveCaller> callers, List<LiveLeg> legs, Set<String> ringingLegs, Instant at) {

    /// One run of the PBX, from its start to its end.
    record Run(String bootEpoch, String version) {}

    Picture {
        callers = List.copyOf(callers);
        legs = List.copyOf(legs);
        ringingLegs = Set.copyOf(ringingLegs);
    }
}
