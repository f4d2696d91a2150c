package org.kezheng.platform.calls;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.Decision.LostBecause;
import org.kezheng.acd.journal.Explanation;
import org.kezheng.acd.journal.JournalException;
import org.kezheng.evidence.calls.Call;
import org.kezheng.evidence.calls.Calls;
import org.kezheng.evidence.calls.Offer;
import org.kezheng.platform.calls.ExplanationView.DecisionView;
import org.kezheng.platform.directory.Directory;
import org.kezheng.platform.http.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Explains calls by replaying the journal. A replay reads the journal from its beginning, so only a few run at a time.
final class CallExplanations {
    private static final Logger LOG = LoggerFactory.getLogger(CallExplanations.class);
    static final int REPLAYS = 2;

    private final Replay replay;
    private final Calls calls;
    private final Directory directory;
    private final Duration patience;
    private final Semaphore replays = new Semaphore(REPLAYS);

    /// Gives the grounds of each offer of a contact.
    @FunctionalInterface
    interface Replay {
        List<Explanation> of(ContactId contact);
    }

    /// @param patience how long a request waits for others to be finished
    CallExplanations(Replay replay, Calls calls, Directory directory, Duration patience) {
        this.replay = replay;
        this.calls = calls;
        this.directory = directory;
        this.patience = patience;
    }

    ExplanationView of(Call call) {
        List<Explanation> explanations = replayed(new ContactId(call.contact()));
        Map<Long, Offer> offers =
                calls.offersOf(call.contact()).stream().collect(Collectors.toMap(Offer::offer, offer -> offer));
        List<CallSentences.Settled> settled = explanations.stream()
                .map(decision -> new CallSentences.Settled(decision, outcomeOf(decision, offers)))
                .toList();
        CallSentences sentences = new CallSentences(directory::displayName);
        if (settled.isEmpty()) {
            return new ExplanationView(
                    null, 0, null, null, null, null, sentences.ofNoDecision(call.outcome()), List.of());
        }
        List<DecisionView> decisions =
                settled.stream().map(one -> view(one, sentences)).toList();
        DecisionView last = decisions.getLast();
        return new ExplanationView(
                last.ring(),
                last.candidates(),
                last.rule(),
                last.winner(),
                last.runnerUp(),
                last.lostBecause(),
                sentences.of(settled),
                decisions);
    }

    private List<Explanation> replayed(ContactId contact) {
        acquire();
        try {
            return replay.of(contact);
        } catch (JournalException unreadable) {
            LOG.error("The journal cannot be replayed for contact {}", contact.value(), unreadable);
            throw Problem.unavailable(
                    "journal.unreadable",
                    "The journal cannot be replayed to this call; ./kezheng replay --verify names the place");
        } finally {
            replays.release();
        }
    }

    private void acquire() {
        try {
            if (replays.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        throw Problem.unavailable(
                "explanation.busy",
                "Other explanations are being worked out; ask again in some seconds, or use ./kezheng replay --call");
    }

    private DecisionView view(CallSentences.Settled settled, CallSentences sentences) {
        Explanation decision = settled.decision();
        return new DecisionView(
                decision.ring(),
                decision.candidates(),
                decision.rule().code(),
                directory.agentUser(decision.winner().value()),
                user(decision.runnerUp()),
                word(decision.lostBecause()),
                sentences.of(settled),
                Long.toString(decision.offer().value()),
                Instant.EPOCH.plus(decision.nowMicros(), ChronoUnit.MICROS),
                decision.position(),
                settled.outcome());
    }

    private @Nullable String user(OptionalInt agent) {
        return agent.isPresent() ? directory.agentUser(agent.getAsInt()) : null;
    }

    private static @Nullable String outcomeOf(Explanation decision, Map<Long, Offer> offers) {
        Offer offer = offers.get(decision.offer().value());
        return offer == null ? null : offer.outcome();
    }

    private static @Nullable String word(LostBecause reason) {
        return reason == LostBecause.NONE
                ? null
                : reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
