package org.kezheng.platform.callflow;

import org.jspecify.annotations.Nullable;

/// The leg of an offer that rings at an agent's mobile.
final class MobileLeg {
    /// How far the leg has come.
    enum Stage {
        /// A line is kept, or none was found, and the gate was asked.
        AT_GATE,
        /// Ordered by its trunk, ringing, or answered.
        ON_TRUNK
    }

    /// The line of a trunk that the leg takes.
    final LineHold line = new LineHold();

    Stage stage = Stage.AT_GATE;
    /// The leg's id; empty before it was ordered. Any thread may ask.
    volatile String legId = "";
    /// What the gate has let out; null after a restart.
    @Nullable
    GatePass pass;
    /// The mobile has rung, or somebody picked it up: it is not called a second time by another trunk.
    boolean hasRung;
}
