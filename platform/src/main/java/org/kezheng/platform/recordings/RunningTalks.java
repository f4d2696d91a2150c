package org.kezheng.platform.recordings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which talks the PBX records now, as the files of its spool tell.
final class RunningTalks {
    private final @Nullable Path spool;

    /// @param spool without one nothing is recorded
    RunningTalks(@Nullable Path spool) {
        this.spool = spool;
    }

    /// The talk of that agent in that call, while it is recorded.
    Optional<Recording.Name> of(long contact, int agent) {
        return all().stream()
                .filter(name -> name.contact() == contact && name.agent() == agent)
                .findFirst();
    }

    /// The talks in those calls that are recorded now.
    List<Recording.Name> in(Set<Long> contacts) {
        return all().stream().filter(name -> contacts.contains(name.contact())).toList();
    }

    /// The talk of that offer, while it is recorded.
    Optional<Recording.Name> of(long offer) {
        return all().stream().filter(name -> name.offer() == offer).findFirst();
    }

    private List<Recording.Name> all() {
        if (spool == null || !Files.exists(spool)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(spool)) {
            return found.flatMap(file -> SpooledCall.of(file).stream())
                    .filter(call -> !Files.exists(call.end()))
                    .map(SpooledCall::name)
                    .distinct()
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
