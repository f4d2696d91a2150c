package org.kezheng.platform.claims;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.kezheng.evidence.claims.Claim;
import org.kezheng.evidence.claims.ClaimBoard;
import org.kezheng.evidence.claims.ProbeFinding;
import org.kezheng.evidence.claims.ProbeRun;
import org.kezheng.evidence.claims.ProbeRuns;
import org.kezheng.evidence.claims.Standing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the interface tells of claims. While the database is away the board still says how the claims stand, which is
/// then never green, and the runs of this start stand for the history.
final class ClaimReading {
    private static final Logger LOG = LoggerFactory.getLogger(ClaimReading.class);
    private static final int RUNS = 20;

    private final ClaimBoard board;
    private final ProbeRuns runs;
    private final Clock clock;
    private final ZoneId zone;

    ClaimReading(ClaimBoard board, ProbeRuns runs, Clock clock, ZoneId zone) {
        this.board = board;
        this.runs = runs;
        this.clock = clock;
        this.zone = zone;
    }

    List<ClaimView> all() {
        LocalDate today = ClaimView.today(clock.instant(), zone);
        Map<String, Proof> proofs = new HashMap<>();
        board.claims().all().forEach(claim -> proofs.put(claim.id(), proof(claim, today, 1)));
        return board.claims().all().stream()
                .map(claim -> view(claim, Objects.requireNonNull(proofs.get(claim.id())), today, false))
                .toList();
    }

    Optional<ClaimView> find(String id) {
        LocalDate today = ClaimView.today(clock.instant(), zone);
        return board.claims().find(id).map(claim -> view(claim, proof(claim, today, RUNS), today, true));
    }

    private record Proof(List<ProbeRun> runs, Map<LocalDate, ProbeFinding.Outcome> worst) {}

    /// The standing is taken last: reading may have waited for a database that hangs, and found it away.
    private ClaimView view(Claim claim, Proof proof, LocalDate today, boolean isWhole) {
        Standing standing = board.standing(claim.id());
        return ClaimView.of(claim, new ClaimView.Proof(standing, proof.runs(), proof.worst()), today, isWhole);
    }

    private Proof proof(Claim claim, LocalDate today, int limit) {
        Optional<String> probe = claim.provenBy();
        if (probe.isEmpty()) {
            return new Proof(List.of(), Map.of());
        }
        if (board.areRecordsReachable()) {
            try {
                Map<LocalDate, ProbeFinding.Outcome> worst =
                        runs.worstByDay(probe.get(), today.minusDays(ClaimView.HISTORY_DAYS - 1L), zone);
                return new Proof(newest(probe.get(), limit), worst);
            } catch (RuntimeException away) {
                LOG.atWarn().addKeyValue("cause", away.getClass().getName()).log("The runs of probes cannot be read");
                board.recordsAreAway();
            }
        }
        return new Proof(board.lastRun(probe.get()).stream().toList(), Map.of());
    }

    /// A run that could not be kept is shown all the same, before those that were.
    private List<ProbeRun> newest(String probe, int limit) {
        List<ProbeRun> kept = runs.latest(probe, limit);
        Optional<ProbeRun> unkept =
                board.lastRun(probe).filter(run -> run.kept().isEmpty());
        if (unkept.isEmpty()) {
            return kept;
        }
        return Stream.concat(unkept.stream(), kept.stream()).limit(limit).toList();
    }
}
