package org.kezheng.acd.journal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.Configuration;
import org.kezheng.acd.engine.Limits;

/// A snapshot as bytes, sealed by their SHA-256 at the end. The format stands in `docs/formats/snapshot.md`.
final class SnapshotCodec {
    static final int FORMAT_VERSION = 1;
    private static final byte[] MAGIC = {'K', 'Z', 'S', 'N', 'A', 'P', 'S', 'H'};
    private static final int LEAST_BYTES = MAGIC.length + 2 + ChainHash.BYTES;

    private SnapshotCodec() {}

    static byte[] write(Snapshot snapshot) {
        ByteWriter out = new ByteWriter();
        out.raw(MAGIC, 0, MAGIC.length).u16(FORMAT_VERSION);
        JournalPlace place = snapshot.place();
        out.u64(place.position())
                .raw(place.chain().toBytes(), 0, ChainHash.BYTES)
                .u64(place.lastMicros());
        out.u32(snapshot.engineVersion()).u32(snapshot.stateVersion()).text(snapshot.build());
        SegmentHeader.writeLimits(out, snapshot.limits());
        out.sized(configuration(snapshot.configuration()));
        snapshot.state().writeTo(out);
        out.sized(receipts(snapshot.receipts()));
        byte[] body = out.toBytes();
        byte[] seal = Hashes.sha256(body);
        return out.raw(seal, 0, seal.length).toBytes();
    }

    /// Whether the bytes are those of a whole file of any version, unchanged.
    static boolean isIntact(byte[] bytes) {
        if (bytes.length < LEAST_BYTES || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            return false;
        }
        int sealed = bytes.length - ChainHash.BYTES;
        byte[] seal = Hashes.sha256(Arrays.copyOf(bytes, sealed));
        return Arrays.equals(seal, 0, seal.length, bytes, sealed, bytes.length);
    }

    /// Of intact bytes.
    static int version(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        in.raw(MAGIC.length);
        return in.u16();
    }

    /// Reads intact bytes of this version.
    ///
    /// @throws IllegalArgumentException when no writer writes them
    static Snapshot read(byte[] bytes) {
        ByteReader in = new ByteReader(Arrays.copyOf(bytes, bytes.length - ChainHash.BYTES));
        in.raw(MAGIC.length + 2);
        JournalPlace place = new JournalPlace(in.u64(), ChainHash.of(in.raw(ChainHash.BYTES)), in.u64());
        int engineVersion = in.u32();
        int stateVersion = in.u32();
        String build = in.text();
        Limits limits = SegmentHeader.readLimits(in);
        Configuration configuration = readConfiguration(in.sized());
        StateBytes state = new StateBytes(in.raw(in.smallCount()));
        List<RememberedReceipt> receipts = readReceipts(in.sized());
        if (!in.isAtEnd()) {
            throw new IllegalArgumentException("Bytes follow the snapshot");
        }
        return new Snapshot(place, engineVersion, stateVersion, build, limits, configuration, state, receipts);
    }

    private static ByteWriter configuration(@Nullable Configuration configuration) {
        ByteWriter out = new ByteWriter();
        if (configuration != null) {
            ConfigurationCodec.write(out, configuration);
        }
        return out;
    }

    private static @Nullable Configuration readConfiguration(ByteReader in) {
        return in.isAtEnd() ? null : ConfigurationCodec.read(in);
    }

    private static ByteWriter receipts(List<RememberedReceipt> receipts) {
        ByteWriter out = new ByteWriter().count(receipts.size());
        for (RememberedReceipt remembered : receipts) {
            CommandId id = remembered.id();
            Receipt receipt = remembered.receipt();
            out.u64(id.high()).u64(id.low()).count(receipt.position()).u64(receipt.nowMicros());
            EventCodec.write(out, receipt.events());
        }
        return out;
    }

    private static List<RememberedReceipt> readReceipts(ByteReader in) {
        int size = in.smallCount();
        List<RememberedReceipt> receipts = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            CommandId id = new CommandId(in.u64(), in.u64());
            receipts.add(new RememberedReceipt(id, new Receipt(in.count(), in.u64(), EventCodec.read(in))));
        }
        return receipts;
    }
}
