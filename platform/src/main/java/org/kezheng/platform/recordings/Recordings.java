package org.kezheng.platform.recordings;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.kezheng.evidence.calls.Call;
import org.kezheng.security.sealed.SealedFile;
import org.kezheng.security.tenancy.ClientId;
import org.kezheng.security.tenancy.ClientScope;
import org.springframework.transaction.support.TransactionTemplate;

/// The recordings that are stored.
public final class Recordings {
    /// An answered call that ended longer ago has a recording, or it is missing.
    static final Duration STORED_WITHIN = Duration.ofSeconds(30);

    private final RecordingRows rows;
    private final RecordingFiles files;
    private final RecordingList list;
    private final TransactionTemplate reading;
    private final Clock clock;

    Recordings(RecordingRows rows, RecordingFiles files, RecordingList list, TransactionTemplate reading, Clock clock) {
        this.rows = rows;
        this.files = files;
        this.list = list;
        this.reading = reading;
        this.clock = clock;
    }

    /// The recording of one talk of a client's contact: after a transfer there is one for each answered offer.
    public Optional<Recording> ofTalk(ClientId client, long contact, long offer) {
        return ClientScope.call(
                client, () -> Objects.requireNonNull(reading.execute(status -> rows.ofTalk(contact, offer))));
    }

    /// The recording of a client's contact; of the last talk, if there were several.
    public Optional<Recording> of(ClientId client, long contact) {
        return ClientScope.call(
                client, () -> Objects.requireNonNull(reading.execute(status -> rows.ofContact(contact))));
    }

    /// All recordings of a client, by offer.
    public List<Recording> allOf(ClientId client) {
        return ClientScope.call(client, () -> Objects.requireNonNull(reading.execute(status -> rows.all())));
    }

    /// A page of a client's recordings: at most so many behind that offer, by offer.
    public List<Recording> pageOf(ClientId client, long afterOffer, int limit) {
        return ClientScope.call(
                client, () -> Objects.requireNonNull(reading.execute(status -> rows.after(afterOffer, limit))));
    }

    /// Which of the client's offers have a recording; of a few thousand at most.
    public Set<Long> listedOf(ClientId client, Collection<Long> offers) {
        return ClientScope.call(client, () -> Objects.requireNonNull(reading.execute(status -> rows.listed(offers))));
    }

    /// The files, below the directory, that are sealed and whose rows are still to come.
    public Set<Path> pendingFiles() throws IOException {
        return list.pendingFiles();
    }

    /// The directory of the sealed files.
    public Path directory() {
        return files.directory();
    }

    /// Opens a recording's audio: µ-law at 8 kHz, a byte of the customer and one of the agent in turns.
    ///
    /// @throws IOException when the file is not there or cannot be read
    /// @throws org.kezheng.security.envelope.DamagedCiphertextException when it was altered
    public SealedFile open(Recording recording) throws IOException {
        return files.open(recording.name());
    }

    /// A part of a recording's sound, shorter where the recording ends before.
    ///
    /// @throws IOException when the file is not there or cannot be read
    /// @throws org.kezheng.security.envelope.DamagedCiphertextException when it was altered
    public SoundPart sound(Recording recording, Duration from, Duration length) throws IOException {
        byte[] stereo = new byte[bytes(length)];
        try (SealedFile file = open(recording)) {
            return SoundPart.of(stereo, Math.max(0, file.read(bytes(from), stereo, 0, stereo.length)));
        } finally {
            Arrays.fill(stereo, (byte) 0);
        }
    }

    private static int bytes(Duration time) {
        return Math.toIntExact(time.toMillis() * StereoAudio.SAMPLES_PER_SECOND / 1_000 * StereoAudio.BYTES_PER_SAMPLE);
    }

    /// How a call of the client in scope stands with its recording.
    public RecordingState stateOf(Call call) {
        Optional<Recording> stored = call.answeredAt() == null
                ? Optional.empty()
                : Objects.requireNonNull(reading.execute(status -> rows.ofContact(call.contact())));
        return stored.map(RecordingState::stored).orElseGet(() -> RecordingState.of(standingWithout(call)));
    }

    private RecordingState.Standing standingWithout(Call call) {
        if (call.answeredAt() == null
                || Boolean.TRUE.equals(reading.execute(status -> rows.isRefused(call.contact())))) {
            return RecordingState.Standing.NONE;
        }
        boolean isLate = call.endedAt() != null
                && call.endedAt().plus(STORED_WITHIN).isBefore(clock.instant())
                && !list.isPending(call.contact());
        return isLate ? RecordingState.Standing.MISSING : RecordingState.Standing.PENDING;
    }
}
