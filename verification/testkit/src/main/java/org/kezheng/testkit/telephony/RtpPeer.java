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
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// The mouth and ear of a telephone: sends 20 ms µ-law packets to wherever it is called from, and keeps every packet
/// that arrives with its time. Silent until told to speak. Bounded: forgets the oldest packets of ten minutes.
public final class RtpPeer implements AutoCloseable {

    private static final int SAMPLES = Sound.RATE / 50;
    private static final long PACE_NANOS = Duration.ofMillis(20).toNanos();
    private static final int MAX_PACKETS = 10 * 60 * 50;
    private static final int MAX_ATTEMPTS = 50;
    private static final double LOUDNESS = 8_000;
    /// In the order of their events (RFC 4733).
    private static final String KEYS = "0123456789*#";

    private static final int KEY_PAYLOAD = 101;
    private static final int RTP_HEADER = 12;
    private static final int KEY_EVENT = 4;
    private static final int KEY_PACKETS = 6;
    private static final int LAST_KEY_PACKETS = 3;
    private static final int PAUSE_PACKETS = 6;

    private final DatagramChannel channel;
    private final RtcpPeer reports;
    private volatile int losesEach = Integer.MAX_VALUE;
    private final int source = ThreadLocalRandom.current().nextInt();
    private final List<RtpPacket> captured = new ArrayList<>();
    /// Guarded by `captured`: the keys heard, and the begin of the last one by its time stamp.
    private final StringBuilder heardKeys = new StringBuilder();

    private @Nullable Integer lastKeyBegan;
    private volatile @Nullable SocketAddress remote;
    private volatile double hertz;
    private final Queue<Character> keys = new ConcurrentLinkedQueue<>();
    private volatile boolean isOpen = true;
    /// The key that is held; a blank: none. Of the mouth's thread, as what follows.
    private char key = ' ';

    private int keyPackets;
    private int keyBegan;

    private RtpPeer(DatagramChannel channel, RtcpPeer reports) {
        this.channel = channel;
        this.reports = reports;
    }

    /// Opens a peer on a free port of the loopback address, whose next one is free as well.
    public static RtpPeer open() {
        for (int attempt = 1; true; attempt++) {
            try {
                RtpPeer peer = openPair();
                start("rtp-ear", peer::listen);
                start("rtp-mouth", peer::talk);
                return peer;
            } catch (IOException failure) {
                if (attempt == MAX_ATTEMPTS) {
                    throw new UncheckedIOException(failure);
                }
            }
        }
    }

    private static RtpPeer openPair() throws IOException {
        DatagramChannel channel = DatagramChannel.open();
        try {
            channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            return new RtpPeer(channel, RtcpPeer.at(channel.socket().getLocalPort() + 1));
        } catch (IOException taken) {
            channel.close();
            throw taken;
        }
    }

    /// Loses one packet in so many on the way from now on.
    public void loseOneIn(int packets) {
        losesEach = packets;
    }

    /// Answers the other side's reports on RTP: what this peer claims to have heard of it. Called once.
    ///
    /// @param lostShare of the packets, from 0 to 1
    /// @param roundTrip how long the way to this peer and back takes
    public void report(double lostShare, Duration jitter, Duration roundTrip) {
        reports.answer(new RtcpPeer.Word(lostShare, jitter, roundTrip), () -> packetsSince(0));
    }

    /// The UDP port that goes into an SDP.
    public int port() {
        return channel.socket().getLocalPort();
    }

    /// Sends to that port of the loopback address until a packet comes from elsewhere.
    public void towards(int remotePort) {
        remote = new InetSocketAddress(InetAddress.getLoopbackAddress(), remotePort);
    }

    /// Sends a steady tone from now on.
    public void speak(double toneHertz) {
        hertz = toneHertz;
    }

    /// Presses keys of the telephone, one after the other: digits, `*` and `#`.
    public void press(String wanted) {
        for (int i = 0; i < wanted.length(); i++) {
            if (KEYS.indexOf(wanted.charAt(i)) < 0) {
                throw new IllegalArgumentException("no key of a telephone: " + wanted.charAt(i));
            }
            keys.add(wanted.charAt(i));
        }
    }

    /// Sends silence from now on.
    public void hush() {
        hertz = 0;
    }

    /// Sends nothing at all from now on, as lines do that suppress silence.
    public void fallSilent() {
        hertz = Double.NaN;
    }

    /// The keys that arrived as events of RFC 4733, in their order: digits, `*` and `#`. No sound has to tell
    /// them.
    public String keysHeard() {
        synchronized (captured) {
            return heardKeys.toString();
        }
    }

    /// What arrived from the moment on (a value of [System#nanoTime()]).
    public Sound heardSince(long nanos) {
        return Sound.of(since(nanos));
    }

    /// What arrived in the last moment.
    public Sound heardWithin(Duration last) {
        return heardSince(System.nanoTime() - last.toNanos());
    }

