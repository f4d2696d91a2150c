package org.kezheng.platform.recordings;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.kezheng.security.clients.Client;
import org.kezheng.security.clients.Clients;
import org.kezheng.security.tenancy.ClientScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/// Looks for answered calls of the last day whose recording is missing, and says so once for each.
final class MissingRecordings {
    private static final Logger LOG = LoggerFactory.getLogger(MissingRecordings.class);
    private static final Duration LOOK_BACK = Duration.ofDays(1);

    private final Clients clients;
    private final RecordingRows rows;
    private final RecordingList list;
    private final TransactionTemplate reading;
    private final Clock clock;
    private Set<Long> known = Set.of();
    private volatile double count = Double.NaN;

    MissingRecordings(
            Clients clients, RecordingRows rows, RecordingList list, TransactionTemplate reading, Clock clock) {
        this.clients = clients;
        this.rows = rows;
        this.list = list;
        this.reading = reading;
        this.clock = clock;
    }

    /// How many there are; not a number while nobody can tell.
    double count() {
        return count;
    }

    /// Counts anew.
    void look() {
        try {
            Set<Long> missing = new HashSet<>();
            clients.all().forEach(client -> missing.addAll(of(client)));
            missing.removeIf(list::isPending);
            missing.stream()
                    .filter(contact -> !known.contains(contact))
                    .forEach(contact ->
                            LOG.atWarn().addKeyValue("contact", contact).log("The recording of a call is missing"));
            known = missing;
            count = missing.size();
        } catch (RuntimeException failure) {
            count = Double.NaN;
            LOG.atDebug().setCause(failure).log("Missing recordings cannot be counted now");
        }
    }

    private List<Long> of(Client client) {
        Instant now = clock.instant();
        return ClientScope.call(
                client.id(),
                () -> Objects.requireNonNull(reading.execute(
                        status -> rows.contactsWithout(now.minus(LOOK_BACK), now.minus(Recordings.STORED_WITHIN)))));
    }
}
