package org.kezheng.platform.calls;

import java.util.function.IntFunction;
import org.kezheng.acd.journal.Explanation;

/// Says in a sentence why a contact was offered to an agent. The facts come from replay; the words are the same
/// for every reader.
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
            case LONGEST_IDLE, BEST_MATCH, LEAST_OVERQUALIFIED ->
                explanation.runnerUp().isPresent()
                        ? "%s被选中：在%d名具备所需技能且就绪的坐席中%s"
                                .formatted(winner, explanation.candidates(), chineseComparison(explanation))
                        : "%s被选中：是当时唯一具备所需技能且就绪的坐席（已空闲%s）。"
                                .formatted(winner, winnerIdle(explanation).zh());
            case FIRST_WAITING -> winner + "空出时，该来电在其可接的等待联络中" + chineseOrder(explanation) + "。";
            case LAST_AGENT -> winner + "被选中：上次即由该坐席服务该客户。";
            case NAMED_AGENT -> winner + "被选中：该联络指定由该坐席接听。";
            case ASSIGNED -> "班长将该联络指派给" + winner + "。";
            case PULLED -> winner + "自行从队列中取走该联络。";
            case TRANSFERRED -> "该联络由另一坐席转接给" + winner + "。";
            case CALLED -> "另一坐席内部呼叫" + winner + "。";
            case TAKEN_OVER -> winner + "接续了该通话（咨询后交接，或接管）。";
        };
    }

    private static String chineseOrder(Explanation explanation) {
        return switch (explanation.lostBecause()) {
            case LOWER_PRIORITY -> "优先级折算后排在最前，到达更早的联络优先级较低";
            case NONE, LATER_ARRIVAL, SHORTER_IDLE, LOWER_LEVEL, MORE_OVERQUALIFIED, LATER_RING -> "到达最早";
        };
    }

    /// The sentence in English.
    public String english(Explanation explanation) {
        String winner = "gent " + englishNames.apply(explanation.winner().value());
        return switch (explanation.rule()) {
            case LONGEST_IDLE, BEST_MATCH, LEAST_OVERQUALIFIED ->
                explanation.runnerUp().isPresent()
                        ? "A%s was chosen: of %d ready agents with the required skills, %s"
                                .formatted(winner, explanation.candidates(), englishComparison(explanation))
                        : "A%s was chosen: the only ready agent with the required skills at that time (idle for %s)."
                                .formatted(winner, winnerIdle(explanation).en());
            case FIRST_WAITING ->
                "When a%s became free, this call %s of the waiting contacts that the agent can take."
                        .formatted(winner, englishOrder(explanation));
            case LAST_AGENT -> "A%s was chosen: this agent served the customer last.".formatted(winner);
            case NAMED_AGENT -> "A%s was chosen: the contact was meant for this agent.".formatted(winner);
            case ASSIGNED -> "A supervisor assigned the contact to a%s.".formatted(winner);
            case PULLED -> "A%s took the contact from the queue.".formatted(winner);
            case TRANSFERRED -> "Another agent transferred the contact to a%s.".formatted(winner);
            case CALLED -> "Another agent called a%s.".formatted(winner);
            case TAKEN_OVER ->
                "The talk went over to a%s, left to them after a consultation or taken over.".formatted(winner);
        };
    }

    private static String englishOrder(Explanation explanation) {
        return switch (explanation.lostBecause()) {
            case LOWER_PRIORITY -> "came first by its priority, before one that had arrived earlier,";
            case NONE, LATER_ARRIVAL, SHORTER_IDLE, LOWER_LEVEL, MORE_OVERQUALIFIED, LATER_RING -> "had arrived first";
        };
    }

    private String chineseComparison(Explanation explanation) {
        String runnerUp = chineseNames.apply(explanation.runnerUp().orElseThrow());
        return switch (explanation.lostBecause()) {
            case LATER_RING -> "最符合要求；其次为%s，仅符合后一层级的要求。".formatted(runnerUp);
            case LOWER_LEVEL ->
                "技能等级最高（%d级），其次为%s（%d级）。".formatted(-explanation.winnerRank(), runnerUp, -explanation.runnerUpRank());
            case MORE_OVERQUALIFIED -> "多余技能最少，其次为%s。".formatted(runnerUp);
            case NONE, SHORTER_IDLE, LATER_ARRIVAL, LOWER_PRIORITY -> chineseIdle(explanation, runnerUp);
        };
    }

    private static String chineseIdle(Explanation explanation, String runnerUp) {
        IdleTime idle = winnerIdle(explanation);
        IdleTime next = runnerUpIdle(explanation);
        if (idle.equals(next)) {
            return "空闲最久（%s），%s空闲同样久，但就绪在后。".formatted(idle.zh(), runnerUp);
        }
        return idle.isSameSecondAs(next)
                ? "空闲最久（%s），其次为%s（%s）。".formatted(idle.exactZh(), runnerUp, next.exactZh())
                : "空闲最久（%s），其次为%s（%s）。".formatted(idle.zh(), runnerUp, next.zh());
    }

    private String englishComparison(Explanation explanation) {
        String runnerUp = englishNames.apply(explanation.runnerUp().orElseThrow());
        return switch (explanation.lostBecause()) {
            case LATER_RING ->
                "in the earliest ring; next was agent %s, who meets a later ring only.".formatted(runnerUp);
            case LOWER_LEVEL ->
                "with the highest level (%d); next was agent %s (%d)."
                        .formatted(-explanation.winnerRank(), runnerUp, -explanation.runnerUpRank());
            case MORE_OVERQUALIFIED -> "with the least skill to spare; next was agent %s.".formatted(runnerUp);
            case NONE, SHORTER_IDLE, LATER_ARRIVAL, LOWER_PRIORITY -> englishIdle(explanation, runnerUp);
        };
    }

    private static String englishIdle(Explanation explanation, String runnerUp) {
        IdleTime idle = winnerIdle(explanation);
        IdleTime next = runnerUpIdle(explanation);
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
