package org.kezheng.platform.claims;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.kezheng.evidence.claims.Check;
import org.kezheng.evidence.claims.Claim.Words;
import org.kezheng.evidence.claims.Probe;
import org.kezheng.evidence.claims.ProbeFinding;
import org.kezheng.evidence.claims.ProbeRuns;
import org.kezheng.security.ledger.Checkpoints;
import org.kezheng.security.ledger.LedgerDamagedException;
import org.kezheng.security.ledger.LedgerFinding;
import org.kezheng.security.ledger.LedgerVerification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Checks what must not have been changed: journal, ledger, the chain of the probes' own runs and the stored
/// packs. Then flips one byte in copies of them, which must be found; without that a check that sees nothing would
/// pass for one that found nothing.
final class TamperProbe implements Probe {
    static final String ID = "tamper-evident";

    private static final Logger LOG = LoggerFactory.getLogger(TamperProbe.class);

    private final JournalGuard journal;
    private final LedgerCopies copies;
    private final Checkpoints checkpoints;
    private final LedgerVerification ledger;
    private final ProbeRuns runs;

    TamperProbe(
            JournalGuard journal,
            LedgerCopies copies,
            Checkpoints checkpoints,
            LedgerVerification ledger,
            ProbeRuns runs) {
        this.journal = journal;
        this.copies = copies;
        this.checkpoints = checkpoints;
        this.ledger = ledger;
        this.runs = runs;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public ProbeFinding run() throws IOException {
        List<Check> checks = new ArrayList<>(journal.checks());
        checks.add(ledger());
        checks.add(ownRuns());
        try {
            checks.addAll(copies.checks());
        } catch (IOException | RuntimeException notTried) {
            if (checks.stream().allMatch(Check::holds)) {
                throw notTried;
            }
            // Over a damaged ledger no head is signed for an export. What was found must not be lost with it.
            LOG.atWarn()
                    .setCause(notTried)
                    .log("Copies of ledger and packs were not tried; a difference stands already");
        }
        return ProbeFinding.of(checks);
    }

    private Check ledger() {
        Words words = new Words("审计账本与其检查点一致", "The audit ledger is as its checkpoints say");
        try {
            checkpoints.now();
        } catch (LedgerDamagedException damaged) {
            // What the difference is, the verification below says.
            return Check.judged("ledger.whole", words, differs(ledger.run()));
        }
        return Check.judged("ledger.whole", words, differs(ledger.run()));
    }

    private static Check.Verdict differs(LedgerFinding finding) {
        return switch (finding) {
            case LedgerFinding.Holds(long entries, int kept) ->
                new Check.Verdict(true, "no difference", entries + " entries, " + kept + " checkpoints");
            case LedgerFinding.Differs(LedgerFinding.Fault fault, long place) ->
                new Check.Verdict(false, "no difference", fault + " at " + place);
        };
    }

    private Check ownRuns() {
        OptionalLong broken = runs.firstBroken();
        return Check.equal(
                "runs.chain",
                new Words("探测记录的哈希链完整", "The chain of the probes' runs is whole"),
                "whole",
                broken.isPresent() ? "broken at " + broken.getAsLong() : "whole");
    }
}
