package org.kezheng.telephony;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.RtcpReceivedEvent;
import org.asteriskjava.manager.event.RtcpSentEvent;
import org.jspecify.annotations.Nullable;

/// Reads the library's events about audio. What lacks its channel or its figures is no report.
final class LineReading {

    private static final double SHARES = 256;
    private static final int SEQUENCE_BITS = 16;
    private static final double MICROS_PER_SECOND = 1e6;

    /// Jitter is told in ticks of the codec's clock. Softphones speak Opus, everything else G.711: so the endpoints are
    /// configured.
    private static final int OPUS_HERTZ = 48_000;

    private static final int G711_HERTZ = 8_000;
    private static final String SOFTPHONE = "PJSIP/" + SoftphoneLine.PREFIX;

    private LineReading() {}

    static Optional<LineReport> of(ManagerEvent event, Instant receivedAt) {
        Instant at = Signals.instantOf(event, receivedAt);
        return switch (event) {
            case RtcpSentEvent sent ->
                heard(
                        new Block(
                                sent.getUniqueid(),
                                sent.getChannel(),
                                sent.getReport0FractionLost(),
                                sent.getReport0CumulativeLost(),
                                sent.getReport0HighestSequence(),
                                sent.getReport0SequenceNumberCycles(),
                                sent.getReport0iaJitter()),
                        LineReport.Direction.TO_PBX,
                        null,
                        at);
            case RtcpReceivedEvent received ->
                heard(
                        new Block(
                                received.getUniqueid(),
                                received.getChannel(),
                                received.getReport0FractionLost(),
                                received.getReport0CumulativeLost(),
                                received.getReport0HighestSequence(),
                                received.getReport0SequenceNumberCycles(),
                                received.getReport0iaJitter()),
                        LineReport.Direction.FROM_PBX,
                        roundTrip(received.getRtt()),
                        at);
            case KezhengLineEvent line -> ended(line, at);
            default -> Optional.empty();
        };
    }

    /// A report block, as the library has it.
    private record Block(
            @Nullable String id,
            @Nullable String channel,
            @Nullable Integer lostShare,
            @Nullable Integer lost,
            @Nullable Integer sequence,
            @Nullable String cycles,
            @Nullable Number jitterTicks) {}

    private static Optional<LineReport> heard(
            Block block, LineReport.Direction direction, @Nullable Duration roundTrip, Instant at) {
        String id = block.id();
        if (id == null || id.isEmpty() || block.sequence() == null || block.jitterTicks() == null) {
            return Optional.empty();
        }
        long sequence = (number(block.cycles()) << SEQUENCE_BITS) + block.sequence();
        String channel = Objects.requireNonNullElse(block.channel(), "");
        double hertz = channel.startsWith(SOFTPHONE) ? OPUS_HERTZ : G711_HERTZ;
        long jitterMicros = Math.round(Math.max(0, block.jitterTicks().doubleValue()) / hertz * MICROS_PER_SECOND);
        return Optional.of(new LineReport.Heard(
                id,
                direction,
                Objects.requireNonNullElse(block.lostShare(), 0) / SHARES,
                Math.max(0, Objects.requireNonNullElse(block.lost(), 0)),
                sequence,
                Duration.ofNanos(jitterMicros * 1_000),
                roundTrip,
                at));
    }

    /// The PBX says 0 where it does not know.
    private static @Nullable Duration roundTrip(@Nullable Double seconds) {
        return seconds == null || !(seconds > 0 && seconds < Integer.MAX_VALUE)
                ? null
                : Duration.ofNanos(Math.round(seconds * 1e9));
    }

    private static Optional<LineReport> ended(KezhengLineEvent line, Instant at) {
        String id = line.getUniqueId();
        return id == null || id.isEmpty()
                ? Optional.empty()
                : Optional.of(new LineReport.Ended(id, number(line.getReceived()), number(line.getSent()), at));
    }

    private static long number(@Nullable String digits) {
        return digits == null || !digits.matches("[0-9]{1,15}") ? 0 : Long.parseLong(digits);
    }
}
