package org.kezheng.platform.directory;

import java.util.ArrayList;
import java.util.List;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.QueueId;

/// What each site has for the calls by which the platform tries itself: a number that nobody outside can dial, a queue
/// and an agent of the platform's own. The agent has no account, so nobody can ever sign in as it.
public final class SelfTest {
    /// The queue's code, the skill's, and the agent's user.
    public static final String CODE = "self-test";

    /// The number; the PBX takes it from its own endpoint alone.
    public static final String NUMBER = "4990";

    /// Below the numbers that new accounts get.
    public static final AgentId AGENT = new AgentId(9901);

    public static final QueueId QUEUE = new QueueId(9901);

    private static final int SKILL = 9901;
    private static final Definition.Times TIMES = new Definition.Times(15, 5, 60, 1);

    private SelfTest() {}

    /// The definition with the self-test in it: as it is when it has one, else as its next version.
    public static Definition within(Definition site) {
        if (site.queues().stream().anyMatch(Definition.QueueEntry::test)) {
            return site;
        }
        List<Definition.Level> level = List.of(new Definition.Level(SKILL, 1));
        int client = site.clients().getFirst().id();
        return new Definition(
                site.version() + 1,
                site.clients(),
                with(site.skills(), new Definition.SkillEntry(SKILL, CODE)),
                with(
                        site.queues(),
                        new Definition.QueueEntry(
                                QUEUE.value(), CODE, "自检", "Self-test", NUMBER, client, level, TIMES, true)),
                with(site.agents(), new Definition.AgentEntry(AGENT.value(), level)),
                site.reasons(),
                site.dispositions(),
                site.ownNumbers(),
                site.outbound(),
                site.accessNumbers());
    }

    private static <T> List<T> with(List<T> all, T one) {
        List<T> more = new ArrayList<>(all);
        more.add(one);
        return more;
    }
}
