package org.kezheng.platform.callflow;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kezheng.telephony.PhoneNumber;

/// What the gate lets out, at the moment of dialling: this number, with this own number, by these trunks in their
/// order.
public record GatePass(PhoneNumber number, PhoneNumber ownNumber, List<TrunkLine> trunks) {
    /// A trunk to try.
    ///
    /// @param address `host:port`; null: where the PBX's own trunk leads
    public record TrunkLine(String code, @Nullable String address) {}

    public GatePass {
        trunks = List.copyOf(trunks);
        if (trunks.isEmpty() || trunks.size() > OutsideLegs.MAX_ATTEMPTS) {
            throw new IllegalArgumentException("A leg is tried by 1 to " + OutsideLegs.MAX_ATTEMPTS + " trunks");
        }
    }
}
