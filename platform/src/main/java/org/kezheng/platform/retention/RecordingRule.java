package org.kezheng.platform.retention;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;
import org.kezheng.platform.gate.GateParameter;
import org.kezheng.platform.gate.GateParameters;

/// Which talks of calls that came in are recorded. Calls with a leg that was begun to the outside all are: the
/// notice of 2020 demands it.
///
/// @param share of the calls, in percent
/// @param exempt codes of queues whose calls are not recorded
record RecordingRule(int share, Set<String> exempt) {
    private static final int HUNDRED = 100;

    RecordingRule {
        exempt = Set.copyOf(exempt);
    }

    static RecordingRule of(GateParameters parameters) {
        return new RecordingRule(
                parameters.number(GateParameter.RECORDING_INBOUND_SHARE),
                parameters.codes(GateParameter.RECORDING_EXEMPT_QUEUES));
    }

    /// The same for each talk of a call, and for whoever asks: the call's id alone decides whether it is of the share.
    boolean isRecorded(long contact, String queue) {
        return !exempt.contains(queue) && placeOf(contact) < share;
    }

    /// From 0 to 99, evenly: the first four bytes of SHA-256 of the id's digits, modulo 100.
    static int placeOf(long contact) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(Long.toString(contact).getBytes(StandardCharsets.US_ASCII));
            return Integer.remainderUnsigned(ByteBuffer.wrap(hash).getInt(), HUNDRED);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
        }
    }
}
