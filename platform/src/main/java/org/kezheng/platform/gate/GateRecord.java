package org.kezheng.platform.gate;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A decision as it was recorded, the number masked.
///
/// @param rules the ids of the rules that refused, each with why: `gate.hours:closed`
public record GateRecord(
        long id,
        Instant at,
        String stage,
        String way,
        String purpose,
        String maskedNumber,
        @Nullable String ownNumber,
        String voucher,
        @Nullable Long contact,
        String askedBy,
        boolean isAllowed,
        List<String> rules) {
    public GateRecord {
        rules = List.copyOf(rules);
    }

    /// Whether a leg was let out, and not only asked about.
    boolean isLeg() {
        return isAllowed && stage.equals(GateRequest.Stage.DIALLED.code());
    }
}
