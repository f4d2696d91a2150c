package org.kezheng.testkit.telephony;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The PBX's own record of what happened on each channel (its channel event log), to hold the product's against.
public final class PbxRecords {

    private static final int FIELDS = 4;

    private final Path file;

    /// Reads below the PBX's log directory.
    public PbxRecords(Path logDir) {
        this.file = logDir.resolve("cel-custom").resolve("events.csv");
    }

    /// What happened on the channel of that unique id, oldest first.
    public List<PbxRecord> ofChannel(String uniqueId) {
        return all().stream().filter(r -> r.uniqueId().equals(uniqueId)).toList();
    }

    /// When something happened on a channel for the first time.
    public Optional<Instant> firstTime(String uniqueId, String event) {
        return ofChannel(uniqueId).stream()
                .filter(r -> r.event().equals(event))
                .map(PbxRecord::at)
                .findFirst();
    }

    private List<PbxRecord> all() {
        try (var lines = Files.lines(file)) {
            return lines.map(line -> List.of(line.replace("\"", "").split(",", -1)))
                    .filter(fields -> fields.size() >= FIELDS)
                    .map(f -> new PbxRecord(f.get(0), time(f.get(1)), f.get(2), f.get(3)))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Instant time(String epochSeconds) {
        return Instant.EPOCH.plusNanos(
                new BigDecimal(epochSeconds.strip()).movePointRight(9).longValueExact());
    }

    /// One event on a channel.
    ///
    /// @param event    such as `ANSWER`, `BRIDGE_ENTER`, `HANGUP`
    /// @param uniqueId the channel
    /// @param linkedId the channel that began the call
    public record PbxRecord(String event, Instant at, String uniqueId, String linkedId) {}
}