    /// How many packets arrived from the moment on.
    public int packetsSince(long nanos) {
        return since(nanos).size();
    }

    /// The longest time between the moments in which no packet arrived.
    public Duration longestGap(long fromNanos, long untilNanos) {
        long last = fromNanos;
        long longest = 0;
        for (RtpPacket packet : since(fromNanos)) {
            if (packet.nanos() > untilNanos) {
                break;
            }
            longest = Math.max(longest, packet.nanos() - last);
            last = packet.nanos();
        }
        return Duration.ofNanos(Math.max(longest, untilNanos - last));
    }

    @Override
    public void close() {
        isOpen = false;
        try {
            channel.close();
            reports.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<RtpPacket> since(long nanos) {
        synchronized (captured) {
            return captured.stream()
                    .filter(packet -> packet.nanos() - nanos >= 0)
                    .toList();
        }
    }

    private void listen() {
        ByteBuffer buffer = ByteBuffer.allocate(2_048);
        while (isOpen) {
            try {
                buffer.clear();
                SocketAddress from = channel.receive(buffer);
                long now = System.nanoTime();
                keepKey(buffer.flip());
                RtpPacket.read(buffer, now).ifPresent(packet -> keep(packet, from));
            } catch (ClosedChannelException closed) {
                return;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /// Each key comes as several packets with the time stamp of its begin.
    private void keepKey(ByteBuffer datagram) {
        if (datagram.remaining() < RTP_HEADER + KEY_EVENT || (datagram.get(1) & 0x7F) != KEY_PAYLOAD) {
            return;
        }
        int began = datagram.getInt(4);
        int event = datagram.get(RTP_HEADER);
        synchronized (captured) {
            if (event >= 0 && event < KEYS.length() && !Integer.valueOf(began).equals(lastKeyBegan)) {
                lastKeyBegan = began;
                heardKeys.append(KEYS.charAt(event));
            }
        }
    }

    private void keep(RtpPacket packet, SocketAddress from) {
        remote = from;
        synchronized (captured) {
            if (captured.size() >= MAX_PACKETS) {
                captured.subList(0, MAX_PACKETS / 10).clear();
            }
            captured.add(packet);
        }
    }

    private void talk() {
        int packet = 0;
        long next = System.nanoTime();
        while (isOpen) {
            SocketAddress to = remote;
            if (to != null && key == ' ' && (keyPackets == 0 || keyPackets > PAUSE_PACKETS)) {
                Character pressed = keys.poll();
                key = pressed == null ? ' ' : pressed;
                keyPackets = 0;
                keyBegan = packet;
            }
            if (to != null && key != ' ') {
                sendKey(to, packet);
            } else if (to != null && !Double.isNaN(hertz)) {
                keyPackets++;
                if (packet % losesEach != losesEach - 1) {
                    send(to, packet);
                }
            }
            packet++;
            next += PACE_NANOS;
            LockSupport.parkNanos(next - System.nanoTime());
        }
    }

    /// One packet of a key that is held for a moment; the last ones say that it was let go, three times.
    private void sendKey(SocketAddress to, int packet) {
        int count = ++keyPackets;
        boolean isOver = count > KEY_PACKETS;
        ByteBuffer datagram = ByteBuffer.allocate(12 + 4);
        datagram.put((byte) 0x80).put((byte) (count == 1 ? 101 | 0x80 : 101)).putShort((short) packet);
        datagram.putInt(keyBegan * SAMPLES).putInt(source);
        datagram.put((byte) KEYS.indexOf(key)).put((byte) (isOver ? 0x80 | 10 : 10));
        datagram.putShort((short) (Math.min(count, KEY_PACKETS) * SAMPLES));
        deliver(datagram.flip(), to);
        if (count >= KEY_PACKETS + LAST_KEY_PACKETS) {
            key = ' ';
            keyPackets = 1;
        }
    }

    private void deliver(ByteBuffer datagram, SocketAddress to) {
        try {
            channel.send(datagram, to);
        } catch (IOException gone) {
            // The other side closed its port: it hung up. What the test awaits will tell.
            remote = null;
        }
    }

    private void send(SocketAddress to, int packet) {
        ByteBuffer datagram = ByteBuffer.allocate(12 + SAMPLES);
        datagram.put((byte) 0x80).put((byte) 0).putShort((short) packet);
        datagram.putInt(packet * SAMPLES).putInt(source);
        double tone = hertz;
        for (int i = 0; i < SAMPLES; i++) {
            double second = (packet * (double) SAMPLES + i) / Sound.RATE;
            datagram.put(MuLaw.encode((int) (tone == 0 ? 0 : LOUDNESS * Math.sin(2 * Math.PI * tone * second))));
        }
        deliver(datagram.flip(), to);
    }

    private static void start(String name, Runnable task) {
        Thread.ofPlatform().daemon().name(name).start(task);
    }
}
