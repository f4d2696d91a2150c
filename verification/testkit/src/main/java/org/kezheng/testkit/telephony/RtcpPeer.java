package org.kezheng.testkit.telephony;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/// The RTCP port of a telephone (RFC 3550): when told to, it answers each report of the other side by one of its
/// own, in which it says whatever a test wants it to have heard.
final class RtcpPeer implements AutoCloseable {

    private static final int HEADER = 28;
    private static final int SENDER_REPORT = 200;
    private static final int RECEIVER_REPORT = 201;
    private static final int LAST_REPORT_AT = 10;
    private static final int SHARES = 256;

    private final DatagramChannel channel;

    private RtcpPeer(DatagramChannel channel) {
        this.channel = channel;
    }

    /// Takes the port.
    static RtcpPeer at(int port) throws IOException {
        DatagramChannel channel = DatagramChannel.open();
        try {
            channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return new RtcpPeer(channel);
        } catch (IOException taken) {
            channel.close();
            throw taken;
        }
    }

    /// What is said from now on.
    ///
    /// @param lostShare of what came since the last report
    /// @param jitter as RFC 3550 has it
    /// @param roundTrip how long each answer is held back
    record Word(double lostShare, Duration jitter, Duration roundTrip) {}

    /// Answers until closed.
    ///
    /// @param heard how many packets came so far
    void answer(Word word, LongSupplier heard) {
        Thread.ofPlatform().daemon().name("rtcp").start(() -> listen(word, heard));
    }

    private void listen(Word word, LongSupplier heard) {
        ByteBuffer buffer = ByteBuffer.allocate(2_048);
        while (channel.isOpen()) {
            try {
                buffer.clear();
                SocketAddress from = channel.receive(buffer);
                buffer.flip();
                if (buffer.remaining() >= HEADER && (buffer.get(1) & 0xFF) == SENDER_REPORT) {
                    LockSupport.parkNanos(word.roundTrip().toNanos());
                    channel.send(report(word, buffer, heard.getAsLong()), from);
                }
            } catch (ClosedChannelException closed) {
                return;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    private static ByteBuffer report(Word word, ByteBuffer theirs, long heard) {
        ByteBuffer report = ByteBuffer.allocate(32);
        report.put((byte) 0x81).put((byte) RECEIVER_REPORT).putShort((short) 7).putInt(1);
        report.putInt(theirs.getInt(4));
        int lost = (int) (heard * word.lostShare());
        report.putInt((int) (word.lostShare() * SHARES) << 24 | lost);
        report.putInt((int) heard).putInt((int) (word.jitter().toMillis() * Sound.RATE / 1_000));
        report.putInt(theirs.getInt(LAST_REPORT_AT)).putInt(0);
        return report.flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
