package org.kezheng.platform.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.acd.engine.WaitingGrounds;

final class WaitingSentencesTest {
    private final WaitingSentences words = WaitingSentences.byNumber();

    private static WaitingGrounds grounds(OptionalInt wish, int ahead, int agents) {
        return new WaitingGrounds(
                new ContactId(7), new QueueId(1), 2, 4, wish, 10, 20, ahead, agents, agents, 0, 0, 0, 0);
    }

    @Test
    void ringAndWhoIsAheadAreSaid() {
        WaitingGrounds grounds = grounds(OptionalInt.empty(), 1, 3);
        assertThat(words.english(grounds))
                .isEqualTo(
                        "The contact still waits: ring 2 of 4 applies, 1 other contact comes first. 3 agents meet the"
                                + " requirement: 3 signed out.");
        assertThat(words.chinese(grounds)).startsWith("该联络仍在等待：已到第2层级的要求（共4层级），前面有1个联络。符合要求的坐席共3名：3名未签入。");
    }

    @Test
    void aWishAndALackOfAgentsAreSaid() {
        assertThat(words.english(grounds(OptionalInt.of(2001), 0, 1))).contains("for agent no. 2001 alone");
        assertThat(words.english(grounds(OptionalInt.empty(), 0, 0))).endsWith("No agent meets the requirement.");
        assertThat(words.chinese(grounds(OptionalInt.empty(), 0, 0))).endsWith("没有坐席符合要求。");
    }
}
