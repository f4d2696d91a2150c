package org.kezheng.platform.calls;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.journal.Explanation;
import org.kezheng.platform.calls.ExplanationView.Sentence;

/// Says how a call went from decision to decision. Names are the display names of the agents.
final class CallSentences {
    private static final Map<String, Sentence> OFFER_OUTCOMES = Map.of(
            "declined", new Sentence("拒接", "declined"),
            "missed", new Sentence("未接", "did not answer"),
            "failed", new Sentence("的话机不可达", "could not be reached"),
            "withdrawn", new Sentence("振铃中被撤回", "had the ringing call withdrawn"));
    private static final Map<String, Sentence> CALL_OUTCOMES = Map.of(
            "abandoned", new Sentence("主叫放弃", "abandoned"),
            "timed-out", new Sentence("等待超时", "timed out"),
            "refused", new Sentence("被拒绝或取消", "refused or given up"),
            "lost", new Sentence("与交换机失去联系", "lost by the PBX"),
            "callback", new Sentence("主叫改为要求回电", "left for a call back"),
            "voicemail", new Sentence("主叫改为留言", "left for a message"),
            "overflowed", new Sentence("排队已满或超时而转出", "overflowed from the queue"));

    private final IntFunction<String> names;
    private final ExplanationSentences grounds;

    CallSentences(IntFunction<String> names) {
        this.names = names;
        this.grounds = new ExplanationSentences(names);
    }

    /// A decision and what came of its offer; `outcome` is null while it stands.
    record Settled(Explanation decision, @Nullable String outcome) {}

    /// One decision, and, when the agent did not take the call, that.
    Sentence of(Settled settled) {
        String zh = grounds.chinese(settled.decision());
        String en = grounds.english(settled.decision());
        return notTaken(settled)
                .map(words -> new Sentence(zh + words.zh() + "。", en + " " + words.en() + "."))
                .orElseGet(() -> new Sentence(zh, en));
    }

    /// A whole call: who did not take it, then the last decision.
    Sentence of(List<Settled> decisions) {
        Sentence last = of(decisions.getLast());
        List<Sentence> earlier = decisions.subList(0, decisions.size() - 1).stream()
                .flatMap(settled -> notTaken(settled).stream())
                .toList();
        if (earlier.isEmpty()) {
            return last;
        }
        return new Sentence(
                earlier.stream().map(Sentence::zh).collect(Collectors.joining("，", "此前", "。")) + last.zh(),
                earlier.stream().map(Sentence::en).collect(Collectors.joining("; ", "Before that, ", ". "))
                        + last.en());
    }

    /// A call that was never offered to anybody.
    Sentence ofNoDecision(@Nullable String callOutcome) {
        Sentence end = callOutcome == null ? null : CALL_OUTCOMES.get(callOutcome);
        return end == null
                ? new Sentence("该来电尚未派给任何坐席。", "This call has not been offered to any agent yet.")
                : new Sentence(
                        "该来电未派给任何坐席即已结束（" + end.zh() + "）。",
                        "This call ended (" + end.en() + ") before it was offered to any agent.");
    }

    private Optional<Sentence> notTaken(Settled settled) {
        String outcome = settled.outcome();
        Sentence words = outcome == null ? null : OFFER_OUTCOMES.get(outcome);
        if (words == null) {
            return Optional.empty();
        }
        String name = names.apply(settled.decision().winner().value());
        return Optional.of(new Sentence(name + words.zh(), name + " " + words.en()));
    }
}
