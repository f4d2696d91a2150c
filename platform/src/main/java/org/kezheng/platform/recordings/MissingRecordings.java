package org.kezheng.platform.recordings;

import java.util.HashSet;
import java.util.Set;
import org.kezheng.security.clients.Clients;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Counts the talks of the last day whose recording is missing, and says so once for each.
final class MissingRecordings {
    private static final Logger LOG = LoggerFactory.getLogger(MissingRecordings.class);

    private final Clients clients;
    private final MissingTalks talks;
    private Set<MissingTalk> known = Set.of();
    private volatile double count = Double.NaN;

    MissingRecordings(Clients clients, MissingTalks talks) {
        this.clients = clients;
        this.talks = talks;
    }

    /// How many there are; not a number while nobody can tell.
    double count() {
        return count;
    }

    /// Counts anew.
    void look() {
        try {
            Set<MissingTalk> missing = new HashSet<>();
            clients.all().forEach(client -> missing.addAll(talks.of(client.id())));
            missing.stream().filter(talk -> !known.contains(talk)).forEach(MissingRecordings::say);
            known = missing;
            count = missing.size();
        } catch (RuntimeException failure) {
            count = Double.NaN;
            LOG.atDebug().setCause(failure).log("Missing recordings cannot be counted now");
        }
    }

    private static void say(MissingTalk talk) {
        LOG.atWarn()
                .addKeyValue("contact", talk.contact())
                .addKeyValue("offer", talk.offer())
                .log("The recording of a talk is missing");
    }
}
