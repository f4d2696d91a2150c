package org.kezheng.platform.live;

import java.time.Instant;

/// Somebody outside who is called about a contact.
///
/// @param label how the client's list names them
/// @param since when they were called, or answered
public record OutsideParty(String label, Stage stage, Instant since) {
    /// How far it is.
    public enum Stage {
        /// The caller goes over as soon as they answer.
        TRANSFERRING,
        /// The agent talks with them as soon as they answer.
        RINGING,
        TALKING,
        /// They hear music, and the agent talks with the caller.
        ASIDE
    }
}
