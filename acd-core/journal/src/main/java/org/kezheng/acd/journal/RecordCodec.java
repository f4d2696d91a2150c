package org.kezheng.acd.journal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.Engine;
import org.kezheng.acd.engine.Event;

/// The payload of a record: version, instant, command id, command, events.
final class RecordCodec {
    /// Raised when a reader of the version before would read something wrong, not when it would read less.
    static final int VERSION = 2;

    private RecordCodec() {}

    static byte[] write(long nowMicros, CommandId id, Command command, List<Event> events) {
        ByteWriter out = new ByteWriter();
        out.u8(VERSION).u64(nowMicros).u64(id.high()).u64(id.low());
        CommandCodec.write(out, command);
        EventCodec.write(out, events);
        return out.toBytes();
    }

    static JournalRecord read(long position, byte[] payload) {
        ByteReader in = open(payload);
        long nowMicros = in.u64();
        CommandId id = new CommandId(in.u64(), in.u64());
        Command command = CommandCodec.read(in);
        List<Event> events = EventCodec.read(in);
        return new JournalRecord(position, nowMicros, id, command, events);
    }

    private static ByteReader open(byte[] payload) {
        ByteReader in = new ByteReader(payload);
        int version = in.u8();
        if (version != VERSION) {
            throw new UnknownKind("record version", version);
        }
        return in;
    }

    /// Applies the payload's command to an engine again.
    static Replayed replay(long position, byte[] payload, Engine engine, Applied applied) {
        ByteReader in = open(payload);
        long nowMicros = in.u64();
        CommandId id = new CommandId(in.u64(), in.u64());
        Command command = CommandCodec.read(in);
        ByteBuffer recorded = in.rest();
        List<Event> events = new ArrayList<>();
        applied.apply(engine, command, nowMicros, events);
        ByteWriter again = new ByteWriter();
        EventCodec.write(again, events);
        boolean isSame = recorded.equals(ByteBuffer.wrap(again.toBytes()));
        return new Replayed(new JournalRecord(position, nowMicros, id, command, events), isSame);
    }

    /// How a replay applies a command.
    @FunctionalInterface
    interface Applied {
        void apply(Engine engine, Command command, long nowMicros, List<Event> events);
    }

    /// A record made again, and whether its events are the recorded ones, byte for byte.
    record Replayed(JournalRecord made, boolean isAsRecorded) {}
}
