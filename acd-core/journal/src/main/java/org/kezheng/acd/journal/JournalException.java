package org.kezheng.acd.journal;

import java.nio.file.Path;

/// Why a journal cannot be opened or read. Each says where.
public abstract sealed class JournalException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private JournalException(String message, Throwable cause) {
        super(message, cause);
    }

    private JournalException(String message) {
        super(message);
    }

    /// Bytes of the journal are not what was written. Nothing behind them is read.
    public static final class Damaged extends JournalException {
        private static final long serialVersionUID = 1;

        private final String segment;
        private final long position;

        Damaged(String segment, long position, String what) {
            super("Journal segment " + segment + " is damaged at position " + position + ": " + what);
            this.segment = segment;
            this.position = position;
        }

        /// The file's name.
        public String segment() {
            return segment;
        }

        /// The first record that cannot be trusted; a segment's first one when its header is damaged.
        public long position() {
            return position;
        }
    }

    /// A newer program wrote the journal.
    public static final class NewerVersion extends JournalException {
        private static final long serialVersionUID = 1;

        NewerVersion(String segment, int version, int known) {
            super("Journal segment " + segment + " has format version " + version + "; this program reads up to "
                    + known);
        }
    }

    /// A program before the first release wrote the journal, in a format that is not read any more.
    public static final class OlderVersion extends JournalException {
        private static final long serialVersionUID = 1;

        OlderVersion(String segment, int version, int known) {
            super("Journal segment " + segment + " has format version " + version + "; this program reads " + known
                    + ". Start with an empty data directory");
        }
    }

    /// A record holds something of a later version, and what it does is not guessed.
    public static final class NewerRecord extends JournalException {
        private static final long serialVersionUID = 1;

        NewerRecord(String segment, long position, String what) {
            super("Journal segment " + segment + " was written by a newer program at position " + position + ": "
                    + what);
        }
    }

    /// Another host has the journal open.
    public static final class Locked extends JournalException {
        private static final long serialVersionUID = 1;

        Locked(Path directory) {
            super("Another host has the journal open: " + directory);
        }
    }

    /// The journal was written under other limits.
    public static final class OtherLimits extends JournalException {
        private static final long serialVersionUID = 1;

        OtherLimits(String segment) {
            super("Journal segment " + segment + " was written under other limits than the host's");
        }
    }

    /// This engine decides otherwise than the one that wrote the record.
    public static final class IncompatibleEngine extends JournalException {
        private static final long serialVersionUID = 1;

        private final long position;

        IncompatibleEngine(long position, String writtenBy, String running) {
            super("Replay gives other events than recorded at position " + position + ": written by engine " + writtenBy
                    + ", running engine " + running);
            this.position = position;
        }

        public long position() {
            return position;
        }
    }

    /// The operating system refused.
    public static final class Unreadable extends JournalException {
        private static final long serialVersionUID = 1;

        Unreadable(Path path, Throwable cause) {
            super("Cannot read or write " + path, cause);
        }
    }
}
