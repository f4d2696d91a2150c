package org.kezheng.platform.callers;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a caller went through in a flow, as it is shown.
///
/// @param flow the flow's code; empty, with version 0: the number dialled has none
public record JourneyView(String flow, int version, List<Step> steps) {
    public JourneyView {
        steps = List.copyOf(steps);
    }

    /// One step.
    ///
    /// @param kind `entered`, `notice`, `recording-refused`, `scored`, `compared`, `holidays-unknown`,
    ///     `too-many-steps`, `language`, `turned-away`, `place-kept`, `message-left`, `lent`, `returned`,
    ///     `queued`, `told`, `ended` or `hung-up`
    /// @param name node, version of a wording, calendar, survey and question, flow or way back; of what the
    ///     emergency switch told or ended `notice` or `closed`, a blank, and the turn of the switch
    public record Step(
            Instant at, String kind, String name, @Nullable Integer score) {}
}
