package org.kezheng.benchmarks.host;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// What the disk alone takes: appends as large as a record, each forced. The peer beside which the host's forced round
/// trips are read.
final class DiskBench {
    private static final int BYTES = 200;

    private DiskBench() {}

    static Micros run(Path directory, int times) throws IOException {
        long[] nanos = new long[times];
        Path file = directory.resolve("disk.bin");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.allocate(BYTES);
            for (int i = 0; i < times; i++) {
                long from = System.nanoTime();
                channel.write(bytes.clear());
                channel.force(false);
                nanos[i] = System.nanoTime() - from;
            }
        }
        return Micros.of(nanos);
    }
}
