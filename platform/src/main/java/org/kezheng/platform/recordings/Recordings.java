package org.kezheng.platform.recordings;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kezheng.evidence.calls.Call;
import org.kezheng.evidence.calls.Offer;
import org.kezheng.security.envelope.DamagedCiphertextException;
import org.kezheng.security.sealed.SealedFile;
import org.kezheng.security.tenancy.ClientId;
import org.kezheng.security.tenancy.ClientScope;
import org.springframework.transaction.support.TransactionTemplate;

/// The recordings that are stored.
public final class Recordings {
    /// A talk that ended longer ago has a recording, or it is missing.
    static final Duration STORED_WITHIN = Duration.ofSeconds(30);

    private final RecordingRows rows;
    private final RecordingFiles files;
    private final RecordingList list;
    private final TalkRules rules;
    private final TransactionTemplate reading;
    private final Clock clock;

    Recordings(Stores stores, TalkRules rules, TransactionTemplate reading, Clock clock) {
        this.rows = stores.rows();
        this.files = stores.files();
        this.list = stores.list();
        this.rules = rules;
        this.reading = reading;
        this.clock = clock;
    }

    /// Where recordings stand.
    record Stores(RecordingRows rows, RecordingFiles files, RecordingList list) {}

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

    /// A page of a client's recordings that are not destroyed: at most so many behind that offer, by offer.
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

    /// HMAC-SHA256 of a recording's audio under a key of its client.
    ///
    /// @throws IOException when the file is not there or cannot be read
    /// @throws org.kezheng.security.envelope.DamagedCiphertextException when it was altered
    public byte[] contentHash(Recording.Name name) throws IOException {
        return files.contentHash(name);
    }

    /// Destroys a recording for good: its secret in the key directory, so that no copy of the file opens any more, and
    /// the file. What is gone already is no error.
    public void destroy(Recording.Name name) throws IOException {
        files.destroy(name);
    }

    /// Whether the recording is there and opens.
    public boolean isThere(Recording.Name name) {
        try (SealedFile file = files.open(name)) {
            return file.size() >= 0;
        } catch (IOException | DamagedCiphertextException gone) {
            return false;
        }
    }

    /// Whether a secret or a file of the recording is left.
    public boolean isLeft(Recording.Name name) {
        return files.isLeft(name);
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

    /// The talks of a call of the client in scope, each with how it stands with its recording, oldest first.
    ///
    /// @param offers all offers of the call
    public List<TalkState> talksOf(Call call, List<Offer> offers) {
        List<Offer> talks = offers.stream().filter(Offer::isAnswered).toList();
        if (talks.isEmpty()) {
            return List.of();
        }
        Map<Long, Recording> stored =
                Objects.requireNonNull(reading.execute(status -> rows.allOfContact(call.contact()))).stream()
                        .collect(Collectors.toMap(recording -> recording.name().offer(), Function.identity()));
        return talks.stream()
                .map(talk -> new TalkState(talk.offer(), talk.agent(), stateOf(call, talk, stored.get(talk.offer()))))
                .toList();
    }

    private RecordingState stateOf(Call call, Offer talk, @Nullable Recording stored) {
        if (stored != null) {
            return RecordingState.stored(stored);
        }
        if (Boolean.TRUE.equals(reading.execute(status -> rows.isRefused(call.contact())))) {
            return RecordingState.of(RecordingState.Standing.REFUSED);
        }
        Instant over = talk.talkEndedAt();
        Instant answeredAt = talk.endedAt();
        boolean isLate =
                over != null && over.plus(STORED_WITHIN).isBefore(clock.instant()) && !list.isPending(talk.offer());
        if (!isLate) {
            return RecordingState.of(RecordingState.Standing.PENDING);
        }
        boolean isByRule = answeredAt != null && rules.mayBeUnrecorded(call.contact(), call.queue(), answeredAt);
        return RecordingState.of(isByRule ? RecordingState.Standing.NOT_RECORDED : RecordingState.Standing.MISSING);
    }
}
