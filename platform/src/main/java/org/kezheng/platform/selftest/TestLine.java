package org.kezheng.platform.selftest;

import java.time.Duration;

/// The PBX, as far as a self-test call needs it.
public interface TestLine {
    /// Has the PBX call its own number; whether it took the order.
    ///
    /// @param callId names the call
    /// @param patience how long it may go unanswered
    boolean call(String callId, String number, Duration patience) throws InterruptedException;

    /// Ends that call; whether there was one.
    boolean hangUp(String callId) throws InterruptedException;
}
