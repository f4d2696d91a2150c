package org.kezheng.platform.listening;

import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.OfferId;

/// The telephone's side of listening in. Each order may wait for the PBX for some seconds.
public interface ListenerLine {

    /// What came of an order.
    enum Outcome {
        /// It is so.
        DONE,
        /// The PBX took the order, and will tell when it is so.
        ASKED,
        /// The listener has no telephone.
        NO_DEVICE,
        /// The talk, or the listener's leg, is gone.
        GONE,
        /// The PBX did not do it, or did not answer.
        NOT_DONE
    }

    /// A leg that is wanted.
    ///
    /// @param listening its number, unique for ever
    /// @param queue the queue's code, for the telephone's display
    record Wanted(long listening, AgentId listener, ContactId call, OfferId talk, String queue, ListenerMode mode) {}

    /// Calls the listener's own telephone. One who barges into a talk of more than two is brought in by
    /// [#change] when the telephone is answered; until then the leg whispers.
    ///
    /// @return [Outcome#DONE] when it rings and will hear the talk in that mode, [Outcome#ASKED] when it is going
    ///     to whisper
    Outcome begin(Wanted wanted);

    Outcome change(long listening, ContactId call, ListenerMode mode);

    /// Ends the leg, if there is one.
    void end(long listening);
}
