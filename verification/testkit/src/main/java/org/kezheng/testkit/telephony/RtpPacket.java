package org.kezheng.testkit.telephony;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;

/// One captured RTP packet (RFC 3550).
///
/// @param nanos    [System#nanoTime()] of its arrival, for intervals
/// @param at       wall-clock time of its arrival, for comparing with what others recorded
/// @param sequence its 16-bit sequence number
/// @param source   the synchronisation source
@SuppressWarnings("ArrayRecordComponent") // never compared, and written once
record RtpPacket(long nanos, Instant at, int sequence, int source, byte[] payload) {

    private static final int HEADER = 12;

    /// Reads a datagram; empty when it is no RTP with µ-law.
    static Optional<RtpPacket> read(ByteBuffer datagram, long nanos) {
        if (datagram.remaining() < HEADER || (datagram.get(0) & 0xC0) != 0x80 || (datagram.get(1) & 0x7F) != 0) {
            return Optional.empty();
        }
        int header = HEADER + 4 * (datagram.get(0) & 0x0F);
        if (datagram.remaining() < header) {
            return Optional.empty();
        }
        byte[] payload = new byte[datagram.remaining() - header];
        datagram.get(datagram.position() + header, payload);
        return Optional.of(
                new RtpPacket(nanos, Instant.now(), datagram.getShort(2) & 0xFFFF, datagram.getInt(8), payload));
    }
}
