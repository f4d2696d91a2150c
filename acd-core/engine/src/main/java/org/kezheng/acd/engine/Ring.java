package org.kezheng.acd.engine;

import java.util.List;

/// One step of a queue's requirement over waiting time. From `afterMicros` on, whoever has all these skills at their
/// least levels may serve the contact too; nobody who could before is shut out. So a ring lowers a level, drops a
/// skill, or brings in agents with another skill, and of those who are free an earlier ring's come first.
///
/// @param afterMicros since the contact entered the queue; 0 in the first ring
/// @param requirements empty: every agent
public record Ring(long afterMicros, List<SkillRequirement> requirements) {
    public Ring {
        Checks.within(afterMicros, 0, QueueTimes.LONGEST_MICROS, "A ring's beginning");
        requirements = List.copyOf(requirements);
    }
}
