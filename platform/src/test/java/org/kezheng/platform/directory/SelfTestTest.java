package org.kezheng.platform.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.security.tenancy.ClientId;

/// What each site has for calls to itself.
final class SelfTestTest {
    private static final Definition EMPTY = new Definition(
            3,
            List.of(new Definition.ClientEntry(1, "own", "自用", "Own use")),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());

    @Test
    void aSiteWithoutASelfTestGetsOneAsItsNextVersion() {
        Definition completed = SelfTest.within(EMPTY);
        assertThat(completed.version()).isEqualTo(4);
        assertThat(completed.queues())
                .extracting(Definition.QueueEntry::number, Definition.QueueEntry::test)
                .containsExactly(tuple("4990", true));
        assertThat(SelfTest.within(completed)).isSameAs(completed);
    }

    @Test
    void theSelfTestIsNoQueueThatPeopleCall() {
        Directory directory = new Directory(SelfTest.within(EMPTY));
        assertThat(directory.testQueues()).containsExactly(SelfTest.QUEUE);
        assertThat(directory.isTest(SelfTest.QUEUE)).isTrue();
        assertThat(directory.isTest(new QueueId(1))).isFalse();
        assertThat(directory.queuesOf(new ClientId(1))).isEmpty();
        assertThat(directory.agentUser(SelfTest.AGENT.value())).isEqualTo("self-test");
    }
}
