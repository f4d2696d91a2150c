package org.kezheng.platform.callflow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The site's trunks, in the order in which they are tried, and what each of them may carry.
public record TrunkPlan(List<Line> lines) {
    /// How many trunks a site may have: a leg's name ends with the digit of its trunk.
    public static final int MOST = 9;

    /// Why no trunk can take a call: all lines are taken.
    public static final String FULL = "full";

    /// Why no trunk can take a call: there is a line, but no more calls may be begun within this minute.
    public static final String RATE = "rate";

    /// A trunk.
    ///
    /// @param address `host:port`; null: where the PBX's own trunk leads
    /// @param capacity calls at the same time
    /// @param callsPerMinute calls that may be begun within any minute
    /// @param isInbound whether callers come by it too, and take its lines
    public record Line(String code, @Nullable String address, int capacity, int callsPerMinute, boolean isInbound) {}

    public TrunkPlan {
        lines = List.copyOf(lines);
        if (lines.isEmpty() || lines.size() > MOST) {
            throw new IllegalArgumentException("A site has 1 to " + MOST + " trunks");
        }
    }
}
