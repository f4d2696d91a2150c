package org.kezheng.acd.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/// Where segments and snapshots are written. Tests put a disk in its place that is full or fails.
interface SegmentStore {
    /// Opens a file for writing, makes it when it is not there, and cuts it to a length. Once this returns, the
    /// file's name is as durable as its content will be.
    SegmentFile open(Path path, long length) throws IOException;

    /// Gives a file the name of another, whose content is gone then, in one step that is durable once this returns.
    void replace(Path from, Path to) throws IOException;

    /// One open file.
    interface SegmentFile extends AutoCloseable {
        void write(ByteBuffer bytes, long at) throws IOException;

        void cut(long length) throws IOException;

        void force() throws IOException;

        @Override
        void close() throws IOException;
    }
}
