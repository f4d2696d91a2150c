package org.kezheng.systemtests;

import java.time.Duration;
import java.time.Instant;
import org.kezheng.testkit.telephony.Caller;
import org.kezheng.testkit.telephony.RtpPeer;

/// A call that somebody made, and the id under which the product knows it.
record IncomingCall(Caller caller, String id) implements AutoCloseable {

    RtpPeer sound() {
        return caller.sound();
    }

    Instant hangUp() {
        return caller.hangUp();
    }

    Instant awaitHungUp(Duration within) {
        return caller.awaitHungUp(within);
    }

    @Override
    public void close() {
        caller.close();
    }
}
