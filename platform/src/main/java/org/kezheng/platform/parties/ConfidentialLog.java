package org.kezheng.platform.parties;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.kezheng.platform.callers.CallerStep;
import org.kezheng.security.keys.ClientCipher;
import org.kezheng.security.secret.SecretString;
import org.kezheng.security.tenancy.ClientId;

/// Keeps calling numbers and notes durably before the command that refers to them. Appending waits for the disk. The
/// numbers of the newest [#REMEMBERED] contacts are at hand without PostgreSQL.
public final class ConfidentialLog implements AutoCloseable {
    static final int REMEMBERED = 20_000;
    private static final int REPLAY_BATCH = 500;

    static final int MAX_NOTE_CHARACTERS = 4_000;

    private final LogFile file;
    private final EntryCodec codec;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Long, SecretString> numbers = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, SecretString> eldest) {
            return size() > REMEMBERED;
        }
    };
    private long lastPosition;
    private volatile Runnable listener = () -> {};

    private ConfidentialLog(LogFile file, EntryCodec codec, Clock clock) {
        this.file = file;
        this.codec = codec;
        this.clock = clock;
    }

    /// Opens the log of a data directory; a tail that a crash has cut is dropped.
    ///
    /// @throws ConfidentialLogException when it is damaged, in use, of another format, or its key does not open it
    public static ConfidentialLog open(Path directory, ClientCipher cipher, Clock clock) {
        try {
            ConfidentialLog log =
                    new ConfidentialLog(LogFile.open(directory.resolve("parties.log")), new EntryCodec(cipher), clock);
            log.replay();
            return log;
        } catch (IOException failure) {
            throw new ConfidentialLogException(
                    "The confidential log cannot be opened: " + failure.getMessage(), failure);
        }
    }

    /// Opens the log for reading only, also while the platform writes it.
    ///
    /// @throws ConfidentialLogException as [#open]
    public static ConfidentialLog openForReading(Path directory, ClientCipher cipher, Clock clock) {
        try {
            ConfidentialLog log = new ConfidentialLog(
                    LogFile.openForReading(directory.resolve("parties.log")), new EntryCodec(cipher), clock);
            log.replay();
            return log;
        } catch (IOException failure) {
            throw new ConfidentialLogException("The confidential log cannot be read: " + failure.getMessage(), failure);
        }
    }

    /// Called after each append, on the thread that appended.
    public void onGrowth(Runnable growth) {
        listener = growth;
    }

    /// Keeps the number that called. A contact's number is kept once: a repeat changes nothing.
    public void appendCallingNumber(long contact, ClientId client, SecretString number) {
        lock.lock();
        try {
            if (!numbers.containsKey(contact)) {
                append(new PartyEntry.CallingNumber(lastPosition + 1, client, contact, now(), number));
                numbers.put(contact, number);
            }
        } finally {
            lock.unlock();
        }
        listener.run();
    }

    /// Keeps an agent's note.
    ///
    /// @param text at most [#MAX_NOTE_CHARACTERS] characters
    public void appendNote(long contact, ClientId client, String agent, String disposition, SecretString text) {
        if (text.reveal().length() > MAX_NOTE_CHARACTERS) {
            throw new IllegalArgumentException("A note has at most " + MAX_NOTE_CHARACTERS + " characters");
        }
        lock.lock();
        try {
            append(new PartyEntry.Note(lastPosition + 1, client, contact, now(), agent, disposition, text));
        } finally {
            lock.unlock();
        }
        listener.run();
    }

    /// Keeps what happened to a caller in a flow.
    public void appendSteps(long contact, ClientId client, String flow, int version, List<CallerStep> steps) {
        lock.lock();
        try {
            append(new PartyEntry.Led(lastPosition + 1, client, contact, now(), flow, version, steps));
        } finally {
            lock.unlock();
        }
        listener.run();
    }

    /// The number that called, if the contact is among those remembered.
    public Optional<SecretString> numberOf(long contact) {
        lock.lock();
        try {
            return Optional.ofNullable(numbers.get(contact));
        } finally {
            lock.unlock();
        }
    }

    /// Where the log begins.
    static final Cursor START = new Cursor(0, LogFile.start());

    /// A place between two entries.
    ///
    /// @param position the entry before it; 0 at the log's begin
    /// @param offset of the entry behind it in the file
    record Cursor(long position, long offset) {}

    /// Entries in their order, and the place behind them.
    record Batch(List<PartyEntry> entries, Cursor end) {}

    /// The entries behind a place, at most `limit`.
    Batch after(Cursor cursor, int limit) {
        long upTo = endOfFile();
        List<PartyEntry> entries = new ArrayList<>();
        Cursor at = cursor;
        try {
            while (entries.size() < limit && at.offset() < upTo) {
                byte[] frame = file.frameAt(at.offset(), upTo);
                PartyEntry entry = codec.decode(frame);
                if (entry.position() != at.position() + 1) {
                    throw new ConfidentialLogException("The confidential log lacks entry " + (at.position() + 1));
                }
                entries.add(entry);
                at = new Cursor(entry.position(), LogFile.behind(at.offset(), frame));
            }
        } catch (IOException failure) {
            throw new ConfidentialLogException("The confidential log cannot be read", failure);
        }
        return new Batch(entries, at);
    }

    /// The place behind an entry, sought from a place before it if `from` is one.
    Cursor behind(Cursor from, long position) {
        Cursor at = from.position() <= position ? from : START;
        while (at.position() < position) {
            Batch batch = after(at, (int) Math.min(REPLAY_BATCH, position - at.position()));
            if (batch.entries().isEmpty()) {
                throw new ConfidentialLogException("The confidential log ends before entry " + position);
            }
            at = batch.end();
        }
        return at;
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException failure) {
            throw new ConfidentialLogException("The confidential log cannot be closed", failure);
        }
    }

    private void replay() {
        Cursor at = START;
        for (Batch batch = after(at, REPLAY_BATCH); !batch.entries().isEmpty(); batch = after(at, REPLAY_BATCH)) {
            for (PartyEntry entry : batch.entries()) {
                if (entry instanceof PartyEntry.CallingNumber calling) {
                    numbers.put(calling.contact(), calling.number());
                }
            }
            at = batch.end();
        }
        lastPosition = at.position();
    }

    private void append(PartyEntry entry) {
        try {
            file.append(codec.encode(entry));
            lastPosition = entry.position();
        } catch (IOException failure) {
            throw new ConfidentialLogException("The confidential log cannot be written", failure);
        }
    }

    private long endOfFile() {
        lock.lock();
        try {
            return file.end();
        } finally {
            lock.unlock();
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
