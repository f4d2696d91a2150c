package org.kezheng.acd.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// A disk that a test fills, frees, and holds up. When full, it takes half of what it is given, as a real one
/// does.
final class FakeDisk implements SegmentStore {
    final AtomicBoolean isFull = new AtomicBoolean();
    /// Full for them alone: the last that the journal needed fitted.
    final AtomicBoolean isFullForSnapshots = new AtomicBoolean();
    final AtomicBoolean failsToForce = new AtomicBoolean();
    final AtomicInteger failures = new AtomicInteger();
    final CountDownLatch failed = new CountDownLatch(1);
    private final SegmentStore disk = new DiskStore(Durability.WRITTEN);
    private final CompletableFuture<Void> gate;

    FakeDisk() {
        this(CompletableFuture.completedFuture(null));
    }

    /// Writes wait for the gate.
    FakeDisk(CompletableFuture<Void> gate) {
        this.gate = gate;
    }

    @Override
    public SegmentFile open(Path path, long length) throws IOException {
        return new File(disk.open(path, length), path.toString().contains(".kzs"));
    }

    @Override
    public void replace(Path from, Path to) throws IOException {
        disk.replace(from, to);
    }

    private IOException fail(String what) {
        failures.incrementAndGet();
        failed.countDown();
        return new IOException(what);
    }

    private final class File implements SegmentFile {
        private final SegmentFile file;
        private final boolean isSnapshot;

        File(SegmentFile file, boolean isSnapshot) {
            this.file = file;
            this.isSnapshot = isSnapshot;
        }

        @Override
        public void write(ByteBuffer bytes, long at) throws IOException {
            gate.join();
            if (isFull.get() || (isSnapshot && isFullForSnapshots.get())) {
                file.write(bytes.limit(bytes.limit() / 2), at);
                throw fail("No space left on device");
            }
            file.write(bytes, at);
        }

        @Override
        public void cut(long length) throws IOException {
            file.cut(length);
        }

        @Override
        public void force() throws IOException {
            if (failsToForce.get()) {
                throw fail("Input/output error");
            }
            file.force();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
