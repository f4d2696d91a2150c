package org.kezheng.acd.journal;

import java.util.List;
import java.util.OptionalInt;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.Decision.LostBecause;
import org.kezheng.acd.engine.OfferId;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.acd.engine.RuleId;
import org.kezheng.acd.engine.SkillRequirement;

/// The grounds of one offer of a contact, derived by replay to its position.
///
/// @param queue in which the contact waited
/// @param requirement of the ring in which the agent was found: every skill at this level or above; none where the
/// agent was
///     meant by name
/// @param candidates the agents among whom was chosen: ready, skilled, not passed over; 1 when an agent became
///     free and the choice was of a contact for that agent (rule `first-waiting`)
/// @param runnerUpIdleMicros 0 without runner-up
/// @param winnerRank what the queue's choice goes by before idle time: the smaller, the better
/// @param contactsWaiting the contacts among whom was chosen, when an agent became free; else 1
/// @param runnerUpContact the contact that the agent would have been offered otherwise; 0: none
public record Explanation(
        long position,
        long nowMicros,
        OfferId offer,
        QueueId queue,
        int ring,
        List<SkillRequirement> requirement,
        int candidates,
        RuleId rule,
        AgentId winner,
        OptionalInt runnerUp,
        LostBecause lostBecause,
        long winnerIdleMicros,
        long runnerUpIdleMicros,
        int winnerRank,
        int runnerUpRank,
        int contactsWaiting,
        long runnerUpContact) {
    public Explanation {
        requirement = List.copyOf(requirement);
    }
}
