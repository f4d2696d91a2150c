package org.kezheng.acd.journal;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.Decision;
import org.kezheng.acd.engine.Engine;
import org.kezheng.acd.engine.Limits;

/// Applies a journal's commands to an engine again, and compares what it does with what is recorded.
final class Replay implements AutoCloseable {
    private final JournalScan scan;
    private final @Nullable Limits limits;
    private final Decision.@Nullable Witness witness;
    private @Nullable Engine engine;

    /// From the first record.
    ///
    /// @param limits those of a host, which the journal's have to equal; null: the journal's are taken
    /// @param witness is told the grounds of each offer
    Replay(Path directory, @Nullable Limits limits, Decision.@Nullable Witness witness) {
        this(new JournalScan(directory), limits, witness);
    }

    private Replay(JournalScan scan, @Nullable Limits limits, Decision.@Nullable Witness witness) {
        this.scan = scan;
        this.limits = limits;
        this.witness = witness;
    }

    /// From where a scan stands, with an engine that has come there.
    static Replay behind(JournalScan scan, Engine engine, Decision.@Nullable Witness witness) {
        Replay replay = new Replay(scan, engine.limits(), witness);
        replay.engine = engine;
        return replay;
    }

    /// The next record; null at the journal's end.
    ///
    /// @throws JournalException where the journal is damaged or was decided otherwise
    @Nullable
    JournalRecord next() {
        byte[] payload = scan.next();
        if (payload == null) {
            return null;
        }
        RecordCodec.Replayed replayed = replay(payload);
        if (!replayed.isAsRecorded()) {
            throw new JournalException.IncompatibleEngine(
                    scan.position(), scan.header().engine(), Engine.VERSION + " (" + EngineBuild.identify() + ")");
        }
        return replayed.made();
    }

    /// As it stands behind the last record; a new one when there was none.
    Engine engine() {
        Engine present = engine;
        if (present == null) {
            present = new Engine(limits == null ? Limits.standard() : limits);
            engine = present;
        }
        return present;
    }

    /// Behind the last record.
    ChainHash chain() {
        return scan.chain();
    }

    JournalEnd end() {
        return scan.end();
    }

    @Override
    public void close() {
        scan.close();
    }

    private RecordCodec.Replayed replay(byte[] payload) {
        SegmentHeader header = scan.header();
        String segment = SegmentFiles.name(new SegmentFiles(Path.of("")).path(header.firstPosition()));
        if (engine == null) {
            engine = new Engine(limits == null ? header.limits() : limits);
        }
        if (!engine.limits().equals(header.limits())) {
            throw new JournalException.OtherLimits(segment);
        }
        try {
            return RecordCodec.replay(scan.position(), payload, engine, (onEngine, command, now, events) -> {
                if (witness == null) {
                    onEngine.apply(command, now, events::add);
                } else {
                    onEngine.apply(command, now, events::add, witness);
                }
            });
        } catch (UnknownKind e) {
            throw new JournalException.NewerRecord(segment, scan.position(), String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            throw new JournalException.Damaged(segment, scan.position(), "a record's content");
        }
    }
}
