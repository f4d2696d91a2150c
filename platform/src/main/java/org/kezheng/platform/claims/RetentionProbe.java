package org.kezheng.platform.claims;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.kezheng.evidence.claims.Check;
import org.kezheng.evidence.claims.Claim.Words;
import org.kezheng.evidence.claims.Probe;
import org.kezheng.evidence.claims.ProbeFinding;
import org.kezheng.platform.retention.Retention;
import org.kezheng.security.clients.Clients;
import org.kezheng.security.tenancy.ClientId;

/// Looks whether the clock of recordings was kept: what was due is gone for good, and what is held is there.
final class RetentionProbe implements Probe {
    static final String ID = "retention";
    private static final Duration IN_TIME = Duration.ofMinutes(10);
    private static final int SHOWN = 5;

    private final Clients clients;
    private final Retention retention;

    RetentionProbe(Clients clients, Retention retention) {
        this.clients = clients;
        this.retention = retention;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public ProbeFinding run() {
        return ProbeFinding.of(List.of(
                none(
                        "retention.due-destroyed",
                        new Words("没有到期而未销毁的录音", "No recording is due and still there"),
                        client -> retention.overdue(client, IN_TIME)),
                none(
                        "retention.destroyed-gone",
                        new Words("已销毁的录音，密钥与文件均已不在", "Of what was destroyed neither secret nor file is left"),
                        retention::destroyedAndLeft),
                none(
                        "retention.held-there",
                        new Words("被保全的录音都在并能打开", "What is held is there and opens"),
                        retention::heldAndGone)));
    }

    private Check none(String code, Words words, Function<ClientId, List<String>> question) {
        List<String> found = new ArrayList<>();
        clients.all().forEach(client -> found.addAll(question.apply(client.id())));
        String few = String.join(", ", found.stream().limit(SHOWN).toList());
        String more = found.size() > SHOWN ? " +" + (found.size() - SHOWN) : "";
        return Check.equal(code, words, "none", found.isEmpty() ? "none" : few + more);
    }
}
