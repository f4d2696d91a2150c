package org.kezheng.platform.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.Decision.LostBecause;
import org.kezheng.acd.engine.OfferId;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.acd.engine.RuleId;
import org.kezheng.acd.journal.Explanation;
import org.kezheng.platform.calls.CallSentences.Settled;
import org.kezheng.platform.calls.ExplanationView.Sentence;

final class CallSentencesTest {
    private static final int CHEN = 2001;
    private static final int LI = 2002;
    private static final long SECOND = 1_000_000;

    private final CallSentences sentences = new CallSentences(Map.of(CHEN, "陈静", LI, "李强")::get);

    @Test
    void theLongestIdleAgentIsComparedWithTheNext() {
        assertThat(sentences.of(new Settled(longestIdle(3, 125 * SECOND, 40 * SECOND), "answered")))
                .isEqualTo(new Sentence(
                        "坐席李强被选中：在3名具备所需技能且就绪的坐席中空闲最久（2分05秒），其次为陈静（40秒）。",
                        "Agent 李强 was chosen: of 3 ready agents with the required skills, idle for the longest time"
                                + " (2 min 05 s); next was agent 陈静 (40 s)."));
    }

    @Test
    void idleTimesWithinOneSecondAreSaidToTheMicrosecond() {
        Sentence sentence = sentences.of(new Settled(longestIdle(2, 40_000_123, 40_000_007), null));

        assertThat(sentence.zh()).endsWith("空闲最久（40.000123秒），其次为陈静（40.000007秒）。");
        assertThat(sentence.en()).endsWith("(40.000123 s); next was agent 陈静 (40.000007 s).");
    }

    @Test
    void equalIdleTimesAreDecidedByWhoBecameReadyFirst() {
        Sentence sentence = sentences.of(new Settled(longestIdle(2, SECOND, SECOND), null));

        assertThat(sentence.zh()).endsWith("空闲最久（1秒），陈静空闲同样久，但就绪在后。");
        assertThat(sentence.en()).endsWith("agent 陈静 was idle just as long, but became ready after.");
    }

    @Test
    void anAgentWithoutCompetitionIsTheOnlyOne() {
        assertThat(sentences.of(new Settled(only(RuleId.LONGEST_IDLE), null)))
                .isEqualTo(new Sentence(
                        "坐席李强被选中：是当时唯一具备所需技能且就绪的坐席（已空闲7秒）。",
                        "Agent 李强 was chosen: the only ready agent with the required skills at that time (idle for"
                                + " 7 s)."));
    }

    @Test
    void anAgentWhoBecomesFreeGetsTheFirstToArrive() {
        assertThat(sentences.of(new Settled(only(RuleId.FIRST_WAITING), null)))
                .isEqualTo(new Sentence(
                        "坐席李强空出时，该来电在其可接的等待联络中到达最早。",
                        "When agent 李强 became free, this call had arrived first of the waiting contacts that the"
                                + " agent can take."));
    }

    @Test
    void whoDidNotTakeTheCallIsSaidFirst() {
        Sentence sentence = sentences.of(List.of(
                new Settled(only(RuleId.LONGEST_IDLE), "declined"),
                new Settled(only(RuleId.LONGEST_IDLE), "missed"),
                new Settled(only(RuleId.FIRST_WAITING), "answered")));

        assertThat(sentence.zh()).isEqualTo("此前李强拒接，李强未接。坐席李强空出时，该来电在其可接的等待联络中到达最早。");
        assertThat(sentence.en()).startsWith("Before that, 李强 declined; 李强 did not answer. When agent 李强");
    }

    @Test
    void aDecisionWhoseOfferWasNotTakenSaysSo() {
        Sentence sentence = sentences.of(new Settled(only(RuleId.FIRST_WAITING), "failed"));

        assertThat(sentence.zh()).endsWith("到达最早。李强的话机不可达。");
        assertThat(sentence.en()).endsWith("can take. 李强 could not be reached.");
    }

    @Test
    void aCallWithoutDecisionSaysHowItEnded() {
        assertThat(sentences.ofNoDecision("abandoned").zh()).isEqualTo("该来电未派给任何坐席即已结束（主叫放弃）。");
        assertThat(sentences.ofNoDecision("timed-out").en())
                .isEqualTo("This call ended (timed out) before it was offered to any agent.");
        assertThat(sentences.ofNoDecision(null).zh()).isEqualTo("该来电尚未派给任何坐席。");
    }

    @Test
    void withoutNamesAgentsHaveNumbers() {
        ExplanationSentences byNumber = ExplanationSentences.byNumber();

        assertThat(byNumber.chinese(only(RuleId.FIRST_WAITING))).startsWith("坐席2002号空出时");
        assertThat(byNumber.english(only(RuleId.FIRST_WAITING))).startsWith("When agent no. 2002 became free");
    }

    private static Explanation longestIdle(int candidates, long winner, long runnerUp) {
        return new Explanation(
                1,
                1,
                new OfferId(1),
                new QueueId(1),
                1,
                List.of(),
                candidates,
                RuleId.LONGEST_IDLE,
                new AgentId(LI),
                OptionalInt.of(CHEN),
                LostBecause.SHORTER_IDLE,
                winner,
                runnerUp,
                0,
                0,
                1,
                0);
    }

    private static Explanation only(RuleId rule) {
        return new Explanation(
                1,
                1,
                new OfferId(1),
                new QueueId(1),
                1,
                List.of(),
                1,
                rule,
                new AgentId(LI),
                OptionalInt.empty(),
                LostBecause.NONE,
                7 * SECOND,
                0,
                0,
                0,
                1,
                0);
    }
}
