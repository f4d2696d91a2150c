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
import org.kezheng.acd.engine.WaitingGrounds;
import org.kezheng.acd.journal.ContactExplanation;
import org.kezheng.acd.journal.Explanation;
import org.kezheng.evidence.calls.Call;
import org.kezheng.evidence.calls.Calls;
import org.kezheng.evidence.calls.Offer;
import org.kezheng.platform.calls.ExplanationView.DecisionView;
import org.kezheng.platform.calls.ExplanationView.RequirementView;
import org.kezheng.platform.calls.ExplanationView.Sentence;
import org.kezheng.platform.calls.ExplanationView.WaitingView;
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
        ContactExplanation explanation = replays.of(new ContactId(call.contact()));
        WaitingView waiting = explanation.waiting().map(this::view).orElse(null);
        Map<Long, Offer> offers =
                calls.offersOf(call.contact()).stream().collect(Collectors.toMap(Offer::offer, offer -> offer));
        List<CallSentences.Settled> settled = explanation.offers().stream()
                .map(decision -> new CallSentences.Settled(decision, outcomeOf(decision, offers)))
                .toList();
        CallSentences sentences = new CallSentences(directory::displayName);
        if (settled.isEmpty()) {
            Sentence sentence = waiting == null ? sentences.ofNoDecision(call.outcome()) : waiting.sentence();
            return new ExplanationView(null, 0, null, null, null, null, sentence, List.of(), waiting);
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
                waiting == null ? sentences.of(settled) : sentences.of(settled).and(waiting.sentence()),
                decisions,
                waiting);
    }

    private WaitingView view(WaitingGrounds grounds) {
        WaitingSentences words = new WaitingSentences(directory::displayName);
        return new WaitingView(
                grounds.ring(),
                grounds.rings(),
                user(grounds.wishAgent()),
                grounds.nextStepMicros() == Long.MAX_VALUE ? null : instant(grounds.nextStepMicros()),
                instant(grounds.overflowMicros()),
                grounds.ahead(),
                grounds.agents(),
                grounds.handling(),
                grounds.notReady(),
                grounds.signedOut(),
                grounds.passedOver(),
                grounds.unlooked(),
                new Sentence(words.chinese(grounds), words.english(grounds)));
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private DecisionView view(CallSentences.Settled settled, CallSentences sentences) {
        Explanation decision = settled.decision();
        return new DecisionView(
                decision.ring(),
                decision.requirement().stream()
                        .map(skill -> new RequirementView(
                                directory.skillCode(skill.skill().value()), skill.minimumLevel()))
                        .toList(),
                decision.candidates(),
                decision.rule().code(),
                directory.agentUser(decision.winner().value()),
                user(decision.runnerUp()),
                word(decision.lostBecause()),
                sentences.of(settled),
                Long.toString(decision.offer().value()),
                instant(decision.nowMicros()),
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
