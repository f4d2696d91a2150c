package org.kezheng.platform.calls;

import java.util.function.IntFunction;
import org.kezheng.acd.journal.Explanation;

/// Says in a sentence why a contact was offered to an agent. The facts come from replay; the words are the same for
/// every
/// reader.
public final class ExplanationSentences {
    private static final long MICROS_PER_SECOND = 1_000_000;

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
        return new ExplanationSentences(id -> id + " 号", id -> "no. " + id);
    }

    /// The sentence in Chinese.
    public String chinese(Explanation explanation) {
        String winner = "坐席" + chineseNames.apply(explanation.winner().value());
        return switch (explanation.rule()) {
            case LONGEST_IDLE -> {
                String chosen = "%s被选中：在 %d 名具备所需技能且就绪的坐席中空闲最久（%s）"
                        .formatted(winner, explanation.candidates(), chineseTime(explanation.winnerIdleMicros()));
                yield explanation.runnerUp().isEmpty()
                        ? chosen + "，没有其他人选。"
                        : "%s，其次为坐席%s（%s）。"
                                .formatted(
                                        chosen,
                                        chineseNames.apply(
                                                explanation.runnerUp().getAsInt()),
                                        chineseTime(explanation.runnerUpIdleMicros()));
            }
            case FIRST_WAITING -> winner + "空出：在该坐席能够接听的等待联络中，这一通到达最早。";
        };
    }

    /// The sentence in English.
    public String english(Explanation explanation) {
        String winner = "Agent " + englishNames.apply(explanation.winner().value());
        return switch (explanation.rule()) {
            case LONGEST_IDLE -> {
                String chosen = "%s was chosen: idle for the longest time (%s) of %d ready agent%s with the skill"
                        .formatted(
                                winner,
                                englishTime(explanation.winnerIdleMicros()),
                                explanation.candidates(),
                                explanation.candidates() == 1 ? "" : "s");
                yield explanation.runnerUp().isEmpty()
                        ? chosen + "; there was nobody else."
                        : "%s; next was agent %s (%s)."
                                .formatted(
                                        chosen,
                                        englishNames.apply(
                                                explanation.runnerUp().getAsInt()),
                                        englishTime(explanation.runnerUpIdleMicros()));
            }
            case FIRST_WAITING ->
                winner + " became free: of the waiting contacts that this agent may take, this one had arrived first.";
        };
    }

    private static String chineseTime(long micros) {
        long seconds = micros / MICROS_PER_SECOND;
        return seconds < 60 ? seconds + " 秒" : (seconds / 60) + " 分 " + (seconds % 60) + " 秒";
    }

    private static String englishTime(long micros) {
        long seconds = micros / MICROS_PER_SECOND;
        return "%d:%02d".formatted(seconds / 60, seconds % 60);
    }
}
