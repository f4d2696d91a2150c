package org.kezheng.platform.recordings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.kezheng.security.ledger.Subject;
import org.kezheng.security.tenancy.ClientId;
import org.kezheng.security.tenancy.ClientScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/// Lists sealed recordings in the database, each exactly once: its row and its ledger entry are committed together, and
/// only then its note goes. While the database is away the notes wait.
final class RecordingList {
    private static final Logger LOG = LoggerFactory.getLogger(RecordingList.class);

    private final PendingRecordings pending;
    private final RecordingFiles files;
    private final RecordingRows rows;
    private final RecordingTrail trail;
    private final TransactionTemplate transaction;
    private final Consumer<ClientId> messageLeft;

    /// @param messageLeft told of each message that has come on the list of those who have to hear it
    RecordingList(
            PendingRecordings pending,
            RecordingFiles files,
            RecordingRows rows,
            RecordingTrail trail,
            TransactionTemplate transaction,
            Consumer<ClientId> messageLeft) {
        this.pending = pending;
        this.files = files;
        this.rows = rows;
        this.trail = trail;
        this.transaction = transaction;
        this.messageLeft = messageLeft;
    }

    /// Lists what is noted and stored.
    void complete() {
        try {
            for (Recording recording : pending.all()) {
                if (files.contains(recording.name())) {
                    ClientScope.run(recording.name().client(), () -> list(recording));
                    pending.remove(recording);
                }
            }
        } catch (DataAccessException | TransactionException away) {
            LOG.atDebug().setCause(away).log("Recordings wait for the database");
        } catch (IOException | RuntimeException failure) {
            LOG.atError().setCause(failure).log("Recordings cannot be listed");
        }
    }

    /// Whether the talk's recording is sealed and only its row is still to come.
    boolean isPending(long offer) {
        try {
            List<Recording> all = pending.all();
            return all.stream().anyMatch(recording -> recording.name().offer() == offer);
        } catch (IOException | RuntimeException unreadable) {
            return false;
        }
    }

    /// The files that are sealed and whose rows are still to come.
    Set<Path> pendingFiles() throws IOException {
        return pending.all().stream().map(Recording::path).collect(Collectors.toSet());
    }

    private void list(Recording recording) {
        transaction.executeWithoutResult(status -> {
            if (rows.insert(recording)) {
                rows.insertGaps(recording);
                trail.stored(recording);
                if (recording.name().isMessage()) {
                    rows.insertMessage(recording);
                }
                recording.gaps().forEach(gap -> trail.paused(recording, gap));
            }
        });
        if (recording.name().isMessage()) {
            messageLeft.accept(recording.name().client());
        }
    }

    /// What is done to a recording is done to its call.
    static Subject subject(Recording recording) {
        return Subject.of("call", recording.name().contact(), recording.name().client());
    }
}
