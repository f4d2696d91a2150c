package org.kezheng.evidence.measures;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One number on which the sources do not agree, all as of one journal position. A source that does not tell this
/// number is `null`.
///
/// @param queue whose number it is; absent for an agent's
/// @param agent whose number it is; absent for a queue's
/// @param historic from the tables of calls
/// @param perAgent from the tables of agents' time
/// @param journal from the journal's files
public record Difference(
        LocalDate day,
        Quantity quantity,
        @Nullable Integer queue,
        @Nullable Integer agent,
        @Nullable Long live,
        @Nullable Long historic,
        @Nullable Long perAgent,
        long journal) {

    static Difference of(Line line, Told told, long journal) {
        int id = line.subject().id();
        boolean isQueue = line.subject().kind() == Line.Kind.QUEUE;
        return new Difference(
                line.day(),
                line.quantity(),
                isQueue ? id : null,
                isQueue ? null : id,
                told.live(),
                told.historic(),
                told.perAgent(),
                journal);
    }

    /// What the sources other than the journal say.
    record Told(
            @Nullable Long live,
            @Nullable Long historic,
            @Nullable Long perAgent) {}

    boolean isNone() {
        return Stream.of(live, historic, perAgent).filter(Objects::nonNull).allMatch(value -> value == journal);
    }
}
