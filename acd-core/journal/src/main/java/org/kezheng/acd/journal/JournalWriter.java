package org.kezheng.acd.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.Engine;
import org.kezheng.acd.engine.Limits;

/// Appends records to a journal. Records are first put into a batch in memory, then committed: written and
/// forced. A commit that fails leaves the batch as it is; the next commit writes the same bytes at the same
/// places.
final class JournalWriter implements AutoCloseable {
    private final SegmentFiles files;
    private final SegmentStore store;
    private final Limits limits;
    private final int recordsPerNewSegment;
    private final String build;

    /// The place of the last record in the batch.
    private ChainHash chain;

    private long position;
    private int recordsLeftInSegment;
    private final Deque<Chunk> batch = new ArrayDeque<>();

    /// What is durable.
    private SegmentStore.@Nullable SegmentFile file;

    private long fileLength;
    private boolean isDirty;

    JournalWriter(HostSettings settings, SegmentStore store, JournalEnd end) throws IOException {
        this(settings, store, end, EngineBuild.identify());
    }

    JournalWriter(HostSettings settings, SegmentStore store, JournalEnd end, String build) throws IOException {
        this.build = build;
        files = new SegmentFiles(settings.directory());
        this.store = store;
        limits = settings.limits();
        recordsPerNewSegment = settings.recordsPerSegment();
        chain = end.chain();
        position = end.position();
        SegmentHeader header = end.header();
        if (header != null) {
            recordsLeftInSegment = header.recordsPerSegment() - end.recordsInSegment();
            fileLength = end.intactBytes();
            file = store.open(files.path(header.firstPosition()), fileLength);
        }
    }

    /// Position of the last record put.
    long position() {
        return position;
    }

    /// The hash behind the last record put.
    ChainHash chain() {
        return chain;
    }

    /// The engine's build that the segments begun from now on name.
    String build() {
        return build;
    }

    /// Puts a record into the batch. `configurationVersion` is what was in force before it.
    void put(byte[] payload, long nowMicros, long configurationVersion) {
        if (recordsLeftInSegment == 0) {
            beginSegment(nowMicros, configurationVersion);
        }
        if (batch.isEmpty()) {
            batch.add(new Chunk(0, new ByteWriter()));
        }
        chain = Frame.append(batch.getLast().bytes(), chain, payload);
        position++;
        recordsLeftInSegment--;
    }

    /// Makes the batch durable. To be repeated after a failure.
    void commit() throws IOException {
        while (!batch.isEmpty()) {
            Chunk chunk = batch.getFirst();
            if (chunk.beginsAt() != 0) {
                openSegment(chunk.beginsAt());
            }
            append(chunk);
            batch.removeFirst();
        }
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
            file = null;
        }
    }

    private void beginSegment(long nowMicros, long configurationVersion) {
        SegmentHeader header = new SegmentHeader(
                position + 1,
                chain,
                nowMicros,
                recordsPerNewSegment,
                Engine.VERSION,
                build,
                configurationVersion,
                limits);
        byte[] bytes = header.toBytes();
        batch.add(new Chunk(position + 1, new ByteWriter().raw(bytes, 0, bytes.length)));
        chain = ChainHash.ofHeader(bytes);
        recordsLeftInSegment = recordsPerNewSegment;
    }

    private void openSegment(long firstPosition) throws IOException {
        close();
        file = store.open(files.path(firstPosition), 0);
        fileLength = 0;
        isDirty = false;
    }

    private void append(Chunk chunk) throws IOException {
        SegmentStore.SegmentFile to = file;
        if (to == null) {
            throw new IOException("The journal's writer is closed");
        }
        if (isDirty) {
            to.cut(fileLength);
        }
        isDirty = true;
        byte[] bytes = chunk.bytes().toBytes();
        to.write(ByteBuffer.wrap(bytes), fileLength);
        to.force();
        isDirty = false;
        fileLength += bytes.length;
    }

    /// Bytes of one file.
    ///
    /// @param beginsAt the first position of the segment that these bytes begin; 0: they go on in the present one
    private record Chunk(long beginsAt, ByteWriter bytes) {}
}
