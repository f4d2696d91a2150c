package org.kezheng.telephony;

/// What the gateway has told of one leg so far. Only the event thread changes it, but for the wish to end it.
final class Leg {

    /// How far a leg has come; a leg never goes back.
    enum Stage {
        /// Ordered; the PBX has no channel for it yet.
        ORDERED,
        /// The phone is being called.
        BEGUN,
        RINGING,
        ANSWERED,
        /// Told as failed; whatever comes of it now is ended and not told.
        GIVEN_UP
    }

    final String legId;

    /// The channel's name; empty until the PBX has said it.
    volatile String channel = "";

    final long orderedNanos;
    Stage stage;

    /// Someone wants it ended: its end is then no failure of the phone.
    volatile boolean isEndWanted;

    /// When the PBX said that the originate failed while there was no channel; 0 = it did not.
    long failedNanos;

    Leg(String legId, Stage stage, long orderedNanos) {
        this.legId = legId;
        this.stage = stage;
        this.orderedNanos = orderedNanos;
    }
}
