package org.kezheng.evidence.claims;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a claim stands, from the last run of its probe alone.
final class Judgement {
    /// A proof is good for so many intervals.
    private static final int INTERVALS_VALID = 2;

    private Judgement() {}

    /// When it is judged, and whether the records could be reached.
    record Moment(Instant now, boolean areRecordsReachable) {}

    static Standing.Reason of(Claim claim, @Nullable ProbeRun run, Moment moment) {
        if (claim.kind() == Claim.Kind.DOCUMENT) {
            return Standing.Reason.ON_PAPER;
        }
        if (run == null) {
            return Standing.Reason.NOT_RUN;
        }
        return switch (run.outcome()) {
            case DISPROVED -> Standing.Reason.DISPROVED;
            case FAILED -> Standing.Reason.COULD_NOT_RUN;
            case HOLDS -> {
                Instant validUntil = run.endedAt().plus(claim.interval().multipliedBy(INTERVALS_VALID));
                if (moment.now().isAfter(validUntil)) {
                    yield Standing.Reason.TOO_OLD;
                }
                if (!moment.areRecordsReachable()) {
                    yield Standing.Reason.RECORDS_AWAY;
                }
                yield run.kept().isPresent() ? Standing.Reason.PROVEN : Standing.Reason.NOT_KEPT;
            }
        };
    }

    static Standing.State stateFor(Standing.Reason why) {
        return switch (why) {
            case PROVEN -> Standing.State.GREEN;
            case DISPROVED -> Standing.State.RED;
            case NOT_RUN, TOO_OLD, COULD_NOT_RUN, NOT_KEPT, RECORDS_AWAY -> Standing.State.UNPROVEN;
            case ON_PAPER -> Standing.State.DOCUMENT;
        };
    }
}
