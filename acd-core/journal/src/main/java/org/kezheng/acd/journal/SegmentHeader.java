package org.kezheng.acd.journal;

import java.util.Arrays;
import org.kezheng.acd.engine.Limits;

/// The beginning of each file of the journal.
///
/// @param previousHash the hash at the end of the segment before; zeros in the first one
/// @param createdMicros the instant of the segment's first record
/// @param configurationVersion in force before the first record; 0: none
record SegmentHeader(
        long firstPosition,
        ChainHash previousHash,
        long createdMicros,
        int recordsPerSegment,
        int engineVersion,
        String build,
        long configurationVersion,
        Limits limits) {
    static final int FORMAT_VERSION = 2;
    /// Magic, format version, length, and the check sum of these: they stay where they are in every version.
    static final int FIXED_BYTES = 16;

    static final int CHECK_BYTES = 4;
    private static final byte[] MAGIC = {'K', 'Z', 'J', 'O', 'U', 'R', 'N', 'L'};

    byte[] toBytes() {
        ByteWriter body = new ByteWriter();
        body.u64(firstPosition).raw(previousHash.toBytes(), 0, ChainHash.BYTES).u64(createdMicros);
        body.u32(recordsPerSegment).u32(engineVersion).u64(configurationVersion);
        writeLimits(body, limits);
        body.text(build);
        ByteWriter header = new ByteWriter();
        header.raw(MAGIC, 0, MAGIC.length).u16(FORMAT_VERSION).u16(FIXED_BYTES + body.size() + CHECK_BYTES);
        header.u32(Hashes.crc(header.toBytes(), 0, header.size()));
        header.raw(body.toBytes(), 0, body.size());
        return header.u32(Hashes.crc(header.toBytes(), 0, header.size())).toBytes();
    }

    /// The header's whole length, from its first [#FIXED_BYTES]; 0 when those are not the beginning of a header.
    static int length(byte[] fixed) {
        ByteReader in = new ByteReader(fixed);
        byte[] magic = in.raw(MAGIC.length);
        in.u16();
        int length = in.u16();
        boolean isGood = in.u32() == Hashes.crc(fixed, 0, FIXED_BYTES - CHECK_BYTES)
                && Arrays.equals(magic, MAGIC)
                && length > FIXED_BYTES + CHECK_BYTES;
        return isGood ? length : 0;
    }

    /// Reads a whole header; its check sum comes first, then its version, then the rest.
    static SegmentHeader read(byte[] bytes, String segment, long expectedPosition) {
        int checked = bytes.length - CHECK_BYTES;
        ByteReader in = new ByteReader(bytes);
        in.raw(MAGIC.length);
        int version = in.u16();
        in.raw(FIXED_BYTES - MAGIC.length - 2);
        int check = new ByteReader(Arrays.copyOfRange(bytes, checked, bytes.length)).u32();
        if (check != Hashes.crc(bytes, 0, checked)) {
            throw new JournalException.Damaged(segment, expectedPosition, "the header's check sum");
        }
        if (version > FORMAT_VERSION) {
            throw new JournalException.NewerVersion(segment, version, FORMAT_VERSION);
        }
        if (version < FORMAT_VERSION) {
            throw new JournalException.OlderVersion(segment, version, FORMAT_VERSION);
        }
        try {
            return readBody(in);
        } catch (IllegalArgumentException e) {
            throw new JournalException.Damaged(segment, expectedPosition, "the header's content");
        }
    }

    private static SegmentHeader readBody(ByteReader in) {
        long firstPosition = in.u64();
        ChainHash previousHash = ChainHash.of(in.raw(ChainHash.BYTES));
        long createdMicros = in.u64();
        int recordsPerSegment = in.u32();
        int engineVersion = in.u32();
        long configurationVersion = in.u64();
        Limits limits = readLimits(in);
        return new SegmentHeader(
                firstPosition,
                previousHash,
                createdMicros,
                recordsPerSegment,
                engineVersion,
                in.text(),
                configurationVersion,
                limits);
    }

    static void writeLimits(ByteWriter out, Limits limits) {
        out.u32(limits.contacts()).u32(limits.agents()).u32(limits.skills()).u32(limits.queues());
        out.u32(limits.memberships()).u32(limits.passOvers());
        out.u32(limits.passOversPerAgent()).u32(limits.passOversPerContact()).u32(limits.reservedPerAgent());
        out.u32(limits.keptPlaces()).u32(limits.effects()).u32(limits.endedContacts());
        out.u32(limits.workPerTick()).u64(limits.talkLeaseMicros());
    }

    static Limits readLimits(ByteReader in) {
        return new Limits(
                in.u32(), in.u32(), in.u32(), in.u32(), in.u32(), in.u32(), in.u32(), in.u32(), in.u32(), in.u32(),
                in.u32(), in.u32(), in.u32(), in.u64());
    }

    /// The engine that wrote the segment, for people.
    String engine() {
        return engineVersion + " (" + build + ")";
    }
}
