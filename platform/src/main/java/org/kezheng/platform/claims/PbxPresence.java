package org.kezheng.platform.claims;

import java.util.Optional;

/// What is known of the PBX at this moment.
public interface PbxPresence {
    /// The version that the connected PBX says of itself; empty while none is connected.
    Optional<String> version();

    /// Has the listener told when the PBX was connected or lost, on a thread that must not be held up.
    void onChange(Runnable listener);
}
