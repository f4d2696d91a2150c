package org.kezheng.platform.claims;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kezheng.evidence.claims.Check;
import org.kezheng.evidence.claims.Claim;
import org.kezheng.evidence.claims.Claim.Words;
import org.kezheng.evidence.claims.ProbeFinding;
import org.kezheng.evidence.claims.ProbeRun;
import org.kezheng.evidence.claims.Standing;

/// A claim as the interface shows it.
///
/// @param provenBy the probe; null for a document
/// @param runs the latest runs, newest first; only where one claim is asked for
record ClaimView(
        String id,
        String kind,
        String state,
        Instant since,
        Words why,
        @Nullable String provenBy,
        int intervalSeconds,
        int redWithinSeconds,
        Words sentence,
        String reference,
        Words mend,
        @Nullable RunView lastRun,
        List<DayView> history,
        @Nullable List<RunView> runs) {
    static final int HISTORY_DAYS = 30;

    /// How a claim stands, and what was run for it.
    record Proof(Standing standing, List<ProbeRun> runs, Map<LocalDate, ProbeFinding.Outcome> worst) {}

    static ClaimView of(Claim claim, Proof proof, LocalDate today, boolean isWhole) {
        List<RunView> runs = proof.runs().stream().map(RunView::of).toList();
        return new ClaimView(
                claim.id(),
                claim.kind() == Claim.Kind.LIVE ? "live" : "document",
                proof.standing().state().code(),
                proof.standing().since(),
                proof.standing().why().words(),
                claim.probe(),
                claim.intervalSeconds(),
                claim.redWithinSeconds(),
                claim.sentence(),
                claim.reference(),
                claim.mend(),
                runs.isEmpty() ? null : runs.getFirst(),
                history(proof.worst(), today),
                isWhole ? runs : null);
    }

    private static List<DayView> history(Map<LocalDate, ProbeFinding.Outcome> worst, LocalDate today) {
        List<DayView> days = new ArrayList<>();
        for (int back = HISTORY_DAYS - 1; back >= 0; back--) {
            LocalDate day = today.minusDays(back);
            days.add(new DayView(day.toString(), word(worst.get(day))));
        }
        return days;
    }

    private static String word(ProbeFinding.@Nullable Outcome outcome) {
        return switch (outcome) {
            case null -> "none";
            case HOLDS -> Standing.State.GREEN.code();
            case DISPROVED -> Standing.State.RED.code();
            case FAILED -> Standing.State.UNPROVEN.code();
        };
    }

    static LocalDate today(Instant now, ZoneId zone) {
        return now.atZone(zone).toLocalDate();
    }

    /// A day of the claim's history.
    ///
    /// @param worst green, red, unproven, or none when its probe did not run
    record DayView(String day, String worst) {}

    /// A run; while it has not ended, only id, start and trigger say something.
    ///
    /// @param hash null when the run could not be kept
    record RunView(
            String id,
            String state,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable String outcome,
            @Nullable String trigger,
            List<Check> checks,
            @Nullable Long position,
            @Nullable String hash,
            @Nullable String previousHash) {
        static RunView of(ProbeRun run) {
            ProbeRun.Link link = run.kept().orElse(null);
            return new RunView(
                    run.id(),
                    "ended",
                    run.startedAt(),
                    run.endedAt(),
                    run.outcome().code(),
                    run.trigger().code(),
                    run.checks(),
                    link == null ? null : link.position(),
                    link == null ? null : link.hash(),
                    link == null ? null : link.previousHash());
        }

        static RunView pending(String id, Instant askedAt) {
            return new RunView(id, "running", askedAt, null, null, null, List.of(), null, null, null);
        }
    }
}
