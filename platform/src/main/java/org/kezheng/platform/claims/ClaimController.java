package org.kezheng.platform.claims;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.kezheng.evidence.claims.ProbeRun;
import org.kezheng.evidence.claims.ProbeRunner;
import org.kezheng.evidence.claims.ProbeRuns;
import org.kezheng.platform.http.Problem;
import org.kezheng.security.access.SignedIn;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/api/claims` and `/api/probes`: how each claim stands, and running a probe by hand.
@RestController
class ClaimController {
    private final ClaimReading reading;
    private final ProbeRunner runner;
    private final ProbeRuns runs;
    private final ClaimLedger ledger;

    ClaimController(ClaimReading reading, ProbeRunner runner, ProbeRuns runs, ClaimLedger ledger) {
        this.reading = reading;
        this.runner = runner;
        this.runs = runs;
        this.ledger = ledger;
    }

    @GetMapping("/api/claims")
    List<ClaimView> claims() {
        return reading.all();
    }

    @GetMapping("/api/claims/{id}")
    ClaimView claim(@PathVariable("id") String id) {
        return reading.find(id).orElseThrow(() -> Problem.notFound("claim.unknown"));
    }

    /// The run begins as soon as the one at work has ended; its address says how it stands.
    @PostMapping("/api/probes/{id}/runs")
    ResponseEntity<Map<String, String>> run(@PathVariable("id") String probe, @AuthenticationPrincipal SignedIn who) {
        if (!runner.has(probe)) {
            throw Problem.notFound("probe.unknown");
        }
        ledger.askedByHand(probe, who);
        String run = runner.ask(probe, ProbeRun.Trigger.HAND).orElseThrow(() -> Problem.notFound("probe.unknown"));
        return ResponseEntity.accepted()
                .location(URI.create("/api/probes/" + probe + "/runs/" + run))
                .body(Map.of("id", run));
    }

    @GetMapping("/api/probes/{id}/runs/{run}")
    ClaimView.RunView run(@PathVariable("id") String probe, @PathVariable("run") String run) {
        return runner.pending(probe, run)
                .map(askedAt -> ClaimView.RunView.pending(run, askedAt))
                .or(() -> runner.lastRun(probe, run).map(ClaimView.RunView::of))
                .or(() -> runs.find(probe, run).map(ClaimView.RunView::of))
                .orElseThrow(() -> Problem.notFound("probe-run.unknown"));
    }
}
