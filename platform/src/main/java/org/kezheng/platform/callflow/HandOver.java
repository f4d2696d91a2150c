package org.kezheng.platform.callflow;

/// Somebody outside is called on behalf of a caller.
final class HandOver {
    final FlowInput.HandOut wanted;
    Stage stage = Stage.WAITING;
    /// The phone of whoever is called has rung.
    boolean hasRung;
    /// Whoever was called is to be aside with music, while the agent talks with the caller.
    boolean isAside;
    /// The caller is taken back as soon as they are aside.
    boolean isCallerNext;
    /// An order was lost: the next comparison sends them once more where they belong.
    boolean isPlaceUnsure;
    /// The present leg; empty before the first.
    String leg = "";

    HandOver(FlowInput.HandOut wanted) {
        this.wanted = wanted;
    }

    enum Stage {
        /// For the caller to be put aside.
        WAITING,
        DIALLING,
        /// The agent and whoever was called are in the room.
        CONSULTING,
        /// Caller and whoever was called are joined by the dialplan, and need nobody.
        HANDED_OVER
    }
}
