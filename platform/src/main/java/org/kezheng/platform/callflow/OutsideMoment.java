package org.kezheng.platform.callflow;

import java.time.Instant;
import java.util.Map;

/// A moment of a line of which the journal says nothing: a leg to the outside that the gate let out, or the line
/// of a customer who was handed to one. A line has the name of its channel; a customer's has a name of its own. Each
/// belongs to the decision of the gate by which the leg went out.
public sealed interface OutsideMoment {
    /// A trunk is asked to take the leg. It may be the second for one decision: the first did not take it.
    record Dialled(long decision, String line) implements OutsideMoment {}

    /// No trunk was asked.
    record NotDialled(long decision, OutsideResult result, Instant at) implements OutsideMoment {}

    /// The customer is with whom that leg reached, and without an agent from now on.
    record HandedOver(long decision, String line) implements OutsideMoment {}

    /// Whoever was called has answered.
    record Answered(String line, Instant at) implements OutsideMoment {}

    /// The line is gone.
    ///
    /// @param result what came of the leg; [OutsideResult#REACHED] if it was answered
    record Ended(String line, OutsideResult result, Instant at) implements OutsideMoment {}

    /// The line is gone, and nobody saw when.
    record Missed(String line) implements OutsideMoment {}

    /// All such lines that the PBX has now, and whether each is answered. What else was open is gone unseen.
    record Present(Map<String, Boolean> lines) implements OutsideMoment {
        public Present {
            lines = Map.copyOf(lines);
        }
    }
}
