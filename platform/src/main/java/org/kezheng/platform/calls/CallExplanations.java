package org.kezheng.platform.calls;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.Decision.LostBecause;
import org.kezheng.acd.journal.Explanation;
import org.kezheng.evidence.calls.Call;
import org.kezheng.evidence.calls.Calls;
import org.kezheng.evidence.calls.Offer;
import org.kezheng.platform.calls.ExplanationView.DecisionView;
import org.kezheng.platform.directory.Directory;

/// Explains calls: the grounds come from replay, what came of the offers from the tables.
final class CallExplanations {
    private final Replays replays;
    private final Calls calls;
    private final Directory directory;

    CallExplanations(Replays replays, Calls calls, Directory directory) {
        this.replays = replays;
        this.calls = calls;
        this.directory = directory;
    }

    ExplanationView of(Call call) {
        List<Explanation> explanations = replays.of(new ContactId(call.contact()));
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
