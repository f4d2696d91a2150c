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

    /// The standing is taken last: reading may have waited for a database that hangs, and found it away. So it may rest
    /// on a run that has ended since.
    private ClaimView view(Claim claim, Proof proof, LocalDate today, boolean isWhole) {
        Standing standing = board.standing(claim.id());
        List<ProbeRun> known = claim.provenBy().flatMap(board::lastRun).stream()
                .filter(run -> proof.runs().stream().noneMatch(read -> read.id().equals(run.id())))
                .toList();
        List<ProbeRun> all = Stream.concat(known.stream(), proof.runs().stream())
                .limit(isWhole ? RUNS : 1)
                .toList();
        return ClaimView.of(claim, new ClaimView.Proof(standing, all, proof.worst()), today, isWhole);
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
                return new Proof(runs.latest(probe.get(), limit), worst);
            } catch (RuntimeException away) {
                LOG.atWarn().addKeyValue("cause", away.getClass().getName()).log("The runs of probes cannot be read");
                board.recordsAreAway();
            }
        }
        return new Proof(List.of(), Map.of());
    }
}
