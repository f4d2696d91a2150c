package org.kezheng.platform.calls;

import java.util.function.IntFunction;
import org.kezheng.acd.journal.Explanation;

/// Says in a sentence why a contact was offered to an agent. The facts come from replay; the words are the same for
/// every
/// reader.
public final class ExplanationSentences {
    private final IntFunction<String> chineseNames;
    private final IntFunction<String> englishNames;

    /// @param names how an agent is called, by id
    public ExplanationSentences(IntFunction<String> names) {
        this(names, names);
    }

    private ExplanationSentences(IntFunction<String> chineseNames, IntFunction<String> englishNames) {
        this.chineseNames = chineseNames;
        this.englishNames = englishNames;
    }

    /// Calls agents by their numbers, where no names are at hand.
    public static ExplanationSentences byNumber() {
        return new ExplanationSentences(id -> id + "号", id -> "no. " + id);
    }

    /// The sentence in Chinese.
    public String chinese(Explanation explanation) {
        String winner = "坐席" + chineseNames.apply(explanation.winner().value());
        return switch (explanation.rule()) {
            case LONGEST_IDLE ->
                explanation.runnerUp().isPresent()
                        ? "%s被选中：在%d名具备所需技能且就绪的坐席中%s"
                                .formatted(winner, explanation.candidates(), chineseComparison(explanation))
                        : "%s被选中：是当时唯一具备所需技能且就绪的坐席（已空闲%s）。"
                                .formatted(winner, winnerIdle(explanation).zh());
            case FIRST_WAITING -> winner + "空出时，该来电在其可接的等待联络中到达最早。";
        };
    }

    /// The sentence in English.
    public String english(Explanation explanation) {
        String winner = "gent " + englishNames.apply(explanation.winner().value());
        return switch (explanation.rule()) {
            case LONGEST_IDLE ->
                explanation.runnerUp().isPresent()
                        ? "A%s was chosen: of %d ready agents with the required skills, %s"
                                .formatted(winner, explanation.candidates(), englishComparison(explanation))
                        : "A%s was chosen: the only ready agent with the required skills at that time (idle for %s)."
                                .formatted(winner, winnerIdle(explanation).en());
            case FIRST_WAITING ->
                "When a%s became free, this call had arrived first of the waiting contacts that the agent can take."
                        .formatted(winner);
        };
    }

    private String chineseComparison(Explanation explanation) {
        IdleTime idle = winnerIdle(explanation);
        IdleTime next = runnerUpIdle(explanation);
        String runnerUp = chineseNames.apply(explanation.runnerUp().orElseThrow());
        if (idle.equals(next)) {
            return "空闲最久（%s），%s空闲同样久，但就绪在后。".formatted(idle.zh(), runnerUp);
        }
        return idle.isSameSecondAs(next)
                ? "空闲最久（%s），其次为%s（%s）。".formatted(idle.exactZh(), runnerUp, next.exactZh())
                : "空闲最久（%s），其次为%s（%s）。".formatted(idle.zh(), runnerUp, next.zh());
    }

    private String englishComparison(Explanation explanation) {
        IdleTime idle = winnerIdle(explanation);
        IdleTime next = runnerUpIdle(explanation);
        String runnerUp = englishNames.apply(explanation.runnerUp().orElseThrow());
        if (idle.equals(next)) {
            return "idle for the longest time (%s); agent %s was idle just as long, but became ready after."
                    .formatted(idle.en(), runnerUp);
        }
        return idle.isSameSecondAs(next)
                ? "idle for the longest time (%s); next was agent %s (%s)."
                        .formatted(idle.exactEn(), runnerUp, next.exactEn())
                : "idle for the longest time (%s); next was agent %s (%s).".formatted(idle.en(), runnerUp, next.en());
    }

    private static IdleTime winnerIdle(Explanation explanation) {
        return new IdleTime(explanation.winnerIdleMicros());
    }

    private static IdleTime runnerUpIdle(Explanation explanation) {
        return new IdleTime(explanation.runnerUpIdleMicros());
    }
}
