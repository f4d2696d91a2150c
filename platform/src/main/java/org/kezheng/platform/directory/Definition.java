package org.kezheng.platform.directory;

import java.util.List;

/// A site's definition as it stands in a file. Times are in seconds.
///
/// @param ownNumbers the numbers that may be sent as caller id
public record Definition(
        long version,
        List<ClientEntry> clients,
        List<SkillEntry> skills,
        List<QueueEntry> queues,
        List<AgentEntry> agents,
        List<Reason> reasons,
        List<Disposition> dispositions,
        List<String> ownNumbers) {
    public Definition {
        clients = List.copyOf(clients);
        skills = List.copyOf(skills);
        queues = List.copyOf(queues);
        agents = List.copyOf(agents);
        reasons = List.copyOf(reasons);
        dispositions = List.copyOf(dispositions);
        ownNumbers = List.copyOf(ownNumbers);
    }

    /// A client (委托方).
    public record ClientEntry(int id, String code, String zh, String en) {}

    /// A skill.
    public record SkillEntry(int id, String code) {}

    /// A skill at a level from 1 to 10: required by a queue, or had by an agent.
    public record Level(int skill, int level) {}

    /// A queue and the number by which callers reach it.
    ///
    /// @param test whether it is the platform's own, for calls by which it tries itself; these never count
    public record QueueEntry(
            int id,
            String code,
            String zh,
            String en,
            String number,
            int client,
            List<Level> requirements,
            Times times,
            boolean test) {
        public QueueEntry {
            requirements = List.copyOf(requirements);
        }
    }

    /// A queue's times, in seconds.
    public record Times(long offerTimeout, long wrapUpLimit, long maxWait, long declinePassOver) {}

    /// An agent; the id is the account's.
    public record AgentEntry(int id, List<Level> skills) {
        public AgentEntry {
            skills = List.copyOf(skills);
        }
    }

    /// Why an agent is not ready; only selectable ones can be chosen by agents.
    public record Reason(String code, String zh, String en, boolean selectable) {}

    /// What came of a call; `key` is the digit that chooses it.
    public record Disposition(String code, int key, String zh, String en) {}
}
